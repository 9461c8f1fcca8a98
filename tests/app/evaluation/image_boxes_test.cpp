// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evaluation/image_boxes.h"

#include "tests/support/patience.h"

#include <QTest>

using namespace app;
using namespace Qt::StringLiterals;

namespace {

/// "plain 1 2 3 4 label", box by box.
QString told(const QList<ImageBox> &boxes)
{
    static const QStringList forms{u"plain"_s, u"row"_s, u"tag"_s};
    QStringList lines;
    for (const ImageBox &box : boxes) {
        QString line = u"%1 %2 %3 %4 %5"_s.arg(forms.at(int(box.form)))
                           .arg(box.left)
                           .arg(box.top)
                           .arg(box.right)
                           .arg(box.bottom);
        if (!box.label.isEmpty())
            line += u' ' + box.label;
        lines.append(line);
    }
    return lines.join(u'\n');
}

} // namespace

class ImageBoxesTest : public QObject
{
    Q_OBJECT
private slots:
    void readsWhatModelsWrite_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const QString &text, const QString &expected) {
            QTest::newRow(name) << text << expected;
        };
        row("nothing", u"A cat sits on a chair [1], see [2, 3]."_s, {});
        row("fenced",
            u"Here:\n```json\n[{\"bbox_2d\": [10, 20, 30, 40], \"label\": \"cat\"}]\n```"_s,
            u"plain 10 20 30 40 cat"_s);
        row("Gemini", u"[{\"box_2d\": [100, 200, 300, 400], \"label\": \"dog\"}]"_s,
            u"row 200 100 400 300 dog"_s);
        row("label first", u"{\"label\":\"a \\\"b\\\"\\n\\u00e9\",\"bbox\":[1,2,3,4]}"_s,
            u"plain 1 2 3 4 a \"b\" é"_s);
        row("name and text",
            u"{\"box\":[1,2,3,4],\"name\":\"n\"} {\"bbox\":[5,6,7,8],\"text\":\"t\"}"_s,
            u"plain 1 2 3 4 n\nplain 5 6 7 8 t"_s);
        row("fractions", u"bbox: [0.1, 0.25, 0.5, 1e0]"_s, u"plain 0.1 0.25 0.5 1"_s);
        row("bare lists", u"The cat is at [12, 30, 200, 180] and the dog at [1,2,3,4]."_s,
            u"plain 12 30 200 180\nplain 1 2 3 4"_s);
        row("lists in a list", u"{\"boxes\": [[1,2,3,4], [5,6,7,8]], \"label\": \"x\"}"_s,
            u"plain 1 2 3 4 x\nplain 5 6 7 8 x"_s);
        row("over lines", u"{\n  \"bbox_2d\": [\n    10,\n    20,\n    30,\n    40\n  ]\n}"_s,
            u"plain 10 20 30 40"_s);
        row("Qwen", u"<ref>the cat</ref><box>(10,20),(30,40)</box><box>(1,2),(3,4)</box>"_s,
            u"tag 10 20 30 40 the cat\ntag 1 2 3 4 the cat"_s);
        row("Qwen 2",
            u"<|object_ref_start|>dog<|object_ref_end|><|box_start|>(1, 2), (3, 4)<|box_end|>"_s,
            u"tag 1 2 3 4 dog"_s);
        row("a colour is none", u"{\"color\": [10, 20, 30, 40], \"bbox\": [1, 2, 3, 4]}"_s,
            u"plain 1 2 3 4"_s);
        row("five numbers are none", u"{\"bbox\": [1, 2, 3, 4, 5]} [1,2,3,4,5]"_s, {});
        row("swapped corners", u"{\"bbox\": [30, 40, 10, 20]} and [30, 40, 10, 20]"_s,
            u"plain 10 20 30 40"_s);
        row("no area", u"{\"bbox\": [10, 20, 10, 40]} [1,2,3,2]"_s, {});
        row("still written", u"```json\n[{\"label\": \"cat\", \"bbox\": [1, 2, 3, 4], \"sc"_s,
            u"plain 1 2 3 4 cat"_s);
        row("half a list", u"[{\"bbox\": [1, 2, 3"_s, {});
        row("inches before it", u"A 5\" screen at [1, 2, 3, 4]\nand \"text\""_s,
            u"plain 1 2 3 4"_s);
        row("unclosed brackets", u"([{ [1, 2, 3, 4] } see {"_s, u"plain 1 2 3 4"_s);
        row("not numbers", u"{\"bbox\": [1e999, 2, 3, 4]} [--1, 2, 3, 4] [1,,2,3] [nan,1,2,3]"_s,
            {});
        row("of an inner object", u"{\"name\": \"all\", \"items\": [{\"box\": [1,2,3,4]}]}"_s,
            u"plain 1 2 3 4"_s);
    }

    void readsWhatModelsWrite()
    {
        QFETCH(QString, text);
        QTEST(told(imageBoxes(text)), "expected");
    }

    void knowsItsPlaceInTheText()
    {
        const QString text =
            u"Look: {\"label\": \"cat\", \"bbox\": [1, 2, 3, 4]} or [5, 6, 7, 8]."_s;
        const QList<ImageBox> boxes = imageBoxes(text);
        QCOMPARE(boxes.size(), 2);
        QCOMPARE(text.mid(boxes[0].start, boxes[0].length),
                 u"{\"label\": \"cat\", \"bbox\": [1, 2, 3, 4]}"_s);
        QCOMPARE(text.mid(boxes[1].start, boxes[1].length), u"[5, 6, 7, 8]"_s);
    }

    void knowsTheImageThatIsNamed_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QList<int>>("images"); // of three
        const auto row = [](const char *name, const QString &text, const QList<int> &images) {
            QTest::newRow(name) << text << images;
        };
        row("none", u"[1,2,3,4] {\"bbox\": [1,2,3,4]}"_s, {-1, -1});
        row("in its object",
            u"[{\"image\": 2, \"bbox\": [1,2,3,4]}, {\"bbox\": [1,2,3,4], \"image\": 1}]"_s,
            {1, 0});
        row("from zero",
            u"[{\"image_index\": 0, \"bbox\": [1,2,3,4]}, {\"image_index\": 2, "
            "\"bbox\": [1,2,3,4]}]"_s,
            {0, 2});
        row("of all in it",
            u"{\"image\": \"image 3\", \"objects\": [{\"bbox\": [1,2,3,4]}, "
            "{\"bbox\": [1,2,3,4]}]}"_s,
            {2, 2});
        row("a name is no number", u"{\"image\": \"photo.jpg\", \"bbox\": [1,2,3,4]}"_s, {-1});
        row("more than there are", u"{\"image_id\": 397, \"bbox\": [1,2,3,4]}"_s, {-1});
        row("headings",
            u"**Image 1:**\n```json\n[{\"bbox\": [1,2,3,4]}]\n```\n### Picture #3\n[1,2,3,4]"_s,
            {0, 2});
        row("in a sentence", u"In image 2 it is at [1,2,3,4], in image 1 at [1,2,3,4]."_s, {1, 0});
        row("several at once", u"Image 1 and image 2 both: [1,2,3,4]"_s, {-1});
        row("no such word", u"Images 2, imagery 1, reimage 3: [1,2,3,4]"_s, {-1});
    }

    void knowsTheImageThatIsNamed()
    {
        QFETCH(QString, text);
        QTEST(imagesOfBoxes(imageBoxes(text), 3), "images");
    }

    void decidesTheScaleByItsRules_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QSize>("image");
        QTest::addColumn<int>("scale");
        const QSize small(640, 480);
        QTest::newRow("none above 1") << u"[0, 0.5, 1, 1]"_s << small << int(BoxScale::Unit);
        QTest::newRow("above 1000") << u"{\"box_2d\": [10, 20, 1100, 1200]}"_s << QSize(2000, 1500)
                                    << int(BoxScale::Pixels);
        QTest::newRow("row first")
            << u"{\"box_2d\": [10, 20, 300, 400]}"_s << small << int(BoxScale::Thousand);
        QTest::newRow("in tags") << u"<box>(10,20),(300,400)</box>"_s << small
                                 << int(BoxScale::Thousand);
        QTest::newRow("beyond the image")
            << u"[1, 2, 3, 4] [10, 20, 800, 400]"_s << small << int(BoxScale::Thousand);
        QTest::newRow("within it") << u"[10, 20, 300, 400]"_s << small << int(BoxScale::Pixels);
    }

    void decidesTheScaleByItsRules()
    {
        QFETCH(QString, text);
        QFETCH(QSize, image);
        QTEST(int(likelyBoxScale(imageBoxes(text), image)), "scale");
    }

    void liesOnTheImage()
    {
        const ImageBox box{ImageBox::Form::Plain, 100, 250, 500, 2000, {}, 0, 0};
        const QSize image(800, 400);
        QCOMPARE(boxOnImage(box, BoxScale::Pixels, image), QRectF(100, 250, 400, 150));
        QCOMPARE(boxOnImage(box, BoxScale::Thousand, image), QRectF(80, 100, 320, 300));
        QVERIFY(!boxOnImage(box, BoxScale::Unit, image));
        const ImageBox unit{ImageBox::Form::Plain, -0.5, 0, 0.5, 0.25, {}, 0, 0};
        QCOMPARE(boxOnImage(unit, BoxScale::Unit, image), QRectF(0, 0, 400, 100));
    }

    void takesNoMoreThanItsLimits()
    {
        QString many;
        for (int i = 0; i < 3000; ++i)
            many += u"[1,2,3,4] "_s;
        QCOMPARE(imageBoxes(many).size(), box_limits::kBoxes);
        const QString late = QString(box_limits::kCharacters, u' ') + u"[1,2,3,4]"_s;
        QVERIFY(imageBoxes(late).isEmpty());
        const QString longLabel =
            u"{\"bbox\":[1,2,3,4],\"label\":\""_s + QString(390, u'x') + u"\"}"_s;
        QCOMPARE(imageBoxes(longLabel).constFirst().label.size(), box_limits::kLabel);
    }

    /// Each of a million characters is looked at a few times, whatever stands in them.
    void hostileTextEnds_data()
    {
        QTest::addColumn<QString>("piece");
        for (const char *piece : {"\"\\", "[", "{", "[{", "\"", "<ref>", "<box>(", "[1,2,3,",
                                  "{\"bbox\":", "}]", "[                ", "\\\""})
            QTest::newRow(piece) << QString::fromLatin1(piece);
    }

    void hostileTextEnds()
    {
        QFETCH(QString, piece);
        QVERIFY(imageBoxes(piece.repeated(box_limits::kCharacters / piece.size())).isEmpty());
    }
};

QTEST_APPLESS_MAIN(ImageBoxesTest)
#include "image_boxes_test.moc"
