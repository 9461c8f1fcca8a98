// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evaluation/judge_verdict.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace app {

namespace {

/// The value of a name written in any case.
QJsonValue memberNamed(const QJsonObject &object, QLatin1StringView name)
{
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (it.key().compare(name, Qt::CaseInsensitive) == 0)
            return it.value();
    }
    return QJsonValue::Undefined;
}

std::optional<JudgeChoice> choiceOf(const QJsonValue &winner)
{
    if (winner.isDouble()) {
        if (winner.toDouble() == 1)
            return JudgeChoice::First;
        return winner.toDouble() == 2 ? std::optional(JudgeChoice::Second) : std::nullopt;
    }
    QString word = winner.toString().trimmed().toLower();
    word.replace(u'_', u' ');
    if (word.startsWith("answer "_L1))
        word = word.sliced(7).trimmed();
    if (word == "1"_L1)
        return JudgeChoice::First;
    if (word == "2"_L1)
        return JudgeChoice::Second;
    return word == "tie"_L1 || word == "draw"_L1 ? std::optional(JudgeChoice::Tie) : std::nullopt;
}

/// As an object with a member for each answer, or a list of two.
std::optional<std::array<double, 2>> scoresOf(const QJsonValue &scores)
{
    QJsonValue first = scores[qsizetype(0)];
    QJsonValue second = scores[qsizetype(1)];
    if (scores.isObject()) {
        const QJsonObject object = scores.toObject();
        const auto of = [&](QLatin1StringView plain, QLatin1StringView spelt) {
            const QJsonValue value = memberNamed(object, plain);
            return value.isUndefined() ? memberNamed(object, spelt) : value;
        };
        first = of("1"_L1, "answer_1"_L1);
        second = of("2"_L1, "answer_2"_L1);
    }
    if (!first.isDouble() || !second.isDouble())
        return {};
    return std::array{first.toDouble(), second.toDouble()};
}

/// Behind the brace that closes the one at `begin`; −1: none does.
qsizetype endOfObject(const QByteArray &text, qsizetype begin)
{
    int depth = 0;
    bool inString = false;
    for (qsizetype at = begin; at < text.size(); ++at) {
        const char c = text.at(at);
        if (inString) {
            if (c == '\\')
                ++at;
            else if (c == '"')
                inString = false;
        } else if (c == '"') {
            inString = true;
        } else if (c == '{') {
            ++depth;
        } else if (c == '}' && --depth == 0) {
            return at + 1;
        }
    }
    return -1;
}

std::optional<JudgeVerdict> verdictOf(const QJsonObject &object)
{
    const auto choice = choiceOf(memberNamed(object, "winner"_L1));
    if (!choice)
        return {};
    return JudgeVerdict{*choice, memberNamed(object, "reason"_L1).toString().trimmed(),
                        scoresOf(memberNamed(object, "scores"_L1))};
}

} // namespace

std::optional<JudgeVerdict> readVerdict(const QByteArray &whole)
{
    // Verdicts are short and come at the end; what is read again and again must cost little.
    constexpr qsizetype kLongest = 32 * 1024;
    const QByteArray reply = whole.last(std::min(whole.size(), kLongest));
    // Prose with braces in it may stand before the verdict, or an object around it.
    constexpr int kMostStarts = 64;
    std::optional<JudgeVerdict> found;
    qsizetype at = reply.indexOf('{');
    for (int starts = 0; at >= 0 && starts < kMostStarts; ++starts) {
        const qsizetype end = endOfObject(reply, at);
        const QByteArray written = end < 0 ? QByteArray() : reply.sliced(at, end - at);
        const QJsonObject object = QJsonDocument::fromJson(written).object();
        const bool isVerdict = !memberNamed(object, "winner"_L1).isUndefined();
        const auto verdict = isVerdict ? verdictOf(object) : std::nullopt;
        if (isVerdict && (!verdict || (found && found->choice != verdict->choice)))
            return {};
        if (verdict)
            found = verdict;
        at = reply.indexOf('{', isVerdict ? end : at + 1);
    }
    return found;
}

} // namespace app
