// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/prompts/composer_prompts.h"

#include "tests/support/patience.h"
#include "ui/composer/composer.h"
#include "ui/composer/prompt_edit.h"
#include "ui/prompts/prompt_form.h"
#include "ui/prompts/prompt_popup.h"
#include "ui/prompts/prompts_window.h"

#include <QApplication>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace ui;

namespace {

/// A composer at the lower edge of a window, with a library of its own.
struct Desk
{
    Desk()
    {
        const app::PromptFolder folder(app::Paths::inFolder(profile.path()));
        (void)folder.save({u"Zebra facts"_s, {u"animals"_s}, u"Tell me about zebras."_s}, {});
        (void)folder.save(
            {u"Zoo"_s, {}, u"A {{animal}} in {{place:a zoo|the wild}}: {{cursor}}!"_s}, {});
        auto *layout = new QVBoxLayout(&window);
        layout->addStretch(1);
        layout->addWidget(&composer);
        window.resize(700, 600);
        window.show();
        composer.focusText();
    }
    [[nodiscard]] PromptEdit &edit() const { return composer.edit(); }
    [[nodiscard]] QString text() const { return edit().toPlainText(); }
    void type(const QString &keys) const { QTest::keyClicks(&edit(), keys); }
    void press(Qt::Key key) const { QTest::keyClick(&edit(), key); }
    [[nodiscard]] PromptPopup *popup() const { return window.findChild<PromptPopup *>(); }
    void load()
    {
        QVERIFY(QTest::qWaitForWindowActive(&window));
        library.refresh();
        QTRY_VERIFY(library.isLoaded() && library.entries().size() > 2);
    }

    QTemporaryDir profile;
    QLocale::Language language = QLocale::English;
    Theme theme;
    app::Prompts library{app::Paths::inFolder(profile.path()), language};
    QWidget window;
    Composer composer{theme};
    ComposerPrompts *prompts = new ComposerPrompts(theme, library, composer);
};

} // namespace

class ComposerPromptsTest : public QObject
{
    Q_OBJECT
private slots:
    void aSlashOpensTheListAndEnterInserts()
    {
        Desk desk;
        desk.load();
        QSignalSpy sent(&desk.composer, &Composer::sendRequested);
        desk.type(u"/"_s);
        QVERIFY(desk.prompts->isListShown());
        QVERIFY(desk.popup()->rowCount() > 5); // those that come with the program too
        QVERIFY(desk.popup()->geometry().bottom() < desk.edit().mapTo(&desk.window, QPoint()).y());
        desk.type(u"zebra"_s);
        QCOMPARE(desk.popup()->rowCount(), 1);
        desk.press(Qt::Key_Return);
        QTRY_COMPARE(desk.text(), u"Tell me about zebras."_s);
        QVERIFY(!desk.prompts->isListShown());
        QCOMPARE(desk.edit().textCursor().position(), desk.text().size());
        QCOMPARE(sent.size(), 0); // it never sends by itself

        desk.edit().undo();
        QCOMPARE(desk.text(), u"/zebra"_s);
        QVERIFY(!desk.prompts->isListShown());
        desk.edit().redo();
        desk.press(Qt::Key_Return);
        QCOMPARE(sent.size(), 1);
    }

    void arrowsAndTabChoose()
    {
        Desk desk;
        desk.load();
        desk.type(u"/z"_s);
        QCOMPARE(desk.popup()->rowCount(), 2);
        const QString first = desk.popup()->selected();
        desk.press(Qt::Key_Down);
        QVERIFY(desk.popup()->selected() != first);
        desk.press(Qt::Key_Down); // no further
        desk.press(Qt::Key_Up);
        QCOMPARE(desk.popup()->selected(), first);
        desk.press(Qt::Key_Tab);
        QTRY_COMPARE(desk.text(), u"Tell me about zebras."_s);
        QVERIFY(desk.edit().hasFocus());
    }

    void variablesAreAskedFor()
    {
        Desk desk;
        desk.load();
        desk.type(u"/zoo"_s);
        desk.press(Qt::Key_Return);
        QTRY_VERIFY(desk.window.findChild<PromptForm *>());
        QCOMPARE(desk.text(), u"/zoo"_s);
        auto *form = desk.window.findChild<PromptForm *>();
        QTest::keyClicks(form->findChild<PromptEdit *>(), u"lion"_s);
        form->accept();
        QTRY_COMPARE(desk.text(), u"A lion in a zoo: !"_s);
        QCOMPARE(desk.edit().textCursor().position(), 17); // before the mark
        QCOMPARE(desk.library.lastValues(u"Zoo"_s).value(u"animal"_s), u"lion"_s);
        QTRY_VERIFY(!desk.window.findChild<PromptForm *>());

        desk.window.activateWindow(); // as a window manager does when a dialog closes
        QTRY_VERIFY(desk.edit().hasFocus());
        desk.edit().selectAll();
        desk.type(u"/"_s); // over all of it
        QVERIFY(desk.prompts->isListShown());
        const auto gap = [&desk] {
            const QWidget *card = desk.edit().parentWidget();
            return card->mapTo(&desk.window, QPoint()).y() - desk.popup()->geometry().bottom();
        };
        QTRY_VERIFY(gap() > 0 && gap() <= 8);
        desk.type(u"zoo"_s);
        desk.press(Qt::Key_Return);
        QTRY_VERIFY(desk.window.findChild<PromptForm *>());
        form = desk.window.findChild<PromptForm *>();
        QCOMPARE(form->values().value(u"animal"_s), u"lion"_s);
        form->reject();
        QCOMPARE(desk.text(), u"/zoo"_s);
    }

    void whatStandsBehindTheSlashStays()
    {
        Desk desk;
        desk.load();
        desk.type(u"And more."_s);
        desk.press(Qt::Key_Home);
        desk.type(u"/zeb"_s);
        QVERIFY(desk.prompts->isListShown());
        desk.press(Qt::Key_Return);
        QTRY_COMPARE(desk.text(), u"Tell me about zebras.And more."_s);
        QCOMPARE(desk.edit().textCursor().position(), 21);
    }

    void doesNotGetInTheWay()
    {
        Desk desk;
        desk.load();
        desk.type(u"a/b"_s); // in the middle
        QVERIFY(!desk.prompts->isListShown());
        desk.composer.setDraft({u"/"_s, {}}); // not typed
        QVERIFY(!desk.prompts->isListShown());
        desk.composer.setDraft({});
        desk.type(u"/usr/bin"_s); // nothing matches
        QVERIFY(!desk.prompts->isListShown());
        QCOMPARE(desk.text(), u"/usr/bin"_s);
        QSignalSpy sent(&desk.composer, &Composer::sendRequested);
        desk.press(Qt::Key_Return);
        QCOMPARE(sent.size(), 1);
    }

    void escapeClosesTheListAndNothingElse()
    {
        Desk desk;
        desk.load();
        desk.type(u"/z"_s);
        QVERIFY(desk.prompts->isListShown());
        QKeyEvent escape(QEvent::ShortcutOverride, Qt::Key_Escape, Qt::NoModifier);
        escape.ignore();
        QCoreApplication::sendEvent(&desk.edit(), &escape);
        QVERIFY(escape.isAccepted()); // or it would stop all replies
        desk.press(Qt::Key_Escape);
        QVERIFY(!desk.prompts->isListShown());
        QCOMPARE(desk.text(), u"/z"_s);
        desk.type(u"o"_s);
        QVERIFY(!desk.prompts->isListShown()); // it stays away
        desk.edit().clear();
        desk.type(u"/"_s);
        QVERIFY(desk.prompts->isListShown());
    }

    void aSlipOfAKeyIsForgiven()
    {
        Desk desk;
        desk.load();
        desk.type(u"/zex"_s);
        QVERIFY(!desk.prompts->isListShown());
        desk.press(Qt::Key_Backspace);
        QVERIFY(desk.prompts->isListShown());
        desk.press(Qt::Key_Home);
        QVERIFY(!desk.prompts->isListShown()); // before the slash
    }

    void leavesWithTheFocus()
    {
        Desk desk;
        desk.load();
        QLineEdit other(&desk.window);
        other.show();
        desk.type(u"/z"_s);
        QVERIFY(desk.prompts->isListShown());
        other.setFocus();
        QVERIFY(!desk.prompts->isListShown());
    }

    void theListComesWhenItIsRead()
    {
        Desk desk; // nothing is read yet
        QVERIFY(QTest::qWaitForWindowActive(&desk.window));
        desk.type(u"/zoo"_s);
        QTRY_VERIFY(desk.prompts->isListShown());
        QCOMPARE(desk.popup()->rowCount(), 1);
    }

    void savesWhatIsWritten()
    {
        Desk desk;
        desk.load();
        desk.type(u"Explain tea to me"_s);
        desk.prompts->saveToLibrary();
        QTRY_VERIFY(desk.window.findChild<PromptsWindow *>());
        const auto &entries = desk.library.entries();
        QVERIFY(std::ranges::count(entries, u"Explain tea to me"_s, &app::PromptEntry::name) == 1);
        QCOMPARE(desk.text(), u"Explain tea to me"_s);
    }
};

QTEST_MAIN(ComposerPromptsTest)
#include "composer_prompts_test.moc"
