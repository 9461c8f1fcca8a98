// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/attachments/screenshot_portal.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QUrl>
#include <QUuid>

#include <utility>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

// https://flatpak.github.io/xdg-desktop-portal/docs/doc-org.freedesktop.portal.Screenshot.html
constexpr uint kDone = 0;

QString portalService()
{
    return u"org.freedesktop.portal.Desktop"_s;
}

/// Known before the call is made, so that no answer is too early.
QString requestPath(const QDBusConnection &bus, const QString &token)
{
    QString sender = bus.baseService().mid(1);
    sender.replace(u'.', u'_');
    return u"/org/freedesktop/portal/desktop/request/%1/%2"_s.arg(sender, token);
}

} // namespace

ScreenshotPortal::ScreenshotPortal(QObject *parent) : QObject(parent)
{
}

void ScreenshotPortal::ask()
{
    // No session bus, no portal: an attempt to connect would only print a warning.
    const bool hasBus = !qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS");
    QDBusConnection bus = hasBus ? QDBusConnection::sessionBus() : QDBusConnection(QString());
    if (!bus.isConnected()) {
        QMetaObject::invokeMethod(this, &ScreenshotPortal::missing, Qt::QueuedConnection);
        return;
    }
    const QString token = u"diptych_"_s + QUuid::createUuid().toString(QUuid::Id128);
    bus.connect(portalService(), requestPath(bus, token), u"org.freedesktop.portal.Request"_s,
                u"Response"_s, this, SLOT(takeResponse(uint, QVariantMap)));
    QDBusMessage call =
        QDBusMessage::createMethodCall(portalService(), u"/org/freedesktop/portal/desktop"_s,
                                       u"org.freedesktop.portal.Screenshot"_s, u"Screenshot"_s);
    call << QString()
         << QVariantMap{{u"handle_token"_s, token}, {u"interactive"_s, true}, {u"modal"_s, true}};
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusObjectPath> reply = *watcher;
        if (reply.isError() && !std::exchange(m_isOver, true))
            emit missing();
    });
}

void ScreenshotPortal::takeResponse(uint response, const QVariantMap &results)
{
    if (std::exchange(m_isOver, true))
        return;
    const QUrl file(results.value(u"uri"_s).toString());
    if (response == kDone && file.isLocalFile())
        emit taken(file.toLocalFile());
    else
        emit dismissed();
}

} // namespace ui
