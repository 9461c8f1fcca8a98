// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/change.h"

namespace app {

namespace {
template <typename Growing>
void grow(Parts &parts, const QByteArray &text)
{
    if (parts.isEmpty() || !std::holds_alternative<Growing>(parts.constLast()))
        parts.append(Growing{});
    std::get<Growing>(parts.last()).text += text;
}

void grow(ToolCallPart &call, const ToolCallPart &more)
{
    call.id = more.id;
    call.name = more.name;
    call.extraContent = more.extraContent;
    call.arguments += more.arguments;
}

bool joined(AppendText &last, const AppendText &more)
{
    if (last.message != more.message || last.kind != more.kind)
        return false;
    last.text += more.text;
    return true;
}

bool joined(AppendCall &last, const AppendCall &more)
{
    if (last.message != more.message || last.call != more.call)
        return false;
    grow(last.more, more.more);
    return true;
}

template <typename Growth>
bool joinedAs(Change &last, const Change &more)
{
    auto *grown = std::get_if<Growth>(&last);
    const auto *growth = std::get_if<Growth>(&more);
    return grown && growth && joined(*grown, *growth);
}
} // namespace

void appendText(Parts &parts, AppendText::Kind kind, const QByteArray &text)
{
    if (kind == AppendText::Kind::Text)
        grow<TextPart>(parts, text);
    else
        grow<ReasoningPart>(parts, text);
}

void appendCall(Parts &parts, int call, const ToolCallPart &more)
{
    qsizetype at = toolCallAt(parts, call);
    if (at < 0) {
        at = parts.size();
        parts.append(ToolCallPart{});
    }
    grow(std::get<ToolCallPart>(parts[at]), more);
}

void appendMerged(Changes &changes, Change change)
{
    const bool isJoined = !changes.isEmpty()
                          && (joinedAs<AppendText>(changes.last(), change)
                              || joinedAs<AppendCall>(changes.last(), change));
    if (!isJoined)
        changes.append(std::move(change));
}

} // namespace app
