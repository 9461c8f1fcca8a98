// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/schema/schema_inference.h"

#include <QDate>
#include <QDateTime>
#include <QJsonArray>

#include <algorithm>
#include <array>
#include <map>
#include <memory>

using namespace Qt::StringLiterals;

namespace app {

namespace {

/// Deeper values are taken as they come.
constexpr int kDeepestShape = 64;

/// "Z" or "+01:00" at the end; a time without one is no "date-time" (RFC 3339).
bool hasZone(const QString &time)
{
    const QChar sign = time.at(time.size() - 6);
    return time.endsWith(u'Z') || sign == u'+' || sign == u'-';
}

/// What was seen at one place of all samples.
class Shape
{
public:
    void add(const QJsonValue &value, int depth);
    [[nodiscard]] QJsonObject schema() const;

private:
    enum Kind { Object, Array, String, Integer, Number, Boolean, Null, Kinds };

    struct Member
    {
        int count = 0;
        std::unique_ptr<Shape> shape = std::make_unique<Shape>();
    };

    void addObject(const QJsonObject &object, int depth);
    void addText(const QString &text);
    [[nodiscard]] QJsonValue types() const;
    void describeObject(QJsonObject &schema) const;

    std::array<int, Kinds> m_seen{};
    std::map<QString, Member> m_members;
    std::unique_ptr<Shape> m_items;
    bool m_allDates = true;
    bool m_allTimes = true;
};

void Shape::add(const QJsonValue &value, int depth)
{
    if (depth > kDeepestShape)
        return;
    switch (value.type()) {
    case QJsonValue::Object:
        return addObject(value.toObject(), depth);
    case QJsonValue::Array: {
        ++m_seen[Array];
        const QJsonArray array = value.toArray();
        for (const QJsonValue &item : array) {
            if (!m_items)
                m_items = std::make_unique<Shape>();
            m_items->add(item, depth + 1);
        }
        return;
    }
    case QJsonValue::String:
        return addText(value.toString());
    case QJsonValue::Double:
        ++m_seen[value.toInteger(0) == value.toInteger(1) ? Integer : Number];
        return;
    case QJsonValue::Bool:
        ++m_seen[Boolean];
        return;
    case QJsonValue::Null:
        ++m_seen[Null];
        return;
    case QJsonValue::Undefined:
        return;
    }
}

void Shape::addObject(const QJsonObject &object, int depth)
{
    ++m_seen[Object];
    for (auto it = object.begin(); it != object.end(); ++it) {
        Member &member = m_members[it.key()];
        ++member.count;
        member.shape->add(it.value(), depth + 1);
    }
}

void Shape::addText(const QString &text)
{
    ++m_seen[String];
    constexpr qsizetype kDate = 10; // 2026-01-31
    constexpr qsizetype kLongestTime = 40;
    m_allDates =
        m_allDates && text.size() == kDate && QDate::fromString(text, Qt::ISODate).isValid();
    m_allTimes = m_allTimes && text.size() > kDate && text.size() < kLongestTime
                 && text.at(kDate) == u'T' && hasZone(text)
                 && QDateTime::fromString(text, Qt::ISODate).isValid();
}

QJsonValue Shape::types() const
{
    static constexpr std::array kTypes{"object"_L1, "array"_L1,   "string"_L1, "integer"_L1,
                                       "number"_L1, "boolean"_L1, "null"_L1};
    QJsonArray types;
    for (size_t kind = 0; kind < Kinds; ++kind) {
        // Whole numbers are numbers.
        if (m_seen[kind] > 0 && (kind != Integer || m_seen[Number] == 0))
            types.append(kTypes[kind]);
    }
    return types.size() == 1 ? types.first() : QJsonValue(types);
}

void Shape::describeObject(QJsonObject &schema) const
{
    QJsonObject properties;
    QJsonArray required;
    for (const auto &[name, member] : m_members) {
        properties.insert(name, member.shape->schema());
        if (member.count == m_seen[Object])
            required.append(name);
    }
    schema.insert(u"properties"_s, properties);
    schema.insert(u"required"_s, required);
    schema.insert(u"additionalProperties"_s, false);
}

QJsonObject Shape::schema() const
{
    QJsonObject schema;
    if (std::ranges::all_of(m_seen, [](int count) { return count == 0; }))
        return schema;
    schema.insert(u"type"_s, types());
    if (m_seen[Object] > 0)
        describeObject(schema);
    if (m_seen[Array] > 0)
        schema.insert(u"items"_s, m_items ? m_items->schema() : QJsonObject());
    if (m_seen[String] > 0 && (m_allDates || m_allTimes))
        schema.insert(u"format"_s, m_allDates ? u"date"_s : u"date-time"_s);
    return schema;
}

} // namespace

QJsonObject inferSchema(const QList<QJsonValue> &samples)
{
    Shape shape;
    for (const QJsonValue &sample : samples)
        shape.add(sample, 0);
    return shape.schema();
}

} // namespace app
