// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/scripted_server.h"

#include <QDeadlineTimer>
#include <QTcpSocket>

#include <functional>

namespace tests {

/// One connection to the scripted server: reads requests and plays the scripts that answer them.
class Connection : public QObject
{
    Q_OBJECT
public:
    using Answer = std::function<Script(const SeenRequest &)>;

    /// Takes the socket as its child.
    Connection(QTcpSocket *socket, Answer answer, QObject *parent);

signals:
    void closed();

private:
    void read();
    [[nodiscard]] bool readHead();
    void play();
    [[nodiscard]] std::chrono::milliseconds timeUntilDue(const Step &step);
    void sendHead();
    void doStep(const Step &step);
    void sendBytes(QByteArray bytes);
    void write(const QByteArray &bytes);
    void endOfScript();

    QTcpSocket *m_socket;
    Answer m_answer;
    QByteArray m_input;
    SeenRequest m_request;
    qsizetype m_bodyLength = -1; ///< -1: the head has not come yet
    Script m_script;
    qsizetype m_step = 0;
    QDeadlineTimer m_due; ///< end of the last step of Kind::Pace
    bool m_playing = false;
};

} // namespace tests
