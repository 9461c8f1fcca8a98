// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/export/exported.h"

namespace app {

/// The body of a request as it left, built again, with "sha256:…" in place of the bytes of images
/// and without what is called like a key.
struct RebuiltRequest
{
    QJsonObject body;
    std::optional<bool> isExact; ///< its bytes have the hash that was noted; none: cannot be told
};
/// Nothing where its messages are not at hand any more.
[[nodiscard]] std::optional<RebuiltRequest> rebuiltRequest(
    const ExportedRequest &request, const QHash<QByteArray, QByteArray> &images);

/// What was set for an answer, by the body of its first run, else by its lane and coordinates;
/// without the model, the messages and what is about the transport.
[[nodiscard]] QJsonObject sentParameters(const Exported &exported, const ExportedAnswer &answer);
/// The same for its system prompt.
[[nodiscard]] QString sentSystemPrompt(const Exported &exported, const ExportedAnswer &answer);

} // namespace app
