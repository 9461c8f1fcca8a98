// SPDX-License-Identifier: GPL-3.0-or-later
// All requests are paused and resumed.
#include "app/chat/scheduler.h"
#include "app/services.h"
#include "app/settings/memory_secret_store.h"
#include "app/settings/settings.h"
#include "tests/support/patience.h"
#include "ui/lanes/conversation_view.h"
#include "ui/lanes/lane_column.h"
#include "ui/lanes/metrics_strip.h"
#include "ui/main_window.h"
#include "ui/pause_bar.h"
#include "ui/theme/theme.h"
#include "ui/transcript/frame_clock.h"
#include "ui/widgets/flat_button.h"

#include <QTemporaryDir>
#include <QTest>

using namespace ui;
using namespace Qt::StringLiterals;

namespace {
} // namespace

class PauseBarTest : public QObject
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
        m_services->settings->setPreferences(preferences);
        m_window = std::make_unique<MainWindow>(ViewContext{m_theme, *m_services, m_frames});
        m_window->resize(1200, 800);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    void whatIsSentWaitsUntilAllIsResumed()
    {
        auto *bar = m_window->findChild<PauseBar *>();
        QVERIFY(!bar->isVisible());
        pressKeys();
        QVERIFY(m_services->scheduler->isPaused());
        QVERIFY(bar->isVisible());
        QVERIFY(bar->text().startsWith(u"All requests are paused."_s));
        m_window->ask(u"Which blocks can you write?"_s);
        const LaneColumn &column = *view().columns().first();
        QTRY_COMPARE_WITH_TIMEOUT(column.findChild<MetricsStrip *>()->text(),
                                  u"waiting: all requests are paused"_s, tests::kPatienceMs);
        bar->findChildren<FlatButton *>().last()->click();
        QVERIFY(!bar->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(!view().chat()->isBusy(), tests::kPatienceMs);
        QVERIFY(column.figures().complete);
    }

    void theKeysResumeToo()
    {
        pressKeys();
        QVERIFY(m_services->scheduler->isPaused());
        // Another window that comes meanwhile says so, too.
        MainWindow another(ViewContext{m_theme, *m_services, m_frames});
        QVERIFY(another.findChild<PauseBar *>()->isVisibleTo(&another));
        pressKeys();
        QVERIFY(!m_services->scheduler->isPaused());
        QVERIFY(!another.findChild<PauseBar *>()->isVisibleTo(&another));
    }

private:
    [[nodiscard]] ConversationView &view() { return *m_window->findChild<ConversationView *>(); }
    void pressKeys()
    {
        QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier | Qt::ShiftModifier);
    }

    Theme m_theme;
    FrameClock m_frames;
    std::unique_ptr<QTemporaryDir> m_profile;
    std::unique_ptr<app::Services> m_services;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(PauseBarTest)
#include "pause_bar_test.moc"
