// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chat/chat.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QVBoxLayout;

namespace ui {

/// The prompts that wait for the running replies, in their order, each with a way to take it back;
/// while nothing runs they are held, and the first has a way to go on. Empty, it takes no room.
class QueueList : public QWidget
{
    Q_OBJECT
public:
    explicit QueueList(Theme &theme, QWidget *parent = nullptr);

    void setQueue(const QList<app::Prompt> &queue);
    /// Whether they wait for the user instead of for replies.
    void setHeld(bool held);

signals:
    void sendRequested();
    void removeRequested(int index);

private:
    void rebuild();
    [[nodiscard]] QWidget *row(int index, const app::Prompt &prompt);

    Theme &m_theme;
    QVBoxLayout *m_rows = nullptr;
    QList<app::Prompt> m_queue;
    bool m_held = true;
};

} // namespace ui
