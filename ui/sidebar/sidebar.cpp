// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sidebar/sidebar.h"

#include "app/base/when_done.h"
#include "ui/actions/actions.h"
#include "ui/sidebar/conversation_delegate.h"
#include "ui/sidebar/conversation_list_model.h"
#include "ui/widgets/flat_button.h"
#include "ui/widgets/toast.h"
#include "ui/wording/error_wording.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

Sidebar::Sidebar(Theme &theme, app::Library &library, app::Chats &chats, QWidget *parent)
    : Ground(theme, &Colours::panel, parent), m_theme(theme), m_library(library),
      m_model(new ConversationListModel(library, chats, this))
{
    build();
    connect(&m_theme, &Theme::changed, this, &Sidebar::refreshLook);
    connect(&library, &app::Library::inserted, this, &Sidebar::restoreSelection);
    connect(m_model, &QAbstractItemModel::modelReset, this, &Sidebar::restoreSelection);
    refreshLook();
}

Sidebar::~Sidebar() = default;

void Sidebar::build()
{
    m_search = new QLineEdit(this);
    m_search->setPlaceholderText(tr("Search conversations"));
    m_search->setAccessibleName(tr("Search conversations"));
    m_search->setToolTip(Actions::toolTip(ActionId::SearchConversations));
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, &Sidebar::search);

    auto *fresh = entry(u"plus"_s, tr("New conversation"));
    fresh->setTone(FlatButton::Tone::Accent);
    fresh->setToolTip(Actions::toolTip(ActionId::NewConversation));
    connect(fresh, &FlatButton::clicked, this, &Sidebar::newRequested);
    buildList();

    m_nothing = new QLabel(tr("No conversation matches."), this);
    m_nothing->setContentsMargins(metrics::kStep4, metrics::kStep2, metrics::kStep4, 0);
    m_nothing->setWordWrap(true);
    m_nothing->hide();
    m_undo = new Toast(m_theme, m_list);
    auto *ratings = entry(u"ratings"_s, tr("Ratings"));
    ratings->setToolTip(Actions::toolTip(ActionId::Ratings));
    connect(ratings, &FlatButton::clicked, this, &Sidebar::ratingsRequested);
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
    inset(fresh, metrics::kStep2);
    column->addWidget(m_nothing);
    column->addWidget(m_list, 1);
    column->addSpacing(metrics::kStep1);
    inset(ratings, metrics::kStep2);
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
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) {
        if (const app::ConversationId id = m_model->idAt(index))
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
    QAction *rename = menu->addAction(tr("Rename"));
    connect(rename, &QAction::triggered, this, [this, id] { m_list->edit(m_model->indexOf(id)); });
    QAction *removal = menu->addAction(tr("Delete"));
    connect(removal, &QAction::triggered, this, [this, id] { remove(id); });
    menu->popup(m_list->viewport()->mapToGlobal(position));
}

void Sidebar::removeSelected()
{
    if (const app::ConversationId id = m_model->idAt(m_list->currentIndex()))
        remove(id);
}

void Sidebar::remove(app::ConversationId id)
{
    const QString title = m_model->indexOf(id).data().toString();
    const bool wasCurrent = id == m_current;
    m_library.remove(id);
    m_undo->showMessage(tr("Deleted “%1”.").arg(shortened(title, 40)), tr("Undo"),
                        [this, id, wasCurrent] {
                            m_library.restore(id);
                            if (wasCurrent)
                                emit conversationChosen(id);
                        });
    if (wasCurrent)
        emit currentRemoved();
}

bool Sidebar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (watched == m_list && key == Qt::Key_Delete) {
        removeSelected();
        return true;
    }
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
