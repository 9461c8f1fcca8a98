// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/json/answer_follower.h"

#include "app/base/when_done.h"
#include "app/schema/schema_checker.h"
#include "app/services.h"
#include "ui/transcript/frame_clock.h"
#include "ui/transcript/transcript_source.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

/// Of a stored answer; a stream brings less in a frame.
constexpr qsizetype kBytesPerFrame = 128 * 1024;
/// A run is in the store soon after its reply is in the tree.
constexpr int kMostAsks = 50;

/// Calls `take` with each text of the parts.
template <typename Take>
void forTexts(const app::Parts &parts, Take take)
{
    for (const app::Part &part : parts) {
        if (const auto *text = std::get_if<app::TextPart>(&part))
            take(QByteArrayView(text->text));
    }
}

} // namespace

AnswerFollower::AnswerFollower(FrameClock &clock, app::Services &services, QObject *parent)
    : QObject(parent), m_clock(clock), m_services(services),
      m_json(std::make_unique<app::AnswerJson>())
{
    connect(&clock, &FrameClock::frameDue, this, &AnswerFollower::takeFrame);
}

AnswerFollower::~AnswerFollower() = default;

void AnswerFollower::follow(const TranscriptSource &source)
{
    m_source = &source;
    connect(&source, &TranscriptSource::pathChanged, this, &AnswerFollower::takePath);
    connect(&source, &TranscriptSource::messageChanged, this, &AnswerFollower::takeChange);
    connect(&source, &TranscriptSource::messageGrew, this, &AnswerFollower::takeChange);
    takePath();
}

app::MessageId AnswerFollower::answer() const
{
    return m_messages.isEmpty() ? app::MessageId() : m_messages.first();
}

void AnswerFollower::choose(app::MessageId answer)
{
    m_isChosen = answer.isValid();
    const app::MessageId shown = m_isChosen ? answer : m_newest;
    restart(shown ? messagesOf(shown) : QList<app::MessageId>());
}

/// With what it continues and what continues it, along the path; empty for what is no answer.
QList<app::MessageId> AnswerFollower::messagesOf(app::MessageId answer) const
{
    QList<app::MessageId> messages;
    bool isOurs = false;
    const QList<app::MessageId> path = m_source->path();
    // From the end: answers that are looked at are new ones as a rule.
    for (auto id = path.crbegin(); id != path.crend(); ++id) {
        const app::Message *message = m_source->message(*id);
        if (!message || message->role != app::Role::Assistant) {
            if (isOurs)
                break;
            messages.clear();
            continue;
        }
        const bool joins =
            !messages.isEmpty() && m_source->message(messages.first())->continues == *id;
        if (!joins) {
            if (isOurs)
                break;
            messages.clear();
        }
        messages.prepend(*id);
        isOurs = isOurs || *id == answer;
    }
    return isOurs ? messages : QList<app::MessageId>();
}

void AnswerFollower::takePath()
{
    app::MessageId newest;
    const QList<app::MessageId> path = m_source->path();
    for (auto id = path.crbegin(); id != path.crend() && !newest; ++id) {
        const app::Message *message = m_source->message(*id);
        if (message && message->role == app::Role::Assistant)
            newest = *id;
        else if (message && message->role == app::Role::User)
            break; // a prompt that has no answer yet: nothing is shown of the one before
    }
    const bool isNew = std::exchange(m_newest, newest) != newest;
    QList<app::MessageId> messages;
    if (m_isChosen && !isNew)
        messages = messagesOf(answer());
    if (messages.isEmpty()) {
        m_isChosen = false;
        messages = newest ? messagesOf(newest) : QList<app::MessageId>();
    }
    if (messages != m_messages)
        restart(messages);
}

void AnswerFollower::takeChange(app::MessageId message)
{
    if (m_messages.contains(message))
        m_clock.request();
}

void AnswerFollower::restart(const QList<app::MessageId> &messages)
{
    emit aboutToRestart();
    ++m_generation;
    m_messages = messages;
    m_json = std::make_unique<app::AnswerJson>();
    m_read = 0;
    m_format = {};
    m_asked = {};
    m_asks = 0;
    m_isAsking = false;
    m_isFinished = false;
    m_verdict.reset();
    emit restarted();
    if (!m_messages.isEmpty())
        m_clock.request();
}

void AnswerFollower::takeFrame()
{
    if (m_messages.isEmpty() || !m_source)
        return;
    askFormat();
    if (m_isFinished)
        return;
    if (readSome())
        return m_clock.request();
    emit grew();
    const app::Message *last = m_source->message(m_messages.last());
    if (!last || last->state != app::MessageState::Streaming)
        finish();
}

/// Gives whether there is more.
bool AnswerFollower::readSome()
{
    qsizetype start = 0;
    qsizetype room = kBytesPerFrame;
    for (const app::MessageId id : std::as_const(m_messages)) {
        const app::Message *message = m_source->message(id);
        if (!message)
            continue;
        forTexts(message->parts, [&](QByteArrayView text) {
            const qsizetype known = std::clamp<qsizetype>(m_read - start, 0, text.size());
            const qsizetype taken = std::min(text.size() - known, room);
            if (m_read >= start && taken > 0) {
                m_json->append(text.sliced(known, taken));
                m_read += taken;
                room -= taken;
            }
            start += text.size();
        });
    }
    if (room == kBytesPerFrame)
        return false;
    if (m_read < start)
        emit grew();
    return m_read < start;
}

void AnswerFollower::askFormat()
{
    const app::Message *last = m_source->message(m_messages.last());
    if (!last || !last->run || m_isAsking || m_asked == last->run || m_asks >= kMostAsks)
        return;
    m_isAsking = true;
    ++m_asks;
    app::whenDone(
        m_services.store->recipe(last->run), this,
        [this, run = last->run, generation = m_generation](const app::Result<app::Recipe> &recipe) {
            if (generation != m_generation)
                return;
            m_isAsking = false;
            if (recipe)
                takeFormat(run, recipe->body["response_format"_L1]);
            else if (m_asks >= kMostAsks)
                takeFormat(run, QJsonValue::Undefined);
            else
                m_clock.request();
        });
}

void AnswerFollower::takeFormat(app::RunId run, const QJsonValue &responseFormat)
{
    m_asked = run;
    m_format = app::answerFormat(responseFormat);
    if (m_format.kind == app::AnswerFormat::Kind::Schema)
        m_services.schemas->warmUp();
    emit formatKnown();
    if (m_isFinished)
        judge();
}

void AnswerFollower::finish()
{
    m_isFinished = true;
    m_json->finish();
    emit grew();
    if (m_asked)
        judge();
}

void AnswerFollower::judge()
{
    if (m_format.kind == app::AnswerFormat::Kind::Free) {
        emit judged();
        return;
    }
    app::FormatVerdict verdict = app::readVerdict(m_format, *m_json);
    const app::Message *last = m_source ? m_source->message(m_messages.last()) : nullptr;
    verdict.byLimit = last && last->finishReason == "length"_L1;
    if (!app::asksSchema(verdict)) {
        m_verdict = verdict;
        emit judged();
        return;
    }
    app::whenDone(m_services.schemas->check(m_format.schema, m_json->outline().text()), this,
                  [this, generation = m_generation](const app::SchemaVerdict &schema) {
                      if (generation != m_generation)
                          return;
                      m_verdict = app::withSchema(schema);
                      emit judged();
                  });
}

} // namespace ui
