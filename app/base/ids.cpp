// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/ids.h"

#include <QRandomGenerator>

#include <atomic>
#include <chrono>

namespace app {

qint64 nextIdValue()
{
    static std::atomic<qint64> last{0};
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    const qint64 milliseconds = std::chrono::duration_cast<std::chrono::milliseconds>(now).count();
    const qint64 fresh = (milliseconds << 20) | QRandomGenerator::global()->bounded(1 << 19);
    qint64 previous = last.load();
    qint64 next = 0;
    do {
        next = fresh > previous ? fresh : previous + 1;
    } while (!last.compare_exchange_weak(previous, next));
    return next;
}

} // namespace app
