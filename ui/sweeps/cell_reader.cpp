// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sweeps/cell_reader.h"

#include "app/services.h"
#include "app/settings/settings.h"
#include "ui/record/record_window.h"
#include "ui/sweeps/cell_source.h"
#include "ui/tools/whole_call.h"
#include "ui/transcript/transcript_view.h"
#include "ui/widgets/flat_button.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/themed_label.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

CellReader::CellReader(const ViewContext &context, QWidget *parent)
    : Ground(context.theme, &Colours::transcript, parent), m_context(context),
      m_title(new ThemedLabel(context.theme, TextRole::Strong, &Colours::text, this)),
      m_goOn(new FlatButton(context.theme, u"chevron-right"_s, tr("Go on with this answer"), this)),
      m_compare(new FlatButton(context.theme, u"compare"_s, tr("Compare…"), this)),
      m_retry(new FlatButton(context.theme, u"retry"_s, tr("Ask again"), this)),
      m_stop(new FlatButton(context.theme, u"stop"_s, tr("Stop this answer"), this)),
      m_transcript(new TranscriptView(context.theme, context.frames, this))
{
    build();
    bindTranscript();
}

CellReader::~CellReader() = default;

void CellReader::build()
{
    m_goOn->setToolTip(tr("The lane goes on below this answer. What it said before is kept."));
    m_goOn->setTone(FlatButton::Tone::Accent);
    m_compare->setToolTip(tr("Compare with another answer of the grid, word by word"));
    auto *row = new QVBoxLayout;
    row->setContentsMargins(metrics::kStep2, 0, metrics::kStep2, metrics::kStep1);
    auto *actions = new FlowLayout(metrics::kStep1);
    row->addLayout(actions);
    for (FlatButton *button : {m_goOn, m_compare, m_retry, m_stop}) {
        button->setFocusPolicy(Qt::TabFocus);
        actions->addWidget(button);
    }
    m_title->setContentsMargins(metrics::kStep3, metrics::kStep2, metrics::kStep3, metrics::kStep1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_title);
    layout->addLayout(row);
    layout->addWidget(new Separator(m_context.theme, Qt::Horizontal, this));
    layout->addWidget(m_transcript, 1);
    connect(m_goOn, &FlatButton::clicked, this, &CellReader::goOnRequested);
    connect(m_compare, &FlatButton::clicked, this, &CellReader::compareRequested);
    connect(m_retry, &FlatButton::clicked, this, &CellReader::retryRequested);
    connect(m_stop, &FlatButton::clicked, this, &CellReader::stopRequested);
}

void CellReader::bindTranscript()
{
    app::Services &services = m_context.services;
    m_transcript->setAccessibleName(tr("The answer"));
    m_transcript->setImageLoader(
        [&store = *services.store](const QByteArray &sha256) { return store.blob(sha256); });
    const auto takeZoom = [this, &settings = *services.settings] {
        m_transcript->setTextZoom(settings.preferences().textZoomPercent);
    };
    connect(services.settings.get(), &app::Settings::preferencesChanged, this, takeZoom);
    takeZoom();
    connect(m_transcript, &TranscriptView::retryRequested, this, &CellReader::retryRequested);
    connect(m_transcript, &TranscriptView::comparisonRequested, this,
            &CellReader::compareRequested);
    connect(m_transcript, &TranscriptView::detailsRequested, this, &CellReader::showDetails);
    connect(m_transcript, &TranscriptView::callRequested, this,
            [this](const QList<app::MessageId> &messages, int call) {
                showWholeCall(m_context.theme, *m_context.services.store, *m_conversation, messages,
                              call, this);
            });
    m_transcript->setImageFetcher(
        [&http = *services.http](const app::HttpRequest &request) { return http.fetch(request); });
    connect(m_transcript, &TranscriptView::imageActivated, this, [this](ActivatedImage image) {
        image.chat = m_chat;
        image.turn = m_cell.turn;
        emit imageActivated(image);
    });
    connect(m_transcript, &TranscriptView::errorActionRequested, this,
            [this](app::MessageId, ErrorAction action) {
                if (action == ErrorAction::Retry)
                    emit retryRequested();
                else
                    emit errorActionRequested(action);
            });
}

void CellReader::showDetails(const QList<app::MessageId> &replies)
{
    auto *record =
        new RecordWindow(m_context, m_conversation, replies, RecordWindow::Rerun::NotOffered, this);
    record->setAttribute(Qt::WA_DeleteOnClose);
    record->show();
}

void CellReader::setCell(const app::ChatPtr &chat, const app::RoundCell &cell, const QString &title)
{
    m_title->setText(title);
    if (cell == m_cell)
        return;
    m_cell = cell;
    m_chat = chat;
    if (!cell.turn)
        return m_transcript->setSource(nullptr);
    // The chat outlives the source, and with it the conversation.
    const std::shared_ptr<app::Conversation> conversation(chat, &chat->conversation());
    m_conversation = conversation;
    m_transcript->setSource(std::make_unique<CellSource>(conversation, cell));
    // What is written is followed, what is there is read from its beginning.
    if (app::stateOfCell(*conversation, cell) != app::MessageState::Streaming)
        m_transcript->scrollToMessage(cell.prompt);
}

void CellReader::setState(bool running, bool canGoOn)
{
    m_stop->setVisible(running);
    m_retry->setVisible(!running && m_cell.turn);
    m_compare->setEnabled(m_cell.turn.isValid());
    m_goOn->setEnabled(canGoOn);
}

} // namespace ui
