// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/upload_once.h"

#include <cstring>

namespace app {

UploadOnce::UploadOnce(QByteArray bytes, QObject *parent)
    : QIODevice(parent), m_bytes(std::move(bytes))
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

qint64 UploadOnce::bytesAvailable() const
{
    return m_bytes.size() - m_at;
}

qint64 UploadOnce::readData(char *data, qint64 most)
{
    if (atEnd())
        return -1;
    const qint64 size = std::min(most, bytesAvailable());
    std::memcpy(data, m_bytes.constData() + m_at, size_t(size));
    m_at += size;
    return size;
}

} // namespace app
