// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/records.h"

#include <QJsonValue>

namespace ui {

/// The name under which the panel keeps the free fields of a lane; never a name on the wire.
inline constexpr QLatin1StringView kExtraJson{"extra json"};

/// What a lane sends for a parameter, or its extra JSON; Undefined: not sent.
[[nodiscard]] inline QJsonValue laneValue(const app::Lane &lane, const QString &name)
{
    if (name != kExtraJson)
        return lane.parameters.isSet(name) ? lane.parameters.value(name)
                                           : QJsonValue(QJsonValue::Undefined);
    return lane.extraJson.isEmpty() ? QJsonValue(QJsonValue::Undefined)
                                    : QJsonValue(lane.extraJson);
}

inline void setLaneValue(app::Lane &lane, const QString &name, const QJsonValue &value)
{
    if (name == kExtraJson)
        lane.extraJson = value.toObject();
    else if (value.isUndefined())
        lane.parameters.unset(name);
    else
        lane.parameters.set(name, value);
}

} // namespace ui
