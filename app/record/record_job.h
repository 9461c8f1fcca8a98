// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/record/recorded_run.h"

#include <QObject>

#include <functional>

namespace app {

class Store;

/// Reads the record of a run and builds its body on a worker. Its pictures are read one after the
/// other, up to 256 MB of them. GUI thread. done() or failed() comes exactly once and last, not
/// before control returned to the event loop; destruction is silent and is the way to cancel.
class RecordJob : public QObject
{
    Q_OBJECT
public:
    using Providers = std::function<Provider(const QString &id)>;

    RecordJob(Store &store, Providers providers, QObject *parent = nullptr);

    void start(RunId run);

signals:
    void done(const app::RecordedRun &record);
    /// NotFound: there is no such run. Forbidden: it would tell who answered in a blind round.
    void failed(const app::Error &error);

private:
    void take(const StoredRun &stored);
    void readNextImage();
    void build();

    Store &m_store;
    Providers m_providers;
    StoredRun m_stored;
    QList<QByteArray> m_missing; ///< SHA-256
    QHash<QByteArray, QByteArray> m_images;
    qint64 m_imageBytes = 0;
};

} // namespace app
