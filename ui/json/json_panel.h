// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/json/answer_follower.h"
#include "ui/lanes/view_context.h"
#include "ui/widgets/ground.h"

class QListView;
class QListWidget;
class QStackedWidget;
class QTreeView;

namespace ui {

class FlatButton;
class JsonTextModel;
class JsonTreeModel;
class SegmentedControl;
class ThemedLabel;

/// Below the transcript of a lane, where an answer is JSON that was asked for: how it stands to its
/// schema in one line, and above that line, unless it is folded, the JSON as a tree that fills
/// while it is written, or as text. What does not fit is listed; choosing one goes to its place in
/// both. Hidden for all other answers, unless one is chosen.
class JsonPanel : public Ground
{
    Q_OBJECT
public:
    explicit JsonPanel(const ViewContext &context, QWidget *parent = nullptr);
    ~JsonPanel() override;

    void follow(const TranscriptSource &source) { m_follower->follow(source); }
    void showAnswer(app::MessageId answer);

    [[nodiscard]] bool isUnfolded() const;
    [[nodiscard]] const AnswerFollower &follower() const { return *m_follower; }
    [[nodiscard]] QTreeView &tree() const { return *m_tree; }
    [[nodiscard]] QListView &text() const { return *m_text; }
    [[nodiscard]] QListWidget &failures() const { return *m_failures; }
    [[nodiscard]] QString verdictText() const;

signals:
    /// It takes as much room as it needs; unfolded it can be as high as there is room.
    void unfoldedChanged(bool unfolded);

private:
    QWidget *makeBar();
    QWidget *makeBody();
    void bindFollower();
    void bindTree();
    void setUnfolded(bool unfolded);
    void refresh();
    void refreshVerdict();
    void refreshFailures();
    void grow();
    void expandSome(const QModelIndex &parent, int first, int last);
    void goTo(const QString &pointer);
    void goToPosition(qsizetype position);
    void copyAll();
    void copyCurrent();
    void copyPath();
    void dismiss();

    ViewContext m_context;
    AnswerFollower *m_follower;
    JsonTreeModel *m_treeModel;
    JsonTextModel *m_textModel;
    ThemedLabel *m_verdict;
    FlatButton *m_fold;
    FlatButton *m_close;
    SegmentedControl *m_look;
    QWidget *m_body;
    QListWidget *m_failures;
    QStackedWidget *m_views;
    QTreeView *m_tree;
    QListView *m_text;
    int m_expanded = 0; ///< rows that were unfolded by themselves
    bool m_wasFolded = false; ///< by the user, who wants other answers folded too
};

} // namespace ui
