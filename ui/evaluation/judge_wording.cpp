// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evaluation/judge_wording.h"

#include "app/catalogue/model_info.h"
#include "ui/widgets/badge_label.h"
#include "ui/wording/error_wording.h"
#include "ui/wording/number_wording.h"

#include <QCoreApplication>

#include <algorithm>

namespace ui {

namespace {

const app::Lane *laneOf(const app::Conversation &conversation, app::MessageId answer)
{
    const app::Message *message = conversation.message(answer);
    const app::TurnRecord *turn = message ? conversation.turn(message->turn) : nullptr;
    return turn ? conversation.lane(turn->lane) : nullptr;
}

QString modelOf(const app::Conversation &conversation, app::MessageId answer)
{
    const app::Message *message = conversation.message(answer);
    const app::Run *run = message ? conversation.run(message->run) : nullptr;
    return run ? app::shortModelName(run->model) : QString();
}

/// The letter under which the lane is shown in a blind round; −1: names show.
int hiddenLetter(const app::Conversation &conversation, app::MessageId answer)
{
    const app::Message *message = conversation.message(answer);
    const app::Lane *lane = laneOf(conversation, answer);
    const app::BlindRound *blind =
        message && lane ? conversation.blindRound(message->round) : nullptr;
    return blind && blind->revealedMs == 0 ? int(blind->lanes.indexOf(lane->id)) : -1;
}

/// Why a request brought no reply.
QString failureText(const app::Conversation &conversation, const app::Message &reply)
{
    const app::Run *run = conversation.run(reply.run);
    if (run && run->error)
        return errorSentence(*run->error, run->providerName, run->model).text;
    return reply.state == app::MessageState::Interrupted ? QCoreApplication::translate(
               "ui::JudgementWindow", "The program ended before the judge had answered.")
                                                         : QString();
}

/// Below the line that says what was found: marks and reason, or what came instead.
QStringList detailLines(const app::Conversation &conversation, const app::JudgeAnswer &answer,
                        const app::JudgeRequest &request, const QString &first,
                        const QString &second)
{
    const app::Message &reply = *conversation.message(request.reply);
    if (answer.state == app::JudgeAnswer::State::Failed)
        return {failureText(conversation, reply)};
    if (answer.state == app::JudgeAnswer::State::Unreadable)
        return {QString::fromUtf8(app::textOf(reply.parts))};
    QStringList lines{answer.verdict.reason};
    if (const auto &scores = answer.verdict.scores) {
        //: Marks from 1 to 10 for both answers: letter, mark, letter, mark.
        lines.append(QCoreApplication::translate("ui::JudgementWindow", "Scores: %1 %2, %3 %4.")
                         .arg(first, plainNumberText(scores->at(0), 1), second,
                              plainNumberText(scores->at(1), 1)));
    }
    return lines;
}

QString leaderSentence(const app::Conversation &conversation, const app::Judging &judging)
{
    const QList<app::JudgeTally> tallies =
        app::judgeTallies(judging.pairs, int(judging.answers.size()));
    const auto best = std::ranges::max_element(tallies, {}, &app::JudgeTally::wins);
    const bool isAhead = best != tallies.end() && best->wins > 0
                         && std::ranges::count(tallies, best->wins, &app::JudgeTally::wins) == 1;
    if (!isAhead)
        return QCoreApplication::translate("ui::JudgementWindow",
                                           "The verdicts put no answer ahead of the others.");
    const QString name = answerName(conversation, judging.answers.at(best - tallies.begin()));
    if (judging.answers.size() == 2)
        return QCoreApplication::translate("ui::JudgementWindow", "%1 is better in both orders.")
            .arg(name);
    return QCoreApplication::translate("ui::JudgementWindow",
                                       "%1 is ahead: better in %2 of its %3 pairs.")
        .arg(name, QString::number(best->wins), QString::number(judging.answers.size() - 1));
}

} // namespace

QString answerLetter(const app::Conversation &conversation, app::MessageId answer)
{
    if (const int hidden = hiddenLetter(conversation, answer); hidden >= 0)
        return laneLetter(hidden);
    const app::Lane *lane = laneOf(conversation, answer);
    return lane ? laneLetter(lane->letter) : modelOf(conversation, answer);
}

QString answerName(const app::Conversation &conversation, app::MessageId answer)
{
    const QString letter = answerLetter(conversation, answer);
    const QString model = modelOf(conversation, answer);
    if (model.isEmpty() || model == letter || hiddenLetter(conversation, answer) >= 0)
        return letter;
    //: An answer: letter of its lane and model.
    return QCoreApplication::translate("ui::JudgementWindow", "%1 · %2").arg(letter, model);
}

QString orderText(const app::JudgeAnswer &answer, const QString &first, const QString &second)
{
    using State = app::JudgeAnswer::State;
    switch (answer.state) {
    case State::Open:
        return QCoreApplication::translate("ui::JudgementWindow", "on its way");
    case State::Failed:
        return QCoreApplication::translate("ui::JudgementWindow", "the request failed");
    case State::Unreadable:
        return QCoreApplication::translate("ui::JudgementWindow", "no verdict can be read");
    case State::Read:
        break;
    }
    if (answer.verdict.choice == app::JudgeChoice::Tie)
        return QCoreApplication::translate("ui::JudgementWindow", "Tie");
    //: %1 is the letter of a lane.
    return QCoreApplication::translate("ui::JudgementWindow", "%1 is better")
        .arg(answer.verdict.choice == app::JudgeChoice::First ? first : second);
}

QString pairText(app::PairResult result, const QString &left, const QString &right)
{
    switch (result) {
    case app::PairResult::Open:
        return QCoreApplication::translate("ui::JudgementWindow", "on its way");
    case app::PairResult::Incomplete:
        return QCoreApplication::translate("ui::JudgementWindow", "not decided");
    case app::PairResult::Left:
    case app::PairResult::Right:
        return QCoreApplication::translate("ui::JudgementWindow", "%1 is better")
            .arg(result == app::PairResult::Left ? left : right);
    case app::PairResult::Tie:
        return QCoreApplication::translate("ui::JudgementWindow", "Tie");
    case app::PairResult::Disagrees:
        return QCoreApplication::translate("ui::JudgementWindow",
                                           "disagrees with itself when positions are swapped");
    }
    return {};
}

QString reasonsText(const app::Conversation &conversation, const app::Judging &judging, int number)
{
    const app::JudgedPair &pair = judging.pairs.at(number);
    QStringList parts;
    for (const bool isLeftFirst : {true, false}) {
        const app::JudgeRequest *request = judging.request(number, isLeftFirst);
        if (!request)
            continue;
        const QString first = answerLetter(conversation, request->place.first);
        const QString second = answerLetter(conversation, request->place.second);
        const app::JudgeAnswer &answer = isLeftFirst ? pair.leftFirst : pair.rightFirst;
        //: Above a reason: the answer that was shown first, the second one, the verdict.
        QStringList lines{
            QCoreApplication::translate("ui::JudgementWindow", "%1 first, then %2: %3")
                .arg(first, second, orderText(answer, first, second))};
        lines += detailLines(conversation, answer, *request, first, second);
        lines.removeAll(QString());
        parts.append(lines.join(u'\n'));
    }
    return parts.join(QStringLiteral("\n\n"));
}

QString judgingSentence(const app::Conversation &conversation, const app::Judging &judging)
{
    const auto all = int(2 * judging.pairs.size());
    if (const int open = judging.open(); open > 0) {
        return QCoreApplication::translate("ui::JudgementWindow",
                                           "The judge is being asked: %1 of %2 verdicts are there.")
            .arg(QString::number(all - open), QString::number(all));
    }
    const auto disagreements = int(
        std::ranges::count(judging.pairs, app::PairResult::Disagrees, &app::JudgedPair::result));
    QStringList said{leaderSentence(conversation, judging)};
    if (disagreements > 0) {
        const auto pairs = int(judging.pairs.size());
        said.append(QCoreApplication::translate("ui::JudgementWindow",
                                                "In %1 of %n pair(s) the judge contradicts itself.",
                                                nullptr, pairs)
                        .arg(disagreements));
    }
    return said.join(u' ');
}

} // namespace ui
