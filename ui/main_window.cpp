// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window.h"

#include "app/base/when_done.h"
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
#include "ui/lanes/lane_board.h"
#include "ui/lanes/lane_column.h"
#include "ui/lanes/lane_commands.h"
#include "ui/lanes/lane_header.h"
#include "ui/lanes/lane_parameters.h"
#include "ui/model_chooser.h"
#include "ui/parameters/parameter_panel.h"
#include "ui/pause_bar.h"
#include "ui/presets/lane_presets.h"
#include "ui/prompts/prompts_window.h"
#include "ui/sidebar/sidebar.h"
#include "ui/start_notices.h"
#include "ui/statistics/costs_window.h"
#include "ui/statistics/ratings_window.h"
#include "ui/sweeps/sweeps.h"
#include "ui/theme/theme.h"
#include "ui/transcript/font_warming.h"
#include "ui/transcript/transcript_view.h"
#include "ui/widgets/flat_button.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/separator.h"
#include "ui/wording/error_wording.h"

#include <QCloseEvent>
#include <QHBoxLayout>
#include <QMessageBox>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize kUsualSize{1480, 920};
constexpr QSize kSmallestSize{420, 360};
constexpr int kZoomStep = 10;
constexpr int kSmallestZoom = 50;
constexpr int kLargestZoom = 300;

app::Lane usualLane(const app::Preferences &preferences, const app::Services &services)
{
    app::Lane lane;
    lane.id = app::LaneId::next();
    const bool isKnown = preferences.defaultProvider == app::demoProvider().id
                         || services.settings->provider(preferences.defaultProvider).has_value();
    if (isKnown && !preferences.defaultModel.isEmpty()) {
        lane.providerId = preferences.defaultProvider;
        lane.model = preferences.defaultModel;
    } else {
        lane.providerId = app::demoProvider().id;
        lane.model = app::demoModel();
    }
    return lane;
}

} // namespace

MainWindow::MainWindow(const ViewContext &context)
    : m_context(context), m_actions(this), m_notice(new MessageBar(context.theme, this)),
      m_pause(new PauseBar(context.theme, *context.services.scheduler, this)),
      m_sidebar(
          new Sidebar(context.theme, *context.services.library, *context.services.chats, this)),
      m_sidebarEdge(new Separator(context.theme, Qt::Vertical, this)),
      m_view(new ConversationView(context, this)),
      m_parametersEdge(new Separator(context.theme, Qt::Vertical, this)),
      m_panel(new ParameterPanel(context.theme, this)),
      m_sidebarButton(new FlatButton(context.theme, u"sidebar"_s, tr("Sidebar"), this)),
      m_parametersButton(new FlatButton(context.theme, u"parameters"_s, tr("Parameters"), this)),
      m_folding(new Folding(*context.services.settings,
                            {m_sidebar, m_sidebarEdge, m_panel, m_parametersEdge}, this)),
      m_chooser(new ModelChooser(context.theme, context.services, this)),
      m_parameters(new LaneParameters(context.services, *m_panel, this)),
      m_presets(new LanePresets(context.theme, context.services, *m_panel, this, &m_view->board())),
      m_sets(new LaneSetMenu(context.services, this)),
      m_export(new ConversationExport(context.theme, context.services, this))
{
    build();
    bindActions();
    bindViews();
    bindSidebar();
    bindExport();
    bindStore();
    startConversation();
    const QByteArray geometry = context.services.settings->preferences().windowGeometry;
    if (geometry.isEmpty() || !restoreGeometry(geometry))
        resize(kUsualSize.boundedTo(screen()->availableSize() * 0.95));
    m_view->focusComposer();
    new FontWarming(context.theme, this);
}

MainWindow::~MainWindow()
{
    hide(); // lanes in windows of their own come back while everything is there
}

void MainWindow::build()
{
    setMinimumSize(kSmallestSize);
    m_sidebar->setFixedWidth(metrics::kSidebarWidth);
    m_panel->setFixedWidth(metrics::kParametersWidth);
    for (FlatButton *button : {m_sidebarButton, m_parametersButton}) {
        button->setIconOnly(true);
        button->setFocusPolicy(Qt::TabFocus);
    }
    m_sidebarButton->setToolTip(Actions::toolTip(ActionId::ToggleSidebar));
    m_parametersButton->setToolTip(Actions::toolTip(ActionId::ToggleParameters));
    m_view->setOuterButtons(m_sidebarButton, m_parametersButton);

    auto *columns = new QHBoxLayout;
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(0);
    columns->addWidget(m_sidebar);
    columns->addWidget(m_sidebarEdge);
    columns->addWidget(m_view, 1);
    columns->addWidget(m_parametersEdge);
    columns->addWidget(m_panel);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_notice);
    layout->addWidget(m_pause);
    layout->addLayout(columns, 1);
}

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
        openNewest();
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
    showStartNotices(m_context.services, *m_notice);
}

void MainWindow::load()
{
    m_context.services.library->load();
    m_context.services.prompts->refresh();
    // Without a key: the key store may ask to be unlocked, which is not the time for it.
    QList<QString> asked;
    for (const app::Lane &lane : m_view->chat()->conversation().lanes()) {
        if (!asked.contains(lane.providerId))
            m_chooser->refresh(m_context.services.provider(lane.providerId), QString());
        asked.append(lane.providerId);
    }
}

void MainWindow::takeOver(const MainWindow &other)
{
    setGeometry(other.geometry());
    setWindowState(other.windowState());
    // What is typed is on its way to the draft; what runs goes on in the chat.
    other.m_parameters->flush();
    showConversation(other.m_conversation);
    if (const auto rewriting = other.m_view->rewriting())
        m_view->resume(*rewriting);
    m_view->tearOut(other.m_view->tornOut());
    m_wanted = {};
    m_loaded = other.m_loaded;
}

void MainWindow::startConversation()
{
    if (m_view->chat() && isUntouched() && m_view->columns().size() == 1) {
        m_view->focusComposer();
        return;
    }
    m_wanted = {};
    const app::Preferences &preferences = m_context.services.settings->preferences();
    const app::Lane lane = usualLane(preferences, m_context.services);
    showConversation(m_context.services.library->create(
        {m_presets->beginning(lane, LanePresets::ModelIs::Free)}));
}

void MainWindow::startConversation(const QString &providerId, const QString &model)
{
    app::Lane lane = usualLane(m_context.services.settings->preferences(), m_context.services);
    auto isModel = LanePresets::ModelIs::Free;
    if (!providerId.isEmpty() || !model.isEmpty()) {
        isModel = LanePresets::ModelIs::Named;
        lane.providerId = providerId.isEmpty() ? lane.providerId : providerId;
        lane.model = model;
        m_isAskedFor = true;
    }
    m_wanted = {};
    showConversation(m_context.services.library->create({m_presets->beginning(lane, isModel)}));
}

bool MainWindow::startSet(const QString &nameOrFile)
{
    const app::ConversationPtr before = m_conversation;
    m_sets->open(nameOrFile);
    return m_conversation != before;
}

void MainWindow::startWith(const QList<app::Lane> &lanes)
{
    m_isAskedFor = true;
    m_wanted = {};
    showConversation(m_context.services.library->create(lanes));
}

void MainWindow::openConversation(app::ConversationId id)
{
    if (m_view->chat() && m_view->chat()->conversation().id() == id)
        return m_view->focusComposer();
    m_wanted = id;
    app::whenDone(m_context.services.library->open(id), this,
                  [this, id](const app::Result<app::ConversationPtr> &conversation) {
                      if (id == m_wanted)
                          opened(conversation);
                  });
}

void MainWindow::opened(const app::Result<app::ConversationPtr> &conversation)
{
    m_wanted = {};
    if (conversation)
        showConversation(*conversation);
    else
        tell(conversation.error());
    setLoaded();
}

void MainWindow::setLoaded()
{
    if (!std::exchange(m_loaded, true))
        emit loaded();
}

void MainWindow::openNewest()
{
    const QList<app::ConversationSummary> &all = m_context.services.library->conversations();
    if (all.isEmpty() || m_isAskedFor || !isUntouched())
        return;
    const app::ConversationId id = all.first().id;
    m_wanted = id;
    app::whenDone(m_context.services.library->open(id), this,
                  [this, id](const app::Result<app::ConversationPtr> &conversation) {
                      if (id != m_wanted)
                          return;
                      // Somebody may have begun to type while it was read.
                      if (isUntouched() && !m_isAskedFor)
                          return opened(conversation);
                      m_wanted = {};
                      setLoaded();
                  });
}

bool MainWindow::isUntouched() const
{
    const app::Conversation &conversation = m_view->chat()->conversation();
    return conversation.path(conversation.lanes().first().id).isEmpty()
           && conversation.children({}).isEmpty() // a sweep leaves the path as it is
           && m_view->composer().draft().isEmpty() && !m_view->chat()->isBusy();
}

void MainWindow::showConversation(const app::ConversationPtr &conversation)
{
    const app::ChatPtr &before = m_view->chat();
    if (before)
        disconnect(&before->conversation(), nullptr, this, nullptr);
    m_parameters->flush();
    const app::ChatPtr chat = m_context.services.chats->chat(conversation);
    m_conversation = conversation;
    m_view->setConversation(conversation, chat);
    m_presets->setChat(chat);
    m_parameters->setChat(chat);
    m_context.services.chats->setShown(conversation->id());
    m_context.services.library->markRead(conversation->id());
    m_sidebar->setCurrent(conversation->id());
    connect(conversation.get(), &app::Conversation::summaryChanged, this, [this] {
        refreshTitle();
        m_sidebar->setCurrent(m_view->chat()->conversation().id());
    });
    refreshTitle();
    m_view->focusComposer();
}

void MainWindow::ask(const QString &prompt, const QStringList &imageFiles)
{
    if (imageFiles.isEmpty()) {
        m_view->chat()->send({prompt, {}});
        return;
    }
    Composer &composer = m_view->composer();
    if (!prompt.isEmpty())
        composer.setDraft({prompt, {}});
    QList<ImageSource> images;
    for (const QString &path : imageFiles)
        images.append(ImageFile{path});
    composer.attach(images);
    if (!prompt.isEmpty())
        composer.sendWhenReady();
}

bool MainWindow::isPreparing() const
{
    return m_view->composer().isPreparing();
}

void MainWindow::refreshModels(const QString &providerId)
{
    m_chooser->refresh(m_context.services.provider(providerId));
}

void MainWindow::refreshTitle()
{
    const QString title = m_view->chat()->conversation().summary().title;
    //: Title of the window: conversation, program.
    setWindowTitle(title.isEmpty() ? tr("Diptych") : tr("%1 — Diptych").arg(title));
}

void MainWindow::bringUp()
{
    m_closing = false;
    setWindowState(windowState() & ~Qt::WindowMinimized);
    QWidget::show();
    raise();
    activateWindow();
}

void MainWindow::tell(const app::Error &error)
{
    m_notice->showMessage(errorSentence(error, {}, {}).text, MessageBar::Tone::Danger);
}

void MainWindow::refreshFolding()
{
    m_folding->fit(width() - m_view->wantedWidth());
}

void MainWindow::toggle(Folding::Part part)
{
    m_folding->toggle(part);
    refreshFolding();
}

void MainWindow::zoom(int percent)
{
    app::Preferences preferences = m_context.services.settings->preferences();
    preferences.textZoomPercent = std::clamp(percent, kSmallestZoom, kLargestZoom);
    m_context.services.settings->setPreferences(preferences);
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

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    refreshFolding();
}

void MainWindow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::ActivationChange && isActiveWindow() && m_view->chat())
        m_context.services.library->markRead(m_view->chat()->conversation().id());
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    remember();
    if (m_context.services.chats->isBusy() && !m_closing) {
        event->ignore();
        askBeforeClosing();
        return;
    }
    event->accept();
    emit closed();
}

void MainWindow::endNow()
{
    remember();
    m_closing = true;
    if (m_context.services.chats->isBusy())
        m_context.services.chats->stopAll();
    else
        emit closed();
}

void MainWindow::askBeforeClosing()
{
    auto *question =
        new QMessageBox(QMessageBox::NoIcon, tr("Diptych"), tr("Replies are still being written."),
                        QMessageBox::NoButton, this);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setInformativeText(tr("Diptych can wait for them without a window, and end then."));
    const QPushButton *wait =
        question->addButton(tr("Wait in the background"), QMessageBox::AcceptRole);
    const QPushButton *stop = question->addButton(tr("Stop them"), QMessageBox::DestructiveRole);
    question->addButton(tr("Stay"), QMessageBox::RejectRole);
    connect(question, &QMessageBox::buttonClicked, this,
            [this, wait, stop](const QAbstractButton *button) {
                m_closing = button == wait || button == stop;
                if (button == stop)
                    m_context.services.chats->stopAll();
                if (!m_closing)
                    return;
                hide();
                if (!m_context.services.chats->isBusy())
                    emit closed();
            });
    question->open();
}

void MainWindow::remember()
{
    app::Preferences preferences = m_context.services.settings->preferences();
    preferences.windowGeometry = saveGeometry();
    m_context.services.settings->setPreferences(preferences);
}

} // namespace ui
