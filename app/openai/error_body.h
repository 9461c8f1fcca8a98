// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QByteArray>
#include <QJsonObject>

namespace app {

struct HttpResponse;

/// What a refused request means. Reads the seven shapes of error bodies that OpenAI-compatible
/// servers send (envelope, bare string, detail as object, list or text, bare error object, no JSON
/// at all); the kind comes from status and code, never from `type`, which says
/// "invalid_request_error" even for a busy model. `nowMs` is for Retry-After dates.
[[nodiscard]] Error errorFromResponse(const HttpResponse &response, qint64 nowMs);

/// The same for an object that came with status 200, whole or as an event of a stream; Server
/// where it names no code.
[[nodiscard]] Error errorFromObject(const QJsonObject &object);

/// Whether an object of a stream or a whole answer is an error: it has one under `error`, or no
/// `choices` and one of the other marks.
[[nodiscard]] bool isErrorObject(const QJsonObject &object);

} // namespace app
