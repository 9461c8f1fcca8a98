// SPDX-License-Identifier: GPL-3.0-or-later
// Tab reaches everything in the window that can be used, Shift+Tab goes back, nothing holds on.
#include "app/services.h"
#include "app/settings/memory_secret_store.h"
#include "app/settings/settings.h"
#include "ui/lanes/conversation_view.h"
#include "ui/main_window.h"
#include "ui/theme/theme.h"
#include "ui/transcript/frame_clock.h"

#include <QAbstractScrollArea>
#include <QApplication>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace ui;
using namespace Qt::StringLiterals;

namespace {

constexpr int kMostSteps = 300; ///< far more than there are controls

/// What must be reached: visible, usable, and taking the focus by Tab itself.
QWidgetList reachable(const QWidget &window)
{
    QWidgetList found;
    const auto widgets = window.findChildren<QWidget *>();
    for (QWidget *widget : widgets) {
        const bool takesTab = (widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus;
        if (takesTab && widget->isVisible() && widget->isEnabled() && !widget->focusProxy()
            && widget->window() == &window)
            found.append(widget);
    }
    return found;
}

/// Once around, from what has the focus until it has it again.
QWidgetList around(QWidget &window, Qt::KeyboardModifiers modifiers)
{
    QWidgetList visited;
    for (int i = 0; i < kMostSteps; ++i) {
        QWidget *from = QApplication::focusWidget();
        QTest::keyClick(from ? from : &window, modifiers ? Qt::Key_Backtab : Qt::Key_Tab,
                        modifiers);
        QWidget *now = QApplication::focusWidget();
        if (!now || now == from || visited.contains(now))
            break;
        visited.append(now);
    }
    return visited;
}

QString labelOf(const QWidget *widget)
{
    return QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName()
           + u' ' + widget->accessibleName();
}

} // namespace

class TabOrderTest : public QObject
{
    Q_OBJECT
private slots:
    void everythingIsReached_data()
    {
        QTest::addColumn<int>("modifiers");
        QTest::newRow("forward") << int(Qt::NoModifier);
        QTest::newRow("back") << int(Qt::ShiftModifier);
    }
    void everythingIsReached()
    {
        QFETCH(int, modifiers);
        const QTemporaryDir profile;
        app::Services services({.paths = app::Paths::inFolder(profile.path()),
                                .secrets = std::make_unique<app::MemorySecretStore>()});
        app::Preferences preferences = services.settings->preferences();
        preferences.defaultProvider = app::demoProvider().id;
        preferences.defaultModel = u"diptych/json"_s;
        services.settings->setPreferences(preferences);
        Theme theme;
        FrameClock frames;
        MainWindow window(ViewContext{theme, services, frames});
        window.resize(1480, 920);
        window.show();
        QSignalSpy loaded(&window, &MainWindow::loaded);
        window.load();
        QVERIFY(loaded.wait(30'000));
        auto *view = window.findChild<ConversationView *>();
        QSignalSpy idle(view->chat().get(), &app::Chat::idle);
        window.ask(u"Which blocks can you write?"_s);
        QVERIFY(idle.wait(30'000));
        QVERIFY(QTest::qWaitForWindowActive(&window));

        const QWidgetList visited = around(window, Qt::KeyboardModifiers(modifiers));
        const QWidgetList wanted = reachable(window);
        QVERIFY(wanted.size() > 10);
        QStringList missed;
        for (const QWidget *widget : wanted) {
            if (!visited.contains(widget))
                missed += labelOf(widget);
        }
        QVERIFY2(missed.isEmpty(), qPrintable(missed.join(u'\n')));
    }
};

QTEST_MAIN(TabOrderTest)
#include "tab_order_test.moc"
