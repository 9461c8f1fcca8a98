// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/queue_list.h"

#include "ui/widgets/elided_label.h"
#include "ui/widgets/flat_button.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

QueueList::QueueList(Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_rows(new QVBoxLayout(this))
{
    m_rows->setContentsMargins(metrics::kStep1, 0, metrics::kStep1, metrics::kStep2);
    m_rows->setSpacing(metrics::kStep1);
    setAccessibleName(tr("Queued messages"));
    hide();
}

void QueueList::setQueue(const QList<app::Prompt> &queue)
{
    if (std::exchange(m_queue, queue) != queue)
        rebuild();
}

void QueueList::setHeld(bool held)
{
    if (std::exchange(m_held, held) != held)
        rebuild();
}

void QueueList::rebuild()
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        // A row may be the one whose cross was just clicked.
        item->widget()->hide();
        item->widget()->deleteLater();
        std::unique_ptr<QLayoutItem> owned(item);
    }
    for (int i = 0; i < m_queue.size(); ++i)
        m_rows->addWidget(row(i, m_queue.at(i)));
    setVisible(!m_queue.isEmpty());
}

QWidget *QueueList::row(int index, const app::Prompt &prompt)
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::kStep2);
    auto *state = new QLabel(m_held ? tr("On hold") : tr("Queued"), row);
    state->setFont(m_theme.font(TextRole::Caption));
    state->setForegroundRole(QPalette::PlaceholderText);
    const QString text = prompt.text.simplified();
    auto *label = new ElidedLabel(
        text.isEmpty() ? tr("%n image(s)", nullptr, int(prompt.images.size())) : text, row);
    auto *remove = new FlatButton(m_theme, u"close"_s, tr("Do not send this"), row);
    remove->setIconOnly(true);
    connect(remove, &FlatButton::clicked, this, [this, index] { emit removeRequested(index); });
    layout->addWidget(state);
    layout->addWidget(label, 1);
    if (m_held && index == 0) {
        auto *send = new FlatButton(m_theme, {}, tr("Send now"), row);
        send->setTone(FlatButton::Tone::Accent);
        send->setTextRole(TextRole::Small);
        connect(send, &FlatButton::clicked, this, &QueueList::sendRequested);
        layout->addWidget(send);
    }
    layout->addWidget(remove);
    return row;
}

} // namespace ui
