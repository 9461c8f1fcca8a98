// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/profile_lock.h"

#include <cerrno>
#include <sys/file.h>

namespace app {

namespace {
bool lock(const QFile &file, int operation)
{
    int outcome = 0;
    do {
        outcome = flock(file.handle(), operation);
    } while (outcome != 0 && errno == EINTR);
    return outcome == 0;
}
} // namespace

void ProfileLock::acquire()
{
    if (!m_file.isOpen()) {
        if (!m_file.open(QIODevice::ReadWrite))
            return;
        m_file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    }
    m_alone = lock(m_file, LOCK_EX | LOCK_NB) || errno != EWOULDBLOCK;
    if (!m_alone)
        lock(m_file, LOCK_SH);
}

void ProfileLock::share()
{
    if (m_file.isOpen())
        lock(m_file, LOCK_SH);
}

} // namespace app
