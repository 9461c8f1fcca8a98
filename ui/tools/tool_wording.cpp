// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tools/tool_wording.h"

#include "app/base/visible_text.h"
#include "ui/wording/error_wording.h"

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

QString hostStateText(const app::ToolHost &host)
{
    using State = app::ToolHost::State;
    const auto error = host.error();
    //: The words of a tool or server, in English.
    const QString why =
        error ? u' '
                    + ToolWords::tr("It says: “%1”")
                          .arg(app::withVisibleCharacters(shortened(error->message, 300)))
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

QString commandText(const app::CommandLine &command)
{
    QStringList words{command.program};
    words.append(command.arguments);
    for (QString &word : words) {
        const bool isPlain = !word.isEmpty() && std::ranges::none_of(word, [](QChar each) {
            return each.isSpace() || each == u'\'' || each == u'"' || each == u'\\';
        });
        if (!isPlain)
            word = u'\'' + word.replace(u'\'', uR"('\'')"_s) + u'\'';
    }
    return app::withVisibleCharacters(words.join(u' '));
}

} // namespace ui
