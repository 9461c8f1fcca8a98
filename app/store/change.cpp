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
} // namespace

void appendText(Parts &parts, AppendText::Kind kind, const QByteArray &text)
{
    if (kind == AppendText::Kind::Text)
        grow<TextPart>(parts, text);
    else
        grow<ReasoningPart>(parts, text);
}

} // namespace app
