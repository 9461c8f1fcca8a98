// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/actions/actions.h"

#include <QWidget>

#include <algorithm>

namespace ui {

namespace {

struct Row
{
    ActionId id;
    const char *text;
    QList<QKeySequence> keys;
};

QList<Row> table()
{
    using Key = QKeySequence;
    return {
        {ActionId::NewConversation,
         QT_TRANSLATE_NOOP("ui::Actions", "New conversation"),
         {Key::New}},
        {ActionId::SearchConversations,
         QT_TRANSLATE_NOOP("ui::Actions", "Search conversations"),
         {Key(Qt::CTRL | Qt::SHIFT | Qt::Key_F)}},
        {ActionId::PinConversation,
         QT_TRANSLATE_NOOP("ui::Actions", "Pin or unpin this conversation"),
         {Key(Qt::CTRL | Qt::SHIFT | Qt::Key_P)}},
        {ActionId::TagConversation,
         QT_TRANSLATE_NOOP("ui::Actions", "Tags of this conversation…"),
         {Key(Qt::CTRL | Qt::Key_T)}},
        {ActionId::ConversationCeiling,
         QT_TRANSLATE_NOOP("ui::Actions", "Ceiling of spending of this conversation…"),
         {Key(Qt::CTRL | Qt::SHIFT | Qt::Key_C)}},
        {ActionId::OpenSet,
         QT_TRANSLATE_NOOP("ui::Actions", "Sets of lanes"),
         {Key(Qt::CTRL | Qt::SHIFT | Qt::Key_N)}},
        {ActionId::ExportConversation,
         QT_TRANSLATE_NOOP("ui::Actions", "Export this conversation…"),
         {Key::Save}},
        {ActionId::PrintConversation,
         QT_TRANSLATE_NOOP("ui::Actions", "Print this conversation…"),
         {Key::Print}},
        {ActionId::Find,
         QT_TRANSLATE_NOOP("ui::Actions", "Find in this conversation"),
         {Key::Find}},
        {ActionId::FindNext, QT_TRANSLATE_NOOP("ui::Actions", "Next hit"), {Key(Qt::Key_F3)}},
        {ActionId::FindPrevious,
         QT_TRANSLATE_NOOP("ui::Actions", "Previous hit"),
         {Key(Qt::SHIFT | Qt::Key_F3)}},
        {ActionId::WriteMessage,
         QT_TRANSLATE_NOOP("ui::Actions", "Write a message"),
         {Key(Qt::CTRL | Qt::Key_L)}},
        {ActionId::AttachImages,
         QT_TRANSLATE_NOOP("ui::Actions", "Attach images"),
         {Key(Qt::CTRL | Qt::SHIFT | Qt::Key_I)}},
        {ActionId::CaptureScreen,
         QT_TRANSLATE_NOOP("ui::Actions", "Attach a part of the screen"),
         {Key(Qt::CTRL | Qt::ALT | Qt::Key_I)}},
        {ActionId::ImageByAddress,
         QT_TRANSLATE_NOOP("ui::Actions", "Attach an image by its address"),
         {}},
        {ActionId::StopReplies,
         QT_TRANSLATE_NOOP("ui::Actions", "Stop all replies"),
         {Key(Qt::Key_Escape)}},
        {ActionId::ChooseModel,
         QT_TRANSLATE_NOOP("ui::Actions", "Choose the model"),
         {Key(Qt::CTRL | Qt::Key_M)}},
        {ActionId::Compare,
         QT_TRANSLATE_NOOP("ui::Actions", "Compare with another model"),
         {Key(Qt::CTRL | Qt::SHIFT | Qt::Key_M)}},
        {ActionId::DuplicateLane,
         QT_TRANSLATE_NOOP("ui::Actions", "Duplicate this lane"),
         {Key(Qt::CTRL | Qt::SHIFT | Qt::Key_D)}},
        {ActionId::RemoveLane,
         QT_TRANSLATE_NOOP("ui::Actions", "Remove this lane"),
         {Key(Qt::CTRL | Qt::SHIFT | Qt::Key_W)}},
        {ActionId::MoveLaneLeft,
         QT_TRANSLATE_NOOP("ui::Actions", "Move this lane to the left"),
         {Key(Qt::ALT | Qt::SHIFT | Qt::Key_Left)}},
        {ActionId::MoveLaneRight,
         QT_TRANSLATE_NOOP("ui::Actions", "Move this lane to the right"),
         {Key(Qt::ALT | Qt::SHIFT | Qt::Key_Right)}},
        {ActionId::MaximiseLane,
         QT_TRANSLATE_NOOP("ui::Actions", "Show this lane alone"),
         {Key(Qt::Key_F8)}},
        {ActionId::NextLane,
         QT_TRANSLATE_NOOP("ui::Actions", "Go to the next lane"),
         {Key(Qt::Key_F6)}},
        {ActionId::PreviousLane,
         QT_TRANSLATE_NOOP("ui::Actions", "Go to the previous lane"),
         {Key(Qt::SHIFT | Qt::Key_F6)}},
        {ActionId::DetachLane,
         QT_TRANSLATE_NOOP("ui::Actions", "Prompt this lane alone"),
         {Key(Qt::CTRL | Qt::SHIFT | Qt::Key_E)}},
        {ActionId::TearOutLane,
         QT_TRANSLATE_NOOP("ui::Actions", "Show this lane in a window of its own"),
         {Key(Qt::CTRL | Qt::SHIFT | Qt::Key_O)}},
        {ActionId::LinkScrolling,
         QT_TRANSLATE_NOOP("ui::Actions", "Scroll all lanes together"),
         {Key(Qt::CTRL | Qt::SHIFT | Qt::Key_L)}},
        {ActionId::SameSettings, QT_TRANSLATE_NOOP("ui::Actions", "Only the model differs"), {}},
        {ActionId::BlindMode,
         QT_TRANSLATE_NOOP("ui::Actions", "Blind mode: answers without names"),
         {Key(Qt::CTRL | Qt::SHIFT | Qt::Key_H)}},
        {ActionId::ShowTogether,
         QT_TRANSLATE_NOOP("ui::Actions", "Show blind answers together"),
         {}},
        {ActionId::ShowNames,
         QT_TRANSLATE_NOOP("ui::Actions", "Show the names of blind answers"),
         {Key(Qt::CTRL | Qt::SHIFT | Qt::Key_J)}},
        {ActionId::PauseAll,
         QT_TRANSLATE_NOOP("ui::Actions", "Pause all requests"),
         {Key(Qt::CTRL | Qt::SHIFT | Qt::Key_K), Key(Qt::Key_Pause)}},
        {ActionId::StopLane,
         QT_TRANSLATE_NOOP("ui::Actions", "Stop this lane alone"),
         {Key(Qt::SHIFT | Qt::Key_Escape)}},
        {ActionId::RetryAnswer,
         QT_TRANSLATE_NOOP("ui::Actions", "Retry the last answer"),
         {Key(Qt::CTRL | Qt::Key_R)}},
        {ActionId::RetryRound,
         QT_TRANSLATE_NOOP("ui::Actions", "Retry the last round in all lanes"),
         {Key(Qt::CTRL | Qt::SHIFT | Qt::Key_R)}},
        {ActionId::GoOnWith,
         QT_TRANSLATE_NOOP("ui::Actions", "Go on with this answer in all lanes"),
         {Key(Qt::CTRL | Qt::SHIFT | Qt::Key_G)}},
        {ActionId::Sweep,
         QT_TRANSLATE_NOOP("ui::Actions", "Sweep over parameters, models or prompts…"),
         {Key(Qt::CTRL | Qt::SHIFT | Qt::Key_S)}},
        {ActionId::Repeat,
         QT_TRANSLATE_NOOP("ui::Actions", "Repeat the same prompt…"),
         {Key(Qt::CTRL | Qt::SHIFT | Qt::Key_X)}},
        {ActionId::EarlierSweeps,
         QT_TRANSLATE_NOOP("ui::Actions", "Sweeps of this conversation"),
         {Key(Qt::CTRL | Qt::ALT | Qt::Key_S)}},
        {ActionId::ReplayLane,
         QT_TRANSLATE_NOOP("ui::Actions", "Replay this lane with another model…"),
         {Key(Qt::CTRL | Qt::SHIFT | Qt::Key_Y)}},
        {ActionId::JudgeRound,
         QT_TRANSLATE_NOOP("ui::Actions", "Have the last round judged by a model…"),
         {Key(Qt::CTRL | Qt::Key_J)}},
        {ActionId::JsonTable,
         QT_TRANSLATE_NOOP("ui::Actions", "Compare JSON answers of the last round"),
         {Key(Qt::CTRL | Qt::SHIFT | Qt::Key_T)}},
        {ActionId::Judgements,
         QT_TRANSLATE_NOOP("ui::Actions", "Verdicts of judges"),
         {Key(Qt::CTRL | Qt::ALT | Qt::Key_J)}},
        {ActionId::CompareThinking,
         QT_TRANSLATE_NOOP("ui::Actions", "Compare the thinking of the last round"),
         {Key(Qt::CTRL | Qt::ALT | Qt::Key_K)}},
        {ActionId::CompareCalls,
         QT_TRANSLATE_NOOP("ui::Actions", "Compare the calls of tools of the last round"),
         {Key(Qt::CTRL | Qt::ALT | Qt::Key_U)}},
        {ActionId::ExportRound,
         QT_TRANSLATE_NOOP("ui::Actions", "Export the last round…"),
         {Key(Qt::CTRL | Qt::ALT | Qt::Key_E)}},
        {ActionId::CompareAnswers,
         QT_TRANSLATE_NOOP("ui::Actions", "Compare answers word by word"),
         {Key(Qt::CTRL | Qt::Key_D)}},
        {ActionId::Ratings,
         QT_TRANSLATE_NOOP("ui::Actions", "Ratings of the models"),
         {Key(Qt::CTRL | Qt::ALT | Qt::Key_R)}},
        {ActionId::Prompts,
         QT_TRANSLATE_NOOP("ui::Actions", "Prompt library…"),
         {Key(Qt::CTRL | Qt::ALT | Qt::Key_P)}},
        {ActionId::Tools,
         QT_TRANSLATE_NOOP("ui::Actions", "Tools that models may call…"),
         {Key(Qt::CTRL | Qt::ALT | Qt::Key_O)}},
        {ActionId::Costs,
         QT_TRANSLATE_NOOP("ui::Actions", "What answers cost…"),
         {Key(Qt::CTRL | Qt::ALT | Qt::Key_C)}},
        {ActionId::ToggleSidebar,
         QT_TRANSLATE_NOOP("ui::Actions", "Show or fold the sidebar"),
         {Key(Qt::CTRL | Qt::Key_B)}},
        {ActionId::ToggleParameters,
         QT_TRANSLATE_NOOP("ui::Actions", "Show or fold the parameters"),
         {Key(Qt::CTRL | Qt::SHIFT | Qt::Key_B)}},
        {ActionId::ZoomIn,
         QT_TRANSLATE_NOOP("ui::Actions", "Larger text"),
         {Key(Qt::CTRL | Qt::Key_Plus), Key(Qt::CTRL | Qt::Key_Equal)}},
        {ActionId::ZoomOut,
         QT_TRANSLATE_NOOP("ui::Actions", "Smaller text"),
         {Key(Qt::CTRL | Qt::Key_Minus)}},
        {ActionId::ZoomReset,
         QT_TRANSLATE_NOOP("ui::Actions", "Text in its usual size"),
         {Key(Qt::CTRL | Qt::Key_0)}},
        {ActionId::Providers, QT_TRANSLATE_NOOP("ui::Actions", "Providers…"), {}},
        {ActionId::Preferences,
         QT_TRANSLATE_NOOP("ui::Actions", "Preferences…"),
         {Key(Qt::CTRL | Qt::Key_Comma)}},
        {ActionId::Quit, QT_TRANSLATE_NOOP("ui::Actions", "Quit"), {Key(Qt::CTRL | Qt::Key_Q)}},
    };
}

} // namespace

Actions::Actions(QWidget *window) : QObject(window)
{
    for (const Row &row : table()) {
        auto *action = new QAction(tr(row.text), this);
        action->setShortcuts(row.keys);
        window->addAction(action);
        m_actions.insert(row.id, action);
    }
}

QString Actions::toolTip(ActionId id)
{
    const QList<Row> rows = table();
    const auto row = std::ranges::find(rows, id, &Row::id);
    return withKeys(tr(row->text), id);
}

QString Actions::withKeys(const QString &text, ActionId id)
{
    const QList<Row> rows = table();
    const QList<QKeySequence> keys = std::ranges::find(rows, id, &Row::id)->keys;
    if (keys.isEmpty() || keys.first().isEmpty())
        return text;
    //: A command and its keys: "New conversation (Ctrl+N)".
    return tr("%1 (%2)").arg(text, keys.first().toString(QKeySequence::NativeText));
}

QString Actions::menuText(ActionId id)
{
    const QList<Row> rows = table();
    const auto row = std::ranges::find(rows, id, &Row::id);
    if (row->keys.isEmpty())
        return tr(row->text);
    return tr(row->text) + u'\t' + row->keys.first().toString(QKeySequence::NativeText);
}

} // namespace ui
