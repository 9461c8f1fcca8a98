// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/attachments/screenshot_portal.h"

#include "tests/support/patience.h"

#include <QDBusConnection>
#include <QDBusContext>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

using namespace ui;
using namespace Qt::StringLiterals;

namespace {

/// What the desktop says, on a bus of the test's own.
class Desktop : public QObject, protected QDBusContext
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Screenshot")
public:
    uint response = 0;
    QVariantMap results;
    QVariantMap options; ///< of the last call

public slots:
    QDBusObjectPath Screenshot(const QString &, const QVariantMap &asked) // as the portal spells it
    {
        options = asked;
        QString sender = message().service().mid(1);
        sender.replace(u'.', u'_');
        const QString path = u"/org/freedesktop/portal/desktop/request/%1/%2"_s.arg(
            sender, asked.value(u"handle_token"_s).toString());
        QDBusMessage answer =
            QDBusMessage::createSignal(path, u"org.freedesktop.portal.Request"_s, u"Response"_s);
        answer << response << results;
        connection().send(answer); // before the call has returned: the earliest there is
        return QDBusObjectPath(path);
    }
};

} // namespace

class ScreenshotPortalTest : public QObject
{
    Q_OBJECT

    QProcess m_bus;

private slots:
    void initTestCase()
    {
        // A bus of its own: that of the user has a real desktop on it, or none.
        if (QStandardPaths::findExecutable(u"dbus-daemon"_s).isEmpty())
            QSKIP("dbus-daemon is missing");
        m_bus.start(u"dbus-daemon"_s,
                    {u"--session"_s, u"--nofork"_s, u"--nopidfile"_s, u"--print-address"_s});
        QVERIFY(m_bus.waitForReadyRead(tests::kPatienceMs));
        qputenv("DBUS_SESSION_BUS_ADDRESS", m_bus.readLine().trimmed());
        QVERIFY(QDBusConnection::sessionBus().isConnected());
    }

    void cleanupTestCase()
    {
        m_bus.terminate();
        m_bus.waitForFinished(tests::kPatienceMs);
    }

    void withoutADesktopItSaysSo()
    {
        ScreenshotPortal portal;
        QSignalSpy missing(&portal, &ScreenshotPortal::missing);
        portal.ask();
        QCOMPARE(missing.size(), 0);
        QTRY_COMPARE(missing.size(), 1);
    }

    void whatTheDesktopTookIsHandedOn()
    {
        Desktop desktop;
        QDBusConnection service =
            QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"desktop"_s);
        QVERIFY(service.registerObject(u"/org/freedesktop/portal/desktop"_s, &desktop,
                                       QDBusConnection::ExportAllSlots));
        QVERIFY(service.registerService(u"org.freedesktop.portal.Desktop"_s));
        desktop.results = {{u"uri"_s, u"file:///tmp/a%20picture.png"_s}};
        ScreenshotPortal portal;
        QSignalSpy taken(&portal, &ScreenshotPortal::taken);
        portal.ask();
        QTRY_COMPARE(taken.size(), 1);
        QCOMPARE(taken.first().first().toString(), u"/tmp/a picture.png"_s);
        QVERIFY(desktop.options.value(u"interactive"_s).toBool());

        desktop.response = 1; // the user changed their mind
        desktop.results = {};
        ScreenshotPortal second;
        QSignalSpy dismissed(&second, &ScreenshotPortal::dismissed);
        QSignalSpy missing(&second, &ScreenshotPortal::missing);
        second.ask();
        QTRY_COMPARE(dismissed.size(), 1);
        QCOMPARE(missing.size(), 0);
        QDBusConnection::disconnectFromBus(u"desktop"_s);
    }
};

QTEST_GUILESS_MAIN(ScreenshotPortalTest)
#include "screenshot_portal_test.moc"
