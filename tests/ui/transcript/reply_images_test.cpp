// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/http_client.h"
#include "tests/support/patience.h"
#include "tests/support/scripted_server.h"
#include "tests/ui/transcript/transcript_window.h"

#include <QBuffer>

using namespace ui;
using namespace Qt::StringLiterals;

namespace {

QByteArray encodedPicture()
{
    QImage image(300, 200, QImage::Format_RGB32);
    image.fill(QColor(200, 60, 40));
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "png");
    return buffer.data();
}

const QByteArray kHash = QByteArray(64, 'a');

app::ImagePart pictureOfReply()
{
    return {kHash, u"image/png"_s, 300, 200, 1000, {}};
}

QList<SliceImage> imagesOf(const TranscriptWindow &window, app::MessageId message)
{
    QList<SliceImage> images;
    for (const Slice &slice : window.view.layout()->slicesOf(message))
        images += slice.images;
    return images;
}

QRect placeOfImage(const TranscriptWindow &window)
{
    QRect place;
    window.view.layout()->visit(
        window.top(), window.top() + 600, [&](const TranscriptLayout::Visible &visible) {
            if (!visible.layout.thumbnails().isEmpty())
                place =
                    visible.layout.thumbnails().constFirst().toRect().translated(0, visible.top);
        });
    return place.isNull() ? place : QRect(window.view.toViewport(place.topLeft()), place.size());
}

} // namespace

class ReplyImagesTest : public QObject
{
    Q_OBJECT
private slots:
    void init() { m_fetched = 0; }

    void aPictureStandsBelowTheParagraphThatNamesIt()
    {
        app::MessageId reply;
        TranscriptWindow window([&](FakeSource &source) {
            source.addPrompt("Draw.");
            reply = source.add(
                app::Role::Assistant,
                {pictureOfReply(),
                 app::TextPart{"Here: ![a cat](data:image/png;base64,sha256-" + kHash
                               + ").\n\n- one\n- ![b](https://example.com/b.png)\n\nDone."}});
        });
        QStringList kinds;
        const std::vector<Slice> slices = window.view.layout()->slicesOf(reply);
        for (const Slice &slice : slices) {
            if (slice.kind == Slice::Kind::Text)
                kinds.append(shownText(slice));
            else if (slice.kind == Slice::Kind::Images)
                kinds.append(u"images"_s);
        }
        QCOMPARE(kinds,
                 (QStringList{u"Here: [a cat]."_s, u"images"_s, u"one"_s,
                              u"[b: https://example.com/b.png]"_s, u"images"_s, u"Done."_s}));
        const QList<SliceImage> images = imagesOf(window, reply);
        QCOMPARE(images[0].part.width, 300);
        QCOMPARE(images[0].part.fileName, u"a cat"_s);
        QCOMPARE(images[1].address, QByteArray("https://example.com/b.png"));
        QVERIFY(std::is_sorted(slices.begin(), slices.end(),
                               [](const Slice &a, const Slice &b) { return a.key < b.key; }));
    }

    void aClickOnAPictureOpensIt()
    {
        app::MessageId reply;
        TranscriptWindow window([&](FakeSource &source) {
            reply =
                source.add(app::Role::Assistant,
                           {pictureOfReply(),
                            app::TextPart{"![a cat](data:image/png;base64,sha256-" + kHash + ")"}});
        });
        QList<ActivatedImage> activated;
        connect(&window.view, &TranscriptView::imageActivated, this,
                [&](const ActivatedImage &image) { activated.append(image); });
        QTest::mouseClick(window.view.viewport(), Qt::LeftButton, {},
                          placeOfImage(window).center());
        QCOMPARE(activated.size(), 1);
        QCOMPARE(activated[0].message, reply);
        QCOMPARE(activated[0].sha256, kHash);
        QCOMPARE(activated[0].name, u"a cat"_s);
    }

    /// While a reply is written its text goes on as if there were no picture.
    void aStreamedTextEqualsTheWholeOne()
    {
        const QByteArray text = "Before **bold**\n\n![a](data:image/png;base64,sha256-" + kHash
                                + ")\nand **more\n\n1. ![b](https://example.com/b.png) *x*\n2. two";
        app::MessageId streamed;
        TranscriptWindow window([&](FakeSource &source) {
            streamed = source.addReply("", app::MessageState::Streaming);
        });
        for (const char c : text)
            window.source->grow(streamed, QByteArray(1, c));
        window.source->finish(streamed);
        window.nextFrame();
        QList<Slice> kept;
        window.view.layout()->visit(
            0, 600, [&](const TranscriptLayout::Visible &visible) { kept.append(visible.slice); });
        TranscriptWindow whole([&](FakeSource &source) { source.addReply(text); });
        QList<Slice> expected;
        whole.view.layout()->visit(0, 600, [&](const TranscriptLayout::Visible &visible) {
            expected.append(visible.slice);
        });
        QCOMPARE(kept.size(), expected.size());
        for (qsizetype i = 0; i + 1 < kept.size(); ++i) // the footers tell other moments
            QVERIFY(kept[i] == expected[i]);
    }

    void aRemotePictureLoadsOnlyWhenItIsClicked()
    {
        tests::ScriptedServer server;
        QVERIFY(server.listen());
        tests::Script picture = tests::json(encodedPicture());
        picture.contentType = "image/png";
        picture.headers = {{"Set-Cookie", "seen=1"}};
        server.setScripts("/cat.png", {picture});
        const auto window = windowAt(server, "/cat.png");
        window->view.viewport()->repaint();
        QCOMPARE(m_fetched, 0);

        clickImage(*window);
        clickImage(*window); // it is on its way
        QTRY_COMPARE(window->view.thumbnails().decoded(), 1);
        QCOMPARE(server.requests().size(), 1);
        const tests::SeenRequest &seen = server.requests().constFirst();
        QCOMPARE(seen.header("cookie"), QByteArray());
        QCOMPARE(seen.header("referer"), QByteArray());
        QCOMPARE(seen.header("authorization"), QByteArray());

        QSignalSpy activated(&window->view, &TranscriptView::imageActivated);
        clickImage(*window);
        QCOMPARE(activated.count(), 1);
        QCOMPARE(activated.at(0).at(0).value<ActivatedImage>().bytes, encodedPicture());
        QCOMPARE(server.requests().size(), 1);
    }

    void aRemotePictureThatDoesNotComeCanBeTriedAgain()
    {
        tests::ScriptedServer server;
        QVERIFY(server.listen());
        tests::Script picture = tests::json(encodedPicture());
        picture.contentType = "image/png";
        server.setScripts("/cat.png", {tests::json("{}", 404), picture});
        const auto window = windowAt(server, "/cat.png");
        clickImage(*window);
        QTRY_COMPARE(server.requests().size(), 1);
        QTRY_VERIFY(clickUntilRequested(*window, server, 2));
        QTRY_COMPARE(window->view.thumbnails().decoded(), 1);
    }

    void saysWhyARemotePictureDidNotCome()
    {
        RemoteImages remote;
        const QByteArray address = "https://example.com/a.png";
        app::Result<app::HttpResponse> answer;
        remote.setFetcher([&](const app::HttpRequest &request) {
            if (request.maxBytes != RemoteImages::kMostBytes || !request.key.isEmpty())
                qWarning("no limit, or a key");
            return QtFuture::makeReadyFuture(answer);
        });
        QSignalSpy changed(&remote, &RemoteImages::changed);
        const auto failureFor = [&](const app::Result<app::HttpResponse> &given) {
            answer = given;
            const auto before = changed.count();
            remote.load(address);
            if (!QTest::qWaitFor([&] { return changed.count() == before + 2; }, tests::kPatienceMs))
                return u"nothing came"_s;
            return remote.failure(address);
        };
        QVERIFY(
            failureFor(app::fail(app::ErrorKind::BadResponse, u"too long"_s)).contains(u"20 MB"_s));
        QVERIFY(failureFor(app::fail(app::ErrorKind::Timeout, {})).contains(u"time"_s));
        QVERIFY(failureFor(app::fail(app::ErrorKind::Network, {})).contains(u"reached"_s));
        QVERIFY(failureFor(app::HttpResponse{.status = 404}).contains(u"404"_s));
        QVERIFY(failureFor(app::HttpResponse{.status = 200}).contains(u"no picture"_s));
        QCOMPARE(remote.state(address), RemoteImages::State::Failed);
        QCOMPARE(failureFor(app::HttpResponse{.status = 200, .body = "x"}), QString());
        QCOMPARE(remote.state(address), RemoteImages::State::Loaded);
    }

    void otherAddressesAreNotLoaded()
    {
        for (const char *address : {"file:///etc/passwd", "ftp://example.com/a.png", "a.png",
                                    "javascript:alert(1)", "data:image/png;base64,AAAA", ""})
            QVERIFY2(!isRemoteImage(address), address);
        QVERIFY(isRemoteImage("https://example.com/a.png"));
    }

private:
    std::unique_ptr<TranscriptWindow> windowAt(const tests::ScriptedServer &server,
                                               const QByteArray &path)
    {
        const QByteArray address = "http://127.0.0.1:" + QByteArray::number(server.port()) + path;
        auto window = std::make_unique<TranscriptWindow>(
            [&](FakeSource &source) { source.addReply("![a cat](" + address + ")"); });
        window->view.setImageLoader([](const QByteArray &) {
            return QtFuture::makeReadyFuture(
                app::Result<QByteArray>(app::fail(app::ErrorKind::NotFound, {})));
        });
        window->view.setImageFetcher([this](const app::HttpRequest &request) {
            ++m_fetched;
            return m_http.fetch(request);
        });
        return window;
    }

    static void clickImage(TranscriptWindow &window)
    {
        QTest::mouseClick(window.view.viewport(), Qt::LeftButton, {},
                          placeOfImage(window).center());
    }

    static bool clickUntilRequested(TranscriptWindow &window, const tests::ScriptedServer &server,
                                    int requests)
    {
        clickImage(window);
        return server.requests().size() >= requests;
    }

    app::HttpClient m_http;
    int m_fetched = 0;
};

QTEST_MAIN(ReplyImagesTest)
#include "reply_images_test.moc"
