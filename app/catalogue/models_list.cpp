// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/catalogue/models_list.h"

#include "app/base/json_number.h"
#include "app/base/visible_text.h"
#include "app/catalogue/list_rows.h"

#include <QDateTime>
#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QSet>

#include <cmath>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr double kPerMillion = 1e6;
// A hostile list shall fill neither the memory nor the window.
constexpr double kHighestPrice = 1e6;
constexpr qsizetype kLongestId = 300;
constexpr qsizetype kLongestText = 4'000;
constexpr qsizetype kLongestTag = 60;
constexpr qsizetype kMostTags = 40;

// OpenRouter says -1 where the price depends on the model that will answer. Servers compute prices
// in floats, so the last digits are noise (0.070000002).
std::optional<double> price(const QJsonValue &value, double factor)
{
    const auto read = jsonNumber(value);
    if (!read || *read < 0 || *read * factor > kHighestPrice)
        return std::nullopt;
    return std::round(*read * factor * 1e6) / 1e6;
}

// Unix time; in seconds, or where that would lie far in the future, in milliseconds. Else ISO 8601.
qint64 moment(const QJsonValue &value)
{
    constexpr double mostSeconds = 1e11;
    const auto read = jsonNumber(value);
    if (!read) {
        const QDateTime date = QDateTime::fromString(value.toString(), Qt::ISODate);
        return date.isValid() ? date.toMSecsSinceEpoch() : 0;
    }
    if (*read <= 0 || *read > mostSeconds * 1000)
        return 0;
    return qint64(*read > mostSeconds ? *read : *read * 1000);
}

QString text(const QJsonValue &value)
{
    return value.toString().left(kLongestText).trimmed();
}

std::optional<qint64> tokens(const QJsonValue &value)
{
    const auto read = jsonNumber(value);
    return read && *read >= 1 && *read < 1e15 ? std::optional(qint64(*read)) : std::nullopt;
}

template <typename T>
void fill(std::optional<T> &field, const std::optional<T> &value)
{
    if (!field)
        field = value;
}

void fill(Ability &field, Ability value)
{
    if (field == Ability::Unknown)
        field = value;
}

QStringList strings(const QJsonValue &value)
{
    QStringList list;
    for (const QJsonValue &item : value.toArray()) {
        if (item.isString() && list.size() < kMostTags)
            list.append(item.toString().left(kLongestTag).toLower());
    }
    return list;
}

bool containsAny(const QStringList &list, std::initializer_list<QLatin1StringView> words)
{
    return std::any_of(words.begin(), words.end(),
                       [&list](QLatin1StringView word) { return list.contains(word); });
}

Ability yesOrNo(bool yes)
{
    return yes ? Ability::Yes : Ability::No;
}

Ability yesOrUnknown(bool yes)
{
    return yes ? Ability::Yes : Ability::Unknown;
}

// The kinds are told by words of the id where no tag tells them, as with bare lists.
Ability chatByName(const QString &id)
{
    static const QSet<QString> others{
        u"embed"_s,   u"embedding"_s,  u"embeddings"_s, u"rerank"_s,  u"reranker"_s,
        u"whisper"_s, u"flux"_s,       u"tts"_s,        u"stt"_s,     u"dall"_s,
        u"sdxl"_s,    u"bge"_s,        u"e5"_s,         u"gte"_s,     u"diffusion"_s,
        u"kokoro"_s,  u"transcribe"_s, u"moderation"_s, u"davinci"_s, u"babbage"_s,
    };
    QString word;
    const QString ended = id.toLower() + u'/';
    for (const QChar character : ended) {
        if (character.isLetterOrNumber()) {
            word += character;
            continue;
        }
        if (others.contains(word))
            return Ability::No;
        word.clear();
    }
    return Ability::Unknown;
}

// DeepInfra: one tag says the kind, others the abilities; there is none for tools or JSON, but
// servers like it may well have them.
void readTags(const QStringList &tags, ModelInfo &model)
{
    const bool chats = containsAny(tags, {"chat"_L1, "vlm"_L1});
    const bool hasKind = chats
                         || containsAny(tags, {"embed"_L1, "image-gen"_L1, "video-gen"_L1, "tts"_L1,
                                               "stt"_L1, "rerank"_L1});
    model.tags = tags;
    fill(model.tools, yesOrUnknown(tags.contains("tools"_L1)));
    fill(model.json, yesOrUnknown(tags.contains("json"_L1)));
    if (!hasKind)
        return;
    model.chat = yesOrNo(chats);
    model.images = yesOrNo(containsAny(tags, {"vlm"_L1, "vision"_L1}));
    model.reasoning = yesOrNo(containsAny(tags, {"reasoning"_L1, "reasoning_effort"_L1}));
    model.reasoningEffort = yesOrNo(tags.contains("reasoning_effort"_L1));
}

void readMetadata(const QJsonObject &metadata, ModelInfo &model)
{
    model.description = text(metadata.value("description"_L1));
    model.contextLength = tokens(metadata.value("context_length"_L1));
    fill(model.contextLength, tokens(metadata.value("max_tokens"_L1)));
    const QJsonObject pricing = metadata.value("pricing"_L1).toObject();
    model.prices.input = price(pricing.value("input_tokens"_L1), 1);
    model.prices.output = price(pricing.value("output_tokens"_L1), 1);
    model.prices.cacheRead = price(pricing.value("cache_read_tokens"_L1), 1);
    readTags(strings(metadata.value("tags"_L1)), model);
}

// OpenRouter, and llama-server as far as it says the same.
void readArchitecture(const QJsonObject &row, ModelInfo &model)
{
    const QJsonObject architecture = row.value("architecture"_L1).toObject();
    const QStringList inputs = strings(architecture.value("input_modalities"_L1));
    if (!inputs.isEmpty())
        fill(model.images, yesOrNo(inputs.contains("image"_L1)));
    const QStringList outputs = strings(architecture.value("output_modalities"_L1));
    if (!outputs.isEmpty())
        fill(model.chat, yesOrNo(outputs.contains("text"_L1)));
    const QStringList parameters = strings(row.value("supported_parameters"_L1));
    if (!parameters.isEmpty()) {
        fill(model.tools, yesOrNo(parameters.contains("tools"_L1)));
        fill(model.json,
             yesOrNo(containsAny(parameters, {"response_format"_L1, "structured_outputs"_L1})));
        fill(model.reasoning,
             yesOrNo(containsAny(parameters, {"reasoning"_L1, "include_reasoning"_L1})));
    }
    const QJsonObject pricing = row.value("pricing"_L1).toObject();
    fill(model.prices.input, price(pricing.value("prompt"_L1), kPerMillion));
    fill(model.prices.output, price(pricing.value("completion"_L1), kPerMillion));
    fill(model.prices.cacheRead, price(pricing.value("input_cache_read"_L1), kPerMillion));
}

void readLocalServer(const QJsonObject &row, ModelInfo &model)
{
    const QJsonObject meta = row.value("meta"_L1).toObject();
    for (const QJsonValue &length :
         {row.value("context_length"_L1), row.value("max_model_len"_L1), meta.value("n_ctx"_L1),
          meta.value("n_ctx_train"_L1), row.value("loaded_context_length"_L1),
          row.value("max_context_length"_L1)})
        fill(model.contextLength, tokens(length));

    // Not DeepInfra's `max_tokens`, which is the length of the context.
    for (const QJsonValue &most :
         {row["top_provider"_L1]["max_completion_tokens"_L1], row.value("max_output_tokens"_L1),
          row.value("max_completion_tokens"_L1), row.value("max_output_length"_L1)})
        fill(model.maxOutput, tokens(most));

    const QString type = row.value("type"_L1).toString().toLower();
    if (type == "llm"_L1 || type == "vlm"_L1) {
        fill(model.chat, Ability::Yes);
        fill(model.images, yesOrNo(type == "vlm"_L1));
    } else if (type.startsWith("embedding"_L1)) {
        fill(model.chat, Ability::No);
    }
    const QStringList capabilities = strings(row.value("capabilities"_L1));
    fill(model.tools, yesOrUnknown(containsAny(capabilities, {"tool_use"_L1, "tools"_L1})));
    fill(model.images, yesOrUnknown(containsAny(capabilities, {"vision"_L1, "image"_L1})));
}

QString idOf(const QJsonObject &row)
{
    QString id;
    for (const auto &member : {"id"_L1, "name"_L1, "model"_L1}) {
        if (id.isEmpty())
            id = row.value(member).toString().trimmed();
    }
    return id;
}

/// No model is called otherwise; a name that hides or turns characters is there to be taken for
/// another.
bool isPlain(const QString &id)
{
    return !hidesCharacters(id) && !id.contains(u'\n') && !id.contains(u'\r')
           && !id.contains(u'\t');
}

std::optional<ModelInfo> readRow(const QString &id, const QJsonObject &row)
{
    ModelInfo model;
    model.id = id;
    if (id.isEmpty() || id.size() > kLongestId)
        return std::nullopt;
    model.createdMs = moment(row.value("created"_L1));
    if (row.value("metadata"_L1).isObject())
        readMetadata(row.value("metadata"_L1).toObject(), model);
    readArchitecture(row, model);
    readLocalServer(row, model);
    if (model.description.isEmpty())
        model.description = text(row.value("description"_L1));
    fill(model.chat, chatByName(model.id));
    return model;
}

// Prices of this list are those before the discount. They go before the ones of the other list,
// which do not follow discounts.
void joinTokenPrices(const QJsonObject &pricing, qint64 nowMs, Prices &prices)
{
    constexpr double usdPerMillion = kPerMillion / 100; // from cents per token
    const auto input = price(pricing.value("cents_per_input_token"_L1), usdPerMillion);
    const auto output = price(pricing.value("cents_per_output_token"_L1), usdPerMillion);
    if (!input || !output)
        return;
    const double discount = jsonNumber(pricing.value("discount"_L1)).value_or(0);
    const qint64 endsMs = moment(pricing.value("discount_ends_at"_L1));
    const bool isOff = discount > 0 && discount < 1 && (endsMs == 0 || endsMs > nowMs);
    const double rest = isOff ? 1 - discount : 1;
    prices.input = price(*input, rest);
    prices.output = price(*output, rest);
    if (const auto cached = jsonNumber(pricing.value("rate_per_input_token_cached"_L1)))
        prices.cacheRead = price(*cached, *input * rest);
    if (!isOff)
        return;
    prices.discount = discount;
    prices.discountEndsMs = endsMs;
}

void joinPrices(const QJsonObject &pricing, qint64 nowMs, ModelInfo &model)
{
    if (pricing.value("type"_L1).toString() == "tokens"_L1)
        joinTokenPrices(pricing, nowMs, model.prices);
    model.pricesNote = text(pricing.value("full"_L1));
    const QJsonValue priority = pricing.value("rate_per_service_tier_priority"_L1);
    const QJsonValue flex = pricing.value("rate_per_service_tier_flex"_L1);
    fill(model.prices.priorityFactor, price(priority, 1));
    fill(model.prices.flexFactor, price(flex, 1));
    // The members are there in every row of a server that knows tiers: null means "not for this".
    if (model.prices.priorityFactor || model.prices.flexFactor)
        model.tiers = Ability::Yes;
    else if (priority.isNull() || flex.isNull())
        model.tiers = Ability::No;
}

void joinRow(const QJsonObject &row, qint64 nowMs, ModelInfo &model)
{
    const QStringList tags = strings(row.value("tags"_L1));
    fill(model.tools, yesOrUnknown(tags.contains("tools"_L1)));
    fill(model.json, yesOrUnknown(tags.contains("json"_L1)));
    fill(model.images, yesOrUnknown(tags.contains("multimodal"_L1)));
    fill(model.reasoning, yesOrUnknown(tags.contains("reasoning"_L1)));
    for (const QString &tag : tags) {
        if (!model.tags.contains(tag) && model.tags.size() < kMostTags)
            model.tags.append(tag);
    }
    fill(model.contextLength, tokens(row.value("max_tokens"_L1)));
    fill(model.maxOutput, tokens(row.value("max_output_tokens"_L1)));
    if (model.description.isEmpty())
        model.description = text(row.value("description"_L1));
    if (model.createdMs == 0)
        model.createdMs = moment(row.value("create_ts"_L1));
    joinPrices(row.value("pricing"_L1).toObject(), nowMs, model);
    // Announced for a later day the model still answers; its successor is named all the same.
    const qint64 sinceMs = moment(row.value("deprecated"_L1));
    model.deprecated = sinceMs > 0 && sinceMs <= nowMs;
    model.replacedBy = row.value("replaced_by"_L1).toString().left(kLongestId);
}

} // namespace

Result<QList<ModelInfo>> readModelsList(const QByteArray &body)
{
    return readListedModels(body).map(&ListedModels::models);
}

Result<ListedModels> readListedModels(const QByteArray &body)
{
    ListedModels listed;
    QList<ModelInfo> &models = listed.models;
    QSet<QString> seen;
    const auto read = eachListRow(body, [&](const QJsonObject &row) {
        // `metadata: null` marks a row that is listed and not offered.
        if (row.contains("metadata"_L1) && row.value("metadata"_L1).isNull())
            return true;
        const QString id = idOf(row);
        if (!isPlain(id)) {
            ++listed.hidden;
            return true;
        }
        const auto model = readRow(id, row);
        if (!model || model->chat == Ability::No || seen.contains(model->id))
            return true;
        seen.insert(model->id);
        models.append(*model);
        return models.size() < kMostListedModels;
    });
    if (!read)
        return fail(read.error());
    return listed;
}

void joinModelDetails(QList<ModelInfo> &models, const QByteArray &body, qint64 nowMs)
{
    QHash<QString, qsizetype> unjoined;
    for (qsizetype i = 0; i < models.size(); ++i)
        unjoined.insert(models.at(i).id, i);
    // A body that is no list has no rows.
    (void)eachListRow(body, [&](const QJsonObject &row) {
        const auto found = unjoined.constFind(row.value("model_name"_L1).toString());
        if (found == unjoined.cend())
            return true;
        joinRow(row, nowMs, models[found.value()]);
        unjoined.erase(found);
        return !unjoined.isEmpty();
    });
}

} // namespace app
