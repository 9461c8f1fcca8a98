// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/statistics/costs_chart.h"

#include "app/catalogue/model_info.h"
#include "app/evaluation/costs.h"

#include <QBarCategoryAxis>
#include <QBarSet>
#include <QChartView>
#include <QLegend>
#include <QLocale>
#include <QStackedBarSeries>
#include <QVBoxLayout>
#include <QValueAxis>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int kMostModels = 5;
constexpr int kMostBars = 31;
constexpr int kMostWeeks = 30;
constexpr int kChartHeight = 240;
constexpr qreal kBarWidth = 0.6;

/// The stretch of time of one bar.
enum class BarSpan { Day, Week, Month };

QDate startOf(QDate day, BarSpan span)
{
    switch (span) {
    case BarSpan::Day:
        return day;
    case BarSpan::Week:
        return day.addDays(1 - day.dayOfWeek());
    case BarSpan::Month:
        return {day.year(), day.month(), 1};
    }
    return day;
}

QDate nextStart(QDate start, BarSpan span)
{
    switch (span) {
    case BarSpan::Day:
        return start.addDays(1);
    case BarSpan::Week:
        return start.addDays(7);
    case BarSpan::Month:
        return start.addMonths(1);
    }
    return start.addDays(1);
}

BarSpan spanFor(qint64 days)
{
    if (days <= kMostBars)
        return BarSpan::Day;
    return days <= 7 * kMostWeeks ? BarSpan::Week : BarSpan::Month;
}

/// The bars of a chart, from left to right.
QList<QDate> barStarts(QDate first, QDate today, BarSpan span)
{
    QList<QDate> starts;
    for (QDate at = startOf(first, span); at <= today; at = nextStart(at, span))
        starts.append(at);
    // A clock that was wrong once makes no chart of a hundred years.
    constexpr qsizetype kMostMonths = 36;
    return starts.size() > kMostMonths ? starts.last(kMostMonths) : starts;
}

/// Of the months the title of the axis tells where many days leave no room.
QString barLabel(QDate start, BarSpan span, qsizetype count)
{
    constexpr qsizetype kMostWithMonth = 14;
    const QLocale locale;
    if (span == BarSpan::Month)
        return locale.toString(start, u"MMM yy");
    return count > kMostWithMonth ? QString::number(start.day()) : locale.toString(start, u"d MMM");
}

/// The axis takes each name once only.
QStringList barLabels(const QList<QDate> &starts, BarSpan span)
{
    QStringList labels;
    for (const QDate start : starts) {
        QString label = barLabel(start, span, starts.size());
        while (labels.contains(label))
            label += QChar(0x200b);
        labels.append(label);
    }
    return labels;
}

void styleCostAxis(QAbstractAxis *axis, const Theme &theme)
{
    const Colours &colours = theme.colours();
    axis->setLabelsColor(colours.secondary);
    axis->setLabelsFont(theme.font(TextRole::Small));
    axis->setTitleFont(theme.font(TextRole::Small));
    axis->setTitleBrush(colours.secondary);
    axis->setLinePen(QPen(colours.hairline));
    axis->setGridLinePen(QPen(colours.hairline));
}

QString moneyFormat(double highest)
{
    if (highest < 0.001)
        return u"$%.6f"_s;
    if (highest < 0.01)
        return u"$%.4f"_s;
    return highest < 1 ? u"$%.3f"_s : u"$%.2f"_s;
}

/// A set for each of the dearest models and one for the rest, all of them empty.
QStackedBarSeries *emptySeries(const QList<app::CostRow> &models, qsizetype bars,
                               const Colours &colours)
{
    auto *series = new QStackedBarSeries;
    series->setBarWidth(kBarWidth);
    const qsizetype parts = std::min<qsizetype>(models.size(), kMostModels + 1);
    for (qsizetype part = 0; part < parts; ++part) {
        const bool isRest = part == kMostModels && models.size() > kMostModels + 1;
        auto *set = new QBarSet(isRest ? CostsChart::tr("Others")
                                       : app::shortModelName(models.at(part).model));
        for (qsizetype i = 0; i < bars; ++i)
            set->append(0.0);
        set->setColor(part < kMostModels ? colours.lanes.at(part % colours.lanes.size())
                                         : colours.faint);
        set->setBorderColor(colours.transcript);
        series->append(set);
    }
    return series;
}

QStackedBarSeries *makeSeries(const QList<app::CostRow> &rows, const QList<QDate> &starts,
                              BarSpan span, const Colours &colours)
{
    const QList<app::CostRow> models = groupedCosts(rows, app::CostGrouping::Model);
    QStackedBarSeries *series = emptySeries(models, starts.size(), colours);
    for (const app::CostRow &row : rows) {
        const auto isSame = [&](const app::CostRow &model) {
            return model.model == row.model && model.providerId == row.providerId;
        };
        const qsizetype model = std::ranges::find_if(models, isSame) - models.begin();
        const QDate start = startOf(QDate::fromString(row.day, Qt::ISODate), span);
        const qsizetype bar = starts.indexOf(start);
        if (bar < 0)
            continue;
        QBarSet *set = series->barSets().at(std::min<qsizetype>(model, series->count() - 1));
        set->replace(int(bar), set->at(int(bar)) + row.costUsd());
    }
    return series;
}

double highestBar(const QStackedBarSeries &series, int bars)
{
    double highest = 0;
    for (int bar = 0; bar < bars; ++bar) {
        double sum = 0;
        for (const QBarSet *set : series.barSets())
            sum += set->at(bar);
        highest = std::max(highest, sum);
    }
    return highest;
}

} // namespace

CostsChart::CostsChart(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_view(new QChartView(this)), m_theme(theme)
{
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setRenderHint(QPainter::Antialiasing);
    m_view->setFocusPolicy(Qt::NoFocus);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_view);
    setMinimumHeight(kChartHeight);
    setAccessibleName(tr("Costs as a plot; the table below holds the same figures"));
    connect(&theme, &Theme::changed, this, &CostsChart::rebuild);
    rebuild();
}

void CostsChart::setCosts(const QList<app::CostRow> &rows, int days, QDate today)
{
    m_rows = rows;
    m_days = days;
    m_today = today;
    rebuild();
}

QDate CostsChart::firstDay() const
{
    if (m_days > 0)
        return m_today.addDays(1 - m_days);
    QDate first = m_today;
    for (const app::CostRow &row : m_rows) {
        const QDate day = QDate::fromString(row.day, Qt::ISODate);
        if (day.isValid())
            first = std::min(first, day);
    }
    return first;
}

void CostsChart::rebuild()
{
    const Colours &colours = m_theme.colours();
    auto *chart = new QChart;
    chart->setLocale(QLocale());
    chart->setLocalizeNumbers(true);
    chart->setBackgroundRoundness(0);
    chart->setBackgroundBrush(colours.transcript);
    chart->setMargins({0, 0, metrics::kStep3, 0});
    chart->legend()->setAlignment(Qt::AlignTop);
    chart->legend()->setFont(m_theme.font(TextRole::Small));
    chart->legend()->setLabelColor(colours.text);
    m_view->setBackgroundBrush(colours.transcript);
    if (m_today.isValid())
        addBars(*chart);
    // The view lets go of the one before.
    const std::unique_ptr<QChart> before(m_view->chart());
    m_view->setChart(chart);
}

void CostsChart::addBars(QChart &chart) const
{
    const QDate first = firstDay();
    const BarSpan span = spanFor(first.daysTo(m_today) + 1);
    const QList<QDate> starts = barStarts(first, m_today, span);
    QStackedBarSeries *series = makeSeries(m_rows, starts, span, m_theme.colours());
    chart.addSeries(series);
    auto *times = new QBarCategoryAxis;
    times->append(barLabels(starts, span));
    times->setGridLineVisible(false);
    const QLocale locale;
    //: A stretch of time: both are days.
    times->setTitleText(tr("%1 to %2")
                            .arg(locale.toString(first, QLocale::ShortFormat),
                                 locale.toString(m_today, QLocale::ShortFormat)));
    auto *money = new QValueAxis;
    const double highest = highestBar(*series, int(starts.size()));
    money->setRange(0, highest > 0 ? highest : 1);
    money->applyNiceNumbers();
    money->setLabelFormat(moneyFormat(highest));
    for (QAbstractAxis *axis : QList<QAbstractAxis *>{times, money})
        styleCostAxis(axis, m_theme);
    chart.addAxis(times, Qt::AlignBottom);
    chart.addAxis(money, Qt::AlignLeft);
    series->attachAxis(times);
    series->attachAxis(money);
}

int CostsChart::barCount() const
{
    const auto *series = qobject_cast<QStackedBarSeries *>(m_view->chart()->series().value(0));
    return series && series->count() > 0 ? series->barSets().constFirst()->count() : 0;
}

int CostsChart::partCount() const
{
    const auto *series = qobject_cast<QStackedBarSeries *>(m_view->chart()->series().value(0));
    return series ? series->count() : 0;
}

} // namespace ui
