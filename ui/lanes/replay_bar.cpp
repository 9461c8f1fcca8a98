// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lanes/replay_bar.h"

#include "app/chat/replay.h"
#include "ui/wording/number_wording.h"

namespace ui {

ReplayBar::ReplayBar(const Theme &theme, app::ChatPtr chat, app::LaneId lane, QWidget *parent)
    : MessageBar(theme, parent), m_chat(std::move(chat)), m_lane(lane)
{
    const auto ours = [this](app::LaneId changed) {
        if (changed == m_lane)
            refresh();
    };
    connect(m_chat.get(), &app::Chat::activityChanged, this, ours);
    connect(&m_chat->conversation(), &app::Conversation::pathChanged, this, ours);
    connect(this, &MessageBar::actionTriggered, this, &ReplayBar::act);
    connect(this, &MessageBar::dismissed, this, [this] { m_dismissed = head(); });
    refresh();
}

ReplayBar::~ReplayBar() = default;

app::MessageId ReplayBar::head() const
{
    const app::Lane *lane = m_chat->conversation().lane(m_lane);
    return lane ? lane->head : app::MessageId();
}

void ReplayBar::refresh()
{
    const auto progress = app::replayProgress(m_chat->conversation(), m_lane);
    const bool isRunning = m_chat->isReplaying(m_lane);
    if (!progress || progress->isDone() || (!isRunning && head() == m_dismissed))
        return hide();
    const QString prompts = countText(progress->prompts);
    setDismissable(!isRunning);
    if (!isRunning) {
        showMessage(tr("The replay halted: %1 of %2 prompts are answered.")
                        .arg(countText(progress->answered), prompts),
                    Tone::Warning, {tr("Go on")});
        return;
    }
    const QString number = countText(progress->answered + 1);
    showMessage(
        progress->history == app::ReplayHistory::Original
            ? tr("Replay, prompt %1 of %2: the old answers are the context.").arg(number, prompts)
            : tr("Replay, prompt %1 of %2: the new answers are the context.").arg(number, prompts),
        Tone::Plain, {tr("Stop")});
}

void ReplayBar::act()
{
    if (m_chat->isReplaying(m_lane))
        m_chat->stop(m_lane);
    else
        m_chat->goOnWithReplay(m_lane);
}

} // namespace ui
