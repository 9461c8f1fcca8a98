// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/openai/picture_splitter.h"

#include "app/openai/completion.h"
#include "app/openai/delta_reader.h"
#include "tests/support/patience.h"

#include <QCryptographicHash>
#include <QTest>

using namespace app;
using namespace Qt::StringLiterals;

namespace {

QByteArray bytesOf(int size, char seed)
{
    QByteArray bytes;
    for (int i = 0; i < size; ++i)
        bytes.append(char(seed + i * 7));
    return bytes;
}

QByteArray hashOf(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

QByteArray dataUrl(const QByteArray &bytes, const QByteArray &type = "image/png")
{
    return "data:" + type + ";base64," + bytes.toBase64();
}

QByteArray imagesMember(const QByteArray &url)
{
    return "\"images\":[{\"type\":\"image_url\",\"image_url\":{\"url\":\"" + url + "\"}}]";
}

struct Split
{
    QByteArray text;
    QList<ReplyPicture> pictures;
};

Split split(const QByteArrayList &pieces)
{
    Split result;
    PictureSplitter splitter;
    for (const QByteArray &piece : pieces)
        splitter.feed(piece, result.text, result.pictures);
    splitter.finish(result.text, result.pictures);
    return result;
}

QByteArray textFrom(const QByteArrayList &deltas)
{
    Completion completion;
    DeltaReader reader(completion, {});
    for (const QByteArray &members : deltas)
        reader.read({}, R"({"choices":[{"delta":{)" + members + "}}]}");
    reader.finish();
    return completion.choices.value(0).text;
}

} // namespace

class PictureSplitterTest : public QObject
{
    Q_OBJECT
private slots:
    void takesPicturesOutHoweverTheyAreCut()
    {
        const QByteArray first = bytesOf(200, 1);
        const QByteArray second = bytesOf(131, 2);
        const QByteArray whole = "Look: ![a cat](" + dataUrl(first) + ") and <img src=\""
                                 + dataUrl(second, "image/jpeg") + "\"> done.";
        const QByteArray expected = "Look: ![a cat](data:image/png;base64,sha256-" + hashOf(first)
                                    + ") and <img src=\"data:image/jpeg;base64,sha256-"
                                    + hashOf(second) + "\"> done.";
        for (qsizetype cut = 0; cut <= whole.size(); ++cut) {
            const Split result = split({whole.first(cut), whole.sliced(cut)});
            QCOMPARE(result.text, expected);
            QCOMPARE(result.pictures.size(), 2);
            QCOMPARE(result.pictures[0], (ReplyPicture{first, u"image/png"_s, hashOf(first)}));
            QCOMPARE(result.pictures[1], (ReplyPicture{second, u"image/jpeg"_s, hashOf(second)}));
        }
        QByteArrayList bytes;
        for (const char c : whole)
            bytes.append(QByteArray(1, c));
        QCOMPARE(split(bytes).text, expected);
    }

    void leavesWhatIsNoPicture_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text :
             {"An address such as data:image/png;base64,iVBORw0KGgo= is short.",
              "data:image/png;base64,", ";base64,", "data:text/plain;base64,QUJDREVGR0hJSktMTU5P",
              "data:image/svg+xml;utf8,<svg/>", "data:image/ png;base64,AAAA"})
            QTest::newRow(text) << QByteArray(text);
        QTest::newRow("long text") << "data:text/plain;base64," + QByteArray(4000, 'A');
    }

    void leavesWhatIsNoPicture()
    {
        QFETCH(QByteArray, text);
        for (qsizetype cut = 0; cut <= text.size(); ++cut) {
            const Split result = split({text.first(cut), text.sliced(cut)});
            QCOMPARE(result.text, text);
            QVERIFY(result.pictures.isEmpty());
        }
    }

    void aPictureThatIsCutOffIsKeptAsFarAsItCame()
    {
        const QByteArray bytes = bytesOf(300, 3);
        const Split result = split({"![](" + dataUrl(bytes).first(300)});
        QCOMPARE(result.pictures.size(), 1);
        QVERIFY(bytes.startsWith(result.pictures[0].bytes));
    }

    void keepsNoMoreThanItsLimits()
    {
        QByteArray many;
        for (int i = 0; i < 70; ++i)
            many += dataUrl(bytesOf(100, char(i))) + " ";
        const Split result = split({many});
        QCOMPARE(result.pictures.size(), picture_limits::kPictures);
        QCOMPARE(result.text.count("base64,too-large"), 70 - picture_limits::kPictures);

        Split large;
        PictureSplitter splitter;
        splitter.feed("![](data:image/png;base64,", large.text, large.pictures);
        const QByteArray megabyte(1024 * 1024, 'A');
        for (qsizetype sent = 0; sent < picture_limits::kBytes / 3 * 4 + 2 * megabyte.size();
             sent += megabyte.size())
            splitter.feed(megabyte, large.text, large.pictures);
        splitter.feed(") and on", large.text, large.pictures);
        QCOMPARE(large.text, QByteArray("![](data:image/png;base64,too-large) and on"));
        QVERIFY(large.pictures.isEmpty());
    }

    void knowsItsOwnAddresses()
    {
        const QByteArray hash = hashOf("x");
        QCOMPARE(pictureAt("data:image/png;base64,sha256-" + hash), hash);
        for (const QByteArray &other :
             {QByteArray("https://example.com/sha256-" + hash),
              QByteArray("data:image/png;base64,sha256-" + hash.chopped(1)),
              QByteArray("data:image/png;base64,sha256-" + hash.toUpper()),
              QByteArray("data:image/png;base64,sha256-" + hash + "0"), QByteArray()})
            QCOMPARE(pictureAt(other), QByteArray());
        QVERIFY(isPictureTooLarge("data:image/png;base64,too-large"));
        QVERIFY(!isPictureTooLarge("too-large"));
    }

    void picturesBesideTheTextBecomeImagesInIt()
    {
        const QByteArray url = dataUrl(bytesOf(150, 5));
        QCOMPARE(textFrom({"\"content\":\"Here it is.\"," + imagesMember(url)}),
                 "Here it is.\n\n![](<" + url + ">)\n\n");
    }

    void picturesAmongThePartsBecomeImagesInTheText()
    {
        QCOMPARE(
            textFrom({"\"content\":[{\"type\":\"text\",\"text\":\"A\"},{\"type\":\"image_url\","
                      "\"image_url\":{\"url\":\"https://example.com/a.png\"}},"
                      "{\"type\":\"text\",\"text\":\"B\"}]"}),
            QByteArray("A\n\n![](<https://example.com/a.png>)\n\nB"));
    }

    /// Some servers repeat the whole list in their last chunk.
    void aRepeatedPictureIsTakenOnce()
    {
        const QByteArray images = imagesMember(dataUrl(bytesOf(150, 6)));
        QCOMPARE(textFrom({images, images}), textFrom({images}));
        const QByteArray other = imagesMember(dataUrl(bytesOf(150, 7)));
        QCOMPARE(textFrom({images, other}).count("!["), 2);
    }
};

QTEST_APPLESS_MAIN(PictureSplitterTest)
#include "picture_splitter_test.moc"
