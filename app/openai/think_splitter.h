// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace app {

/// Takes reasoning out of an answer that begins with `<think>`, whatever way the tags are cut. Tags
/// further on are text. Line breaks right behind a tag belong to it.
class ThinkSplitter
{
public:
    /// Appends what is certain; a piece that may be the start of a tag waits for more.
    void feed(QByteArrayView piece, QByteArray &text, QByteArray &reasoning);
    /// No more comes: what waited was no tag.
    void finish(QByteArray &text, QByteArray &reasoning);
    /// A tag was seen by somebody else: line breaks that come next belong to it.
    void skipLineBreaks() { m_trims = true; }
    /// Whether it answers, so that feed() would only append.
    [[nodiscard]] bool isInText() const { return m_state == State::Text && !m_trims; }

private:
    enum class State { Start, Thinking, Text };

    void emitTrimmed(QByteArrayView piece, QByteArray &into);

    State m_state = State::Start;
    bool m_trims = false; ///< line breaks behind a tag are still to come
    QByteArray m_held;
};

} // namespace app
