// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/compare/lane_sums.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace app {

void LaneSums::add(const QJsonObject &line)
{
    ++m_answers;
    if (const QJsonValue cost = line.value("cost_usd"_L1); cost.isDouble())
        m_costUsd = m_costUsd.value_or(0) + cost.toDouble();
    const QJsonObject usage = line.value("usage"_L1).toObject();
    m_promptTokens += usage.value("prompt_tokens"_L1).toInteger();
    m_completionTokens += usage.value("completion_tokens"_L1).toInteger();
    if (line.value("status"_L1).toString() != "complete"_L1)
        return;
    ++m_complete;
    m_characters += line.value("text"_L1).toString().size();
    const QJsonObject timings = line.value("timings"_L1).toObject();
    if (const QJsonValue total = timings.value("total_ms"_L1); total.isDouble())
        m_totalMs.append(float(total.toDouble()));
    if (const QJsonValue first = timings.value("first_token_ms"_L1); first.isDouble())
        m_firstMs.append(float(first.toDouble()));
}

std::optional<double> LaneSums::meanCharacters() const
{
    return m_complete > 0 ? std::optional(double(m_characters) / m_complete) : std::nullopt;
}

std::optional<double> LaneSums::median(QList<float> values)
{
    if (values.isEmpty())
        return {};
    const auto middle = values.begin() + values.size() / 2;
    std::nth_element(values.begin(), middle, values.end());
    if (values.size() % 2 == 1)
        return *middle;
    return (double(*middle) + double(*std::max_element(values.begin(), middle))) / 2;
}

} // namespace app
