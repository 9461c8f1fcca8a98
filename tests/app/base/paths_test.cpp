// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/paths.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace app;
using namespace Qt::StringLiterals;

class PathsTest : public QObject
{
    Q_OBJECT
private slots:
    void aProfileKeepsEverythingBelowOneFolder()
    {
        QTemporaryDir root;
        const Paths paths = Paths::inFolder(root.path() + u"/profile"_s);
        QVERIFY(paths.create());
        for (const QString &path : {paths.store(), paths.settings(), paths.modelCache()})
            QVERIFY2(path.startsWith(root.path()), qPrintable(path));
        QVERIFY(QFileInfo(paths.cache).isDir());
    }

    void foldersBelongToTheirOwner()
    {
        QTemporaryDir root;
        const Paths paths = Paths::inFolder(root.path() + u"/private"_s);
        QVERIFY(paths.create());
        const auto others = QFile::ReadGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY(!(QFileInfo(paths.data).permissions() & others));
    }

    void anImpossibleFolderIsAStorageError()
    {
        QTemporaryDir root;
        QFile file(root.path() + u"/file"_s);
        QVERIFY(file.open(QIODevice::WriteOnly));
        const auto made = Paths::inFolder(root.path() + u"/file/below"_s).create();
        QVERIFY(!made);
        QCOMPARE(made.error().kind, ErrorKind::Storage);
    }
};

QTEST_GUILESS_MAIN(PathsTest)
#include "paths_test.moc"
