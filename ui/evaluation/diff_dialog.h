// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/evaluation/diff_rows.h"
#include "app/library/conversation.h"
#include "ui/evaluation/compared_answers.h"
#include "ui/theme/theme.h"

#include <QDialog>

class QCheckBox;
class QComboBox;

namespace ui {

class DiffView;
class FlatButton;
class SegmentedControl;
class ThemedLabel;

/// How any two answers of a conversation differ. It shows the answers as they were when they were
/// chosen. Comparing goes on off the window's thread; a newer wish overtakes an older one. Alt+Down
/// and Alt+Up go from difference to difference.
class DiffDialog : public QDialog
{
    Q_OBJECT
public:
    /// `answer` on the left; none: the first of the list.
    DiffDialog(const Theme &theme, const app::ConversationPtr &conversation, app::MessageId answer,
               QWidget *parent = nullptr);
    /// Between answers that were gathered elsewhere; `left` and `right` are places among them.
    DiffDialog(const Theme &theme, app::ConversationPtr conversation, QList<ComparedAnswer> answers,
               int left, int right, QWidget *parent = nullptr);
    ~DiffDialog() override;

    [[nodiscard]] DiffView &view() const { return *m_view; }
    /// What is shown; nothing before the first comparison is done.
    [[nodiscard]] const std::optional<app::PreparedDiff> &shown() const { return m_shown; }

signals:
    void compared(); ///< and shown

private:
    QWidget *makeChoices();
    QWidget *makeOptions();
    QWidget *makeFooter();
    void chooseAnswers(int left, int right);
    void compare();
    void take(const app::PreparedDiff &prepared);
    void showRows();
    void refreshSummary();
    void copyAll();

    const Theme &m_theme;
    app::ConversationPtr m_conversation;
    QList<ComparedAnswer> m_answers;
    QComboBox *m_left;
    QComboBox *m_right;
    SegmentedControl *m_unit;
    SegmentedControl *m_columns;
    QCheckBox *m_ignoreSpace;
    QCheckBox *m_ignoreCase;
    QCheckBox *m_onlyDifferences;
    ThemedLabel *m_summary;
    FlatButton *m_previous;
    FlatButton *m_next;
    DiffView *m_view;
    std::optional<app::PreparedDiff> m_shown;
    bool m_unitChosen = false; ///< else JSON where both are JSON
    bool m_jsonMissing = false; ///< it was asked for and is not there
    int m_wish = 0; ///< number of the newest comparison asked for
};

} // namespace ui
