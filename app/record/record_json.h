// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/record/recorded_run.h"

#include <QJsonObject>

namespace app {

/// The record for programs: a run as in an export (export-json.md), with "format" and "version" in
/// front, "request" with method, URL, headers, body and images, and "response" with what came.
[[nodiscard]] QJsonObject recordJson(const RecordedRun &record);

} // namespace app
