// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tools/calls_window.h"

#include "app/catalogue/model_info.h"
#include "app/chat/blind_rounds.h"
#include "app/chat/round_calls.h"
#include "ui/tools/calls_model.h"
#include "ui/tools/readable_text.h"
#include "ui/widgets/badge_label.h"
#include "ui/widgets/fit_to_screen.h"
#include "ui/widgets/ground.h"
#include "ui/widgets/plain_table.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/themed_label.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QPlainTextEdit>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {
constexpr QSize kCallsWindowSize{960, 620};
constexpr int kCallSignWidth = 32;
constexpr int kCallToolWidth = 170;
constexpr int kCallLaneWidth = 260;
} // namespace

CallsWindow::CallsWindow(const Theme &theme, app::ChatPtr chat, app::RoundId round, QWidget *parent)
    : QDialog(parent), m_theme(theme), m_chat(std::move(chat)), m_round(round),
      m_sentence(new ThemedLabel(theme, TextRole::Title, &Colours::text, this)),
      m_model(new CallsModel(theme, this)), m_table(new QTableView(this)),
      m_whole(new QPlainTextEdit(this))
{
    setWindowTitle(tr("Calls compared"));
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
    resizeWithinScreen(*this, kCallsWindowSize);
    connect(m_chat.get(), &app::Chat::turnEnded, this, &CallsWindow::refresh);
    connect(m_chat.get(), &app::Chat::callsChanged, this, &CallsWindow::refresh);
    refresh();
    m_table->setCurrentIndex(m_model->index(0, CallsModel::FirstLane));
    m_table->setFocus();
}

CallsWindow::~CallsWindow() = default;

QWidget *CallsWindow::makeBody()
{
    m_table->setModel(m_model);
    makePlain(*m_table, tr("Calls of the lanes"));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setSelectionBehavior(QAbstractItemView::SelectItems);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->setDefaultSectionSize(2 * m_table->fontMetrics().lineSpacing()
                                                     + metrics::kStep3);
    m_table->horizontalHeader()->setMinimumSectionSize(kCallSignWidth);
    m_table->horizontalHeader()->setStretchLastSection(true);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &CallsWindow::refreshWhole);
    m_whole->setReadOnly(true);
    m_whole->setFrameShape(QFrame::NoFrame);
    m_whole->setTabChangesFocus(true);
    m_whole->setFont(m_theme.font(TextRole::Code));
    m_whole->setAccessibleName(tr("The chosen call"));
    auto *body = new Ground(m_theme, &Colours::field, this);
    auto *layout = new QVBoxLayout(body);
    layout->setContentsMargins(metrics::kStep3, metrics::kStep2, metrics::kStep3, metrics::kStep2);
    layout->setSpacing(metrics::kStep2);
    layout->addWidget(m_table, 1);
    layout->addWidget(new Separator(m_theme, Qt::Horizontal, body));
    layout->addWidget(m_whole, 1);
    return body;
}

QWidget *CallsWindow::makeFooter()
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->setContentsMargins(metrics::kStep4, metrics::kStep3, metrics::kStep4, metrics::kStep3);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    return buttons;
}

void CallsWindow::refresh()
{
    const app::Conversation &conversation = m_chat->conversation();
    const app::RoundCalls calls = app::roundCalls(conversation, m_round);
    QStringList names;
    for (const app::LaneId id : calls.lanes) {
        const QString letter = laneLetter(app::shownLetter(conversation, id));
        const app::Lane *lane = conversation.lane(id);
        //: The name of a lane: letter and model.
        names.append(conversation.veiledRound() || !lane
                         ? letter
                         : tr("%1 · %2").arg(letter, app::shortModelName(lane->model)));
    }
    const QModelIndex chosen = m_table->currentIndex();
    m_model->setCalls(calls, names);
    m_table->setColumnWidth(CallsModel::Sign, kCallSignWidth);
    m_table->setColumnWidth(CallsModel::Tool, kCallToolWidth);
    for (int column = CallsModel::FirstLane; column < m_model->columnCount(); ++column)
        m_table->setColumnWidth(column, kCallLaneWidth);
    if (chosen.isValid())
        m_table->setCurrentIndex(m_model->index(chosen.row(), chosen.column()));
    m_sentence->setText(sentence());
    refreshWhole();
}

QString CallsWindow::sentence() const
{
    const app::RoundCalls &calls = m_model->calls();
    if (calls.calls.isEmpty())
        return tr("Nobody called a tool in this round.");
    if (calls.lanes.size() < 2)
        return tr("%n call(s) in this round.", nullptr, int(calls.calls.size()));
    const auto differing =
        std::ranges::count(calls.calls, false, [](const auto &call) { return call.isSame; });
    if (differing == 0)
        return tr("All lanes made the same calls.");
    return tr("%n call(s) differ, marked with ≠.", nullptr, int(differing));
}

QString CallsWindow::wholeText() const
{
    return m_whole->toPlainText();
}

void CallsWindow::refreshWhole()
{
    QString shown;
    if (const app::RoundCall *call = m_model->call(m_table->currentIndex())) {
        shown = callEndText(*call) + u"\n\n"_s + textToRead(call->call.arguments);
        if (call->result && !call->result->arguments.isEmpty())
            shown += u"\n\n"_s + tr("You had it called with") + u'\n'
                     + textToRead(call->result->arguments);
        if (call->result)
            shown += u"\n\n"_s + tr("The model was told") + u'\n' + textToRead(call->result->text);
    } else {
        shown = tr("Choose the call of a lane.");
    }
    if (shown != m_whole->toPlainText())
        m_whole->setPlainText(shown);
}

} // namespace ui
