// SPDX-License-Identifier: GPL-3.0-or-later
// Where the reader is, for views beside this one that go along.
#include "ui/transcript/transcript_view.h"

#include <QScrollBar>

namespace ui {

namespace {
constexpr int kMostPlacings = 3; ///< a height that was estimated is known once it was laid out
} // namespace

std::optional<TranscriptView::ReadingPlace> TranscriptView::readingPlace() const
{
    if (!m_layout)
        return std::nullopt;
    const app::MessageId message = m_layout->anchorAt(top()).message;
    const std::optional<QRect> rect = m_layout->rectOf(message);
    if (!rect || rect->height() <= 0)
        return std::nullopt;
    return ReadingPlace{message, double(top() - rect->top()) / rect->height()};
}

void TranscriptView::showPlace(const ReadingPlace &place)
{
    const int before = top();
    for (int i = 0; i < kMostPlacings; ++i) {
        const std::optional<QRect> rect = m_layout ? m_layout->rectOf(place.message) : std::nullopt;
        if (!rect)
            return;
        const int wanted = rect->top() + qRound(place.passed * rect->height());
        const int most = qMax(0, m_layout->height() - viewport()->height());
        if (i > 0 && top() == qBound(0, wanted, most))
            break;
        setFollowing(false);
        settle(m_layout->anchorAt(wanted));
    }
    setFollowing(top() >= verticalScrollBar()->maximum());
    if (top() == before)
        return;
    viewport()->update();
    updateHover(m_pointer);
}

} // namespace ui
