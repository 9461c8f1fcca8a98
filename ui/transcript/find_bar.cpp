// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/find_bar.h"

#include "ui/theme/theme.h"
#include "ui/widgets/flat_button.h"
#include "ui/wording/number_wording.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace ui {

FindBar::FindBar(const Theme &theme, QWidget *parent)
    : Ground(theme, &Colours::panel, parent), m_text(new QLineEdit(this)),
      m_result(new QLabel(this)), m_case(new FlatButton(theme, QString(), u"Aa"_s, this)),
      //: A button that finds whole words only: keep it short
      m_words(new FlatButton(theme, QString(), tr("Word"), this))
{
    m_text->setPlaceholderText(tr("Find in this conversation"));
    m_text->setAccessibleName(m_text->placeholderText());
    m_text->setClearButtonEnabled(false);
    m_result->setTextFormat(Qt::PlainText);
    m_result->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_case->setToolTip(tr("Capital and small letters differ"));
    m_words->setToolTip(tr("Whole words only"));
    for (FlatButton *choice : {m_case, m_words}) {
        choice->setCheckable(true);
        choice->setTextRole(TextRole::Caption);
        choice->setAccessibleName(choice->toolTip());
        connect(choice, &FlatButton::toggled, this, [this, choice](bool checked) {
            choice->setTone(checked ? FlatButton::Tone::Accent : FlatButton::Tone::Secondary);
            emit queryChanged();
        });
    }
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(metrics::kStep2, metrics::kStep1, metrics::kStep1, metrics::kStep1);
    layout->setSpacing(2);
    layout->addWidget(m_text, 1);
    layout->addSpacing(metrics::kStep1);
    layout->addWidget(m_result);
    layout->addSpacing(metrics::kStep1);
    layout->addWidget(m_case);
    layout->addWidget(m_words);
    const auto addButton = [&](const QString &icon, const QString &text, auto handler) {
        auto *button = new FlatButton(theme, icon, text, this);
        button->setIconOnly(true);
        connect(button, &FlatButton::clicked, this, handler);
        layout->addWidget(button);
    };
    addButton(u"chevron-up"_s, tr("Previous hit (Shift+F3)"),
              [this] { emit stepRequested(Step::Back); });
    addButton(u"chevron-down"_s, tr("Next hit (F3)"),
              [this] { emit stepRequested(Step::Forward); });
    addButton(u"close"_s, tr("Close (Esc)"), [this] { emit closeRequested(); });
    connect(m_text, &QLineEdit::textChanged, this, &FindBar::queryChanged);
    hide();
}

FindQuery FindBar::query() const
{
    return {m_text->text(), m_case->isChecked(), m_words->isChecked()};
}

void FindBar::open(const QString &text)
{
    if (!text.isEmpty())
        m_text->setText(text);
    m_text->selectAll();
    show();
    raise();
    m_text->setFocus(Qt::ShortcutFocusReason);
}

void FindBar::setResult(int current, int count, bool complete)
{
    QString text;
    if (m_text->text().isEmpty())
        text = QString();
    else if (count == 0)
        text = complete ? tr("no hit") : tr("looking…");
    else if (!complete)
        text = countText(count) + u'…';
    else
        //: The current hit and their number: "3 of 17"
        text = tr("%1 of %2").arg(countText(current + 1), countText(count));
    m_result->setText(text);
    m_result->setAccessibleName(text);
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter)
        emit stepRequested(event->modifiers() & Qt::ShiftModifier ? Step::Back : Step::Forward);
    else if (event->key() == Qt::Key_Escape)
        emit closeRequested();
    else
        Ground::keyPressEvent(event);
}

bool FindBar::event(QEvent *event)
{
    // Escape closes this before it stops replies.
    if (event->type() == QEvent::ShortcutOverride
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape)
        event->accept();
    return Ground::event(event);
}

void FindBar::paintEvent(QPaintEvent *)
{
    const Colours &colours = theme().colours();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), colours.transcript);
    painter.setPen(colours.hairline);
    painter.setBrush(colours.panel);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metrics::kRadius,
                            metrics::kRadius);
}

} // namespace ui
