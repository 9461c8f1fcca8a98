// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/viewed_answers.h"

#include "app/chat/blind_rounds.h"
#include "app/chat/replay.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr std::chrono::milliseconds kAnswersPause{100};

/// As a text box keeps it, so that places in it mean the same there.
QString withPlainLineEnds(QString text)
{
    text.replace(u"\r\n"_s, u"\n"_s);
    text.replace(u'\r', u'\n');
    text.replace(QChar::ParagraphSeparator, u'\n');
    text.replace(QChar::LineSeparator, u'\n');
    return text;
}

bool bringsImages(const app::Message &message)
{
    return std::ranges::any_of(message.parts, [](const app::Part &part) {
        return std::holds_alternative<app::ImagePart>(part);
    });
}

} // namespace

ViewedAnswers::ViewedAnswers(app::ChatPtr chat, app::MessageId message, app::TurnId turn,
                             QObject *parent)
    : QObject(parent), m_chat(std::move(chat)), m_turn(turn)
{
    if (!m_chat)
        return;
    const app::Conversation &conversation = m_chat->conversation();
    if (const app::Message *shown = conversation.message(message))
        m_round = app::pairedRound(conversation, *shown);
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(kAnswersPause);
    connect(&m_refresh, &QTimer::timeout, this, &ViewedAnswers::refresh);
    const auto later = [this] {
        if (!m_refresh.isActive())
            m_refresh.start();
    };
    connect(&conversation, &app::Conversation::messageGrew, this, later);
    connect(&conversation, &app::Conversation::messageChanged, this, later);
    connect(&conversation, &app::Conversation::pathChanged, this, later);
    connect(&conversation, &app::Conversation::lanesChanged, this, later);
    connect(&conversation, &app::Conversation::roundChanged, this, later);
    connect(m_chat.get(), &app::Chat::heldBackChanged, this, later);
    m_answers = collected();
}

void ViewedAnswers::refresh()
{
    QList<ViewedAnswer> now = collected();
    if (std::exchange(m_answers, std::move(now)) != m_answers)
        emit changed();
}

QList<ViewedAnswer> ViewedAnswers::collected() const
{
    const app::Conversation &conversation = m_chat->conversation();
    QList<ViewedAnswer> found;
    if (m_turn) {
        const app::TurnRecord *turn = conversation.turn(m_turn);
        const app::MessageId first = conversation.firstReply(m_turn);
        if (turn && first) {
            const auto path = app::pathTo(conversation, conversation.tip(turn->lane, first));
            if (const auto answer = answerOn(path, turn->lane))
                found.append(*answer);
        }
        return found;
    }
    for (const app::ShownLane &lane : app::shownLanes(conversation)) {
        std::optional<ViewedAnswer> answer = answerOn(pathOf(lane.lane), lane.lane);
        if (!answer)
            continue;
        answer->letter = lane.letter;
        found.append(*answer);
    }
    return found;
}

QList<app::MessageId> ViewedAnswers::pathOf(app::LaneId lane) const
{
    const app::Conversation &conversation = m_chat->conversation();
    const app::BlindRound *veiled = conversation.veiledRound();
    const bool isHeld = veiled && m_chat->heldBackRound() == veiled->round;
    return app::shownPath(conversation, lane,
                          isHeld ? app::Answers::HeldBack : app::Answers::Shown);
}

/// What is asked later about an image belongs to it, until there are others to be asked about.
QList<const app::Message *> ViewedAnswers::answersOn(const QList<app::MessageId> &path) const
{
    const app::Conversation &conversation = m_chat->conversation();
    QList<const app::Message *> answers;
    bool isAsked = false;
    for (const app::MessageId id : path) {
        const app::Message *message = conversation.message(id);
        if (!message)
            continue;
        const bool isOfRound = app::pairedRound(conversation, *message) == m_round;
        if (message->role == app::Role::User)
            isAsked = isOfRound || (isAsked && !bringsImages(*message));
        else if (message->role == app::Role::Assistant
                 && (m_turn ? message->turn == m_turn : isAsked || isOfRound))
            answers.append(message);
    }
    return answers;
}

/// What its messages say, one below the other; a continuation goes on where it was cut.
std::optional<ViewedAnswer> ViewedAnswers::answerOn(const QList<app::MessageId> &path,
                                                    app::LaneId lane) const
{
    const app::Conversation &conversation = m_chat->conversation();
    QByteArray text;
    const app::Message *last = nullptr;
    for (const app::Message *message : answersOn(path)) {
        for (const app::Part &part : message->parts) {
            const auto *said = std::get_if<app::TextPart>(&part);
            if (!said || text.size() >= kMostBytes)
                continue;
            if (!text.isEmpty() && !message->continues)
                text += "\n\n";
            text += QByteArrayView(said->text)
                        .first(std::min(said->text.size(), kMostBytes - text.size()));
        }
        last = message;
    }
    if (!last)
        return {};
    ViewedAnswer answer;
    answer.lane = lane;
    if (const app::Lane *known = conversation.lane(lane))
        answer.letter = known->letter;
    if (!conversation.veiledRound()) {
        const app::Run *run = conversation.run(last->run);
        answer.model = run ? run->model.section(u'/', -1) : QString();
    }
    answer.text = withPlainLineEnds(QString::fromUtf8(text));
    answer.isWritten = last->state == app::MessageState::Streaming;
    return answer;
}

} // namespace ui
