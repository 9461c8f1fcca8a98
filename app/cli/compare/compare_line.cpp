// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/compare/compare_line.h"

#include "app/cli/report_json.h"

using namespace Qt::StringLiterals;

namespace app {

QJsonObject compareLine(const ComparePlan &plan, const CompareCell &cell, const Run &run,
                        const RunOutcome &outcome)
{
    const QByteArray text =
        outcome.choices.isEmpty() ? QByteArray() : outcome.choices.constFirst().text;
    return {
        {u"id"_s, plan.prompts.id(cell.prompt)},
        {u"lane"_s, plan.lanes.at(cell.lane).name},
        {u"repeat"_s, cell.repeat + 1},
        {u"sweep"_s, plan.grid.at(cell.coordinates)},
        {u"status"_s, runStatusName(outcome.status)},
        {u"text"_s, QString::fromUtf8(text)},
        {u"model"_s, outcome.model.isEmpty() ? run.model : outcome.model},
        {u"usage"_s, outcome.usage ? QJsonValue(usageToJson(*outcome.usage)) : QJsonValue::Null},
        {u"cost_usd"_s, run.costUsd ? QJsonValue(*run.costUsd) : QJsonValue(QJsonValue::Null)},
        {u"timings"_s, timingsToJson(outcome.timings)},
        {u"error"_s, errorToJson(outcome.error)}};
}

} // namespace app
