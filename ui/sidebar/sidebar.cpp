// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sidebar/sidebar.h"

#include "app/base/when_done.h"
#include "ui/actions/actions.h"
#include "ui/sidebar/conversation_delegate.h"
#include "ui/sidebar/conversation_list_model.h"
#include "ui/widgets/flat_button.h"
#include "ui/widgets/literal_text.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/toast.h"
#include "ui/wording/error_wording.h"

#include <QInputDialog>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

Sidebar::Sidebar(Theme &theme, app::Library &library, app::Chats &chats, QWidget *parent)
    : Ground(theme, &Colours::panel, parent), m_theme(theme), m_library(library),
      m_model(new ConversationListModel(library, chats, this))
{
    build();
    connect(&m_theme, &Theme::changed, this, &Sidebar::refreshLook);
    // A row that stays is selected wherever it moves to. Another may have been chosen by keys.
    connect(&library, &app::Library::inserted, this, [this](int row) {
        if (m_library.conversations().at(row).id == m_current)
            restoreSelection();
    });
    connect(m_model, &QAbstractItemModel::modelReset, this, &Sidebar::restoreSelection);
    refreshLook();
}

Sidebar::~Sidebar() = default;

void Sidebar::build()
{
    m_search = new QLineEdit(this);
    m_search->setPlaceholderText(tr("Search conversations"));
    m_search->setAccessibleName(tr("Search conversations"));
    m_search->setToolTip(Actions::withKeys(tr("Search titles and messages; #word finds a tag"),
                                           ActionId::SearchConversations));
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, &Sidebar::search);

    auto *fresh = entry(u"plus"_s, tr("New conversation"));
    fresh->setTone(FlatButton::Tone::Accent);
    fresh->setToolTip(Actions::toolTip(ActionId::NewConversation));
    connect(fresh, &FlatButton::clicked, this, &Sidebar::newRequested);
    m_sets = new FlatButton(m_theme, u"compare"_s, tr("Sets of lanes"), this);
    m_sets->setIconOnly(true);
    m_sets->setToolTip(Actions::withKeys(
        tr("Begin a conversation with a saved set of lanes, or save these"), ActionId::OpenSet));
    connect(m_sets, &FlatButton::clicked, this, &Sidebar::setsRequested);
    buildList();

    m_nothing = new QLabel(tr("No conversation matches."), this);
    m_nothing->setContentsMargins(metrics::kStep4, metrics::kStep2, metrics::kStep4, 0);
    m_nothing->setWordWrap(true);
    m_nothing->hide();
    m_undo = new Toast(m_theme, m_list);
    auto *ratings = entry(u"ratings"_s, tr("Ratings"));
    ratings->setToolTip(Actions::toolTip(ActionId::Ratings));
    connect(ratings, &FlatButton::clicked, this, &Sidebar::ratingsRequested);
    auto *costs = entry(u"costs"_s, tr("Costs"));
    costs->setToolTip(Actions::toolTip(ActionId::Costs));
    connect(costs, &FlatButton::clicked, this, &Sidebar::costsRequested);
    auto *providers = entry(u"provider"_s, tr("Providers"));
    connect(providers, &FlatButton::clicked, this, &Sidebar::providersRequested);
    auto *preferences = entry(u"preferences"_s, tr("Preferences"));
    preferences->setToolTip(Actions::toolTip(ActionId::Preferences));
    connect(preferences, &FlatButton::clicked, this, &Sidebar::preferencesRequested);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, metrics::kStep3, 0, metrics::kStep3);
    column->setSpacing(metrics::kStep1);
    const auto inset = [column](QWidget *widget, int side) {
        auto *row = new QHBoxLayout;
        row->setContentsMargins(side, 0, side, 0);
        row->addWidget(widget);
        column->addLayout(row);
    };
    inset(m_search, metrics::kStep3);
    column->addSpacing(metrics::kStep1);
    auto *beginning = new QHBoxLayout;
    beginning->setContentsMargins(metrics::kStep2, 0, metrics::kStep3, 0);
    beginning->addWidget(fresh, 1);
    beginning->addWidget(m_sets);
    column->addLayout(beginning);
    column->addWidget(m_nothing);
    column->addWidget(m_list, 1);
    column->addWidget(new Separator(m_theme, Qt::Horizontal, this));
    column->addSpacing(metrics::kStep1);
    inset(ratings, metrics::kStep2);
    inset(costs, metrics::kStep2);
    inset(providers, metrics::kStep2);
    inset(preferences, metrics::kStep2);
}

void Sidebar::buildList()
{
    m_list = new QListView(this);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new ConversationDelegate(m_theme, m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setEditTriggers(QAbstractItemView::EditKeyPressed);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->setAccessibleName(tr("Conversations"));
    m_list->viewport()->setAutoFillBackground(false);
    m_list->installEventFilter(this);
    m_list->viewport()->installEventFilter(this);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) {
        if (index.data(ConversationListModel::FolderRole).isValid())
            fold(index, !index.data(ConversationListModel::FoldedRole).toBool());
        else if (const app::ConversationId id = m_model->idAt(index))
            emit conversationChosen(id);
    });
    connect(m_list, &QListView::activated, this, [this](const QModelIndex &index) {
        const app::ConversationId id = m_model->idAt(index);
        if (id && id != m_current)
            emit conversationChosen(id);
    });
    connect(m_list, &QListView::customContextMenuRequested, this, &Sidebar::showMenu);
}

FlatButton *Sidebar::entry(const QString &iconName, const QString &text)
{
    auto *button = new FlatButton(m_theme, iconName, text, this);
    button->setLeading(true);
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    return button;
}

void Sidebar::setCurrent(app::ConversationId id)
{
    m_current = id;
    restoreSelection();
}

void Sidebar::restoreSelection()
{
    const QModelIndex index = m_model->indexOf(m_current);
    if (index.isValid())
        m_list->setCurrentIndex(index);
    else
        m_list->clearSelection();
}

void Sidebar::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void Sidebar::search(const QString &words)
{
    const int search = ++m_searches;
    if (words.trimmed().isEmpty()) {
        m_nothing->hide();
        m_model->setFilter(std::nullopt);
        return;
    }
    app::whenDone(m_library.search(words), this,
                  [this, search](const app::Result<QList<app::ConversationId>> &matches) {
                      showMatches(search, matches);
                  });
}

void Sidebar::showMatches(int search, const app::Result<QList<app::ConversationId>> &matches)
{
    if (search != m_searches || !matches)
        return;
    m_nothing->setVisible(matches->isEmpty());
    m_model->setFilter(QSet<app::ConversationId>(matches->begin(), matches->end()));
}

void Sidebar::showMenu(QPoint position)
{
    const QModelIndex index = m_list->indexAt(position);
    const app::ConversationId id = m_model->idAt(index);
    if (!id)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillMenu(*menu, id);
    menu->popup(m_list->viewport()->mapToGlobal(position));
}

void Sidebar::fillMenu(QMenu &menu, app::ConversationId id)
{
    const bool pinned = summaryOf(id).pinned;
    const QAction *pinning = menu.addAction(pinned ? tr("Unpin") : tr("Pin"));
    connect(pinning, &QAction::triggered, this, [this, id, pinned] { pin(id, !pinned); });
    fillTagMenu(*menu.addMenu(tr("Tags")), id);
    const QAction *ceiling = menu.addAction(tr("Ceiling of spending…"));
    connect(ceiling, &QAction::triggered, this, [this, id] { emit ceilingRequested(id); });
    menu.addSeparator();
    const QAction *rename = menu.addAction(tr("Rename"));
    connect(rename, &QAction::triggered, this, [this, id] { m_list->edit(m_model->indexOf(id)); });
    const QAction *exporting = menu.addAction(tr("Export…"));
    connect(exporting, &QAction::triggered, this, [this, id] { emit exportRequested(id); });
    const QAction *printing = menu.addAction(tr("Print…"));
    connect(printing, &QAction::triggered, this, [this, id] { emit printRequested(id); });
    menu.addSeparator();
    const QAction *removal = menu.addAction(tr("Delete"));
    connect(removal, &QAction::triggered, this, [this, id] { remove(id); });
    if (m_removed.isEmpty())
        return;
    const QString title = QString(m_removed.constLast().title).replace(u'&', u"&&"_s);
    //: Brings a deleted conversation back; %1 is its title.
    const QAction *restoring = menu.addAction(tr("Restore “%1”").arg(title));
    connect(restoring, &QAction::triggered, this,
            [this, removed = m_removed.constLast()] { restore(removed); });
}

void Sidebar::fillTagMenu(QMenu &menu, app::ConversationId id)
{
    const QStringList own = summaryOf(id).tags;
    for (const QString &tag : m_library.tags()) {
        QAction *entry = menu.addAction(QString(tag).replace(u'&', u"&&"_s));
        entry->setCheckable(true);
        entry->setChecked(app::hasTag(own, tag));
        connect(entry, &QAction::triggered, this, [this, id, own, tag](bool checked) {
            QStringList tags = own;
            if (checked)
                tags.append(tag);
            else
                tags.removeIf([&](const QString &other) {
                    return other.compare(tag, Qt::CaseInsensitive) == 0;
                });
            putTags(id, tags);
        });
    }
    if (!menu.isEmpty())
        menu.addSeparator();
    const QAction *edit = menu.addAction(tr("Edit tags…"));
    connect(edit, &QAction::triggered, this, [this, id] { editTags(id); });
}

app::ConversationSummary Sidebar::summaryOf(app::ConversationId id) const
{
    const QList<app::ConversationSummary> &all = m_library.conversations();
    const auto found = std::ranges::find(all, id, &app::ConversationSummary::id);
    return found == all.cend() ? app::ConversationSummary() : *found;
}

QString Sidebar::shownTitle(app::ConversationId id) const
{
    const QString title = summaryOf(id).title;
    return title.isEmpty() ? tr("New conversation") : shortened(title, 40);
}

void Sidebar::pin(app::ConversationId id, bool pinned)
{
    const QString title = shownTitle(id);
    m_library.setPinned(id, pinned);
    m_undo->showMessage(pinned ? tr("Pinned “%1”.").arg(title) : tr("Unpinned “%1”.").arg(title),
                        tr("Undo"), [this, id, pinned] { m_library.setPinned(id, !pinned); });
    restoreSelection();
}

void Sidebar::editTags(app::ConversationId id)
{
    auto *dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Tags"));
    dialog->setLabelText(
        literally(tr("Tags of “%1”, with commas in between:").arg(shownTitle(id))));
    dialog->setTextValue(summaryOf(id).tags.join(u", "_s));
    connect(dialog, &QInputDialog::textValueSelected, this,
            [this, id](const QString &typed) { putTags(id, typed.split(u',')); });
    dialog->open();
}

void Sidebar::putTags(app::ConversationId id, const QStringList &tags)
{
    const app::ConversationSummary before = summaryOf(id);
    if (app::normalisedTags(tags) == before.tags)
        return;
    const QString title = shownTitle(id);
    m_library.setTags(id, tags);
    m_undo->showMessage(tr("Changed the tags of “%1”.").arg(title), tr("Undo"),
                        [this, before] { m_library.setTags(before.id, before.tags); });
    restoreSelection();
}

const QWidget *Sidebar::setsAnchor() const
{
    return m_sets;
}

void Sidebar::setFoldedTags(const QStringList &tags)
{
    m_model->setFoldedTags(tags);
}

void Sidebar::togglePin()
{
    if (summaryOf(m_current).id)
        pin(m_current, !summaryOf(m_current).pinned);
}

void Sidebar::editTags()
{
    if (summaryOf(m_current).id)
        editTags(m_current);
}

void Sidebar::fold(const QModelIndex &folder, bool folded)
{
    m_model->setFolded(folder.data(ConversationListModel::FolderRole).toString(), folded);
    emit foldedTagsChanged(m_model->foldedTags());
}

/// Folders open and shut as in a tree.
bool Sidebar::listKey(int key)
{
    if (key == Qt::Key_Delete) {
        removeSelected();
        return true;
    }
    const QModelIndex current = m_list->currentIndex();
    if (!current.data(ConversationListModel::FolderRole).isValid())
        return false;
    const bool folded = current.data(ConversationListModel::FoldedRole).toBool();
    const int shutting = isRightToLeft() ? Qt::Key_Right : Qt::Key_Left;
    switch (key) {
    case Qt::Key_Left:
    case Qt::Key_Right:
        fold(current, key == shutting);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        fold(current, !folded);
        return true;
    default:
        return false;
    }
}

void Sidebar::removeSelected()
{
    if (const app::ConversationId id = m_model->idAt(m_list->currentIndex()))
        remove(id);
}

void Sidebar::remove(app::ConversationId id)
{
    const QString title = shownTitle(id);
    const bool wasCurrent = id == m_current;
    m_library.remove(id);
    m_removed.append({id, title, wasCurrent});
    m_undo->showMessage(tr("Deleted “%1”.").arg(title), tr("Undo"),
                        [this, removed = m_removed.constLast()] { restore(removed); });
    if (wasCurrent)
        emit currentRemoved();
}

void Sidebar::restore(const Removed &removed)
{
    m_removed.removeOne(removed);
    m_library.restore(removed.id);
    if (removed.wasCurrent)
        emit conversationChosen(removed.id);
}

bool Sidebar::eventFilter(QObject *watched, QEvent *event)
{
    // A menu selects nothing: the row of the shown conversation stays the selected one.
    if (watched == m_list->viewport() && event->type() == QEvent::MouseButtonPress)
        return static_cast<QMouseEvent *>(event)->button() == Qt::RightButton;
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *press = static_cast<QKeyEvent *>(event);
    if (watched == m_list && press->matches(QKeySequence::Undo) && !m_removed.isEmpty()) {
        restore(Removed(m_removed.constLast()));
        return true;
    }
    const int key = press->key();
    if (watched == m_list && listKey(key))
        return true;
    if (watched == m_search && key == Qt::Key_Down) {
        m_list->setFocus(Qt::TabFocusReason);
        return true;
    }
    if (watched == m_search && key == Qt::Key_Escape && !m_search->text().isEmpty()) {
        m_search->clear();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void Sidebar::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_model->setToday(QDate::currentDate());
}

void Sidebar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    // Cheaper than a timer that would wake an idle program once a day.
    if (event->type() == QEvent::ActivationChange)
        m_model->setToday(QDate::currentDate());
}

void Sidebar::refreshLook()
{
    m_nothing->setFont(m_theme.font(TextRole::Small));
    m_list->doItemsLayout();
}

} // namespace ui
