// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lanes/lane_column.h"

#include "app/catalogue/balances.h"
#include "app/catalogue/catalogue.h"
#include "app/chat/blind_rounds.h"
#include "app/services.h"
#include "app/settings/settings.h"
#include "ui/json/json_panel.h"
#include "ui/json/json_splitter.h"
#include "ui/lanes/empty_lane.h"
#include "ui/lanes/lane_header.h"
#include "ui/lanes/lane_prompt.h"
#include "ui/lanes/lane_source.h"
#include "ui/lanes/replay_bar.h"
#include "ui/record/record_window.h"
#include "ui/theme/theme.h"
#include "ui/tools/call_panel.h"
#include "ui/transcript/transcript_view.h"
#include "ui/widgets/badge_label.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/separator.h"
#include "ui/wording/finish_wording.h"
#include "ui/wording/number_wording.h"

#include <QStackedLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

using app::LaneActivity;

namespace {
constexpr std::chrono::milliseconds kTick{250};
/// Shorter waits are not worth a figure.
constexpr std::chrono::milliseconds kWorthSaying{1000};
} // namespace

LaneColumn::LaneColumn(const ViewContext &context, app::ConversationPtr conversation,
                       app::ChatPtr chat, app::LaneId lane, QWidget *parent)
    : QWidget(parent), m_context(context), m_conversation(std::move(conversation)),
      m_chat(std::move(chat)), m_lane(lane), m_header(new LaneHeader(context.theme, this)),
      m_strip(new MetricsStrip(context.theme, this)),
      m_stripEdge(new Separator(context.theme, Qt::Horizontal, this)),
      m_bar(new MessageBar(context.theme, this)), m_stack(new QStackedLayout),
      m_empty(new EmptyLane(context.theme, this)),
      m_transcript(new TranscriptView(context.theme, context.frames, this)),
      m_json(new JsonPanel(context, this)),
      m_calls(new CallPanel(context.theme, context.services, m_chat, lane, this))
{
    build();
    bindTranscript();
    followConversation();
    m_tick.setInterval(kTick);
    connect(&m_tick, &QTimer::timeout, this, &LaneColumn::refreshStrip);
    refreshModel();
    refreshDifferences();
    refreshEmpty();
    refreshActivity();
    refreshFigures();
}

LaneColumn::~LaneColumn() = default;

void LaneColumn::build()
{
    m_stack->addWidget(m_transcript);
    m_stack->addWidget(m_empty);
    auto *content = new QWidget(this);
    content->setLayout(m_stack);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(new Separator(m_context.theme, Qt::Horizontal, this));
    layout->addWidget(m_strip);
    layout->addWidget(m_stripEdge);
    layout->addWidget(m_bar);
    layout->addWidget(new ReplayBar(m_context.theme, m_chat, m_lane, this));
    layout->addWidget(new JsonSplitter(content, m_json, this), 1);
    layout->addWidget(m_calls);

    connect(m_header, &LaneHeader::modelRequested, this,
            [this] { emit modelRequested(m_lane, m_header->modelAnchor()); });
    connect(m_header, &LaneHeader::compareRequested, this,
            [this] { emit compareRequested(m_lane, m_header->modelAnchor()); });
    connect(m_header, &LaneHeader::stopRequested, this, [this] { m_chat->stop(m_lane); });
    connect(m_empty, &EmptyLane::providersRequested, this,
            [this] { emit providersRequested(QString()); });
    connect(m_empty, &EmptyLane::modelRequested, this,
            [this] { emit modelRequested(m_lane, m_header->modelAnchor()); });
    connect(m_calls, &CallPanel::focusLeft, this, &LaneColumn::focusContent);
    connect(m_bar, &MessageBar::actionTriggered, this,
            [this](int index) { act(m_barActions.at(index), m_chat->activity(m_lane).reply); });
    // What blocks the lane stays in sight until something is done about it.
    m_bar->setDismissable(false);
}

void LaneColumn::bindTranscript()
{
    app::Services &services = m_context.services;
    m_transcript->setImageLoader(
        [&store = *services.store](const QByteArray &sha256) { return store.blob(sha256); });
    m_transcript->setImageFetcher(
        [&http = *services.http](const app::HttpRequest &request) { return http.fetch(request); });
    const auto takeZoom = [this, &settings = *services.settings] {
        m_transcript->setTextZoom(settings.preferences().textZoomPercent);
    };
    connect(services.settings.get(), &app::Settings::preferencesChanged, this, takeZoom);
    takeZoom();
    m_transcript->setSource(std::make_unique<LaneSource>(m_conversation, m_chat, m_lane, services));
    m_transcript->setOffersJson(true);
    m_json->follow(*m_transcript->source());
    connect(m_transcript, &TranscriptView::jsonRequested, m_json, &JsonPanel::showAnswer);
    // Room for the bar is kept at all times: text that grows past the end does not jump aside.
    m_transcript->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    m_transcript->setAutoFillBackground(true);
    const auto restyle = [this] {
        QPalette ground = m_transcript->palette();
        ground.setColor(QPalette::Window, m_context.theme.colours().transcript);
        m_transcript->setPalette(ground);
    };
    connect(&m_context.theme, &Theme::changed, this, restyle);
    restyle();

    connect(m_transcript, &TranscriptView::retryRequested, this,
            [this](app::MessageId reply) { m_chat->retry(m_lane, reply); });
    connect(m_transcript, &TranscriptView::continueRequested, this,
            [this](app::MessageId reply) { m_chat->continueReply(m_lane, reply); });
    bindAnswers();
    connect(m_transcript, &TranscriptView::branchRequested, this,
            [this](app::MessageId sibling) { m_chat->showBranch(m_lane, sibling); });
    connect(m_transcript, &TranscriptView::editRequested, this,
            [this](app::MessageId message) { emit editRequested(m_lane, message); });
    connect(m_transcript, &TranscriptView::errorActionRequested, this,
            [this](app::MessageId reply, ErrorAction action) { act(action, reply); });
    connect(m_transcript, &TranscriptView::retryRoundRequested, this,
            &LaneColumn::retryRoundRequested);
    connect(m_transcript, &TranscriptView::goOnRequested, this,
            [this](app::MessageId reply) { emit goOnRequested(m_lane, reply); });
    connect(m_transcript, &TranscriptView::comparisonRequested, this,
            &LaneColumn::comparisonRequested);
    connect(m_transcript, &TranscriptView::detailsRequested, this, &LaneColumn::showDetails);
    connect(m_transcript, &TranscriptView::imageActivated, this, [this](ActivatedImage image) {
        image.chat = m_chat;
        emit imageActivated(image);
    });
    connect(m_transcript, &TranscriptView::zoomRequested, this, &LaneColumn::zoomRequested);
}

void LaneColumn::showDetails(const QList<app::MessageId> &replies)
{
    auto *record =
        new RecordWindow(m_context, m_conversation, replies, RecordWindow::Rerun::Offered, this);
    record->setAttribute(Qt::WA_DeleteOnClose);
    connect(record, &RecordWindow::runAgainRequested, this,
            [this](app::MessageId reply) { m_chat->runAgain(m_lane, reply); });
    record->show();
}

void LaneColumn::act(ErrorAction action, app::MessageId reply)
{
    const app::LaneActivity activity = m_chat->activity(m_lane);
    switch (action) {
    case ErrorAction::None:
        return;
    case ErrorAction::ChangeKey:
    case ErrorAction::OpenProviders:
        if (const app::Lane *shown = lane())
            emit providersRequested(shown->providerId);
        return;
    case ErrorAction::Retry:
        if (activity.waitsForServer())
            m_chat->retryNow(m_lane);
        else
            m_chat->retry(m_lane, reply);
        return;
    case ErrorAction::GoOnWithout:
        if (const std::optional<app::Error> error = errorOf(reply))
            m_chat->retryWithout(m_lane, reply, *error);
        return;
    case ErrorAction::ChooseModel:
        emit modelRequested(m_lane, m_header->modelAnchor());
        return;
    case ErrorAction::OpenTools:
        emit toolsRequested();
        return;
    case ErrorAction::AllowMoreTime:
        if (const app::Lane *shown = lane())
            emit timeoutsRequested(shown->providerId);
        return;
    case ErrorAction::SendWithoutSaving:
        m_chat->sendWithoutSaving(m_lane);
        return;
    case ErrorAction::SendOnce:
        m_chat->sendOnce(m_lane);
        return;
    case ErrorAction::RaiseCeiling:
        m_chat->raiseCeiling(m_lane);
        return;
    case ErrorAction::Stop:
        m_chat->stop(m_lane);
        return;
    }
}

std::optional<app::Error> LaneColumn::errorOf(app::MessageId reply) const
{
    const app::Message *message = m_conversation->message(reply);
    const app::Run *run = message ? m_conversation->run(message->run) : nullptr;
    return run ? run->error : std::nullopt;
}

void LaneColumn::followConversation()
{
    const app::Conversation &shown = *m_conversation;
    const auto ours = [this](app::LaneId lane, auto refresh) {
        if (lane == m_lane)
            (this->*refresh)();
    };
    connect(&shown, &app::Conversation::laneChanged, this, [this, ours](app::LaneId lane) {
        ours(lane, &LaneColumn::refreshModel);
        ours(lane, &LaneColumn::refreshPrompt);
        ours(lane, &LaneColumn::refreshName);
        refreshDifferences();
    });
    connect(&shown, &app::Conversation::lanesChanged, this, &LaneColumn::refreshDifferences);
    connect(&shown, &app::Conversation::pathChanged, this, [this](app::LaneId lane) {
        if (lane != m_lane)
            return;
        refreshEmpty();
        refreshFigures();
    });
    connect(&shown, &app::Conversation::runChanged, this, &LaneColumn::refreshFigures);
    connect(&shown, &app::Conversation::messageGrew, this, &LaneColumn::grow);
    connect(m_chat.get(), &app::Chat::activityChanged, this,
            [ours](app::LaneId lane) { ours(lane, &LaneColumn::refreshActivity); });
    connect(m_chat.get(), &app::Chat::heldBackChanged, this, &LaneColumn::refreshActivity);
    connect(&shown, &app::Conversation::roundChanged, this, &LaneColumn::refreshVeil);
    connect(m_context.services.catalogue.get(), &app::Catalogue::modelsChanged, this,
            &LaneColumn::refreshContext);
    connect(m_context.services.balances.get(), &app::Balances::changed, this,
            &LaneColumn::refreshAccount);
    connect(m_context.services.settings.get(), &app::Settings::providersChanged, this,
            &LaneColumn::refreshModel);
}

const app::Lane *LaneColumn::lane() const
{
    return m_conversation->lane(m_lane);
}

void LaneColumn::setStandings(const MetricsStrip::Standings &standings)
{
    if (standings == m_standings)
        return;
    m_standings = standings;
    refreshStrip();
}

void LaneColumn::focusContent()
{
    const bool isEmpty = m_stack->currentWidget() == m_empty;
    QWidget *target = isEmpty ? m_header->modelAnchor() : m_transcript;
    target->setFocus(Qt::ShortcutFocusReason);
}

void LaneColumn::setAmongOthers(bool amongOthers)
{
    m_amongOthers = amongOthers;
    if (lane())
        m_header->setLetter(app::shownLetter(*m_conversation, m_lane), amongOthers);
    m_header->setDraggable(amongOthers && !isVeiled());
    m_transcript->setAmongOthers(amongOthers);
    refreshName();
    refreshPrompt();
    refreshActivity();
}

void LaneColumn::refreshModel()
{
    const app::Lane *shown = lane();
    if (!shown)
        return;
    if (isVeiled()) {
        m_header->hideModel();
        m_empty->setDemo(false, false);
        return refreshContext();
    }
    const bool isDemo = shown->providerId == app::demoProvider().id;
    const app::Provider provider = m_context.services.provider(shown->providerId);
    const bool isKnown = !provider.baseUrl.isEmpty();
    m_header->setModel(shown->model, isKnown ? provider.name : tr("removed provider"));
    m_empty->setDemo(isDemo, !m_context.services.settings->providers().isEmpty());
    refreshContext();
}

/// Screen readers say where one is.
void LaneColumn::refreshName()
{
    const app::Lane *shown = lane();
    if (!shown || !m_amongOthers) {
        setAccessibleName({});
        return m_transcript->setAccessibleName(tr("Transcript"));
    }
    const QString letter = laneLetter(app::shownLetter(*m_conversation, m_lane));
    if (isVeiled())
        showVeiledName();
    else
        //: %1 is the letter of a lane, %2 its model.
        setAccessibleName(tr("Lane %1: %2").arg(letter, app::shortModelName(shown->model)));
    m_transcript->setAccessibleName(tr("Transcript of lane %1").arg(letter));
}

void LaneColumn::refreshPrompt()
{
    const app::Lane *shown = lane();
    const bool isWanted = m_amongOthers && shown && shown->detached;
    if (isWanted == (m_prompt != nullptr))
        return;
    if (!isWanted) {
        m_prompt->hide();
        m_prompt->deleteLater();
        m_prompt = nullptr;
        return;
    }
    m_prompt = new LanePrompt(m_context, m_chat, m_lane, this);
    layout()->addWidget(m_prompt);
    connect(m_prompt, &LanePrompt::aboutToSend, this, &LaneColumn::aboutToSend);
    connect(m_prompt, &LanePrompt::editLastRequested, this,
            [this] { emit editLastRequested(m_lane); });
}

void LaneColumn::refreshDifferences()
{
    if (isVeiled())
        return m_header->setDifferences({}, {});
    const QList<app::Lane> &lanes = m_conversation->lanes();
    m_header->setDifferences(promptDifference(lanes, m_lane), toolsDifference(lanes, m_lane));
}

void LaneColumn::refreshContext()
{
    const app::Lane *shown = lane();
    if (!shown)
        return;
    if (isVeiled()) {
        m_header->setContext({}, {});
        return m_empty->setProblem({});
    }
    refreshGauge();
    refreshAccount();
    refreshProblem();
}

/// A set from elsewhere may name what is not here. The model is asked all the same.
void LaneColumn::refreshProblem()
{
    const app::Lane *shown = lane();
    const app::Provider provider = m_context.services.provider(shown->providerId);
    if (provider.baseUrl.isEmpty()) {
        m_empty->setProblem(tr("The provider “%1” is not set up here. Choose another model, or add "
                               "the provider.")
                                .arg(shortened(shown->providerId, 60)));
        return;
    }
    const QList<app::ModelInfo> listed = m_context.services.catalogue->models(shown->providerId);
    const bool isListed = std::ranges::any_of(
        listed, [&](const app::ModelInfo &model) { return model.id == shown->model; });
    m_empty->setProblem(listed.isEmpty() || isListed
                            ? QString()
                            : tr("%1 does not list the model “%2”. It can be asked all the same.")
                                  .arg(provider.name, shortened(shown->model, 60)));
}

void LaneColumn::refreshEmpty()
{
    const bool isEmpty = m_conversation->path(m_lane).isEmpty();
    m_stack->setCurrentIndex(isEmpty ? 1 : 0);
    m_strip->setVisible(!isEmpty);
    m_stripEdge->setVisible(!isEmpty);
}

void LaneColumn::refreshActivity()
{
    const app::LaneActivity activity = m_chat->activity(m_lane);
    m_meter.activity(activity, m_context.services.clock->monotonic());
    m_header->setStopShown(m_amongOthers && activity.isBusy() && !isHeldBack());
    if (activity.isBusy())
        m_tick.start();
    else
        m_tick.stop();

    refreshBar();
    refreshFigures();
}

/// What went wrong while the lane has not come to an end: once it has, the transcript tells.
void LaneColumn::refreshBar()
{
    const app::LaneActivity activity = m_chat->activity(m_lane);
    const app::Lane *shown = lane();
    const bool waits = activity.waitsForServer();
    const bool isBlocked = activity.state == LaneActivity::State::Blocked;
    const bool isKeptQuiet = isHeldBack() && !isBlocked; // when it comes is nobody's business
    if (!shown || !(activity.error || activity.spending) || !(waits || isBlocked) || isKeptQuiet)
        return m_bar->hide();
    const ErrorSentence sentence =
        isVeiled() ? veiledSentence(activity)
        : activity.spending
            ? spendingSentence(*activity.spending, shown->model)
            : errorSentence(*activity.error, m_context.services.provider(shown->providerId).name,
                            shown->model);
    m_barActions = waits ? QList{ErrorAction::Retry} : sentence.actions;
    m_barActions.append(ErrorAction::Stop);
    QStringList labels;
    for (const ErrorAction action : std::as_const(m_barActions))
        labels.append(waits && action == ErrorAction::Retry ? tr("Retry now")
                                                            : actionLabel(action));
    m_bar->showMessage(sentence.text, MessageBar::Tone::Warning, labels);
}

void LaneColumn::grow(app::MessageId message)
{
    if (message != m_chat->activity(m_lane).reply)
        return;
    if (const app::Message *reply = m_conversation->message(message))
        m_meter.grew(writtenBytes(*reply), m_context.services.clock->monotonic());
}

void LaneColumn::refreshFigures()
{
    const LaneFigures before = m_figures;
    m_figures = isVeiled()                          ? LaneFigures()
                : m_chat->activity(m_lane).isBusy() ? m_meter.figures()
                                                    : figuresOf(*m_conversation, m_lane);
    refreshGauge();
    refreshStrip();
    if (m_figures != before)
        emit figuresChanged();
}

void LaneColumn::refreshStrip()
{
    if (m_tick.isActive() && !isVeiled())
        m_figures = m_meter.figures();
    m_strip->setFigures(m_figures, doing(), m_standings);
    if (m_tick.isActive())
        refreshGauge();
}

QString LaneColumn::doing() const
{
    if (isVeiled())
        return veiledDoing();
    const app::LaneActivity activity = m_chat->activity(m_lane);
    using State = LaneActivity::State;
    if (activity.state == State::Idle || activity.state == State::Answering)
        return {};
    if (activity.waitsForServer()) {
        const qint64 leftMs = activity.retryAtMs - m_context.services.clock->nowMs();
        const auto seconds = int(std::max<qint64>(0, (leftMs + 999) / 1000));
        return tr("trying again in %n s", nullptr, seconds);
    }
    const auto waited = m_meter.waited(m_context.services.clock->monotonic());
    if (activity.state != State::Waiting || !waited || *waited < kWorthSaying)
        return activityText(activity.state);
    if (asksForFlex())
        //: %1 is a duration; the service tier “flex” makes requests wait.
        return tr("queueing in tier “flex”, %1").arg(durationText(*waited));
    //: What a lane is doing, and for how long: "waiting for the first token, 12 s".
    return tr("%1, %2").arg(activityText(activity.state), durationText(*waited));
}

} // namespace ui
