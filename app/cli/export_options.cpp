// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/export_options.h"

#include <QCommandLineParser>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace app {

namespace {

Result<ExportFormat> formatOf(const QString &named, const QString &outFile)
{
    if (!named.isEmpty()) {
        if (const auto format = exportFormatFromName(named))
            return *format;
        return fail(ErrorKind::InvalidRequest, u"--format: “%1” is none of %2"_s.arg(
                                                   named, exportFormatNames().join(u", "_s)));
    }
    const QString ending = QFileInfo(outFile).suffix().toLower();
    for (const QString &name : exportFormatNames()) {
        const ExportFormat format = *exportFormatFromName(name);
        if (ending == exportFileEnding(format) || ending == name)
            return format;
    }
    if (ending == "htm"_L1)
        return ExportFormat::Html;
    if (ending == "yml"_L1)
        return ExportFormat::Promptfoo;
    return ExportFormat::Markdown;
}

Result<ConversationId> conversationOf(const QString &typed)
{
    if (typed == "latest"_L1)
        return ConversationId();
    bool isNumber = false;
    const ConversationId id(typed.toLongLong(&isNumber));
    if (isNumber && id.value() > 0)
        return id;
    return fail(ErrorKind::InvalidRequest,
                u"“%1” is no id of a conversation; --list shows them"_s.arg(typed));
}

} // namespace

QList<QCommandLineOption> exportOptionTable()
{
    return {
        {u"list"_s, u"Print the conversations of the profile, the one changed last first; with ID "
                    "its rounds."_s},
        {u"format"_s,
         u"html (a page without script), markdown, csv (the numbers), json (with the "
         "records of the runs) or promptfoo (a configuration). Without it the ending "
         "of FILE decides, else markdown."_s,
         u"FORMAT"_s},
        {u"round"_s, u"This round alone: its id, its number, or newest."_s, u"ROUND"_s},
        {u"out"_s, u"Write into FILE, in place of what it holds. “-”, as without it: print."_s,
         u"FILE"_s},
        {u"no-images"_s, u"Name images instead of including them."_s},
        {u"no-runs"_s, u"Leave out the records of the runs (html, markdown, json)."_s},
        {u"branches"_s, u"All answers that were ever given, not only those that the lanes show."_s},
    };
}

Result<ExportOptions> readExportOptions(const QCommandLineParser &arguments)
{
    const auto refuse = [](const QString &sentence) {
        return fail(ErrorKind::InvalidRequest, sentence);
    };
    ExportOptions options;
    options.isList = arguments.isSet(u"list"_s);
    options.outFile = arguments.value(u"out"_s);
    if (options.outFile == "-"_L1)
        options.outFile.clear();
    const auto format = formatOf(arguments.value(u"format"_s), options.outFile);
    if (!format)
        return fail(format.error());
    options.format = *format;
    options.round = arguments.value(u"round"_s);
    options.wish.withImages = !arguments.isSet(u"no-images"_s);
    options.wish.withRuns = !arguments.isSet(u"no-runs"_s);
    options.wish.withBranches = arguments.isSet(u"branches"_s);

    const QStringList given = arguments.positionalArguments();
    if (given.size() > 1)
        return refuse(u"one conversation at a time; “%1” is one too many"_s.arg(given.at(1)));
    if (given.isEmpty() && !options.isList)
        return refuse(u"name a conversation by its id, or say latest; --list shows them"_s);
    if (given.isEmpty())
        return options;
    const auto conversation = conversationOf(given.constFirst());
    if (!conversation)
        return fail(conversation.error());
    options.conversation = *conversation;
    options.isNamed = true;
    return options;
}

Result<RoundId> roundOf(const QString &typed, const Exported &exported)
{
    const QList<ExportedRound> &rounds = exported.rounds;
    if (typed == "newest"_L1 && !rounds.isEmpty())
        return rounds.constLast().id;
    bool isNumber = false;
    const qint64 number = typed.toLongLong(&isNumber);
    if (isNumber && number >= 1 && number <= rounds.size())
        return rounds.at(number - 1).id;
    for (const ExportedRound &round : rounds) {
        if (isNumber && round.id.value() == number)
            return round.id;
    }
    return fail(ErrorKind::InvalidRequest,
                u"--round: there is no round “%1”; --list with the id of the conversation shows "
                "them"_s.arg(typed));
}

} // namespace app
