// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QList>
#include <QString>

namespace app {

/// A message of JSON-RPC 2.0 (https://www.jsonrpc.org/specification) as a value.
struct RpcMessage
{
    enum class Kind {
        Request,
        Notification,
        Result,
        Failure, ///< an answer that is an error
        Invalid,
    };
    Kind kind = Kind::Invalid;
    QJsonValue id; ///< of requests and answers: a number or a text
    QString method; ///< of requests and notifications
    QJsonObject content; ///< parameters, result, or the error
};

/// What JSON-RPC calls its errors.
inline constexpr int kRpcMethodNotFound = -32601;

/// One message, or those of a batch. Empty: it is no JSON.
[[nodiscard]] QList<RpcMessage> readRpc(const QByteArray &json);

// Compact, without a line feed.

[[nodiscard]] QByteArray rpcRequest(qint64 id, const QString &method, const QJsonObject &params);
[[nodiscard]] QByteArray rpcNotification(const QString &method, const QJsonObject &params = {});
[[nodiscard]] QByteArray rpcResult(const QJsonValue &id, const QJsonObject &result);
[[nodiscard]] QByteArray rpcFailure(const QJsonValue &id, int code, const QString &message);

} // namespace app
