// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/message_bar.h"

#include "ui/widgets/flat_button.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

namespace ui {

using namespace Qt::StringLiterals;

MessageBar::MessageBar(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_label(new QLabel(this)),
      m_action(new FlatButton(theme, QString(), QString(), this)),
      m_close(new FlatButton(theme, u"close"_s, tr("Dismiss"), this))
{
    m_label->setTextFormat(Qt::PlainText);
    m_label->setWordWrap(true);
    m_action->setTone(FlatButton::Tone::Accent);
    m_action->setIconOnly(false);
    m_close->setIconOnly(true);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(metrics::kStep4, metrics::kStep1, metrics::kStep2, metrics::kStep1);
    layout->setSpacing(metrics::kStep2);
    layout->addWidget(m_label, 1);
    layout->addWidget(m_action);
    layout->addWidget(m_close);
    connect(m_action, &FlatButton::clicked, this, &MessageBar::actionTriggered);
    connect(m_close, &FlatButton::clicked, this, [this] {
        hide();
        emit dismissed();
    });
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    hide();
}

void MessageBar::showMessage(const QString &text, Tone tone, const QString &actionText)
{
    m_tone = tone;
    m_label->setText(text);
    m_action->setText(actionText);
    m_action->setAccessibleName(actionText);
    m_action->setVisible(!actionText.isEmpty());
    m_action->updateGeometry();
    setAccessibleName(text);
    show();
    update();
}

QString MessageBar::text() const
{
    return m_label->text();
}

void MessageBar::paintEvent(QPaintEvent *)
{
    const Colours &colours = m_theme.colours();
    QPainter painter(this);
    painter.fillRect(rect(), m_tone == Tone::Danger ? colours.dangerGround : colours.promptGround);
    painter.fillRect(0, height() - 1, width(), 1, colours.hairline);
    if (m_tone == Tone::Plain)
        return;
    const int x = layoutDirection() == Qt::LeftToRight ? 0 : width() - 3;
    painter.fillRect(x, 0, 3, height() - 1,
                     m_tone == Tone::Danger ? colours.danger : colours.warning);
}

} // namespace ui
