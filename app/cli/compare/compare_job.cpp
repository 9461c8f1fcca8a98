// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/compare/compare_job.h"

#include "app/attachments/image_preparation.h"
#include "app/base/when_done.h"
#include "app/chat/run_record.h"

#include <QFileInfo>

namespace app {

CompareJob::CompareJob(const Means &means, RequestPlan plan, QStringList images, QObject *parent)
    : QObject(parent), m_means(means), m_plan(std::move(plan)),
      m_images(std::move(images)), m_permitRequest{m_plan.provider.id, m_plan.model,
                                                   runLimits(m_plan.provider)}
{
}

CompareJob::~CompareJob() = default;

void CompareJob::start()
{
    readNextImage();
}

void CompareJob::readNextImage()
{
    if (m_images.isEmpty()) {
        prepare();
        return;
    }
    const QString path = m_images.takeFirst();
    whenDone(prepareImageFile(path), this, [this, path](const Result<PreparedImage> &image) {
        if (!image) {
            fail(image.error());
            return;
        }
        Parts &parts = m_plan.path.last().parts;
        const auto text = std::find_if(parts.begin(), parts.end(), [](const Part &part) {
            return std::holds_alternative<TextPart>(part);
        });
        parts.insert(text, imagePart(*image, QFileInfo(path).fileName()));
        m_plan.imageBytes.insert(image->sha256, image->bytes);
        readNextImage();
    });
}

void CompareJob::prepare()
{
    auto *preparation =
        new RequestPreparation(std::exchange(m_plan, {}), m_means.store, m_means.secrets, this);
    connect(preparation, &RequestPreparation::failed, this, &CompareJob::fail);
    connect(preparation, &RequestPreparation::prepared, this,
            [this, preparation](const PreparedRequest &request) {
                preparation->deleteLater();
                m_request = request;
                m_request.spec.retries = GenerationSpec::Retries::OnSign;
                emit ready();
            });
    preparation->start();
}

void CompareJob::fail(const Error &error)
{
    emit finished(outcomeWithoutRequest(error));
}

void CompareJob::send()
{
    m_permit = m_means.scheduler.request(m_permitRequest, this);
    connect(m_permit, &RunPermit::granted, this, [this] {
        if (m_generation)
            m_generation->retryNow();
        else
            launch();
    });
}

void CompareJob::launch()
{
    m_generation = new Generation(m_means.http, std::exchange(m_request.spec, {}), this);
    connect(m_generation, &Generation::retryScheduled, this,
            [this](int, std::chrono::milliseconds delay, const Error &reason) {
                m_permit->tryAgainAfter(delay, reason);
                emit postponed();
            });
    connect(m_generation, &Generation::finished, this, [this](const RunOutcome &outcome) {
        m_permit->giveBack(outcome.error);
        emit finished(outcome);
    });
    m_generation->start();
}

bool CompareJob::isAsking() const
{
    return m_generation && m_generation->state() != Generation::State::RetryWait;
}

} // namespace app
