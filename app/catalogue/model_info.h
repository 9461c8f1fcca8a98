// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace app {

/// What is known of an ability. Unknown is tried, and learnt from 405 and 422 answers.
enum class Ability { Unknown, No, Yes };

/// USD per million tokens, as they are paid: with the discount, if there is one.
struct Prices
{
    std::optional<double> input;
    std::optional<double> output;
    std::optional<double> cacheRead;
    std::optional<double> priorityFactor; ///< of the tier `priority`, e.g. 1.5
    std::optional<double> flexFactor;
    std::optional<double> discount; ///< what is off the list prices: 0.2 is a fifth
    qint64 discountEndsMs = 0; ///< 0: not known

    bool operator==(const Prices &) const = default;
};

/// The same at that moment: a discount that has ended is taken off no more.
[[nodiscard]] Prices pricesAt(Prices prices, qint64 atMs);
/// What a price would be without the discount.
[[nodiscard]] double listPrice(double price, const Prices &prices);

/// One row of a provider's catalogue. A value; everything but the id may be missing.
struct ModelInfo
{
    QString id;
    QString description = {};
    std::optional<qint64> contextLength = {}; ///< tokens
    std::optional<qint64> maxOutput = {}; ///< tokens of one answer
    Prices prices = {};
    QString pricesNote = {}; ///< of the server, where prices depend on something
    Ability chat = Ability::Unknown;
    Ability images = Ability::Unknown;
    Ability tools = Ability::Unknown;
    Ability json = Ability::Unknown;
    Ability reasoning = Ability::Unknown;
    Ability reasoningEffort = Ability::Unknown;
    Ability tiers = Ability::Unknown;
    Ability choices = Ability::Unknown; ///< several answers to one request
    QStringList tags = {};
    qint64 createdMs = 0; ///< when it appeared; 0: not known
    QString replacedBy = {}; ///< of a deprecated model
    bool deprecated = false;

    bool operator==(const ModelInfo &) const = default;
};

/// The last path segment, for narrow places: "DeepSeek-V4-Flash-0731".
[[nodiscard]] QString shortModelName(const QString &id);

/// The model that "MODEL:VERSION" is a version of; empty for an id without a version. Whether there
/// is such a model only a list can tell: Ollama's ids have colons, too.
[[nodiscard]] QString unversionedModel(const QString &id);

/// Whether two ids name the same model: one is a version or a dated snapshot of the other
/// ("gpt-5-2025-08-07" of "gpt-5").
[[nodiscard]] bool isSameModel(const QString &id, const QString &other);

} // namespace app
