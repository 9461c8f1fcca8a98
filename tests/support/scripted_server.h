// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/script.h"

#include <QHash>
#include <QJsonObject>
#include <QObject>
#include <QUrl>

#include <memory>

namespace tests {

struct SeenRequest
{
    QByteArray method;
    QByteArray path; ///< with its query
    QList<std::pair<QByteArray, QByteArray>> headers; ///< names in lower case
    QByteArray body; ///< as it came, before any decompression

    [[nodiscard]] QByteArray header(QByteArrayView lowerCaseName) const;
    [[nodiscard]] QJsonObject json() const;
};

/// An OpenAI-compatible server on the loopback interface that does what a script says. Which one:
/// the scenario (see scenarios.h) named by `model` of the request or by the path
/// (`/scenario/NAME/…`), else a script set here, else an ordinary answer. It records what it saw.
///
/// Ordinary models: any name of the model list answers with a sentence about the prompt;
/// "words-N" with N words, "answer-N" with a text that was set, in N tokens. The pace can be set.
class ScriptedServer : public QObject
{
    Q_OBJECT
public:
    enum class Transport { Plain, SelfSignedTls };

    explicit ScriptedServer(Transport transport = Transport::Plain, QObject *parent = nullptr);
    ~ScriptedServer() override;

    /// Any port by default.
    bool listen(quint16 port = 0);
    [[nodiscard]] quint16 port() const;
    /// "http://127.0.0.1:PORT/v1/openai"
    [[nodiscard]] QUrl baseUrl() const;
    /// The base URL that plays a scenario whatever the model is.
    [[nodiscard]] QUrl baseUrl(const QByteArray &scenario) const;

    /// Tokens per second of ordinary answers; 0 (the default) is at once.
    void setPace(double tokensPerSecond);
    /// What the models "answer-N" say.
    void setAnswer(const QByteArray &markdown);
    /// Refuses what the chat route of DeepInfra refuses; asks for the key "test-key".
    void setStrict(bool strict);
    /// What a path that ends so is answered with; one script per request, the last one repeats. No
    /// scripts: the ordinary answer again.
    void setScripts(const QByteArray &pathEnd, const QList<Script> &scripts);

    /// What requests for this model are answered with: lanes ask at once, in no order of their own.
    void setScriptOf(const QString &model, const Script &script);

    [[nodiscard]] const QList<SeenRequest> &requests() const;
    [[nodiscard]] int openConnections() const;
    void forgetRequests();

signals:
    void requestSeen();
    void connectionClosed();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace tests
