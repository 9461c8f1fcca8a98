// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QHash>
#include <QObject>

namespace ui {

enum class ActionId {
    NewConversation,
    SearchConversations,
    PinConversation,
    TagConversation,
    ConversationCeiling,
    OpenSet,
    ExportConversation,
    PrintConversation,
    Find,
    FindNext,
    FindPrevious,
    WriteMessage,
    AttachImages,
    CaptureScreen,
    ImageByAddress,
    StopReplies,
    ChooseModel,
    Compare,
    DuplicateLane,
    RemoveLane,
    MoveLaneLeft,
    MoveLaneRight,
    MaximiseLane,
    NextLane,
    PreviousLane,
    DetachLane,
    TearOutLane,
    LinkScrolling,
    SameSettings,
    BlindMode,
    ShowTogether,
    ShowNames,
    PauseAll,
    StopLane,
    RetryAnswer,
    RetryRound,
    GoOnWith,
    Sweep,
    Repeat,
    EarlierSweeps,
    ReplayLane,
    JudgeRound,
    JsonTable,
    Judgements,
    ExportRound,
    CompareAnswers,
    Ratings,
    Prompts,
    Tools,
    Costs,
    ToggleSidebar,
    ToggleParameters,
    ZoomIn,
    ZoomOut,
    ZoomReset,
    Providers,
    Preferences,
    Quit,
    CompareThinking,
    CompareCalls,
};

/// Every command of a window with its keys, made from one table. Menus, buttons and tool tips take
/// text and keys from here.
class Actions : public QObject
{
    Q_OBJECT
public:
    /// The actions work while `window` is active.
    explicit Actions(QWidget *window);

    [[nodiscard]] QAction *operator[](ActionId id) const { return m_actions.value(id); }
    /// "Show or fold the sidebar (Ctrl+B)".
    [[nodiscard]] static QString toolTip(ActionId id);
    /// The same with words of one's own: "Ask another model the same (Ctrl+Shift+M)".
    [[nodiscard]] static QString withKeys(const QString &text, ActionId id);
    /// For an entry of a menu that is not the action itself: its keys stand at the far edge.
    [[nodiscard]] static QString menuText(ActionId id);

private:
    QHash<ActionId, QAction *> m_actions; ///< children
};

} // namespace ui
