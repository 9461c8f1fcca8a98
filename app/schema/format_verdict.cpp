// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/schema/format_verdict.h"

#include "app/schema/schema_checker.h"

namespace app {

FormatVerdict readVerdict(const AnswerFormat &format, const AnswerJson &finished)
{
    using Kind = FormatVerdict::Kind;
    const JsonOutline &outline = finished.outline();
    FormatVerdict verdict;
    switch (jsonOutcome(finished)) {
    case JsonOutcome::Missing:
        verdict.kind = Kind::NoJson;
        return verdict;
    case JsonOutcome::Broken:
    case JsonOutcome::Cut:
        verdict.kind = outline.state() == JsonOutline::State::Faulty ? Kind::Broken : Kind::Cut;
        verdict.fault = outline.fault();
        verdict.position = outline.faultPosition();
        verdict.place = linePlace(outline.text(), verdict.position);
        return verdict;
    case JsonOutcome::Complete:
        break;
    }
    if (format.kind == AnswerFormat::Kind::Json) {
        const bool isObject = outline.value(0).type == JsonOutline::Type::Object;
        verdict.kind = isObject ? Kind::Fits : Kind::NotAnObject;
    }
    return verdict;
}

bool asksSchema(const FormatVerdict &verdict)
{
    return verdict.kind == FormatVerdict::Kind::NotChecked
           && verdict.schema.reason == NotCheckedReason::None;
}

FormatVerdict withSchema(const SchemaVerdict &schema)
{
    FormatVerdict verdict;
    verdict.schema = schema;
    switch (schema.kind) {
    case SchemaVerdict::Kind::Valid:
        verdict.kind = FormatVerdict::Kind::Fits;
        break;
    case SchemaVerdict::Kind::Invalid:
        verdict.kind = FormatVerdict::Kind::DoesNotFit;
        break;
    case SchemaVerdict::Kind::NotChecked:
        verdict.kind = FormatVerdict::Kind::NotChecked;
        break;
    }
    return verdict;
}

QFuture<FormatVerdict> checkAnswer(SchemaChecker &checker, const AnswerFormat &format,
                                   const QByteArray &answer)
{
    AnswerJson json;
    json.append(answer);
    json.finish();
    const FormatVerdict verdict = readVerdict(format, json);
    if (!asksSchema(verdict))
        return QtFuture::makeReadyFuture(verdict);
    return checker.check(format.schema, json.outline().text())
        .then([](const SchemaVerdict &schema) { return withSchema(schema); });
}

} // namespace app
