// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command_line.h"

#include "app/base/end_signals.h"
#include "app/base/quiet_decoders.h"
#include "app/cli/command.h"
#include "app/cli/terminal.h"

#include <QCoreApplication>
#include <QLoggingCategory>

#include <csignal>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr qsizetype kOptionColumn = 30;
constexpr qsizetype kLineWidth = 79;

QList<QCommandLineOption> commonOptions()
{
    return {{u"profile"_s, u"Folder of the profile, instead of the user's own."_s, u"DIR"_s},
            {{u"h"_s, u"help"_s}, u"Show this help."_s}};
}

QString wrapped(const QString &text, qsizetype indent)
{
    QString out;
    qsizetype used = indent;
    for (const QStringView word : QStringView(text).tokenize(u' ')) {
        if (used > indent && used + 1 + word.size() > kLineWidth) {
            out += u'\n' + QString(indent, u' ');
            used = indent;
        } else if (used > indent) {
            out += u' ';
            ++used;
        }
        out += word;
        used += word.size();
    }
    return out;
}

QString describedLine(const QString &left, const QString &description)
{
    QString line = u"  "_s + left;
    line += line.size() < kOptionColumn - 1 ? QString(kOptionColumn - line.size(), u' ')
                                            : u'\n' + QString(kOptionColumn, u' ');
    return line + wrapped(description, kOptionColumn) + u'\n';
}

QString optionSyntax(const QCommandLineOption &option)
{
    QStringList names;
    for (const QString &name : option.names())
        names.append((name.size() == 1 ? u"-"_s : u"--"_s) + name);
    const QString value = option.valueName();
    return names.join(u", "_s) + (value.isEmpty() ? QString() : u' ' + value);
}

QString programHelp(const std::vector<std::unique_ptr<Command>> &commands)
{
    QString text = u"Usage: diptych-cli COMMAND [OPTION]... \n"
                   "Talk to language models from the command line.\n\nCommands:\n"_s;
    for (const auto &command : commands)
        text += describedLine(command->name(), command->summary());
    text += u"\nOptions:\n"_s;
    text += describedLine(u"-h, --help"_s, u"Show this help; after a command, its own."_s);
    text += describedLine(u"--version"_s, u"Show the version."_s);
    return text;
}

void print(std::FILE *stream, const QString &text)
{
    Terminal(stream).writeLine(text.toUtf8());
}

/// QCommandLineParser has no option whose value may be left out.
QStringList withNumbers(const QStringList &arguments, const QHash<QString, QString> &leftOut)
{
    QStringList whole;
    for (qsizetype at = 0; at < arguments.size(); ++at) {
        whole.append(arguments.at(at));
        const auto number = leftOut.constFind(arguments.at(at));
        if (number == leftOut.cend())
            continue;
        bool isGiven = false;
        (void)arguments.value(at + 1).toInt(&isGiven);
        if (!isGiven)
            whole.append(*number);
    }
    return whole;
}

int runCommand(Command &command, const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addOptions(command.options() + commonOptions());
    const bool isRead = parser.parse(withNumbers(arguments, command.numbersLeftOut()));
    if (parser.isSet(u"help"_s)) {
        print(stdout, helpText(command));
        return int(ExitCode::Complete);
    }
    if (!isRead) {
        printUsageError(command, parser.errorText());
        return int(ExitCode::Usage);
    }
    const EndSignals interrupt{SIGINT};
    QObject::connect(&interrupt, &EndSignals::arrived, &command, &Command::interrupt);
    QObject::connect(
        &command, &Command::ended, qApp, [](ExitCode code) { QCoreApplication::exit(int(code)); },
        Qt::QueuedConnection);
    command.run(parser);
    return QCoreApplication::exec();
}

} // namespace

QString helpText(const Command &command)
{
    QString syntax;
    for (const Positional &positional : command.positionals())
        syntax += u' ' + positional.syntax;
    QString text = u"Usage: diptych-cli %1 [OPTION]...%2\n%3\n"_s.arg(
        command.name(), syntax, wrapped(command.summary(), 0));
    if (!command.positionals().isEmpty())
        text += u"\nArguments:\n"_s;
    for (const Positional &positional : command.positionals())
        text += describedLine(positional.name, positional.description);
    text += u"\nOptions:\n"_s;
    for (const QCommandLineOption &option : command.options() + commonOptions())
        text += describedLine(optionSyntax(option), option.description());
    if (const QString notes = command.notes(); !notes.isEmpty())
        text += u'\n' + notes;
    return text;
}

Paths profilePaths(const QCommandLineParser &arguments)
{
    const QString folder = arguments.value(u"profile"_s);
    return folder.isEmpty() ? Paths::standard() : Paths::inFolder(folder);
}

void printUsageError(const Command &command, const QString &sentence)
{
    print(stderr,
          u"diptych-cli %1: %2\nTry “diptych-cli %1 --help”."_s.arg(command.name(), sentence));
}

int runCommandLine(const QStringList &arguments)
{
    // What goes wrong is told in sentences; QT_LOGGING_RULES still shows how it came about.
    QLoggingCategory::setFilterRules(u"diptych.*=false\n"_s + kQuietDecoders);
    const auto commands = makeCommands();
    const QString name = arguments.value(1);
    if (name == "--help"_L1 || name == "-h"_L1 || name == "help"_L1) {
        print(stdout, programHelp(commands));
        return int(ExitCode::Complete);
    }
    if (name == "--version"_L1) {
        print(stdout, u"diptych-cli " DIPTYCH_VERSION ""_s);
        return int(ExitCode::Complete);
    }
    for (const auto &command : commands) {
        if (command->name() == name)
            return runCommand(*command, arguments.mid(1));
    }
    if (!name.isEmpty())
        print(stderr, u"diptych-cli: there is no command “%1”\n"_s.arg(name));
    print(stderr, programHelp(commands));
    return int(ExitCode::Usage);
}

} // namespace app
