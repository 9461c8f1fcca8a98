// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/catalogue/model_info.h"
#include "app/settings/provider.h"

#include <QByteArray>

class QJsonObject;

namespace app {

/// What of a request costs money.
struct RequestSize
{
    qint64 textBytes = 0; ///< of the body, without pictures
    int images = 0; ///< data URLs and addresses of images in it

    bool operator==(const RequestSize &) const = default;
};

/// Any thread; linear in the body.
[[nodiscard]] RequestSize requestSize(const QByteArray &body);

/// USD that a request may cost, guessed on the high side before it is sent: a token for every three
/// bytes, 2,000 for a picture, and an answer of `max_tokens`. Where that is not set, of 4,096
/// tokens: that is an assumption, not a limit, and a longer answer costs more. `body`: the request
/// without its messages. Nothing where the catalogue has no price; but a server on the own network
/// without one costs nothing.
[[nodiscard]] std::optional<double> estimateCost(const RequestSize &size, const QJsonObject &body,
                                                 const ModelInfo &model, const Provider &provider);

/// Money up to a ceiling: what is spent, and what is set aside for runs on their way. A value.
class Budget
{
public:
    enum class Verdict {
        Fits,
        Waits, ///< for runs on their way: they may cost less than what is set aside for them
        Exceeds, ///< would pass the ceiling whatever they cost
    };

    /// Without a ceiling everything fits. A ceiling of zero lets through what costs nothing.
    explicit Budget(std::optional<double> ceilingUsd = {}, double spentUsd = 0)
        : m_ceilingUsd(ceilingUsd), m_spentUsd(spentUsd)
    {
    }

    [[nodiscard]] std::optional<double> ceilingUsd() const { return m_ceilingUsd; }
    [[nodiscard]] double spentUsd() const { return m_spentUsd; }

    [[nodiscard]] Verdict verdict(double estimateUsd) const;
    void setAside(double estimateUsd);
    /// A run came to its end: what was set aside for it is free again.
    void settle(double estimateUsd, double costUsd);

private:
    std::optional<double> m_ceilingUsd;
    double m_spentUsd = 0;
    double m_asideUsd = 0;
    int m_runs = 0; ///< on their way
};

} // namespace app
