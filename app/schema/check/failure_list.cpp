// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/schema/check/failure_list.h"

#include "app/schema/check/schema_walk.h"
#include "app/schema/failure_text.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace app {

namespace {

/// How one of valijson's sentences begins, and what it is about. What it puts in quotes, or its
/// last number, is the detail.
struct Sentence
{
    QLatin1StringView start;
    QLatin1StringView keyword;
    enum class Detail { None, Quoted, Number } detail = Detail::None;
    bool repeats = false; ///< that something below does not fit
};

constexpr std::array kSentences{
    Sentence{"Value type not permitted"_L1, "type"_L1},
    Sentence{"Missing required property"_L1, "required"_L1, Sentence::Detail::Quoted},
    Sentence{"Object contains a property"_L1, "additionalProperties"_L1, Sentence::Detail::Quoted},
    Sentence{"Failed to match against any enum"_L1, "enum"_L1},
    Sentence{"Failed to match expected value"_L1, "const"_L1},
    Sentence{"Expected number less than or equal"_L1, "maximum"_L1, Sentence::Detail::Number},
    Sentence{"Expected number less than"_L1, "exclusiveMaximum"_L1, Sentence::Detail::Number},
    Sentence{"Expected number greater than or equal"_L1, "minimum"_L1, Sentence::Detail::Number},
    Sentence{"Expected number greater than"_L1, "exclusiveMinimum"_L1, Sentence::Detail::Number},
    Sentence{"Array should contain no more"_L1, "maxItems"_L1, Sentence::Detail::Number},
    Sentence{"Array should contain no fewer"_L1, "minItems"_L1, Sentence::Detail::Number},
    Sentence{"String should be no more"_L1, "maxLength"_L1, Sentence::Detail::Number},
    Sentence{"String should be no fewer"_L1, "minLength"_L1, Sentence::Detail::Number},
    Sentence{"Object should have no more"_L1, "maxProperties"_L1, Sentence::Detail::Number},
    Sentence{"Object should have no fewer"_L1, "minProperties"_L1, Sentence::Detail::Number},
    Sentence{"Value should be a multiple"_L1, "multipleOf"_L1, Sentence::Detail::Number},
    Sentence{"Failed to match regex"_L1, "pattern"_L1, Sentence::Detail::Quoted},
    Sentence{"String should be of format"_L1, "format"_L1, Sentence::Detail::Quoted},
    Sentence{"Elements at indexes"_L1, "uniqueItems"_L1},
    Sentence{"Failed to any values"_L1, "contains"_L1},
    Sentence{"Target should not validate"_L1, "not"_L1},
    Sentence{"Failed to validate against any schemas allowed by anyOf"_L1, "anyOf"_L1},
    Sentence{"Failed to validate against any child schemas"_L1, "oneOf"_L1},
    Sentence{"Failed to validate against exactly one"_L1, "oneOf"_L1},
    Sentence{"Failed to validate against a conditional"_L1, "if"_L1, Sentence::Detail::None, true},
    Sentence{"Missing dependency"_L1, "dependencies"_L1, Sentence::Detail::Quoted},
    Sentence{"Array contains more items"_L1, "additionalItems"_L1},
    Sentence{"Cannot validate item"_L1, "additionalItems"_L1},
    Sentence{"Failed to validate"_L1, "false"_L1, Sentence::Detail::None, true},
};

/// "'name'." at the end of a sentence; a name may hold quotes itself.
QString quotedIn(const QString &sentence)
{
    constexpr auto kOtherQuotes = QLatin1StringView("constraints: '");
    const qsizetype others = sentence.indexOf(kOtherQuotes);
    const qsizetype from = others >= 0 ? others + kOtherQuotes.size() : sentence.indexOf(u'\'') + 1;
    const qsizetype close = sentence.lastIndexOf(u'\'');
    return close > from ? sentence.sliced(from, close - from) : QString();
}

QString numberIn(const QString &sentence)
{
    for (const QString &word : sentence.split(u' ')) {
        bool isNumber = false;
        const double number = word.toDouble(&isNumber);
        if (isNumber)
            return QString::number(number, 'g', 15);
    }
    return {};
}

QString escaped(QString name)
{
    return name.replace("~"_L1, "~0"_L1).replace("/"_L1, "~1"_L1);
}

/// valijson's steps are "<root>", "[name]", "[3]".
QString pointerOf(const std::vector<std::string> &context)
{
    QString pointer;
    for (size_t i = 1; i < context.size(); ++i) {
        const QString step = QString::fromStdString(context.at(i));
        pointer += u'/' + escaped(step.sliced(1).chopped(1));
    }
    return pointer;
}

QString typeName(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Null:
        return u"null"_s;
    case QJsonValue::Bool:
        return u"boolean"_s;
    case QJsonValue::Double:
        return u"number"_s;
    case QJsonValue::String:
        return u"string"_s;
    case QJsonValue::Array:
        return u"array"_s;
    case QJsonValue::Object:
        return u"object"_s;
    case QJsonValue::Undefined:
        break;
    }
    return {};
}

} // namespace

/// Something at this place or below it is in the list.
bool FailureList::explains(const QString &path) const
{
    return std::ranges::any_of(m_failures, [&](const SchemaFailure &failure) {
        return failure.path.startsWith(path)
               && (failure.path.size() == path.size() || failure.path.at(path.size()) == u'/');
    });
}

void FailureList::add(const std::vector<std::string> &context, const std::string &words)
{
    const QString sentence = QString::fromStdString(words);
    const auto known = std::ranges::find_if(
        kSentences, [&](const Sentence &each) { return sentence.startsWith(each.start); });
    SchemaFailure failure;
    failure.path = pointerOf(context);
    if (sentence.contains("property name '"_L1))
        failure.path += u'/' + escaped(quotedIn(sentence));
    if (known != kSentences.end()) {
        if (known->repeats && explains(failure.path))
            return;
        failure.keyword = known->keyword;
        if (known->detail == Sentence::Detail::Quoted)
            failure.detail = quotedIn(sentence);
        else if (known->detail == Sentence::Detail::Number)
            failure.detail = numberIn(sentence);
    }
    if (failure.keyword == "additionalProperties"_L1)
        failure.path += u'/' + escaped(failure.detail);
    if (failure.keyword == "type"_L1)
        failure.detail = typeName(valueAt(m_value, failure.path));
    failure.message = failure.keyword.isEmpty() ? sentence : failureText(failure);
    if (!m_failures.contains(failure))
        m_failures.append(failure);
}

QList<SchemaFailure> FailureList::take()
{
    return std::exchange(m_failures, {});
}

} // namespace app
