// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/layering_test/layers.h"

#include <QDir>
#include <QDirIterator>
#include <QTest>

using namespace Qt::StringLiterals;

class LayeringTest : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        m_layers = layersOf(m_root.path());
        QVERIFY(m_layers.folders.indexOf(u"base"_s) == 0);
        QVERIFY(m_layers.folders.contains(u"cli"_s));
        QVERIFY(m_layers.widgetHeaders.contains(u"QWidget"_s));
    }

    void everyFolderOfTheCoreHasItsPlace()
    {
        for (const QString &folder :
             QDir(m_root.filePath(u"app"_s)).entryList(QDir::Dirs | QDir::NoDotAndDotDot))
            QVERIFY2(m_layers.folders.contains(folder), qPrintable(folder));
    }

    void noFileBreaksTheLayers()
    {
        int files = 0;
        QStringList found;
        for (const auto top : {"app"_L1, "ui"_L1, "tests"_L1}) {
            QDirIterator walk(m_root.filePath(top), {u"*.h"_s, u"*.cpp"_s}, QDir::Files,
                              QDirIterator::Subdirectories);
            while (walk.hasNext()) {
                const QString path = m_root.relativeFilePath(walk.next());
                if (path.startsWith("tests/layering_test/"_L1))
                    continue;
                ++files;
                for (const Breach &breach : breachesIn(path, textOf(walk.filePath()), m_layers))
                    found += u"%1:%2: %3"_s.arg(path).arg(breach.line).arg(breach.reason);
            }
        }
        QVERIFY(files > 20);
        QVERIFY2(found.isEmpty(), qPrintable(u'\n' + found.join(u'\n')));
    }

    void aPlantedBreachIsFound_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("reason");

        QTest::newRow("core includes a widget of ours")
            << u"app/chat/turn.h"_s << u"#include \"ui/theme/theme.h\""_s << u"ui/"_s;
        QTest::newRow("test of the core includes the window")
            << u"tests/app/chat/turn_test.cpp"_s << u"#include \"ui/theme/theme.h\""_s << u"ui/"_s;
        QTest::newRow("window includes a test")
            << u"ui/theme/theme.h"_s << u"#include \"tests/support/x.h\""_s << u"tests"_s;
        QTest::newRow("a folder includes one above it")
            << u"app/net/http_job.h"_s << u"#include \"app/chat/chat.h\""_s << u"above"_s;
        QTest::newRow("a folder includes the composition")
            << u"app/chat/chat.h"_s << u"# include \"app/services.h\""_s << u"above"_s;
        QTest::newRow("the composition includes the command line")
            << u"app/services.h"_s << u"#include \"app/cli/ask.h\""_s << u"above"_s;
        QTest::newRow("module prefix")
            << u"ui/theme/theme.h"_s << u"#include <QtWidgets/QWidget>"_s << u"module"_s;
        QTest::newRow("widget in the core")
            << u"app/store/store.cpp"_s << u"#include <QWidget>"_s << u"no window"_s;
        QTest::newRow("old spelling of a widget in the core")
            << u"app/store/store.cpp"_s << u"#include <qlabel.h>"_s << u"no window"_s;
        QTest::newRow("widgets in the core's precompiled header")
            << u"app/precompiled.h"_s << u"#include <QtWidgets/QtWidgets>"_s << u"no window"_s;
        QTest::newRow("drawings in the core")
            << u"app/store/store.cpp"_s << u"#include <QSvgRenderer>"_s << u"no window"_s;
        QTest::newRow("SQL in the window")
            << u"ui/sidebar/sidebar.cpp"_s << u"    QSqlQuery query;"_s << u"QSqlQuery"_s;
        QTest::newRow("replies in the window")
            << u"ui/sidebar/sidebar.cpp"_s << u"class QNetworkReply;"_s << u"QNetworkReply"_s;
        QTest::newRow("key store in the window")
            << u"ui/preferences/keys.cpp"_s << u"QKeychain::ReadPasswordJob job;"_s
            << u"QKeychain"_s;
        QTest::newRow("relative include")
            << u"app/net/http_job.cpp"_s << u"#include \"http_job.h\""_s << u"root"_s;
    }

    void aPlantedBreachIsFound()
    {
        QFETCH(QString, path);
        QFETCH(QString, line);
        QFETCH(QString, reason);
        const QString text = u"// SPDX\n#include <QString>\n%1\n"_s.arg(line);
        const QList<Breach> breaches = breachesIn(path, text, m_layers);
        QCOMPARE(breaches.size(), 1);
        QCOMPARE(breaches.first().line, 3);
        QVERIFY2(breaches.first().reason.contains(reason), qPrintable(breaches.first().reason));
    }

    void whatIsAllowedIsNotABreach()
    {
        const QString text = u"#include \"app/base/result.h\"\n#include <QString>\n"
                             u"#include <memory>\n#include \"turn.moc\"\n"_s;
        for (const auto &path : {u"app/chat/turn.cpp"_s, u"app/services.cpp"_s,
                                 u"ui/theme/theme.h"_s, u"tests/ui/theme/theme_test.cpp"_s})
            QCOMPARE(breachesIn(path, text, m_layers), QList<Breach>());
    }

private:
    static QString textOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }

    const QDir m_root{QStringLiteral(DIPTYCH_SOURCE_DIR)};
    Layers m_layers;
};

QTEST_GUILESS_MAIN(LayeringTest)
#include "layering_test.moc"
