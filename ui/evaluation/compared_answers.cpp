// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evaluation/compared_answers.h"

#include "app/chat/blind_rounds.h"
#include "app/chat/replay.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr qsizetype kFirstWords = 40;

QString firstWords(const app::Message &message)
{
    // No more than it takes: an answer can be a megabyte.
    const QByteArray bytes = app::textOf(message.parts).left(10 * kFirstWords);
    const QString text = QString::fromUtf8(bytes).simplified();
    return text.size() > kFirstWords ? text.first(kFirstWords).trimmed() + u'…' : text;
}

QString labelOf(const app::Conversation &conversation, const app::ShownLane &shown,
                const app::Message &message, int number)
{
    const QChar letter(u'A' + char16_t(shown.letter));
    if (conversation.veiledRound()) {
        //: An answer to choose: letter of the lane, number of the answer, its first words.
        return QCoreApplication::translate("ui::DiffDialog", "%1 · %2 · %3")
            .arg(letter, QString::number(number), firstWords(message));
    }
    const app::Run *run = conversation.run(message.run);
    const QString model = run ? run->model : conversation.lane(shown.lane)->model;
    //: An answer to choose: letter of the lane, model, number of the answer, its first words.
    return QCoreApplication::translate("ui::DiffDialog", "%1 · %2 · %3 · %4")
        .arg(letter, model.section(u'/', -1), QString::number(number), firstWords(message));
}

bool isContinued(const app::Conversation &conversation, app::MessageId id)
{
    const QList<app::MessageId> children = conversation.children(id);
    return std::ranges::any_of(children, [&](app::MessageId child) {
        const app::Message *message = conversation.message(child);
        return message && message->continues == id;
    });
}

} // namespace

QList<ComparedAnswer> comparedAnswers(const app::Conversation &conversation)
{
    QList<ComparedAnswer> answers;
    QSet<app::MessageId> known;
    for (const app::ShownLane &lane : app::shownLanes(conversation)) {
        int number = 0;
        const QList<app::MessageId> path =
            app::shownPath(conversation, lane.lane, app::Answers::Shown);
        for (const app::MessageId onPath : path) {
            const app::Message *shown = conversation.message(onPath);
            if (!shown || shown->role != app::Role::Assistant)
                continue;
            QList<app::MessageId> beside = conversation.siblings(lane.lane, onPath);
            if (conversation.veiledRound()) // others of the same lane may be known by their names
                beside.removeIf([&](app::MessageId id) {
                    return conversation.message(id)->round != shown->round;
                });
            if (beside.isEmpty())
                beside.append(onPath);
            for (const app::MessageId id : std::as_const(beside)) {
                const app::Message *message = conversation.message(id);
                if (!message || known.contains(id) || isContinued(conversation, id)
                    || app::textOf(message->parts).trimmed().isEmpty())
                    continue;
                known.insert(id);
                answers.append({id, lane.lane, app::pairedRound(conversation, *message),
                                labelOf(conversation, lane, *message, ++number)});
            }
        }
    }
    return answers;
}

QString answerText(const app::Conversation &conversation, app::MessageId id)
{
    QByteArray text;
    for (const app::Message *message = conversation.message(id); message;
         message = conversation.message(message->continues))
        text.prepend(app::textOf(message->parts));
    return QString::fromUtf8(text);
}

int likelyPartner(const QList<ComparedAnswer> &answers, int of)
{
    if (of < 0 || of >= answers.size())
        return -1;
    const ComparedAnswer &one = answers.at(of);
    int best = -1;
    int bestRank = 0;
    for (int i = 0; i < answers.size(); ++i) {
        const ComparedAnswer &other = answers.at(i);
        if (i == of)
            continue;
        int rank = 1;
        if (other.round == one.round && other.lane != one.lane)
            rank = 4;
        else if (other.round == one.round)
            rank = 3;
        else if (other.lane == one.lane && i < of)
            rank = 2;
        // Of earlier answers the nearest, of the others the first.
        if (rank > bestRank || (rank == bestRank && rank == 2)) {
            best = i;
            bestRank = rank;
        }
    }
    return best;
}

} // namespace ui
