// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/record/record_facts.h"

#include "app/evaluation/costs.h"
#include "ui/wording/error_wording.h"
#include "ui/wording/finish_wording.h"
#include "ui/wording/number_wording.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

struct RecordFactList
{
    Q_DECLARE_TR_FUNCTIONS(ui::RecordFacts)
public:
    void add(const QString &name, const QString &value)
    {
        if (!value.isEmpty())
            facts.append({name, value});
    }
    void addHeaders(const QString &name, const app::HeaderLines &headers)
    {
        QStringList lines;
        for (const auto &[header, value] : headers)
            lines.append(QString::fromUtf8(header + ": " + value));
        add(name, lines.join(u'\n'));
    }
    void addImages(const QList<app::RecordedImage> &images)
    {
        int number = 0;
        for (const app::RecordedImage &image : images) {
            //: %1 is the place of an image among those of the request
            add(tr("Image %1").arg(++number), imageText(image));
        }
    }
    static QString imageText(const app::RecordedImage &image)
    {
        const QString sha256 = QString::fromLatin1(image.sha256);
        if (!image.url.isEmpty()) {
            //: %1 is the address of an image, %2 letters and figures
            return tr("%1\nFetched by the server. SHA-256 of the address: %2")
                .arg(image.url, sha256);
        }
        return u"%1 · %2 × %3 · %4\nSHA-256 %5"_s.arg(image.mimeType, QString::number(image.width),
                                                      QString::number(image.height),
                                                      bytesText(image.bytes.size()), sha256);
    }
    void addFailures(const app::RecordedRun &record)
    {
        for (const app::FailedAttempt &failure : record.stored.exchange->failures) {
            const QString sentence =
                errorSentence(failure.reason, record.run().providerName, record.run().model).text;
            //: %1 is a duration, %2 a sentence
            add(tr("Failed attempt"),
                tr("After %1: %2")
                    .arg(durationText(std::chrono::milliseconds(failure.atMs)), sentence));
        }
    }

    QList<RunFact> facts;
};

} // namespace

QList<RunFact> placeFacts(const app::Conversation &conversation, const app::Message &reply)
{
    RecordFactList list;
    const auto cost = [](double usd) { return usd > 0 ? costText(usd) : QString(); };
    if (conversation.veiledRounds().isEmpty()) { // sums tell who was the cheap one
        list.add(RecordFactList::tr("This round so far"),
                 cost(app::roundCostUsd(conversation, reply.round)));
        list.add(RecordFactList::tr("This conversation so far"), cost(conversation.costUsd()));
    }
    if (reply.run)
        list.add(RecordFactList::tr("Id of the record"), QString::number(reply.run.value()));
    return list.facts;
}

QList<RunFact> requestFacts(const app::RecordedRun &record)
{
    RecordFactList list;
    if (!record.url.isEmpty()) {
        list.add(record.isAddressOfNow ? RecordFactList::tr("Address today")
                                       : RecordFactList::tr("Address"),
                 QString::fromLatin1(record.method) + u' ' + record.url);
    }
    list.addHeaders(RecordFactList::tr("Headers"), record.sent);
    if (record.stored.recipe) {
        list.add(RecordFactList::tr("Size"), bytesText(record.stored.recipe->bodyBytes));
        list.add(u"SHA-256"_s, QString::fromLatin1(record.stored.recipe->bodySha256));
    }
    list.addImages(record.images);
    return list.facts;
}

QList<RunFact> responseFacts(const app::RecordedRun &record)
{
    RecordFactList list;
    const app::Run &run = record.run();
    list.add(RecordFactList::tr("Status"), runStatusText(run.status));
    if (run.httpStatus > 0)
        list.add(u"HTTP"_s, QString::number(run.httpStatus));
    QStringList reasons;
    for (const app::Message &reply : record.stored.replies) {
        if (!reply.finishReason.isEmpty())
            reasons.append(finishReasonText(reply.finishReason));
    }
    list.add(RecordFactList::tr("Finish reasons"), reasons.join(u", "_s));
    list.add(RecordFactList::tr("Response id"), run.responseId);
    if (run.error)
        list.add(RecordFactList::tr("Error"),
                 errorSentence(*run.error, run.providerName, run.model).text);
    if (!record.stored.exchange) {
        list.add(RecordFactList::tr("Headers"),
                 RecordFactList::tr("An older version of the program did not keep them."));
        return list.facts;
    }
    list.addFailures(record);
    //: What a server calls the version of itself that answered.
    list.add(RecordFactList::tr("Fingerprint"), record.stored.exchange->fingerprint);
    list.addHeaders(RecordFactList::tr("Headers"), record.stored.exchange->received);
    return list.facts;
}

} // namespace ui
