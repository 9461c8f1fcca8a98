// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tools/tool_wording.h"

#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// What a shell reads of words that somebody types.
QStringList readByShell(const QString &words)
{
    QProcess shell;
    shell.start(u"/bin/sh"_s, {u"-c"_s, u"printf '%s\\0' "_s + words});
    shell.waitForFinished();
    QStringList read = QString::fromUtf8(shell.readAllStandardOutput()).split(QChar());
    read.removeLast();
    return read;
}

} // namespace

class ToolWordingTest : public QObject
{
    Q_OBJECT
private slots:
    void aCommandIsWhatAShellWouldRead_data()
    {
        QTest::addColumn<QString>("argument");
        for (const char *argument :
             {"two words", "",      "it's",        "a\"b",  "back\\slash", "$HOME", "$(id)",
              "`id`",      "a;id",  "a|id",        "a&id",  "*",           "?",     "[a-z]",
              "~",         "{a,b}", "!!",          "#",     "<a",          ">a",    "(a)",
              "A=b",       "a\nb",  "--like=this", "Zürich"})
            QTest::newRow(argument) << QString::fromUtf8(argument);
    }
    void aCommandIsWhatAShellWouldRead()
    {
        QFETCH(QString, argument);
        const QStringList arguments{argument, u"-v"_s};
        const QString shown = ui::commandText({.program = u"/bin/echo"_s, .arguments = arguments});
        QVERIFY2(shown.startsWith(u"/bin/echo "_s) && shown.endsWith(u" -v"_s), qPrintable(shown));
        QCOMPARE(readByShell(shown), QStringList{u"/bin/echo"_s} + arguments);
    }

    void aProgramIsNoAssignment() { QCOMPARE(ui::commandText({.program = u"A=b"_s}), u"'A=b'"_s); }
};

QTEST_GUILESS_MAIN(ToolWordingTest)
#include "tool_wording_test.moc"
