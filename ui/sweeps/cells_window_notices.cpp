// SPDX-License-Identifier: GPL-3.0-or-later
// What holds a round up, and what can be done about it.
#include "app/chat/cell_runner.h"
#include "ui/sweeps/cells_window.h"
#include "ui/widgets/message_bar.h"
#include "ui/wording/error_wording.h"
#include "ui/wording/number_wording.h"

namespace ui {

/// The most pressing of what can be done.
void CellsWindow::refreshNotice(const CellGridModel::Progress &progress)
{
    const auto show = [this](Notice notice, const QString &text, MessageBar::Tone tone,
                             const QStringList &actions) {
        m_notice = notice;
        m_bar->showMessage(text, tone, actions);
    };
    if (const auto problem = m_chat->cells().notSaved(m_round)) {
        return show(Notice::NotSaved, errorSentence(*problem, {}, {}).text,
                    MessageBar::Tone::Danger,
                    {actionLabel(ErrorAction::SendWithoutSaving), tr("Stop all")});
    }
    if (m_chat->cells().spending(m_round))
        return showSpending();
    if (progress.running == 0 && !progress.unanswered.isEmpty()) {
        return show(Notice::Unanswered,
                    tr("%n cell(s) have no whole answer: they failed, were stopped, or the "
                       "program ended.",
                       nullptr, int(progress.unanswered.size())),
                    MessageBar::Tone::Plain, {tr("Ask them again")});
    }
    m_notice = Notice::None;
    m_bar->hide();
}

void CellsWindow::showSpending()
{
    const app::SpendingBlock block = *m_chat->cells().spending(m_round);
    m_notice = Notice::Spending;
    if (!block.estimateUsd) {
        m_bar->showMessage(tr("The price of a model is not known, so its answers cannot be kept "
                              "below your ceiling of %1.")
                               .arg(costText(block.ceilingUsd)),
                           MessageBar::Tone::Warning, {tr("Send all"), tr("Stop all")});
        return;
    }
    const bool isRun = block.scope == app::SpendingBlock::Scope::Run;
    const QString text =
        isRun ? tr("One request may cost up to %1. Your ceiling for each is %2.")
                    .arg(costText(*block.estimateUsd), costText(block.ceilingUsd))
              : tr("What is still to be sent may cost up to %1, after %2 for this conversation. "
                   "Your ceiling is %3.")
                    .arg(costText(*block.estimateUsd), costText(block.spentUsd),
                         costText(block.ceilingUsd));
    m_bar->showMessage(text, MessageBar::Tone::Warning,
                       {tr("Send all"), tr("Stop all"),
                        //: %1 is an amount of money.
                        tr("Raise the ceiling to %1").arg(costText(*block.raisedUsd()))});
}

void CellsWindow::act(int action)
{
    app::CellRunner &runner = m_chat->cells();
    switch (m_notice) {
    case Notice::None:
        return;
    case Notice::NotSaved:
        return action == 0 ? runner.sendWithoutSaving(m_round) : runner.stop(m_round);
    case Notice::Spending:
        if (action == 2)
            return runner.raiseCeiling(m_round);
        return action == 0 ? runner.sendAnyway(m_round) : runner.stop(m_round);
    case Notice::Unanswered:
        return runner.retry(m_round, m_model->progress().unanswered);
    }
}

} // namespace ui
