// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/json_export.h"

#include "tests/app/export/export_fixture.h"
#include "tests/support/schema_breach.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace app;
using namespace tests;
using namespace Qt::StringLiterals;

namespace {

QJsonValue readJson(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly)
               ? QJsonValue(QJsonDocument::fromJson(file.readAll()).object())
               : QJsonValue();
}

/// Empty, or where it breaks the schema.
QString breach(const QJsonValue &value)
{
    const QJsonValue schemaJson =
        readJson(QStringLiteral(DIPTYCH_SOURCE_DIR "/tests/app/export/export-schema.json"));
    return schemaBreach(schemaJson, value);
}

Exported sample()
{
    ConversationRows rows;
    const LaneId lane = rows.addLane(u"m"_s, {{u"seed"_s, 1}});
    const RoundId round = rows.addRound();
    const ImagePart image{"ab", u"image/png"_s, 1, 2, 3, u"i.png"_s};
    const MessageId prompt = rows.addPrompt(round, {}, "Hi", {image});
    rows.addAnswer(
        lane, round, prompt,
        {ReasoningPart{"r", 1}, TextPart{"Hello"}, ToolCallPart{u"c"_s, u"f"_s, "{}", {}}});
    rows.addAnswer(lane, round, prompt, "Again");
    rows.record().runs.last().error = Error{ErrorKind::Server, u"broken"_s};
    rows.record().votes.append({.round = round, .outcome = VoteOutcome::Tie});
    Exported exported = rows.exported({.withBranches = true});
    exported.images.insert("ab", "xyz");
    ExportedRequest request;
    request.recipe.body = {{u"model"_s, u"m"_s}};
    request.recipe.bodySha256 = "00";
    request.path = {rows.record().messages.constFirst()};
    request.isWhole = true;
    exported.requests.insert(exported.rounds[0].answers[0].runs[0].id, request);
    return exported;
}

} // namespace

class JsonExportTest : public QObject
{
    Q_OBJECT
private slots:
    void followsItsDescription()
    {
        const QJsonDocument json = QJsonDocument::fromJson(written(ExportFormat::Json, sample()));
        QVERIFY(json.isObject());
        QCOMPARE(breach(json.object()), QString());
        QFile golden(QStringLiteral(DIPTYCH_SOURCE_DIR "/tests/golden/export/everything.json"));
        QVERIFY(golden.open(QIODevice::ReadOnly));
        QCOMPARE(breach(QJsonDocument::fromJson(golden.readAll()).object()), QString());
    }

    void aBreachIsFound()
    {
        QJsonObject json = QJsonDocument::fromJson(written(ExportFormat::Json, sample())).object();
        json.insert(u"unheard_of"_s, 1);
        QVERIFY(!breach(json).isEmpty());
    }

    void everyMemberIsDescribed()
    {
        QFile file(QStringLiteral(DIPTYCH_SOURCE_DIR "/app/export/export-json.md"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(file.readAll());
        const QJsonObject json =
            QJsonDocument::fromJson(written(ExportFormat::Json, sample())).object();
        QStringList names = json.keys();
        for (const QJsonValue &holder :
             {json["conversation"_L1], json["lanes"_L1][0], json["rounds"_L1][0],
              json["rounds"_L1][0]["answers"_L1][0],
              json["rounds"_L1][0]["answers"_L1][0]["messages"_L1][0], json["runs"_L1][0],
              json["runs"_L1][0]["usage"_L1], json["runs"_L1][0]["timings_ms"_L1],
              json["runs"_L1][0]["request"_L1], json["images"_L1][0]})
            names += holder.toObject().keys();
        for (const QString &name : std::as_const(names))
            QVERIFY2(text.contains(u'`' + name + u'`'), qPrintable(name));
    }

    void runsAndImagesCanBeLeftOut()
    {
        Exported exported = sample();
        exported.wish.withRuns = false;
        exported.images.clear();
        const QJsonObject json =
            QJsonDocument::fromJson(written(ExportFormat::Json, exported)).object();
        QCOMPARE(json["runs"_L1].toArray().size(), 0);
        QVERIFY(json["images"_L1][0]["base64"_L1].isNull());
        QCOMPARE(breach(json), QString());
    }
};

QTEST_GUILESS_MAIN(JsonExportTest)
#include "json_export_test.moc"
