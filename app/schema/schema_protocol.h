// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/schema/schema_verdict.h"

#include <optional>

namespace app {

// What goes to diptych-schema-check and comes back. Numbers are 32 bits, the highest byte first.
//
//   question   number of the question · one byte, a SchemaQuestion · length · schema · length ·
//   value verdict    number of the question · length · the verdict as JSON

struct SchemaRequest
{
    quint32 number = 0;
    SchemaQuestion question = SchemaQuestion::DoesItFit;
    QByteArray schema;
    QByteArray value;
};

/// Of a question, up to and with the length of the schema; of a verdict.
inline constexpr qsizetype kRequestHeader = 9;
inline constexpr qsizetype kVerdictHeader = 8;
/// A hundred failures with names of any length are cut below this.
inline constexpr qsizetype kLargestVerdict = 1024 * 1024;

[[nodiscard]] QByteArray numberBytes(quint32 number);
[[nodiscard]] quint32 numberAt(const char *bytes);

[[nodiscard]] QByteArray requestBytes(const SchemaRequest &request);
[[nodiscard]] QByteArray verdictBytes(quint32 number, const SchemaVerdict &verdict);

struct NumberedVerdict
{
    quint32 number = 0;
    SchemaVerdict verdict;
};
/// Takes one whole verdict off the front of what was read; nothing where there is none yet. What is
/// no verdict at all gives one that was not checked (Crashed).
[[nodiscard]] std::optional<NumberedVerdict> takeVerdict(QByteArray &buffer);

} // namespace app
