// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/memory_secret_store.h"

#include <QTest>

using namespace app;
using namespace Qt::StringLiterals;

class MemorySecretStoreTest : public QObject
{
    Q_OBJECT
private slots:
    void keepsOneKeyPerOrigin()
    {
        MemorySecretStore store;
        QVERIFY(!store.isPersistent());
        QCOMPARE(store.read(u"https://a"_s).result().value(), QString());
        QVERIFY(store.write(u"https://a"_s, u"first"_s).result());
        QVERIFY(store.write(u"https://a"_s, u"second"_s).result());
        QCOMPARE(store.read(u"https://a"_s).result().value(), u"second"_s);
        QCOMPARE(store.read(u"https://b"_s).result().value(), QString());
    }

    void forgetsARemovedKey()
    {
        MemorySecretStore store;
        QVERIFY(store.write(u"https://a"_s, u"key"_s).result());
        QVERIFY(store.remove(u"https://a"_s).result());
        QVERIFY(store.remove(u"https://a"_s).result());
        QCOMPARE(store.read(u"https://a"_s).result().value(), QString());
    }
};

QTEST_GUILESS_MAIN(MemorySecretStoreTest)
#include "memory_secret_store_test.moc"
