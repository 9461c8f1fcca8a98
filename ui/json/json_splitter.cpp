// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/json/json_splitter.h"

#include "ui/json/json_panel.h"

#include <QEvent>

namespace ui {

JsonSplitter::JsonSplitter(QWidget *above, JsonPanel *panel, QWidget *parent)
    : QSplitter(Qt::Vertical, parent), m_panel(panel)
{
    setChildrenCollapsible(false);
    addWidget(above);
    addWidget(panel);
    setStretchFactor(0, 1);
    setStretchFactor(1, 1);
    panel->installEventFilter(this);
    connect(panel, &JsonPanel::unfoldedChanged, this, &JsonSplitter::share);
    connect(this, &QSplitter::splitterMoved, this, [this] {
        if (m_panel->isUnfolded() && height() > 0)
            m_share = double(m_panel->height()) / height();
    });
}

bool JsonSplitter::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_panel && event->type() == QEvent::Show)
        share();
    return QSplitter::eventFilter(watched, event);
}

void JsonSplitter::share()
{
    const int panel = m_panel->isUnfolded() ? qRound(height() * m_share) : m_panel->maximumHeight();
    setSizes({height() - panel, panel});
}

} // namespace ui
