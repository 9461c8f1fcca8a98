// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/document_text.h"

#include "app/base/credentials.h"
#include "app/export/answer_figures.h"
#include "app/export/figure_text.h"

#include <QDateTime>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace app {

namespace {
QString joinedByDots(const QStringList &parts)
{
    return parts.join(u" · "_s);
}

/// A stop needs no word; what else ended an answer does.
QString endText(const ExportedAnswer &answer, const ExportWords &words)
{
    if (answer.messages.isEmpty())
        return {};
    const QString state = stateText(answer.messages.constLast().state, words);
    return state.isEmpty() ? finishReasonOf(answer) : state;
}
} // namespace

QString documentTitle(const Exported &exported, const ExportWords &words)
{
    const QString title = exported.conversation.title.simplified();
    return title.isEmpty() ? words.untitled : title;
}

QStringList documentFacts(const Exported &exported, const ExportWords &words)
{
    QStringList lines{words.made.arg(exported.version, dateText(exported.exportedMs, words))};
    const ExportTotals totals = totalsOf(exported);
    if (totals.runs > 0) {
        lines.append(words.sums.arg(
            groupedText(totals.runs, words.locale), groupedText(totals.promptTokens, words.locale),
            groupedText(totals.completionTokens, words.locale), dollarText(totals.costUsd)));
    }
    if (!exported.conversation.tags.isEmpty())
        lines.append(words.tags.arg(exported.conversation.tags.join(u", "_s)));
    return lines;
}

QString roundTitle(const ExportedRound &round, int number, const ExportWords &words)
{
    QStringList parts{words.round.arg(number)};
    if (const QString kind = kindText(round.kind, words); !kind.isEmpty())
        parts.append(kind);
    if (round.createdMs > 0)
        parts.append(dateText(round.createdMs, words));
    return joinedByDots(parts);
}

QString answerTitle(const ExportedAnswer &answer, const ExportWords &words)
{
    QStringList parts;
    if (!answer.model.isEmpty())
        parts.append(answer.model);
    if (const QString at = coordinatesText(answer.coordinates); !at.isEmpty())
        parts.append(at);
    if (!answer.messages.isEmpty() && answer.messages.constFirst().choice > 0)
        parts.append(words.choice.arg(answer.messages.constFirst().choice + 1));
    if (!answer.isShown)
        parts.append(words.notGoneOnWith);
    if (!answer.messages.isEmpty() && answer.messages.constLast().edited)
        parts.append(words.edited);
    return joinedByDots(parts);
}

QString answerFacts(const ExportedAnswer &answer, const ExportWords &words)
{
    const AnswerFigures figures = figuresOf(answer);
    QStringList parts;
    if (figures.firstTokenMs) {
        parts.append(
            words.firstToken.arg(secondsText(double(*figures.firstTokenMs), words.locale)));
    }
    if (figures.tokensPerSecond)
        parts.append(words.speed.arg(words.locale.toString(*figures.tokensPerSecond, 'f', 1)));
    if (figures.completionTokens)
        parts.append(words.tokens.arg(groupedText(*figures.completionTokens, words.locale)));
    if (figures.costUsd)
        parts.append(dollarText(*figures.costUsd));
    if (const QString end = endText(answer, words); !end.isEmpty())
        parts.append(end);
    return joinedByDots(parts);
}

QStringList errorsOf(const ExportedAnswer &answer)
{
    QStringList errors;
    for (const Run &run : answer.runs) {
        // That it was stopped stands among its facts.
        if (run.error && run.error->kind != ErrorKind::Cancelled)
            errors.append(errorKindName(run.error->kind) + u": "_s + run.error->message);
    }
    return errors;
}

QString parametersText(const Lane &lane)
{
    QJsonObject values = lane.parameters.toJson();
    for (auto at = lane.extraJson.begin(); at != lane.extraJson.end(); ++at)
        values.insert(at.key(), at.value());
    return coordinatesText(withoutCredentials(values));
}

QString imageText(const ImagePart &image, bool isIncluded, const ExportWords &words)
{
    if (!image.hasBytes()) // never loaded, so nothing is known but where it is
        return words.imageLeftOut.arg(image.url);
    const QString name = image.fileName.isEmpty() ? image.mimeType : image.fileName;
    return (isIncluded ? words.image : words.imageLeftOut)
        .arg(u"%1 (%2 × %3)"_s.arg(name).arg(image.width).arg(image.height));
}

QString dateText(qint64 atMs, const ExportWords &words)
{
    return words.locale.toString(QDateTime::fromMSecsSinceEpoch(atMs), u"d MMM yyyy, HH:mm"_s);
}

QList<std::pair<QString, QString>> systemPrompts(const Exported &exported)
{
    QList<std::pair<QString, QString>> prompts;
    for (const ExportedLane &lane : exported.lanes) {
        const QString letter = laneLetterText(lane.lane.letter);
        const auto found = std::ranges::find(prompts, lane.lane.systemPrompt,
                                             &std::pair<QString, QString>::second);
        if (found != prompts.end())
            found->first += u", "_s + letter;
        else if (!lane.lane.systemPrompt.isEmpty())
            prompts.append({letter, lane.lane.systemPrompt});
    }
    return prompts;
}

} // namespace app
