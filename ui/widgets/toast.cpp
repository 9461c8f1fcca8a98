// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/toast.h"

#include "ui/widgets/elided_label.h"
#include "ui/widgets/flat_button.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QStyle>

namespace ui {

namespace {
constexpr std::chrono::seconds kStay{8};
} // namespace

Toast::Toast(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_label(new ElidedLabel(this)),
      m_button(new FlatButton(theme, QString(), QString(), this))
{
    m_button->setTone(FlatButton::Tone::Accent);
    m_button->setIconOnly(false);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(metrics::kStep4, metrics::kStep2, metrics::kStep2, metrics::kStep2);
    layout->setSpacing(metrics::kStep2);
    layout->addWidget(m_label, 1);
    layout->addWidget(m_button);
    m_timer.setSingleShot(true);
    m_timer.setInterval(kStay);
    connect(&m_timer, &QTimer::timeout, this, &Toast::leave);
    connect(m_button, &FlatButton::clicked, this, [this] {
        const auto action = std::exchange(m_action, {});
        hide();
        if (action)
            action();
    });
    parent->installEventFilter(this);
    hide();
}

void Toast::showMessage(const QString &text, const QString &actionText,
                        std::function<void()> action)
{
    m_action = std::move(action);
    m_label->setText(text);
    m_button->setText(actionText);
    m_button->setAccessibleName(actionText);
    m_button->setVisible(!actionText.isEmpty());
    m_button->updateGeometry();
    setAccessibleName(text);
    place();
    show();
    raise();
    m_timer.start();
}

void Toast::leave()
{
    if (underMouse() || m_button->hasFocus()) {
        m_timer.start();
        return;
    }
    m_action = {};
    hide();
}

void Toast::place()
{
    const QSize size = sizeHint().boundedTo(parentWidget()->size());
    const QRect room = parentWidget()->rect().adjusted(0, 0, 0, -metrics::kStep5);
    setGeometry(
        QStyle::alignedRect(layoutDirection(), Qt::AlignHCenter | Qt::AlignBottom, size, room));
}

bool Toast::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parent() && event->type() == QEvent::Resize && isVisible())
        place();
    return QWidget::eventFilter(watched, event);
}

void Toast::paintEvent(QPaintEvent *)
{
    const Colours &colours = m_theme.colours();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(colours.hairline);
    painter.setBrush(colours.transcript);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metrics::kRadius,
                            metrics::kRadius);
}

} // namespace ui
