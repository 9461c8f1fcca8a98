// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evaluation/judgement_window.h"

#include "app/catalogue/model_info.h"
#include "app/chat/judge_runs.h"
#include "ui/evaluation/judge_wording.h"
#include "ui/evaluation/judgement_models.h"
#include "ui/evaluation/plain_text_dialog.h"
#include "ui/widgets/fit_to_screen.h"
#include "ui/widgets/ground.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/plain_table.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/themed_label.h"
#include "ui/wording/number_wording.h"

#include <QComboBox>
#include <QDateTime>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {
constexpr QSize kJudgementWindowSize{860, 680};
constexpr std::chrono::milliseconds kGatherFor{100};
constexpr int kRowsInSight = 8; ///< of the tally, before it scrolls
constexpr int kNarrowestColumn = 72;
constexpr int kVerdictColumn = 190;
constexpr int kShortestPairs = 120;
constexpr int kJudgingLetters = 24; ///< of the name of a judging
} // namespace

JudgementWindow::JudgementWindow(const Theme &theme, app::ChatPtr chat, app::RoundId judging,
                                 QWidget *parent)
    : QDialog(parent), m_theme(theme), m_chat(std::move(chat)), m_judgings(new QComboBox(this)),
      m_sentence(new ThemedLabel(theme, TextRole::Title, &Colours::text, this)),
      m_bar(new MessageBar(theme, this)), m_pairs(new JudgedPairsModel(this)),
      m_tallies(new JudgeTallyModel(this)), m_reasons(new QPlainTextEdit(this))
{
    setWindowTitle(tr("Verdicts of judges"));
    setWindowFlag(Qt::WindowMaximizeButtonHint);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHeader());
    layout->addWidget(m_bar);
    layout->addWidget(new Separator(theme, Qt::Horizontal, this));
    layout->addWidget(makeBody(), 1);
    layout->addWidget(new Separator(theme, Qt::Horizontal, this));
    layout->addWidget(makeFooter());
    resizeWithinScreen(*this, kJudgementWindowSize);
    m_bar->setDismissable(false);
    connect(m_bar, &MessageBar::actionTriggered, this, &JudgementWindow::act);
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(kGatherFor);
    connect(&m_refresh, &QTimer::timeout, this, &JudgementWindow::refresh);
    connect(&m_chat->judgeRuns(), &app::JudgeRuns::changed, this, [this](app::RoundId round) {
        if (round == m_judging.id && !m_refresh.isActive())
            m_refresh.start();
    });
    connect(&m_chat->judgeRuns(), &app::JudgeRuns::ended, this, [this](app::RoundId round) {
        if (round == m_judging.id)
            refresh();
    });
    fillJudgings(judging);
}

JudgementWindow::~JudgementWindow() = default;

QWidget *JudgementWindow::makeHeader()
{
    auto *header = new QWidget(this);
    m_sentence->setWordWrap(true);
    m_judgings->setAccessibleName(tr("Judging"));
    m_judgings->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_judgings->setMinimumContentsLength(kJudgingLetters);
    connect(m_judgings, &QComboBox::currentIndexChanged, this, &JudgementWindow::refresh);
    auto *layout = new QHBoxLayout(header);
    layout->setContentsMargins(metrics::kStep4, metrics::kStep3, metrics::kStep4, metrics::kStep3);
    layout->setSpacing(metrics::kStep3);
    layout->addWidget(m_sentence, 1);
    layout->addWidget(m_judgings, 0, Qt::AlignTop);
    return header;
}

QTableView *JudgementWindow::makeTable(QAbstractItemModel &model, const QString &name)
{
    auto *table = new QTableView(this);
    table->setModel(&model);
    makePlain(*table, name);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setTabKeyNavigation(false);
    table->horizontalHeader()->setMinimumSectionSize(kNarrowestColumn);
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    return table;
}

QWidget *JudgementWindow::makeBody()
{
    m_tallyTable = makeTable(*m_tallies, tr("Answers"));
    m_tallyTable->setSelectionMode(QAbstractItemView::NoSelection);
    m_tallyTable->setFocusPolicy(Qt::NoFocus);
    m_tallyTable->horizontalHeader()->setSectionResizeMode(JudgeTallyModel::Answer,
                                                           QHeaderView::Stretch);
    m_pairTable = makeTable(*m_pairs, tr("Pairs"));
    m_pairTable->setMinimumHeight(kShortestPairs);
    for (const auto column : {JudgedPairsModel::LeftFirst, JudgedPairsModel::RightFirst})
        m_pairTable->horizontalHeader()->setSectionResizeMode(column, QHeaderView::Interactive);
    m_pairTable->horizontalHeader()->setDefaultSectionSize(kVerdictColumn);
    m_pairTable->horizontalHeader()->setStretchLastSection(true);
    connect(m_pairTable->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &JudgementWindow::refreshReasons);
    auto *body = new Ground(m_theme, &Colours::field, this);
    auto *layout = new QVBoxLayout(body);
    layout->setContentsMargins(metrics::kStep3, metrics::kStep2, metrics::kStep3, metrics::kStep2);
    layout->setSpacing(metrics::kStep3);
    layout->addWidget(m_tallyTable);
    layout->addWidget(m_pairTable, 3);
    layout->addWidget(makeReasons(), 2);
    return body;
}

QWidget *JudgementWindow::makeReasons()
{
    auto *part = new QWidget(this);
    auto *caption = new ThemedLabel(m_theme, TextRole::Strong, &Colours::text, part);
    caption->setText(tr("Reasons"));
    caption->setContentsMargins(metrics::kStep1, 0, metrics::kStep1, 0);
    m_reasons->setReadOnly(true);
    m_reasons->setFrameShape(QFrame::NoFrame);
    m_reasons->setTabChangesFocus(true);
    m_reasons->setAccessibleName(tr("Reasons"));
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::kStep1);
    layout->addWidget(new Separator(m_theme, Qt::Horizontal, part));
    layout->addSpacing(metrics::kStep1);
    layout->addWidget(caption);
    layout->addWidget(m_reasons, 1);
    return part;
}

QWidget *JudgementWindow::makeFooter()
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->setContentsMargins(metrics::kStep3, metrics::kStep2, metrics::kStep3, metrics::kStep2);
    m_seen = buttons->addButton(tr("What the judge saw"), QDialogButtonBox::ActionRole);
    m_again = buttons->addButton(tr("Ask again"), QDialogButtonBox::ActionRole);
    m_stop = buttons->addButton(tr("Stop"), QDialogButtonBox::ActionRole);
    for (QPushButton *button : {m_seen, m_again, m_stop})
        button->setAutoDefault(false);
    connect(m_stop, &QPushButton::clicked, this,
            [this] { m_chat->judgeRuns().stop(m_judging.id); });
    connect(m_seen, &QPushButton::clicked, this, &JudgementWindow::showWhatWasSeen);
    connect(m_again, &QPushButton::clicked, this, [this] {
        m_chat->judgeAgain(m_judging.id);
        refresh();
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    return buttons;
}

void JudgementWindow::fillJudgings(app::RoundId chosen)
{
    const app::Conversation &conversation = m_chat->conversation();
    const QSignalBlocker silent(m_judgings);
    for (const app::RoundId id : app::judgingsOf(conversation)) {
        const app::Judging judging = app::readJudging(conversation, id);
        //: A judging: when, by which model.
        m_judgings->addItem(
            tr("%1 · %2").arg(momentText(judging.createdMs, QDateTime::currentMSecsSinceEpoch()),
                              app::shortModelName(judging.model)),
            id.value());
        if (!chosen || chosen == id)
            m_judgings->setCurrentIndex(m_judgings->count() - 1);
    }
    m_judgings->setVisible(m_judgings->count() > 1);
    refresh();
}

void JudgementWindow::refresh()
{
    m_refresh.stop();
    const app::Conversation &conversation = m_chat->conversation();
    const app::RoundId before = m_judging.id;
    m_judging =
        app::readJudging(conversation, app::RoundId(m_judgings->currentData().toLongLong()));
    QStringList letters;
    QStringList names;
    for (const app::MessageId answer : std::as_const(m_judging.answers)) {
        letters.append(answerLetter(conversation, answer));
        names.append(answerName(conversation, answer));
    }
    m_pairs->setPairs(m_judging.pairs, letters);
    m_tallies->setTallies(app::judgeTallies(m_judging.pairs, int(names.size())), names);
    const int rows = std::min(int(names.size()), kRowsInSight);
    m_tallyTable->setFixedHeight(m_tallyTable->horizontalHeader()->sizeHint().height()
                                 + rows * m_tallyTable->verticalHeader()->defaultSectionSize());
    m_sentence->setText(judgingSentence(conversation, m_judging));
    if (before != m_judging.id && !m_judging.pairs.isEmpty())
        m_pairTable->selectRow(0);
    refreshReasons();
    refreshBar();
}

void JudgementWindow::refreshBar()
{
    const bool isBusy = m_chat->judgeRuns().isBusy(m_judging.id);
    const int missing = isBusy ? 0 : m_judging.missing();
    m_stop->setVisible(isBusy);
    m_again->setVisible(missing > 0);
    m_again->setText(tr("Ask again for %n verdict(s)", nullptr, missing));
    const app::LaneActivity obstacle = m_chat->judgeRuns().obstacle(m_judging.id);
    m_barActions.clear();
    ErrorSentence said;
    if (missing > 0) {
        said.text = tr("%n verdict(s) are missing.", nullptr, missing);
    } else if (obstacle.spending) {
        said = spendingSentence(*obstacle.spending, m_judging.model);
    } else if (obstacle.error) {
        said = errorSentence(*obstacle.error, m_judging.providerName, m_judging.model);
        if (obstacle.waitsForServer())
            said.actions = {ErrorAction::Retry};
    }
    if (said.text.isEmpty())
        return m_bar->hide();
    QStringList labels;
    for (const ErrorAction action : std::as_const(said.actions)) {
        m_barActions.append(action);
        labels.append(action == ErrorAction::Retry ? tr("Retry now") : actionLabel(action));
    }
    m_bar->showMessage(said.text, MessageBar::Tone::Warning, labels);
}

void JudgementWindow::act(int number)
{
    app::JudgeRuns &runs = m_chat->judgeRuns();
    switch (m_barActions.value(number, ErrorAction::None)) {
    case ErrorAction::Retry:
        return runs.retryNow(m_judging.id);
    case ErrorAction::SendOnce:
        return runs.sendOnce(m_judging.id);
    case ErrorAction::RaiseCeiling:
        return runs.raiseCeiling(m_judging.id);
    case ErrorAction::SendWithoutSaving:
        return runs.sendWithoutSaving(m_judging.id);
    default:
        return;
    }
}

int JudgementWindow::chosenPair() const
{
    const int row = m_pairTable->currentIndex().row();
    return row < m_judging.pairs.size() ? row : -1;
}

void JudgementWindow::refreshReasons()
{
    const int pair = chosenPair();
    m_seen->setEnabled(pair >= 0);
    const QString text =
        pair < 0 ? QString() : reasonsText(m_chat->conversation(), m_judging, pair);
    if (text != m_reasons->toPlainText()) // what is selected stays
        m_reasons->setPlainText(text);
}

void JudgementWindow::showWhatWasSeen()
{
    const app::JudgeRequest *asked = m_judging.request(chosenPair(), true);
    const app::Message *prompt = asked ? m_chat->conversation().message(asked->prompt) : nullptr;
    if (!prompt)
        return;
    auto *dialog = new PlainTextDialog(m_theme, tr("What the judge saw"),
                                       QString::fromUtf8(app::textOf(prompt->parts)), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

QString JudgementWindow::sentence() const
{
    return m_sentence->text();
}

} // namespace ui
