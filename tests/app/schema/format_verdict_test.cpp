// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/schema/format_verdict.h"

#include "app/schema/schema_checker.h"
#include "tests/support/patience.h"

#include <QTest>

using namespace app;
using namespace Qt::StringLiterals;

using Kind = FormatVerdict::Kind;

class FormatVerdictTest : public QObject
{
    Q_OBJECT

    SchemaChecker m_checker;

private slots:
    void verdicts_data()
    {
        QTest::addColumn<QByteArray>("schema"); // empty: any object
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<Kind>("kind");
        const auto row = [](const char *name, const char *schema, const char *answer, Kind kind) {
            QTest::newRow(name) << QByteArray(schema) << QByteArray(answer) << kind;
        };
        constexpr auto kObject = R"({"type":"object"})";
        row("fits", kObject, "{}", Kind::Fits);
        row("fits in a fence", kObject, "Here:\n```json\n{}\n```\n", Kind::Fits);
        row("another type", kObject, "[]", Kind::DoesNotFit);
        row("no schema", R"({"type":3})", "{}", Kind::NotChecked);
        row("words", kObject, "I would rather not.", Kind::NoJson);
        row("broken", kObject, "{\"a\":1,}", Kind::Broken);
        row("cut", kObject, "{\"a\":1,", Kind::Cut);
        row("an object", "", "{}", Kind::Fits);
        row("no object", "", "[1]", Kind::NotAnObject);
        row("no JSON", "", "x", Kind::NoJson);
    }
    void verdicts()
    {
        QFETCH(QByteArray, schema);
        QFETCH(QByteArray, answer);
        const AnswerFormat format{
            schema.isEmpty() ? AnswerFormat::Kind::Json : AnswerFormat::Kind::Schema, {}, schema};
        const QFuture<FormatVerdict> future = checkAnswer(m_checker, format, answer);
        QTRY_VERIFY(future.isFinished());
        QTEST(future.result().kind, "kind");
    }

    void aCutAndAFaultHaveTheirPlace()
    {
        const AnswerFormat format{AnswerFormat::Kind::Json, {}, {}};
        const QFuture<FormatVerdict> cut = checkAnswer(m_checker, format, "{\n  \"a\": tr");
        QVERIFY(cut.isFinished());
        QCOMPARE(cut.result().place, (LinePlace{2, 10}));
        const QFuture<FormatVerdict> broken = checkAnswer(m_checker, format, "{\n  \"a\": tx");
        QCOMPARE(broken.result().place, (LinePlace{2, 9}));
        QCOMPARE(broken.result().fault, JsonOutline::Fault::Word);
    }
};

QTEST_GUILESS_MAIN(FormatVerdictTest)
#include "format_verdict_test.moc"
