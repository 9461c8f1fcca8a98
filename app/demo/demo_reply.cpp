// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/demo_reply.h"

#include "app/base/when_done.h"

#include <algorithm>
#include <cmath>
#include <cstring>

using namespace Qt::StringLiterals;

namespace app {

namespace {

QNetworkReply::NetworkError errorOf(int status)
{
    switch (status) {
    case 401:
        return QNetworkReply::AuthenticationRequiredError;
    case 403:
        return QNetworkReply::ContentAccessDenied;
    case 404:
        return QNetworkReply::ContentNotFoundError;
    case 405:
        return QNetworkReply::ContentOperationNotPermittedError;
    default:
        return status >= 500 ? QNetworkReply::InternalServerError
                             : QNetworkReply::UnknownContentError;
    }
}

} // namespace

DemoReply::DemoReply(const QNetworkRequest &request, QNetworkAccessManager::Operation operation,
                     qint64 bodyBytes, const QFuture<DemoAnswer> &answer, double speed,
                     QObject *parent)
    : QNetworkReply(parent), m_speed(std::max(speed, 0.001))
{
    setRequest(request);
    setUrl(request.url());
    setOperation(operation);
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &DemoReply::sendDueSteps);
    QMetaObject::invokeMethod(
        this,
        [this, bodyBytes, answer] {
            if (isFinished())
                return;
            emit socketStartedConnecting();
            emit requestSent();
            if (bodyBytes > 0)
                emit uploadProgress(bodyBytes, bodyBytes);
            whenDone(answer, this, [this](const DemoAnswer &ready) { begin(ready); });
        },
        Qt::QueuedConnection);
}

void DemoReply::begin(const DemoAnswer &answer)
{
    if (isFinished())
        return;
    m_answer = answer;
    if (answer.status == 0)
        return finishWith(ConnectionRefusedError, u"Connection refused"_s);
    setAttribute(QNetworkRequest::HttpStatusCodeAttribute, answer.status);
    for (const auto &[name, value] : answer.headers)
        setRawHeader(name, value);
    emit metaDataChanged();
    m_clock.start();
    if (!m_answer.steps.isEmpty())
        m_dueMs = double(m_answer.steps.first().pause.count()) / m_speed;
    m_timer.start(0);
}

void DemoReply::sendDueSteps()
{
    bool grew = false;
    const double now = double(m_clock.elapsed());
    while (m_next < m_answer.steps.size() && m_dueMs <= now) {
        m_unread += m_answer.steps.at(m_next).bytes;
        grew = true;
        if (++m_next < m_answer.steps.size())
            m_dueMs += double(m_answer.steps.at(m_next).pause.count()) / m_speed;
    }
    // Before the signal: a slot may abort.
    if (m_next < m_answer.steps.size())
        m_timer.start(int(std::ceil(m_dueMs - now)));
    else
        QMetaObject::invokeMethod(this, &DemoReply::end, Qt::QueuedConnection);
    if (grew)
        emit readyRead();
}

void DemoReply::end()
{
    if (isFinished())
        return;
    if (m_answer.isLost)
        return finishWith(RemoteHostClosedError, u"The connection was lost"_s);
    if (m_answer.status >= 400)
        return finishWith(errorOf(m_answer.status), u"HTTP %1"_s.arg(m_answer.status));
    setFinished(true);
    emit finished();
}

void DemoReply::finishWith(NetworkError error, const QString &text)
{
    setError(error, text);
    setFinished(true);
    emit errorOccurred(error);
    emit finished();
}

void DemoReply::abort()
{
    if (isFinished())
        return;
    m_timer.stop();
    m_unread.clear();
    finishWith(OperationCanceledError, u"Operation canceled"_s);
}

qint64 DemoReply::bytesAvailable() const
{
    return m_unread.size() + QNetworkReply::bytesAvailable();
}

qint64 DemoReply::readData(char *data, qint64 most)
{
    const qint64 count = std::min<qint64>(most, m_unread.size());
    if (count == 0 && isFinished())
        return -1;
    std::memcpy(data, m_unread.constData(), size_t(count));
    m_unread.remove(0, count);
    return count;
}

} // namespace app
