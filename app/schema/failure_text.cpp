// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/schema/failure_text.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace app {

namespace {

struct FailureSentence
{
    QLatin1StringView keyword;
    const char16_t *text; ///< with %1 for the detail
};

constexpr std::array kFailureSentences{
    FailureSentence{"type"_L1, u"the type is wrong: this is %1"},
    FailureSentence{"required"_L1, u"“%1” is missing"},
    FailureSentence{"additionalProperties"_L1, u"“%1” is not allowed here"},
    FailureSentence{"enum"_L1, u"this is none of the values that are allowed"},
    FailureSentence{"const"_L1, u"this is not the value that is asked for"},
    FailureSentence{"maximum"_L1, u"at most %1 is allowed"},
    FailureSentence{"exclusiveMaximum"_L1, u"it must be less than %1"},
    FailureSentence{"minimum"_L1, u"at least %1 is needed"},
    FailureSentence{"exclusiveMinimum"_L1, u"it must be more than %1"},
    FailureSentence{"maxItems"_L1, u"at most %1 items are allowed"},
    FailureSentence{"minItems"_L1, u"at least %1 items are needed"},
    FailureSentence{"maxLength"_L1, u"at most %1 characters are allowed"},
    FailureSentence{"minLength"_L1, u"at least %1 characters are needed"},
    FailureSentence{"maxProperties"_L1, u"at most %1 members are allowed"},
    FailureSentence{"minProperties"_L1, u"at least %1 members are needed"},
    FailureSentence{"multipleOf"_L1, u"it must be a multiple of %1"},
    FailureSentence{"pattern"_L1, u"the text does not match %1"},
    FailureSentence{"format"_L1, u"the text is no %1"},
    FailureSentence{"uniqueItems"_L1, u"two items are the same"},
    FailureSentence{"contains"_L1, u"no item is of the kind that must be in it"},
    FailureSentence{"not"_L1, u"this is what the schema rules out"},
    FailureSentence{"anyOf"_L1, u"it fits none of the alternatives"},
    FailureSentence{"oneOf"_L1, u"it does not fit exactly one of the alternatives"},
    FailureSentence{"if"_L1, u"it does not fit what its condition asks for"},
    FailureSentence{"dependencies"_L1, u"“%1” is missing, which another member asks for"},
    FailureSentence{"additionalItems"_L1, u"there are more items than are allowed"},
    FailureSentence{"false"_L1, u"nothing is allowed here"},
};

} // namespace

QString failureText(const SchemaFailure &failure)
{
    const auto known =
        std::ranges::find(kFailureSentences, failure.keyword, &FailureSentence::keyword);
    if (known == kFailureSentences.end())
        return failure.message;
    const QString text = QString::fromUtf16(known->text);
    return text.contains("%1"_L1) ? text.arg(failure.detail) : text;
}

QString notCheckedText(const SchemaVerdict &verdict)
{
    switch (verdict.reason) {
    case NotCheckedReason::None:
        return {};
    case NotCheckedReason::NoProgram:
        return u"the program diptych-schema-check cannot be started"_s;
    case NotCheckedReason::Crashed:
        return u"the check needed more memory or depth than it is allowed"_s;
    case NotCheckedReason::TimedOut:
        return u"the check took longer than it is allowed"_s;
    case NotCheckedReason::TooLarge:
        return u"it is too large to be checked"_s;
    case NotCheckedReason::NotJson:
        return u"it is not JSON"_s;
    case NotCheckedReason::NotASchema:
        return u"the schema is not a valid schema (JSON Schema draft 7)"_s;
    case NotCheckedReason::RemoteReference:
        return u"the schema refers to %1, which is never fetched"_s.arg(verdict.detail);
    case NotCheckedReason::UnknownReference:
        return u"the schema refers to %1, which is not in it"_s.arg(verdict.detail);
    case NotCheckedReason::UnsupportedKeyword:
        return u"the schema uses “%1”, which is not part of draft 7"_s.arg(verdict.detail);
    case NotCheckedReason::UnsupportedPattern:
        return u"the schema has a pattern that is not understood: %1"_s.arg(verdict.detail);
    }
    return {};
}

} // namespace app
