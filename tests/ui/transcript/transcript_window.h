// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/transcript/fake_source.h"
#include "ui/transcript/frame_clock.h"
#include "ui/transcript/transcript_view.h"

#include <QCoreApplication>
#include <QMouseEvent>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

namespace ui {

/// A view on messages made by hand, with places in it to point at.
struct TranscriptWindow
{
    Theme theme;
    FrameClock clock;
    TranscriptView view{theme, clock};
    FakeSource *source = nullptr;

    /// Shows what `fill` makes.
    template <typename Fill>
    explicit TranscriptWindow(Fill fill)
    {
        auto made = std::make_unique<FakeSource>();
        fill(*made);
        source = made.get();
        view.resize(760, 600);
        view.show();
        view.setSource(std::move(made));
        QCoreApplication::processEvents();
    }
    [[nodiscard]] int top() const { return view.verticalScrollBar()->value(); }
    [[nodiscard]] int most() const { return view.verticalScrollBar()->maximum(); }
    void nextFrame()
    {
        QSignalSpy frames(&clock, &FrameClock::frameDue);
        QVERIFY(frames.count() > 0 || frames.wait(30'000));
    }
    /// On the viewport, before the character at `offset` of the slice with that text.
    [[nodiscard]] QPoint pointAt(const QString &text, int offset) const
    {
        QPoint found;
        view.layout()->visit(top(), top() + 600, [&](const TranscriptLayout::Visible &visible) {
            if (visible.layout.text() != text)
                return;
            const QRectF caret = visible.layout.caretRect(offset);
            found = view.toViewport(
                QPointF(caret.left() + 1, visible.top + caret.center().y()).toPoint());
        });
        return found;
    }
    /// A place to click that ends with `text`; of the slice that shows `slice`, where given.
    [[nodiscard]] QPoint controlAt(const QString &text, const QString &slice = {}) const
    {
        QPoint found;
        view.layout()->visit(top(), top() + 600, [&](const TranscriptLayout::Visible &visible) {
            if (!slice.isEmpty() && visible.layout.text() != slice)
                return;
            for (const SliceControl &control : visible.layout.controls()) {
                if (control.item.text.endsWith(text))
                    found = view.toViewport(
                        (control.rect.center() + QPointF(0, visible.top)).toPoint());
            }
        });
        return found;
    }
    void drag(QPoint from, QPoint to)
    {
        QTest::mousePress(view.viewport(), Qt::LeftButton, {}, from);
        QMouseEvent move(QEvent::MouseMove, to, view.viewport()->mapToGlobal(to), Qt::NoButton,
                         Qt::LeftButton, {});
        QCoreApplication::sendEvent(view.viewport(), &move);
        QTest::mouseRelease(view.viewport(), Qt::LeftButton, {}, to);
    }
};

} // namespace ui
