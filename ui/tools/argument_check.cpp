// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tools/argument_check.h"

#include "app/base/visible_text.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QStringList>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

struct ArgumentWords
{
    Q_DECLARE_TR_FUNCTIONS(ui::ArgumentCheck)
};

constexpr int kDeepestArgument = 32;
constexpr qsizetype kMostFormattedBytes = 200'000;
constexpr qsizetype kMostShownCharacters = 20'000;

// Those that are looked at, and those that decide nothing.
constexpr std::array kKnownKeywords{"type"_L1,      "properties"_L1,  "required"_L1,
                                    "enum"_L1,      "const"_L1,       "items"_L1,
                                    "minimum"_L1,   "maximum"_L1,     "additionalProperties"_L1,
                                    "minLength"_L1, "maxLength"_L1,   "minItems"_L1,
                                    "maxItems"_L1,  "title"_L1,       "description"_L1,
                                    "default"_L1,   "examples"_L1,    "$schema"_L1,
                                    "$id"_L1,       "$comment"_L1,    "readOnly"_L1,
                                    "writeOnly"_L1, "definitions"_L1, "$defs"_L1,
                                    "strict"_L1};

bool isOfType(const QJsonValue &value, const QString &type)
{
    switch (value.type()) {
    case QJsonValue::Null:
        return type == "null"_L1;
    case QJsonValue::Bool:
        return type == "boolean"_L1;
    case QJsonValue::Double:
        return type == "number"_L1
               || (type == "integer"_L1 && value.toDouble() == std::floor(value.toDouble()));
    case QJsonValue::String:
        return type == "string"_L1;
    case QJsonValue::Array:
        return type == "array"_L1;
    case QJsonValue::Object:
        return type == "object"_L1;
    case QJsonValue::Undefined:
        break;
    }
    return false;
}

QString argumentPath(const QString &path, const QString &name)
{
    return path.isEmpty() ? name : path + u'.' + name;
}

class ArgumentWalk
{
public:
    void visit(const QJsonValue &value, const QJsonObject &schema, const QString &path, int depth);

    QString misfit; ///< the first one
    bool isSure = true;

private:
    void visitType(const QJsonValue &value, const QJsonObject &schema, const QString &path);
    void visitChoice(const QJsonValue &value, const QJsonObject &schema, const QString &path);
    void visitBounds(const QJsonValue &value, const QJsonObject &schema, const QString &path);
    void visitObject(const QJsonObject &object, const QJsonObject &schema, const QString &path,
                     int depth);
    void visitArray(const QJsonArray &array, const QJsonObject &schema, const QString &path,
                    int depth);
    void report(const QString &sentence)
    {
        if (misfit.isEmpty())
            misfit = sentence;
    }
    /// How a place is called in a sentence.
    static QString named(const QString &path)
    {
        return path.isEmpty() ? ArgumentWords::tr("the arguments")
                              : withVisible(path.size() > 60 ? path.left(60) + u'…' : path);
    }
    static QString withVisible(const QString &text) { return app::withVisibleCharacters(text); }
};

void ArgumentWalk::visit(const QJsonValue &value, const QJsonObject &schema, const QString &path,
                         int depth)
{
    if (!misfit.isEmpty())
        return;
    if (depth > kDeepestArgument) {
        isSure = false;
        return;
    }
    for (auto it = schema.begin(); it != schema.end(); ++it) {
        if (std::ranges::find(kKnownKeywords, it.key()) == kKnownKeywords.end())
            isSure = false;
    }
    visitType(value, schema, path);
    visitChoice(value, schema, path);
    visitBounds(value, schema, path);
    if (value.isObject())
        visitObject(value.toObject(), schema, path, depth);
    else if (value.isArray())
        visitArray(value.toArray(), schema, path, depth);
}

void ArgumentWalk::visitType(const QJsonValue &value, const QJsonObject &schema,
                             const QString &path)
{
    const QJsonValue type = schema.value("type"_L1);
    QStringList types;
    if (type.isString()) {
        types.append(type.toString());
    } else {
        const QJsonArray list = type.toArray();
        for (const QJsonValue &each : list)
            types.append(each.toString());
    }
    const auto fits = [&](const QString &each) { return isOfType(value, each); };
    if (!types.isEmpty() && std::ranges::none_of(types, fits))
        //: %1 is the name of an argument, %2 a type of JSON such as "string".
        report(ArgumentWords::tr("It does not fit the schema: %1 is not of the type %2.")
                   .arg(named(path), types.join(u", "_s)));
}

void ArgumentWalk::visitChoice(const QJsonValue &value, const QJsonObject &schema,
                               const QString &path)
{
    const bool isListed =
        !schema.value("enum"_L1).isArray() || schema.value("enum"_L1).toArray().contains(value);
    const bool isEqual = !schema.contains("const"_L1) || schema.value("const"_L1) == value;
    if (!isListed || !isEqual)
        //: %1 is the name of an argument.
        report(ArgumentWords::tr(
                   "It does not fit the schema: %1 is none of the values that are allowed.")
                   .arg(named(path)));
}

void ArgumentWalk::visitBounds(const QJsonValue &value, const QJsonObject &schema,
                               const QString &path)
{
    const auto isOutside = [&](double size, QLatin1StringView least, QLatin1StringView most) {
        const QJsonValue low = schema.value(least);
        const QJsonValue high = schema.value(most);
        return (low.isDouble() && size < low.toDouble())
               || (high.isDouble() && size > high.toDouble());
    };
    const bool outside =
        value.isDouble() ? isOutside(value.toDouble(), "minimum"_L1, "maximum"_L1)
        : value.isString()
            ? isOutside(double(value.toString().toUcs4().size()), "minLength"_L1, "maxLength"_L1)
        : value.isArray() ? isOutside(double(value.toArray().size()), "minItems"_L1, "maxItems"_L1)
                          : false;
    if (outside)
        //: %1 is the name of an argument.
        report(
            ArgumentWords::tr("It does not fit the schema: %1 is out of bounds.").arg(named(path)));
}

void ArgumentWalk::visitObject(const QJsonObject &object, const QJsonObject &schema,
                               const QString &path, int depth)
{
    const QJsonArray required = schema.value("required"_L1).toArray();
    for (const QJsonValue &name : required) {
        if (!object.contains(name.toString()))
            //: %1 is the name of an argument.
            report(ArgumentWords::tr("It does not fit the schema: %1 is missing.")
                       .arg(named(argumentPath(path, name.toString()))));
    }
    const QJsonObject properties = schema.value("properties"_L1).toObject();
    const QJsonValue others = schema.value("additionalProperties"_L1);
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QString place = argumentPath(path, it.key());
        if (properties.contains(it.key()))
            visit(it.value(), properties.value(it.key()).toObject(), place, depth + 1);
        else if (others.isBool() && !others.toBool())
            //: %1 is the name of an argument.
            report(
                ArgumentWords::tr("It does not fit the schema: it knows no %1.").arg(named(place)));
        else if (others.isObject())
            visit(it.value(), others.toObject(), place, depth + 1);
    }
}

void ArgumentWalk::visitArray(const QJsonArray &array, const QJsonObject &schema,
                              const QString &path, int depth)
{
    const QJsonValue items = schema.value("items"_L1);
    if (items.isArray())
        isSure = false;
    if (!items.isObject())
        return;
    for (qsizetype i = 0; i < array.size(); ++i)
        visit(array.at(i), items.toObject(), u"%1[%2]"_s.arg(path).arg(i), depth + 1);
}

} // namespace

ArgumentCheck checkArguments(const QByteArray &arguments, const QJsonObject &schema)
{
    const QByteArray text = arguments.trimmed();
    const QJsonDocument document = QJsonDocument::fromJson(text);
    if (!text.isEmpty() && !document.isObject())
        return {ArgumentCheck::Verdict::Misfit,
                ArgumentWords::tr("The arguments are no JSON object.")};
    ArgumentWalk walk;
    walk.visit(document.object(), schema, {}, 0);
    if (!walk.misfit.isEmpty())
        return {ArgumentCheck::Verdict::Misfit, walk.misfit};
    return {walk.isSure ? ArgumentCheck::Verdict::Fits : ArgumentCheck::Verdict::Unknown, {}};
}

QString editableText(const QByteArray &text)
{
    if (text.size() <= kMostFormattedBytes) {
        const QJsonDocument document = QJsonDocument::fromJson(text);
        if (document.isObject() || document.isArray())
            return QString::fromUtf8(document.toJson(QJsonDocument::Indented)).trimmed();
    }
    return QString::fromUtf8(text);
}

QString readableText(const QByteArray &text)
{
    // A character takes four bytes at most, and is cut as one.
    const QByteArray head =
        text.size() > kMostFormattedBytes ? text.first(kMostFormattedBytes) : text;
    QString shown = editableText(head);
    const bool isCut = shown.size() > kMostShownCharacters || head.size() < text.size();
    shown = app::withVisibleCharacters(shown.left(kMostShownCharacters));
    if (isCut)
        shown += u'\n'
                 + ArgumentWords::tr("… and more. All of it is %n bytes.", nullptr,
                                     int(std::min<qsizetype>(text.size(), INT_MAX)));
    return shown;
}

} // namespace ui
