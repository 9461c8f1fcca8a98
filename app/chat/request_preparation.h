// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chat/prompt_builder.h"
#include "app/chat/spending.h"
#include "app/generation/generation.h"

#include <QObject>

namespace app {

class SecretStore;
class Store;

struct PreparedRequest
{
    GenerationSpec spec;
    Recipe recipe;
    QStringList withheld;
    RequestSize size;
};

/// Turns a plan into a request that can leave: finds the key, reads the pictures that the plan does
/// not bring along, and builds the body on a worker. GUI thread. prepared() or failed() comes
/// exactly once, not before control returned to the event loop; destruction is silent and is the
/// way to cancel.
class RequestPreparation : public QObject
{
    Q_OBJECT
public:
    RequestPreparation(RequestPlan plan, Store &store, SecretStore &secrets,
                       QObject *parent = nullptr);

    void start();

signals:
    void prepared(const app::PreparedRequest &request);
    void failed(const app::Error &error);

private:
    void lookUpKey();
    void readNextImage();
    void build();

    RequestPlan m_plan;
    Store &m_store;
    SecretStore &m_secrets;
    QList<QByteArray> m_missingImages; ///< SHA-256
};

} // namespace app
