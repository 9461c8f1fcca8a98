// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/attachments/image_workers.h"

#include <QCoreApplication>
#include <QThreadPool>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace app {

namespace {

/// By itself the C library lets both grow with the largest buffer that was freed, up to 64 MB for
/// each worker: what a photo took would stay with the process for good.
void keepThresholdsLow()
{
#ifdef __GLIBC__
    constexpr int kMappedFrom = 1024 * 1024;
    constexpr int kKeptOnTop = 4 * 1024 * 1024;
    mallopt(M_MMAP_THRESHOLD, kMappedFrom);
    mallopt(M_TRIM_THRESHOLD, kKeptOnTop);
#endif
}

} // namespace

QThreadPool &imageWorkers()
{
    static QThreadPool pool;
    // Once. The plugins that decode go away before a static of this file does.
    static const bool ends = [] {
        keepThresholdsLow();
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
