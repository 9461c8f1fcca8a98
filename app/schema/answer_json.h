// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/schema/json_outline.h"

#include <QJsonObject>

namespace app {

/// Which format of the answer a request asked for.
struct AnswerFormat
{
    enum class Kind {
        Free, ///< text, or something that is not looked at
        Json, ///< an object
        Schema,
    };
    Kind kind = Kind::Free;
    QString name; ///< of the schema
    QByteArray schema; ///< as JSON

    bool operator==(const AnswerFormat &) const = default;
};
/// Of the parameter `response_format`; llama-server has its schema in "json_object".
[[nodiscard]] AnswerFormat answerFormat(const QJsonValue &responseFormat);

/// The JSON of an answer that may still be written: all of it, or what is in its first fence when
/// words stand around. Text is added at its end, at the cost of what is added.
class AnswerJson
{
public:
    void append(QByteArrayView bytes);
    /// No more will come.
    void finish();

    [[nodiscard]] const JsonOutline &outline() const { return m_outline; }
    /// Whether there is any; decided late where an answer begins with words.
    [[nodiscard]] bool isFound() const { return m_place != Place::Searching; }
    /// Words stand around it.
    [[nodiscard]] bool isFenced() const { return m_place == Place::Fenced; }

private:
    enum class Place { Searching, Whole, Fenced };

    void search();

    JsonOutline m_outline;
    Place m_place = Place::Searching;
    QByteArray m_words; ///< before it is found
    qsizetype m_searched = 0;
};

/// Whether an answer seems to be JSON, or to have some in a fence; looks at its beginning only.
[[nodiscard]] bool looksLikeJson(QByteArrayView answer);

/// How a whole answer stands to the format that was asked for, as far as that can be told without a
/// schema.
enum class JsonOutcome {
    Complete,
    Missing, ///< there is no JSON in it
    Broken,
    Cut, ///< it ends in the middle
};
[[nodiscard]] JsonOutcome jsonOutcome(const AnswerJson &finished);

} // namespace app
