// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evaluation/repeat_statistics.h"

#include "app/evaluation/json_diff.h"
#include "app/schema/json_text.h"

#include <QHash>
#include <QtConcurrentRun>

namespace app {

namespace {
/// Figures of the answers that have them.
struct Columns
{
    std::vector<double> characters;
    std::vector<double> tokens;
    std::vector<double> tokensPerSecond;
    std::vector<double> firstTokenMs;
    std::vector<double> totalMs;
    std::vector<double> costUsd;

    void add(const RepeatedAnswer &answer, const QString &text);
};

void addKnown(std::vector<double> &column, qint64 milliseconds)
{
    if (milliseconds >= 0)
        column.push_back(double(milliseconds));
}

void Columns::add(const RepeatedAnswer &answer, const QString &text)
{
    characters.push_back(double(text.size()));
    addKnown(firstTokenMs, answer.timings.firstTokenMs);
    addKnown(totalMs, answer.timings.totalMs);
    if (answer.costUsd)
        costUsd.push_back(*answer.costUsd);
    if (!answer.usage)
        return;
    const auto count = double(answer.usage->completionTokens);
    tokens.push_back(count);
    const qint64 first = answer.timings.firstReasoningMs >= 0 ? answer.timings.firstReasoningMs
                                                              : answer.timings.firstTokenMs;
    const qint64 spent = answer.timings.lastTokenMs - first;
    if (first >= 0 && spent > 0)
        tokensPerSecond.push_back(count * 1'000 / double(spent));
}

/// Equal for answers that say the same.
QString sense(const QString &text, const std::optional<QJsonValue> &json)
{
    if (!json)
        return text.simplified().toCaseFolded();
    // Written anew, members are in order. A line end is in no simplified text.
    return u'\n' + QString::fromUtf8(compactJson(*json));
}
} // namespace

RepeatStatistics repeatStatistics(const QList<RepeatedAnswer> &answers)
{
    RepeatStatistics made;
    Columns columns;
    QHash<QString, int> senses;
    int json = 0;
    for (const RepeatedAnswer &answer : answers) {
        if (answer.status == RunStatus::Failed || answer.status == RunStatus::Cancelled) {
            ++made.failed;
            continue;
        }
        ++made.answers;
        const QString text = QString::fromUtf8(answer.text);
        const std::optional<QJsonValue> value = jsonIn(text);
        json += value ? 1 : 0;
        ++senses[sense(text, value)];
        columns.add(answer, text);
    }
    made.characters = spreadOf(std::move(columns.characters));
    made.tokens = spreadOf(std::move(columns.tokens));
    made.tokensPerSecond = spreadOf(std::move(columns.tokensPerSecond));
    made.firstTokenMs = spreadOf(std::move(columns.firstTokenMs));
    made.totalMs = spreadOf(std::move(columns.totalMs));
    made.costUsd = spreadOf(std::move(columns.costUsd));
    made.distinct = int(senses.size());
    const double count = made.answers;
    if (made.answers > 0)
        made.validJson = json / count;
    if (made.answers > 1) {
        double equalPairs = 0;
        for (const int members : std::as_const(senses))
            equalPairs += double(members) * (members - 1);
        made.selfAgreement = equalPairs / (count * (count - 1));
    }
    return made;
}

QFuture<RepeatStatistics> prepareStatistics(const QList<RepeatedAnswer> &answers)
{
    return QtConcurrent::run([answers] { return repeatStatistics(answers); });
}

} // namespace app
