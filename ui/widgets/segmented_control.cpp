// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/segmented_control.h"

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <QStyleOption>

namespace ui {

namespace {

constexpr int kPadding = 8;
constexpr int kLeastPadding = 3;

class Segment final : public QAbstractButton
{
public:
    Segment(const Theme &theme, const SegmentedControl::Option &option, QWidget *parent)
        : QAbstractButton(parent), m_theme(theme)
    {
        setText(option.label);
        setToolTip(option.toolTip);
        setCheckable(true);
        setAttribute(Qt::WA_Hover);
        setFocusPolicy(Qt::TabFocus);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }

    QSize sizeHint() const override
    {
        const QFontMetrics metrics(textFont(TextRole::Strong));
        return {metrics.horizontalAdvance(text()) + 2 * kPadding, metrics.height() + 11};
    }
    QSize minimumSizeHint() const override
    {
        return sizeHint() - QSize(2 * (kPadding - kLeastPadding), 0);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const Colours &colours = m_theme.colours();
        const QRect inside = rect().adjusted(0, 1, 0, -1);
        if (isChecked())
            painter.fillRect(inside, colours.accentGround);
        else if (underMouse() && isEnabled())
            painter.fillRect(inside, colours.hoveredRow);
        const QFont font = textFont(isChecked() ? TextRole::Strong : TextRole::Body);
        painter.setFont(font);
        QColor ink = isChecked() ? colours.accent : colours.secondary;
        if (!isEnabled())
            ink.setAlphaF(0.45F);
        painter.setPen(ink);
        painter.drawText(rect(), Qt::AlignCenter,
                         QFontMetrics(font).elidedText(text(), Qt::ElideRight, width() - 4));
        if (!hasFocus())
            return;
        QStyleOption option;
        option.initFrom(this);
        style()->drawPrimitive(QStyle::PE_FrameFocusRect, &option, &painter, this);
    }

private:
    [[nodiscard]] QFont textFont(TextRole role) const
    {
        QFont font = m_theme.font(role);
        font.setPixelSize(m_theme.font(TextRole::Small).pixelSize());
        return font;
    }

    const Theme &m_theme;
};

} // namespace

SegmentedControl::SegmentedControl(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_layout(new QHBoxLayout(this))
{
    m_layout->setContentsMargins(1, 0, 1, 0);
    m_layout->setSpacing(1);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void SegmentedControl::setOptions(const QList<Option> &options)
{
    for (QAbstractButton *button : std::as_const(m_buttons)) {
        button->hide();
        button->deleteLater(); // its click may be on the stack
    }
    m_buttons.clear();
    m_options = options;
    for (const Option &option : options) {
        auto *segment = new Segment(m_theme, option, this);
        connect(segment, &QAbstractButton::clicked, this, [this, id = option.id] { choose(id); });
        m_layout->addWidget(segment, 1);
        m_buttons.append(segment);
    }
    showCurrent();
}

void SegmentedControl::setCurrent(const QString &id)
{
    m_current = id;
    showCurrent();
}

void SegmentedControl::choose(const QString &id)
{
    const bool again = id == m_current;
    if (!again || m_clearable) {
        m_current = again ? QString() : id;
        showCurrent();
        emit chosen(m_current);
    } else {
        showCurrent();
    }
}

void SegmentedControl::step(int by)
{
    qsizetype from = -1;
    for (qsizetype i = 0; i < m_buttons.size(); ++i) {
        if (m_buttons.at(i)->hasFocus())
            from = i;
    }
    const qsizetype to = from + by;
    if (from >= 0 && to >= 0 && to < m_buttons.size())
        m_buttons.at(to)->setFocus(Qt::TabFocusReason);
}

void SegmentedControl::showCurrent()
{
    for (qsizetype i = 0; i < m_buttons.size(); ++i)
        m_buttons.at(i)->setChecked(m_options.at(i).id == m_current && !m_current.isEmpty());
    update();
}

void SegmentedControl::keyPressEvent(QKeyEvent *event)
{
    const int forward = layoutDirection() == Qt::LeftToRight ? 1 : -1;
    switch (event->key()) {
    case Qt::Key_Left:
        step(-forward);
        return;
    case Qt::Key_Right:
        step(forward);
        return;
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        if (m_clearable && !m_current.isEmpty())
            choose(m_current);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void SegmentedControl::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colours &colours = m_theme.colours();
    painter.setPen(colours.hairline);
    painter.setBrush(colours.field);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metrics::kSmallRadius,
                            metrics::kSmallRadius);
}

} // namespace ui
