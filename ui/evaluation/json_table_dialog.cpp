// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evaluation/json_table_dialog.h"

#include "app/base/when_done.h"
#include "app/chat/blind_rounds.h"
#include "app/schema/answer_json.h"
#include "ui/evaluation/compared_answers.h"
#include "ui/evaluation/json_table_model.h"
#include "ui/widgets/file_saving.h"
#include "ui/widgets/fit_to_screen.h"
#include "ui/widgets/plain_table.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/themed_label.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr QSize kJsonTableSize{980, 640};
constexpr int kSignWidth = 32;
constexpr int kPathWidth = 260;
constexpr int kAnswerWidth = 240;

/// The last message of the turn that an answer began.
app::MessageId endOf(const app::Conversation &conversation, const app::RoundAnswer &answer)
{
    const app::Message *first = conversation.message(answer.reply);
    app::MessageId end = answer.reply;
    for (const app::MessageId id : conversation.path(answer.lane)) {
        const app::Message *message = conversation.message(id);
        if (first && message && message->role == app::Role::Assistant
            && message->turn == first->turn)
            end = id;
    }
    return end;
}

QString columnName(const app::Conversation &conversation, const app::RoundAnswer &answer)
{
    const QChar letter(u'A' + char16_t(app::shownLetter(conversation, answer.lane)));
    const app::Message *message = conversation.message(answer.reply);
    const app::Run *run = message ? conversation.run(message->run) : nullptr;
    if (conversation.veiledRound() || !run)
        return letter;
    return u"%1 · %2"_s.arg(letter, run->model.section(u'/', -1));
}

} // namespace

JsonTableDialog::JsonTableDialog(const Theme &theme, const app::Conversation &conversation,
                                 app::RoundId round, QWidget *parent)
    : QDialog(parent), m_theme(theme), m_model(new JsonTableModel(theme, this)),
      m_summary(new ThemedLabel(theme, TextRole::Body, &Colours::secondary, this)),
      m_onlyDifferences(new QCheckBox(tr("Show only what differs"), this)),
      m_table(new QTableView(this))
{
    setWindowTitle(tr("Compare JSON answers"));
    setWindowFlag(Qt::WindowMaximizeButtonHint);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHeader());
    layout->addWidget(new Separator(theme, Qt::Horizontal, this));
    layout->addWidget(makeTable(), 1);
    layout->addWidget(new Separator(theme, Qt::Horizontal, this));
    layout->addWidget(makeFooter());
    resizeWithinScreen(*this, kJsonTableSize);
    m_table->setFocus();

    QStringList texts;
    const QList<app::RoundAnswer> answers = app::answersIn(conversation, round);
    for (const app::RoundAnswer &answer : answers) {
        texts.append(answerText(conversation, endOf(conversation, answer)));
        m_names.append(columnName(conversation, answer));
    }
    app::whenDone(app::prepareJsonTable(texts), this, [this](const app::JsonTable &table) {
        m_model->setTable(table, m_names);
        for (int column = JsonTableModel::FirstAnswer; column < m_model->columnCount(); ++column)
            m_table->setColumnWidth(column, kAnswerWidth);
        m_table->setColumnWidth(JsonTableModel::Sign, kSignWidth);
        m_table->setColumnWidth(JsonTableModel::Path, kPathWidth);
        m_export->setEnabled(!table.rows.isEmpty());
        refreshSummary();
        emit compared();
    });
}

QWidget *JsonTableDialog::makeHeader()
{
    auto *header = new QWidget(this);
    m_summary->setWordWrap(true);
    m_summary->setText(tr("Being compared…"));
    auto *layout = new QHBoxLayout(header);
    layout->setContentsMargins(metrics::kStep4, metrics::kStep3, metrics::kStep4, metrics::kStep3);
    layout->setSpacing(metrics::kStep3);
    layout->addWidget(m_summary, 1);
    layout->addWidget(m_onlyDifferences);
    connect(m_onlyDifferences, &QCheckBox::toggled, m_model, &JsonTableModel::setOnlyDifferences);
    return header;
}

QWidget *JsonTableDialog::makeTable()
{
    m_table->setModel(m_model);
    makePlain(*m_table, tr("JSON answers"));
    m_table->setWordWrap(false);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setMinimumSectionSize(kSignWidth);
    return m_table;
}

QWidget *JsonTableDialog::makeFooter()
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->setContentsMargins(metrics::kStep3, metrics::kStep2, metrics::kStep3, metrics::kStep2);
    m_export = buttons->addButton(tr("Export as CSV…"), QDialogButtonBox::ActionRole);
    m_export->setAutoDefault(false);
    m_export->setEnabled(false);
    connect(m_export, &QPushButton::clicked, this, [this] {
        //: Name of a file, without its ending.
        saveFileAs(app::jsonTableCsv(m_model->table(), m_names), tr("answers") + u".csv"_s,
                   tr("Export"), this);
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    return buttons;
}

void JsonTableDialog::refreshSummary()
{
    const app::JsonTable &table = m_model->table();
    QStringList said;
    if (table.rows.isEmpty())
        said.append(tr("None of the answers is JSON."));
    else if (table.differing == 0)
        said.append(tr("The answers say the same."));
    else
        said.append(tr("%n value(s) differ, marked with ≠.", nullptr, int(table.differing)));
    if (table.isJson.contains(false) && table.isJson.contains(true))
        said.append(tr("Answers without JSON have an empty column."));
    if (table.isCut)
        said.append(tr("Only the first %n values are shown.", nullptr, int(app::kMostJsonRows)));
    m_summary->setText(said.join(u' '));
}

bool canCompareJson(const app::Conversation &conversation, app::RoundId round)
{
    if (!round)
        return false;
    const QList<app::RoundAnswer> answers = app::answersIn(conversation, round);
    return std::ranges::count_if(
               answers,
               [&](const app::RoundAnswer &answer) {
                   const app::Message *message = conversation.message(answer.reply);
                   return message && app::looksLikeJson(app::textOf(message->parts));
               })
           > 1;
}

} // namespace ui
