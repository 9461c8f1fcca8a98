// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/scripted_server.h"

#include "tests/support/connection.h"
#include "tests/support/ordinary_answers.h"
#include "tests/support/scenarios.h"
#include "tests/support/self_signed.h"
#include "tests/support/strict_rules.h"

#include <QJsonDocument>
#include <QSslServer>
#include <QTcpServer>

using namespace Qt::StringLiterals;

namespace tests {

QByteArray SeenRequest::header(QByteArrayView lowerCaseName) const
{
    for (const auto &[name, value] : headers) {
        if (name == lowerCaseName)
            return value;
    }
    return {};
}

QJsonObject SeenRequest::json() const
{
    return QJsonDocument::fromJson(body).object();
}

struct ScriptedServer::Private
{
    [[nodiscard]] Script answer(const SeenRequest &request);
    [[nodiscard]] const QList<Script> *scriptsFor(const SeenRequest &request,
                                                  QByteArray *counter) const;

    std::unique_ptr<QTcpServer> server;
    QString scheme;
    QList<SeenRequest> requests;
    QList<std::pair<QByteArray, QList<Script>>> scripts;
    QHash<QString, QList<Script>> scriptsOfModels;
    QHash<QByteArray, int> played;
    int connections = 0;
    OrdinaryPace pace;
    bool strict = false;
};

const QList<Script> *ScriptedServer::Private::scriptsFor(const SeenRequest &request,
                                                         QByteArray *counter) const
{
    const QByteArray path = request.path.split('?').first();
    for (const auto &[end, list] : scripts) {
        if (path.endsWith(end)) {
            *counter = "set:" + end;
            return &list;
        }
    }
    if (!path.endsWith("/chat/completions"))
        return nullptr;
    const QString model = request.json()["model"_L1].toString();
    QByteArray name = model.toUtf8();
    if (const auto own = scriptsOfModels.constFind(model); own != scriptsOfModels.cend()) {
        *counter = "model:" + name;
        return &*own;
    }
    if (path.startsWith("/scenario/"))
        name = path.split('/').value(2);
    *counter = name;
    const Scenario *scenario = findScenario(name);
    return scenario ? &scenario->attempts : nullptr;
}

Script ScriptedServer::Private::answer(const SeenRequest &request)
{
    requests.append(request);
    QByteArray counter;
    if (const QList<Script> *list = scriptsFor(request, &counter)) {
        const int attempt = played[counter]++;
        return list->at(std::min<qsizetype>(attempt, list->size() - 1));
    }
    if (strict) {
        if (const auto refusal = refusalOf(request))
            return *refusal;
    }
    return ordinaryAnswer(request, pace);
}

ScriptedServer::ScriptedServer(Transport transport, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>())
{
    if (transport == Transport::SelfSignedTls) {
        auto server = std::make_unique<QSslServer>();
        server->setSslConfiguration(selfSignedConfiguration());
        d->server = std::move(server);
        d->scheme = u"https"_s;
    } else {
        d->server = std::make_unique<QTcpServer>();
        d->scheme = u"http"_s;
    }
    connect(d->server.get(), &QTcpServer::pendingConnectionAvailable, this, [this] {
        while (QTcpSocket *socket = d->server->nextPendingConnection()) {
            auto *connection = new Connection(
                socket,
                [this](const SeenRequest &request) {
                    const Script script = d->answer(request);
                    emit requestSeen();
                    return script;
                },
                this);
            ++d->connections;
            connect(connection, &Connection::closed, this, [this, connection] {
                --d->connections;
                connection->deleteLater(); // it is emitting
                emit connectionClosed();
            });
        }
    });
}

ScriptedServer::~ScriptedServer() = default;

bool ScriptedServer::listen(quint16 port)
{
    // Some are large; at the first request they would take a busy machine longer than a test waits.
    (void)tests::scenarios();
    return d->server->listen(QHostAddress::LocalHost, port);
}

quint16 ScriptedServer::port() const
{
    return d->server->serverPort();
}

QUrl ScriptedServer::baseUrl() const
{
    return QUrl(u"%1://127.0.0.1:%2/v1/openai"_s.arg(d->scheme).arg(port()));
}

QUrl ScriptedServer::baseUrl(const QByteArray &scenario) const
{
    const QString name = QString::fromUtf8(scenario);
    return QUrl(u"%1://127.0.0.1:%2/scenario/%3/v1"_s.arg(d->scheme).arg(port()).arg(name));
}

void ScriptedServer::setPace(double tokensPerSecond)
{
    d->pace.tokensPerSecond = tokensPerSecond;
}

void ScriptedServer::setAnswer(const QByteArray &markdown)
{
    d->pace.answer = markdown;
}

void ScriptedServer::setStrict(bool strict)
{
    d->strict = strict;
}

void ScriptedServer::setScripts(const QByteArray &pathEnd, const QList<Script> &scripts)
{
    erase_if(d->scripts, [&](const auto &known) { return known.first == pathEnd; });
    d->played.remove("set:" + pathEnd);
    if (!scripts.isEmpty())
        d->scripts.append({pathEnd, scripts});
}

void ScriptedServer::setScriptOf(const QString &model, const Script &script)
{
    d->scriptsOfModels.insert(model, {script});
}

const QList<SeenRequest> &ScriptedServer::requests() const
{
    return d->requests;
}

int ScriptedServer::openConnections() const
{
    return d->connections;
}

void ScriptedServer::forgetRequests()
{
    d->requests.clear();
    d->played.clear();
}

} // namespace tests
