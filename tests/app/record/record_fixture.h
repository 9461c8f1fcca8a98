// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/record/record_job.h"
#include "tests/app/chat/chat_fixture.h"

#include <QBuffer>
#include <QImage>
#include <QSignalSpy>

namespace tests {

/// A key that could be found anywhere where it does not belong.
inline const QString kTestKey = QStringLiteral("sk-very-secret-0123456789");

/// A chat with a scripted server that is sent a key, and the records of its runs.
struct RecordFixture : ChatFixture
{
    explicit RecordFixture(const QStringList &models = {QStringLiteral("words-3")})
        : ChatFixture(models)
    {
        QFuture<app::Result<void>> kept = secrets.write(app::origin(server.baseUrl()), kTestKey);
        kept.waitForFinished();
    }

    [[nodiscard]] app::RunId run(int position = 0) const { return end(position).run; }

    [[nodiscard]] app::Result<app::RecordedRun> record(app::RunId run)
    {
        app::RecordJob job(*store, [this](const QString &id) {
            return settings.provider(id).value_or(app::Provider());
        });
        std::optional<app::Result<app::RecordedRun>> result;
        QObject::connect(&job, &app::RecordJob::done, &job,
                         [&](const app::RecordedRun &record) { result = record; });
        QObject::connect(&job, &app::RecordJob::failed, &job,
                         [&](const app::Error &error) { result = app::fail(error); });
        job.start(run);
        if (!QTest::qWaitFor([&] { return result.has_value(); }, kPatienceMs))
            return app::fail(app::ErrorKind::Timeout);
        return *result;
    }
    /// Of the newest answer, once its end is written.
    [[nodiscard]] app::Result<app::RecordedRun> record()
    {
        app::Result<app::RecordedRun> found = app::fail(app::ErrorKind::Timeout);
        const bool isWritten = QTest::qWaitFor(
            [&] {
                found = record(run());
                return !found || found->run().timings.totalMs >= 0;
            },
            kPatienceMs);
        return isWritten ? found : app::fail(app::ErrorKind::Timeout);
    }

    /// A picture in the store, as a part of a prompt.
    [[nodiscard]] app::ImagePart picture(QRgb colour, int side = 3)
    {
        QImage image(side, side, QImage::Format_RGB32);
        image.fill(colour);
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        image.save(&buffer, "PNG");
        const auto sha256 = settled(store->putBlob(buffer.data(), QStringLiteral("image/png")));
        return {sha256.value_or(QByteArray()), QStringLiteral("image/png"),  side, side,
                buffer.data().size(),          QStringLiteral("picture.png")};
    }
    bool askWith(const QString &text, const QList<app::ImagePart> &images)
    {
        chat->send({text, images});
        return waitForEnd();
    }
};

} // namespace tests
