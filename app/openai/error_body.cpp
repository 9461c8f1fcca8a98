// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/openai/error_body.h"

#include "app/net/http_client.h"
#include "app/net/retry_policy.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr qsizetype kMaxMessage = 2000;
constexpr qsizetype kMaxWrapped = 64 * 1024; ///< may hold the JSON of another server
constexpr qsizetype kMaxCode = 200;
constexpr qsizetype kMaxQuotedBody = 300;

QString joined(const QJsonArray &location)
{
    QStringList steps;
    for (const QJsonValue &step : location)
        steps.append(step.isString() ? step.toString() : QString::number(step.toInteger()));
    if (!steps.isEmpty() && steps.first() == "body"_L1)
        steps.removeFirst();
    return steps.join(u'.');
}

QString codeText(const QJsonValue &code)
{
    return code.isDouble() ? QString::number(code.toInteger()) : code.toString();
}

/// [{"loc":["body","top_p"],"msg":"…"}], the validation list of FastAPI.
Error fromDetailList(const QJsonArray &details)
{
    QStringList sentences;
    QString param;
    for (const QJsonValue &detail : details) {
        const QString where = joined(detail["loc"_L1].toArray());
        const QString said = detail["msg"_L1].toString(detail["error"_L1].toString());
        if (param.isEmpty())
            param = where;
        if (!said.isEmpty())
            sentences.append(where.isEmpty() ? said : where + u": "_s + said);
    }
    return {.message = sentences.join(u"; "_s), .param = param};
}

Error fromDetail(const QJsonValue &detail)
{
    if (detail.isArray())
        return fromDetailList(detail.toArray());
    if (detail.isObject())
        return {.message = detail["error"_L1].toString(detail["message"_L1].toString()),
                .code = codeText(detail["code"_L1])};
    return {.message = detail.toString()};
}

Error fromBareObject(const QJsonObject &object)
{
    for (const auto name : {"message"_L1, "error_message"_L1, "details"_L1}) {
        if (const QString message = object[name].toString(); !message.isEmpty()) {
            return {.message = message,
                    .code = codeText(object["code"_L1]),
                    .param = object["param"_L1].toString()};
        }
    }
    return {.code = codeText(object["code"_L1])};
}

Error fromObject(const QJsonObject &object)
{
    const QJsonValue error = object["error"_L1];
    if (error.isObject())
        return fromBareObject(error.toObject());
    if (error.isString())
        return {.message = error.toString(), .code = codeText(object["code"_L1])};
    if (const QJsonValue detail = object["detail"_L1]; !detail.isUndefined() && !detail.isNull())
        return fromDetail(detail);
    return fromBareObject(object);
}

/// A gateway may put the JSON of the server behind it into its own message.
Error unwrapped(Error error)
{
    const qsizetype brace = error.message.indexOf(u'{');
    if (brace < 0 || !error.message.endsWith(u'}'))
        return error;
    const auto inner = QJsonDocument::fromJson(error.message.sliced(brace).toUtf8());
    if (!inner.isObject())
        return error;
    const Error deeper = fromObject(inner.object());
    if (!deeper.message.isEmpty())
        error.message = error.message.first(brace) + deeper.message;
    if (error.code.isEmpty())
        error.code = deeper.code;
    if (error.param.isEmpty())
        error.param = deeper.param;
    return error;
}

bool saysNotAuthenticated(const Error &error)
{
    return error.message.contains("not authenticated"_L1, Qt::CaseInsensitive)
           || error.message.contains("api key"_L1, Qt::CaseInsensitive);
}

bool saysContextOverflow(const Error &error)
{
    static const QRegularExpression overflow(
        u"maximum context length|context[ _]length[ _]exceeded|context window|"
        "exceeds? (the )?(available |model'?s? )?context|prompt is too long|"
        "too many (input )?tokens|(token count|number of tokens)[^.]{0,40}exceeds|"
        "overflows the context|context the overflows"_s,
        QRegularExpression::CaseInsensitiveOption);
    return error.code == "context_length_exceeded"_L1 || overflow.match(error.message).hasMatch();
}

ErrorKind kindOf(const Error &error)
{
    switch (error.status) {
    case 401:
        return ErrorKind::Unauthorised;
    case 402:
        return ErrorKind::NoBalance;
    case 403:
        return saysNotAuthenticated(error) ? ErrorKind::Unauthorised : ErrorKind::Forbidden;
    case 404:
        return ErrorKind::NotFound;
    case 405:
        return ErrorKind::Unsupported;
    case 408:
        return ErrorKind::Timeout;
    case 429:
        return ErrorKind::RateLimited;
    default:
        break;
    }
    if (error.code == "engine_overloaded"_L1 || error.code == "rate_limit_exceeded"_L1)
        return ErrorKind::RateLimited;
    if (error.code == "model_not_found"_L1)
        return ErrorKind::NotFound;
    if (saysContextOverflow(error))
        return ErrorKind::ContextOverflow;
    return error.status >= 400 && error.status < 500 ? ErrorKind::InvalidRequest
                                                     : ErrorKind::Server;
}

/// A 404 is a wrong model or a wrong address; only the words tell which.
void nameModelFault(Error &error)
{
    if (error.status != 404 || !error.code.isEmpty())
        return;
    if (error.message.contains("model"_L1, Qt::CaseInsensitive))
        error.code = u"model_not_found"_s;
}

/// "…'code':400}" or the like inside a message that is not JSON.
int statusNamedIn(const QString &message)
{
    static const QRegularExpression named(u"['\"]?code['\"]?\\s*[:=]\\s*([45]\\d\\d)\\b"_s);
    return named.match(message).captured(1).toInt();
}

Error finished(Error error, int status)
{
    error.message.truncate(kMaxWrapped);
    error.code.truncate(kMaxCode);
    error.param.truncate(kMaxCode);
    error = unwrapped(std::move(error));
    error.status = status;
    if (status == 0 || status == 200) {
        const int named = error.code.toInt();
        error.status = named >= 400 && named < 600 ? named : statusNamedIn(error.message);
    }
    error.message.truncate(kMaxMessage);
    nameModelFault(error);
    error.kind = kindOf(error);
    return error;
}

QString plainBody(const HttpResponse &response)
{
    return QString::fromUtf8(response.body.first(std::min(response.body.size(), kMaxQuotedBody)))
        .simplified();
}

} // namespace

Error errorFromResponse(const HttpResponse &response, qint64 nowMs)
{
    const auto document = QJsonDocument::fromJson(response.body);
    Error error =
        document.isArray() ? fromObject(document[0].toObject()) : fromObject(document.object());
    if (error.message.isEmpty())
        error.message = plainBody(response);
    if (error.message.isEmpty() && error.code.isEmpty())
        error.message = QString::fromUtf8(response.reason).simplified();
    error = finished(std::move(error), response.status);
    error.retryAfter = parseRetryAfter(response.header("retry-after"), nowMs);
    return error;
}

Error errorFromObject(const QJsonObject &object)
{
    return finished(fromObject(object), 0);
}

bool isErrorObject(const QJsonObject &object)
{
    const auto has = [&](QLatin1StringView name) {
        const QJsonValue value = object[name];
        return !value.isUndefined() && !value.isNull();
    };
    if (has("error"_L1))
        return true;
    const bool isBare = has("message"_L1) && (has("code"_L1) || has("type"_L1));
    return !has("choices"_L1)
           && (isBare || has("error_message"_L1) || has("detail"_L1)
               || object["object"_L1].toString() == "error"_L1);
}

} // namespace app
