// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/settings/provider.h"
#include "app/store/records.h"

namespace app {

/// Lanes to begin a conversation with. lane-set.md describes its file.
struct LaneSet
{
    struct Entry
    {
        QString provider; ///< id, or its name where that is all there is
        QString providerName; ///< how it is called on the computer that wrote the set
        QString model;
        ParameterSet parameters;
        QStringList sendAnyway;
        QJsonObject extraJson;
        QString systemPrompt;

        bool operator==(const Entry &) const = default;
    };

    static constexpr int kMostLanes = 26; ///< there are no more letters

    QString name;
    QList<Entry> lanes; ///< one at least

    bool operator==(const LaneSet &) const = default;
};

/// What these lanes would be as a set. Keys are no part of it.
[[nodiscard]] LaneSet laneSetOf(const QString &name, const QList<Lane> &lanes,
                                const QList<Provider> &providers);
/// New lanes, without a history. A provider is found by its id, else by its name; where neither is
/// known the lane keeps the word, says that it is unknown, and the others work.
[[nodiscard]] QList<Lane> lanesOf(const LaneSet &set, const QList<Provider> &providers);

[[nodiscard]] QByteArray laneSetToJson(const LaneSet &set);
/// InvalidRequest says what is wrong and where. Fields that are not known are passed over.
[[nodiscard]] Result<LaneSet> laneSetFromJson(const QByteArray &json);

} // namespace app
