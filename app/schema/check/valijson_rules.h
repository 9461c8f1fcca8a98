// SPDX-License-Identifier: GPL-3.0-or-later
// valijson with the rules that its version 1.0 gets wrong (measured with the cases of Debian's
// json-schema-test-suite): included once, before anything of it is instantiated.
#pragma once

#include "app/schema/check/pattern.h"
#include "app/schema/check/text_format.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>

#include <cmath>

// Its adapter reads integers of 32 bits, so that no time in milliseconds would be one.
#define toInt toInteger
#include <valijson/adapters/qtjson_adapter.hpp>
#undef toInt
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

namespace app {

using JsonAdapter = valijson::adapters::QtJsonAdapter;

/// Compiled once per process; a schema has few of them.
[[nodiscard]] inline const Pattern &patternOf(const std::string &source)
{
    static QHash<QByteArray, Pattern> patterns;
    const auto key = QByteArray::fromStdString(source);
    auto found = patterns.find(key);
    if (found == patterns.end())
        found = patterns.insert(key, Pattern(QString::fromUtf8(key)));
    return *found;
}

/// Whether a number is a multiple of another one, as far as doubles can tell: 19.99 is one of 0.01.
[[nodiscard]] inline bool isMultiple(double number, double of)
{
    const double ratio = number / of;
    constexpr double kTolerance = 1e-9;
    return std::isfinite(ratio)
           && std::abs(ratio - std::round(ratio)) <= kTolerance * std::max(1.0, std::abs(ratio));
}

} // namespace app

namespace valijson {

/// std::regex knows bytes only, and recurses with the length of the text.
template <>
inline bool ValidationVisitor<app::JsonAdapter>::visit(const PatternConstraint &constraint)
{
    if (!m_target.isString())
        return true;
    const std::string source(constraint.getPattern<std::string::allocator_type>());
    if (app::patternOf(source).isIn(QString::fromStdString(m_target.asString())))
        return true;
    if (m_results)
        m_results->pushError(m_context, "Failed to match regex '" + source + "'.");
    return false;
}

template <>
template <>
inline bool ValidationVisitor<app::JsonAdapter>::ValidatePatternPropertySubschemas::operator()(
    const std::basic_string<char, std::char_traits<char>, internal::CustomAllocator<char>> &pattern,
    const Subschema *subschema) const
{
    const app::Pattern &expression = app::patternOf(std::string(pattern.c_str()));
    for (const app::JsonAdapter::ObjectMember member : m_object) {
        if (!expression.isIn(QString::fromStdString(member.first)))
            continue;
        m_propertiesMatched->insert(member.first);
        std::vector<std::string> context = m_context;
        context.push_back("[" + member.first + "]");
        ValidationVisitor inner(member.second, context, m_strictTypes, m_results, m_regexesCache);
        if (!inner.validateSchema(*subschema)) {
            if (m_results)
                m_results->pushError(context, "Failed to validate against schema associated with "
                                              "pattern.");
            *m_validated = false;
        }
    }
    return m_continueOnSuccess;
}

/// It throws at what is no text, and takes a sign for a bar.
template <>
inline bool ValidationVisitor<app::JsonAdapter>::visit(const FormatConstraint &constraint)
{
    if (!m_target.isString()
        || app::hasFormat(QString::fromStdString(m_target.asString()),
                          QString::fromStdString(constraint.getFormat())))
        return true;
    if (m_results)
        m_results->pushError(m_context,
                             "String should be of format '" + constraint.getFormat() + "'.");
    return false;
}

/// The remainder of a division of doubles is seldom 0.
template <>
inline bool ValidationVisitor<app::JsonAdapter>::visit(const MultipleOfDoubleConstraint &constraint)
{
    if (!m_target.isNumber() || app::isMultiple(m_target.asDouble(), constraint.getDivisor()))
        return true;
    if (m_results)
        m_results->pushError(m_context, "Value should be a multiple of "
                                            + std::to_string(constraint.getDivisor()));
    return false;
}

/// 0.5 became 0 before it was divided.
template <>
inline bool ValidationVisitor<app::JsonAdapter>::visit(const MultipleOfIntConstraint &constraint)
{
    const int64_t divisor = constraint.getDivisor();
    if (!m_target.isNumber() || divisor == 0)
        return true;
    const bool fits = m_target.isInteger() ? m_target.getInteger() % divisor == 0
                                           : app::isMultiple(m_target.asDouble(), double(divisor));
    if (!fits && m_results)
        m_results->pushError(m_context, "Value should be a multiple of " + std::to_string(divisor));
    return fits;
}

} // namespace valijson
