// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures that a model sends: kept once, shown by their hash, and not sent back.
#include "tests/app/chat/chat_fixture.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QImage>

using namespace app;
using namespace Qt::StringLiterals;

namespace {

QByteArray pictureBytes()
{
    QImage image(120, 80, QImage::Format_RGB32);
    image.fill(Qt::darkCyan);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "png");
    return buffer.data();
}

/// Of a delta, as OpenRouter sends a picture.
QByteArray membersWith(const QByteArray &picture)
{
    return "\"content\":\"A cat.\",\"images\":[{\"type\":\"image_url\",\"image_url\":{\"url\":"
           "\"data:image/png;base64,"
           + picture.toBase64() + "\"}}]";
}

QByteArray hashOfBytes(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

QList<ImagePart> picturesIn(const Parts &parts)
{
    QList<ImagePart> pictures;
    for (const Part &part : parts) {
        if (const auto *image = std::get_if<ImagePart>(&part))
            pictures.append(*image);
    }
    return pictures;
}

} // namespace

class ChatPicturesTest : public QObject
{
    Q_OBJECT
private slots:
    void aPictureInTheTextBecomesAPart()
    {
        tests::ChatFixture fixture;
        const QByteArray url = "data:image/png;base64," + m_picture.toBase64();
        QByteArrayList events{tests::text("Here it is: ![a cat](")};
        for (qsizetype at = 0; at < url.size(); at += 50) // as models write it
            events.append(tests::text(url.sliced(at, qMin<qsizetype>(50, url.size() - at))));
        events += {tests::text(") done."), tests::finish("stop"), tests::kDone};
        fixture.server.setScripts("/chat/completions", {tests::stream(events)});
        QVERIFY(fixture.ask(u"Draw a cat"_s));
        const QByteArray hash = hashOfBytes(m_picture);
        QCOMPARE(fixture.text(),
                 "Here it is: ![a cat](data:image/png;base64,sha256-" + hash + ") done.");
        const ImagePart expected{hash, u"image/png"_s, 120, 80, m_picture.size(), {}};
        QCOMPARE(picturesIn(fixture.end().parts), QList<ImagePart>{expected});
        QCOMPARE(*tests::settled(fixture.store->blob(hash)), m_picture);

        const MessageId reply = fixture.end().id;
        const auto stored = fixture.afterRestart();
        QVERIFY(stored);
        QCOMPARE(picturesIn(tests::messageOf(*stored, reply).parts), QList<ImagePart>{expected});
    }

    /// It would cost more tokens than the rest of the conversation.
    void itIsNotSentBack()
    {
        tests::ChatFixture fixture;
        fixture.server.setScripts(
            "/chat/completions",
            {tests::stream(
                 {tests::delta(membersWith(m_picture)), tests::finish("stop"), tests::kDone}),
             tests::stream({tests::text("Yes."), tests::finish("stop"), tests::kDone})});
        QVERIFY(fixture.ask(u"Draw a cat"_s));
        QCOMPARE(picturesIn(fixture.end().parts).size(), 1);
        QVERIFY(fixture.ask(u"Is it black?"_s));
        QCOMPARE(fixture.text(), QByteArray("Yes."));
        const QByteArray body = fixture.server.requests().constLast().body;
        QVERIFY(body.contains("A cat."));
        QVERIFY(body.contains("sha256-" + hashOfBytes(m_picture)));
        QVERIFY(!body.contains(m_picture.toBase64()));
        QVERIFY(!body.contains("image_url"));
    }

    void aDrawingIsKeptAndNotLookedInto()
    {
        tests::ChatFixture fixture;
        const QByteArray svg = "<svg xmlns=\"http://www.w3.org/2000/svg\">" + QByteArray(200, ' ')
                               + "<image href=\"file:///etc/passwd\"/></svg>";
        fixture.server.setScripts(
            "/chat/completions",
            {tests::stream({tests::text("![x](data:image/svg+xml;base64," + svg.toBase64() + ")"),
                            tests::finish("stop"), tests::kDone})});
        QVERIFY(fixture.ask(u"Draw"_s));
        const QList<ImagePart> pictures = picturesIn(fixture.end().parts);
        QCOMPARE(pictures.size(), 1);
        QCOMPARE(pictures[0].mimeType, u"image/svg+xml"_s);
        QCOMPARE(pictures[0].width, 0);
        QCOMPARE(*tests::settled(fixture.store->blob(pictures[0].sha256)), svg);
    }

private:
    const QByteArray m_picture = pictureBytes();
};

QTEST_MAIN(ChatPicturesTest)
#include "chat_pictures_test.moc"
