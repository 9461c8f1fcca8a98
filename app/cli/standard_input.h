// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>

#include <memory>

class QSocketNotifier;

namespace app {

/// Standard input, read to its end while the event loop turns: whoever waits for it can be stopped.
/// ended() or failed() comes exactly once, from the event loop; destruction is silent and is the
/// way to cancel.
class StandardInput : public QObject
{
    Q_OBJECT
public:
    explicit StandardInput(QObject *parent = nullptr);
    ~StandardInput() override;

    void start();

signals:
    /// At most 256 MB: a device that never ends must not fill the memory.
    void ended(const QByteArray &bytes);
    void failed();

private:
    void readSome();

    std::unique_ptr<QSocketNotifier> m_notifier;
    QByteArray m_bytes;
};

} // namespace app
