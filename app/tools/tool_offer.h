// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tools/offered_tools.h"

#include <QFuture>
#include <QObject>
#include <QPromise>
#include <QTimer>

namespace app {

class ToolRegistry;

/// Waits until the sources of some tools are ready, tells which tools these are, and deletes
/// itself. A child of the registry.
class ToolOffer : public QObject
{
    Q_OBJECT
public:
    ToolOffer(ToolRegistry &registry, QList<ToolRef> refs, QStringList taken);

    [[nodiscard]] QFuture<Result<OfferedTools>> start();

private:
    void look();
    void end(Result<OfferedTools> offered);

    ToolRegistry &m_registry;
    const QList<ToolRef> m_refs;
    const QStringList m_taken;
    QPromise<Result<OfferedTools>> m_promise;
    QTimer m_patience;
    bool m_isOver = false;
};

} // namespace app
