// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/schema/answer_json.h"
#include "app/schema/json_text.h"
#include "app/schema/schema_verdict.h"

#include <QFuture>

namespace app {

class SchemaChecker;

/// Whether a whole answer has the format that was asked for.
struct FormatVerdict
{
    enum class Kind {
        Fits,
        DoesNotFit, ///< the schema: see `schema`
        NotChecked, ///< likewise
        NotAnObject, ///< it is JSON, but not the object that was asked for
        NoJson,
        Broken, ///< `fault` at `place`
        Cut, ///< it ends in the middle, at `place`
    };
    Kind kind = Kind::NotChecked;
    SchemaVerdict schema;
    JsonOutline::Fault fault = JsonOutline::Fault::None;
    qsizetype position = 0; ///< in bytes of the JSON
    LinePlace place; ///< the same
    bool byLimit = false; ///< Cut: the answer reached its token limit; whoever knows sets it

    bool operator==(const FormatVerdict &) const = default;
};

/// What can be told without the schema; NotChecked with no reason: the schema has to be asked.
[[nodiscard]] FormatVerdict readVerdict(const AnswerFormat &format, const AnswerJson &finished);
[[nodiscard]] FormatVerdict withSchema(const SchemaVerdict &verdict);
/// Whether readVerdict() left it to the schema.
[[nodiscard]] bool asksSchema(const FormatVerdict &verdict);

/// All of it. `format` is not a free one. Takes the time of reading the answer before it returns.
[[nodiscard]] QFuture<FormatVerdict> checkAnswer(SchemaChecker &checker, const AnswerFormat &format,
                                                 const QByteArray &answer);

} // namespace app
