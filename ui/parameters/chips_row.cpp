// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parameters/chips_row.h"

#include "ui/widgets/flow_layout.h"

#include <QAbstractButton>
#include <QJsonArray>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int kPadding = 8;

class Chip final : public QAbstractButton
{
public:
    Chip(const QString &text, const Theme &theme, QWidget *parent)
        : QAbstractButton(parent), m_theme(theme), m_shown(text)
    {
        setFocusPolicy(Qt::StrongFocus);
        setAttribute(Qt::WA_Hover);
    }

    [[nodiscard]] QSize sizeHint() const override
    {
        const QFontMetrics metrics(m_theme.font(TextRole::Small));
        return {metrics.horizontalAdvance(m_shown + kCross) + 2 * kPadding, metrics.height() + 5};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Colours &colours = m_theme.colours();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(hasFocus() ? QPen(colours.accent, 1.5) : QPen(Qt::NoPen));
        painter.setBrush(underMouse() ? colours.dangerGround : colours.selectedRow);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
        painter.setFont(m_theme.font(TextRole::Small));
        painter.setPen(colours.text);
        const int room = width() - kPadding - painter.fontMetrics().horizontalAdvance(kCross);
        const QString shown = painter.fontMetrics().elidedText(m_shown, Qt::ElideRight, room);
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextSingleLine, shown + kCross);
    }

private:
    inline static const QString kCross = u" ×"_s;

    const Theme &m_theme;
    const QString m_shown;
};

QStringList textsOf(const QJsonValue &value)
{
    if (value.isString())
        return {value.toString()};
    QStringList texts;
    const QJsonArray items = value.toArray();
    for (const QJsonValue &item : items)
        texts.append(item.toString());
    return texts;
}

} // namespace

ChipsRow::ChipsRow(const app::ParameterSpec &spec, const Theme &theme, QWidget *parent)
    : ParameterRow(QString(spec.name), theme, parent), m_spec(spec)
{
    m_holder = new QWidget(this);
    m_flow = new FlowLayout(metrics::kStep1 + 1, m_holder);
    m_add = new QToolButton(m_holder);
    m_add->setText(u"+"_s);
    m_add->setAutoRaise(true);
    m_add->setToolTip(tr("Add a text"));
    m_entry = new QLineEdit(m_holder);
    m_entry->setFixedWidth(110);
    m_entry->setPlaceholderText(tr("text, Return"));
    m_entry->setAccessibleName(tr("Text to stop at"));
    m_entry->hide();
    m_entry->installEventFilter(this);
    m_flow->addWidget(m_entry);
    m_flow->addWidget(m_add);
    setBody(m_holder);
    setControl(m_add);
    m_add->setAccessibleName(tr("Add a text"));
    connect(m_add, &QToolButton::clicked, this, &ChipsRow::beginAdding);
    connect(m_entry, &QLineEdit::returnPressed, this, &ChipsRow::finishAdding);
}

QString ChipsRow::escaped(const QString &text)
{
    QString shown = text;
    return shown.replace(u"\\"_s, u"\\\\"_s)
        .replace(u"\n"_s, u"\\n"_s)
        .replace(u"\r"_s, u"\\r"_s)
        .replace(u"\t"_s, u"\\t"_s);
}

QString ChipsRow::unescaped(const QString &typed)
{
    QString text;
    for (qsizetype i = 0; i < typed.size(); ++i) {
        const QChar next = typed.at(i) == u'\\' && i + 1 < typed.size() ? typed.at(i + 1) : QChar();
        const qsizetype known = u"ntr\\"_s.indexOf(next);
        if (next.isNull() || known < 0) {
            text += typed.at(i);
            continue;
        }
        text += u"\n\t\r\\"_s.at(known);
        ++i;
    }
    return text;
}

void ChipsRow::showValue()
{
    for (QWidget *chip : std::as_const(m_chips)) {
        m_flow->removeWidget(chip);
        chip->hide();
        chip->deleteLater();
    }
    m_chips.clear();
    // The chips stand before the entry and the button.
    m_flow->removeWidget(m_entry);
    m_flow->removeWidget(m_add);
    const QStringList texts = textsOf(value());
    for (int i = 0; i < texts.size(); ++i) {
        auto *chip = new Chip(escaped(texts[i]), theme(), m_holder);
        chip->setAccessibleName(tr("Remove “%1”").arg(escaped(texts[i])));
        chip->setToolTip(tr("Remove"));
        connect(chip, &QAbstractButton::clicked, this, [this, i] { remove(i); });
        chip->installEventFilter(this);
        m_flow->addWidget(chip);
        chip->show();
        m_chips.append(chip);
    }
    m_flow->addWidget(m_entry);
    m_flow->addWidget(m_add);
    const bool full = texts.size() >= m_spec.maximum;
    m_add->setVisible(!full && m_entry->isHidden());
    m_holder->updateGeometry();
}

QString ChipsRow::valueText(const QJsonValue &value) const
{
    if (value.isUndefined())
        return ParameterRow::valueText(value);
    QStringList shown;
    const QStringList texts = textsOf(value);
    for (const QString &text : texts)
        shown.append(escaped(text));
    return shown.join(u", "_s);
}

bool ChipsRow::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_entry && event->type() == QEvent::FocusOut)
        finishAdding();
    if (event->type() != QEvent::KeyPress)
        return ParameterRow::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (watched == m_entry && key == Qt::Key_Escape) {
        m_entry->clear();
        finishAdding();
        return true;
    }
    const qsizetype chip = m_chips.indexOf(static_cast<QWidget *>(watched));
    if (chip >= 0 && (key == Qt::Key_Delete || key == Qt::Key_Backspace)) {
        remove(int(chip));
        return true;
    }
    return ParameterRow::eventFilter(watched, event);
}

void ChipsRow::beginAdding()
{
    m_add->hide();
    m_entry->clear();
    m_entry->show();
    m_entry->setFocus();
}

void ChipsRow::finishAdding()
{
    if (m_entry->isHidden())
        return;
    const QString text = unescaped(m_entry->text());
    m_entry->clear();
    m_entry->hide();
    QStringList texts = textsOf(value());
    m_add->setVisible(texts.size() < m_spec.maximum);
    if (text.isEmpty() || texts.contains(text) || texts.size() >= m_spec.maximum)
        return;
    texts.append(text);
    emit edited(QJsonArray::fromStringList(texts));
}

void ChipsRow::remove(int index)
{
    QStringList texts = textsOf(value());
    if (index >= texts.size())
        return;
    texts.removeAt(index);
    m_add->setFocus();
    emit edited(texts.isEmpty() ? QJsonValue(QJsonValue::Undefined)
                                : QJsonValue(QJsonArray::fromStringList(texts)));
}

} // namespace ui
