// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/csv_export.h"

#include "app/evaluation/csv.h"
#include "app/export/answer_figures.h"
#include "app/store/record_names.h"

#include <QDateTime>
#include <QIODevice>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr qsizetype kPromptWords = 120; ///< to know it again by

QString cellOf(const std::optional<qint64> &number)
{
    return number ? QString::number(*number) : QString();
}

QString cellOf(const std::optional<double> &number, int digits)
{
    return number ? QString::number(*number, 'g', digits) : QString();
}

QString cellOfTime(qint64 ms)
{
    return ms < 0 ? QString() : QString::number(ms);
}

QStringList coordinateNames(const Exported &exported)
{
    QStringList names;
    for (const ExportedRound &round : exported.rounds) {
        for (const ExportedAnswer &answer : round.answers) {
            for (const QString &name : answer.coordinates.keys()) {
                if (!names.contains(name))
                    names.append(name);
            }
        }
    }
    names.sort();
    return names;
}

QStringList headOf(const QStringList &swept)
{
    QStringList head{u"round"_s,       u"round_id"_s, u"kind"_s,    u"asked"_s,    u"prompt"_s,
                     u"letter"_s,      u"lane_id"_s,  u"turn_id"_s, u"provider"_s, u"model"_s,
                     u"answered_by"_s, u"shown"_s,    u"choice"_s};
    for (const QString &name : swept)
        head.append(u"sweep."_s + name);
    return head
           + QStringList{u"status"_s,
                         u"finish_reason"_s,
                         u"http_status"_s,
                         u"error"_s,
                         u"vote"_s,
                         u"runs"_s,
                         u"retries"_s,
                         u"prompt_tokens"_s,
                         u"cached_tokens"_s,
                         u"completion_tokens"_s,
                         u"reasoning_tokens"_s,
                         u"cost_usd"_s,
                         u"cost_computed"_s,
                         u"tier_asked"_s,
                         u"tier_given"_s,
                         u"connected_ms"_s,
                         u"headers_ms"_s,
                         u"first_reasoning_ms"_s,
                         u"first_token_ms"_s,
                         u"last_token_ms"_s,
                         u"total_ms"_s,
                         u"tokens_per_second"_s,
                         u"characters"_s};
}

QString firstWords(const ExportedRound &round, const ExportedAnswer &answer)
{
    if (answer.prompt >= round.prompts.size())
        return {};
    const QList<Message> &messages = round.prompts.at(answer.prompt).messages;
    if (messages.isEmpty())
        return {};
    // No more than it takes: a prompt can be a megabyte.
    const QByteArray text = textOf(messages.constLast().parts).left(8 * kPromptWords);
    const QString words = QString::fromUtf8(text).simplified();
    return words.size() > kPromptWords ? words.first(kPromptWords) + u'…' : words;
}

QString voteCell(const ExportedRound &round, qsizetype place)
{
    if (!round.vote)
        return {};
    if (round.vote != VoteOutcome::Winner)
        return storedName(*round.vote);
    return round.winner == place ? u"won"_s : u"lost"_s;
}

class CsvRowWriter
{
public:
    CsvRowWriter(const ExportedRound &round, int number, const QStringList &swept)
        : m_round(round), m_number(number), m_swept(swept)
    {
    }

    [[nodiscard]] QStringList row(qsizetype place) const;

private:
    [[nodiscard]] QStringList names(const ExportedAnswer &answer) const;
    [[nodiscard]] static QStringList endOf(const ExportedAnswer &answer);
    [[nodiscard]] static QStringList usageOf(const AnswerFigures &figures);
    [[nodiscard]] static QStringList timesOf(const ExportedAnswer &answer,
                                             const AnswerFigures &figures);

    const ExportedRound &m_round;
    int m_number;
    const QStringList &m_swept;
};

template <typename Id>
QString idCell(Id id)
{
    return id ? QString::number(id.value()) : QString();
}

QStringList CsvRowWriter::names(const ExportedAnswer &answer) const
{
    const QString asked =
        m_round.createdMs > 0
            ? QDateTime::fromMSecsSinceEpoch(m_round.createdMs, Qt::UTC).toString(Qt::ISODateWithMs)
            : QString();
    QStringList cells{
        QString::number(m_number),
        idCell(m_round.id),
        storedName(m_round.kind),
        asked,
        firstWords(m_round, answer),
        laneLetterText(answer.letter),
        idCell(answer.lane),
        idCell(answer.turn),
        answer.providerName,
        answer.model,
        answer.runs.isEmpty() ? QString() : answer.runs.constLast().modelAnswered,
        m_round.isBlind ? QString() : (answer.isShown ? u"yes"_s : u"no"_s),
        QString::number(answer.messages.isEmpty() ? 1 : answer.messages.constFirst().choice + 1)};
    for (const QString &name : m_swept) {
        const QJsonValue value = answer.coordinates.value(name);
        cells.append(value.isUndefined() ? QString() : plainValue(value));
    }
    return cells;
}

QStringList CsvRowWriter::endOf(const ExportedAnswer &answer)
{
    const Run last = answer.runs.isEmpty() ? Run() : answer.runs.constLast();
    return {answerStatus(answer), finishReasonOf(answer),
            last.httpStatus > 0 ? QString::number(last.httpStatus) : QString(),
            last.error ? QString(errorKindName(last.error->kind)) : QString()};
}

QStringList CsvRowWriter::usageOf(const AnswerFigures &figures)
{
    const QString computed = figures.isCostComputed ? u"yes"_s : u"no"_s;
    return {cellOf(figures.promptTokens),     cellOf(figures.cachedTokens),
            cellOf(figures.completionTokens), cellOf(figures.reasoningTokens),
            cellOf(figures.costUsd, 12),      figures.costUsd ? computed : QString()};
}

QStringList CsvRowWriter::timesOf(const ExportedAnswer &answer, const AnswerFigures &figures)
{
    const Run first = answer.runs.isEmpty() ? Run() : answer.runs.constFirst();
    return {first.tierAsked,
            first.tierEchoed.value_or(QString()),
            cellOfTime(first.timings.connectedMs),
            cellOfTime(first.timings.headersMs),
            cellOf(figures.firstReasoningMs),
            cellOf(figures.firstTokenMs),
            cellOfTime(first.timings.lastTokenMs),
            cellOf(figures.totalMs),
            cellOf(figures.tokensPerSecond, 4)};
}

QStringList CsvRowWriter::row(qsizetype place) const
{
    const ExportedAnswer &answer = m_round.answers.at(place);
    const AnswerFigures figures = figuresOf(answer);
    const bool hasRuns = !answer.runs.isEmpty();
    return names(answer) + endOf(answer)
           + QStringList{voteCell(m_round, place),
                         hasRuns ? QString::number(figures.runs) : QString(),
                         hasRuns ? QString::number(figures.retries) : QString()}
           + usageOf(figures) + timesOf(answer, figures)
           + QStringList{QString::number(figures.characters)};
}

} // namespace

void writeCsvExport(QIODevice &out, const Exported &exported)
{
    const QStringList swept = coordinateNames(exported);
    out.write("\xef\xbb\xbf" + csvRow(headOf(swept)));
    int number = 0;
    for (const ExportedRound &round : exported.rounds) {
        const CsvRowWriter writer(round, ++number, swept);
        for (qsizetype place = 0; place < round.answers.size(); ++place)
            out.write(csvRow(writer.row(place)));
    }
}

} // namespace app
