// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace app {

/// One thing that does not fit a schema.
struct SchemaFailure
{
    QString path; ///< where in the JSON, as a JSON pointer (RFC 6901); empty: the whole
    QString keyword; ///< of the schema that it breaks: "type", "required", …; empty: unknown
    QString detail; ///< what the keyword needs to be understood: a name, a number, a type
    QString message; ///< in English, a whole sentence

    bool operator==(const SchemaFailure &) const = default;
};

/// Why nothing can be said.
enum class NotCheckedReason {
    None,
    NoProgram, ///< diptych-schema-check is not there or does not start
    Crashed, ///< it was ended by a limit on memory or stack, or by a fault
    TimedOut, ///< it took too long: a pattern that explodes, a schema without an end
    TooLarge, ///< beyond what is checked at all
    NotJson, ///< the schema or the value
    NotASchema, ///< see SchemaVerdict::failures, which point into the schema
    RemoteReference, ///< detail: the address, which is never fetched
    UnknownReference, ///< detail: the place in the schema that there is not
    UnsupportedKeyword, ///< detail: the keyword
    UnsupportedPattern, ///< detail: the regular expression
};

/// Whether a value fits a schema (JSON Schema draft 7,
/// https://json-schema.org/draft-07/json-schema-validation). What could not be checked is neither
/// valid nor invalid.
struct SchemaVerdict
{
    enum class Kind { Valid, Invalid, NotChecked };

    Kind kind = Kind::NotChecked;
    QList<SchemaFailure> failures; ///< at most kMostSchemaFailures, in the order they were found
    bool hasMore = false; ///< failures than are listed
    NotCheckedReason reason = NotCheckedReason::None;
    QString detail;

    [[nodiscard]] static SchemaVerdict notChecked(NotCheckedReason reason, QString detail = {})
    {
        return {Kind::NotChecked, {}, false, reason, std::move(detail)};
    }
    bool operator==(const SchemaVerdict &) const = default;
};

inline constexpr qsizetype kMostSchemaFailures = 100;

/// What the helper process is asked, and how it answers; see schema_protocol.cpp.
enum class SchemaQuestion : quint8 {
    IsItASchema = 1, ///< the value is not looked at
    DoesItFit = 2,
};

/// Whether it is no use to try: larger than the helper takes.
inline constexpr qsizetype kLargestSchema = 4 * 1024 * 1024;
inline constexpr qsizetype kLargestChecked = 64 * 1024 * 1024;

} // namespace app
