// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace app {

/// What the demo says as a judge of two answers: it counts their different words and says so. The
/// same in both orders. Nothing where the prompt is no question to a judge.
[[nodiscard]] std::optional<QString> demoVerdict(const QString &prompt);

} // namespace app
