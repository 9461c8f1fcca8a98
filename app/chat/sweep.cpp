// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chat/sweep.h"

#include "app/base/quoted_list.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr qsizetype kMostValues = 1'000;
constexpr qsizetype kMostCells = 10'000;

tl::unexpected<Error> refused(const QString &sentence)
{
    return fail(ErrorKind::InvalidRequest, sentence);
}

bool isNumber(const ParameterSpec &spec)
{
    return spec.type == ParameterType::Number || spec.type == ParameterType::Integer;
}

bool isSingle(const ParameterSpec &spec)
{
    return isNumber(spec) || spec.type == ParameterType::Boolean
           || spec.type == ParameterType::Choice || spec.type == ParameterType::Text;
}

/// Digits behind the point, as typed.
int decimals(const QString &number)
{
    const qsizetype point = number.indexOf(u'.');
    return point < 0 ? 0 : int(number.size() - point - 1);
}

/// Every value as it would have been typed: 0.1 three times is 0.3, not 0.30000000000000004.
Result<QStringList> valuesOfRange(const QStringList &ends)
{
    double numbers[3] = {};
    for (int i = 0; i < 3; ++i) {
        bool isRead = false;
        numbers[i] = ends.at(i).toDouble(&isRead);
        if (!isRead || !std::isfinite(numbers[i]))
            return refused(u"“%1” is not a number"_s.arg(ends.at(i)));
    }
    const auto [first, last, step] = std::tuple(numbers[0], numbers[1], std::abs(numbers[2]));
    if (step == 0)
        return refused(u"a step of zero leads nowhere"_s);
    // A step that meets the end only up to rounding still meets it.
    const double steps = std::floor(std::abs(last - first) / step + 1e-9);
    if (steps >= double(kMostValues))
        return refused(u"more than %1 values"_s.arg(kMostValues));
    const int precision = std::max(decimals(ends.at(0)), decimals(ends.at(2)));
    QStringList values;
    for (int i = 0; i <= int(steps); ++i) {
        const double value = first + (last < first ? -1 : 1) * i * step;
        values.append(QString::number(value, 'f', precision));
    }
    return values;
}

Result<QStringList> valuesOf(const ParameterSpec &spec, const QString &text)
{
    const QStringList ends = text.split(u':');
    if (isNumber(spec) && ends.size() == 3)
        return valuesOfRange(ends);
    if (isNumber(spec) && ends.size() == 2)
        return refused(u"a range needs a step: from:to:step"_s);
    return splitQuoted(text);
}

} // namespace

Result<SweepAxis> parseSweepAxis(const QString &text)
{
    const qsizetype equals = text.indexOf(u'=');
    if (equals < 1)
        return refused(u"“%1” is not name=from:to:step or name=value,value"_s.arg(text));
    SweepAxis axis{text.left(equals).trimmed(), {}};
    const ParameterSpec *spec = findParameter(axis.name);
    if (!spec)
        return refused(u"there is no parameter “%1”"_s.arg(axis.name));
    if (!isSingle(*spec))
        return refused(u"“%1” is no single value"_s.arg(axis.name));
    const auto values = valuesOf(*spec, text.mid(equals + 1));
    if (!values)
        return refused(u"%1: %2"_s.arg(axis.name, values.error().message));
    if (values->size() > kMostValues)
        return refused(u"%1: more than %2 values"_s.arg(axis.name).arg(kMostValues));
    for (const QString &value : *values) {
        const auto parsed = parseParameter(axis.name, value);
        if (!parsed)
            return fail(parsed.error());
        if (axis.values.contains(*parsed))
            return refused(u"%1: “%2” stands there twice"_s.arg(axis.name, value));
        axis.values.append(*parsed);
    }
    return axis;
}

Result<QList<QJsonObject>> sweepGrid(const QList<SweepAxis> &axes)
{
    QList<QJsonObject> cells{QJsonObject()};
    for (const SweepAxis &axis : axes) {
        if (cells.constFirst().contains(axis.name))
            return refused(u"“%1” is swept twice"_s.arg(axis.name));
        if (cells.size() * axis.values.size() > kMostCells)
            return refused(u"the sweeps make more than %1 combinations"_s.arg(kMostCells));
        QList<QJsonObject> more;
        for (const QJsonObject &cell : std::as_const(cells)) {
            for (const QJsonValue &value : axis.values) {
                more.append(cell);
                more.last().insert(axis.name, value);
            }
        }
        cells = more;
    }
    return cells;
}

ParameterSet withCoordinates(ParameterSet parameters, const QJsonObject &coordinates)
{
    for (auto at = coordinates.begin(); at != coordinates.end(); ++at)
        parameters.set(at.key(), at.value());
    return parameters;
}

} // namespace app
