// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>

namespace app {

/// Tells a process that works with a profile whether another one does so too. A lock of the
/// system's (flock) on a file of its own: it ends with the process, even with one that is killed,
/// and is not fooled by process ids that are used again. Where the file cannot be written nobody
/// can write to the profile, and everybody is alone.
class ProfileLock
{
public:
    explicit ProfileLock(const QString &path) : m_file(path) { }

    /// Takes the lock; no other process begins to work until share(). Blocks only while another one
    /// stands between its acquire() and its share().
    void acquire();
    /// Lets others in; the lock is kept until destruction.
    void share();
    /// No other process held the lock in acquire().
    [[nodiscard]] bool isAlone() const { return m_alone; }

private:
    QFile m_file;
    bool m_alone = true;
};

} // namespace app
