// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/http_client.h"

class QNetworkAccessManager;
class QNetworkReply;

namespace app {

// An exchange in the words of Qt: how a request is handed to it, and what the end of its reply
// means.

/// Starts the exchange. Nothing is followed, kept or cached by Qt itself, and a body is sent once.
/// The reply belongs to the manager; the caller releases it earlier.
[[nodiscard]] QNetworkReply *sendThrough(QNetworkAccessManager &manager,
                                         const HttpRequest &request);

/// Of a reply that has finished. An answer with a status of 400 and more is no failure of the
/// exchange: its body says what it means. `status`: 0 where no answer came.
[[nodiscard]] Result<void> outcomeOf(const QNetworkReply &reply, int status);

} // namespace app
