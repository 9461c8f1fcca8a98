// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/openai/parameters.h"

#include "app/base/json_number.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <cmath>

using namespace Qt::StringLiterals;

namespace app {

namespace {

Result<void> refuse(const ParameterSpec &spec, const QString &expected)
{
    const QString name(spec.name);
    return fail(Error{.kind = ErrorKind::InvalidRequest,
                      .message = u"%1 must be %2"_s.arg(name, expected),
                      .param = name});
}

QString number(double value)
{
    return QString::number(value, 'g', 15);
}

QString range(const ParameterSpec &spec)
{
    const auto from = spec.minimumExcluded ? u"above %1 and at most %2"_s : u"from %1 to %2"_s;
    const auto limit = spec.type == ParameterType::Integer ? wholeLimit : number;
    return from.arg(limit(spec.minimum), limit(spec.maximum));
}

Result<void> checkNumber(const ParameterSpec &spec, const QJsonValue &value)
{
    const double given = value.toDouble();
    const bool whole = spec.type != ParameterType::Integer || given == std::floor(given);
    const bool enough = spec.minimumExcluded ? given > spec.minimum : given >= spec.minimum;
    if (value.isDouble() && whole && enough && given <= spec.maximum)
        return {};
    const bool isWhole = spec.type == ParameterType::Integer;
    return refuse(spec, (isWhole ? u"a whole number "_s : u"a number "_s) + range(spec));
}

bool isChoiceWord(const QString &text)
{
    constexpr qsizetype kLongestWord = 32;
    return !text.isEmpty() && text.size() <= kLongestWord
           && std::all_of(text.begin(), text.end(), [](QChar character) {
                  return character.isLetterOrNumber() || character == u'-' || character == u'_';
              });
}

Result<void> checkChoice(const ParameterSpec &spec, const QJsonValue &value)
{
    const QString given = value.toString();
    for (const auto choice : spec.choices) {
        if (given == choice)
            return {};
    }
    if (spec.name == "tool_choice"_L1 && value.isObject())
        return {};
    if (spec.isOpen && isChoiceWord(given))
        return {};
    QStringList names;
    for (const auto choice : spec.choices)
        names.append(QString(choice));
    return refuse(spec, u"one of "_s + names.join(u", "_s));
}

Result<void> checkList(const ParameterSpec &spec, const QJsonValue &value)
{
    const QString expected =
        u"a list of %1 to %2 "_s.arg(number(spec.minimum), number(spec.maximum));
    const auto isItem = [&](const QJsonValue &item) {
        switch (spec.type) {
        case ParameterType::TextList:
            return item.isString();
        case ParameterType::IntegerList:
            return item.isDouble() && item.toDouble() == std::floor(item.toDouble());
        default:
            return item.isObject();
        }
    };
    const QJsonArray items = value.toArray();
    const bool counted = items.size() >= spec.minimum && items.size() <= spec.maximum;
    if (value.isArray() && counted && std::all_of(items.begin(), items.end(), isItem))
        return {};
    switch (spec.type) {
    case ParameterType::TextList:
        return refuse(spec, expected + u"texts"_s);
    case ParameterType::IntegerList:
        return refuse(spec, expected + u"whole numbers"_s);
    default:
        return refuse(spec, expected + u"objects"_s);
    }
}

Result<void> checkTools(const ParameterSpec &spec, const QJsonValue &value)
{
    for (const QJsonValue &tool : value.toArray()) {
        const bool isFunction = tool["type"_L1].toString() == "function"_L1;
        if (!isFunction || tool["function"_L1]["name"_L1].toString().isEmpty())
            return refuse(spec, u"functions with a name: "
                                "{\"type\":\"function\",\"function\":{\"name\":…}}"_s);
    }
    return {};
}

Result<void> checkFormat(const ParameterSpec &spec, const QJsonValue &value)
{
    const QString type = value["type"_L1].toString();
    if (type == "text"_L1 || type == "json_object"_L1)
        return {};
    if (type == "regex"_L1 && value["regex"_L1].isString())
        return {};
    const QJsonValue schema = value["json_schema"_L1];
    if (type == "json_schema"_L1 && schema["name"_L1].isString() && schema["schema"_L1].isObject())
        return {};
    return refuse(spec, u"of type text, json_object, regex, or json_schema with a json_schema that "
                        "has name and schema"_s);
}

Result<QJsonValue> parseJson(const ParameterSpec &spec, const QString &text)
{
    QJsonParseError problem;
    // Wrapped, because a document must be a list or an object.
    const auto document = QJsonDocument::fromJson("[" + text.toUtf8() + "]", &problem);
    if (problem.error != QJsonParseError::NoError || document.array().size() != 1)
        return fail(refuse(spec, u"JSON"_s).error());
    return document.array().first();
}

Result<QJsonValue> parseText(const ParameterSpec &spec, const QString &text)
{
    bool good = true;
    switch (spec.type) {
    case ParameterType::Number: {
        const double value = text.toDouble(&good);
        return good ? QJsonValue(value) : QJsonValue();
    }
    case ParameterType::Integer: {
        const qint64 value = text.toLongLong(&good);
        return good ? QJsonValue(value) : QJsonValue();
    }
    case ParameterType::Boolean:
        if (text == "true"_L1 || text == "false"_L1)
            return QJsonValue(text == "true"_L1);
        return QJsonValue();
    case ParameterType::Text:
        return QJsonValue(text);
    case ParameterType::Choice:
        if (text.startsWith(u'{'))
            return parseJson(spec, text);
        return QJsonValue(text);
    case ParameterType::TextList:
        if (!text.startsWith(u'['))
            return QJsonValue(QJsonArray{text});
        [[fallthrough]];
    case ParameterType::IntegerList:
    case ParameterType::Object:
    case ParameterType::List:
        break;
    }
    return parseJson(spec, text);
}

} // namespace

const ParameterSpec *findParameter(QStringView name)
{
    for (const ParameterSpec &spec : parameterTable()) {
        if (spec.name == name)
            return &spec;
    }
    return nullptr;
}

bool takesParameter(Dialect dialect, const ParameterSpec &spec)
{
    return dialect == Dialect::Unknown || spec.dialects.empty()
           || std::find(spec.dialects.begin(), spec.dialects.end(), dialect) != spec.dialects.end();
}

Result<void> checkParameter(const ParameterSpec &spec, const QJsonValue &value)
{
    switch (spec.type) {
    case ParameterType::Number:
    case ParameterType::Integer:
        return checkNumber(spec, value);
    case ParameterType::Boolean:
        return value.isBool() ? Result<void>() : refuse(spec, u"true or false"_s);
    case ParameterType::Text:
        return value.isString() ? Result<void>() : refuse(spec, u"a text"_s);
    case ParameterType::Choice:
        return checkChoice(spec, value);
    case ParameterType::Object:
        if (!value.isObject())
            return refuse(spec, u"a JSON object"_s);
        return spec.control == ParameterControl::Format ? checkFormat(spec, value) : Result<void>();
    case ParameterType::TextList:
    case ParameterType::IntegerList:
    case ParameterType::List:
        break;
    }
    const auto checked = checkList(spec, value);
    return checked && spec.control == ParameterControl::Tools ? checkTools(spec, value) : checked;
}

Result<QJsonValue> parseParameter(QStringView name, const QString &text)
{
    const ParameterSpec *spec = findParameter(name);
    if (!spec) {
        return fail(Error{.kind = ErrorKind::InvalidRequest,
                          .message = u"there is no parameter %1"_s.arg(name),
                          .param = name.toString()});
    }
    const auto value = parseText(*spec, text);
    if (!value)
        return value;
    if (const auto checked = checkParameter(*spec, *value); !checked)
        return fail(checked.error());
    return value;
}

} // namespace app
