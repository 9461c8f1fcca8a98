// SPDX-License-Identifier: GPL-3.0-or-later
// The verdicts of the helper process against the cases of the standard's own suite, as Debian packs
// it (json-schema-test-suite): draft 7, with the optional formats that are looked at.
#include "app/schema/json_text.h"
#include "app/schema/schema_checker.h"

#include "tests/support/patience.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace app;
using namespace Qt::StringLiterals;

namespace {

#ifdef JSON_SCHEMA_TEST_SUITE
const auto kSuite = QStringLiteral(JSON_SCHEMA_TEST_SUITE);
#else
const auto kSuite = QString();
#endif

/// Groups whose schema is not used, "file: group"; that is said instead of a verdict. valijson
/// knows no base addresses ($id), and other documents are never fetched.
const QStringList kNotChecked{
    u"ref.json: Recursive references between schemas"_s,
    u"refRemote.json: remote ref"_s,
    u"refRemote.json: fragment within remote ref"_s,
    u"refRemote.json: ref within remote ref"_s,
    u"refRemote.json: base URI change"_s,
    u"refRemote.json: base URI change - change folder"_s,
    u"refRemote.json: base URI change - change folder in subschema"_s,
    u"refRemote.json: root ref in remote ref"_s,
};

} // namespace

class SchemaSuiteTest : public QObject
{
    Q_OBJECT

    SchemaChecker m_checker;
    QStringList m_different;
    QStringList m_notChecked;
    int m_cases = 0;

    void runCase(const QString &name, const QByteArray &schema, const QJsonObject &one)
    {
        const QFuture<SchemaVerdict> future = m_checker.check(schema, compactJson(one["data"_L1]));
        QTRY_VERIFY(future.isFinished());
        const SchemaVerdict verdict = future.result();
        const bool isValid = one["valid"_L1].toBool();
        ++m_cases;
        if (verdict.kind == SchemaVerdict::Kind::NotChecked) {
            if (!m_notChecked.contains(name))
                m_notChecked.append(name);
            return;
        }
        const QString whole = name + u": "_s + one["description"_L1].toString();
        if ((verdict.kind == SchemaVerdict::Kind::Valid) != isValid)
            m_different.append(whole);
    }

    void runFile(const QString &path)
    {
        QFile file(kSuite + u'/' + path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonArray groups = QJsonDocument::fromJson(file.readAll()).array();
        QVERIFY(!groups.isEmpty());
        for (const QJsonValue &group : groups) {
            const QString name = path + u": "_s + group["description"_L1].toString();
            const QByteArray schema = compactJson(group["schema"_L1]);
            const QJsonArray cases = group["tests"_L1].toArray();
            for (const QJsonValue &one : cases)
                runCase(name, schema, one.toObject());
        }
    }

private slots:
    void draft7()
    {
        if (kSuite.isEmpty())
            QSKIP("json-schema-test-suite is not installed");
        QStringList files = QDir(kSuite).entryList({u"*.json"_s}, QDir::Files);
        QVERIFY(files.size() > 30);
        files += {u"optional/format/date.json"_s, u"optional/format/date-time.json"_s,
                  u"optional/format/time.json"_s};
        for (const QString &path : std::as_const(files))
            runFile(path);
        qInfo("%d cases, %d with another verdict, %d schemas not checked", m_cases,
              int(m_different.size()), int(m_notChecked.size()));
        QVERIFY(m_cases > 400);
        QCOMPARE(m_different, QStringList());
        QCOMPARE(m_notChecked, kNotChecked);
    }
};

QTEST_GUILESS_MAIN(SchemaSuiteTest)
#include "schema_suite_test.moc"
