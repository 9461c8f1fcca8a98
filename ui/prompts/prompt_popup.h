// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/prompts/prompt_list_model.h"
#include "ui/theme/theme.h"

#include <QFrame>

class QListView;

namespace ui {

class PromptDelegate;
class ThemedLabel;

/// The prompts that match what is typed, above the field it is typed into. The focus stays there:
/// its owner hands over the keys. Lies in the window itself, so that no window manager moves it.
class PromptPopup : public QFrame
{
    Q_OBJECT
public:
    PromptPopup(const Theme &theme, QWidget *window);

    void setEntries(const QList<app::PromptEntry> &entries);
    /// Selects the best row; false: nothing matches.
    bool setFilter(const QString &filter);
    /// Above `anchor`, or below it where there is more room.
    void showAt(const QWidget &anchor);

    void moveSelection(int step);
    /// Its id; empty: none.
    [[nodiscard]] QString selected() const;
    [[nodiscard]] int rowCount() const { return m_model.rowCount(); }

signals:
    void chosen(const QString &id); ///< by the mouse

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void select(int row);

    const Theme &m_theme;
    PromptListModel m_model;
    PromptDelegate *m_delegate = nullptr;
    QListView *m_view = nullptr;
    ThemedLabel *m_hint = nullptr;
};

} // namespace ui
