// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tokens/token_view.h"

#include "ui/tokens/token_wording.h"

#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

namespace ui {

namespace {

constexpr int kTokenMargin = metrics::kStep4;
constexpr double kTokenFocusWidth = 2;

QList<TokenLevel> levelsOf(const app::TokenLogprobs &tokens, const QList<app::TokenCell> &cells)
{
    QList<TokenLevel> levels;
    levels.reserve(cells.size());
    for (const app::TokenCell &cell : cells) {
        const float logprob = tokens.logprob(tellingToken(tokens, cell));
        levels.append(tokenLevel(app::tokenProbability(logprob).value_or(1)));
    }
    return levels;
}

} // namespace

TokenView::TokenView(const Theme &theme, QWidget *parent)
    : QAbstractScrollArea(parent), m_theme(theme)
{
    setFrameShape(QFrame::NoFrame);
    setAccessibleName(tr("Tokens of the answer"));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    connect(&theme, &Theme::changed, this, &TokenView::restyle);
}

TokenView::~TokenView() = default;

void TokenView::setTokens(app::TokenLogprobs tokens, QList<app::TokenCell> cells)
{
    m_tokens = std::move(tokens);
    m_cells = std::move(cells);
    m_layout.setText(TokenText(m_tokens, m_cells), levelsOf(m_tokens, m_cells));
    m_current = m_hovered = -1;
    verticalScrollBar()->setValue(0);
    restyle();
    if (!m_cells.isEmpty())
        takeCurrent(0);
}

int TokenView::columnLeft() const
{
    return kTokenMargin;
}

int TokenView::top() const
{
    return verticalScrollBar()->value();
}

QPoint TokenView::toLayout(QPoint onViewport) const
{
    return onViewport - QPoint(columnLeft(), kTokenMargin - top());
}

void TokenView::restyle()
{
    const int first = seenCells().first;
    m_layout.setStyle({m_theme.font(TextRole::Body),
                       std::max(1, viewport()->width() - 2 * kTokenMargin), m_theme.scheme()});
    updateScrollBar();
    if (first > 0)
        verticalScrollBar()->setValue(m_layout.topOf(first) + kTokenMargin);
    settle();
    viewport()->update();
}

void TokenView::updateScrollBar()
{
    const int height = m_layout.height() + 2 * kTokenMargin;
    verticalScrollBar()->setRange(0, std::max(0, height - viewport()->height()));
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(m_layout.lineStep());
}

/// Lays out what is in sight; what stood at the upper edge stays there.
void TokenView::settle()
{
    if (std::exchange(m_isSettling, true))
        return;
    const int moved = m_layout.layOut(std::max(0, top() - kTokenMargin), viewport()->height());
    updateScrollBar();
    if (moved != 0)
        verticalScrollBar()->setValue(top() + moved);
    m_isSettling = false;
    emit seenChanged();
}

std::pair<int, int> TokenView::seenCells() const
{
    int first = -1;
    int last = -1;
    const int from = top() - kTokenMargin;
    m_layout.visit(
        from, from + viewport()->height(), [&](int slice, int y, const QTextLayout &layout) {
            const int begin = m_layout.text().sliceBegin(slice);
            for (int i = 0; i < layout.lineCount(); ++i) {
                const QTextLine line = layout.lineAt(i);
                const double lineTop = y + line.y();
                if (lineTop < from || lineTop > from + viewport()->height())
                    continue;
                const int cell = m_layout.text().cellAt(begin + line.textStart());
                first = first < 0 ? cell : first;
                last = m_layout.text().cellAt(begin + line.textStart() + line.textLength() - 1);
            }
        });
    return {first, last};
}

QRect TokenView::rectOf(int cell) const
{
    if (cell < 0 || cell >= m_cells.size())
        return {};
    const QList<QRect> rects = m_layout.rectsOf(cell);
    return rects.isEmpty() ? QRect()
                           : rects.constFirst().translated(columnLeft(), kTokenMargin - top());
}

void TokenView::setCurrentCell(int cell)
{
    if (cell < 0 || cell >= m_cells.size())
        return;
    showCell(cell);
    takeCurrent(cell);
}

void TokenView::takeCurrent(int cell)
{
    if (std::exchange(m_current, cell) == cell)
        return;
    setAccessibleDescription(cellText(m_tokens, m_cells.at(cell)));
    viewport()->update();
    emit currentChanged(cell);
}

/// In the middle where it was out of sight: what stands around it is read with it.
void TokenView::showCell(int cell)
{
    const auto isSeen = [&] {
        const QRect rect = rectOf(cell);
        return !rect.isEmpty() && rect.top() >= 0 && rect.bottom() < viewport()->height();
    };
    if (isSeen())
        return;
    verticalScrollBar()->setValue(m_layout.topOf(cell));
    settle();
    // Its line within the slice is known now.
    if (const QRect rect = rectOf(cell); !rect.isEmpty())
        verticalScrollBar()->setValue(top() + rect.center().y() - viewport()->height() / 2);
    settle();
}

void TokenView::resizeEvent(QResizeEvent * /*event*/)
{
    restyle();
}

void TokenView::scrollContentsBy(int /*dx*/, int /*dy*/)
{
    settle();
    viewport()->update();
}

void TokenView::paintOutlines(QPainter &painter, int cell, const QColor &colour, double width) const
{
    painter.setPen(QPen(colour, width));
    painter.setBrush(Qt::NoBrush);
    for (const QRect &rect : m_layout.rectsOf(cell)) {
        const QRectF outline = QRectF(rect).translated(columnLeft(), kTokenMargin - top());
        painter.drawRoundedRect(outline.adjusted(-1, -1, 1, 1), 3, 3);
    }
}

void TokenView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    const Colours &colours = m_theme.colours();
    painter.fillRect(event->rect(), colours.transcript);
    painter.setPen(colours.text);
    const QPoint origin(columnLeft(), kTokenMargin - top());
    m_layout.visit(event->rect().top() - origin.y(), event->rect().bottom() - origin.y(),
                   [&](int /*slice*/, int y, const QTextLayout &layout) {
                       layout.draw(&painter, QPointF(origin + QPoint(0, y)), {},
                                   QRectF(event->rect()));
                   });
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_hovered >= 0 && m_hovered != m_current)
        paintOutlines(painter, m_hovered, colours.secondary, 1);
    if (m_current >= 0)
        paintOutlines(painter, m_current, hasFocus() ? colours.accent : colours.faint,
                      kTokenFocusWidth);
}

void TokenView::hover(int cell, QPoint globalPosition)
{
    if (std::exchange(m_hovered, cell) == cell)
        return;
    viewport()->update();
    if (cell < 0)
        return QToolTip::hideText();
    const QString text =
        Qt::convertFromPlainText(cellText(m_tokens, m_cells.at(cell)), Qt::WhiteSpacePre);
    QToolTip::showText(globalPosition, text, viewport(), rectOf(cell));
}

void TokenView::mouseMoveEvent(QMouseEvent *event)
{
    hover(m_layout.cellAt(toLayout(event->position().toPoint())),
          event->globalPosition().toPoint());
}

bool TokenView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave)
        hover(-1, {});
    if (event->type() == QEvent::ToolTip)
        return true; // shown at once, by hover()
    return QAbstractScrollArea::viewportEvent(event);
}

void TokenView::mousePressEvent(QMouseEvent *event)
{
    const int cell = m_layout.cellAt(toLayout(event->position().toPoint()));
    if (event->button() == Qt::LeftButton && cell >= 0)
        takeCurrent(cell);
}

} // namespace ui
