// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/message_bar.h"

#include "ui/widgets/flat_button.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

namespace ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int kPaddingBeside = 6;
constexpr int kPaddingBelow = 4; ///< of the actions' words
} // namespace

MessageBar::MessageBar(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_label(new QLabel(this)),
      m_lines(new QBoxLayout(QBoxLayout::LeftToRight)), m_actionRow(new QHBoxLayout),
      m_close(new FlatButton(theme, u"close"_s, tr("Dismiss"), this))
{
    m_label->setTextFormat(Qt::PlainText);
    m_label->setWordWrap(true);
    m_close->setIconOnly(true);
    auto *layout = new QHBoxLayout(this);
    // The room in the actions' own edges: their words begin where the sentence does.
    m_label->setContentsMargins(kPaddingBelow, 0, kPaddingBelow, 0);
    layout->setContentsMargins(metrics::kStep4 - kPaddingBelow, metrics::kStep1, metrics::kStep2,
                               metrics::kStep1);
    layout->setSpacing(metrics::kStep2);
    m_lines->setSpacing(0);
    m_lines->addWidget(m_label, 1);
    m_actionRow->setSpacing(metrics::kStep2);
    m_lines->addLayout(m_actionRow);
    layout->addLayout(m_lines, 1);
    layout->addWidget(m_close, 0, Qt::AlignTop);
    connect(m_close, &FlatButton::clicked, this, [this] {
        hide();
        emit dismissed();
    });
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    hide();
}

void MessageBar::showMessage(const QString &text, Tone tone, const QStringList &actions)
{
    m_tone = tone;
    m_label->setText(text);
    showActions(actions);
    setAccessibleName(text);
    show();
    update();
}

void MessageBar::showActions(const QStringList &actions)
{
    while (m_actions.size() < actions.size()) {
        auto *button = new FlatButton(m_theme, QString(), QString(), this);
        button->setTone(FlatButton::Tone::Accent);
        m_actionRow->addWidget(button);
        connect(button, &FlatButton::clicked, this,
                [this, index = int(m_actions.size())] { emit actionTriggered(index); });
        m_actions.append(button);
        setTabOrder(button, m_close);
    }
    const bool below = actions.size() > 1;
    m_lines->setDirection(below ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_lines->setAlignment(m_actionRow, below ? Qt::AlignLeft : Qt::Alignment());
    for (int i = 0; i < m_actions.size(); ++i) {
        FlatButton *button = m_actions.at(i);
        button->setText(actions.value(i));
        button->setIconOnly(false);
        button->setPadding(below ? kPaddingBelow : kPaddingBeside);
        button->setVisible(i < actions.size());
    }
}

void MessageBar::setDismissable(bool dismissable)
{
    m_close->setVisible(dismissable);
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
