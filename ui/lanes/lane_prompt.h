// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chat/chats.h"
#include "ui/lanes/view_context.h"

#include <QWidget>

namespace ui {

class Composer;

/// Below the transcript of a detached lane: what is written here goes to this lane alone. The draft
/// and what is queued are the lane's own.
class LanePrompt : public QWidget
{
    Q_OBJECT
public:
    LanePrompt(const ViewContext &context, app::ChatPtr chat, app::LaneId lane,
               QWidget *parent = nullptr);
    ~LanePrompt() override;

    [[nodiscard]] Composer &composer() const { return *m_composer; }
    void refresh();

signals:
    void aboutToSend();
    void editLastRequested();

private:
    void bind();

    ViewContext m_context;
    app::ChatPtr m_chat;
    app::LaneId m_lane;
    Composer *m_composer;
};

/// The places in the queue of what waits for this lane alone; with no lane: for all that are not
/// detached.
[[nodiscard]] QList<int> queuedFor(const QList<app::Prompt> &queue, app::LaneId lane);
/// The prompts at those places.
[[nodiscard]] QList<app::Prompt> promptsAt(const QList<app::Prompt> &queue,
                                           const QList<int> &places);

} // namespace ui
