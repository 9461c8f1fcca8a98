// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/end_button.h"

#include "ui/theme/theme.h"

#include <QPainter>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace ui {

namespace {
constexpr int kEndArrowExtent = 16;
constexpr int kAroundEndArrow = 8; ///< of what is shown
} // namespace

EndButton::EndButton(const Theme &theme, QWidget *parent) : QAbstractButton(parent), m_theme(theme)
{
    setText(tr("Go to the end"));
    setToolTip(text());
    setFocusPolicy(Qt::NoFocus); // the End key does the same
    setCursor(Qt::PointingHandCursor);
    connect(&theme, &Theme::changed, this, &EndButton::restyle);
    restyle();
}

void EndButton::setNewText(bool isNew)
{
    if (std::exchange(m_isNew, isNew) == isNew)
        return;
    setText(isNew ? tr("New text") : tr("Go to the end"));
    restyle();
}

void EndButton::restyle()
{
    setFont(m_theme.font(TextRole::Small));
    setIcon(m_theme.icon(u"arrow-down"_s, ink()));
    updateGeometry();
    update();
}

QColor EndButton::ink() const
{
    return m_isNew ? m_theme.colours().accent : m_theme.colours().text;
}

QSize EndButton::sizeHint() const
{
    const int height = kEndArrowExtent + 2 * kAroundEndArrow;
    const int words = m_isNew ? fontMetrics().horizontalAdvance(text()) + 2 + metrics::kStep1
                                    + kAroundEndArrow / 2
                              : 0;
    return {height + words, height};
}

/// On a ground of its own: text runs below it.
void EndButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colours &colours = m_theme.colours();
    const QRectF edge = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(isDown() || underMouse() ? colours.accent : colours.faint);
    painter.setBrush(isDown() ? colours.accentGround : colours.field);
    painter.drawRoundedRect(edge, edge.height() / 2, edge.height() / 2);
    const QRect arrow =
        QStyle::visualRect(layoutDirection(), rect(),
                           {kAroundEndArrow, kAroundEndArrow, kEndArrowExtent, kEndArrowExtent});
    icon().paint(&painter, arrow);
    if (!m_isNew)
        return;
    const int start = kAroundEndArrow + kEndArrowExtent + metrics::kStep1;
    const QRect words = QStyle::visualRect(layoutDirection(), rect(),
                                           {start, 0, width() - start - kAroundEndArrow, height()});
    painter.setPen(ink());
    painter.drawText(words, int(Qt::AlignCenter | Qt::TextSingleLine), text());
}

void EndButton::enterEvent(QEnterEvent *event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void EndButton::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

} // namespace ui
