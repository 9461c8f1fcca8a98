// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFutureWatcher>

#include <utility>

namespace app {

/// Calls `handler` with the result of `future` on the thread of `context`, through the event loop
/// even where the future has finished already. Not at all where it was cancelled, or where the
/// context dies first: QFuture::then(context, …) of Qt 6.4 asserts in that case. Call it on the
/// thread of `context`.
template <typename T, typename Handler>
void whenDone(const QFuture<T> &future, QObject *context, Handler handler)
{
    auto *watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context,
                     [watcher, handler = std::move(handler)]() mutable {
                         watcher->deleteLater();
                         const QFuture<T> done = watcher->future();
                         if (done.resultCount() > 0)
                             handler(done.result());
                     });
    watcher->setFuture(future);
}

} // namespace app
