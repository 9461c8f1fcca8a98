// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/providers_dialog.h"

#include "app/catalogue/balances.h"
#include "app/net/http_client.h"
#include "app/settings/memory_secret_store.h"
#include "app/settings/settings.h"
#include "tests/support/patience.h"
#include "tests/support/scripted_server.h"
#include "ui/preferences/provider_advanced.h"
#include "ui/preferences/provider_page.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using ui::ProvidersDialog;

using Headers = QList<std::pair<QString, QString>>;

class ProvidersDialogTest : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void completesAddresses_data();
    void completesAddresses();
    void readsHeaders();
    void addsDeepInfraOnce();
    void addsAServerByItsAddress();
    void anAddressCanBeTestedAsItIsTyped();
    void anotherOriginForgetsTheKey();
    void changesHoldAtOnce();
    void limitsAreTheUsualOnesUntilTheyAreSet();
    void removesWithTheKey();
    void aBadAddressChangesNothing();

private:
    QPushButton *button(const QString &text) const;
    QLineEdit *field(const QString &placeholder) const;
    void enter(const QString &placeholder, const QString &text) const;

    ui::Theme m_theme;
    std::unique_ptr<QTemporaryDir> m_profile;
    std::unique_ptr<app::Settings> m_settings;
    std::unique_ptr<app::MemorySecretStore> m_secrets;
    app::HttpClient m_http;
    app::SystemClock m_clock;
    app::Balances m_balances{m_http, m_clock};
    std::unique_ptr<ProvidersDialog> m_dialog;
};

void ProvidersDialogTest::init()
{
    m_dialog.reset();
    m_settings.reset();
    m_profile = std::make_unique<QTemporaryDir>();
    const auto paths = app::Paths::inFolder(m_profile->path());
    QVERIFY(paths.create());
    m_settings = std::make_unique<app::Settings>(paths);
    const auto providers = m_settings->providers();
    for (const app::Provider &provider : providers)
        m_settings->removeProvider(provider.id);
    m_secrets = std::make_unique<app::MemorySecretStore>();
    m_dialog =
        std::make_unique<ProvidersDialog>(m_theme, *m_settings, *m_secrets, m_http, m_balances);
    m_dialog->show();
}

QPushButton *ProvidersDialogTest::button(const QString &text) const
{
    const auto buttons = m_dialog->findChildren<QPushButton *>();
    const auto found = std::ranges::find(buttons, text, &QAbstractButton::text);
    return found == buttons.end() ? nullptr : *found;
}

QLineEdit *ProvidersDialogTest::field(const QString &placeholder) const
{
    const auto fields = m_dialog->findChildren<QLineEdit *>();
    const auto found = std::ranges::find_if(fields, [&](const QLineEdit *candidate) {
        return candidate->placeholderText().contains(placeholder);
    });
    return found == fields.end() ? nullptr : *found;
}

void ProvidersDialogTest::enter(const QString &placeholder, const QString &text) const
{
    QLineEdit *edited = field(placeholder);
    QVERIFY(edited);
    edited->setText(text);
    QTest::keyClick(edited, Qt::Key_Return);
}

void ProvidersDialogTest::completesAddresses_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("url");
    QTest::newRow("whole") << u"https://api.acme.example/v1/"_s << u"https://api.acme.example/v1"_s;
    QTest::newRow("no scheme") << u" api.acme.example/v1 "_s << u"https://api.acme.example/v1"_s;
    QTest::newRow("this computer") << u"localhost:11434/v1"_s << u"http://localhost:11434/v1"_s;
    QTest::newRow("another scheme") << u"ftp://acme.example"_s << QString();
    QTest::newRow("a key in it") << u"https://sk-1@acme.example"_s << QString();
    QTest::newRow("a file") << u"file:///etc/passwd"_s << QString();
    QTest::newRow("words") << u"my server"_s << QString();
    QTest::newRow("nothing") << QString() << QString();
}

void ProvidersDialogTest::completesAddresses()
{
    QFETCH(QString, typed);
    QTEST(ui::baseUrlFromText(typed).toString(), "url");
}

void ProvidersDialogTest::readsHeaders()
{
    int ignored = 0;
    const Headers headers = ui::ProviderAdvanced::headersOf(
        u"X-Title: Diptych \n\nno header\nAuthorization: Bearer sk\nX-Empty:\n"_s, &ignored);
    QCOMPARE(headers, (Headers{{u"X-Title"_s, u"Diptych"_s}, {u"X-Empty"_s, QString()}}));
    QCOMPARE(ignored, 2);
}

void ProvidersDialogTest::addsDeepInfraOnce()
{
    QPushButton *add = button(u"Add DeepInfra"_s);
    QVERIFY(add->isVisible());
    add->click();
    QCOMPARE(m_settings->providers(), QList<app::Provider>{app::deepInfraProvider()});
    QVERIFY(add->isHidden());
    QCOMPARE(field(u"https://"_s)->text(), app::deepInfraProvider().baseUrl.toString());
}

void ProvidersDialogTest::addsAServerByItsAddress()
{
    button(u"Add another server"_s)->click();
    QVERIFY(m_settings->providers().isEmpty()); // a draft
    enter(u"https://"_s, u"localhost:11434/v1"_s);
    QCOMPARE(m_settings->providers().size(), 1);
    const app::Provider added = m_settings->providers().first();
    QCOMPARE(added.baseUrl, QUrl(u"http://localhost:11434/v1"_s));
    QCOMPARE(added.name, u"localhost:11434"_s);
    QCOMPARE(added.dialect, app::Dialect::Ollama);
    QCOMPARE(m_dialog->findChild<QListWidget *>()->currentItem()->text(), added.name);
}

void ProvidersDialogTest::anAddressCanBeTestedAsItIsTyped()
{
    tests::ScriptedServer server;
    QVERIFY(server.listen());
    button(u"Add another server"_s)->click();
    QPushButton *test = button(u"Test connection"_s);
    QVERIFY(!test->isEnabled());
    QLineEdit *address = field(u"https://"_s);
    address->setFocus();
    QTest::keyClicks(address, u"ftp://acme"_s);
    QVERIFY(!test->isEnabled());
    address->clear();
    QTest::keyClicks(address, server.baseUrl().toString());
    QVERIFY(test->isEnabled());
    QVERIFY(m_settings->providers().isEmpty());
    emit address->editingFinished(); // the button takes the focus
    test->click();
    QTRY_COMPARE(server.requests().size(), 1);
    QCOMPARE(m_settings->providers().size(), 1);
}

void ProvidersDialogTest::anotherOriginForgetsTheKey()
{
    button(u"Add DeepInfra"_s)->click();
    const QString old = app::origin(app::deepInfraProvider().baseUrl);
    QVERIFY(m_secrets->write(old, u"sk"_s).result());
    enter(u"https://"_s, u"https://proxy.example/v1"_s);
    QCOMPARE(m_settings->providers().first().baseUrl, QUrl(u"https://proxy.example/v1"_s));
    QTRY_VERIFY(m_secrets->read(old).result().value().isEmpty());
}

void ProvidersDialogTest::changesHoldAtOnce()
{
    button(u"Add DeepInfra"_s)->click();
    enter(u"called"_s, u"Mine"_s);
    enter(u"user, seed"_s, u"user,  top_k"_s);
    QTest::keyClicks(field(u"user, seed"_s), u" n"_s);
    auto *dialect = m_dialog->findChild<ui::ProviderAdvanced *>()->findChild<QComboBox *>();
    dialect->setCurrentIndex(dialect->findData(int(app::Dialect::Vllm)));
    auto *headers = m_dialog->findChild<QPlainTextEdit *>();
    headers->setPlainText(u"X-A: 1"_s);
    const app::Provider saved = m_settings->providers().first();
    QCOMPARE(saved.name, u"Mine"_s);
    QCOMPARE(saved.dialect, app::Dialect::Vllm);
    QCOMPARE(saved.dropFields, (QStringList{u"user"_s, u"top_k"_s, u"n"_s}));
    QCOMPARE(saved.extraHeaders, (Headers{{u"X-A"_s, u"1"_s}}));
    QCOMPARE(saved.timeouts, app::Timeouts());
}

void ProvidersDialogTest::limitsAreTheUsualOnesUntilTheyAreSet()
{
    button(u"Add another server"_s)->click();
    enter(u"https://"_s, u"localhost:11434/v1"_s);
    const auto saved = [this] { return m_settings->providers().first(); };
    auto *page = m_dialog->findChild<ui::ProviderAdvanced *>();
    const auto boxes = page->findChildren<QCheckBox *>();
    const auto own = std::ranges::find_if(
        boxes, [](const QCheckBox *box) { return box->text().contains(u"limits"_s); });
    QVERIFY(own != boxes.end());
    QVERIFY(!(*own)->isChecked());
    const auto says = [page](const QString &sentence) {
        const auto labels = page->findChildren<QLabel *>();
        return std::ranges::any_of(labels, [&](const QLabel *label) {
            return label->isVisibleTo(page) && label->text() == sentence;
        });
    };
    QVERIFY(says(u"Gets one request at a time."_s)); // Ollama on this computer
    const auto atOnce = [page](const QString &name) {
        const auto fields = page->findChildren<QSpinBox *>();
        return *std::ranges::find(fields, name, &QWidget::accessibleName);
    };
    (*own)->click();
    QVERIFY(!says(u"Gets one request at a time."_s));
    QCOMPARE(saved().mostRuns, 1);
    atOnce(u"Requests at once"_s)->setValue(4);
    atOnce(u"At once to each model"_s)->setValue(2);
    QCOMPARE(app::runLimits(saved()), (app::RunLimits{.perProvider = 4, .perModel = 2}));
    atOnce(u"Requests at once"_s)->setValue(0);
    QCOMPARE(saved().mostRuns, 0); // any number
    QCOMPARE(atOnce(u"Requests at once"_s)->text(), u"any number"_s);
    (*own)->click();
    QVERIFY(!saved().mostRuns);
    QVERIFY(!saved().mostRunsPerModel);
    QCOMPARE(app::runLimits(saved()).perProvider, 1);
    // Another kind of server has other limits.
    auto *dialect = page->findChild<QComboBox *>();
    dialect->setCurrentIndex(dialect->findData(int(app::Dialect::DeepInfra)));
    QVERIFY(says(u"Each model gets 200 request(s) at once."_s));
}

void ProvidersDialogTest::removesWithTheKey()
{
    button(u"Add DeepInfra"_s)->click();
    const QString origin = app::origin(app::deepInfraProvider().baseUrl);
    QVERIFY(m_secrets->write(origin, u"sk"_s).result());
    button(u"Remove this provider…"_s)->click();
    auto *question = m_dialog->findChild<QMessageBox *>();
    QVERIFY(question);
    QCOMPARE(m_settings->providers().size(), 1); // asks first
    const auto answers = question->buttons();
    const auto confirm = std::ranges::find_if(answers, [&](QAbstractButton *answer) {
        return question->buttonRole(answer) == QMessageBox::DestructiveRole;
    });
    QVERIFY(confirm != answers.end());
    (*confirm)->click();
    QVERIFY(m_settings->providers().isEmpty());
    QTRY_VERIFY(m_secrets->read(origin).result().value().isEmpty());
}

void ProvidersDialogTest::aBadAddressChangesNothing()
{
    button(u"Add DeepInfra"_s)->click();
    enter(u"https://"_s, u"not an address"_s);
    QCOMPARE(m_settings->providers().first(), app::deepInfraProvider());
}

QTEST_MAIN(ProvidersDialogTest)
#include "providers_dialog_test.moc"
