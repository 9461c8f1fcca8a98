// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/openai/think_splitter.h"

namespace app {

namespace {

constexpr QByteArrayView kOpen("<think>");
constexpr QByteArrayView kClose("</think>");
// White space is held back while a tag may follow; more than this is no preface of one.
constexpr qsizetype kMostHeld = 1024;

/// How many bytes at the end of `text` may be the start of `tag`.
qsizetype openEnd(QByteArrayView text, QByteArrayView tag)
{
    for (qsizetype size = std::min(text.size(), tag.size() - 1); size > 0; --size) {
        if (text.last(size) == tag.first(size))
            return size;
    }
    return 0;
}

QByteArrayView withoutLeading(QByteArrayView text, QByteArrayView what)
{
    while (!text.isEmpty() && what.contains(text.front()))
        text = text.sliced(1);
    return text;
}

} // namespace

void ThinkSplitter::emitTrimmed(QByteArrayView piece, QByteArray &into)
{
    if (m_trims)
        piece = withoutLeading(piece, "\r\n");
    if (piece.isEmpty())
        return;
    m_trims = false;
    into.append(piece);
}

void ThinkSplitter::feed(QByteArrayView piece, QByteArray &text, QByteArray &reasoning)
{
    if (m_state == State::Text)
        return emitTrimmed(piece, text);
    m_held.append(piece);
    if (m_state == State::Start) {
        const QByteArrayView begin = withoutLeading(m_held, " \t\r\n");
        if (begin.startsWith(kOpen)) {
            m_state = State::Thinking;
            m_trims = true;
            m_held = begin.sliced(kOpen.size()).toByteArray();
        } else if (!kOpen.startsWith(begin) || m_held.size() > kMostHeld) {
            m_state = State::Text;
            text.append(std::exchange(m_held, {}));
            return;
        } else {
            return;
        }
    }
    const qsizetype close = m_held.indexOf(kClose);
    if (close < 0) {
        const qsizetype certain = m_held.size() - openEnd(m_held, kClose);
        emitTrimmed(QByteArrayView(m_held).first(certain), reasoning);
        m_held.remove(0, certain);
        return;
    }
    emitTrimmed(QByteArrayView(m_held).first(close), reasoning);
    const QByteArray rest = m_held.sliced(close + kClose.size());
    m_held.clear();
    m_state = State::Text;
    m_trims = true;
    emitTrimmed(rest, text);
}

void ThinkSplitter::finish(QByteArray &text, QByteArray &reasoning)
{
    const bool thinking = m_state == State::Thinking;
    m_state = State::Text;
    emitTrimmed(std::exchange(m_held, {}), thinking ? reasoning : text);
}

} // namespace app
