// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/viewed_images.h"

#include "tests/support/patience.h"

#include <QTest>

using namespace ui;
using namespace Qt::StringLiterals;

class ViewedImagesTest : public QObject
{
    Q_OBJECT
private slots:
    void anImageWithoutAMessageStandsAlone()
    {
        ActivatedImage activated;
        activated.bytes = "bytes";
        activated.name = u"from elsewhere"_s;
        const ViewedImages viewed = viewedImages(activated);
        QCOMPARE(viewed.images.size(), 1);
        QCOMPARE(viewed.images[0].bytes, QByteArray("bytes"));
        QCOMPARE(viewed.current, 0);
    }

    void aFileHasTheEndingOfWhatItIs_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("expected");
        QTest::newRow("nothing known") << u""_s << u""_s << u"image"_s;
        QTest::newRow("type") << u""_s << u"image/png"_s << u"image.png"_s;
        QTest::newRow("same") << u"cat.PNG"_s << u"image/png"_s << u"cat.PNG"_s;
        QTest::newRow("converted") << u"cat.heic"_s << u"image/jpeg"_s << u"cat.jpg"_s;
        QTest::newRow("other spelling") << u"cat.jpeg"_s << u"image/jpeg"_s << u"cat.jpeg"_s;
        QTest::newRow("a path") << u"../../etc/passwd"_s << u"image/png"_s
                                << u"_.._etc_passwd.png"_s;
        QTest::newRow("words") << u"What I saw. At sea"_s << u"image/png"_s
                               << u"What I saw. At sea.png"_s;
    }

    void aFileHasTheEndingOfWhatItIs()
    {
        QFETCH(QString, name);
        QFETCH(QString, type);
        QTEST(proposedImageName({{}, {}, name, type}), "expected");
    }
};

QTEST_GUILESS_MAIN(ViewedImagesTest)
#include "viewed_images_test.moc"
