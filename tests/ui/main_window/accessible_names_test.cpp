// SPDX-License-Identifier: GPL-3.0-or-later
// Everything in the window that takes the focus or can be pressed says what it is.
#include "app/catalogue/catalogue.h"
#include "app/chat/chats.h"
#include "app/library/library.h"
#include "app/net/http_client.h"
#include "app/services.h"
#include "app/settings/memory_secret_store.h"
#include "app/settings/settings.h"
#include "tests/support/patience.h"
#include "tests/ui/accessible_tree.h"
#include "ui/composer/composer.h"
#include "ui/lanes/conversation_view.h"
#include "ui/main_window.h"
#include "ui/models/model_picker.h"
#include "ui/preferences/preferences_dialog.h"
#include "ui/preferences/providers_dialog.h"
#include "ui/record/record_window.h"
#include "ui/theme/theme.h"
#include "ui/transcript/frame_clock.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace ui;
using namespace Qt::StringLiterals;

namespace {

QString report(const tests::AccessibleTree &tree)
{
    return tree.faults().join(u'\n');
}

} // namespace

class AccessibleNamesTest : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_services.reset(); // before the folder it writes to
        m_profile = std::make_unique<QTemporaryDir>();
        m_services = std::make_unique<app::Services>(
            app::Services::Options{.paths = app::Paths::inFolder(m_profile->path()),
                                   .secrets = std::make_unique<app::MemorySecretStore>()});
    }

    void inTheWindow()
    {
        app::Preferences preferences = m_services->settings->preferences();
        preferences.defaultProvider = app::demoProvider().id;
        preferences.defaultModel = u"diptych/json"_s;
        m_services->settings->setPreferences(preferences);
        MainWindow window(ViewContext{m_theme, *m_services, m_frames});
        window.resize(1480, 920);
        window.show();
        QSignalSpy loaded(&window, &MainWindow::loaded);
        window.load();
        QVERIFY(loaded.wait(30'000));
        auto *view = window.findChild<ConversationView *>();
        QSignalSpy idle(view->chat().get(), &app::Chat::idle);
        window.ask(u"Which blocks can you write?"_s);
        QVERIFY(idle.wait(tests::kPatienceMs));
        const tests::AccessibleTree tree(&window);
        QVERIFY(tree.count() > 50);
        QVERIFY2(tree.faults().isEmpty(), qPrintable(report(tree)));
    }

    void whatHasNoNameIsFound()
    {
        QWidget window;
        QPushButton nameless(&window);
        QLineEdit field(&window);
        QPushButton named(u"Save"_s, &window);
        window.show();
        const tests::AccessibleTree tree(&window);
        QCOMPARE(tree.count(), 4);
        QCOMPARE(tree.faults(), QStringList({u"no name: /QWidget/QPushButton"_s,
                                             u"no name: /QWidget/QLineEdit"_s}));
    }

    void amongTheModels()
    {
        QWidget window;
        window.show();
        const auto refreshed = m_services->catalogue->refresh(app::demoProvider(), {});
        QTRY_VERIFY_WITH_TIMEOUT(refreshed.isFinished(), tests::kPatienceMs);
        ModelPicker picker(m_theme, *m_services->catalogue, &window);
        picker.setProviders({app::demoProvider()});
        picker.popUp(&window);
        const tests::AccessibleTree tree(&picker);
        QVERIFY(tree.count() > 5);
        QVERIFY2(tree.faults().isEmpty(), qPrintable(report(tree)));
    }

    void inThePreferences()
    {
        PreferencesDialog dialog(m_theme, *m_services->settings);
        dialog.show();
        const tests::AccessibleTree tree(&dialog);
        QVERIFY(tree.count() > 20);
        QVERIFY2(tree.faults().isEmpty(), qPrintable(report(tree)));
    }

    void inTheDetailsOfAnAnswer()
    {
        app::Lane lane;
        lane.id = app::LaneId::next();
        lane.providerId = app::demoProvider().id;
        lane.model = u"diptych/json"_s;
        const app::ConversationPtr conversation = m_services->library->create({lane});
        const app::ChatPtr chat = m_services->chats->chat(conversation);
        QSignalSpy idle(chat.get(), &app::Chat::idle);
        chat->send({u"Hello"_s, {}});
        QVERIFY(idle.wait(tests::kPatienceMs));
        const app::MessageId reply = conversation->lanes().first().head;
        RecordWindow dialog({m_theme, *m_services, m_frames}, conversation, {reply},
                            RecordWindow::Rerun::Offered);
        dialog.show();
        QSignalSpy read(&dialog, &RecordWindow::read);
        QVERIFY(dialog.isRead() || read.wait(tests::kPatienceMs));
        const tests::AccessibleTree tree(&dialog);
        QVERIFY(tree.count() > 8);
        QVERIFY2(tree.faults().isEmpty(), qPrintable(report(tree)));
        // A screen reader that reaches a value says what it is the value of.
        const auto values = dialog.findChildren<QLabel *>();
        int named = 0;
        for (QLabel *label : values) {
            if (label->textInteractionFlags() & Qt::TextSelectableByKeyboard)
                named += QAccessible::queryAccessibleInterface(label)
                             ->relations(QAccessible::Label)
                             .size();
        }
        QVERIFY(named > 8);
    }

    void amongTheProviders()
    {
        app::HttpClient http;
        app::Provider provider = app::demoProvider();
        provider.id = u"mine"_s;
        provider.name = u"Mine"_s;
        provider.baseUrl = QUrl(u"http://127.0.0.1:1/v1"_s);
        m_services->settings->saveProvider(provider);
        ProvidersDialog dialog(m_theme, *m_services->settings, *m_services->secrets, http,
                               *m_services->balances);
        dialog.show();
        dialog.showTimeouts(provider.id);
        const tests::AccessibleTree tree(&dialog);
        QVERIFY2(tree.count() > 20, qPrintable(QString::number(tree.count())));
        QVERIFY2(tree.faults().isEmpty(), qPrintable(report(tree)));
    }

private:
    Theme m_theme;
    FrameClock m_frames;
    std::unique_ptr<QTemporaryDir> m_profile;
    std::unique_ptr<app::Services> m_services;
};

QTEST_MAIN(AccessibleNamesTest)
#include "accessible_names_test.moc"
