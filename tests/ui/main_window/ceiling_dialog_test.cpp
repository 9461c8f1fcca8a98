// SPDX-License-Identifier: GPL-3.0-or-later
// A conversation gets a ceiling of spending of its own.
#include "app/library/library.h"
#include "app/services.h"
#include "app/settings/memory_secret_store.h"
#include "app/settings/settings.h"
#include "tests/support/patience.h"
#include "ui/ceiling_dialog.h"
#include "ui/lanes/conversation_view.h"
#include "ui/main_window.h"
#include "ui/sidebar/sidebar.h"
#include "ui/theme/theme.h"
#include "ui/transcript/frame_clock.h"

#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace ui;
using namespace Qt::StringLiterals;

namespace {
} // namespace

class CeilingDialogTest : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_window.reset();
        m_services.reset(); // before the folder it writes to
        m_profile = std::make_unique<QTemporaryDir>();
        m_services = std::make_unique<app::Services>(
            app::Services::Options{.paths = app::Paths::inFolder(m_profile->path()),
                                   .secrets = std::make_unique<app::MemorySecretStore>()});
        app::Preferences preferences = m_services->settings->preferences();
        preferences.defaultProvider = app::demoProvider().id;
        preferences.defaultModel = u"diptych/json"_s;
        preferences.conversationCeilingUsd = 2;
        m_services->settings->setPreferences(preferences);
        m_window = std::make_unique<MainWindow>(ViewContext{m_theme, *m_services, m_frames});
        m_window->resize(1200, 800);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    void aConversationGetsACeilingOfItsOwn()
    {
        CeilingDialog *dialog = openDialog();
        QVERIFY(dialog);
        QVERIFY(radio(*dialog, u"preferences, $2.00"_s)->isChecked());
        auto *amount = dialog->findChild<QDoubleSpinBox *>();
        QVERIFY(!amount->isEnabled());
        radio(*dialog, u"of its own"_s)->click();
        QVERIFY(amount->isEnabled());
        amount->setValue(0.25);
        accept(*dialog);
        QCOMPARE(view().chat()->conversation().summary().ceilingUsd, 0.25);

        dialog = openDialog();
        QVERIFY(radio(*dialog, u"of its own"_s)->isChecked());
        QCOMPARE(dialog->findChild<QDoubleSpinBox *>()->value(), 0.25);
        radio(*dialog, u"preferences"_s)->click();
        accept(*dialog);
        QVERIFY(!view().chat()->conversation().summary().ceilingUsd);
    }

    void theSidebarAsksForTheCeilingOfAnotherOne()
    {
        m_window->ask(u"First"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!view().chat()->isBusy(), tests::kPatienceMs);
        const app::ConversationId first = view().chat()->conversation().id();
        m_window->startConversation();
        emit m_window->findChild<Sidebar *>()->ceilingRequested(first);
        auto *dialog = m_window->findChild<CeilingDialog *>();
        QVERIFY(dialog);
        QVERIFY(dialog->findChild<QLabel *>()->text().contains(u"“First”"_s));
        radio(*dialog, u"of its own"_s)->click();
        accept(*dialog);
        const QList<app::ConversationSummary> &all = m_services->library->conversations();
        const auto listed = std::ranges::find(all, first, &app::ConversationSummary::id);
        QVERIFY(listed != all.end());
        QCOMPARE(listed->ceilingUsd, 2.0); // what was usual is what it began with
    }

private:
    [[nodiscard]] ConversationView &view() { return *m_window->findChild<ConversationView *>(); }
    [[nodiscard]] CeilingDialog *openDialog()
    {
        QTest::keyClick(m_window.get(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        return m_window->findChild<CeilingDialog *>();
    }
    [[nodiscard]] static QRadioButton *radio(const CeilingDialog &dialog, const QString &words)
    {
        for (QRadioButton *button : dialog.findChildren<QRadioButton *>()) {
            if (button->text().remove(u'&').contains(words))
                return button;
        }
        return nullptr;
    }
    static void accept(const CeilingDialog &dialog)
    {
        dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok)->click();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }

    Theme m_theme;
    FrameClock m_frames;
    std::unique_ptr<QTemporaryDir> m_profile;
    std::unique_ptr<app::Services> m_services;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(CeilingDialogTest)
#include "ceiling_dialog_test.moc"
