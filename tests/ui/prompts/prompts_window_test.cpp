// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/prompts/prompts_window.h"

#include "app/library/starter_prompts.h"
#include "tests/support/patience.h"
#include "tests/ui/accessible_tree.h"
#include "ui/prompts/prompt_editor.h"
#include "ui/widgets/flat_button.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/themed_label.h"

#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace ui;

namespace {

/// The library of a profile with two prompts of one's own, in its window.
struct Shelf
{
    Shelf()
    {
        const app::PromptFolder files(app::Paths::inFolder(profile.path()));
        (void)files.save({u"Apple"_s, {u"fruit"_s}, u"Say {{what=apple}}."_s}, {});
        (void)files.save({u"Banana"_s, {}, u"Say banana."_s}, {});
    }
    void open(const QString &id)
    {
        window = std::make_unique<PromptsWindow>(theme, library, nullptr);
        window->show();
        QTRY_VERIFY(library.isLoaded() && library.entries().size() > 2);
        edit(id);
    }
    void edit(const QString &id)
    {
        window->edit(id);
        const QString name =
            app::isStarterId(id) ? app::starterPrompt(id, language)->name : app::promptNameOf(id);
        QTRY_COMPARE(this->name()->text(), name);
    }
    template <typename T>
    [[nodiscard]] T *named(const QString &accessibleName) const
    {
        for (T *widget : window->findChildren<T *>()) {
            if (widget->accessibleName() == accessibleName && widget->isVisible())
                return widget;
        }
        return nullptr;
    }
    [[nodiscard]] QLineEdit *name() const
    {
        for (QLineEdit *field : window->findChildren<QLineEdit *>()) {
            if (field->accessibleName() == u"Name")
                return field;
        }
        return nullptr;
    }
    [[nodiscard]] QPlainTextEdit *text() const
    {
        return named<QPlainTextEdit>(u"Text of the prompt"_s);
    }
    [[nodiscard]] QString preview() const
    {
        return named<QPlainTextEdit>(u"Preview"_s)->toPlainText();
    }
    [[nodiscard]] QStringList files() const
    {
        return QDir(library.folder()).entryList(QDir::Files);
    }
    [[nodiscard]] QByteArray content(const QString &file) const
    {
        QFile read(library.folder() + u'/' + file);
        return read.open(QIODevice::ReadOnly) ? read.readAll() : QByteArray();
    }
    [[nodiscard]] bool says(const QString &part) const
    {
        const auto labels = window->findChildren<QLabel *>();
        return std::ranges::any_of(labels, [&](const QLabel *label) {
            return label->isVisible() && label->text().contains(part);
        });
    }

    QTemporaryDir profile;
    QLocale::Language language = QLocale::English;
    Theme theme;
    app::Prompts library{app::Paths::inFolder(profile.path()), language};
    std::unique_ptr<PromptsWindow> window;
};

} // namespace

class PromptsWindowTest : public QObject
{
    Q_OBJECT
private slots:
    void showsVariablesAndPreview()
    {
        Shelf shelf;
        shelf.open(u"Apple.md"_s);
        QVERIFY(shelf.says(u"what = apple"_s));
        QCOMPARE(shelf.preview(), u"Say apple."_s);
        shelf.text()->setPlainText(u"Ask {{whom}} about {{tone:a|b}}"_s);
        QTRY_COMPARE(shelf.preview(), u"Ask ‹whom› about a"_s);
        QVERIFY(shelf.says(u"whom"_s) && shelf.says(u"tone (a, b)"_s));
        shelf.text()->setPlainText(u"One\nand {{two"_s);
        QTRY_VERIFY(shelf.says(u"Line 2, column 5"_s));
        QCOMPARE(shelf.preview(), u"One\nand {{two"_s);
    }

    void whatIsEditedIsSaved()
    {
        Shelf shelf;
        shelf.open(u"Apple.md"_s);
        shelf.text()->setPlainText(u"Other"_s);
        shelf.edit(u"Banana.md"_s); // another one is chosen
        QTRY_COMPARE(shelf.content(u"Apple.md"_s), QByteArray("---\ntags: fruit\n---\nOther\n"));
        shelf.text()->setPlainText(u"Last"_s);
        shelf.window->close();
        QTRY_COMPARE(shelf.content(u"Banana.md"_s), QByteArray("Last\n"));
    }

    void nothingIsLostWhenTheWindowGoesAway()
    {
        Shelf shelf;
        shelf.open(u"Apple.md"_s);
        shelf.text()->setPlainText(u"One"_s);
        shelf.window->flush();
        shelf.text()->setPlainText(u"Two"_s);
        shelf.window.reset();
        QTRY_VERIFY(shelf.content(u"Apple.md"_s).endsWith("Two\n"));
    }

    void isRenamed()
    {
        Shelf shelf;
        shelf.open(u"Apple.md"_s);
        shelf.name()->setFocus();
        shelf.name()->selectAll();
        QTest::keyClicks(shelf.name(), u"banana"_s); // another one's
        QVERIFY(shelf.says(u"Another prompt has this name"_s));
        shelf.window->flush();
        QTest::keyClicks(shelf.name(), u" bread"_s);
        QVERIFY(!shelf.says(u"Another prompt has this name"_s));
        shelf.window->flush();
        QTRY_COMPARE(shelf.files(), QStringList({u"banana bread.md"_s, u"Banana.md"_s}));
        shelf.text()->setPlainText(u"More"_s);
        shelf.window->flush();
        QTRY_VERIFY(shelf.content(u"banana bread.md"_s).endsWith("More\n"));
    }

    void aStarterBecomesOnesOwn()
    {
        Shelf shelf;
        const app::PromptEntry starter = app::starterPrompts(QLocale::English).first();
        shelf.open(starter.id);
        QVERIFY(shelf.says(u"comes with the program"_s));
        QVERIFY(shelf.named<FlatButton>(u"Hide"_s));
        QTRY_VERIFY(shelf.preview().size() > 10);
        shelf.edit(u"Apple.md"_s); // looking at it makes no file
        shelf.edit(starter.id);
        shelf.window->flush();
        QCOMPARE(shelf.files().size(), 2);
        shelf.text()->setPlainText(u"Mine"_s);
        shelf.window->flush();
        QTRY_VERIFY(shelf.files().contains(starter.name + u".md"_s));
        QTRY_VERIFY(!shelf.says(u"comes with the program"_s));
        QVERIFY(shelf.named<FlatButton>(u"Delete"_s));
    }

    void isDuplicatedAndDeletedWithUndo()
    {
        Shelf shelf;
        shelf.open(u"Apple.md"_s);
        shelf.named<FlatButton>(u"Duplicate"_s)->click();
        QTRY_COMPARE(shelf.name()->text(), u"Apple (2)"_s);
        QCOMPARE(shelf.content(u"Apple (2).md"_s), shelf.content(u"Apple.md"_s));
        shelf.named<FlatButton>(u"Delete"_s)->click();
        QTRY_VERIFY(shelf.says(u"“Apple (2)” is deleted."_s));
        QVERIFY(!shelf.files().contains(u"Apple (2).md"_s));
        shelf.named<FlatButton>(u"Undo"_s)->click();
        QTRY_VERIFY(shelf.files().contains(u"Apple (2).md"_s));
        QTRY_COMPARE(shelf.name()->text(), u"Apple (2)"_s);
    }

    void aNewOneIsNamedAtOnce()
    {
        Shelf shelf;
        shelf.open(u"Apple.md"_s);
        shelf.named<FlatButton>(u"New"_s)->click();
        QTRY_COMPARE(shelf.name()->text(), u"New prompt"_s);
        QCOMPARE(shelf.name()->selectedText(), u"New prompt"_s);
        QVERIFY(shelf.text()->toPlainText().isEmpty());
    }

    void theFilterHidesAndANewOneIsSeen()
    {
        Shelf shelf;
        shelf.open(u"Apple.md"_s);
        auto *filter = shelf.named<QLineEdit>(u"Filter prompts"_s);
        filter->setText(u"fruit"_s);
        QCOMPARE(shelf.named<QListView>(u"Prompts"_s)->model()->rowCount(), 1);
        filter->setText(u"nothing like it"_s);
        QCOMPARE(shelf.name()->text(), u"Apple"_s); // it stays open
        shelf.named<FlatButton>(u"New"_s)->click();
        QTRY_COMPARE(shelf.name()->text(), u"New prompt"_s);
        QCOMPARE(filter->text(), QString());
    }

    void filesThatAreNoPromptsAreNamed()
    {
        Shelf shelf;
        QFile broken(shelf.library.folder() + u"/Broken.md"_s);
        QVERIFY(broken.open(QIODevice::WriteOnly) && broken.write("\xFF\xFE") == 2);
        broken.close();
        shelf.open(u"Apple.md"_s);
        QTRY_VERIFY(shelf.says(u"Broken.md"_s));
        QCOMPARE(shelf.content(u"Broken.md"_s).size(), 2);
    }

    void everythingHasAName()
    {
        Shelf shelf;
        shelf.open(u"Apple.md"_s);
        const tests::AccessibleTree tree(shelf.window.get());
        QVERIFY(tree.count() > 15);
        QVERIFY2(tree.faults().isEmpty(), qPrintable(tree.faults().join(u'\n')));
    }
};

QTEST_MAIN(PromptsWindowTest)
#include "prompts_window_test.moc"
