// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/compare/compare_plan.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace app {

qsizetype ComparePlan::indexOf(const CompareCell &cell) const
{
    return ((cell.prompt * lanes.size() + cell.lane) * grid.size() + cell.coordinates) * repeat
           + cell.repeat;
}

CompareCell ComparePlan::at(qsizetype index) const
{
    CompareCell cell;
    cell.repeat = int(index % repeat);
    index /= repeat;
    cell.coordinates = int(index % grid.size());
    index /= grid.size();
    cell.lane = int(index % lanes.size());
    cell.prompt = index / lanes.size();
    return cell;
}

CompareCell ComparePlan::ofLane(int lane, qsizetype number) const
{
    const auto within = int(number % perPrompt());
    return {number / perPrompt(), lane, within / repeat, within % repeat};
}

QJsonObject ComparePlan::toJson() const
{
    QJsonArray laneRows;
    for (const CompareLane &lane : lanes)
        laneRows.append(laneToJson(lane));
    QJsonArray coordinates;
    for (const QJsonObject &cell : grid)
        coordinates.append(cell);
    return {{u"lanes"_s, laneRows},
            {u"sweep"_s, coordinates},
            {u"repeat"_s, repeat},
            {u"prompts"_s, QJsonObject{{u"count"_s, prompts.size()},
                                       {u"sha256"_s, QString::fromLatin1(prompts.sha256())}}}};
}

} // namespace app
