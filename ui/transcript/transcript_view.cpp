// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/transcript_view.h"

#include "app/base/log.h"
#include "ui/transcript/accessible_updates.h"
#include "ui/transcript/code_colouring.h"
#include "ui/transcript/conversation_source.h"
#include "ui/transcript/end_button.h"
#include "ui/transcript/find_bar.h"
#include "ui/transcript/frame_clock.h"
#include "ui/transcript/long_copy.h"
#include "ui/transcript/transcript_accessible.h"
#include "ui/transcript/transcript_finder.h"

#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>

namespace ui {

namespace {
constexpr int kMargin = metrics::kStep5; ///< beside the column, at least
constexpr int kMostRounds = 8; ///< of laying out until heights agree

double milliseconds(const QElapsedTimer &timer)
{
    return double(timer.nsecsElapsed()) / 1e6;
}

} // namespace

TranscriptView::TranscriptView(Theme &theme, FrameClock &clock, QWidget *parent)
    : QAbstractScrollArea(parent), m_theme(theme), m_clock(clock),
      m_colouring(new CodeColouring(this)), m_thumbnails(new Thumbnails(this)),
      m_remoteImages(new RemoteImages(this)), m_accessibleUpdates(new AccessibleUpdates(this)),
      m_longCopy(new LongCopy(QClipboard::Clipboard, this)),
      m_longSelection(new LongCopy(QClipboard::Selection, this)),
      m_toEnd(new EndButton(theme, this))
{
    TranscriptAccessible::install();
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Transcript"));
    viewport()->setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    viewport()->setCursor(Qt::ArrowCursor);
    m_toEnd->hide();
    connect(m_toEnd, &EndButton::clicked, this, &TranscriptView::scrollToEnd);
    connect(&m_theme, &Theme::changed, this, &TranscriptView::restyle);
    connect(&m_clock, &FrameClock::frameDue, this, &TranscriptView::applyChanges);
    connect(m_thumbnails, &Thumbnails::ready, viewport(), qOverload<>(&QWidget::update));
    connect(m_remoteImages, &RemoteImages::changed, viewport(), qOverload<>(&QWidget::update));
    connect(m_colouring, &CodeColouring::coloured, this,
            [this](app::MessageId message, const SliceKey &key) {
                m_recoloured.append({message, key});
                m_clock.request();
            });
    connect(m_longCopy, &LongCopy::runningChanged, this, [this] { updateHover(m_pointer); });
    restyle();
}

TranscriptView::~TranscriptView() = default;

void TranscriptView::setConversation(app::ConversationPtr conversation, app::LaneId lane)
{
    std::unique_ptr<TranscriptSource> source;
    if (conversation)
        source = std::make_unique<ConversationSource>(std::move(conversation), lane);
    setSource(std::move(source));
}

void TranscriptView::setSource(std::unique_ptr<TranscriptSource> source)
{
    if (m_findBar)
        m_findBar->hide();
    m_finder.reset();
    m_shownHit.reset();
    m_layout.reset();
    m_source = std::move(source);
    m_changed.clear();
    m_recoloured.clear();
    m_pathChanged = false;
    m_selecting = false;
    m_heldWhileFollowing = false;
    m_dragScroll.stop();
    m_draggedThumb = {};
    m_paintState.hovered = nullptr;
    m_paintState.hoveredMessage = {};
    m_paintState.query = {};
    m_paintState.currentHit = {};
    m_selection.clear();
    m_focused = {};
    m_following = true;
    m_hasNewText = false;
    if (m_source) {
        connect(m_source.get(), &TranscriptSource::pathChanged, this, [this] {
            m_pathChanged = true;
            m_clock.request();
        });
        connect(m_source.get(), &TranscriptSource::messageChanged, this,
                &TranscriptView::takeChange);
        connect(m_source.get(), &TranscriptSource::messageGrew, this, &TranscriptView::takeChange);
        m_layout = std::make_unique<TranscriptLayout>(*m_source, *m_colouring);
        m_layout->setStyle(textStyle()); // before there is anything to estimate
        m_layout->reload();
        m_finder = std::make_unique<TranscriptFinder>(*m_source);
        connect(m_finder.get(), &TranscriptFinder::progressed, this,
                &TranscriptView::takeFindProgress);
    }
    restyle();
    updateEndButton();
    m_accessibleUpdates->follow(m_source.get());
}

void TranscriptView::setImageLoader(Thumbnails::Loader loader)
{
    m_thumbnails->setLoader(
        [this, loader = std::move(loader)](const QByteArray &key) -> Thumbnails::Loaded {
            const QByteArray loaded = m_remoteImages->bytes(key);
            return loaded.isEmpty() ? loader(key)
                                    : QtFuture::makeReadyFuture(app::Result<QByteArray>(loaded));
        });
}

void TranscriptView::setImageFetcher(RemoteImages::Fetcher fetcher)
{
    m_remoteImages->setFetcher(std::move(fetcher));
}

void TranscriptView::setTextZoom(int percent)
{
    if (std::exchange(m_zoom, qBound(50, percent, 300)) != m_zoom)
        restyle();
}

TranscriptStyle TranscriptView::textStyle() const
{
    TranscriptStyle style = transcriptStyle(m_theme, m_zoom);
    style.width =
        qMax(style.px(160), qMin(viewport()->width() - 2 * kMargin, style.readableWidth()));
    return style;
}

void TranscriptView::restyle()
{
    const TranscriptStyle style = textStyle();
    QPalette palette = viewport()->palette();
    palette.setColor(QPalette::Window, style.colours.transcript);
    viewport()->setPalette(palette);
    if (m_layout) {
        const TranscriptLayout::Anchor anchor = m_layout->anchorAt(top());
        if (style != m_layout->style()) // else only the height of the view is another
            m_layout->setStyle(style);
        settle(anchor);
    }
    viewport()->update();
}

void TranscriptView::takeChange(app::MessageId message)
{
    if (!m_changed.contains(message)) // as many as there are replies being written
        m_changed.append(message);
    m_clock.request();
}

void TranscriptView::applyChanges()
{
    if (!m_layout)
        return;
    if (!m_changed.isEmpty() || m_pathChanged)
        applyText();
    applyColours();
}

void TranscriptView::applyText()
{
    QElapsedTimer timer;
    timer.start();
    const int before = top();
    const int heightBefore = m_layout->height();
    const TranscriptLayout::Anchor anchor = m_layout->anchorAt(before);
    const bool reloaded = std::exchange(m_pathChanged, false);
    if (reloaded) {
        m_layout->reload();
        dropForeignSelection();
        if (isFinding())
            m_finder->reload(m_layout->shown());
    }
    std::optional<int> changedFrom;
    int signTop = before + viewport()->height(); // of the highest sign that stands no more
    for (const app::MessageId message : std::exchange(m_changed, {})) {
        signTop = qMin(signTop, m_layout->writingTop(message).value_or(signTop));
        if (const std::optional<int> at = updateMessage(message))
            changedFrom = qMin(changedFrom.value_or(*at), *at);
        m_finder->update(message);
    }
    if (!reloaded && !changedFrom)
        return; // of another lane
    m_frame.applyMs += milliseconds(timer);
    timer.restart();
    const int dirtyFrom =
        qMin(changedFrom.value_or(0) - m_layout->topFor(anchor), signTop - before);
    const bool longer = m_layout->height() > before + viewport()->height();
    if (m_selecting && m_following && longer) {
        setFollowing(false); // it would slide away under the pointer
        m_heldWhileFollowing = true;
    }
    settle(anchor);
    if (reloaded && isEndInSight() && !isHeld())
        setFollowing(true); // of another branch, perhaps a short one
    m_hasNewText = m_hasNewText || (!m_following && longer);
    updateEndButton();

    // What stays moved by as much as the anchor did on the screen; from the change on all is new.
    const int moved = top() - m_layout->topFor(anchor);
    // What is looked for may begin lines above.
    const int margin = m_paintState.query.isEmpty() ? 0 : viewport()->height();
    const int dirtyTop = dirtyFrom - moved - margin;
    if (reloaded || qAbs(moved) >= viewport()->height()) {
        viewport()->update();
    } else {
        if (moved != 0)
            viewport()->scroll(0, -moved);
        const int end = qMax(heightBefore, m_layout->height()) - top();
        updateColumn(dirtyTop, end - dirtyTop);
    }
    updateHover(m_pointer);
    m_accessibleUpdates->takeFrame();
    m_frame.layoutMs += milliseconds(timer);
}

/// Behind the text: what was laid out for it already has the colours that are known.
void TranscriptView::applyColours()
{
    for (const auto &[message, key] : std::exchange(m_recoloured, {})) {
        const auto part = m_layout->recolour(message, key);
        const std::optional<int> slice = m_layout->topOf(message, key);
        if (part && slice)
            updateColumn(*slice + part->top - top(), part->height);
    }
}

/// Repaints what lies there; nothing stands beside the column.
void TranscriptView::updateColumn(int y, int height)
{
    const int width = m_layout->style().width + 2 * kMargin;
    viewport()->update(QRect(columnLeft() - kMargin, y, width, height) & viewport()->rect());
}

int TranscriptView::settledTop(const TranscriptLayout::Anchor &anchor) const
{
    const int most = qMax(0, m_layout->height() - viewport()->height());
    return m_following ? most : qBound(0, m_layout->topFor(anchor), most);
}

void TranscriptView::settle(const TranscriptLayout::Anchor &anchor)
{
    if (!testAttribute(Qt::WA_Resized))
        return; // its size is Qt's guess: what is laid out for that is laid out again
    const int screen = viewport()->height();
    int at = settledTop(anchor);
    for (int round = 0; round < kMostRounds; ++round) {
        const bool changed = m_layout->layOut(at - screen / 4, at + screen + screen / 4);
        const int settled = settledTop(anchor);
        if (!changed && settled == at)
            break;
        at = settled;
    }
    m_layout->dropOutside(at, at + screen);
    scrollTo(at);
    if (verticalScrollBar()->maximum() == 0 && !isHeld())
        setFollowing(true);
}

bool TranscriptView::isEndInSight() const
{
    return verticalScrollBar()->value() >= verticalScrollBar()->maximum();
}

/// The reader works with what is in sight.
bool TranscriptView::isHeld() const
{
    return m_selecting || hasSelection();
}

/// Moves the scroll bar without taking it for the reader's wish.
void TranscriptView::scrollTo(int top)
{
    m_scrolling = true;
    QScrollBar *bar = verticalScrollBar();
    bar->setRange(0, qMax(0, m_layout->height() - viewport()->height()));
    bar->setPageStep(viewport()->height());
    bar->setSingleStep(m_layout->style().lineHeight * 2);
    bar->setValue(top);
    m_scrolling = false;
}

/// The reader scrolled.
void TranscriptView::scrollContentsBy(int, int dy)
{
    if (m_scrolling || !m_layout)
        return;
    followIfAtEnd();
    const int wanted = top();
    settle(m_layout->anchorAt(wanted));
    if (top() == wanted && qAbs(dy) < viewport()->height())
        viewport()->scroll(0, dy);
    else
        viewport()->update();
    updateHover(m_pointer);
}

void TranscriptView::setFollowing(bool following)
{
    if (following)
        m_hasNewText = false;
    if (std::exchange(m_following, following) != following)
        emit atEndChanged(following);
    updateEndButton();
}

void TranscriptView::followIfAtEnd()
{
    setFollowing(isEndInSight());
    emit readerScrolled();
}

/// There whenever the end is not in sight; in words once there is something new to read.
void TranscriptView::updateEndButton()
{
    const bool shown = m_layout && !m_following && !isEndInSight();
    if (shown) {
        m_toEnd->setNewText(m_hasNewText);
        const QSize size = m_toEnd->sizeHint();
        m_toEnd->setGeometry(QRect(QPoint((viewport()->width() - size.width()) / 2,
                                          viewport()->height() - size.height() - metrics::kStep3),
                                   size));
    }
    m_toEnd->setVisible(shown);
}

void TranscriptView::scrollToEnd()
{
    setFollowing(true);
    if (!m_layout)
        return;
    settle({});
    viewport()->update();
    emit readerScrolled();
}

void TranscriptView::scrollToMessage(app::MessageId message)
{
    const std::optional<QRect> rect = m_layout ? m_layout->rectOf(message) : std::nullopt;
    if (!rect)
        return;
    setFollowing(false);
    settle(m_layout->anchorAt(rect->top()));
    followIfAtEnd();
    viewport()->update();
}

int TranscriptView::top() const
{
    return verticalScrollBar()->value();
}

int TranscriptView::columnLeft() const
{
    return m_layout ? qMax(0, (viewport()->width() - m_layout->style().width) / 2) : 0;
}

QPoint TranscriptView::toLayout(QPoint onViewport) const
{
    return onViewport + QPoint(-columnLeft(), top());
}

QPoint TranscriptView::toViewport(QPoint inLayout) const
{
    return inLayout - QPoint(-columnLeft(), top());
}

void TranscriptView::paintEvent(QPaintEvent *event)
{
    QElapsedTimer timer;
    timer.start();
    QPainter painter(viewport());
    painter.fillRect(event->rect(), m_theme.colours().transcript);
    if (m_layout) {
        m_paintState.selection = selection();
        m_paintState.caret = m_selection.caret();
        m_paintState.focusedMessage = m_focused;
        const QPoint origin = toViewport({0, 0});
        painter.translate(origin);
        TranscriptPainter(painter, *m_layout, *m_thumbnails, *m_remoteImages, m_paintState)
            .paint(event->rect().translated(-origin));
    }
    const FrameTimes frame = std::exchange(m_frame, {});
    qCDebug(app::logFrames, "apply %.2f ms, layout %.2f ms, paint %.2f ms (%d x %d px)",
            frame.applyMs, frame.layoutMs, milliseconds(timer), event->rect().width(),
            event->rect().height());
}

void TranscriptView::resizeEvent(QResizeEvent *)
{
    restyle();
    updateEndButton();
    placeFindBar();
}

} // namespace ui
