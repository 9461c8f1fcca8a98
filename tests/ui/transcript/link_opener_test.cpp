// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/link_opener.h"

#include <QTest>

class LinkOpenerTest : public QObject
{
    Q_OBJECT
private slots:
    void onlyWebAndMail_data()
    {
        QTest::addColumn<QByteArray>("address");
        QTest::addColumn<QString>("host");
        const auto add = [](const QByteArray &address, const char *host) {
            QTest::newRow(address.constData()) << address << QString::fromUtf8(host);
        };
        add("https://example.org/a?b=c", "example.org");
        add("HTTP://Example.org", "example.org");
        add("mailto:a@example.org", "a@example.org");
        add("https://evil.org@real.org/", "real.org");
        add("https://user:pw@evil.org@real.org/", "");
        add("https://\xD0\xB0pple.com/", "xn--pple-43d.com");
        add("javascript:alert(1)", "");
        add("file:///etc/passwd", "");
        add("data:text/html,x", "");
        add("https:", "");
        add("mailto:", "");
        add("//example.org", "");
        add("relative/path", "");
        add("", "");
    }
    void onlyWebAndMail()
    {
        QFETCH(QByteArray, address);
        QFETCH(QString, host);
        const QUrl link = ui::openableLink(address);
        QCOMPARE(link.isEmpty(), host.isEmpty());
        QCOMPARE(ui::linkHost(link), host);
    }

    void aMailAttachesNothing()
    {
        const auto opened = [](const QByteArray &address) {
            return ui::openableLink(address).toEncoded();
        };
        QCOMPARE(opened("mailto:a@b.org?subject=x%20%26y&attach=/etc/passwd&body=z&attachment=q"),
                 QByteArray("mailto:a@b.org?subject=x%20%26y&body=z"));
        QCOMPARE(opened("mailto:a@b.org?Attach=%2Fetc%2Fpasswd"), QByteArray("mailto:a@b.org"));
        QCOMPARE(opened("https://b.org/?attach=1"), QByteArray("https://b.org/?attach=1"));
    }
};

QTEST_GUILESS_MAIN(LinkOpenerTest)
#include "link_opener_test.moc"
