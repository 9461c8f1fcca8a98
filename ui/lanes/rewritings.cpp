// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lanes/rewritings.h"

namespace ui {

void Rewritings::leave(const Rewriting &rewriting)
{
    m_left.insert(rewriting.message, rewriting);
}

void Rewritings::leave(const Rewriting &rewriting, app::ConversationId conversation)
{
    leave(rewriting);
    m_leftIn.insert(conversation, rewriting.message);
}

std::optional<Rewriting> Rewritings::leftIn(app::ConversationId conversation) const
{
    const auto left = m_left.constFind(m_leftIn.value(conversation));
    return left == m_left.cend() ? std::nullopt : std::optional(*left);
}

std::optional<app::Draft> Rewritings::take(app::MessageId message)
{
    const auto left = m_left.constFind(message);
    if (left == m_left.cend())
        return std::nullopt;
    app::Draft written = left->written;
    m_left.erase(left);
    m_leftIn.removeIf([message](const auto &in) { return in.value() == message; });
    return written;
}

} // namespace ui
