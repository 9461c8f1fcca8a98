// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/patience.h"
#include "tests/ui/transcript/transcript_window.h"

#include <QBuffer>
#include <QPromise>

using namespace ui;
using namespace Qt::StringLiterals;

namespace {

constexpr int kImages = 300;

QByteArray encodedImage(QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(QColor(90, 140, 190));
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "jpeg");
    return buffer.data();
}

Thumbnails::Loaded ready(const app::Result<QByteArray> &bytes)
{
    QPromise<app::Result<QByteArray>> promise;
    promise.start();
    promise.addResult(bytes);
    promise.finish();
    return promise.future();
}

/// A prompt with an image and an answer, again and again.
void fill(FakeSource &source)
{
    for (int i = 0; i < kImages; ++i) {
        const QByteArray sha256 = QByteArray::number(i).rightJustified(64, '0');
        source.add(app::Role::User,
                   {app::ImagePart{sha256, u"image/jpeg"_s, 640, 480, 1000, u"photo.jpg"_s},
                    app::TextPart{"What is it?"}});
        source.addReply("A photograph of something that I describe in some sentences.");
    }
}

} // namespace

class ThumbnailsTest : public QObject
{
    Q_OBJECT
private slots:
    void onlyWhatIsInSightIsDecoded()
    {
        TranscriptWindow window([](FakeSource &source) { fill(source); });
        int asked = 0;
        window.view.setImageLoader([&](const QByteArray &) {
            ++asked;
            return ready(m_image);
        });
        window.view.viewport()->update();
        int inSight = 0;
        window.view.layout()->visit(window.top(), window.top() + 600,
                                    [&](const TranscriptLayout::Visible &visible) {
                                        inSight += int(visible.slice.images.size());
                                    });
        QVERIFY(inSight > 0 && inSight < 20);
        QTRY_VERIFY(window.view.thumbnails().decoded() > 0);
        QTRY_VERIFY(window.view.thumbnails().isIdle());
        QVERIFY(window.view.thumbnails().decoded() <= inSight);
        QCOMPARE(asked, window.view.thumbnails().decoded());
    }

    /// Whoever scrolls from one end to the other does not wait for all that lies between.
    void whatIsScrolledPastIsNotDecoded()
    {
        TranscriptWindow window([](FakeSource &source) { fill(source); });
        window.view.setImageLoader([&](const QByteArray &) { return ready(m_image); });
        for (int top = window.most(); top > 0; top -= 500) {
            window.view.verticalScrollBar()->setValue(top);
            window.view.viewport()->repaint();
        }
        window.view.verticalScrollBar()->setValue(0);
        window.view.viewport()->repaint();
        QTRY_VERIFY(window.view.thumbnails().isIdle());
        QVERIFY(window.view.thumbnails().decoded() > 0);
        QVERIFY(window.view.thumbnails().decoded()
                <= int(Thumbnails::kMostWanted) + Thumbnails::kAtOnce);
    }

    void keepsNoMoreThanItsLimit()
    {
        Thumbnails thumbnails;
        const QByteArray large = encodedImage({2000, 1500});
        thumbnails.setLoader([&](const QByteArray &) { return ready(large); });
        QSignalSpy made(&thumbnails, &Thumbnails::ready);
        for (int i = 0; i < 60; ++i) {
            QVERIFY(thumbnails.image(QByteArray::number(i), Thumbnails::Size::Large).isNull());
            QTRY_COMPARE(made.count(), i + 1);
        }
        QVERIFY(thumbnails.kilobytes() <= Thumbnails::kMostKilobytes);
        QVERIFY(!thumbnails.image("59", Thumbnails::Size::Large).isNull());
        QVERIFY(thumbnails.image("0", Thumbnails::Size::Large).isNull()); // decoded anew
    }

    void whatCannotBeShownIsAskedForOnce()
    {
        Thumbnails thumbnails;
        int asked = 0;
        thumbnails.setLoader([&](const QByteArray &key) {
            ++asked;
            return key == "missing" ? ready(app::fail(app::ErrorKind::NotFound, {}))
                                    : ready(QByteArray("<svg/>"));
        });
        QSignalSpy made(&thumbnails, &Thumbnails::ready);
        for (const char *key : {"missing", "drawing"}) {
            QVERIFY(thumbnails.image(key).isNull());
            QVERIFY(!thumbnails.hasFailed(key));
        }
        QTRY_COMPARE(made.count(), 2);
        for (const char *key : {"missing", "drawing"}) {
            QVERIFY(thumbnails.image(key).isNull());
            QVERIFY(thumbnails.hasFailed(key));
        }
        QVERIFY(thumbnails.isIdle());
        QCOMPARE(asked, 2);
    }

private:
    QByteArray m_image = encodedImage({640, 480});
};

QTEST_MAIN(ThumbnailsTest)
#include "thumbnails_test.moc"
