// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/balance_panel.h"

#include "app/catalogue/balances.h"
#include "app/net/http_client.h"
#include "app/settings/memory_secret_store.h"
#include "tests/app/catalogue/list_server.h"
#include "tests/support/patience.h"
#include "ui/widgets/flat_button.h"

#include <QLabel>
#include <QTest>

using namespace Qt::StringLiterals;

class BalancePanelTest : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_server = std::make_unique<ListServer>();
        m_provider = app::deepInfraProvider();
        m_provider.baseUrl = m_server->url(u"/v1/openai"_s);
    }

    void asksOnRequestOnly()
    {
        m_server->answer("/payment/checklist",
                         R"({"stripe_balance":-20.5,"recent":0.25,"limit":50})");
        app::Balances balances(m_http, m_clock);
        ui::BalancePanel panel(m_theme, m_secrets, balances);
        panel.setProvider(m_provider);
        auto *ask = panel.findChild<ui::FlatButton *>();
        QCOMPARE(ask->text(), u"Ask for the balance"_s);
        QVERIFY(m_server->requests().isEmpty());
        ask->click();
        QVERIFY(!ask->isEnabled());
        QTRY_VERIFY(words(panel).contains(u"$20.25 available"_s));
        QVERIFY(words(panel).contains(u"$0.25 used since the last invoice."_s));
        QVERIFY(words(panel).contains(u"The limit of spending is $50.00."_s));
        QVERIFY(ask->isEnabled());
        QCOMPARE(ask->text(), u"Ask again"_s);
        QCOMPARE(m_server->requests().size(), 1);
    }

    void saysWhatWentWrong()
    {
        m_server->answer("/payment/checklist", R"({"detail":"no"})", 401);
        app::Balances balances(m_http, m_clock);
        ui::BalancePanel panel(m_theme, m_secrets, balances);
        panel.setProvider(m_provider);
        auto *ask = panel.findChild<ui::FlatButton *>();
        ask->click();
        QTRY_VERIFY(ask->isEnabled());
        QVERIFY(words(panel).contains(u"key"_s));
        m_server->answer("/payment/checklist", "<html>");
        ask->click();
        QTRY_VERIFY(words(panel).contains(u"DeepInfra did not tell a balance."_s));
    }

    void aSuspendedAccountIsTold()
    {
        m_server->answer("/payment/checklist",
                         R"({"stripe_balance":3,"suspended":true,"suspend_reason":"<b>bad-cc"})");
        app::Balances balances(m_http, m_clock);
        ui::BalancePanel panel(m_theme, m_secrets, balances);
        panel.setProvider(m_provider);
        panel.findChild<ui::FlatButton *>()->click();
        QTRY_VERIFY(words(panel).contains(u"$3.00 owed"_s));
        QVERIFY(words(panel).contains(u"The account is suspended: “<b>bad-cc”."_s));
        // Another provider has an account of its own.
        m_provider.id = u"other"_s;
        panel.setProvider(m_provider);
        QCOMPARE(panel.findChild<ui::FlatButton *>()->text(), u"Ask for the balance"_s);
    }

private:
    static QString words(const QWidget &panel)
    {
        QStringList shown;
        for (const QLabel *label : panel.findChildren<QLabel *>()) {
            if (!label->isHidden())
                shown.append(label->text());
        }
        return shown.join(u'\n');
    }

    ui::Theme m_theme;
    app::HttpClient m_http;
    app::SystemClock m_clock;
    app::MemorySecretStore m_secrets;
    std::unique_ptr<ListServer> m_server;
    app::Provider m_provider;
};

QTEST_MAIN(BalancePanelTest)
#include "balance_panel_test.moc"
