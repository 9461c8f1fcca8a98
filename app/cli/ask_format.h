// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "app/schema/format_verdict.h"
#include "app/store/records.h"

#include <QFuture>

namespace app {

// What `ask` makes of an answer format that was asked for.

/// One verdict for each choice, in their order. `format` is not a free one.
[[nodiscard]] QFuture<QList<FormatVerdict>> checkChoices(SchemaChecker &checker,
                                                         const AnswerFormat &format,
                                                         const QList<Choice> &choices);

/// {"valid": true|false|null, "errors": […], "reason": …}: null and a reason where it could not be
/// checked. An error has "choice" where that is not the first one.
[[nodiscard]] QJsonObject formatToJson(const QList<FormatVerdict> &verdicts);

/// What is wrong, in lines; empty where everything fits.
[[nodiscard]] QString formatSentence(const QList<FormatVerdict> &verdicts);
/// Of a schema that answers cannot be held against.
[[nodiscard]] QString schemaSentence(const SchemaVerdict &verdict);

[[nodiscard]] bool allFit(const QList<FormatVerdict> &verdicts);

} // namespace app
