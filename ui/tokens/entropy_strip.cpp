// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tokens/entropy_strip.h"

#include "ui/theme/token_colours.h"
#include "ui/tokens/token_wording.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace ui {

namespace {
constexpr int kStripHeight = 56;
constexpr int kPlotMargin = metrics::kStep2;
constexpr float kLowestScale = 1; ///< bits: an answer of certain tokens is a flat line
constexpr qsizetype kStepShare = 50; ///< an arrow goes over so much of the answer
} // namespace

EntropyStrip::EntropyStrip(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setAccessibleName(tr("Uncertainty over the answer"));
    setToolTip(tr("How open the choice of each token was, in bits. Click to go there."));
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

QSize EntropyStrip::sizeHint() const
{
    return {480, kStripHeight};
}

QSize EntropyStrip::minimumSizeHint() const
{
    return {160, kStripHeight};
}

void EntropyStrip::setEntropies(QList<float> bits)
{
    m_bits = std::move(bits);
    m_current = m_firstSeen = m_lastSeen = -1;
    m_highest =
        m_bits.isEmpty() ? kLowestScale : std::max(kLowestScale, *std::ranges::max_element(m_bits));
    gather();
    update();
}

void EntropyStrip::setCurrent(qsizetype token)
{
    m_current = token;
    if (token >= 0 && token < m_bits.size())
        setAccessibleDescription(tr("Token %1 of %2: %3")
                                     .arg(token + 1)
                                     .arg(m_bits.size())
                                     .arg(entropyText(double(m_bits.at(token)))));
    update();
}

void EntropyStrip::setSeen(qsizetype first, qsizetype last)
{
    m_firstSeen = first;
    m_lastSeen = last;
    update();
}

QRect EntropyStrip::plot() const
{
    return rect().adjusted(metrics::kStep4, kPlotMargin, -metrics::kStep4, -kPlotMargin);
}

double EntropyStrip::xOf(qsizetype token) const
{
    const QRect area = plot();
    const double share = double(token) / double(std::max<qsizetype>(1, m_bits.size()));
    return area.left() + share * area.width();
}

qsizetype EntropyStrip::tokenAt(int x) const
{
    const QRect area = plot();
    if (m_bits.isEmpty() || area.width() <= 0)
        return -1;
    const double share = double(x - area.left()) / area.width();
    return std::clamp<qsizetype>(qsizetype(share * double(m_bits.size())), 0, m_bits.size() - 1);
}

void EntropyStrip::gather()
{
    const int width = std::max(0, plot().width());
    m_columns.fill(0, width);
    for (qsizetype token = 0; token < m_bits.size() && width > 0; ++token) {
        const qsizetype from = token * width / m_bits.size();
        const qsizetype to = std::max(from + 1, (token + 1) * width / m_bits.size());
        for (qsizetype column = from; column < std::min<qsizetype>(to, width); ++column)
            m_columns[column] = std::max(m_columns.at(column), m_bits.at(token));
    }
}

void EntropyStrip::resizeEvent(QResizeEvent * /*event*/)
{
    gather();
}

void EntropyStrip::paintBars(QPainter &painter) const
{
    const QRect area = plot();
    const QColor mark = tokenColoursOf(m_theme.scheme()).mark;
    for (qsizetype column = 0; column < m_columns.size(); ++column) {
        const double share = double(m_columns.at(column) / m_highest);
        const int height = qRound(share * area.height());
        if (height > 0)
            painter.fillRect(
                QRect(area.left() + int(column), area.bottom() + 1 - height, 1, height), mark);
    }
}

void EntropyStrip::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    const Colours &colours = m_theme.colours();
    const QRect area = plot();
    painter.fillRect(rect(), colours.panel);
    if (m_bits.isEmpty())
        return;
    if (m_firstSeen >= 0) {
        const int left = qRound(xOf(m_firstSeen));
        const int right = std::max(left + 2, qRound(xOf(m_lastSeen + 1)));
        painter.fillRect(QRect(left, 0, right - left, height()), colours.selectedRow);
    }
    painter.fillRect(QRect(area.left(), area.bottom() + 1, area.width(), 1), colours.hairline);
    paintBars(painter);
    if (m_current >= 0) {
        const int x = qRound(xOf(m_current));
        painter.fillRect(QRect(x - 1, 2, 2, height() - 4), colours.accent);
    }
    if (hasFocus()) {
        painter.setPen(colours.accent);
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

void EntropyStrip::mousePressEvent(QMouseEvent *event)
{
    const qsizetype token = tokenAt(event->position().toPoint().x());
    if (event->button() == Qt::LeftButton && token >= 0)
        emit tokenChosen(token);
}

void EntropyStrip::mouseMoveEvent(QMouseEvent *event)
{
    const qsizetype token = tokenAt(event->position().toPoint().x());
    if (event->buttons() & Qt::LeftButton && token >= 0)
        emit tokenChosen(token);
}

void EntropyStrip::keyPressEvent(QKeyEvent *event)
{
    const qsizetype step = std::max<qsizetype>(1, m_bits.size() / kStepShare);
    const auto go = [this](qsizetype token) {
        if (!m_bits.isEmpty())
            emit tokenChosen(std::clamp<qsizetype>(token, 0, m_bits.size() - 1));
    };
    switch (event->key()) {
    case Qt::Key_Left:
        return go(m_current - step);
    case Qt::Key_Right:
        return go(m_current + step);
    case Qt::Key_Home:
        return go(0);
    case Qt::Key_End:
        return go(m_bits.size() - 1);
    default:
        QWidget::keyPressEvent(event);
    }
}

void EntropyStrip::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void EntropyStrip::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

} // namespace ui
