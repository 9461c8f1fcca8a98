// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tools/tool_wording.h"

#include "app/base/visible_text.h"
#include "ui/wording/error_wording.h"
#include "ui/wording/format_wording.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

struct ToolWords
{
    Q_DECLARE_TR_FUNCTIONS(ui::ToolWords)
};

} // namespace

QString strangersText(const QString &text, int most)
{
    return shortened(app::withVisibleCharacters(text.left(4 * qsizetype(most))), most);
}

QString toolKindText(app::ToolSourceKind kind)
{
    switch (kind) {
    case app::ToolSourceKind::ByHand:
        return ToolWords::tr("by hand", "kind of tool");
    case app::ToolSourceKind::Command:
        return ToolWords::tr("command", "kind of tool");
    case app::ToolSourceKind::McpCommand:
    case app::ToolSourceKind::McpUrl:
        break;
    }
    return ToolWords::tr("MCP server", "kind of tool");
}

QString toolKindSentence(app::ToolSourceKind kind)
{
    switch (kind) {
    case app::ToolSourceKind::ByHand:
        return ToolWords::tr("A tool that you answer by hand");
    case app::ToolSourceKind::Command:
        return ToolWords::tr("A program that is run for each call");
    case app::ToolSourceKind::McpCommand:
        return ToolWords::tr("An MCP server that is a program");
    case app::ToolSourceKind::McpUrl:
        break;
    }
    return ToolWords::tr("An MCP server at an address");
}

QString hostStateText(const app::ToolHost &host)
{
    using State = app::ToolHost::State;
    const auto error = host.error();
    //: The words of a tool or server, in English.
    const QString why =
        error ? u' ' + ToolWords::tr("It says: “%1”").arg(strangersText(error->message, 300))
              : QString();
    switch (host.state()) {
    case State::Idle:
        return isToolServer(host.source().kind)
                   ? ToolWords::tr("Not started. It starts when it is needed.")
                   : QString();
    case State::Starting:
        return ToolWords::tr("Starting…");
    case State::Ready:
        return isToolServer(host.source().kind) ? ToolWords::tr("Running.") : QString();
    case State::Resting:
        return ToolWords::tr("It stopped by itself and is started again in a moment.") + why;
    case State::Unusable:
        return ToolWords::tr("It cannot be used.") + why;
    }
    return {};
}

QString toolPolicyText(app::ToolPolicy policy)
{
    switch (policy) {
    case app::ToolPolicy::Ask:
        return ToolWords::tr("Ask before every call");
    case app::ToolPolicy::Always:
        return ToolWords::tr("Always allow");
    case app::ToolPolicy::Never:
        return ToolWords::tr("Never allow");
    }
    return {};
}

QString argumentFitText(const app::SchemaVerdict &verdict)
{
    using Kind = app::SchemaVerdict::Kind;
    switch (verdict.kind) {
    case Kind::Valid:
        return ToolWords::tr("The arguments fit the schema.");
    case Kind::Invalid:
        break;
    case Kind::NotChecked:
        return verdict.reason == app::NotCheckedReason::NotJson
                   ? ToolWords::tr("The arguments are not JSON.")
                   : ToolWords::tr("The arguments could not be held against the schema.") + u' '
                         + app::withVisibleCharacters(notCheckedSentence(verdict));
    }
    const QString misfit = ToolWords::tr("The arguments do not fit the schema.");
    if (verdict.failures.isEmpty())
        return misfit;
    const app::SchemaFailure &first = verdict.failures.first();
    const QString sentence = app::withVisibleCharacters(failureSentence(first));
    if (first.path.isEmpty())
        return misfit + u' ' + sentence;
    //: %1 is a whole sentence, %2 the place of what is wrong with it, as in "/city", %3 what it is.
    return ToolWords::tr("%1 %2: %3").arg(misfit, strangersText(first.path, 80), sentence);
}

QString commandText(const app::CommandLine &command)
{
    // Means nothing to a shell, wherever it stands.
    static constexpr QStringView kPlain = u"_-./:,+@";
    QStringList words{command.program};
    words.append(command.arguments);
    for (QString &word : words) {
        const bool isPlain = !word.isEmpty() && std::ranges::all_of(word, [](QChar each) {
            return each.isLetterOrNumber() || kPlain.contains(each);
        });
        if (!isPlain)
            word = u'\'' + word.replace(u'\'', uR"('\'')"_s) + u'\'';
    }
    return app::withVisibleCharacters(words.join(u' '));
}

} // namespace ui
