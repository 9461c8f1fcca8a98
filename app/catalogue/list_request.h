// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/http_client.h"

namespace app {

// The small requests beside the chat: lists of models and accounts.

/// `GET {base}/models`. DeepInfra is asked for the rows that have metadata.
[[nodiscard]] HttpRequest modelsRequest(const Provider &provider, const QString &key);
/// `GET {origin}/models/list`, which needs no key and gets none.
[[nodiscard]] HttpRequest modelDetailsRequest(const Provider &provider);
/// `GET {origin}/v1/me` of DeepInfra.
[[nodiscard]] HttpRequest accountRequest(const Provider &provider, const QString &key);
/// `GET {origin}/payment/checklist` of DeepInfra.
[[nodiscard]] HttpRequest balanceRequest(const Provider &provider, const QString &key);

/// The body of a good answer; an error for any status but 2xx.
[[nodiscard]] Result<QByteArray> bodyOf(const Result<HttpResponse> &response);

} // namespace app
