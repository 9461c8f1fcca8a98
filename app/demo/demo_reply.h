// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/demo_answer.h"

#include <QElapsedTimer>
#include <QFuture>
#include <QNetworkReply>
#include <QTimer>

namespace app {

/// A reply that no network brought: emits what the reply of a real connection emits, in the same
/// order, all of it from the event loop. abort() drops what is left, as there.
class DemoReply : public QNetworkReply
{
    Q_OBJECT
public:
    DemoReply(const QNetworkRequest &request, QNetworkAccessManager::Operation operation,
              qint64 bodyBytes, const QFuture<DemoAnswer> &answer, double speed, QObject *parent);

    void abort() override;
    [[nodiscard]] qint64 bytesAvailable() const override;
    [[nodiscard]] bool isSequential() const override { return true; }

protected:
    qint64 readData(char *data, qint64 most) override;

private:
    void begin(const DemoAnswer &answer);
    void sendDueSteps();
    void end();
    void finishWith(NetworkError error, const QString &text);

    DemoAnswer m_answer;
    double m_speed;
    qsizetype m_next = 0; ///< step
    double m_dueMs = 0; ///< of that step, since m_clock started
    QElapsedTimer m_clock;
    QTimer m_timer;
    QByteArray m_unread;
};

} // namespace app
