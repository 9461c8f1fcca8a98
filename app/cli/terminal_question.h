// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSocketNotifier>
#include <QString>

namespace app {

/// A question on standard error whose answer is a line that is typed; the event loop goes on
/// meanwhile. The end of the input is an empty line.
class TerminalQuestion : public QObject
{
    Q_OBJECT
public:
    explicit TerminalQuestion(const QString &question, QObject *parent = nullptr);

    /// Somebody sits there: input and standard error are terminals.
    [[nodiscard]] static bool isPossible();

signals:
    void answered(const QString &line); ///< once

private:
    void read();

    QSocketNotifier m_input;
    QByteArray m_line;
};

} // namespace app
