// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sweeps/sweeps.h"

#include "app/evaluation/round_cells.h"
#include "ui/composer/composer.h"
#include "ui/lanes/conversation_view.h"
#include "ui/lanes/sweep_bar.h"
#include "ui/sweeps/cells_window.h"
#include "ui/sweeps/repeat_dialog.h"
#include "ui/sweeps/sweep_dialog.h"
#include "ui/widgets/flat_button.h"

namespace ui {

Sweeps::Sweeps(const ViewContext &context, ConversationView &view, QWidget *window)
    : QObject(window), m_context(context), m_view(view), m_window(window)
{
    connect(&view.sweepBar(), &SweepBar::requested, this, &Sweeps::show);
    connect(&view, &ConversationView::sweepRequested, this, &Sweeps::askForSweep);
    connect(&view, &ConversationView::repeatsRequested, this, &Sweeps::askForRepeats);
    connect(&view, &ConversationView::earlierSweepsRequested, this, &Sweeps::showEarlier);
}

Sweeps::~Sweeps() = default;

/// What is written where that lane is prompted.
app::Draft Sweeps::draftFor(app::LaneId id) const
{
    const app::Conversation &conversation = m_view.chat()->conversation();
    const app::Lane *lane = conversation.lane(id);
    return lane && lane->detached ? conversation.draft(id) : m_view.composer().draft();
}

template <typename Dialog>
Dialog *Sweeps::open(app::LaneId lane)
{
    auto *dialog = new Dialog(m_context, m_view.chat(), lane, draftFor(lane), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &CellsDialog::started, this, &Sweeps::show);
    dialog->open();
    return dialog;
}

void Sweeps::askForSweep(app::LaneId lane)
{
    const auto *dialog = open<SweepDialog>(lane);
    connect(dialog, &SweepDialog::providersRequested, this,
            [this] { emit providersRequested(QString()); });
}

void Sweeps::askForRepeats(app::LaneId lane)
{
    open<RepeatDialog>(lane);
}

void Sweeps::show(app::RoundId round)
{
    QPointer<CellsWindow> &window = m_windows[round];
    if (!window) {
        window = new CellsWindow(m_context, m_view.chat(), round, m_window);
        window->setAttribute(Qt::WA_DeleteOnClose);
        follow(*window);
    }
    window->show();
    window->raise();
    window->activateWindow();
}

void Sweeps::follow(CellsWindow &window)
{
    connect(&window, &CellsWindow::exportRequested, this, &Sweeps::exportRequested);
    connect(&window, &CellsWindow::imageActivated, this, &Sweeps::imageActivated);
    connect(&window, &CellsWindow::providersRequested, this, &Sweeps::providersRequested);
    connect(&window, &CellsWindow::timeoutsRequested, this, &Sweeps::timeoutsRequested);
    connect(&window, &CellsWindow::wentOn, this,
            [this, &window](app::LaneId lane, app::MessageId before) {
                m_window->raise();
                m_window->activateWindow();
                emit conversationRequested(window.chat()->conversation().id());
                m_view.tellWentOn(window.chat(), lane, before);
            });
}

void Sweeps::showEarlier()
{
    const QList<app::RoundId> rounds = m_view.chat()->conversation().rounds(app::cellKinds());
    if (rounds.size() == 1)
        show(rounds.first());
    else if (!rounds.isEmpty())
        m_view.sweepBar().button().showMenu();
}

} // namespace ui
