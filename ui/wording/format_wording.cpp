// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wording/format_wording.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

struct FailureWords
{
    QLatin1StringView keyword;
    const char *text; ///< %1 is the detail
};

class FormatWords
{
    Q_DECLARE_TR_FUNCTIONS(ui::FormatWording)
public:
    // lupdate takes the context of these from the class; an std::array would mislead it.
    static constexpr FailureWords kFailures[] = {
        //: %1 is the type of a JSON value: string, number, …
        {"type"_L1, QT_TR_NOOP("The type is wrong: this is %1.")},
        {"required"_L1, QT_TR_NOOP("“%1” is missing.")},
        {"additionalProperties"_L1, QT_TR_NOOP("“%1” is not allowed here.")},
        {"enum"_L1, QT_TR_NOOP("This is none of the allowed values.")},
        {"const"_L1, QT_TR_NOOP("This is not the value that is asked for.")},
        {"maximum"_L1, QT_TR_NOOP("At most %1 is allowed.")},
        {"exclusiveMaximum"_L1, QT_TR_NOOP("It must be less than %1.")},
        {"minimum"_L1, QT_TR_NOOP("At least %1 is needed.")},
        {"exclusiveMinimum"_L1, QT_TR_NOOP("It must be more than %1.")},
        {"maxItems"_L1, QT_TR_NOOP("Items allowed at most: %1.")},
        {"minItems"_L1, QT_TR_NOOP("Items needed at least: %1.")},
        {"maxLength"_L1, QT_TR_NOOP("Characters allowed at most: %1.")},
        {"minLength"_L1, QT_TR_NOOP("Characters needed at least: %1.")},
        {"maxProperties"_L1, QT_TR_NOOP("Members allowed at most: %1.")},
        {"minProperties"_L1, QT_TR_NOOP("Members needed at least: %1.")},
        {"multipleOf"_L1, QT_TR_NOOP("It must be a multiple of %1.")},
        {"pattern"_L1, QT_TR_NOOP("The text does not match %1.")},
        {"format"_L1, QT_TR_NOOP("The text does not have the format “%1”.")},
        {"uniqueItems"_L1, QT_TR_NOOP("Two items are the same.")},
        {"contains"_L1, QT_TR_NOOP("No item is of the kind that must be in it.")},
        {"not"_L1, QT_TR_NOOP("This is what the schema rules out.")},
        {"anyOf"_L1, QT_TR_NOOP("It fits none of the alternatives.")},
        {"oneOf"_L1, QT_TR_NOOP("It does not fit exactly one of the alternatives.")},
        {"if"_L1, QT_TR_NOOP("It does not fit what its condition asks for.")},
        {"dependencies"_L1, QT_TR_NOOP("“%1” is missing, which another member asks for.")},
        {"additionalItems"_L1, QT_TR_NOOP("There are more items than are allowed.")},
        {"false"_L1, QT_TR_NOOP("Nothing is allowed here.")},
    };
};

QString typeWord(const QString &type)
{
    if (type == "string"_L1)
        return FormatWords::tr("a text");
    if (type == "number"_L1)
        return FormatWords::tr("a number");
    if (type == "boolean"_L1)
        return FormatWords::tr("true or false");
    if (type == "array"_L1)
        return FormatWords::tr("a list");
    if (type == "object"_L1)
        return FormatWords::tr("an object");
    return type;
}

/// Server's and model's words stay short enough for a line.
QString shortDetail(const QString &detail)
{
    constexpr qsizetype kShown = 80;
    const QString line = detail.simplified();
    return line.size() > kShown ? line.first(kShown) + u'…' : line;
}

} // namespace

QString failureSentence(const app::SchemaFailure &failure)
{
    const auto *known =
        std::ranges::find(FormatWords::kFailures, failure.keyword, &FailureWords::keyword);
    if (known == std::end(FormatWords::kFailures))
        return failure.message;
    const QString text = FormatWords::tr(known->text);
    const bool isType = failure.keyword == "type"_L1;
    return text.contains("%1"_L1)
               ? text.arg(isType ? typeWord(failure.detail) : shortDetail(failure.detail))
               : text;
}

QString notCheckedSentence(const app::SchemaVerdict &verdict)
{
    using app::NotCheckedReason;
    switch (verdict.reason) {
    case NotCheckedReason::None:
        return {};
    case NotCheckedReason::NoProgram:
        return FormatWords::tr("The program diptych-schema-check cannot be started. Install "
                               "Diptych again.");
    case NotCheckedReason::Crashed:
        return FormatWords::tr("The check needed more memory or depth than it is allowed.");
    case NotCheckedReason::TimedOut:
        return FormatWords::tr("The check took longer than it is allowed.");
    case NotCheckedReason::TooLarge:
        return FormatWords::tr("It is too large to be checked.");
    case NotCheckedReason::NotJson:
        return FormatWords::tr("It is not JSON.");
    case NotCheckedReason::NotASchema:
        return FormatWords::tr("The schema is not a valid one (JSON Schema draft 7).");
    case NotCheckedReason::RemoteReference:
        return FormatWords::tr("The schema refers to %1. Addresses are never fetched; put the part "
                               "below “definitions”.")
            .arg(shortDetail(verdict.detail));
    case NotCheckedReason::UnknownReference:
        return FormatWords::tr("The schema refers to %1, which is not in it.")
            .arg(shortDetail(verdict.detail));
    case NotCheckedReason::UnsupportedKeyword:
        return FormatWords::tr("“%1” is not part of draft 7 and cannot be checked.")
            .arg(shortDetail(verdict.detail));
    case NotCheckedReason::UnsupportedPattern:
        return FormatWords::tr("This pattern is not understood: %1")
            .arg(shortDetail(verdict.detail));
    }
    return {};
}

QString faultSentence(app::JsonOutline::Fault fault)
{
    using Fault = app::JsonOutline::Fault;
    switch (fault) {
    case Fault::None:
    case Fault::Unexpected:
        return FormatWords::tr("This character cannot stand here.");
    case Fault::Control:
        return FormatWords::tr("A line break or control character stands within a text.");
    case Fault::Escape:
        return FormatWords::tr("This is no escape sequence.");
    case Fault::Number:
        return FormatWords::tr("This is no number.");
    case Fault::Word:
        return FormatWords::tr("This is neither true, false nor null.");
    case Fault::Trailing:
        return FormatWords::tr("There is more text behind the JSON.");
    case Fault::TooDeep:
        return FormatWords::tr("It is nested too deeply.");
    case Fault::TooMany:
        return FormatWords::tr("It has too many values.");
    case Fault::TooLarge:
        return FormatWords::tr("It is too large.");
    }
    return {};
}

QString verdictSentence(const app::FormatVerdict &verdict, const QString &name)
{
    using Kind = app::FormatVerdict::Kind;
    const auto at = [&](const QString &text) {
        return text.arg(QString::number(verdict.place.line), QString::number(verdict.place.column));
    };
    switch (verdict.kind) {
    case Kind::Fits:
        return name.isEmpty() ? FormatWords::tr("The JSON fits.")
                              //: %1 is the name of a JSON schema.
                              : FormatWords::tr("Fits the schema “%1”.").arg(name);
    case Kind::DoesNotFit:
        if (verdict.schema.hasMore)
            return FormatWords::tr("More than %n place(s) do not fit the schema.", nullptr,
                                   int(verdict.schema.failures.size()));
        return FormatWords::tr("%n place(s) do not fit the schema.", nullptr,
                               int(verdict.schema.failures.size()));
    case Kind::NotChecked:
        return FormatWords::tr("Could not be checked. %1").arg(notCheckedSentence(verdict.schema));
    case Kind::NotAnObject:
        return FormatWords::tr("This is JSON, but not the object that was asked for.");
    case Kind::NoJson:
        return FormatWords::tr("There is no JSON in this answer.");
    case Kind::Broken:
        return at(FormatWords::tr("Broken JSON at line %1, column %2.")) + u' '
               + faultSentence(verdict.fault);
    case Kind::Cut:
        return at(verdict.byLimit
                      ? FormatWords::tr("The token limit cut the JSON at line %1, column %2.")
                      : FormatWords::tr("The answer ends in the middle of the JSON, at line %1, "
                                        "column %2."));
    }
    return {};
}

QString placeText(const QString &pointer)
{
    return pointer.isEmpty() ? FormatWords::tr("The whole") : pointer;
}

} // namespace ui
