// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/schema/answer_json.h"

#include <QJsonDocument>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace app {

namespace {

/// The first character of an answer that is JSON as a whole.
bool beginsJson(char c)
{
    return c == '{' || c == '[' || c == '"';
}

/// Behind the line of an opening fence; −1: there is none that is whole yet.
qsizetype fencedStart(QByteArrayView words, qsizetype from)
{
    const qsizetype fence = words.indexOf("```", from);
    const qsizetype lineEnd = fence < 0 ? -1 : words.indexOf('\n', fence);
    return lineEnd < 0 ? -1 : lineEnd + 1;
}

} // namespace

AnswerFormat answerFormat(const QJsonValue &responseFormat)
{
    const QString type = responseFormat["type"_L1].toString();
    const QJsonValue named = responseFormat["json_schema"_L1];
    AnswerFormat format;
    QJsonValue schema;
    if (type == "json_schema"_L1) {
        format.name = named["name"_L1].toString();
        schema = named["schema"_L1];
        if (schema.isUndefined()) // Ollama and old servers take it bare
            schema = named["type"_L1].isUndefined() ? responseFormat["schema"_L1] : named;
    } else if (type == "json_object"_L1) {
        schema = responseFormat["schema"_L1];
        format.kind = AnswerFormat::Kind::Json;
    }
    if (schema.isObject()) {
        format.kind = AnswerFormat::Kind::Schema;
        format.schema = QJsonDocument(schema.toObject()).toJson(QJsonDocument::Compact);
    } else if (schema.isBool()) {
        format.kind = AnswerFormat::Kind::Schema;
        format.schema = schema.toBool() ? "true" : "false";
    }
    return format;
}

void AnswerJson::append(QByteArrayView bytes)
{
    if (m_place == Place::Searching) {
        m_words.append(bytes);
        return search();
    }
    // What stands behind the closing fence is no fault.
    m_outline.append(bytes, m_place == Place::Fenced ? JsonOutline::Tail::Ignored
                                                     : JsonOutline::Tail::IsFault);
}

void AnswerJson::search()
{
    const auto isSpace = [](char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; };
    const auto first = std::find_if_not(m_words.cbegin(), m_words.cend(), isSpace);
    if (first == m_words.cend())
        return;
    if (beginsJson(*first)) {
        m_place = Place::Whole;
        m_outline.append(std::exchange(m_words, {}));
        return;
    }
    const qsizetype start = fencedStart(m_words, m_searched);
    if (start < 0) {
        // The line of a fence may be cut.
        m_searched = std::max<qsizetype>(0, m_words.lastIndexOf('\n'));
        return;
    }
    m_place = Place::Fenced;
    append(std::exchange(m_words, {}).sliced(start));
}

void AnswerJson::finish()
{
    // A number or a word as the whole answer.
    if (m_place == Place::Searching && !m_words.trimmed().isEmpty()) {
        JsonOutline whole;
        whole.append(m_words.trimmed());
        whole.finish();
        if (whole.state() == JsonOutline::State::Complete) {
            m_outline = std::move(whole);
            m_place = Place::Whole;
        }
    }
    m_outline.finish();
}

bool looksLikeJson(QByteArrayView answer)
{
    constexpr qsizetype kLookedAt = 4'000;
    const QByteArrayView start = answer.first(std::min(answer.size(), kLookedAt));
    const QByteArrayView trimmed = start.trimmed();
    return trimmed.startsWith('{') || trimmed.startsWith('[') || start.contains("```json");
}

JsonOutcome jsonOutcome(const AnswerJson &finished)
{
    if (!finished.isFound())
        return JsonOutcome::Missing;
    switch (finished.outline().state()) {
    case JsonOutline::State::Complete:
        return JsonOutcome::Complete;
    case JsonOutline::State::Faulty:
        return JsonOutcome::Broken;
    case JsonOutline::State::Growing:
        break;
    }
    return JsonOutcome::Cut;
}

} // namespace app
