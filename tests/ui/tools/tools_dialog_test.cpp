// SPDX-License-Identifier: GPL-3.0-or-later
// Setting up tools, and choosing them for a lane.
#include "app/services.h"
#include "app/settings/memory_secret_store.h"
#include "app/settings/settings.h"
#include "app/tools/tool_registry.h"
#include "tests/support/patience.h"
#include "ui/evaluation/plain_text_dialog.h"
#include "ui/parameters/lane_tools_row.h"
#include "ui/theme/theme.h"
#include "ui/tools/confirm_command_dialog.h"
#include "ui/tools/tool_source_page.h"
#include "ui/tools/tools_dialog.h"
#include "ui/widgets/flat_button.h"

#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

using namespace ui;
using namespace Qt::StringLiterals;

namespace {

struct Setup
{
    Setup()
        : services({.paths = app::Paths::inFolder(profile.path()),
                    .secrets = std::make_unique<app::MemorySecretStore>()}),
          dialog(theme, services)
    {
        dialog.show();
    }

    void add(int kind) { button(u"Add"_s)->menu()->actions().at(kind)->trigger(); }
    [[nodiscard]] QPushButton *button(const QString &text) const
    {
        for (QPushButton *each : dialog.findChildren<QPushButton *>()) {
            if (each->text() == text && each->isVisible())
                return each;
        }
        return nullptr;
    }
    [[nodiscard]] QLineEdit *field(const QString &name) const
    {
        for (QLineEdit *each : dialog.findChildren<QLineEdit *>()) {
            if (each->accessibleName() == name && each->isVisible())
                return each;
        }
        return nullptr;
    }
    void type(const QString &name, const QString &text) const
    {
        if (QLineEdit *line = field(name)) {
            line->clear();
            QTest::keyClicks(line, text);
        }
    }
    /// Adds what runs a program, and keeps it when it is asked whether that is to be run.
    [[nodiscard]] bool addProgram(int kind, const QString &name, const QString &program)
    {
        add(kind);
        type(u"Name"_s, name);
        type(u"Program"_s, program);
        button(u"Save"_s)->click();
        if (!QTest::qWaitFor([this] { return button(u"Keep this command"_s); }, tests::kPatienceMs))
            return false;
        button(u"Keep this command"_s)->click();
        return true;
    }
    [[nodiscard]] QTreeWidget *toolTree(const QString &name) const
    {
        for (QTreeWidget *each : dialog.findChildren<QTreeWidget *>()) {
            if (each->accessibleName() == name)
                return each;
        }
        return nullptr;
    }
    [[nodiscard]] bool says(const QString &text) const
    {
        const QList<QLabel *> labels = dialog.findChildren<QLabel *>();
        return std::ranges::any_of(labels, [&](const QLabel *label) {
            return label->isVisible() && label->text().contains(text);
        });
    }
    /// A program of the profile with these lines; always the same file.
    [[nodiscard]] QString script(const QByteArray &lines) const
    {
        const QString path = profile.filePath(u"program.sh"_s);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly))
            return {};
        file.write("#!/bin/sh\n" + lines + '\n');
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return path;
    }
    [[nodiscard]] const QList<app::ToolSource> &sources() const
    {
        return services.settings->toolSources();
    }

    QTemporaryDir profile;
    app::Services services;
    Theme theme;
    ToolsDialog dialog;
};

QAction *entry(const QMenu &menu, const QString &text)
{
    for (QAction *each : menu.actions()) {
        if (each->text() == text)
            return each;
    }
    return nullptr;
}

} // namespace

class ToolsDialogTest : public QObject
{
    Q_OBJECT
private slots:
    void aToolByHandIsAddedRemovedAndBroughtBack()
    {
        Setup setup;
        setup.add(0);
        QVERIFY(!setup.button(u"Save"_s)->isEnabled());
        setup.type(u"Name"_s, u"the weather"_s);
        QVERIFY(!setup.button(u"Save"_s)->isEnabled()); // no server takes a blank
        setup.type(u"Name"_s, u"weather"_s);
        setup.button(u"Save"_s)->click();
        QCOMPARE(setup.sources().size(), 1);
        QCOMPARE(setup.sources().first().name, u"weather"_s);
        QVERIFY(!setup.button(u"Save"_s)->isEnabled());

        setup.button(u"Remove"_s)->click();
        QVERIFY(setup.sources().isEmpty());
        for (FlatButton *each : setup.dialog.findChildren<FlatButton *>()) {
            if (each->text() == u"Undo"_s)
                each->click();
        }
        QCOMPARE(setup.sources().size(), 1);
    }

    void aCommandIsShownWholeBeforeItIsKept()
    {
        Setup setup;
        setup.add(1);
        setup.type(u"Name"_s, u"say"_s);
        setup.type(u"Program"_s, u"/bin/echo"_s);
        for (QPlainTextEdit *each : setup.dialog.findChildren<QPlainTextEdit *>()) {
            if (each->accessibleName() == u"Its arguments"_s)
                each->setPlainText(u"two words\nthree"_s);
        }
        setup.button(u"Save"_s)->click();
        QTRY_VERIFY(setup.dialog.findChild<ConfirmCommandDialog *>());
        QVERIFY(setup.sources().isEmpty());
        auto *question = setup.dialog.findChild<ConfirmCommandDialog *>();
        QVERIFY(question->findChild<QPlainTextEdit *>()->toPlainText().contains(
            u"/bin/echo 'two words' three"_s));
        setup.button(u"Keep this command"_s)->click();
        QTRY_COMPARE(setup.sources().size(), 1);
        QVERIFY(!setup.sources().first().confirmed.isEmpty());
    }

    void aProgramThatIsNotThereIsSaid()
    {
        Setup setup;
        setup.add(1);
        setup.type(u"Name"_s, u"say"_s);
        setup.type(u"Program"_s, u"/nowhere/program"_s);
        setup.button(u"Save"_s)->click();
        QTRY_VERIFY(setup.says(u"There is no program"_s));
        QVERIFY(!setup.dialog.findChild<ConfirmCommandDialog *>());
        QVERIFY(setup.sources().isEmpty());
    }

    /// What was confirmed and is something else now is shown whole again; what is the same is not.
    void aCommandIsConfirmedAtEveryChange()
    {
        Setup setup;
        const QString program = setup.script("echo one");
        QVERIFY(setup.addProgram(1, u"say"_s, program));
        QTRY_COMPARE(setup.sources().size(), 1);
        const QByteArray first = setup.sources().first().confirmed;

        setup.type(u"Description"_s, u"says one"_s); // nothing that is run
        setup.button(u"Save"_s)->click();
        QTRY_COMPARE(setup.sources().first().description, u"says one"_s);
        QVERIFY(!setup.button(u"Keep this command"_s));
        QCOMPARE(setup.sources().first().confirmed, first);

        QCOMPARE(setup.script("echo two and three"), program);
        setup.services.tools->host(setup.sources().first().id)->start();
        QTRY_VERIFY(setup.button(u"See the command and confirm…"_s));
        setup.button(u"See the command and confirm…"_s)->click();
        QTRY_VERIFY(setup.button(u"Keep this command"_s));
        setup.button(u"Keep this command"_s)->click();
        QTRY_VERIFY(setup.sources().first().confirmed != first);
        QVERIFY(!setup.button(u"See the command and confirm…"_s));
    }

    void aServerIsStartedAndShowsItsTools()
    {
        Setup setup;
        QVERIFY(setup.addProgram(2, u"fake"_s, QStringLiteral(DIPTYCH_FAKE_MCP)));
        QTRY_VERIFY(setup.button(u"Start"_s));
        setup.button(u"Start"_s)->click();
        QTRY_VERIFY(setup.says(u"Running."_s));
        auto *tools = setup.toolTree(u"Tools of the server"_s);
        QVERIFY(tools && tools->isVisible());
        QVERIFY(tools->topLevelItemCount() > 0);
        setup.button(u"Stop"_s)->click();
        QTRY_VERIFY(setup.button(u"Start"_s));
    }

    void aServerThatDoesNotStartSaysWhy()
    {
        Setup setup;
        const QString program = setup.script("echo broken >&2; exit 3");
        QVERIFY(setup.addProgram(2, u"broken"_s, program));
        QTRY_VERIFY(setup.button(u"Start"_s));
        setup.button(u"Start"_s)->click();
        QTRY_VERIFY(setup.says(u"It says:"_s));
        QTRY_VERIFY(setup.button(u"What it wrote…"_s));
        setup.button(u"What it wrote…"_s)->click();
        const auto *log = setup.dialog.findChild<PlainTextDialog *>();
        QVERIFY(log);
        QVERIFY(log->findChild<QPlainTextEdit *>()->toPlainText().contains(u"broken"_s));
    }

    /// Another row, another page: what was typed is there again, and closing asks.
    void whatIsTypedIsNotLost()
    {
        Setup setup;
        setup.add(0);
        setup.type(u"Name"_s, u"weather"_s);
        setup.button(u"Save"_s)->click();
        setup.type(u"Description"_s, u"tells the weather"_s);
        setup.add(1);
        setup.type(u"Program"_s, u"/bin/echo"_s);
        auto *list = setup.dialog.findChild<QListWidget *>();
        list->setCurrentRow(0);
        QCOMPARE(setup.field(u"Description"_s)->text(), u"tells the weather"_s);
        QTRY_COMPARE(list->count(), 2); // the one that is not saved has a row too
        list->setCurrentRow(1);
        QCOMPARE(setup.field(u"Program"_s)->text(), u"/bin/echo"_s);
        setup.dialog.reject();
        QVERIFY(setup.dialog.isVisible());
        auto *discard = setup.button(u"Discard it"_s);
        QVERIFY(discard);
        discard->click();
        QVERIFY(!setup.dialog.isVisible());
        QVERIFY(setup.sources().first().description.isEmpty());
    }

    void linesThatAreNoPairsAreNotDropped()
    {
        Setup setup;
        setup.add(1);
        setup.type(u"Name"_s, u"say"_s);
        setup.type(u"Program"_s, u"/bin/echo"_s);
        for (QPlainTextEdit *each : setup.dialog.findChildren<QPlainTextEdit *>()) {
            if (each->accessibleName() == u"Environment"_s)
                each->setPlainText(u"HOME=/tmp\nnonsense"_s);
        }
        QVERIFY(!setup.button(u"Save"_s)->isEnabled());
        QVERIFY(setup.says(u"a name, = and a value"_s));
    }

    void whatIsAllowedIsListedAndTakenBack()
    {
        Setup setup;
        app::ToolSource source;
        source.id = u"s"_s;
        source.name = u"server"_s;
        setup.services.settings->saveToolSource(source);
        setup.services.settings->setToolPolicy({u"s"_s, u"delete"_s}, app::ToolPolicy::Always);
        setup.button(u"What you allowed"_s)->click();
        auto *rules = setup.toolTree(u"What you allowed"_s);
        QCOMPARE(rules->topLevelItemCount(), 1);
        QCOMPARE(rules->topLevelItem(0)->text(0), u"delete"_s);
        rules->setCurrentItem(rules->topLevelItem(0));
        setup.button(u"Take back"_s)->click();
        QCOMPARE(rules->topLevelItemCount(), 0);
        QVERIFY(!setup.services.settings->toolPolicy({u"s"_s, u"delete"_s}));
    }

    void aLaneChoosesFromThem()
    {
        Theme theme;
        LaneToolsRow row(theme);
        row.setGroups(
            {{u"w"_s, u"weather"_s}, {u"s"_s, u"files"_s, true, {u"read"_s, u"write"_s}}});
        QSignalSpy edited(&row, &LaneToolsRow::edited);
        connect(&row, &LaneToolsRow::edited, &row, &LaneToolsRow::setTools);
        const auto last = [&] { return edited.last().first().value<QList<app::ToolRef>>(); };
        auto *menu = row.findChild<FlatButton *>()->menu();
        const auto press = [&](const QString &server, const QString &text) {
            emit menu->aboutToShow();
            const QMenu *in = server.isEmpty() ? menu : entry(*menu, server)->menu();
            entry(*in, text)->trigger();
        };
        press({}, u"weather"_s);
        QCOMPARE(last(), (QList<app::ToolRef>{{u"w"_s, {}}}));
        press(u"files"_s, u"All of its tools"_s);
        QCOMPARE(last().last(), (app::ToolRef{u"s"_s, {}}));
        press(u"files"_s, u"write"_s); // out of all
        QCOMPARE(last(), (QList<app::ToolRef>{{u"w"_s, {}}, {u"s"_s, u"read"_s}}));
        row.setGroups({});
        press({}, u"A tool that was removed"_s);
        QCOMPARE(last().size(), 1);
    }
};

QTEST_MAIN(ToolsDialogTest)
#include "tools_dialog_test.moc"
