// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/openai/parameters.h"

#include <QString>
#include <QStringView>

namespace ui {

struct ParameterWording
{
    QString name; ///< "Top p"; the wire name for one that is not known
    QString explanation; ///< what it does, for a tooltip; may be empty
    QString unit; ///< "tokens"; may be empty

    bool operator==(const ParameterWording &) const = default;
};

/// The words for a parameter of app::parameterTable().
[[nodiscard]] ParameterWording parameterWording(QStringView wireName);
/// A value of a closed list on its button: "off" for reasoning effort "none", else as on the wire.
[[nodiscard]] QString choiceText(QStringView wireName, QStringView choice);
/// What may be entered: "A number from 0 to 2.", "A whole number of at least 1.".
[[nodiscard]] QString rangeText(const app::ParameterSpec &spec);
/// "DeepInfra", "llama-server", "unknown".
[[nodiscard]] QString dialectText(app::Dialect dialect);

} // namespace ui
