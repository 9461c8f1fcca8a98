// SPDX-License-Identifier: GPL-3.0-or-later
// The arguments of calls, held against the schemas of their tools.
#include "app/services.h"
#include "app/settings/memory_secret_store.h"
#include "app/tools/tool_registry.h"
#include "tests/support/patience.h"

#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace app;
using namespace Qt::StringLiterals;
using Kind = SchemaVerdict::Kind;

class ArgumentCheckTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_profile;
    Services m_services{{.paths = Paths::inFolder(m_profile.path()),
                         .secrets = std::make_unique<MemorySecretStore>()}};

    SchemaVerdict verdict(const QByteArray &schema, const QByteArray &arguments)
    {
        Tool tool;
        tool.schema = QJsonDocument::fromJson(schema).object();
        const QFuture<SchemaVerdict> asked = m_services.tools->checkArguments(tool, arguments);
        if (!QTest::qWaitFor([&] { return asked.isFinished(); }, tests::kPatienceMs)
            || asked.resultCount() == 0)
            return {};
        return asked.result();
    }

private slots:
    void verdicts_data()
    {
        QTest::addColumn<QByteArray>("schema");
        QTest::addColumn<QByteArray>("arguments");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("keyword");
        const auto row = [](const char *name, const QByteArray &schema, const QByteArray &arguments,
                            Kind kind, const QString &keyword = {}) {
            QTest::newRow(name) << schema << arguments << int(kind) << keyword;
        };
        const QByteArray city =
            R"({"type":"object","properties":{"city":{"type":"string"}},"required":["city"]})";
        row("fits", city, R"({"city":"Rome"})", Kind::Valid);
        row("missing", city, "{}", Kind::Invalid, u"required"_s);
        row("nothing at all", city, " ", Kind::Invalid, u"required"_s);
        row("another type", city, R"({"city":3})", Kind::Invalid, u"type"_s);
        row("a pattern", R"({"properties":{"a":{"type":"string","pattern":"^x+$"}}})",
            R"({"a":"y"})", Kind::Invalid, u"pattern"_s);
        row("a reference",
            R"({"properties":{"a":{"$ref":"#/definitions/a"}},"definitions":{"a":{"type":"null"}}})",
            R"({"a":1})", Kind::Invalid, u"type"_s);
        row("no schema", "{}", R"({"a":1})", Kind::Valid);
        row("no schema and nothing", "{}", "", Kind::Valid);
        row("a list", "{}", "[1]", Kind::Invalid, u"type"_s);
        row("no JSON", city, R"({"city":)", Kind::NotChecked);
        row("a schema elsewhere", R"({"properties":{"a":{"$ref":"http://127.0.0.1:9/s.json"}}})",
            R"({"a":1})", Kind::NotChecked);
    }

    void verdicts()
    {
        QFETCH(QByteArray, schema);
        QFETCH(QByteArray, arguments);
        QFETCH(int, kind);
        QFETCH(QString, keyword);
        const SchemaVerdict found = verdict(schema, arguments);
        QCOMPARE(int(found.kind), kind);
        QCOMPARE(found.failures.isEmpty(), found.kind != Kind::Invalid);
        if (found.kind == Kind::Invalid)
            QCOMPARE(found.failures.first().keyword, keyword);
    }

    /// It is told at once the second time, and other schemas are checked as before.
    void aSchemaThatEndsTheHelperIsAskedOnce()
    {
        const QByteArray endless = R"({"allOf":[{"$ref":"#"}]})";
        QCOMPARE(verdict(endless, "{}").kind, Kind::NotChecked);
        QTRY_COMPARE(verdict(endless, R"({"a":1})").reason, NotCheckedReason::TimedOut);
        QCOMPARE(verdict(R"({"required":["a"]})", "{}").kind, Kind::Invalid);
    }
};

QTEST_GUILESS_MAIN(ArgumentCheckTest)
#include "argument_check_test.moc"
