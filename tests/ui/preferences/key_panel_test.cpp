// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/key_panel.h"

#include "app/net/http_client.h"
#include "app/settings/memory_secret_store.h"
#include "tests/support/patience.h"
#include "tests/support/scripted_server.h"
#include "ui/widgets/themed_label.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using ui::KeyPanel;

namespace {

/// A memory store that claims to be a key store.
class PersistentStore final : public app::SecretStore
{
public:
    QFuture<app::Result<QString>> read(const QString &origin) override
    {
        return m_memory.read(origin);
    }
    QFuture<app::Result<void>> write(const QString &origin, const QString &key) override
    {
        return m_memory.write(origin, key);
    }
    QFuture<app::Result<void>> remove(const QString &origin) override
    {
        return m_memory.remove(origin);
    }
    [[nodiscard]] bool isPersistent() const override { return true; }

private:
    app::MemorySecretStore m_memory;
};

} // namespace

class KeyPanelTest : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void aRightKeyIsStored();
    void aWrongKeyIsNotStored();
    void anUntestedKeyIsKeptOnRequest();
    void aKeyIsAskedForAfterAnotherOrigin();
    void saysWhereThereIsNoKeyStore();
    void aStoredKeyIsForgotten();
    void othersAreAskedForTheirModels();
    void aTestEndsWithItsProvider();

private:
    QPushButton *button(const QString &text) const;
    QString said() const;
    QString stored() const;
    void type(const QString &key) const;

    ui::Theme m_theme;
    std::unique_ptr<tests::ScriptedServer> m_server;
    std::unique_ptr<PersistentStore> m_secrets;
    app::HttpClient m_http;
    app::Provider m_provider;
    std::unique_ptr<KeyPanel> m_panel;
};

void KeyPanelTest::init()
{
    m_panel.reset();
    m_server = std::make_unique<tests::ScriptedServer>();
    QVERIFY(m_server->listen());
    m_secrets = std::make_unique<PersistentStore>();
    m_provider = {};
    m_provider.id = u"p"_s;
    m_provider.name = u"Acme"_s;
    m_provider.dialect = app::Dialect::DeepInfra;
    m_provider.baseUrl = m_server->baseUrl();
    m_panel = std::make_unique<KeyPanel>(m_theme, *m_secrets, m_http);
    m_panel->show();
    m_panel->setProvider(m_provider);
}

QPushButton *KeyPanelTest::button(const QString &text) const
{
    const auto buttons = m_panel->findChildren<QPushButton *>();
    const auto found = std::ranges::find_if(buttons, [&](const QPushButton *candidate) {
        return candidate->isVisible() && candidate->text() == text;
    });
    return found == buttons.end() ? nullptr : *found;
}

QString KeyPanelTest::said() const
{
    return m_panel->findChild<ui::ThemedLabel *>()->text();
}

QString KeyPanelTest::stored() const
{
    return m_secrets->read(app::origin(m_server->baseUrl())).result().value();
}

void KeyPanelTest::type(const QString &key) const
{
    auto *field = m_panel->findChild<QLineEdit *>();
    QCOMPARE(field->echoMode(), QLineEdit::Password);
    field->setText(key);
}

void KeyPanelTest::aRightKeyIsStored()
{
    QSignalSpy connected(m_panel.get(), &KeyPanel::connected);
    type(u" test-key "_s);
    QVERIFY(button(u"Test and store key"_s));
    button(u"Test and store key"_s)->click();
    QTRY_COMPARE(stored(), u"test-key"_s);
    QTRY_VERIFY(said().startsWith(u"The key is right"_s));
    QVERIFY(said().contains(u"kept in the key store"_s));
    QVERIFY(m_panel->findChild<QLineEdit *>()->text().isEmpty());
    QVERIFY(!connected.isEmpty());
    QVERIFY(button(u"Forget key"_s));
}

void KeyPanelTest::aWrongKeyIsNotStored()
{
    type(u"wrong"_s);
    button(u"Test and store key"_s)->click();
    QTRY_VERIFY2(said().contains(u"did not accept"_s) || said().contains(u"asks for"_s),
                 qPrintable(said()));
    QVERIFY(stored().isEmpty());
    QVERIFY(!button(u"Keep the key untested"_s));
}

void KeyPanelTest::anUntestedKeyIsKeptOnRequest()
{
    m_server->setScripts("/me", {tests::json(R"({"error":"down"})", 503)});
    type(u"later"_s);
    button(u"Test and store key"_s)->click();
    QTRY_VERIFY(button(u"Keep the key untested"_s));
    QVERIFY(stored().isEmpty());
    button(u"Keep the key untested"_s)->click();
    QTRY_COMPARE(stored(), u"later"_s);
}

void KeyPanelTest::aKeyIsAskedForAfterAnotherOrigin()
{
    type(u"half typed"_s);
    const QString old = app::origin(m_provider.baseUrl);
    m_provider.baseUrl = QUrl(u"https://elsewhere.example/v1"_s);
    m_panel->setProvider(m_provider);
    m_panel->askAgain(old);
    QVERIFY(m_panel->findChild<QLineEdit *>()->text().isEmpty());
    QVERIFY(said().contains(old));
}

void KeyPanelTest::saysWhereThereIsNoKeyStore()
{
    app::MemorySecretStore memory;
    KeyPanel panel(m_theme, memory, m_http);
    panel.setProvider(m_provider);
    panel.findChild<QLineEdit *>()->setText(u"test-key"_s);
    QTest::keyClick(panel.findChild<QLineEdit *>(), Qt::Key_Return);
    auto *status = panel.findChild<ui::ThemedLabel *>();
    QTRY_VERIFY(status->text().contains(u"kept until Diptych ends"_s));
}

void KeyPanelTest::aStoredKeyIsForgotten()
{
    QVERIFY(m_secrets->write(app::origin(m_server->baseUrl()), u"k"_s).result());
    app::Provider other = m_provider;
    other.id = u"q"_s;
    m_panel->setProvider(other);
    QTRY_VERIFY(button(u"Forget key"_s));
    button(u"Forget key"_s)->click();
    QTRY_VERIFY(stored().isEmpty());
    QTRY_VERIFY(!button(u"Forget key"_s));
}

void KeyPanelTest::othersAreAskedForTheirModels()
{
    m_provider.id = u"other"_s;
    m_provider.dialect = app::Dialect::Unknown;
    m_panel->setProvider(m_provider);
    QVERIFY(button(u"Test connection"_s));
    button(u"Test connection"_s)->click();
    QTRY_VERIFY2(said().contains(u"models"_s), qPrintable(said()));
    QVERIFY(m_server->requests().last().header("authorization").isEmpty());
}

void KeyPanelTest::aTestEndsWithItsProvider()
{
    m_server->setScripts("/me", {{.steps = {tests::pause(std::chrono::seconds(60))}}});
    m_provider.baseUrl = m_server->baseUrl();
    m_panel->setProvider(m_provider);
    button(u"Test connection"_s)->click();
    QVERIFY(!button(u"Test connection"_s)->isEnabled());
    tests::ScriptedServer another;
    QVERIFY(another.listen());
    app::Provider other = m_provider;
    other.id = u"q"_s;
    other.baseUrl = another.baseUrl();
    m_panel->setProvider(other);
    QVERIFY(button(u"Test connection"_s)->isEnabled());
    QVERIFY(said().isEmpty());
}

QTEST_MAIN(KeyPanelTest)
#include "key_panel_test.moc"
