// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/settings/provider.h"
#include "app/store/records.h"

namespace app {

/// Settings of a lane under a name: what it sends besides messages, and for a whole lane provider
/// and model too. preset.md describes its file.
struct Preset
{
    QString name;
    ParameterSet parameters;
    QStringList sendAnyway;
    QJsonObject extraJson;
    std::optional<QString> systemPrompt; ///< none: that of the lane stays
    QString provider = {}; ///< of a whole lane: id, or its name where that is all there is
    QString providerName = {}; ///< how it is called on the computer that wrote the preset
    QString model = {}; ///< empty: the settings alone

    /// Of a whole lane.
    [[nodiscard]] bool hasModel() const { return !model.isEmpty(); }
    bool operator==(const Preset &) const = default;
};

inline constexpr qsizetype kLongestPresetName = 80;
inline constexpr qint64 kMostPresetBytes = 4 * 1024 * 1024;

/// What goes into a preset besides parameters and extra JSON.
struct PresetScope
{
    bool withSystemPrompt = false;
    bool withModel = false;
};
[[nodiscard]] Preset presetOf(const QString &name, const Lane &lane, PresetScope scope,
                              const QList<Provider> &providers);

/// The lane with these settings in the place of its own. A provider is found by id, else by name;
/// where neither is known the lane keeps the word and says so.
[[nodiscard]] Lane withPreset(Lane lane, const Preset &preset, const QList<Provider> &providers);
/// Whether the lane is what withPreset() would make of it.
[[nodiscard]] bool isAsIn(const Lane &lane, const Preset &preset, const QList<Provider> &providers);
/// Nobody has set anything: no parameters, no extra JSON, no system prompt.
[[nodiscard]] bool isUntouched(const Lane &lane);

[[nodiscard]] QByteArray presetToJson(const Preset &preset);
/// InvalidRequest says what is wrong and where. Parameters that are not known are kept, other
/// fields that are not known are passed over.
[[nodiscard]] Result<Preset> presetFromJson(const QByteArray &json);

} // namespace app
