// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <cstdio>

namespace app {

/// Makes text of a model or a server harmless for a terminal: control characters of both sets (C0
/// but line feed and tab, DEL, C1) become visible signs, invalid UTF-8 becomes U+FFFD. Keeps a
/// character that is cut between two chunks. A value.
class TerminalFilter
{
public:
    [[nodiscard]] QByteArray filter(const QByteArray &chunk);
    /// What is left of a character that never came whole.
    [[nodiscard]] QByteArray finish();

private:
    QByteArray m_cut;
};

/// Standard output or standard error. To a terminal everything goes through a TerminalFilter; a
/// file or a pipe gets the bytes as they are.
class Terminal
{
public:
    explicit Terminal(std::FILE *stream);

    [[nodiscard]] bool isTerminal() const { return m_isTerminal; }
    void write(const QByteArray &text);
    void writeLine(const QByteArray &text);
    /// Dimmed on a terminal, dropped elsewhere.
    void writeDimmed(const QByteArray &text);
    /// On a terminal, a line that the next one or any other text takes the place of; at most as
    /// wide as the terminal. Dropped elsewhere.
    void showStatus(const QByteArray &line);
    /// Ends a line that was begun.
    void endLine();
    /// Ends a dimmed passage, where one was begun.
    void endDimmed();

private:
    void put(const QByteArray &bytes);
    void clearStatus();

    std::FILE *m_stream;
    bool m_isTerminal;
    bool m_atLineStart = true;
    bool m_dimmed = false;
    bool m_hasStatus = false;
    TerminalFilter m_filter;
};

} // namespace app
