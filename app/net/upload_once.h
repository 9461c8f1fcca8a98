// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIODevice>

namespace app {

/// The body of a request that can be read once. Qt sends a request again by itself when the
/// connection breaks before an answer; a body that cannot be rewound makes it an error instead
/// (ContentReSendError), so that a request that costs money is repeated visibly or not at all.
class UploadOnce : public QIODevice
{
    Q_OBJECT
public:
    UploadOnce(QByteArray bytes, QObject *parent);

    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] qint64 bytesAvailable() const override;
    [[nodiscard]] bool atEnd() const override { return m_at == m_bytes.size(); }
    bool reset() override { return false; }

protected:
    qint64 readData(char *data, qint64 most) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_bytes;
    qint64 m_at = 0;
};

} // namespace app
