// SPDX-License-Identifier: GPL-3.0-or-later
// Finding text in the transcript.
#include "ui/transcript/find_bar.h"
#include "ui/transcript/transcript_finder.h"
#include "ui/transcript/transcript_view.h"

namespace ui {

namespace {
constexpr int kFindBarWidth = 400;
constexpr int kLongestSeed = 200;
} // namespace

/// Every lane has one, and most are never opened.
void TranscriptView::makeFindBar()
{
    m_findBar = new FindBar(m_theme, this);
    connect(m_findBar, &FindBar::queryChanged, this, &TranscriptView::startFinding);
    connect(m_findBar, &FindBar::stepRequested, this, &TranscriptView::findNext);
    connect(m_findBar, &FindBar::closeRequested, this, &TranscriptView::closeFind);
}

bool TranscriptView::isFinding() const
{
    return m_findBar && !m_findBar->isHidden();
}

void TranscriptView::openFind()
{
    if (!m_findBar)
        makeFindBar();
    m_findBar->open(textToFind());
    placeFindBar();
    startFinding();
}

/// What is selected, if it is a few words on a line.
QString TranscriptView::textToFind() const
{
    const auto [from, to] = selection();
    if (from.message != to.message || from.at.key != to.at.key)
        return {};
    const QString selected = selectedText();
    return selected.size() <= kLongestSeed && !selected.contains(u'\n') ? selected : QString();
}

void TranscriptView::closeFind()
{
    if (!isFinding())
        return;
    m_findBar->hide();
    // The hit stays selected: from there on one reads, copies or selects by keys.
    if (m_shownHit)
        setSelection(m_shownHit->from, m_shownHit->to);
    m_shownHit.reset();
    m_paintState.query = {};
    m_paintState.currentHit = {};
    if (m_finder)
        m_finder->find({}, {}, {});
    setFocus(Qt::OtherFocusReason);
    viewport()->update();
}

void TranscriptView::findNext(Step step)
{
    if (!isFinding())
        return openFind();
    if (!m_finder)
        return;
    m_shownHit.reset();
    m_finder->step(step); // tells of its progress
}

/// From the first line in sight on; a change of the text looks on from the hit that is shown.
void TranscriptView::startFinding()
{
    m_paintState.query = m_findBar->query();
    viewport()->update();
    if (!m_layout || !m_finder)
        return;
    TextPosition start = m_shownHit ? m_shownHit->from : TextPosition{};
    if (!m_shownHit) {
        if (hasSelection())
            start = selection().first;
        else if (const auto seen = m_layout->positionAt(QPointF(0, top())))
            start = *seen;
    }
    m_shownHit.reset();
    m_paintState.currentHit = {};
    m_finder->find(m_findBar->query(), m_layout->shown(), start);
}

/// Once there is a hit it is gone to; later ones are only counted.
void TranscriptView::takeFindProgress()
{
    if (!isFinding())
        return;
    m_findBar->setResult(m_finder->currentIndex(), m_finder->count(), m_finder->isComplete());
    if (!m_shownHit)
        showHit();
}

void TranscriptView::showHit()
{
    const std::optional<TranscriptFinder::Hit> hit = m_finder->current();
    if (!hit)
        return;
    m_shownHit = Found{hit->from, hit->to};
    m_paintState.currentHit = {hit->from, hit->to};
    if (hit->inReasoning)
        relayOut([&] { m_layout->unfold(hit->from.message, hit->from.at.key.part); });
    const int margin = m_findBar->height() + 2 * m_layout->style().lineHeight;
    showPosition(hit->to, margin);
    showPosition(hit->from, margin);
    viewport()->update();
}

void TranscriptView::placeFindBar()
{
    if (!m_findBar)
        return;
    const int space = metrics::kStep2;
    const int width = qMin(kFindBarWidth, viewport()->width() - 2 * space);
    const bool mirrored = isRightToLeft();
    m_findBar->setGeometry(mirrored ? space : viewport()->width() - width - space, space, width,
                           m_findBar->sizeHint().height());
}

} // namespace ui
