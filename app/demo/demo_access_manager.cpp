// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/demo_access_manager.h"

#include "app/demo/demo_reply.h"

#include <QNetworkRequest>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace app {

namespace {

QByteArray verbOf(QNetworkAccessManager::Operation operation, const QNetworkRequest &request)
{
    switch (operation) {
    case QNetworkAccessManager::GetOperation:
        return "GET";
    case QNetworkAccessManager::PostOperation:
        return "POST";
    case QNetworkAccessManager::CustomOperation:
        return request.attribute(QNetworkRequest::CustomVerbAttribute).toByteArray();
    default:
        return {};
    }
}

} // namespace

DemoAccessManager::DemoAccessManager(double speed, QObject *parent)
    : QNetworkAccessManager(parent), m_speed(speed)
{
}

void DemoAccessManager::setLanguage(std::function<QLocale::Language()> language)
{
    m_language = std::move(language);
}

QNetworkReply *DemoAccessManager::createRequest(Operation operation, const QNetworkRequest &request,
                                                QIODevice *body)
{
    if (request.url().scheme() != "demo"_L1)
        return QNetworkAccessManager::createRequest(operation, request, body);
    const QByteArray sent = body ? body->readAll() : QByteArray();
    const QFuture<DemoAnswer> answer =
        QtConcurrent::run(answerDemo, verbOf(operation, request), request.url().path(), sent,
                          m_language ? m_language() : QLocale::English);
    return new DemoReply(request, operation, sent.size(), answer, m_speed, this);
}

} // namespace app
