// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/application/given_key_store.h"

#include "app/settings/memory_secret_store.h"

#include <QTest>

using namespace ui;
using namespace Qt::StringLiterals;

class GivenKeyStoreTest : public QObject
{
    Q_OBJECT
private slots:
    void theGivenKeyGoesToItsOriginOnly()
    {
        auto behind = std::make_unique<app::MemorySecretStore>();
        (void)behind->write(u"https://other"_s, u"other"_s);
        GivenKeyStore keys(std::move(behind), u"https://given"_s, u"secret"_s);
        QCOMPARE(keys.read(u"https://given"_s).result().value(), u"secret"_s);
        QCOMPARE(keys.read(u"https://other"_s).result().value(), u"other"_s);
        QCOMPARE(keys.read(u"https://third"_s).result().value(), QString());
    }

    void aKeyThatTheUserSetsTakesItsPlace()
    {
        GivenKeyStore keys(std::make_unique<app::MemorySecretStore>(), u"https://given"_s,
                           u"secret"_s);
        (void)keys.write(u"https://given"_s, u"typed"_s);
        QCOMPARE(keys.read(u"https://given"_s).result().value(), u"typed"_s);
        (void)keys.remove(u"https://given"_s);
        QCOMPARE(keys.read(u"https://given"_s).result().value(), QString());
    }
};

QTEST_GUILESS_MAIN(GivenKeyStoreTest)
#include "given_key_store_test.moc"
