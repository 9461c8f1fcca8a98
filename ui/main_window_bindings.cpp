// SPDX-License-Identifier: GPL-3.0-or-later
// What the parts of the window say to each other, and what its actions do.
#include "app/library/library.h"
#include "app/library/prompts.h"
#include "app/services.h"
#include "app/settings/settings.h"
#include "ui/ceiling_dialog.h"
#include "ui/composer/composer.h"
#include "ui/evaluation/diff_dialog.h"
#include "ui/evaluation_windows.h"
#include "ui/export/conversation_export.h"
#include "ui/lane_set_menu.h"
#include "ui/lanes/conversation_view.h"
#include "ui/lanes/lane_column.h"
#include "ui/lanes/lane_commands.h"
#include "ui/lanes/lane_header.h"
#include "ui/lanes/lane_parameters.h"
#include "ui/main_window.h"
#include "ui/model_chooser.h"
#include "ui/parameters/parameter_panel.h"
#include "ui/presets/lane_presets.h"
#include "ui/prompts/prompts_window.h"
#include "ui/sidebar/sidebar.h"
#include "ui/start_notices.h"
#include "ui/statistics/costs_window.h"
#include "ui/statistics/ratings_window.h"
#include "ui/sweeps/sweeps.h"
#include "ui/theme/theme.h"
#include "ui/tools/tools_dialog.h"
#include "ui/transcript/transcript_view.h"
#include "ui/widgets/flat_button.h"
#include "ui/widgets/message_bar.h"

#include <QAction>

namespace ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int kZoomStep = 10;
} // namespace

void MainWindow::bindActions()
{
    const auto bind = [this](ActionId id, auto action) {
        connect(m_actions[id], &QAction::triggered, this, action);
    };
    const auto zoomBy = [this](int step) {
        zoom(m_context.services.settings->preferences().textZoomPercent + step);
    };
    bind(ActionId::NewConversation, [this] { startConversation(); });
    bind(ActionId::SearchConversations, [this] {
        if (!m_folding->isShown(Folding::Part::Sidebar))
            toggle(Folding::Part::Sidebar);
        m_sidebar->focusSearch();
    });
    bind(ActionId::PinConversation, [this] { m_sidebar->togglePin(); });
    bind(ActionId::TagConversation, [this] { m_sidebar->editTags(); });
    bind(ActionId::ConversationCeiling,
         [this] { CeilingDialog::ask(m_context, *m_conversation, m_conversation->id(), this); });
    bind(ActionId::OpenSet, [this] {
        if (!m_folding->isShown(Folding::Part::Sidebar))
            toggle(Folding::Part::Sidebar);
        emit m_sidebar->setsRequested();
    });
    bind(ActionId::Find, [this] { m_view->readTranscript().openFind(); });
    bind(ActionId::FindNext, [this] { m_view->readTranscript().findNext(Step::Forward); });
    bind(ActionId::FindPrevious, [this] { m_view->readTranscript().findNext(Step::Back); });
    bind(ActionId::WriteMessage, [this] { m_view->focusComposer(); });
    bind(ActionId::AttachImages, [this] { m_view->focusedComposer().chooseImages(); });
    bind(ActionId::CaptureScreen, [this] { m_view->focusedComposer().captureScreen(); });
    bind(ActionId::ImageByAddress, [this] { m_view->focusedComposer().askForAddress(); });
    bind(ActionId::StopReplies, [this] { m_view->stopOrCancel(); });
    bind(ActionId::ChooseModel, [this] {
        const LaneColumn *column = m_view->activeColumn();
        chooseModel(column->laneId(), column->header().modelAnchor());
    });
    bind(ActionId::Compare, [this] {
        const LaneColumn *column = m_view->activeColumn();
        compare(column->laneId(), column->header().modelAnchor());
    });
    for (const ActionId id : LaneCommands::all())
        bind(id, [this, id] { m_view->commands().carryOut(id, m_view->activeColumn()->laneId()); });
    bind(ActionId::CompareAnswers,
         [this] { compareAnswers(m_view->readTranscript().focusedMessage()); });
    bind(ActionId::Ratings, &MainWindow::showRatings);
    bind(ActionId::Prompts,
         [this] { PromptsWindow::showFor(m_context.theme, *m_context.services.prompts, this); });
    bind(ActionId::Tools, &MainWindow::showTools);
    bind(ActionId::Costs, &MainWindow::showCosts);
    bind(ActionId::ToggleSidebar, [this] { toggle(Folding::Part::Sidebar); });
    bind(ActionId::ToggleParameters, [this] { toggle(Folding::Part::Parameters); });
    bind(ActionId::ZoomIn, [zoomBy] { zoomBy(kZoomStep); });
    bind(ActionId::ZoomOut, [zoomBy] { zoomBy(-kZoomStep); });
    bind(ActionId::ZoomReset, [this] { zoom(100); });
    bind(ActionId::Providers, [this] { emit providersRequested(QString()); });
    bind(ActionId::Preferences, &MainWindow::preferencesRequested);
    bind(ActionId::Quit, &QWidget::close);
}

void MainWindow::bindViews()
{
    connect(m_sidebarButton, &FlatButton::clicked, this,
            [this] { toggle(Folding::Part::Sidebar); });
    connect(m_parametersButton, &FlatButton::clicked, this,
            [this] { toggle(Folding::Part::Parameters); });
    connect(m_chooser, &ModelChooser::providersRequested, this,
            [this] { emit providersRequested(QString()); });
    connect(m_view, &ConversationView::modelRequested, this, &MainWindow::chooseModel);
    connect(m_view, &ConversationView::compareRequested, this, &MainWindow::compare);
    connect(m_view, &ConversationView::providersRequested, this, &MainWindow::providersRequested);
    connect(m_view, &ConversationView::timeoutsRequested, this, &MainWindow::timeoutsRequested);
    connect(m_view, &ConversationView::aboutToSend, m_parameters, &LaneParameters::flush);
    connect(m_view, &ConversationView::laneActivated, m_parameters, &LaneParameters::setActiveLane);
    connect(m_view, &ConversationView::lanesChanged, this, &MainWindow::refreshFolding);
    auto *evaluation = new EvaluationWindows(m_context, *m_view, this);
    connect(evaluation, &EvaluationWindows::providersRequested, this,
            [this] { emit providersRequested(QString()); });
    connect(m_view, &ConversationView::comparisonRequested, this, &MainWindow::compareAnswers);
    connect(m_view, &ConversationView::imageActivated, this, &MainWindow::imageActivated);
    connect(m_view, &ConversationView::zoomRequested, this, [this](int steps) {
        zoom(m_context.services.settings->preferences().textZoomPercent + steps * kZoomStep);
    });
    auto *sweeps = new Sweeps(m_context, *m_view, this);
    connect(sweeps, &Sweeps::conversationRequested, this, &MainWindow::openConversation);
    connect(sweeps, &Sweeps::exportRequested, m_export,
            [this](app::ConversationId id, app::RoundId round) { m_export->ask(id, round); });
    connect(sweeps, &Sweeps::imageActivated, this, &MainWindow::imageActivated);
    connect(sweeps, &Sweeps::providersRequested, this, &MainWindow::providersRequested);
    connect(sweeps, &Sweeps::timeoutsRequested, this, &MainWindow::timeoutsRequested);
    connect(m_panel, &ParameterPanel::currentLaneChanged, m_view, &ConversationView::setActiveLane);
    connect(m_panel, &ParameterPanel::toolsRequested, this, &MainWindow::showTools);
    connect(m_view, &ConversationView::toolsRequested, this, &MainWindow::showTools);
}

void MainWindow::bindSidebar()
{
    app::Settings &settings = *m_context.services.settings;
    m_sidebar->setFoldedTags(settings.preferences().foldedTags);
    connect(m_sidebar, &Sidebar::foldedTagsChanged, this, [&settings](const QStringList &tags) {
        app::Preferences preferences = settings.preferences();
        preferences.foldedTags = tags;
        settings.setPreferences(preferences);
    });
    connect(m_sidebar, &Sidebar::conversationChosen, this, &MainWindow::openConversation);
    connect(m_sidebar, &Sidebar::currentRemoved, this, [this] { startConversation(); });
    connect(m_sidebar, &Sidebar::newRequested, this, [this] { startConversation(); });
    connect(m_sidebar, &Sidebar::ceilingRequested, this, [this](app::ConversationId id) {
        CeilingDialog::ask(m_context, *m_conversation, id, this);
    });
    connect(m_sidebar, &Sidebar::ratingsRequested, this, &MainWindow::showRatings);
    connect(m_sidebar, &Sidebar::costsRequested, this, &MainWindow::showCosts);
    connect(m_sidebar, &Sidebar::setsRequested, this, [this] {
        m_parameters->flush();
        m_sets->popUp(m_sidebar->setsAnchor(), m_view->chat()->conversation().lanes());
    });
    connect(m_sets, &LaneSetMenu::opened, this, &MainWindow::startWith);
    connect(m_presets, &LanePresets::failed, this, [this](const QString &sentence) {
        m_notice->showMessage(sentence, MessageBar::Tone::Warning);
    });
    connect(m_context.services.prompts.get(), &app::Prompts::writeFailed, this, &MainWindow::tell);
    connect(m_sets, &LaneSetMenu::failed, this, [this](const QString &sentence) {
        m_notice->showMessage(sentence, MessageBar::Tone::Danger);
    });
    connect(m_sets, &LaneSetMenu::saved, this, [this](const QString &sentence) {
        m_notice->showMessage(sentence, MessageBar::Tone::Plain);
    });
    connect(m_sidebar, &Sidebar::providersRequested, this,
            [this] { emit providersRequested(QString()); });
    connect(m_sidebar, &Sidebar::preferencesRequested, this, &MainWindow::preferencesRequested);
}

void MainWindow::bindExport()
{
    connect(m_actions[ActionId::ExportConversation], &QAction::triggered, m_export,
            [this] { m_export->ask(m_conversation); });
    connect(m_actions[ActionId::PrintConversation], &QAction::triggered, m_export,
            [this] { m_export->print(m_conversation); });
    connect(&m_view->commands(), &LaneCommands::exportRequested, m_export,
            [this](app::RoundId round) { m_export->ask(m_conversation, round); });
    connect(m_sidebar, &Sidebar::exportRequested, m_export,
            [this](app::ConversationId id) { m_export->ask(id); });
    connect(m_sidebar, &Sidebar::printRequested, m_export,
            [this](app::ConversationId id) { m_export->print(id); });
    connect(m_export, &ConversationExport::saved, m_notice, [this](const QString &sentence) {
        m_notice->showMessage(sentence, MessageBar::Tone::Plain);
    });
    connect(m_export, &ConversationExport::failed, m_notice, [this](const QString &sentence) {
        m_notice->showMessage(sentence, MessageBar::Tone::Danger);
    });
}

void MainWindow::bindStore()
{
    app::Library &library = *m_context.services.library;
    connect(&library, &app::Library::loaded, this, [this] {
        openLast();
        if (m_wanted)
            return; // loaded once that is shown
        setLoaded();
    });
    connect(&library, &app::Library::loadFailed, this, [this](const app::Error &error) {
        tell(error);
        setLoaded();
    });
    connect(&library, &app::Library::writeFailed, this, &MainWindow::tell);
    connect(m_context.services.settings.get(), &app::Settings::writeFailed, this,
            &MainWindow::tell);
    connect(m_context.services.chats.get(), &app::Chats::allIdle, this, [this] {
        if (m_closing)
            emit closed();
    });
    connect(m_context.services.chats.get(), &app::Chats::callWaits, this,
            [this](app::ConversationId conversation) {
                if (!m_closing || isVisible())
                    return;
                bringUp();
                openConversation(conversation);
            });
    showStartNotices(m_context.services, *m_notice);
}

void MainWindow::chooseModel(app::LaneId id, QWidget *anchor)
{
    const app::ChatPtr chat = m_view->chat();
    const app::Lane *lane = chat->conversation().lane(id);
    if (!lane || m_view->commands().refuses(ActionId::ChooseModel))
        return;
    m_chooser->popUp(anchor, lane->providerId, lane->model,
                     [this, chat, id](const QString &providerId, const QString &model) {
                         m_parameters->flush();
                         const app::Lane *chosen = chat->conversation().lane(id);
                         if (!chosen)
                             return;
                         app::Lane changed = *chosen;
                         changed.providerId = providerId;
                         changed.model = model;
                         m_presets->takeModel(changed, *chosen);
                         chat->updateLane(changed);
                         // What was chosen last is what the next conversation begins with.
                         app::Preferences preferences = m_context.services.settings->preferences();
                         preferences.defaultProvider = providerId;
                         preferences.defaultModel = model;
                         m_context.services.settings->setPreferences(preferences);
                         m_view->focusComposer();
                     });
}

void MainWindow::compare(app::LaneId beside, QWidget *anchor)
{
    const app::ChatPtr chat = m_view->chat();
    const app::Lane *lane = chat->conversation().lane(beside);
    if (!lane || m_view->commands().refuses(ActionId::Compare))
        return;
    m_chooser->popUp(anchor, lane->providerId, QString(),
                     [this, chat, beside](const QString &providerId, const QString &model) {
                         m_parameters->flush();
                         const app::Lane *pattern = chat->conversation().lane(beside);
                         const app::Lane before = pattern ? *pattern : app::Lane();
                         m_presets->takeModel(chat->addLane(beside, providerId, model), before);
                         m_view->focusComposer();
                     });
}

void MainWindow::compareAnswers(app::MessageId answer)
{
    if (m_view->commands().refuses(ActionId::CompareAnswers))
        return;
    auto *dialog = new DiffDialog(m_context.theme, m_conversation, answer, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

void MainWindow::showRatings()
{
    auto *window = new RatingsWindow(m_context.theme, *m_context.services.store, this);
    window->setAttribute(Qt::WA_DeleteOnClose);
    window->show();
}

void MainWindow::showCosts()
{
    auto *window = new CostsWindow(m_context.theme, m_context.services, this);
    window->setAttribute(Qt::WA_DeleteOnClose);
    window->show();
}

void MainWindow::showTools()
{
    auto *dialog = new ToolsDialog(m_context.theme, m_context.services, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace ui
