// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sweeps/repeat_panel.h"

#include "ui/widgets/themed_label.h"
#include "ui/wording/cell_wording.h"
#include "ui/wording/number_wording.h"

#include <QHeaderView>
#include <QTableWidget>
#include <QVBoxLayout>

#include <functional>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int kPanelRows = 6;
constexpr int kNarrowestFigure = 104;

using Write = std::function<QString(double)>;

QString percentText(double share)
{
    //: A share in percent.
    return RepeatPanel::tr("%1 %").arg(qRound(100 * share));
}

/// A line of the table: what was measured, and how it is spread.
QStringList spreadLine(const QString &name, const app::Spread &spread, const Write &write)
{
    if (spread.count == 0)
        return {name, u"–"_s, u"–"_s, u"–"_s, u"–"_s, u"–"_s};
    return {
        name, write(spread.median), write(spread.mean), write(spread.deviation),
        //: From the lower quartile to the upper one.
        RepeatPanel::tr("%1 to %2").arg(write(spread.lowerQuartile), write(spread.upperQuartile)),
        RepeatPanel::tr("%1 to %2").arg(write(spread.smallest), write(spread.largest))};
}

QList<QStringList> spreadLines(const app::RepeatStatistics &statistics)
{
    const Write count = [](double value) { return countText(qRound64(value)); };
    const Write duration = [](double ms) {
        return durationText(std::chrono::milliseconds(qRound64(ms)));
    };
    return {spreadLine(RepeatPanel::tr("Characters"), statistics.characters, count),
            spreadLine(RepeatPanel::tr("Tokens"), statistics.tokens, count),
            spreadLine(RepeatPanel::tr("Speed"), statistics.tokensPerSecond, speedText),
            spreadLine(RepeatPanel::tr("First visible text"), statistics.firstTokenMs, duration),
            spreadLine(RepeatPanel::tr("Whole run"), statistics.totalMs, duration),
            spreadLine(RepeatPanel::tr("Cost"), statistics.costUsd, costText)};
}

QString statisticsSentence(const app::RepeatStatistics &statistics)
{
    if (statistics.answers == 0)
        return RepeatPanel::tr("No answer came yet.");
    const bool areEqual = statistics.distinct == 1 && statistics.answers > 1;
    //: %1: "10 answers"; %2: a number.
    QStringList said{
        areEqual ? RepeatPanel::tr("%1, all of them the same.").arg(answersText(statistics.answers))
                 : RepeatPanel::tr("%1, %2 different ones among them.")
                       .arg(answersText(statistics.answers), countText(statistics.distinct))};
    if (statistics.selfAgreement) {
        said.append(RepeatPanel::tr("Two of them agree with a chance of %1.")
                        .arg(percentText(*statistics.selfAgreement)));
    }
    if (statistics.validJson)
        said.append(RepeatPanel::tr("%1 are valid JSON.").arg(percentText(*statistics.validJson)));
    if (statistics.failed > 0)
        said.append(RepeatPanel::tr("%n failed or were stopped.", nullptr, statistics.failed));
    return said.join(u' ');
}

} // namespace

RepeatPanel::RepeatPanel(const Theme &theme, QWidget *parent)
    : Ground(theme, &Colours::panel, parent),
      m_summary(new ThemedLabel(theme, TextRole::Body, &Colours::text, this)),
      m_table(new QTableWidget(kPanelRows, 6, this))
{
    m_summary->setWordWrap(true);
    m_table->setHorizontalHeaderLabels(
        {QString(), tr("Median"), tr("Mean"), tr("Deviation"), tr("Middle half"), tr("All")});
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setAccessibleName(tr("Statistics of the answers"));
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setMinimumSectionSize(kNarrowestFigure);
    m_table->viewport()->setAutoFillBackground(false); // the ground of the panel
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::kStep4, metrics::kStep2, metrics::kStep4, metrics::kStep2);
    layout->setSpacing(metrics::kStep2);
    layout->addWidget(m_summary);
    layout->addWidget(m_table);
    setStatistics({});
}

void RepeatPanel::setStatistics(const app::RepeatStatistics &statistics)
{
    m_summary->setText(statisticsSentence(statistics));
    m_table->setVisible(statistics.answers > 0);
    const QList<QStringList> lines = spreadLines(statistics);
    for (int row = 0; row < lines.size(); ++row) {
        for (int column = 0; column < lines.at(row).size(); ++column) {
            auto *item = new QTableWidgetItem(lines.at(row).at(column));
            const Qt::Alignment side = column == 0 ? Qt::AlignLeading : Qt::AlignTrailing;
            item->setTextAlignment(side | Qt::AlignVCenter);
            m_table->setItem(row, column, item);
        }
    }
    m_table->resizeRowsToContents();
    m_table->resizeColumnsToContents();
    for (int column = 0; column < m_table->columnCount(); ++column)
        m_table->setColumnWidth(column, m_table->columnWidth(column) + metrics::kStep4);
    int height = m_table->horizontalHeader()->sizeHint().height();
    for (int row = 0; row < lines.size(); ++row)
        height += m_table->rowHeight(row);
    m_table->setFixedHeight(height);
}

QString RepeatPanel::summary() const
{
    return m_summary->text();
}

} // namespace ui
