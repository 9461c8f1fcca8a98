// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/schema/schema_checker.h"

#include "tests/support/patience.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>

#include <csignal>
#include <signal.h>

using namespace app;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Kind = SchemaVerdict::Kind;

namespace {

constexpr auto kPerson = R"({
    "type": "object",
    "properties": {
        "name": { "type": "string", "minLength": 1 },
        "age": { "type": "integer", "minimum": 0 },
        "mail/home": { "type": ["string", "null"], "pattern": "^.+@.+$" },
        "tags": { "type": "array", "items": { "enum": ["a", "b"] } }
    },
    "required": ["name", "age"],
    "additionalProperties": false
})";

SchemaVerdict waitedFor(const QFuture<SchemaVerdict> &future)
{
    const bool done = QTest::qWaitFor([&] { return future.isFinished(); }, tests::kPatienceMs);
    return done && future.resultCount() > 0 ? future.result() : SchemaVerdict{};
}

QStringList places(const SchemaVerdict &verdict)
{
    QStringList places;
    for (const SchemaFailure &failure : verdict.failures)
        places.append(failure.path + u' ' + failure.keyword + u' ' + failure.detail);
    return places;
}

bool isAlive(qint64 process)
{
    // A zombie is not alive, and its parent is this process.
    QFile status(u"/proc/%1/stat"_s.arg(process));
    return status.open(QIODevice::ReadOnly) && !status.readAll().contains(") Z ");
}

} // namespace

class SchemaCheckerTest : public QObject
{
    Q_OBJECT

    SchemaVerdict check(const QByteArray &schema, const QByteArray &value)
    {
        return waitedFor(m_checker.check(schema, value));
    }

    SchemaChecker m_checker;

private slots:
    // moc reads no raw text with a lone quote, bracket or # in it: those are written with escapes.
    void whatFits()
    {
        QCOMPARE(check(kPerson, R"({"name":"Ada","age":36})").kind, Kind::Valid);
        QCOMPARE(check("true", "12").kind, Kind::Valid);
        QCOMPARE(check(R"({"type":"string"})", "\"x\"").kind, Kind::Valid);
    }

    void whatDoesNotFitIsListed_data()
    {
        QTest::addColumn<QByteArray>("schema");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QStringList>("failures");
        const auto row = [](const char *name, const char *schema, const char *value,
                            const QStringList &failures) {
            QTest::newRow(name) << QByteArray(schema) << QByteArray(value) << failures;
        };
        row("missing", kPerson, R"({"name":"Ada"})", {u" required age"_s});
        row("type", kPerson, R"({"name":"Ada","age":"36"})", {u"/age type string"_s});
        row("number", kPerson, R"({"name":"Ada","age":-1})", {u"/age minimum 0"_s});
        row("no whole number", kPerson, R"({"name":"Ada","age":1.5})", {u"/age type number"_s});
        row("length", kPerson, R"({"name":"","age":1})", {u"/name minLength 1"_s});
        row("additional", kPerson, "{\"name\":\"A\",\"age\":1,\"it's\":2}",
            {u"/it's additionalProperties it's"_s});
        row("pattern and pointer", kPerson, R"({"name":"A","age":1,"mail/home":"x"})",
            {u"/mail~1home pattern ^.+@.+$"_s});
        row("in a list", kPerson, R"({"name":"A","age":1,"tags":["a","c"]})", {u"/tags/1 enum "_s});
        row("the whole", kPerson, "[]", {u" type array"_s});
        row("nothing is allowed", "false", "1", {u" false "_s});
        row("no member is allowed", R"({"properties":{"a":false}})", R"({"a":1})",
            {u"/a false "_s});
        row("alternatives", R"({"anyOf":[{"type":"string"},{"type":"null"}]})", "1",
            {u" type number"_s, u" anyOf "_s});
        row("two at once", R"({"oneOf":[{"type":"integer"},{"minimum":2}]})", "3", {u" oneOf "_s});
        row("multiple", R"({"multipleOf":0.01})", "19.995", {u" multipleOf 0.01"_s});
        row("format", R"({"format":"date"})", "\"2026-02-30\"", {u" format date"_s});
        row("condition", R"({"if":{"required":["a"]},"then":{"required":["b"]}})", R"({"a":1})",
            {u" required b"_s});
    }
    void whatDoesNotFitIsListed()
    {
        QFETCH(QByteArray, schema);
        QFETCH(QByteArray, value);
        const SchemaVerdict verdict = check(schema, value);
        QCOMPARE(verdict.kind, Kind::Invalid);
        QTEST(places(verdict), "failures");
        for (const SchemaFailure &failure : verdict.failures)
            QVERIFY(!failure.message.isEmpty());
    }

    /// Where version 1.0 of the library alone says something else.
    void numbersTextsAndFormatsAreReadWell_data()
    {
        QTest::addColumn<QByteArray>("schema");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<bool>("fits");
        const auto row = [](const char *schema, const char *value, bool fits) {
            QTest::newRow(qPrintable(QString::fromUtf8(schema) + u' ' + QString::fromUtf8(value)))
                << QByteArray(schema) << QByteArray(value) << fits;
        };
        row(R"({"type":"integer"})", "1732950000000", true);
        row(R"({"type":"integer"})", "1.0", true);
        row(R"({"multipleOf":0.01})", "19.99", true);
        row(R"({"multipleOf":2})", "0.5", false);
        row(R"({"pattern":"^.{1,3}$"})", "\"äöü\"", true);
        row(R"({"pattern":"^a$"})", "\"a\\n\"", false);
        row(R"({"pattern":"^[\\u00e0-\\u00ff]+$"})", "\"é\"", true);
        row(R"({"maxLength":3})", "\"😀😀😀\"", true);
        row(R"({"patternProperties":{"^.$":{"type":"string"}}})", R"({"ü":1})", false);
        row(R"({"format":"date-time"})", "12", true);
        row(R"({"format":"date-time"})", "\"2026-11-30T12:00:00|01:00\"", false);
        row(R"({"format":"email"})", "\"nobody\"", true);
    }
    void numbersTextsAndFormatsAreReadWell()
    {
        QFETCH(QByteArray, schema);
        QFETCH(QByteArray, value);
        QFETCH(bool, fits);
        QCOMPARE(check(schema, value).kind, fits ? Kind::Valid : Kind::Invalid);
    }

    void whatCannotBeCheckedIsNotValid_data()
    {
        QTest::addColumn<QByteArray>("schema");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<NotCheckedReason>("reason");
        QTest::addColumn<QString>("detail");
        using Reason = NotCheckedReason;
        const auto row = [](const char *name, const QByteArray &schema, const QByteArray &value,
                            Reason reason, const char *detail = "") {
            QTest::newRow(name) << schema << value << reason << QString::fromUtf8(detail);
        };
        row("schema is no JSON", "{", "1", Reason::NotJson);
        row("value is no JSON", "{}", "{", Reason::NotJson);
        row("nothing", "{}", "", Reason::NotJson);
        row("no schema", R"({"type":"text"})", "1", Reason::NotASchema);
        row("a list is no schema", "[]", "1", Reason::NotASchema);
        row("reference to a server", R"({"$ref":"http://127.0.0.1:9/s.json"})", "1",
            Reason::RemoteReference, "http://127.0.0.1:9/s.json");
        row("reference to a file", R"({"properties":{"a":{"$ref":"file:///etc/passwd"}}})", "1",
            Reason::RemoteReference, "file:///etc/passwd");
        row("reference to nothing", R"({"$ref":"#/definitions/a"})", "1", Reason::UnknownReference,
            "#/definitions/a");
        row("keyword of a later draft", R"({"items":{"prefixItems":[{}]}})", "1",
            Reason::UnsupportedKeyword, "prefixItems");
        row("behind a reference", R"({"$ref":"#/x","x":{"unevaluatedItems":false}})", "1",
            Reason::UnsupportedKeyword, "unevaluatedItems");
        row("no pattern", "{\"pattern\":\"(\"}", "\"a\"", Reason::UnsupportedPattern, "(");
        row("a schema without an end", "{\"allOf\":[{\"$ref\":\"#\"}]}", "1", Reason::Crashed);
        row("a reference to itself", "{\"$ref\":\"#\"}", "1", Reason::Crashed);
        row("too large a schema", QByteArray(kLargestSchema + 1, ' '), "1", Reason::TooLarge);
        row("nested too deeply", "{}", QByteArray(5'000, '[') + QByteArray(5'000, ']'),
            Reason::NotJson);
    }
    void whatCannotBeCheckedIsNotValid()
    {
        QFETCH(QByteArray, schema);
        QFETCH(QByteArray, value);
        const SchemaVerdict verdict = check(schema, value);
        QCOMPARE(verdict.kind, Kind::NotChecked);
        QTEST(verdict.reason, "reason");
        QTEST(verdict.detail, "detail");
        QCOMPARE(check(kPerson, R"({"name":"Ada","age":36})").kind, Kind::Valid);
    }

    void namesAreNoKeywords()
    {
        QCOMPARE(check(R"({"properties":{"prefixItems":{"type":"string"},"$ref":{}}})", "{}").kind,
                 Kind::Valid);
        QCOMPARE(check(R"({"enum":[{"$ref":"a.json"}]})", R"({"$ref":"a.json"})").kind,
                 Kind::Valid);
    }

    void schemasAreCheckedByTheirSchema()
    {
        QCOMPARE(waitedFor(m_checker.checkSchema(kPerson)).kind, Kind::Valid);
        const SchemaVerdict verdict = waitedFor(
            m_checker.checkSchema(R"({"properties":{"a":{"type":"text"},"b":{"minLength":-1}}})"));
        QCOMPARE(verdict.reason, NotCheckedReason::NotASchema);
        QVERIFY(places(verdict).contains(u"/properties/b/minLength minimum 0"_s));
        QVERIFY(places(verdict).contains(u"/properties/a/type enum "_s));
    }

    /// PCRE gives up, or the limit on time does: either way it ends, and nobody says valid.
    void aPatternThatExplodesEnds()
    {
        const QByteArray value = '"' + QByteArray(40, 'a') + "!\"";
        const SchemaVerdict verdict = check(R"({"pattern":"^((a+)+)+$"})", value);
        QVERIFY(verdict.kind != Kind::Valid);
        QCOMPARE(check("true", "1").kind, Kind::Valid);
    }

    void manyFailuresAreCut()
    {
        QByteArray list = "[0";
        for (int i = 0; i < 5'000; ++i)
            list += ",0";
        const SchemaVerdict verdict = check(R"({"items":{"type":"string"}})", list + ']');
        QCOMPARE(verdict.kind, Kind::Invalid);
        QCOMPARE(verdict.failures.size(), kMostSchemaFailures);
        QVERIFY(verdict.hasMore);
        QCOMPARE(verdict.failures.last().path, u"/99"_s);
    }

    void theProcessIsKept()
    {
        QCOMPARE(check("true", "1").kind, Kind::Valid);
        const qint64 first = m_checker.processId();
        QVERIFY(first > 0);
        for (int i = 0; i < 20; ++i)
            QCOMPARE(check("true", "1").kind, Kind::Valid);
        QCOMPARE(m_checker.processId(), first);
    }

    void aKilledProcessIsReplaced()
    {
        QCOMPARE(check("true", "1").kind, Kind::Valid);
        const qint64 first = m_checker.processId();
        QCOMPARE(::kill(pid_t(first), SIGSTOP), 0);
        const QFuture<SchemaVerdict> asked = m_checker.check("true", "1");
        const QFuture<SchemaVerdict> waiting = m_checker.check("false", "1");
        QCOMPARE(::kill(pid_t(first), SIGKILL), 0);
        const SchemaVerdict verdict = waitedFor(asked);
        QCOMPARE(verdict.kind, Kind::NotChecked);
        QCOMPARE(verdict.reason, NotCheckedReason::Crashed);
        QCOMPARE(waitedFor(waiting).kind, Kind::Invalid);
        QVERIFY(m_checker.processId() != first);
    }

    void whoTakesTooLongIsEnded()
    {
        SchemaChecker checker;
        QCOMPARE(waitedFor(checker.check("true", "1")).kind, Kind::Valid);
        const qint64 process = checker.processId();
        checker.setLimit(50ms);
        QCOMPARE(::kill(pid_t(process), SIGSTOP), 0);
        const SchemaVerdict verdict = waitedFor(checker.check("true", "1"));
        QCOMPARE(verdict.reason, NotCheckedReason::TimedOut);
        QTRY_VERIFY(!isAlive(process));
    }

    void nothingIsLeftBehind()
    {
        qint64 process = 0;
        QFuture<SchemaVerdict> asked;
        {
            SchemaChecker checker;
            checker.warmUp();
            asked = checker.check("true", "1");
            process = checker.processId();
            QVERIFY(process > 0);
        }
        QVERIFY(!isAlive(process));
        QVERIFY(asked.isCanceled());
    }

    void withoutAProgramNothingIsChecked()
    {
        for (const QString &program : {QString(), u"/nowhere/diptych-schema-check"_s}) {
            SchemaChecker checker;
            checker.setProgram(program);
            const QFuture<SchemaVerdict> first = checker.check("true", "1");
            const QFuture<SchemaVerdict> second = checker.checkSchema("true");
            QCOMPARE(waitedFor(first).reason, NotCheckedReason::NoProgram);
            QCOMPARE(waitedFor(second).reason, NotCheckedReason::NoProgram);
        }
    }

    void anotherProgramIsNotBelieved()
    {
        SchemaChecker checker;
        checker.setProgram(u"/bin/cat"_s);
        const SchemaVerdict verdict = waitedFor(checker.check("true", QByteArray(100, '1')));
        QCOMPARE(verdict.kind, Kind::NotChecked);
        QCOMPARE(verdict.reason, NotCheckedReason::Crashed);
    }
};

QTEST_GUILESS_MAIN(SchemaCheckerTest)
#include "schema_checker_test.moc"
