// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/schema_sample.h"

#include <QJsonArray>
#include <QSet>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr int kDeepest = 24;
constexpr qsizetype kLongestList = 16;
constexpr qsizetype kLongestText = 4'000;

constexpr std::array<std::pair<QLatin1StringView, QLatin1StringView>, 10> kFormats{{
    {"date-time"_L1, "2026-01-31T12:00:00Z"_L1},
    {"date"_L1, "2026-01-31"_L1},
    {"time"_L1, "12:00:00Z"_L1},
    {"duration"_L1, "PT5M"_L1},
    {"email"_L1, "someone@example.org"_L1},
    {"hostname"_L1, "example.org"_L1},
    {"uri"_L1, "https://example.org/"_L1},
    {"uuid"_L1, "123e4567-e89b-42d3-a456-426614174000"_L1},
    {"ipv4"_L1, "192.0.2.1"_L1},
    {"ipv6"_L1, "2001:db8::1"_L1},
}};

class Sampler
{
public:
    Sampler(const QJsonObject &root, const QString &words) : m_root(root), m_words(words) { }

    [[nodiscard]] QJsonValue sample(const QJsonValue &schema, const QString &name, int depth) const;

private:
    [[nodiscard]] QJsonObject resolved(QJsonObject schema) const;
    [[nodiscard]] QJsonObject object(const QJsonObject &schema, int depth) const;
    [[nodiscard]] QJsonArray list(const QJsonObject &schema, const QString &name, int depth) const;
    [[nodiscard]] QString text(const QJsonObject &schema, const QString &name) const;

    const QJsonObject &m_root;
    QString m_words;
};

// Members of `more` join those of `schema`; what both have as objects or lists is united.
QJsonObject united(QJsonObject schema, const QJsonObject &more)
{
    for (auto member = more.begin(); member != more.end(); ++member) {
        const QJsonValue old = schema.value(member.key());
        if (old.isObject() && member.value().isObject()) {
            schema.insert(member.key(), united(old.toObject(), member.value().toObject()));
        } else if (old.isArray() && member.value().isArray()) {
            QJsonArray both = old.toArray();
            for (const QJsonValue &value : member.value().toArray()) {
                if (!both.contains(value))
                    both.append(value);
            }
            schema.insert(member.key(), both);
        } else {
            schema.insert(member.key(), member.value());
        }
    }
    return schema;
}

QString typeOf(const QJsonObject &schema)
{
    const QJsonValue type = schema.value("type"_L1);
    if (type.isString())
        return type.toString();
    for (const QJsonValue &one : type.toArray()) {
        if (one.toString() != "null"_L1)
            return one.toString();
    }
    if (type.isArray())
        return u"null"_s;
    if (schema.contains("properties"_L1) || schema.contains("required"_L1))
        return u"object"_s;
    if (schema.contains("items"_L1) || schema.contains("prefixItems"_L1))
        return u"array"_s;
    if (schema.contains("minimum"_L1) || schema.contains("maximum"_L1))
        return u"number"_s;
    return u"string"_s;
}

double numberIn(const QJsonObject &schema, bool whole)
{
    const double step = std::max(schema.value("multipleOf"_L1).toDouble(whole ? 1 : 0), 0.0);
    const double grain = step > 0 ? step : 0.5;
    double low = schema.value("minimum"_L1).toDouble(-INFINITY);
    double high = schema.value("maximum"_L1).toDouble(INFINITY);
    // Draft 4 says whether the border is excluded, later drafts say which number is.
    const QJsonValue above = schema.value("exclusiveMinimum"_L1);
    const QJsonValue below = schema.value("exclusiveMaximum"_L1);
    const bool lowExcluded = above.isDouble() ? above.toDouble() >= low : above.toBool();
    const bool highExcluded = below.isDouble() ? below.toDouble() <= high : below.toBool();
    low = above.isDouble() ? std::max(low, above.toDouble()) : low;
    high = below.isDouble() ? std::min(high, below.toDouble()) : high;
    const auto fits = [&](double value) {
        return (lowExcluded ? value > low : value >= low)
               && (highExcluded ? value < high : value <= high);
    };
    if (fits(1) && (step == 0 || std::fmod(1, step) == 0))
        return 1;
    if (fits(0))
        return 0;
    if (std::isfinite(low)) {
        const double first = std::ceil(low / grain) * grain;
        for (const double value : {first, first + grain}) {
            if (fits(value))
                return value;
        }
        return std::isfinite(high) && !whole ? (low + high) / 2 : low;
    }
    const double last = std::floor(high / grain) * grain;
    return fits(last) ? last : last - grain;
}

QJsonObject Sampler::resolved(QJsonObject schema) const
{
    for (int hop = 0; hop < kDeepest && schema.contains("$ref"_L1); ++hop) {
        QJsonValue target = m_root;
        const QString reference = schema.value("$ref"_L1).toString();
        for (QString step :
             reference.mid(reference.indexOf(u'#') + 1).split(u'/', Qt::SkipEmptyParts))
            target =
                target.toObject().value(step.replace("~1"_L1, "/"_L1).replace("~0"_L1, "~"_L1));
        schema.remove("$ref"_L1);
        schema = united(schema, target.toObject());
    }
    const QJsonArray all = schema.take("allOf"_L1).toArray();
    for (const QJsonValue &part : all)
        schema = united(schema, resolved(part.toObject()));
    for (const auto &choice : {"anyOf"_L1, "oneOf"_L1}) {
        const QJsonArray options = schema.take(choice).toArray();
        if (!options.isEmpty())
            schema = united(schema, resolved(options.first().toObject()));
    }
    return schema;
}

QJsonObject Sampler::object(const QJsonObject &schema, int depth) const
{
    QJsonObject made;
    const QJsonObject properties = schema.value("properties"_L1).toObject();
    QSet<QString> required;
    for (const QJsonValue &name : schema.value("required"_L1).toArray())
        required.insert(name.toString());
    // Optional members make the answer richer as long as they cannot recurse.
    for (auto property = properties.begin(); property != properties.end(); ++property) {
        const bool nested = depth > 2 || property.value().toObject().contains("$ref"_L1);
        if (required.contains(property.key()) || (required.isEmpty() && !nested))
            made.insert(property.key(), sample(property.value(), property.key(), depth + 1));
    }
    for (const QString &name : required) {
        if (!made.contains(name))
            made.insert(name, sample(schema.value("additionalProperties"_L1), name, depth + 1));
    }
    return made;
}

QJsonArray Sampler::list(const QJsonObject &schema, const QString &name, int depth) const
{
    QJsonArray made;
    for (const QJsonValue &item : schema.value("prefixItems"_L1).toArray())
        made.append(sample(item, name, depth + 1));
    const QJsonValue items = schema.value("items"_L1);
    const qsizetype least =
        schema.value("minItems"_L1).toInt(items.isObject() && depth < 4 ? 1 : 0);
    const qsizetype most = schema.value("maxItems"_L1).toInt(kLongestList);
    while (made.size() < std::min({least, most, kLongestList}))
        made.append(sample(items, name, depth + 1));
    return made;
}

QString Sampler::text(const QJsonObject &schema, const QString &name) const
{
    const QString format = schema.value("format"_L1).toString();
    for (const auto &[known, example] : kFormats) {
        if (format == known)
            return example;
    }
    QString made = m_words;
    if (made.isEmpty())
        made = name.isEmpty() ? u"example"_s : u"example of "_s + name;
    const qsizetype least = std::min<qsizetype>(schema.value("minLength"_L1).toInt(), kLongestText);
    while (made.size() < least)
        made += u" …"_s;
    return made.left(schema.value("maxLength"_L1).toInt(int(kLongestText)));
}

QJsonValue Sampler::sample(const QJsonValue &value, const QString &name, int depth) const
{
    if (depth > kDeepest)
        return {};
    const QJsonObject schema = resolved(value.toObject());
    if (schema.contains("const"_L1))
        return schema.value("const"_L1);
    for (const auto &choices : {"enum"_L1, "examples"_L1}) {
        const QJsonArray options = schema.value(choices).toArray();
        if (!options.isEmpty())
            return options.first();
    }
    if (schema.contains("default"_L1))
        return schema.value("default"_L1);
    const QString type = typeOf(schema);
    if (type == "object"_L1)
        return object(schema, depth);
    if (type == "array"_L1)
        return list(schema, name, depth);
    if (type == "integer"_L1)
        return qint64(numberIn(schema, true));
    if (type == "number"_L1)
        return numberIn(schema, false);
    if (type == "boolean"_L1)
        return true;
    if (type == "null"_L1)
        return {};
    return text(schema, name);
}

} // namespace

QJsonValue sampleOf(const QJsonObject &schema, const QString &words)
{
    return Sampler(schema, words).sample(schema, {}, 0);
}

} // namespace app
