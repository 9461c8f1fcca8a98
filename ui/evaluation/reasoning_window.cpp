// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evaluation/reasoning_window.h"

#include "app/catalogue/catalogue.h"
#include "ui/evaluation/reasoning_model.h"
#include "ui/widgets/badge_label.h"
#include "ui/widgets/fit_to_screen.h"
#include "ui/widgets/ground.h"
#include "ui/widgets/plain_table.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/themed_label.h"
#include "ui/wording/number_wording.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QPlainTextEdit>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {
constexpr QSize kReasoningWindowSize{760, 560};
constexpr int kNarrowestFigure = 80;
constexpr int kRowsOfLanes = 8; ///< in sight before the table scrolls
} // namespace

ReasoningWindow::ReasoningWindow(const Theme &theme, const app::Catalogue &catalogue,
                                 app::ChatPtr chat, app::RoundId round, QWidget *parent)
    : QDialog(parent), m_theme(theme), m_catalogue(catalogue), m_chat(std::move(chat)),
      m_round(round), m_sentence(new ThemedLabel(theme, TextRole::Title, &Colours::text, this)),
      m_model(new ReasoningModel(this)), m_table(new QTableView(this)),
      m_thoughts(new QPlainTextEdit(this))
{
    setWindowTitle(tr("Thinking compared"));
    setWindowFlag(Qt::WindowMaximizeButtonHint);
    m_sentence->setWordWrap(true);
    m_sentence->setContentsMargins(metrics::kStep4, metrics::kStep3, metrics::kStep4,
                                   metrics::kStep3);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_sentence);
    layout->addWidget(new Separator(theme, Qt::Horizontal, this));
    layout->addWidget(makeBody(), 1);
    layout->addWidget(new Separator(theme, Qt::Horizontal, this));
    layout->addWidget(makeFooter());
    resizeWithinScreen(*this, kReasoningWindowSize);
    connect(m_chat.get(), &app::Chat::turnEnded, this, &ReasoningWindow::refresh);
    connect(&m_catalogue, &app::Catalogue::modelsChanged, this, &ReasoningWindow::refresh);
    refresh();
    m_table->selectRow(0);
}

ReasoningWindow::~ReasoningWindow() = default;

QWidget *ReasoningWindow::makeBody()
{
    m_table->setModel(m_model);
    makePlain(*m_table, tr("Thinking of the lanes"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    QHeaderView *header = m_table->horizontalHeader();
    header->setMinimumSectionSize(kNarrowestFigure);
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(ReasoningModel::LaneName, QHeaderView::Stretch);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &ReasoningWindow::refreshThoughts);

    m_thoughts->setReadOnly(true);
    m_thoughts->setFrameShape(QFrame::NoFrame);
    m_thoughts->setTabChangesFocus(true);
    m_thoughts->setAccessibleName(tr("Thoughts"));
    auto *body = new Ground(m_theme, &Colours::field, this);
    auto *layout = new QVBoxLayout(body);
    layout->setContentsMargins(metrics::kStep3, metrics::kStep2, metrics::kStep3, metrics::kStep2);
    layout->setSpacing(metrics::kStep2);
    layout->addWidget(m_table);
    layout->addWidget(new Separator(m_theme, Qt::Horizontal, body));
    layout->addWidget(m_thoughts, 1);
    return body;
}

QWidget *ReasoningWindow::makeFooter()
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->setContentsMargins(metrics::kStep4, metrics::kStep3, metrics::kStep4, metrics::kStep3);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    return buttons;
}

void ReasoningWindow::refresh()
{
    const app::Conversation &conversation = m_chat->conversation();
    const QList<app::RoundReasoning> lanes =
        app::roundReasoning(conversation, m_round, [this](const app::Run &run) {
            return m_catalogue.model(run.providerId, run.model).prices;
        });
    QStringList names;
    for (const app::RoundReasoning &each : lanes) {
        const app::Lane *lane = conversation.lane(each.lane);
        const QString model = app::shortModelName(each.model);
        //: The name of a lane: letter and model.
        names.append(lane ? tr("%1 · %2").arg(laneLetter(lane->letter), model) : model);
    }
    m_model->setLanes(lanes, names);
    const int rows = std::min(int(lanes.size()), kRowsOfLanes);
    m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height()
                            + rows * m_table->verticalHeader()->defaultSectionSize());
    m_sentence->setText(sentence());
    refreshThoughts();
}

/// Who thought the longest.
QString ReasoningWindow::sentence() const
{
    const QList<app::RoundReasoning> &lanes = m_model->lanes();
    const auto thought = [](const app::RoundReasoning &lane) {
        return lane.characters > 0 || lane.tokens.value_or(0) > 0;
    };
    const auto thinkers = std::ranges::count_if(lanes, thought);
    if (thinkers == 0)
        return tr("Nobody thought in this round, or no thoughts were shown.");
    if (lanes.size() < 2 || thinkers < 2)
        return tr("%n lane(s) thought in this round.", nullptr, int(thinkers));
    const auto longest = std::ranges::max_element(lanes, {}, &app::RoundReasoning::durationMs);
    const app::Lane *lane = m_chat->conversation().lane(longest->lane);
    if (longest->durationMs == 0 || !lane)
        return tr("%n lane(s) thought in this round.", nullptr, int(thinkers));
    //: %1 is the letter of a lane, %2 a duration.
    return tr("%1 thought the longest: %2.")
        .arg(laneLetter(lane->letter),
             durationText(std::chrono::milliseconds(longest->durationMs)));
}

void ReasoningWindow::refreshThoughts()
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    const QByteArray text =
        rows.isEmpty() ? QByteArray() : m_model->lanes().at(rows.first().row()).text;
    const QString shown = text.isEmpty() ? tr("No thoughts were shown.") : QString::fromUtf8(text);
    if (shown != m_thoughts->toPlainText())
        m_thoughts->setPlainText(shown);
}

} // namespace ui
