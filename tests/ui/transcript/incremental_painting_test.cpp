// SPDX-License-Identifier: GPL-3.0-or-later
// What was painted frame by frame is what a whole repaint shows: nothing old is left standing.
#include "tests/app/markdown/markdown_samples.h"
#include "tests/ui/transcript/transcript_window.h"

#include <QGuiApplication>
#include <QScreen>

using namespace app;
using namespace ui;
using namespace Qt::StringLiterals;

namespace {

/// What stands in the window, not what it would paint now.
QImage onScreen(const QWidget &widget)
{
    return QGuiApplication::primaryScreen()
        ->grabWindow(widget.winId())
        .toImage()
        .convertToFormat(QImage::Format_RGB32);
}

QImage repainted(QWidget &widget)
{
    return widget.grab().toImage().convertToFormat(QImage::Format_RGB32);
}

/// But for the shades of rounded corners, which are smoothed against what was there.
bool areAlike(const QImage &a, const QImage &b)
{
    constexpr int kShade = 12;
    if (a.isNull() || a.size() != b.size())
        return false;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x) {
            const QRgb one = a.pixel(x, y);
            const QRgb other = b.pixel(x, y);
            if (qAbs(qRed(one) - qRed(other)) + qAbs(qGreen(one) - qGreen(other))
                    + qAbs(qBlue(one) - qBlue(other))
                > kShade)
                return false;
        }
    }
    return true;
}

} // namespace

class IncrementalPaintingTest : public QObject
{
    Q_OBJECT
private slots:
    void nothingOldIsLeft_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("follows");
        const QByteArray code = "Text\n\n```cpp\nint a;\nint b;\n```\n\nMore\n\n";
        const QByteArray table = "|a|b|\n|-|-|\n|c|d|\n\nMore\n\n";
        const QByteArray list = "- one\n  ```\n  x\n  ```\n- two\n\n  > quote\n\nMore\n\n";
        QTest::newRow("code") << code << true;
        QTest::newRow("table") << table << true;
        QTest::newRow("list") << list << true;
        QTest::newRow("right to left") << QByteArray("פסקה\n\n> ציטוט\n\n- פריט\n\n") << true;
        QTest::newRow("everything") << samples::tour() << true;
        QTest::newRow("scrolled up") << samples::tour() + code << false;
    }
    void nothingOldIsLeft()
    {
        QFETCH(QByteArray, text);
        QFETCH(bool, follows);
        text.replace("```cpp", "```"); // colours come from a worker, at any time
        TranscriptWindow w([](FakeSource &source) {
            source.addPrompt("Question");
            source.addReply("The answer begins.\n\n", MessageState::Streaming);
        });
        w.view.resize(500, 300);
        const MessageId reply = w.source->path().constLast();
        // Letter by letter, a line end comes alone, and leaves what stands above it as it is.
        const qsizetype step = text.size() < 200 ? 1 : 5;
        for (qsizetype at = 0; at < text.size(); at += step) {
            w.source->grow(reply, text.mid(at, step));
            w.nextFrame();
            QCoreApplication::processEvents();
            if (!follows && at == 200)
                w.view.verticalScrollBar()->setValue(40);
            QCoreApplication::processEvents();
            QVERIFY2(areAlike(onScreen(w.view), repainted(w.view)),
                     text.first(qMin(at + step, text.size())).constData());
        }
        w.source->finish(reply);
        w.nextFrame();
        QCoreApplication::processEvents();
        QVERIFY(areAlike(onScreen(w.view), repainted(w.view)));
    }
};

QTEST_MAIN(IncrementalPaintingTest)
#include "incremental_painting_test.moc"
