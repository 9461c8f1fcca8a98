// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QNetworkAccessManager>

#include <functional>

namespace app {

/// Answers the `demo:` scheme without a network, with the bytes an OpenAI-compatible server would
/// send: GET …/models and POST …/chat/completions, streamed as server-sent events or whole. Every
/// other scheme goes the usual way. Used as the manager factory of HttpClient, so that the path of
/// the client is the real one:
///     HttpClient http([] { return std::make_unique<DemoAccessManager>(); });
class DemoAccessManager : public QNetworkAccessManager
{
    Q_OBJECT
public:
    /// `speed` divides every pause between two chunks; 1 is the pace of a real server.
    explicit DemoAccessManager(double speed = 1.0, QObject *parent = nullptr);

    /// Asked for every request; English without it.
    void setLanguage(std::function<QLocale::Language()> language);

protected:
    QNetworkReply *createRequest(Operation operation, const QNetworkRequest &request,
                                 QIODevice *body) override;

private:
    double m_speed;
    std::function<QLocale::Language()> m_language;
};

} // namespace app
