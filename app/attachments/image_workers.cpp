// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/attachments/image_workers.h"

#include <QCoreApplication>
#include <QThreadPool>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace app {

QThreadPool &imageWorkers()
{
    static QThreadPool pool;
    // The plugins that decode go away before a static of this file does.
    static const bool ends = [] {
        qAddPostRoutine([] {
            pool.clear();
            pool.waitForDone();
        });
        return true;
    }();
    Q_UNUSED(ends)
    return pool;
}

void releaseImageMemory()
{
#ifdef __GLIBC__
    imageWorkers().start([] { malloc_trim(0); });
#endif
}

} // namespace app
