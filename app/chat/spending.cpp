// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chat/spending.h"

#include "app/chat/run_record.h"

#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr qint64 kBytesPerToken = 3;
constexpr qint64 kAssumedImageTokens = 2'000;
constexpr qint64 kAssumedAnswerTokens = 4'096;

constexpr QByteArrayView kDataUrl = "\"data:image/";
constexpr QByteArrayView kAddress = "{\"image_url\":{\"url\":\"http";

/// OpenAI calls it by another name.
qint64 answerTokens(const QJsonObject &body, qint64 promptTokens, const ModelInfo &model)
{
    for (const auto &name : {"max_tokens"_L1, "max_completion_tokens"_L1}) {
        if (body.value(name).isDouble())
            return body.value(name).toInteger();
    }
    const qint64 room = model.contextLength.value_or(promptTokens + kAssumedAnswerTokens);
    return std::clamp<qint64>(room - promptTokens, 0, kAssumedAnswerTokens);
}

} // namespace

RequestSize requestSize(const QByteArray &body)
{
    RequestSize size{body.size()};
    for (qsizetype at = body.indexOf(kDataUrl); at >= 0; at = body.indexOf(kDataUrl, at)) {
        const qsizetype end = body.indexOf('"', at + 1);
        if (end < 0)
            break;
        size.textBytes -= end - at;
        ++size.images;
        at = end;
    }
    size.images += int(QByteArrayView(body).count(kAddress)); // its bytes are those of a text
    return size;
}

std::optional<double> estimateCost(const RequestSize &size, const QJsonObject &body,
                                   const ModelInfo &model, const Provider &provider)
{
    if (!model.prices.input || !model.prices.output) {
        const bool isFree = provider.dialect == Dialect::Demo || isOnOwnNetwork(provider.baseUrl);
        return isFree ? std::optional(0.0) : std::nullopt;
    }
    Usage usage;
    usage.promptTokens =
        (size.textBytes + kBytesPerToken - 1) / kBytesPerToken + size.images * kAssumedImageTokens;
    usage.completionTokens =
        answerTokens(body, usage.promptTokens, model) * std::max(1, body.value("n"_L1).toInt(1));
    return computeCost(usage, model.prices, body.value("service_tier"_L1).toString());
}

Budget::Verdict Budget::verdict(double estimateUsd) const
{
    // Sums of many small numbers are not exact.
    constexpr double kRounding = 1e-12;
    if (!m_ceilingUsd || m_spentUsd + m_asideUsd + estimateUsd <= *m_ceilingUsd + kRounding)
        return Verdict::Fits;
    const bool mayFitLater = m_runs > 0 && m_spentUsd + estimateUsd <= *m_ceilingUsd + kRounding;
    return mayFitLater ? Verdict::Waits : Verdict::Exceeds;
}

void Budget::setAside(double estimateUsd)
{
    m_asideUsd += estimateUsd;
    ++m_runs;
}

void Budget::settle(double estimateUsd, double costUsd)
{
    --m_runs;
    m_asideUsd = m_runs == 0 ? 0 : m_asideUsd - estimateUsd;
    m_spentUsd += costUsd;
}

} // namespace app
