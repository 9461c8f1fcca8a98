// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/colour_areas.h"

#include "app/demo/demo_models.h"
#include "app/evaluation/image_boxes.h"
#include "tests/support/patience.h"

#include <QBuffer>
#include <QPainter>
#include <QTest>

using namespace app;
using namespace Qt::StringLiterals;

namespace {

// A blue ground with an orange and a smaller white field, and a speck of orange elsewhere.
QImage fields(QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(QColor(30, 60, 200));
    QPainter painter(&image);
    const int w = size.width();
    const int h = size.height();
    painter.fillRect(w / 8, h / 4, w / 4, h / 2, QColor(240, 140, 20));
    painter.fillRect(w * 3 / 4, h / 8, w / 8, h / 4, Qt::white);
    painter.fillRect(w - w / 20, h - h / 20, w / 40, h / 40, QColor(240, 140, 20));
    return image;
}

QString toldBy(const QList<QImage> &images)
{
    DemoRequest request;
    for (const QImage &image : images) {
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        image.save(&buffer, "png");
        request.imageUrls.append(u"data:image/png;base64,"_s
                                 + QString::fromLatin1(buffer.data().toBase64()));
    }
    return visionAnswer(request).text;
}

bool isNear(const QRectF &found, const QRectF &expected, double by)
{
    return qAbs(found.left() - expected.left()) <= by && qAbs(found.top() - expected.top()) <= by
           && qAbs(found.right() - expected.right()) <= by
           && qAbs(found.bottom() - expected.bottom()) <= by;
}

} // namespace

class ColourAreasTest : public QObject
{
    Q_OBJECT
private slots:
    /// What the model says is read by the same reader as the answers of any other model.
    void itsBoxesLieWhereTheFieldsAre()
    {
        const QSize size(1600, 800);
        const QString text = toldBy({fields(size)});
        const QList<ImageBox> boxes = imageBoxes(text);
        QCOMPARE(boxes.size(), 2);
        QCOMPARE(likelyBoxScale(boxes, size), BoxScale::Pixels);
        QCOMPARE(boxes[0].label, u"orange area"_s);
        QCOMPARE(boxes[1].label, u"white area"_s);
        const QRectF orange = *boxOnImage(boxes[0], BoxScale::Pixels, size);
        const QRectF white = *boxOnImage(boxes[1], BoxScale::Pixels, size);
        QVERIFY(isNear(orange, QRectF(200, 200, 400, 400), 12)); // looked at in 192 pixels
        QVERIFY(isNear(white, QRectF(1200, 100, 200, 200), 12));
    }

    void oneColourHasNoAreas()
    {
        QImage image(300, 200, QImage::Format_RGB32);
        image.fill(Qt::darkGreen);
        QVERIFY(imageBoxes(toldBy({image})).isEmpty());
    }

    /// They would not say which one they belong to.
    void severalPicturesHaveNone()
    {
        const QImage image = fields({400, 200});
        QVERIFY(imageBoxes(toldBy({image, image})).isEmpty());
    }
};

QTEST_APPLESS_MAIN(ColourAreasTest)
#include "colour_areas_test.moc"
