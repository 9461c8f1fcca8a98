// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evaluation_windows.h"

#include "app/services.h"
#include "ui/evaluation/json_table_dialog.h"
#include "ui/evaluation/judge_dialog.h"
#include "ui/evaluation/judgement_window.h"
#include "ui/evaluation/reasoning_window.h"
#include "ui/evaluation/replay_dialog.h"
#include "ui/lanes/conversation_view.h"
#include "ui/lanes/lane_commands.h"
#include "ui/tools/calls_window.h"

#include <QDialog>

namespace ui {

EvaluationWindows::EvaluationWindows(const ViewContext &context, ConversationView &view,
                                     QWidget *window)
    : QObject(window), m_context(context), m_view(view), m_window(window)
{
    const LaneCommands &commands = view.commands();
    connect(&commands, &LaneCommands::replayRequested, this, &EvaluationWindows::replay);
    connect(&commands, &LaneCommands::judgeRequested, this, &EvaluationWindows::judge);
    connect(&commands, &LaneCommands::jsonTableRequested, this, &EvaluationWindows::showJsonTable);
    connect(&commands, &LaneCommands::callsRequested, this, &EvaluationWindows::compareCalls);
    connect(&commands, &LaneCommands::thinkingRequested, this, &EvaluationWindows::compareThinking);
    connect(&commands, &LaneCommands::judgementsRequested, this, [this] { showJudgements(); });
}

void EvaluationWindows::open(QDialog *dialog)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

void EvaluationWindows::replay(app::LaneId lane)
{
    emit m_view.aboutToSend(); // what is being typed into the parameters is part of the settings
    auto *dialog =
        new ReplayDialog(m_context.theme, m_context.services, m_view.chat(), lane, m_window);
    connect(dialog, &ReplayDialog::providersRequested, this,
            &EvaluationWindows::providersRequested);
    connect(dialog, &ReplayDialog::started, &m_view.commands(), &LaneCommands::laneRequested);
    open(dialog);
}

void EvaluationWindows::judge(app::RoundId round)
{
    auto *dialog =
        new JudgeDialog(m_context.theme, m_context.services, m_view.chat(), round, m_window);
    connect(dialog, &JudgeDialog::providersRequested, this, &EvaluationWindows::providersRequested);
    connect(dialog, &JudgeDialog::started, this, &EvaluationWindows::showJudgements);
    open(dialog);
}

void EvaluationWindows::showJsonTable(app::RoundId round)
{
    open(new JsonTableDialog(m_context.theme, m_view.chat()->conversation(), round, m_window));
}

void EvaluationWindows::compareThinking(app::RoundId round)
{
    open(new ReasoningWindow(m_context.theme, *m_context.services.catalogue, m_view.chat(), round,
                             m_window));
}

void EvaluationWindows::compareCalls(app::RoundId round)
{
    open(new CallsWindow(m_context.theme, m_view.chat(), round, m_window));
}

void EvaluationWindows::showJudgements(app::RoundId judging)
{
    open(new JudgementWindow(m_context.theme, m_view.chat(), judging, m_window));
}

} // namespace ui
