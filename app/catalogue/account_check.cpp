// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/catalogue/account_check.h"

#include "app/catalogue/list_request.h"
#include "app/catalogue/models_list.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace app {

namespace {

Result<AccountCheck> readAccount(const QByteArray &body)
{
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (!document.isObject())
        return fail(ErrorKind::BadResponse, u"the answer is no account"_s);
    AccountCheck check;
    check.keyProven = true;
    for (const auto &member : {"display_name"_L1, "name"_L1, "email"_L1}) {
        if (check.accountName.isEmpty())
            check.accountName = document.object().value(member).toString().trimmed();
    }
    return check;
}

Result<AccountCheck> readModelCount(const QByteArray &body)
{
    const auto models = readModelsList(body);
    if (!models)
        return fail(models.error());
    AccountCheck check;
    check.modelCount = models->size();
    return check;
}

QFuture<Result<AccountCheck>> readBehind(const Result<HttpResponse> &response,
                                         Result<AccountCheck> (*read)(const QByteArray &))
{
    const auto body = bodyOf(response);
    if (!body)
        return QtFuture::makeReadyFuture(Result<AccountCheck>(fail(body.error())));
    return QtConcurrent::run(read, *body);
}

} // namespace

QFuture<Result<AccountCheck>> checkAccount(HttpClient &http, const Provider &provider,
                                           const QString &key)
{
    const bool asksForAccount = provider.dialect == Dialect::DeepInfra;
    const auto read = asksForAccount ? readAccount : readModelCount;
    const HttpRequest request =
        asksForAccount ? accountRequest(provider, key) : modelsRequest(provider, key);
    return http.fetch(request)
        .then([read](const Result<HttpResponse> &response) { return readBehind(response, read); })
        .unwrap();
}

} // namespace app
