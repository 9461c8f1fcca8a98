// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chat/omission.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace app {

namespace {

/// An ability, the fields that ask for it, and the words by which servers speak of it
/// ("Tool calling is not supported for model: …", "json_object response format is not supported").
struct Feature
{
    Ability ModelInfo::*ability;
    QStringList parameters;
    QStringList words;
    bool images = false;
};

const QList<Feature> &features()
{
    static const QList<Feature> table{
        {&ModelInfo::tools,
         {u"tools"_s, u"tool_choice"_s, u"parallel_tool_calls"_s},
         {u"tool"_s, u"function call"_s}},
        {&ModelInfo::json,
         {u"response_format"_s},
         {u"json"_s, u"response format"_s, u"response_format"_s, u"structured output"_s}},
        {&ModelInfo::images,
         {},
         {u"image"_s, u"vision"_s, u"multimodal"_s, u"multi-modal"_s},
         true},
        {&ModelInfo::choices,
         {u"n"_s},
         {u"multiple choices"_s, u"multiple completions"_s, u"multiple candidates"_s,
          u"only one choice"_s, u"only one completion"_s, u"number of choices"_s, u"n > 1"_s,
          u"n must be"_s, u"n != 1"_s, u"n should be"_s, u"n=1"_s, u"n = 1"_s}},
        {&ModelInfo::reasoningEffort,
         {u"reasoning_effort"_s, u"reasoning"_s},
         {u"reasoning"_s, u"thinking"_s}},
    };
    return table;
}

/// What no request can do without.
bool isEssential(const QString &name)
{
    return name == "model"_L1 || name == "messages"_L1 || name == "stream"_L1;
}

/// As a word of its own; a letter alone only in quotes, for it is found in every sentence.
bool isNamedIn(const QString &message, const QString &name)
{
    const QString escaped = QRegularExpression::escape(name);
    const QString pattern = name.size() > 1 ? u"(?<![A-Za-z0-9_])%1(?![A-Za-z0-9_])"_s.arg(escaped)
                                            : u"[`'\"“]%1[`'\"”]"_s.arg(escaped);
    return message.contains(QRegularExpression(pattern, QRegularExpression::CaseInsensitiveOption));
}

QStringList sentOf(const QStringList &wanted, const RequestedFeatures &sent)
{
    QStringList found;
    for (const QString &name : wanted) {
        if (sent.parameters.contains(name))
            found.append(name);
    }
    return found;
}

/// "body.top_p", "stream_options.include_usage" and "tools.0.function" name a field by their parts.
Omission namedBy(const QString &param, const RequestedFeatures &sent)
{
    for (const QString &name : sent.parameters) {
        if (isEssential(name))
            continue;
        if (param == name || param.startsWith(name + u'.') || param.endsWith(u'.' + name)
            || param.contains(u'.' + name + u'.'))
            return {{name}, false};
    }
    return {};
}

/// Another picture would do, so that the model lacks nothing.
bool speaksOfOnePicture(const QString &message)
{
    static const QStringList words{u"image format"_s, u"image type"_s,  u"image/"_s,
                                   u"media type"_s,   u"media_type"_s,  u"mime"_s,
                                   u"image size"_s,   u"image dimen"_s, u"image url"_s};
    return std::any_of(words.begin(), words.end(), [&message](const QString &word) {
        return message.contains(word, Qt::CaseInsensitive);
    });
}

bool saysLack(const QString &message)
{
    static const QStringList words{
        u"not support"_s,   u"unsupported"_s,       u"not permitted"_s,    u"not allowed"_s,
        u"not available"_s, u"only supported by"_s, u"not a multimodal"_s, u"at most 0 image"_s};
    return !speaksOfOnePicture(message)
           && std::any_of(words.begin(), words.end(), [&message](const QString &word) {
                  return message.contains(word, Qt::CaseInsensitive);
              });
}

} // namespace

Omission omissionFor(const Error &error, const RequestedFeatures &sent)
{
    if (!error.param.isEmpty()) {
        if (Omission named = namedBy(error.param, sent); !named.isEmpty())
            return named;
    }
    for (const Feature &feature : features()) {
        const bool spokenOf =
            std::any_of(feature.words.begin(), feature.words.end(), [&](const QString &word) {
                return error.message.contains(word, Qt::CaseInsensitive);
            });
        Omission omission{sentOf(feature.parameters, sent), feature.images && sent.images};
        if (spokenOf && !omission.isEmpty())
            return omission;
    }
    for (const QString &name : sent.parameters) {
        if (!isEssential(name) && isNamedIn(error.message, name))
            return {{name}, false};
    }
    return {};
}

bool mayGoWithout(const Error &error)
{
    if (error.kind == ErrorKind::Unsupported)
        return true;
    return error.kind == ErrorKind::InvalidRequest && saysLack(error.message);
}

bool tellsOfLack(const Error &error)
{
    return mayGoWithout(error) && (error.kind == ErrorKind::Unsupported || error.status == 422);
}

QList<Ability ModelInfo::*> missingAbilities(const Omission &omission)
{
    QList<Ability ModelInfo::*> missing;
    for (const Feature &feature : features()) {
        const bool asked =
            std::any_of(feature.parameters.begin(), feature.parameters.end(),
                        [&](const QString &name) { return omission.parameters.contains(name); });
        if (asked || (feature.images && omission.images))
            missing.append(feature.ability);
    }
    return missing;
}

} // namespace app
