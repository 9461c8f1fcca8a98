// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window.h"

#include "app/base/when_done.h"
#include "app/library/library.h"
#include "app/library/prompts.h"
#include "app/services.h"
#include "app/settings/settings.h"
#include "ui/composer/composer.h"
#include "ui/export/conversation_export.h"
#include "ui/lane_set_menu.h"
#include "ui/lanes/conversation_view.h"
#include "ui/lanes/lane_board.h"
#include "ui/lanes/lane_column.h"
#include "ui/lanes/lane_parameters.h"
#include "ui/model_chooser.h"
#include "ui/parameters/parameter_panel.h"
#include "ui/pause_bar.h"
#include "ui/presets/lane_presets.h"
#include "ui/sidebar/sidebar.h"
#include "ui/theme/theme.h"
#include "ui/transcript/font_warming.h"
#include "ui/widgets/flat_button.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/separator.h"
#include "ui/wording/error_wording.h"

#include <QApplication>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QMessageBox>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize kUsualSize{1480, 920};
constexpr QSize kSmallestSize{420, 360};
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
    m_view->setRewritings(other.m_view->rewritings());
    showConversation(other.m_conversation);
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

/// The one that was shown at the end; where something went on without the window, or the program
/// came to no proper end, the one changed last.
app::ConversationId MainWindow::lastShown() const
{
    const app::Preferences &preferences = m_context.services.settings->preferences();
    const QList<app::ConversationSummary> &all = m_context.services.library->conversations();
    const auto shown = std::ranges::find(all, app::ConversationId(preferences.shownConversation),
                                         &app::ConversationSummary::id);
    const bool isNewest = all.first().changedMs > preferences.closedMs;
    return isNewest || shown == all.cend() ? all.first().id : shown->id;
}

void MainWindow::openLast()
{
    if (m_context.services.library->conversations().isEmpty() || m_isAskedFor || !isUntouched())
        return;
    const app::ConversationId id = lastShown();
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
    connect(conversation.get(), &app::Conversation::summaryChanged, this,
            &MainWindow::refreshTitle);
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

/// With the windows of pictures, records and lanes.
void MainWindow::goIntoBackground()
{
    for (QWidget *window : QApplication::topLevelWidgets()) {
        if (!window->isVisible())
            continue;
        m_inBackground.append(window);
        window->hide();
    }
}

void MainWindow::bringUp()
{
    m_closing = false;
    setWindowState(windowState() & ~Qt::WindowMinimized);
    for (const QPointer<QWidget> &window : std::exchange(m_inBackground, {})) {
        if (window)
            window->show();
    }
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
    const bool canWait = !m_context.services.chats->waitsForUser();
    question->setInformativeText(
        canWait ? tr("Diptych can wait for them without a window, and end then.")
                : tr("One of them asks you about the call of a tool."));
    const QPushButton *wait =
        canWait ? question->addButton(tr("Wait in the background"), QMessageBox::AcceptRole)
                : nullptr;
    const QPushButton *stop = question->addButton(tr("Stop them"), QMessageBox::DestructiveRole);
    question->addButton(tr("Stay"), QMessageBox::RejectRole);
    connect(question, &QMessageBox::buttonClicked, this,
            [this, wait, stop](const QAbstractButton *button) {
                m_closing = button == wait || button == stop;
                if (button == stop)
                    m_context.services.chats->stopAll();
                if (!m_closing)
                    return;
                goIntoBackground();
                if (!m_context.services.chats->isBusy())
                    emit closed();
            });
    question->open();
}

void MainWindow::remember()
{
    app::Preferences preferences = m_context.services.settings->preferences();
    preferences.windowGeometry = saveGeometry();
    preferences.shownConversation = m_view->chat()->conversation().id().value();
    preferences.closedMs = m_context.services.clock->nowMs();
    m_context.services.settings->setPreferences(preferences);
}

} // namespace ui
