// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parameters/lane_differences.h"

#include "app/settings/tool_source.h"
#include "ui/parameters/json_check.h"
#include "ui/widgets/badge_label.h"
#include "ui/wording/error_wording.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int kMostOfAPrompt = 60;

struct LaneDifferences
{
    Q_DECLARE_TR_FUNCTIONS(ui::LaneDifferences)
};

template <typename ValueOf, typename WordsFor>
LaneDifference difference(const QList<app::Lane> &lanes, app::LaneId id, ValueOf valueOf,
                          WordsFor wordsFor)
{
    LaneDifference found;
    const auto own = std::ranges::find(lanes, id, &app::Lane::id);
    if (own == lanes.end())
        return found;
    for (const app::Lane &other : lanes) {
        if (valueOf(other) == valueOf(*own))
            continue;
        const QString letter = laneLetter(other.letter);
        found.letters.append(letter);
        //: %1 is the letter of a lane, %2 what it has.
        found.lines.append(LaneDifferences::tr("%1: %2").arg(letter, wordsFor(other)));
    }
    return found;
}

QJsonValue toolsOf(const app::Lane &lane)
{
    return lane.parameters.value(u"tools");
}

/// Those that are run too.
QJsonValue allToolsOf(const app::Lane &lane)
{
    QJsonArray all{toolsOf(lane)};
    for (const app::ToolRef &tool : lane.tools)
        all.append(app::toolRefToJson(tool));
    return all;
}

} // namespace

LaneDifference promptDifference(const QList<app::Lane> &lanes, app::LaneId lane)
{
    return difference(
        lanes, lane, [](const app::Lane &each) { return each.systemPrompt; },
        [](const app::Lane &each) {
            return each.systemPrompt.isEmpty() ? LaneDifferences::tr("no system prompt")
                                               : shortened(each.systemPrompt, kMostOfAPrompt);
        });
}

LaneDifference toolsDifference(const QList<app::Lane> &lanes, app::LaneId lane)
{
    return difference(lanes, lane, allToolsOf, [](const app::Lane &each) {
        QStringList names = toolNames(toolsOf(each));
        if (!each.tools.isEmpty())
            //: Tools that a lane may call.
            names.append(LaneDifferences::tr("%n tools", nullptr, int(each.tools.size())));
        return names.isEmpty() ? LaneDifferences::tr("no tools") : names.join(u", "_s);
    });
}

} // namespace ui
