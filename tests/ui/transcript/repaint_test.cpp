// SPDX-License-Identifier: GPL-3.0-or-later
// While an answer is written only the lines that look another way are painted again: what is on the
// screen then is what painting all of it gives.
#include "tests/app/markdown/markdown_samples.h"
#include "tests/ui/transcript/transcript_window.h"

#include <QPaintEvent>
#include <QScreen>

using namespace app;
using namespace ui;

namespace {

/// Adds up what is painted.
class PaintCounter : public QObject
{
public:
    explicit PaintCounter(QWidget *widget) : QObject(widget) { widget->installEventFilter(this); }
    [[nodiscard]] int takeRows() { return std::exchange(m_rows, 0); }

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint)
            m_rows += static_cast<QPaintEvent *>(event)->rect().height();
        return false;
    }

private:
    int m_rows = 0;
};

QImage onScreen(const TranscriptView &view)
{
    return view.screen()->grabWindow(view.winId()).toImage().convertToFormat(QImage::Format_RGB32);
}

QImage paintedWhole(TranscriptView &view)
{
    return view.grab().toImage().convertToFormat(QImage::Format_RGB32);
}

} // namespace

class RepaintTest : public QObject
{
    Q_OBJECT
private slots:
    void showsWhatPaintingAllShows_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("tour") << samples::tour();
        QTest::newRow("paragraph")
            << QByteArray("Some *words* and `code`, [a](b), more **strong words** and $x_1$. ")
                   .repeated(30);
        QTest::newRow("right to left")
            << QByteArray("12 שלום עולם, *מילים* ועוד מילים. ").repeated(20);
        QTest::newRow("list")
            << QByteArray("1. An item with `code`\n   - and one in it\n").repeated(12);
        QTest::newRow("code") << "```cpp\n"
                                     + QByteArray("int words = 1; // a comment\n").repeated(24)
                                     + "```\nEnd.\n";
        QTest::newRow("quote")
            << QByteArray("> Some words that are quoted, ~~gone~~.\n>\n").repeated(12);
        QTest::newRow("table") << "| a | b |\n|---|---|\n"
                                      + QByteArray("| some words | and `code` |\n").repeated(12);
    }
    void showsWhatPaintingAllShows()
    {
        QFETCH(QByteArray, text);
        MessageId reply;
        TranscriptWindow window([&](FakeSource &source) {
            source.addPrompt("Write, please.");
            reply = source.addReply({}, MessageState::Streaming);
        });
        QRandomGenerator random(7);
        for (qsizetype at = 0; at < text.size();) {
            const qsizetype size = qMin<qsizetype>(random.bounded(1, 24), text.size() - at);
            window.source->grow(reply, text.sliced(at, size));
            at += size;
            window.nextFrame();
            QCoreApplication::processEvents();
            QVERIFY2(onScreen(window.view) == paintedWhole(window.view),
                     text.first(at).constData());
        }
    }

    void paintsTheLastLinesOnly()
    {
        MessageId reply;
        TranscriptWindow window([&](FakeSource &source) {
            source.addPrompt("Write, please.");
            reply = source.addReply({}, MessageState::Streaming);
        });
        PaintCounter counter(window.view.viewport());
        window.source->grow(reply, QByteArray("A paragraph of some lines. ").repeated(20));
        window.nextFrame();
        QCoreApplication::processEvents();
        QVERIFY(counter.takeRows() > 0);
        const int line = window.view.layout()->style().lineHeight;
        for (int i = 0; i < 40; ++i) {
            window.source->grow(reply, "word ");
            window.nextFrame();
            QCoreApplication::processEvents();
            const int rows = counter.takeRows();
            QVERIFY2(rows > 0 && rows <= 5 * line, qPrintable(QString::number(rows)));
        }
    }
};

QTEST_MAIN(RepaintTest)
#include "repaint_test.moc"
