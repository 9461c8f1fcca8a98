// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chat/chats.h"
#include "app/library/library.h"
#include "ui/theme/theme.h"
#include "ui/widgets/ground.h"

class QLabel;
class QLineEdit;
class QListView;

namespace ui {

class ConversationListModel;
class FlatButton;
class Toast;

/// The conversations: search, new, open, rename in place, delete with undo. It writes names and
/// deletions to the library itself and asks its owner for everything else.
class Sidebar : public Ground
{
    Q_OBJECT
public:
    Sidebar(Theme &theme, app::Library &library, app::Chats &chats, QWidget *parent = nullptr);
    ~Sidebar() override;

    /// Marks the conversation that is shown; none where it is not in the list yet.
    void setCurrent(app::ConversationId id);
    void focusSearch();

signals:
    void conversationChosen(app::ConversationId id);
    /// The conversation that is shown was deleted (undo brings it back by conversationChosen).
    void currentRemoved();
    void newRequested();
    void ratingsRequested();
    void providersRequested();
    void preferencesRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void build();
    void buildList();
    [[nodiscard]] FlatButton *entry(const QString &iconName, const QString &text);
    void search(const QString &words);
    void showMatches(int search, const app::Result<QList<app::ConversationId>> &matches);
    void showMenu(QPoint position);
    void removeSelected();
    void remove(app::ConversationId id);
    void restoreSelection();
    void refreshLook();

    Theme &m_theme;
    app::Library &m_library;
    ConversationListModel *m_model = nullptr;
    QLineEdit *m_search = nullptr;
    QListView *m_list = nullptr;
    QLabel *m_nothing = nullptr;
    Toast *m_undo = nullptr;
    app::ConversationId m_current;
    int m_searches = 0; ///< the newest; results of older ones are dropped
};

} // namespace ui
