// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/keychain_secret_store.h"
#include "tests/support/patience.h"

#include <QLoggingCategory>
#include <QProcess>
#include <QTest>

using namespace app;
using namespace Qt::StringLiterals;

namespace {
const auto kOrigin = u"https://api.example"_s;

bool hasKeyring()
{
    return qEnvironmentVariableIsSet("DIPTYCH_TEST_KEYRING");
}
} // namespace

template <typename T>
Result<T> waitFor(const QFuture<Result<T>> &future)
{
    if (!QTest::qWaitFor([&future] { return future.isFinished(); }, tests::kPatienceMs)
        || future.resultCount() == 0)
        return fail(ErrorKind::Timeout, u"the future has no result"_s);
    return future.result();
}

/// Run twice: in a session with a real key store (with_gnome_keyring.sh), and without a session
/// bus.
class KeychainSecretStoreTest : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        if (!hasKeyring())
            return;
        KeychainSecretStore store;
        QVERIFY(waitFor(store.remove(kOrigin)));
    }

    void readsNothingWhereNothingWasWritten()
    {
        KeychainSecretStore store;
        QCOMPARE(waitFor(store.read(kOrigin)), Result<QString>(QString()));
        QCOMPARE(store.isPersistent(), hasKeyring());
    }

    void givesBackWhatWasWritten()
    {
        KeychainSecretStore store;
        QVERIFY(waitFor(store.write(kOrigin, u"sk-ünïcode-1"_s)));
        QCOMPARE(waitFor(store.read(kOrigin)), Result<QString>(u"sk-ünïcode-1"_s));
        QVERIFY(waitFor(store.write(kOrigin, u"sk-2"_s)));
        QCOMPARE(waitFor(store.read(kOrigin)), Result<QString>(u"sk-2"_s));
        QVERIFY(waitFor(store.remove(kOrigin)));
        QCOMPARE(waitFor(store.read(kOrigin)), Result<QString>(QString()));
    }

    void anotherStoreFindsItOnlyInAKeyStore()
    {
        {
            KeychainSecretStore store;
            QVERIFY(waitFor(store.write(kOrigin, u"sk-kept"_s)));
        }
        KeychainSecretStore store;
        const QString expected = hasKeyring() ? u"sk-kept"_s : QString();
        QCOMPARE(waitFor(store.read(kOrigin)), Result<QString>(expected));
    }

    void readsWhatAnotherProcessWrote()
    {
        if (!hasKeyring())
            QSKIP("no key store in this run");
        QProcess other;
        other.start(QCoreApplication::applicationFilePath(),
                    {u"--write"_s, kOrigin, u"sk-other"_s});
        QVERIFY(other.waitForFinished());
        QCOMPARE(other.exitCode(), 0);
        KeychainSecretStore store;
        QCOMPARE(waitFor(store.read(kOrigin)), Result<QString>(u"sk-other"_s));
        QVERIFY(store.isPersistent());
    }

    void queuedJobsEndInOrder()
    {
        KeychainSecretStore store;
        QStringList ends;
        const auto note = [this, &ends](auto future, const QString &name) {
            future.then(this, [&ends, name](const auto &) { ends.append(name); });
        };
        note(store.write(kOrigin, u"one"_s), u"write one"_s);
        note(store.write(kOrigin, u"two"_s), u"write two"_s);
        const auto read = store.read(kOrigin);
        note(read, u"read"_s);
        note(store.remove(kOrigin), u"remove"_s);
        QTRY_COMPARE_WITH_TIMEOUT(ends.size(), 4, tests::kPatienceMs);
        QCOMPARE(ends, (QStringList{u"write one"_s, u"write two"_s, u"read"_s, u"remove"_s}));
        QCOMPARE(read.result(), Result<QString>(u"two"_s));
    }

    void aHandlerMayQueueMore()
    {
        KeychainSecretStore store;
        QString found;
        store.write(kOrigin, u"again"_s).then(this, [&](const Result<void> &) {
            store.read(kOrigin).then(
                this, [&found](const Result<QString> &key) { found = key.value_or(QString()); });
        });
        QTRY_COMPARE_WITH_TIMEOUT(found, u"again"_s, tests::kPatienceMs);
    }

    void destructionCancelsWhatIsQueued()
    {
        auto store = std::make_unique<KeychainSecretStore>();
        const auto first = store->write(kOrigin, u"one"_s);
        const auto second = store->read(kOrigin);
        store.reset();
        QVERIFY(second.isCanceled());
        QVERIFY(second.isFinished());
        QTRY_VERIFY_WITH_TIMEOUT(first.isFinished(), tests::kPatienceMs);
    }
};

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 4 && arguments.at(1) == "--write"_L1) {
        KeychainSecretStore store;
        return waitFor(store.write(arguments.at(2), arguments.at(3))) && store.isPersistent() ? 0
                                                                                              : 1;
    }
    QLoggingCategory::setFilterRules(u"diptych.settings=false"_s);
    KeychainSecretStoreTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "keychain_secret_store_test.moc"
