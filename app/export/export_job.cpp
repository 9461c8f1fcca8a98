// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/export_job.h"

#include "app/base/when_done.h"
#include "app/export/export_collection.h"
#include "app/store/store.h"

#include <QBuffer>
#include <QSet>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr qint64 kMostImageBytes = 256 * 1024 * 1024;
constexpr qint64 kMostRequestBytes = 64 * 1024 * 1024;

QList<RunId> runsOf(const Exported &exported)
{
    QList<RunId> runs;
    QSet<RunId> known;
    for (const ExportedRound &round : exported.rounds) {
        for (const ExportedAnswer &answer : round.answers) {
            for (const Run &run : answer.runs) {
                if (!known.contains(run.id))
                    runs.append(run.id);
                known.insert(run.id);
            }
        }
    }
    return runs;
}

/// The types that go to servers. Others do not come about here, and no viewer is to be handed them.
QList<ImagePart> picturesOf(const Exported &exported)
{
    static const QStringList types{u"image/png"_s, u"image/jpeg"_s, u"image/webp"_s};
    QList<ImagePart> images = exportedImages(exported);
    images.removeIf([](const ImagePart &image) { return !types.contains(image.mimeType); });
    return images;
}

qint64 bytesOf(const Message &message)
{
    qint64 bytes = 0;
    for (const Part &part : message.parts) {
        if (const auto *text = std::get_if<TextPart>(&part))
            bytes += text->text.size();
        else if (const auto *call = std::get_if<ToolCallPart>(&part))
            bytes += call->arguments.size();
        else if (const auto *result = std::get_if<ToolResultPart>(&part))
            bytes += result->text.size();
    }
    return bytes;
}

} // namespace

ExportJob::ExportJob(ConversationPtr conversation, Exported exported, ExportFormat format,
                     Store &store, QObject *parent)
    : QObject(parent), m_conversation(std::move(conversation)), m_exported(std::move(exported)),
      m_format(format), m_store(store)
{
    if (m_exported.wish.withImages && hasPlaceForImages(format))
        m_missingImages = picturesOf(m_exported);
    if (needsRequests(format) && (m_exported.wish.withRuns || format == ExportFormat::Promptfoo))
        m_missingRequests = runsOf(m_exported);
}

ExportJob::~ExportJob() = default;

void ExportJob::start(const ExportWords &words)
{
    start([format = m_format, words](const Exported &exported) -> Result<QByteArray> {
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        writeExport(buffer, format, exported, words);
        return buffer.data();
    });
}

void ExportJob::start(const Make &make)
{
    m_make = make;
    readNextImage();
}

void ExportJob::readNextImage()
{
    while (!m_missingImages.isEmpty()
           && m_imageBytes + m_missingImages.constFirst().bytes > kMostImageBytes)
        m_missingImages.removeFirst();
    if (m_missingImages.isEmpty())
        return readNextRequest();
    const QByteArray sha256 = m_missingImages.takeFirst().sha256;
    whenDone(m_store.blob(sha256), this, [this, sha256](const Result<QByteArray> &bytes) {
        if (bytes) {
            m_exported.images.insert(sha256, *bytes);
            m_imageBytes += bytes->size();
        }
        readNextImage();
    });
}

void ExportJob::readNextRequest()
{
    if (m_missingRequests.isEmpty())
        return make();
    const RunId run = m_missingRequests.takeFirst();
    whenDone(m_store.recipe(run), this, [this, run](const Result<Recipe> &recipe) {
        if (recipe)
            take(run, *recipe);
        readNextRequest();
    });
}

void ExportJob::take(RunId run, const Recipe &recipe)
{
    ExportedRequest request{recipe, {}, true};
    request.recipe.messages.clear();
    for (const Recipe::Ref &ref : recipe.messages) {
        if (!request.path.isEmpty() && request.path.constLast().id == ref.message)
            continue; // the results of one message of calls
        const Message *message = m_conversation->message(ref.message);
        request.isWhole = request.isWhole && message && m_requestBytes <= kMostRequestBytes
                          && !hasHiddenNames(*m_conversation, message->round);
        if (!request.isWhole)
            break;
        request.path.append(*message);
        m_requestBytes += bytesOf(*message);
    }
    if (!request.isWhole)
        request.path.clear();
    m_exported.requests.insert(run, request);
}

void ExportJob::make()
{
    whenDone(QtConcurrent::run(
                 [make = m_make, exported = std::move(m_exported)] { return make(exported); }),
             this, [this](const Result<QByteArray> &made) {
                 if (made)
                     emit done(*made);
                 else
                     emit failed(made.error());
             });
}

} // namespace app
