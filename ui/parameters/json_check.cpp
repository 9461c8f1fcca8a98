// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parameters/json_check.h"

#include "app/schema/json_text.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

class JsonWords
{
    Q_DECLARE_TR_FUNCTIONS(ui::JsonCheck)
};

constexpr std::array kSchemaTypes{"object"_L1,  "array"_L1,   "string"_L1, "number"_L1,
                                  "integer"_L1, "boolean"_L1, "null"_L1};
constexpr int kDeepestSchema = 64;

JsonCheck problem(const QString &words, int position = -1)
{
    return {QJsonValue::Undefined, words, position};
}

bool isKnownType(const QJsonValue &type)
{
    return std::ranges::any_of(kSchemaTypes,
                               [&](QLatin1StringView known) { return type.toString() == known; });
}

/// What is wrong with one schema and those in it; empty where nothing is. `path` says where.
QString schemaProblem(const QJsonValue &schema, const QString &path, int depth = 0)
{
    if (schema.isBool())
        return {};
    if (!schema.isObject())
        return JsonWords::tr("%1 must be an object.").arg(path);
    if (depth > kDeepestSchema)
        return JsonWords::tr("%1 is nested too deeply.").arg(path);
    const QJsonValue type = schema["type"_L1];
    const QJsonArray types = type.isArray() ? type.toArray() : QJsonArray{type};
    for (const QJsonValue &one : types) {
        if (!type.isUndefined() && !isKnownType(one))
            return JsonWords::tr("%1: “%2” is not a type.").arg(path, one.toVariant().toString());
    }
    const QJsonValue required = schema["required"_L1];
    if (!required.isUndefined() && !required.isArray())
        return JsonWords::tr("%1: “required” must be a list of names.").arg(path);
    const QJsonValue properties = schema["properties"_L1];
    if (!properties.isUndefined() && !properties.isObject())
        return JsonWords::tr("%1: “properties” must be an object.").arg(path);
    const QJsonObject inner = properties.toObject();
    for (auto it = inner.begin(); it != inner.end(); ++it) {
        const QString found = schemaProblem(it.value(), path + u'.' + it.key(), depth + 1);
        if (!found.isEmpty())
            return found;
    }
    const QJsonValue items = schema["items"_L1];
    return items.isUndefined() ? QString() : schemaProblem(items, path + u"[]"_s, depth + 1);
}

} // namespace

JsonCheck checkJson(const QString &text)
{
    if (text.trimmed().isEmpty())
        return {};
    // Wrapped, because a document of QJsonDocument is a list or an object.
    const QByteArray utf8 = "[" + text.toUtf8() + "]";
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(utf8, &error);
    if (error.error != QJsonParseError::NoError) {
        const qsizetype offset = std::clamp<qsizetype>(error.offset - 1, 0, utf8.size() - 2);
        const auto position = QString::fromUtf8(utf8.mid(1, offset)).size();
        return problem(error.errorString(), int(std::min(position, text.size())));
    }
    if (document.array().size() != 1)
        return problem(JsonWords::tr("There must be one JSON value."));
    return {document.array().first(), {}, -1};
}

JsonCheck checkJsonObject(const QString &text)
{
    JsonCheck check = checkJson(text);
    if (check.isOk() && !check.value.isUndefined() && !check.value.isObject())
        return problem(JsonWords::tr("This must be an object in braces { }."));
    return check;
}

JsonCheck checkTools(const QString &text)
{
    JsonCheck check = checkJson(text);
    if (!check.isOk() || check.value.isUndefined())
        return check;
    if (!check.value.isArray())
        return problem(JsonWords::tr("This must be a list in brackets [ ]."));
    QStringList names;
    const QJsonArray tools = check.value.toArray();
    for (const QJsonValue &tool : tools) {
        const QString number = QString::number(names.size() + 1);
        if (tool["type"_L1].toString() != "function"_L1)
            return problem(JsonWords::tr("Tool %1 must have the type “function”.").arg(number));
        const QJsonValue function = tool["function"_L1];
        const QString name = function["name"_L1].toString();
        if (name.isEmpty())
            return problem(JsonWords::tr("The function of tool %1 has no name.").arg(number));
        if (names.contains(name))
            return problem(JsonWords::tr("Two tools are called “%1”.").arg(name));
        const QJsonValue parameters = function["parameters"_L1];
        const QString found =
            parameters.isUndefined() ? QString() : schemaProblem(parameters, name);
        if (!found.isEmpty())
            return problem(found);
        names.append(name);
    }
    return tools.isEmpty() ? JsonCheck() : check;
}

JsonCheck checkSchema(const QString &text)
{
    JsonCheck check = checkJsonObject(text);
    if (!check.isOk() || check.value.isUndefined())
        return check;
    const QString found = schemaProblem(check.value, JsonWords::tr("The schema"));
    return found.isEmpty() ? check : problem(found);
}

QStringList toolNames(const QJsonValue &tools)
{
    QStringList names;
    const QJsonArray list = tools.toArray();
    for (const QJsonValue &tool : list)
        names.append(tool["function"_L1]["name"_L1].toString());
    return names;
}

QString jsonText(const QJsonValue &value)
{
    if (value.isUndefined())
        return {};
    if (value.isObject())
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson()).trimmed();
    if (value.isArray())
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson()).trimmed();
    return QString::fromUtf8(app::compactJson(value));
}

} // namespace ui
