// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/library/prompts.h"
#include "ui/prompts/prompt_list_model.h"
#include "ui/theme/theme.h"

#include <QDialog>

class QLineEdit;
class QListView;
class QMenu;
class QStackedWidget;

namespace ui {

class FlatButton;
class MessageBar;
class PromptDelegate;
class PromptEditor;
class Toast;

/// The prompt library: the list, and the chosen prompt to be edited. What is edited is saved a
/// moment later, when another one is chosen and when the window closes; a starter that is edited
/// becomes a prompt of one's own. One for each window, kept while that lives.
class PromptsWindow : public QDialog
{
    Q_OBJECT
public:
    PromptsWindow(const Theme &theme, app::Prompts &prompts, QWidget *parent);
    ~PromptsWindow() override;

    /// The one that belongs to the window, in front; made at its first use.
    static PromptsWindow *showFor(const Theme &theme, app::Prompts &prompts, QWidget *window);

    /// Shows that prompt.
    void edit(const QString &id);
    /// The same with the name ready to be typed.
    void editName(const QString &id);
    /// Saves what was edited now.
    void flush();

protected:
    void hideEvent(QHideEvent *event) override;

private:
    struct Write
    {
        app::SavedPrompt prompt;
        QString id;
    };

    void build();
    [[nodiscard]] QWidget *makeList();
    [[nodiscard]] QWidget *makeButtons();
    [[nodiscard]] QWidget *makeEditor();
    void bind();
    void fillMenu(QMenu &menu);
    void takeEntries();
    void takeSelection();
    void showPrompt(const app::SavedPrompt &prompt);
    void showNothing();
    void showKind();
    void tellUnreadable();
    void checkName();
    void writeNext();
    void written(const Write &write, const app::Result<QString> &id);
    void add(const app::SavedPrompt &prompt);
    void remove();
    void askForFiles();
    void import(const QStringList &paths);
    void exportCurrent();
    void tell(const QString &sentence);

    const Theme &m_theme;
    app::Prompts &m_prompts;
    PromptListModel m_model;
    MessageBar *m_notice;
    QLineEdit *m_filter;
    QListView *m_view;
    FlatButton *m_duplicate = nullptr;
    FlatButton *m_remove = nullptr;
    QStackedWidget *m_pages = nullptr;
    PromptEditor *m_editor;
    Toast *m_toast;
    QTimer m_saveTimer;
    QString m_current; ///< id of the prompt in the editor; empty: none
    app::SavedPrompt m_saved; ///< the same as it is kept
    QString m_wanted; ///< is to be shown once it is in the list
    QList<Write> m_writes; ///< the first one is on its way
    bool m_isEdited = false;
    bool m_isNameWanted = false; ///< the name of m_wanted is to be typed
};

} // namespace ui
