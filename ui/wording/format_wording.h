// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/schema/format_verdict.h"

#include <QString>

namespace ui {

/// What does not fit, one sentence without its place.
[[nodiscard]] QString failureSentence(const app::SchemaFailure &failure);
/// Why a schema says nothing, one sentence; for NotASchema without what is wrong with it.
[[nodiscard]] QString notCheckedSentence(const app::SchemaVerdict &verdict);
/// What is wrong with JSON at the place of a fault.
[[nodiscard]] QString faultSentence(app::JsonOutline::Fault fault);
/// How an answer stands to the format that was asked for, one line. `name` of the schema; empty:
/// it has none.
[[nodiscard]] QString verdictSentence(const app::FormatVerdict &verdict, const QString &name);
/// A JSON pointer; the whole in words.
[[nodiscard]] QString placeText(const QString &pointer);

} // namespace ui
