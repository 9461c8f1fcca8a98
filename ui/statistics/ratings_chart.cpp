// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/statistics/ratings_chart.h"

#include <QCategoryAxis>
#include <QChartView>
#include <QLineSeries>
#include <QScatterSeries>
#include <QVBoxLayout>
#include <QValueAxis>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int kRowHeight = 30;
constexpr int kAxisRoom = 90;
constexpr qreal kMarkSize = 10;
constexpr double kCap = 0.16; ///< half of the end of an error bar, in rows

/// Where each rating stands, from the top; a row stays empty before another group.
QList<int> rowsOf(const app::Ratings &ratings)
{
    QList<int> rows;
    for (int i = 0; i < ratings.ratings.size(); ++i) {
        const bool isNewGroup =
            i > 0 && ratings.ratings.at(i).group != ratings.ratings.at(i - 1).group;
        rows.append(i == 0 ? 0 : rows.constLast() + (isNewGroup ? 2 : 1));
    }
    return rows;
}

QString nameOf(const app::Ratings &ratings, int index)
{
    const app::Contender &one = ratings.ratings.at(index).contender;
    const bool isTwice = std::ranges::count_if(ratings.ratings,
                                               [&](const app::Rating &rating) {
                                                   return rating.contender.model == one.model;
                                               })
                         > 1;
    return isTwice ? u"%1 · %2"_s.arg(one.model, one.providerName) : one.model;
}

/// The bar with its ends, in one line.
QLineSeries *errorBar(const app::Rating &rating, double y, const QPen &pen)
{
    const double low = app::ratingPoints(rating.low);
    const double high = app::ratingPoints(rating.high);
    auto *bar = new QLineSeries;
    bar->setPen(pen);
    for (const QPointF point : {QPointF(low, y - kCap), QPointF(low, y + kCap), QPointF(low, y),
                                QPointF(high, y), QPointF(high, y - kCap), QPointF(high, y + kCap)})
        bar->append(point);
    return bar;
}

void styleAxis(QAbstractAxis *axis, const Theme &theme)
{
    const Colours &colours = theme.colours();
    axis->setLabelsColor(colours.text);
    axis->setLabelsFont(theme.font(TextRole::Small));
    axis->setTitleFont(theme.font(TextRole::Small));
    axis->setTitleBrush(colours.secondary);
    axis->setLinePen(QPen(colours.hairline));
    axis->setGridLinePen(QPen(colours.hairline));
}

} // namespace

RatingsChart::RatingsChart(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_view(new QChartView(this)), m_theme(theme)
{
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setRenderHint(QPainter::Antialiasing);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_view);
    setAccessibleName(tr("Ratings as a plot; the table below holds the same figures"));
    connect(&theme, &Theme::changed, this, &RatingsChart::rebuild);
    rebuild();
}

void RatingsChart::setRatings(const app::Ratings &ratings)
{
    m_ratings = ratings;
    rebuild();
}

void RatingsChart::rebuild()
{
    const Colours &colours = m_theme.colours();
    auto *chart = new QChart;
    chart->legend()->hide();
    chart->setBackgroundRoundness(0);
    chart->setBackgroundBrush(colours.transcript);
    chart->setMargins({0, 0, metrics::kStep3, 0});
    m_view->setBackgroundBrush(colours.transcript);

    const QList<int> rows = rowsOf(m_ratings);
    const int last = rows.isEmpty() ? 0 : rows.constLast();
    auto *models = new QCategoryAxis;
    auto *points = new QValueAxis;
    models->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
    models->setStartValue(-last - 1);
    for (int i = int(rows.size()) - 1; i >= 0; --i)
        models->append(nameOf(m_ratings, i), -rows.at(i)); // its values must rise
    models->setRange(-last - 0.6, 0.6);
    models->setGridLineVisible(false);
    points->setLabelFormat(u"%.0f"_s);
    points->setTitleText(tr("Points with %1 % interval").arg(qRound(100 * m_ratings.confidence)));
    for (QAbstractAxis *axis : QList<QAbstractAxis *>{models, points})
        styleAxis(axis, m_theme);
    chart->addAxis(models, Qt::AlignLeft);
    chart->addAxis(points, Qt::AlignBottom);

    auto *told = new QScatterSeries;
    auto *untold = new QScatterSeries;
    told->setColor(colours.accent);
    untold->setColor(colours.transcript);
    for (QScatterSeries *marks : {told, untold}) {
        marks->setMarkerSize(kMarkSize);
        marks->setBorderColor(marks == told ? colours.accent : colours.secondary);
    }
    QList<QAbstractSeries *> series;
    double lowest = 1'000;
    double highest = 1'000;
    for (int i = 0; i < m_ratings.ratings.size(); ++i) {
        const app::Rating &rating = m_ratings.ratings.at(i);
        const QPen pen(rating.hasEnoughVotes ? colours.accent : colours.secondary,
                       rating.hasEnoughVotes ? 2 : 1);
        series.append(errorBar(rating, -rows.at(i), pen));
        (rating.hasEnoughVotes ? told : untold)
            ->append(app::ratingPoints(rating.strength), -rows.at(i));
        lowest = std::min(lowest, app::ratingPoints(rating.low));
        highest = std::max(highest, app::ratingPoints(rating.high));
    }
    series += QList<QAbstractSeries *>{told, untold};
    for (QAbstractSeries *one : std::as_const(series)) {
        chart->addSeries(one);
        one->attachAxis(models);
        one->attachAxis(points);
    }
    points->setRange(lowest - 50, highest + 50);
    points->applyNiceNumbers();
    setMinimumHeight((last + 1) * kRowHeight + kAxisRoom);

    // The view lets go of the one before.
    const std::unique_ptr<QChart> before(m_view->chart());
    m_view->setChart(chart);
}

int RatingsChart::markCount() const
{
    qsizetype marks = 0;
    for (const QAbstractSeries *series : m_view->chart()->series()) {
        if (const auto *scatter = qobject_cast<const QScatterSeries *>(series))
            marks += scatter->count();
    }
    return int(marks);
}

int RatingsChart::barCount() const
{
    const QList<QAbstractSeries *> all = m_view->chart()->series();
    return int(std::ranges::count_if(all, [](const QAbstractSeries *series) {
        return series->type() == QAbstractSeries::SeriesTypeLine;
    }));
}

QImage RatingsChart::image()
{
    constexpr qreal kSharper = 2;
    QImage picture(m_view->size() * kSharper, QImage::Format_RGB32);
    picture.setDevicePixelRatio(kSharper);
    picture.fill(m_theme.colours().transcript);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    m_view->render(&painter, QRectF(QPointF(), m_view->size()));
    return picture;
}

} // namespace ui
