// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/environment_keys.h"

#include <QProcessEnvironment>
#include <QTest>

using namespace app;
using namespace Qt::StringLiterals;

class EnvironmentKeysTest : public QObject
{
    Q_OBJECT
private slots:
    void followTheOrigin_data()
    {
        QTest::addColumn<QStringList>("set");
        QTest::addColumn<QString>("origin");
        QTest::addColumn<QString>("explicitOrigin");
        QTest::addColumn<QString>("variable"); // whose key is taken; empty: none
        const auto deepInfra = u"https://api.deepinfra.com"_s;
        const auto other = u"http://localhost:8080"_s;
        const QStringList all{u"DEEPINFRA_API_KEY"_s, u"DEEPINFRA_TOKEN"_s, u"DIPTYCH_API_KEY"_s};
        const QStringList deepInfraOnly = all.mid(0, 2);
        QTest::newRow("DeepInfra") << all << deepInfra << QString() << u"DEEPINFRA_API_KEY"_s;
        QTest::newRow("its second name")
            << all.mid(1) << deepInfra << QString() << u"DEEPINFRA_TOKEN"_s;
        QTest::newRow("not to another") << deepInfraOnly << other << other << QString();
        QTest::newRow("not over http")
            << deepInfraOnly << u"http://api.deepinfra.com"_s << QString() << QString();
        QTest::newRow("not to a look-alike")
            << deepInfraOnly << u"https://api.deepinfra.com.example"_s << QString() << QString();
        QTest::newRow("not to another port")
            << deepInfraOnly << u"https://api.deepinfra.com:8443"_s << QString() << QString();
        QTest::newRow("named by the call") << all << other << other << u"DIPTYCH_API_KEY"_s;
        QTest::newRow("not named by the call") << all << other << QString() << QString();
        QTest::newRow("another one named") << all << other << u"https://a.example"_s << QString();
        QTest::newRow("DeepInfra by name") << all << deepInfra << deepInfra << u"DIPTYCH_API_KEY"_s;
        QTest::newRow("no origin") << all << QString() << QString() << QString();
        QTest::newRow("nothing set") << QStringList() << deepInfra << deepInfra << QString();
    }

    void followTheOrigin()
    {
        QFETCH(QStringList, set);
        QFETCH(QString, origin);
        QFETCH(QString, explicitOrigin);
        QFETCH(QString, variable);
        QProcessEnvironment environment;
        for (const QString &name : set)
            environment.insert(name, u" key of %1\n"_s.arg(name));
        const auto found = environmentKey(environment, origin, explicitOrigin);
        QCOMPARE(found.has_value(), !variable.isEmpty());
        if (found)
            QCOMPARE(*found, (EnvironmentKey{variable, u"key of %1"_s.arg(variable)}));
    }

    void anEmptyVariableIsNoKey()
    {
        QProcessEnvironment environment;
        environment.insert(u"DEEPINFRA_API_KEY"_s, u"  "_s);
        environment.insert(u"DEEPINFRA_TOKEN"_s, u"second"_s);
        const auto found = environmentKey(environment, u"https://api.deepinfra.com"_s, {});
        QCOMPARE(found.value().key, u"second"_s);
    }

    void aControlCharacterIsNoPartOfAKey_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<bool>("isSendable");
        QTest::newRow("plain") << u"sk-Az09_.~+/="_s << true;
        QTest::newRow("beyond ASCII") << u"clé"_s << true;
        QTest::newRow("a header") << u"sk\r\nX-Evil: 1"_s << false;
        QTest::newRow("line feed") << u"a\nb"_s << false;
        QTest::newRow("tab") << u"a\tb"_s << false;
        QTest::newRow("delete") << u"a\x7f"_s << false;
        QTest::newRow("of the second set") << u"a\u0085z"_s << false;
    }
    void aControlCharacterIsNoPartOfAKey()
    {
        QFETCH(QString, key);
        QTEST(isSendableKey(key), "isSendable");
    }

    void namesTheVariablesForARefusal()
    {
        QCOMPARE(keyVariables(u"http://localhost:8080"_s, u"http://localhost:8080"_s),
                 QStringList(u"DIPTYCH_API_KEY"_s));
        QCOMPARE(keyVariables(u"http://localhost:8080"_s, {}), QStringList());
    }
};

QTEST_GUILESS_MAIN(EnvironmentKeysTest)
#include "environment_keys_test.moc"
