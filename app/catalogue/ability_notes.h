// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/catalogue/model_info.h"

#include <QHash>
#include <QJsonValue>

namespace app {

// What is known of abilities beside the lists: learnt from answers, or said by the user. Each of
// both is a file. A file that cannot be read is as good as none. Files are read and written on the
// catalogue's worker only.

struct AbilityNote
{
    Ability ability = Ability::Unknown;
    qint64 atMs = 0; ///< 0: not known
    QString reason = {}; ///< the words of a server

    bool operator==(const AbilityNote &) const = default;
};

/// By the name of the ability: "tools", "images", …
using ModelNotes = QHash<QString, AbilityNote>;
/// By provider id, then model id.
using AbilityNotes = QHash<QString, QHash<QString, ModelNotes>>;

/// The name of an ability of ModelInfo in files; empty for a pointer that is none of them.
[[nodiscard]] QString abilityName(Ability ModelInfo::*ability);
/// An ability in a file: true, false, or null.
[[nodiscard]] QJsonValue abilityToJson(Ability ability);
[[nodiscard]] Ability abilityFromJson(const QJsonValue &value);

/// Notes go before what the model has; those that say Unknown, too.
void applyNotes(const ModelNotes &notes, ModelInfo &model);

[[nodiscard]] AbilityNotes readAbilityNotes(const QString &path);
void writeAbilityNotes(const QString &path, const AbilityNotes &notes);

} // namespace app
