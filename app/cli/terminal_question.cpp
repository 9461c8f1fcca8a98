// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/terminal_question.h"

#include <cstdio>
#include <unistd.h>

namespace app {

TerminalQuestion::TerminalQuestion(const QString &question, QObject *parent)
    : QObject(parent), m_input(STDIN_FILENO, QSocketNotifier::Read)
{
    const QByteArray text = question.toUtf8();
    std::fwrite(text.constData(), 1, size_t(text.size()), stderr);
    std::fflush(stderr);
    connect(&m_input, &QSocketNotifier::activated, this, &TerminalQuestion::read);
}

bool TerminalQuestion::isPossible()
{
    return ::isatty(STDIN_FILENO) == 1 && ::isatty(STDERR_FILENO) == 1;
}

/// A terminal gives a line at a time.
void TerminalQuestion::read()
{
    char bytes[1024];
    const ssize_t count = ::read(STDIN_FILENO, bytes, sizeof bytes);
    if (count > 0)
        m_line.append(bytes, count);
    const qsizetype end = m_line.indexOf('\n');
    if (count > 0 && end < 0)
        return;
    m_input.setEnabled(false);
    emit answered(QString::fromUtf8(end < 0 ? m_line : m_line.first(end)));
}

} // namespace app
