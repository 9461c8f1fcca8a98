// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/record/record_job.h"

#include "app/base/when_done.h"
#include "app/chat/prompt_builder.h"
#include "app/store/store.h"

#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace app {

namespace {
constexpr qint64 kMostRecordedImageBytes = 256 * 1024 * 1024;
} // namespace

RecordJob::RecordJob(Store &store, Providers providers, QObject *parent)
    : QObject(parent), m_store(store), m_providers(std::move(providers))
{
}

void RecordJob::start(RunId run)
{
    whenDone(m_store.storedRun(run), this, [this](const Result<StoredRun> &stored) {
        if (stored)
            take(*stored);
        else
            emit failed(stored.error());
    });
}

void RecordJob::take(const StoredRun &stored)
{
    if (stored.isVeiled) {
        emit failed(Error{.kind = ErrorKind::Forbidden,
                          .message = u"the names of a blind round are hidden"_s});
        return;
    }
    m_stored = stored;
    if (stored.recipe)
        m_missing = imagesWithBytes(*stored.recipe, stored.path);
    readNextImage();
}

void RecordJob::readNextImage()
{
    if (m_missing.isEmpty() || m_imageBytes > kMostRecordedImageBytes)
        return build();
    const QByteArray sha256 = m_missing.takeFirst();
    whenDone(m_store.blob(sha256), this, [this, sha256](const Result<QByteArray> &bytes) {
        if (bytes) {
            m_images.insert(sha256, *bytes);
            m_imageBytes += bytes->size();
        }
        readNextImage();
    });
}

void RecordJob::build()
{
    const Provider provider = m_providers(m_stored.run.providerId);
    whenDone(QtConcurrent::run([stored = m_stored, provider, images = m_images] {
                 return recordedRun(stored, provider, images);
             }),
             this, [this](const RecordedRun &record) { emit done(record); });
}

} // namespace app
