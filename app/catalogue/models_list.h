// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/catalogue/model_info.h"

#include <QByteArray>

namespace app {

// Pure functions over what servers answer; any thread. Every member of a row is optional and may be
// null or of another type; what cannot be read counts as not said.

/// More than any server has; what a longer list has beyond is not read.
inline constexpr qsizetype kMostListedModels = 20'000;

/// Reads `GET {base}/models` of any OpenAI-compatible server: bare ids (OpenAI, Ollama), or with
/// the extras of DeepInfra (`metadata`), OpenRouter (`architecture`, `supported_parameters`, prices
/// as strings per token), llama-server (`meta`), vLLM (`max_model_len`) and LM Studio (`type`,
/// `capabilities`). Order of the server; without duplicates, stubs and models that do not chat
/// (embeddings, pictures, speech). BadResponse where the body is no list.
[[nodiscard]] Result<QList<ModelInfo>> readModelsList(const QByteArray &body);

struct ListedModels
{
    QList<ModelInfo> models;
    int hidden = 0; ///< rows left out because their id holds characters that hide or turn others
};
/// The same with what was left out.
[[nodiscard]] Result<ListedModels> readListedModels(const QByteArray &body);

/// Adds what DeepInfra's `GET {origin}/models/list` (a JSON array) says beyond /models: tools,
/// JSON, tiers, deprecation, prices with their discount; joined by name. Prices per token go before
/// those of /models, which know of no discount. An ability that it does not name stays unknown,
/// because the list is not known to be complete. A body that is no list changes nothing.
void joinModelDetails(QList<ModelInfo> &models, const QByteArray &body, qint64 nowMs);

} // namespace app
