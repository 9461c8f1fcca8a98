// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include <QApplication>
#include <QDirIterator>
#include <QSignalSpy>
#include <QTest>

using namespace ui;
using namespace Qt::StringLiterals;

class ThemeTest : public QObject
{
    Q_OBJECT
private slots:
    void switchesLive()
    {
        Theme theme;
        const QSignalSpy changed(&theme, &Theme::changed);
        app::Preferences preferences;
        preferences.theme = app::ThemeChoice::Dark;
        theme.apply(preferences);
        QCOMPARE(theme.scheme(), Scheme::Dark);
        QCOMPARE(QApplication::palette().color(QPalette::Text), theme.colours().text);
        preferences.theme = app::ThemeChoice::Light;
        theme.apply(preferences);
        QCOMPARE(QApplication::palette().color(QPalette::Text), coloursOf(Scheme::Light).text);
        QCOMPARE(changed.count(), 2);
    }

    void fontsFollowThePreferences()
    {
        Theme theme;
        app::Preferences preferences;
        preferences.fontPointSize = 18;
        theme.apply(preferences);
        const int pixels = theme.font(TextRole::Body).pixelSize();
        QCOMPARE(pixels, qRound(18 * QGuiApplication::primaryScreen()->logicalDotsPerInchY() / 72));
        QVERIFY(theme.font(TextRole::Caption).pixelSize() < pixels);
        QVERIFY(theme.font(TextRole::Title).pixelSize() > pixels);
    }

    void everyIconTakesItsColour()
    {
        Theme theme;
        int count = 0;
        for (QDirIterator it(u":/icons"_s); it.hasNext(); ++count) {
            const QString name = QFileInfo(it.next()).completeBaseName();
            const QImage image = theme.icon(name, Qt::red).pixmap(32).toImage();
            bool painted = false;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) {
                    const QColor pixel = image.pixelColor(x, y);
                    if (pixel.alpha() < 200)
                        continue;
                    painted = true;
                    QCOMPARE(pixel.red() > 250 && pixel.green() < 5, true);
                }
            }
            QVERIFY2(painted, qPrintable(name));
        }
        QVERIFY(count > 20);
    }
};

QTEST_MAIN(ThemeTest)
#include "theme_test.moc"
