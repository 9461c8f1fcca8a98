// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sweeps/cells_window.h"

#include "app/base/when_done.h"
#include "app/chat/cell_runner.h"
#include "app/services.h"
#include "ui/evaluation/diff_dialog.h"
#include "ui/sweeps/cell_delegate.h"
#include "ui/sweeps/cell_header.h"
#include "ui/sweeps/cell_reader.h"
#include "ui/sweeps/repeat_panel.h"
#include "ui/transcript/transcript_view.h"
#include "ui/widgets/fit_to_screen.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/themed_label.h"
#include "ui/wording/cell_wording.h"
#include "ui/wording/number_wording.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {
constexpr QSize kGridWindowSize{1180, 780};
constexpr int kNarrowestCell = 150;
constexpr int kNarrowestReader = 300;
constexpr qsizetype kPromptCharacters = 160;
} // namespace

CellsWindow::CellsWindow(const ViewContext &context, app::ChatPtr chat, app::RoundId round,
                         QWidget *parent)
    : QDialog(parent), m_context(context), m_chat(std::move(chat)), m_round(round),
      m_model(new CellGridModel(context, m_chat, round, this)),
      m_title(new ThemedLabel(context.theme, TextRole::Title, &Colours::text, this)),
      m_prompt(new ThemedLabel(context.theme, TextRole::Body, &Colours::secondary, this)),
      m_progress(new ThemedLabel(context.theme, TextRole::Body, &Colours::secondary, this)),
      m_bar(new MessageBar(context.theme, this)), m_table(new QTableView(this)),
      m_reader(new CellReader(context, this))
{
    build();
    followRound();
    refresh();
    m_table->setCurrentIndex(m_model->index(0, 0));
    m_table->setFocus();
}

CellsWindow::~CellsWindow()
{
    m_counting.cancel();
}

void CellsWindow::build()
{
    setWindowTitle(gridTitle(m_model->grid()));
    setWindowFlag(Qt::WindowMaximizeButtonHint);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHeader());
    layout->addWidget(m_bar);
    layout->addWidget(new Separator(m_context.theme, Qt::Horizontal, this));
    layout->addWidget(makeBody(), 1);
    if (m_model->grid().kind == app::RoundKind::Repeat) {
        m_statistics = new RepeatPanel(m_context.theme, this);
        layout->addWidget(new Separator(m_context.theme, Qt::Horizontal, this));
        layout->addWidget(m_statistics);
    }
    layout->addWidget(new Separator(m_context.theme, Qt::Horizontal, this));
    layout->addWidget(makeFooter());
    m_bar->setDismissable(false);
    connect(m_bar, &MessageBar::actionTriggered, this, &CellsWindow::act);
    resizeWithinScreen(*this, kGridWindowSize);
}

QWidget *CellsWindow::makeHeader()
{
    auto *header = new QWidget(this);
    m_title->setText(gridTitle(m_model->grid()));
    m_prompt->setText(headline());
    m_prompt->setVisible(!m_prompt->text().isEmpty());
    auto *layout = new QVBoxLayout(header);
    layout->setContentsMargins(metrics::kStep4, metrics::kStep3, metrics::kStep4, metrics::kStep3);
    layout->setSpacing(metrics::kStep1);
    layout->addWidget(m_title);
    layout->addWidget(m_prompt);
    return header;
}

/// What all cells have in common: the prompt where it is one, and the model where that is one.
QString CellsWindow::headline() const
{
    const app::RoundGrid &grid = m_model->grid();
    QStringList words;
    const app::RoundCell first = grid.cells.value(0);
    const app::Run *run = app::runOfCell(m_chat->conversation(), first);
    const QStringList dimensions = grid.rowDimensions + QStringList{grid.columnDimension};
    if (run && !dimensions.contains(app::coordinate::kModel))
        words.append(app::shortModelName(run->model));
    const app::Message *prompt = m_chat->conversation().message(first.prompt);
    if (prompt && !dimensions.contains(app::coordinate::kPrompt))
        words.append(beginningOf(app::textOf(prompt->parts), kPromptCharacters));
    return words.join(u" · "_s);
}

QWidget *CellsWindow::makeBody()
{
    prepareTable();
    auto *body = new QSplitter(Qt::Horizontal, this);
    body->setChildrenCollapsible(false);
    body->setHandleWidth(1);
    m_reader->setMinimumWidth(kNarrowestReader);
    body->addWidget(m_table);
    body->addWidget(m_reader);
    body->setStretchFactor(0, 3);
    body->setStretchFactor(1, 2);
    body->setSizes({3 * kNarrowestReader, 2 * kNarrowestReader});
    connect(m_reader, &CellReader::goOnRequested, this, &CellsWindow::goOn);
    connect(m_reader, &CellReader::compareRequested, this, &CellsWindow::compare);
    connect(m_reader, &CellReader::imageActivated, this, &CellsWindow::imageActivated);
    connect(m_reader, &CellReader::errorActionRequested, this, &CellsWindow::solve);
    const auto change = [this] { stopOrRetry(m_reader->cell()); };
    connect(m_reader, &CellReader::stopRequested, this, change);
    connect(m_reader, &CellReader::retryRequested, this, change);
    return body;
}

void CellsWindow::prepareTable()
{
    auto *delegate = new CellDelegate(m_context.theme, this);
    m_table->setModel(m_model);
    m_table->setItemDelegate(delegate);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setCornerButtonEnabled(false);
    m_table->setAccessibleName(gridTitle(m_model->grid()));
    m_table->setMinimumWidth(kNarrowestCell);
    auto *columns = new CellHeader(m_context.theme, Qt::Horizontal, m_table);
    m_table->setHorizontalHeader(columns);
    columns->setMinimumSectionSize(kNarrowestCell);
    columns->setStretchLastSection(true);
    columns->setVisible(!m_model->grid().columnDimension.isEmpty());
    auto *rows = new CellHeader(m_context.theme, Qt::Vertical, m_table);
    m_table->setVerticalHeader(rows);
    rows->setDefaultSectionSize(delegate->usualHeight());
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &CellsWindow::refreshReader);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        m_compare->setEnabled(m_table->selectionModel()->selectedIndexes().size() == 2);
    });
    connect(m_table, &QTableView::activated, this,
            [this] { m_reader->transcript().setFocus(Qt::OtherFocusReason); });
    auto *stop = new QShortcut(QKeySequence(Qt::Key_Delete), m_table);
    stop->setContext(Qt::WidgetShortcut);
    connect(stop, &QShortcut::activated, this, [this] {
        if (m_table->currentIndex().isValid())
            m_chat->cells().stop(m_model->cell(m_table->currentIndex()).turn);
    });
}

QWidget *CellsWindow::makeFooter()
{
    auto *row = new QWidget(this);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, row);
    m_compare = buttons->addButton(tr("Compare the two chosen"), QDialogButtonBox::ActionRole);
    m_stop = buttons->addButton(tr("Stop all"), QDialogButtonBox::ActionRole);
    auto *exporting = buttons->addButton(tr("Export…"), QDialogButtonBox::ActionRole);
    // Return reads the cell.
    for (QPushButton *button :
         {m_compare, m_stop, exporting, buttons->button(QDialogButtonBox::Close)})
        button->setAutoDefault(false);
    m_compare->setEnabled(false);
    m_compare->setToolTip(
        tr("Choose two answers with Ctrl, then compare them word by word (%1)")
            .arg(QKeySequence(Qt::CTRL | Qt::Key_D).toString(QKeySequence::NativeText)));
    connect(m_compare, &QPushButton::clicked, this, &CellsWindow::compare);
    connect(m_stop, &QPushButton::clicked, this, [this] { m_chat->cells().stop(m_round); });
    connect(exporting, &QPushButton::clicked, this,
            [this] { emit exportRequested(m_chat->conversation().id(), m_round); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(new QShortcut(Qt::CTRL | Qt::Key_D, this), &QShortcut::activated, this,
            &CellsWindow::compare);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(metrics::kStep4, metrics::kStep2, metrics::kStep3, metrics::kStep2);
    layout->setSpacing(metrics::kStep2);
    layout->addWidget(m_progress, 1);
    layout->addWidget(buttons);
    return row;
}

/// All columns share the room there is, as long as they can be read.
void CellsWindow::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    const int each = m_table->viewport()->width() / std::max(1, m_model->columnCount());
    m_table->horizontalHeader()->setDefaultSectionSize(std::max(each, kNarrowestCell));
}

void CellsWindow::followRound()
{
    const app::CellRunner &runner = m_chat->cells();
    const auto ours = [this](app::RoundId round) {
        if (round == m_round)
            refresh();
    };
    connect(&runner, &app::CellRunner::roundBegan, this, ours);
    connect(&runner, &app::CellRunner::roundEnded, this, ours);
    connect(m_model, &CellGridModel::progressChanged, this, &CellsWindow::refresh);
    connect(&m_chat->conversation(), &app::Conversation::lanesChanged, this, &CellsWindow::refresh);
}

void CellsWindow::refresh()
{
    const CellGridModel::Progress progress = m_model->progress();
    m_progress->setText(progressText(progress));
    m_stop->setVisible(progress.running > 0);
    refreshNotice(progress);
    refreshReader();
    refreshStatistics(progress);
}

QString CellsWindow::progressText(const CellGridModel::Progress &progress) const
{
    QStringList said;
    const int answered = progress.cells - progress.running - int(progress.unanswered.size());
    said.append(answered == progress.cells
                    ? answersText(answered)
                    : tr("%1 of %2 answers").arg(countText(answered), countText(progress.cells)));
    if (progress.costUsd > 0) {
        const QString about = progress.costComputed ? u"≈\u2009"_s : QString();
        said.append(about + costText(progress.costUsd));
    }
    return said.join(u" · "_s);
}

void CellsWindow::refreshReader()
{
    const QModelIndex current = m_table->currentIndex();
    if (!current.isValid())
        return;
    const app::RoundCell &cell = m_model->cell(current);
    m_reader->setCell(m_chat, cell, coordinatesText(m_model->grid(), cell.coordinates));
    const bool isRunning =
        m_chat->cells().activity(cell.turn).state != app::LaneActivity::State::Idle;
    m_reader->setState(isRunning, !isRunning && cell.turn
                                      && !app::isUnanswered(m_chat->conversation(), cell)
                                      && laneToGoOn());
}

void CellsWindow::refreshStatistics(const CellGridModel::Progress &progress)
{
    const int ended = progress.cells - progress.running;
    if (!m_statistics || std::exchange(m_counted, ended) == ended)
        return;
    m_counting.cancel();
    m_counting =
        app::prepareStatistics(app::repeatedAnswers(m_chat->conversation(), m_model->grid().cells));
    app::whenDone(m_counting, this, [this](const app::RepeatStatistics &statistics) {
        m_statistics->setStatistics(statistics);
    });
}

/// The lane that it began with, else the first one; none while that is being answered.
app::LaneId CellsWindow::laneToGoOn() const
{
    const app::Conversation &conversation = m_chat->conversation();
    app::LaneId lane = m_model->grid().lane;
    if (!conversation.lane(lane))
        lane = conversation.lanes().first().id;
    return m_chat->activity(lane).isBusy() ? app::LaneId() : lane;
}

void CellsWindow::goOn()
{
    const app::LaneId lane = laneToGoOn();
    const app::MessageId end = app::endOfCell(m_chat->conversation(), m_reader->cell());
    if (!lane || !end)
        return;
    const app::MessageId before = m_chat->conversation().lane(lane)->head;
    m_chat->moveHeads({{lane, end}});
    emit wentOn(lane, before);
}

void CellsWindow::stopOrRetry(const app::RoundCell &cell)
{
    if (m_chat->cells().activity(cell.turn).state != app::LaneActivity::State::Idle)
        m_chat->cells().stop(cell.turn);
    else
        m_chat->cells().retry(m_round, {cell.turn});
}

/// The two that are chosen; else the one that is read with the one before or after it.
void CellsWindow::compare()
{
    QList<ComparedAnswer> answers;
    QList<int> chosen;
    const QItemSelectionModel *selection = m_table->selectionModel();
    const bool isPair = selection->selectedIndexes().size() == 2;
    for (const app::RoundCell &cell : m_model->grid().cells) {
        const app::MessageId end = app::endOfCell(m_chat->conversation(), cell);
        if (!end)
            continue;
        const auto number = int(&cell - m_model->grid().cells.constData());
        const auto columns = int(m_model->grid().columns.size());
        const QModelIndex index = m_model->index(number / columns, number % columns);
        if (isPair ? selection->isSelected(index) : cell == m_reader->cell())
            chosen.append(int(answers.size()));
        answers.append({end, m_model->grid().lane, m_round,
                        coordinatesText(m_model->grid(), cell.coordinates)});
    }
    if (chosen.isEmpty() || answers.size() < 2)
        return;
    if (chosen.size() == 1)
        chosen.append(chosen.first() + 1 < answers.size() ? chosen.first() + 1
                                                          : chosen.first() - 1);
    const std::shared_ptr<app::Conversation> conversation(m_chat, &m_chat->conversation());
    auto *dialog =
        new DiffDialog(m_context.theme, conversation, answers, chosen.first(), chosen.last(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

void CellsWindow::solve(ErrorAction action)
{
    const app::Run *run = app::runOfCell(m_chat->conversation(), m_reader->cell());
    if (!run)
        return;
    if (action == ErrorAction::AllowMoreTime)
        emit timeoutsRequested(run->providerId);
    else if (action == ErrorAction::ChangeKey || action == ErrorAction::OpenProviders)
        emit providersRequested(run->providerId);
}

} // namespace ui
