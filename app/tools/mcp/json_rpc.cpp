// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tools/mcp/json_rpc.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace app {

namespace {

/// More in one batch is a flood.
constexpr qsizetype kMostInBatch = 1'000;

QByteArray writtenRpc(QJsonObject message)
{
    message.insert("jsonrpc"_L1, u"2.0"_s);
    return QJsonDocument(message).toJson(QJsonDocument::Compact);
}

RpcMessage messageFrom(const QJsonObject &json)
{
    using Kind = RpcMessage::Kind;
    RpcMessage message;
    message.id = json.value("id"_L1);
    const bool hasId = message.id.isDouble() || message.id.isString();
    if (json.value("method"_L1).isString()) {
        message.kind = hasId ? Kind::Request : Kind::Notification;
        message.method = json.value("method"_L1).toString();
        message.content = json.value("params"_L1).toObject();
    } else if (json.value("error"_L1).isObject()) {
        message.kind = Kind::Failure;
        message.content = json.value("error"_L1).toObject();
    } else if (hasId && json.contains("result"_L1)) {
        message.kind = Kind::Result;
        message.content = json.value("result"_L1).toObject();
    }
    return message;
}

} // namespace

QList<RpcMessage> readRpc(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (document.isObject())
        return {messageFrom(document.object())};
    QList<RpcMessage> messages;
    const QJsonArray batch = document.array();
    for (qsizetype i = 0; i < std::min(batch.size(), kMostInBatch); ++i)
        messages.append(messageFrom(batch.at(i).toObject()));
    return messages;
}

QByteArray rpcRequest(qint64 id, const QString &method, const QJsonObject &params)
{
    return writtenRpc({{u"id"_s, id}, {u"method"_s, method}, {u"params"_s, params}});
}

QByteArray rpcNotification(const QString &method, const QJsonObject &params)
{
    QJsonObject message{{u"method"_s, method}};
    if (!params.isEmpty())
        message.insert("params"_L1, params);
    return writtenRpc(message);
}

QByteArray rpcResult(const QJsonValue &id, const QJsonObject &result)
{
    return writtenRpc({{u"id"_s, id}, {u"result"_s, result}});
}

QByteArray rpcFailure(const QJsonValue &id, int code, const QString &message)
{
    return writtenRpc(
        {{u"id"_s, id}, {u"error"_s, QJsonObject{{u"code"_s, code}, {u"message"_s, message}}}});
}

} // namespace app
