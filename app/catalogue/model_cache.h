// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/catalogue/model_info.h"

#include <QHash>
#include <QUrl>

namespace app {

// The files of the model cache. All of it may be deleted at any time, and a file that cannot be
// read is as good as none. Called on the catalogue's worker only.

/// What requests have shown of one model; it goes before what a list says.
using LearntAbilities = QHash<QString, Ability>; // by name: "tools", "images", …
/// By provider id, then model id.
using LearntModels = QHash<QString, QHash<QString, LearntAbilities>>;

/// The name of an ability of ModelInfo in files; empty for a pointer that is none of them.
[[nodiscard]] QString abilityName(Ability ModelInfo::*ability);
void applyLearnt(const LearntAbilities &learnt, ModelInfo &model);

/// The list of the server at `baseUrl`; empty where the file is that of another one.
[[nodiscard]] QList<ModelInfo> readModelCache(const QString &path, const QUrl &baseUrl);
void writeModelCache(const QString &path, const QUrl &baseUrl, const QList<ModelInfo> &models);

[[nodiscard]] LearntModels readLearnt(const QString &path);
void writeLearnt(const QString &path, const LearntModels &learnt);

} // namespace app
