// SPDX-License-Identifier: GPL-3.0-or-later
// Every format of one conversation against tests/golden/export. A change that is meant is taken
// over with DIPTYCH_UPDATE_EXPORTS=1, and looked at.
#include "tests/app/export/export_fixture.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace app;
using namespace tests;
using namespace Qt::StringLiterals;

namespace {

const QByteArray kAnswer = "## Short\n\nUse **B**, because:\n\n1. it is *faster*\n2. see "
                           "[the page](https://e.org/?a=1&b=2)\n\n- [x] done\n- [ ] open\n\n"
                           "| n | value |\n|---|--:|\n| 1 | $x^2$ |\n\n```\nif (a < b)\n    "
                           "return;\n```\n\n> quoted\n\n$$\nE = mc^2\n$$\n";

/// Lanes, a vote, a picture, reasoning, a tool, a failure, a sweep, a blind round.
Exported everything()
{
    ConversationRows rows;
    const LaneId a = rows.addLane(u"deepseek-ai/DeepSeek-V3.1"_s,
                                  {{u"temperature"_s, 0}, {u"top_k"_s, 40}}, u"Be brief."_s);
    const LaneId b = rows.addLane(u"Qwen/Qwen3-235B"_s);
    const ImagePart image{"ab12", u"image/png"_s, 640, 480, 9, u"a \"cat\".png"_s};
    const RoundId first = rows.addRound();
    const MessageId prompt =
        rows.addPrompt(first, {}, "Which is better:\n  *A* or <b>B</b>?", {image});
    const MessageId one =
        rows.addAnswer(a, first, prompt, {ReasoningPart{"Let me see …", 2'300}, TextPart{kAnswer}});
    const TurnId winner = rows.record().turns.constLast().id;
    const MessageId two = rows.addAnswer(b, first, prompt, "Both.\n\n<script>alert(1)</script>");
    rows.record().votes.append(
        {.round = first, .sides = {{.turn = winner}}, .outcome = VoteOutcome::Winner, .winner = 0});

    const RoundId second = rows.addRound();
    rows.addAnswer(a, second, rows.addPrompt(second, one, "Add 1 and 1."),
                   {ToolCallPart{u"c1"_s, u"add"_s, "{\"a\":1,\"b\":1}", {}}});
    rows.addAnswer(b, second, rows.addPrompt(second, two, "Add 1 and 1."), "Tw");
    rows.record().messages.last().state = MessageState::Failed;
    Run &failed = rows.record().runs.last();
    failed.status = RunStatus::Failed;
    failed.error = Error{ErrorKind::RateLimited, u"=slow down, \"please\""_s, 429};
    failed.httpStatus = 429;

    const RoundId sweep = rows.addRound(RoundKind::Sweep);
    const MessageId swept = rows.addPrompt(sweep, {}, "A colour?");
    for (const double temperature : {0.0, 1.2})
        rows.addAnswer(a, sweep, swept, "Blue.", {{u"temperature"_s, temperature}});
    rows.setHead(a, rows.record().messages.at(4).id);

    const RoundId blind = rows.addRound();
    const MessageId asked = rows.addPrompt(blind, rows.record().lanes[0].head, "Blind?");
    rows.addAnswer(a, blind, asked, "No.");
    rows.addAnswer(b, blind, asked, "Yes.");
    rows.record().blindRounds.append({blind, {b, a}, 0});

    Exported exported = rows.exported();
    exported.images.insert("ab12", "not a cat");
    return exported;
}

} // namespace

class ExportGoldenTest : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { qputenv("TZ", "UTC"); }

    void isAsItWas_data()
    {
        QTest::addColumn<ExportFormat>("format");
        for (const QString &name : exportFormatNames())
            QTest::newRow(qPrintable(name)) << *exportFormatFromName(name);
    }
    void isAsItWas()
    {
        QFETCH(ExportFormat, format);
        const QByteArray text = written(format, everything());
        const QString name = u"everything."_s + exportFileEnding(format);
        QFile golden(QStringLiteral(DIPTYCH_SOURCE_DIR "/tests/golden/export/") + name);
        if (qEnvironmentVariableIsSet("DIPTYCH_UPDATE_EXPORTS")) {
            QVERIFY(golden.open(QIODevice::WriteOnly));
            QCOMPARE(golden.write(text), text.size());
            return;
        }
        QVERIFY2(golden.open(QIODevice::ReadOnly), qPrintable(golden.fileName()));
        if (golden.readAll() == text)
            return;
        QFile actual(QDir(QStringLiteral(DIPTYCH_BINARY_DIR)).filePath(name));
        QVERIFY(actual.open(QIODevice::WriteOnly));
        actual.write(text);
        QFAIL(qPrintable(u"diff %1 %2"_s.arg(golden.fileName(), actual.fileName())));
    }
};

QTEST_GUILESS_MAIN(ExportGoldenTest)
#include "export_golden_test.moc"
