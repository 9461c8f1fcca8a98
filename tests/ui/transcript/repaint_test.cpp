// SPDX-License-Identifier: GPL-3.0-or-later
// While an answer is written only the lines that look another way are painted again.
// incremental_painting_test shows that they are enough.
#include "tests/ui/transcript/transcript_window.h"

#include <QPaintEvent>

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

} // namespace

class RepaintTest : public QObject
{
    Q_OBJECT
private slots:
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
