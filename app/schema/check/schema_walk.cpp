// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/schema/check/schema_walk.h"

#include "app/schema/check/draft7.h"
#include "app/schema/check/pattern.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QSet>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr std::array kHoldSchema{"additionalItems"_L1,
                                 "additionalProperties"_L1,
                                 "contains"_L1,
                                 "else"_L1,
                                 "if"_L1,
                                 "items"_L1,
                                 "not"_L1,
                                 "propertyNames"_L1,
                                 "then"_L1};
constexpr std::array kHoldList{"allOf"_L1, "anyOf"_L1, "items"_L1, "oneOf"_L1};
constexpr std::array kHoldMap{"dependencies"_L1, "patternProperties"_L1, "properties"_L1};
/// Drafts 2019-09 and 2020-12. `$defs` is fine: what it holds is reached by references only.
constexpr std::array kOfLaterDrafts{
    "$dynamicRef"_L1,      "$recursiveRef"_L1,    "dependentRequired"_L1,
    "dependentSchemas"_L1, "maxContains"_L1,      "minContains"_L1,
    "prefixItems"_L1,      "unevaluatedItems"_L1, "unevaluatedProperties"_L1};

class SchemaWalk
{
public:
    explicit SchemaWalk(const QJsonValue &root) : m_root(root) { }

    void visit(const QJsonValue &schema);
    [[nodiscard]] const std::optional<SchemaVerdict> &found() const { return m_found; }

private:
    void visitReference(const QString &reference);
    void visitMembers(const QJsonObject &schema);
    void visitPatterns(const QJsonObject &schema);
    void stop(NotCheckedReason reason, const QString &detail)
    {
        m_found = SchemaVerdict::notChecked(reason, detail);
    }

    const QJsonValue &m_root;
    QSet<QString> m_visited; ///< references
    std::optional<SchemaVerdict> m_found;
};

void SchemaWalk::visit(const QJsonValue &value)
{
    if (m_found || !value.isObject())
        return;
    const QJsonObject schema = value.toObject();
    // What stands beside a reference does not count in draft 7.
    if (const QJsonValue reference = schema["$ref"_L1]; reference.isString())
        return visitReference(reference.toString());
    for (const QLatin1StringView keyword : kOfLaterDrafts) {
        if (schema.contains(keyword))
            return stop(NotCheckedReason::UnsupportedKeyword, keyword);
    }
    visitPatterns(schema);
    visitMembers(schema);
}

void SchemaWalk::visitReference(const QString &reference)
{
    QString document = reference.section(u'#', 0, 0);
    if (document == kDraft7Address)
        return;
    if (!document.isEmpty())
        return stop(NotCheckedReason::RemoteReference, reference);
    if (m_visited.contains(reference))
        return;
    m_visited.insert(reference);
    const QString pointer =
        QString::fromUtf8(QByteArray::fromPercentEncoding(reference.section(u'#', 1).toUtf8()));
    const QJsonValue target = valueAt(m_root, pointer);
    if (target.isUndefined())
        return stop(NotCheckedReason::UnknownReference, reference);
    visit(target);
}

void SchemaWalk::visitPatterns(const QJsonObject &schema)
{
    QStringList patterns = schema["patternProperties"_L1].toObject().keys();
    if (schema["pattern"_L1].isString())
        patterns.append(schema["pattern"_L1].toString());
    for (const QString &pattern : patterns) {
        if (!Pattern(pattern).isValid())
            return stop(NotCheckedReason::UnsupportedPattern, pattern);
    }
}

void SchemaWalk::visitMembers(const QJsonObject &schema)
{
    for (const QLatin1StringView keyword : kHoldSchema)
        visit(schema[keyword]);
    for (const QLatin1StringView keyword : kHoldList) {
        const QJsonArray list = schema[keyword].toArray();
        for (const QJsonValue &one : list)
            visit(one);
    }
    for (const QLatin1StringView keyword : kHoldMap) {
        const QJsonObject map = schema[keyword].toObject();
        for (const QJsonValue &one : map)
            visit(one);
    }
}

} // namespace

QJsonValue valueAt(const QJsonValue &root, const QString &pointer)
{
    QJsonValue value = root;
    if (pointer.isEmpty())
        return value;
    if (!pointer.startsWith(u'/'))
        return QJsonValue::Undefined;
    for (QString step : QStringView(pointer).sliced(1).toString().split(u'/')) {
        step.replace("~1"_L1, "/"_L1).replace("~0"_L1, "~"_L1);
        if (value.isArray()) {
            bool isNumber = false;
            const qsizetype index = step.toLongLong(&isNumber);
            const QJsonArray array = value.toArray();
            value = isNumber && index >= 0 && index < array.size()
                        ? array.at(index)
                        : QJsonValue(QJsonValue::Undefined);
        } else {
            value = value.toObject().value(step);
        }
    }
    return value;
}

std::optional<SchemaVerdict> obstacleIn(const QJsonValue &schema)
{
    SchemaWalk walk(schema);
    walk.visit(schema);
    return walk.found();
}

} // namespace app
