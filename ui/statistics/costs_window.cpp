// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/statistics/costs_window.h"

#include "app/base/when_done.h"
#include "app/services.h"
#include "ui/statistics/costs_chart.h"
#include "ui/statistics/costs_model.h"
#include "ui/statistics/costs_wording.h"
#include "ui/widgets/file_saving.h"
#include "ui/widgets/fit_to_screen.h"
#include "ui/widgets/plain_table.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/themed_label.h"
#include "ui/wording/error_wording.h"

#include <QComboBox>
#include <QDateTime>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

using Grouping = app::CostGrouping;

constexpr QSize kCostsWindowSize{900, 700};
constexpr int kWidestName = 220;
constexpr int kShortestCostsTable = 160;
constexpr int kUsualRange = 30;
constexpr int kRangeCharacters = 14;

/// In the order of the choices.
const QList<std::pair<QString, Grouping>> &groupings()
{
    static const QList<std::pair<QString, Grouping>> all{
        {u"model"_s, Grouping::Model},
        {u"day"_s, Grouping::Day},
        {u"day-model"_s, Grouping::DayAndModel},
        {u"conversation"_s, Grouping::Conversation}};
    return all;
}

} // namespace

CostsWindow::CostsWindow(const Theme &theme, app::Services &services, QWidget *parent)
    : QDialog(parent), m_theme(theme), m_services(services),
      m_headline(new ThemedLabel(theme, TextRole::Title, &Colours::text, this)),
      m_basis(new ThemedLabel(theme, TextRole::Body, &Colours::secondary, this)),
      m_range(new QComboBox(this)), m_grouping(new SegmentedControl(theme, this)),
      m_chart(new CostsChart(theme, this)), m_model(new CostsModel(this)),
      m_table(new QTableView(this))
{
    setWindowTitle(tr("Costs"));
    setWindowFlag(Qt::WindowMaximizeButtonHint);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHeader());
    layout->addWidget(new Separator(theme, Qt::Horizontal, this));
    layout->addWidget(makeBody(), 1);
    layout->addWidget(new Separator(theme, Qt::Horizontal, this));
    layout->addWidget(makeFooter());
    resizeWithinScreen(*this, kCostsWindowSize);
    showTable();
    readCosts();
}

CostsWindow::~CostsWindow() = default;

QWidget *CostsWindow::makeHeader()
{
    auto *header = new QWidget(this);
    m_headline->setWordWrap(true);
    m_basis->setWordWrap(true);
    auto *name = new QLabel(tr("&Time:"), header);
    name->setBuddy(m_range);
    for (const int days : {7, kUsualRange, 90})
        m_range->addItem(tr("Last %n day(s)", nullptr, days), days);
    m_range->addItem(tr("All"), 0);
    m_range->setCurrentIndex(m_range->findData(kUsualRange));
    m_range->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_range->setMinimumContentsLength(kRangeCharacters);
    connect(m_range, &QComboBox::activated, this, &CostsWindow::readCosts);
    auto *words = new QVBoxLayout;
    words->setSpacing(metrics::kStep1);
    words->addWidget(m_headline);
    words->addWidget(m_basis);
    auto *choice = new QHBoxLayout;
    choice->setSpacing(metrics::kStep2);
    choice->addWidget(name);
    choice->addWidget(m_range);
    auto *layout = new QHBoxLayout(header);
    layout->setContentsMargins(metrics::kStep4, metrics::kStep3, metrics::kStep4, metrics::kStep3);
    layout->setSpacing(metrics::kStep2);
    layout->addLayout(words, 1);
    layout->addLayout(choice);
    layout->setAlignment(choice, Qt::AlignTop);
    return header;
}

QWidget *CostsWindow::makeBody()
{
    m_grouping->setClearable(false);
    m_grouping->setAccessibleName(tr("Rows of the table"));
    m_grouping->setOptions({{groupings().at(0).first, tr("By model")},
                            {groupings().at(1).first, tr("By day")},
                            {groupings().at(2).first, tr("By day and model")},
                            {groupings().at(3).first, tr("By conversation")}});
    m_grouping->setCurrent(groupings().constFirst().first);
    connect(m_grouping, &SegmentedControl::chosen, this, &CostsWindow::showTable);
    m_table->setModel(m_model);
    makePlain(*m_table, tr("Costs"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setMinimumHeight(kShortestCostsTable);
    m_table->setTabKeyNavigation(false);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->setTextElideMode(Qt::ElideMiddle);
    m_table->setWordWrap(false); // else names are cut at a word

    auto *body = new QWidget(this);
    auto *choice = new QHBoxLayout;
    choice->setContentsMargins(metrics::kStep4, metrics::kStep2, metrics::kStep4, metrics::kStep2);
    choice->addWidget(m_grouping);
    auto *layout = new QVBoxLayout(body);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_chart, 3);
    layout->addWidget(new Separator(m_theme, Qt::Horizontal, body));
    layout->addLayout(choice);
    auto *table = new QHBoxLayout;
    table->setContentsMargins(metrics::kStep3, 0, metrics::kStep3, metrics::kStep2);
    table->addWidget(m_table);
    layout->addLayout(table, 3);
    return body;
}

QWidget *CostsWindow::makeFooter()
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->setContentsMargins(metrics::kStep3, metrics::kStep2, metrics::kStep3, metrics::kStep2);
    m_export = buttons->addButton(tr("Export as CSV…"), QDialogButtonBox::ActionRole);
    m_export->setAutoDefault(false);
    connect(m_export, &QPushButton::clicked, this, [this] {
        //: Name of a file, without its ending.
        saveFileAs(app::costsCsv(m_costs.rows), tr("costs") + u".csv"_s, tr("Export"), this);
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    return buttons;
}

int CostsWindow::days() const
{
    return m_range->currentData().toInt();
}

void CostsWindow::setRange(int days)
{
    m_range->setCurrentIndex(m_range->findData(days));
    readCosts();
}

void CostsWindow::setGrouping(app::CostGrouping grouping)
{
    for (const auto &[id, known] : groupings()) {
        if (known == grouping)
            m_grouping->setCurrent(id);
    }
    showTable();
}

void CostsWindow::readCosts()
{
    const QDate today = QDateTime::fromMSecsSinceEpoch(m_services.clock->nowMs()).date();
    const qint64 since =
        days() > 0 ? today.addDays(1 - days()).startOfDay().toMSecsSinceEpoch() : 0;
    app::whenDone(m_services.store->costs(since), this,
                  [this, number = ++m_asked](const app::Result<app::CostTable> &costs) {
                      if (number != m_asked)
                          return;
                      if (costs)
                          take(*costs);
                      else
                          m_headline->setText(errorSentence(costs.error(), {}, {}).text);
                      emit read();
                  });
}

/// Of providers that ask no money: the demo, and servers on the own network.
QSet<QString> CostsWindow::freeProviders() const
{
    QSet<QString> free;
    for (const app::Provider &provider : m_services.providers()) {
        if (provider.dialect == app::Dialect::Demo || app::isOnOwnNetwork(provider.baseUrl))
            free.insert(provider.id);
    }
    return free;
}

void CostsWindow::take(const app::CostTable &costs)
{
    m_costs = {withoutFreeGaps(costs.rows, freeProviders()), costs.veiled};
    const app::CostRow total = totalCost(m_costs.rows);
    m_headline->setText(costsHeadline(total, days()));
    m_basis->setText(costsBasis(total, m_costs.veiled));
    m_basis->setVisible(!m_basis->text().isEmpty());
    m_chart->setCosts(m_costs.rows, days(),
                      QDateTime::fromMSecsSinceEpoch(m_services.clock->nowMs()).date());
    m_export->setEnabled(!m_costs.rows.isEmpty());
    showTable();
}

void CostsWindow::showTable()
{
    Grouping grouping = Grouping::Model;
    for (const auto &[id, known] : groupings()) {
        if (id == m_grouping->current())
            grouping = known;
    }
    m_model->setCosts(groupedCosts(m_costs.rows, grouping), totalCost(m_costs.rows));
    for (int column = 0; column < CostsModel::Count; ++column)
        m_table->setColumnHidden(column,
                                 !CostsModel::isShown(CostsModel::Column(column), grouping));
    // Long names give way, so that no figure lies beyond the edge.
    QHeaderView *header = m_table->horizontalHeader();
    for (const int name : {CostsModel::Conversation, CostsModel::Model}) {
        if (m_table->isColumnHidden(name))
            continue;
        header->setSectionResizeMode(name, QHeaderView::Interactive);
        m_table->resizeColumnToContents(name);
        header->resizeSection(name, std::min(header->sectionSize(name), kWidestName));
    }
}

QString CostsWindow::headline() const
{
    return m_headline->text();
}

QString CostsWindow::basis() const
{
    return m_basis->text();
}

} // namespace ui
