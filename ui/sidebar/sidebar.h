// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chat/chats.h"
#include "app/library/library.h"
#include "ui/theme/theme.h"
#include "ui/widgets/ground.h"

class QLabel;
class QLineEdit;
class QListView;
class QMenu;

namespace ui {

class ConversationListModel;
class FlatButton;
class Toast;

/// The conversations: search, new, open, rename in place, pin, tag and delete with undo. It writes
/// names, pins, tags and deletions to the library itself and asks its owner for everything else.
class Sidebar : public Ground
{
    Q_OBJECT
public:
    Sidebar(Theme &theme, app::Library &library, app::Chats &chats, QWidget *parent = nullptr);
    ~Sidebar() override;

    /// Marks the conversation that is shown; none where it is not in the list yet.
    void setCurrent(app::ConversationId id);
    void focusSearch();
    /// Folders that are shut.
    void setFoldedTags(const QStringList &tags);
    /// Of the conversation that is shown.
    void togglePin();
    void editTags();
    /// Where a menu of sets belongs.
    [[nodiscard]] const QWidget *setsAnchor() const;

signals:
    void foldedTagsChanged(const QStringList &tags);
    void conversationChosen(app::ConversationId id);
    /// The conversation that is shown was deleted (undo brings it back by conversationChosen).
    void currentRemoved();
    void newRequested();
    void ceilingRequested(app::ConversationId id);
    void exportRequested(app::ConversationId id);
    void printRequested(app::ConversationId id);
    void ratingsRequested();
    void costsRequested();
    void setsRequested();
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
    void fillMenu(QMenu &menu, app::ConversationId id);
    void fillTagMenu(QMenu &menu, app::ConversationId id);
    void pin(app::ConversationId id, bool pinned);
    void editTags(app::ConversationId id);
    void putTags(app::ConversationId id, const QStringList &tags);
    void fold(const QModelIndex &folder, bool folded);
    [[nodiscard]] bool listKey(int key);
    [[nodiscard]] QString shownTitle(app::ConversationId id) const;
    [[nodiscard]] app::ConversationSummary summaryOf(app::ConversationId id) const;
    void removeSelected();
    void remove(app::ConversationId id);
    /// Deleted since the program runs; the last one comes back first.
    struct Removed
    {
        app::ConversationId id;
        QString title;
        bool wasCurrent = false;

        bool operator==(const Removed &) const = default;
    };
    void restore(const Removed &removed);
    void restoreSelection();
    void refreshLook();

    Theme &m_theme;
    app::Library &m_library;
    ConversationListModel *m_model = nullptr;
    QLineEdit *m_search = nullptr;
    QListView *m_list = nullptr;
    FlatButton *m_sets = nullptr;
    QLabel *m_nothing = nullptr;
    Toast *m_undo = nullptr;
    QList<Removed> m_removed;
    app::ConversationId m_current;
    int m_searches = 0; ///< the newest; results of older ones are dropped
};

} // namespace ui
