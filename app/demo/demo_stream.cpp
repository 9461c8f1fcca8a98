// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/demo_stream.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QRandomGenerator>

#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace app {

namespace {

constexpr qsizetype kArgumentPiece = 12; ///< bytes of a call's arguments in one event

struct SpokenPiece
{
    QString field; ///< of the delta
    QString text;
    QJsonValue logprobs = {}; ///< of the choice
};

/// One choice, ready to be sent.
struct Spoken
{
    QStringList reasoning; ///< tokens
    QStringList text;
    QList<DemoToken> odds; ///< of `text`; empty: not known
    QString finishReason;
};

bool endsSentence(const QString &token)
{
    return token.endsWith(u'.') || token.endsWith(u'!') || token.endsWith(u'?')
           || token.contains(u'\n');
}

// As with a real model some tokens take longer, and a new sentence longer still. The same text is
// always paced the same.
milliseconds pauseBefore(const QString &previous, qsizetype index, double tokensPerSecond)
{
    const double mean = 1000 / tokensPerSecond;
    const double chance = std::fmod(double(index) * 0.618034, 1.0);
    const double factor = 0.5 + 0.8 * chance + (endsSentence(previous) ? 0.7 : 0);
    return milliseconds(std::lround(mean * factor));
}

QString withoutStopWords(QString text, const QStringList &stop)
{
    for (const QString &word : stop) {
        if (const qsizetype place = text.indexOf(word); place >= 0)
            text.truncate(place);
    }
    return text;
}

/// What leads an answer that is gone on with without thinking again.
QString withoutEmptyThought(const QString &text)
{
    constexpr auto kEmptyThought = "<think>\n\n</think>\n\n"_L1;
    return text.startsWith(kEmptyThought) ? text.sliced(kEmptyThought.size()) : text;
}

/// The tokens that lie within so many characters.
QStringList diceWords(const QList<DemoToken> &tokens, qsizetype characters)
{
    QStringList words;
    for (const DemoToken &token : tokens) {
        characters -= token.text().size();
        if (characters < 0)
            break;
        words.append(token.text());
    }
    return words;
}

QJsonObject oddsJson(const DemoOption &option)
{
    QJsonArray bytes;
    for (const char byte : option.text.toUtf8())
        bytes.append(int(quint8(byte)));
    return {{u"token"_s, option.text},
            {u"bytes"_s, bytes},
            {u"logprob"_s, std::log(option.probability)}};
}

QJsonObject oddsJson(const DemoToken &token, int alternatives)
{
    QJsonObject odds = oddsJson(token.options.at(token.taken));
    QJsonArray others;
    for (const DemoOption &option :
         token.options.first(std::min<qsizetype>(alternatives, token.options.size())))
        others.append(oddsJson(option));
    odds.insert("top_logprobs"_L1, others);
    return odds;
}

Spoken spokenOf(const DemoScript &script, const DemoRequest &request)
{
    QString text = script.text;
    const QString continued = withoutEmptyThought(request.continued);
    const bool isContinuation = !request.continued.isEmpty() && script.goesOn;
    const bool goesOn = isContinuation && text.startsWith(continued);
    if (goesOn)
        text.remove(0, continued.size());
    Spoken spoken;
    spoken.reasoning = goesOn ? QStringList() : demoTokens(script.reasoning);
    text = withoutStopWords(text, request.stop);
    if (goesOn || request.continued.isEmpty())
        spoken.odds = script.tokens;
    spoken.text = spoken.odds.isEmpty() ? demoTokens(text) : diceWords(spoken.odds, text.size());
    spoken.finishReason = script.calls.isEmpty() ? u"stop"_s : u"tool_calls"_s;

    // The limit counts thoughts too, as servers do.
    if (request.maxTokens > 0 && spoken.reasoning.size() + spoken.text.size() > request.maxTokens) {
        spoken.reasoning.resize(std::min<qsizetype>(spoken.reasoning.size(), request.maxTokens));
        spoken.text.resize(
            std::min<qsizetype>(spoken.text.size(), request.maxTokens - spoken.reasoning.size()));
        spoken.finishReason = u"length"_s;
    }
    if (script.mostTokens > 0 && spoken.text.size() > script.mostTokens) {
        spoken.text.resize(script.mostTokens);
        spoken.finishReason = u"length"_s;
    }
    return spoken;
}

QJsonObject callJson(const DemoCall &call, int index, const QString &id)
{
    const QByteArray arguments = QJsonDocument(call.arguments).toJson(QJsonDocument::Compact);
    return {{u"index"_s, index},
            {u"id"_s, id},
            {u"type"_s, u"function"_s},
            {u"function"_s,
             QJsonObject{{u"name"_s, call.name}, {u"arguments"_s, QString::fromUtf8(arguments)}}}};
}

class Delivery
{
public:
    Delivery(const QList<DemoScript> &scripts, const DemoRequest &request)
        : m_script(scripts.constFirst()), m_request(request),
          m_id(u"demo-%1"_s.arg(QRandomGenerator::global()->generate64(), 0, 36)),
          m_created(QDateTime::currentSecsSinceEpoch())
    {
        for (const DemoScript &script : scripts)
            m_spoken.append(spokenOf(script, request));
    }

    [[nodiscard]] DemoAnswer streamed();
    [[nodiscard]] DemoAnswer whole() const;

private:
    void pieces();
    void calls();
    void ending();
    void event(milliseconds pause, const QJsonObject &root);
    void deltaOfAll(milliseconds pause, const QJsonObject &delta);
    void delta(milliseconds pause, int choice, const QJsonObject &delta,
               const QJsonValue &odds = {});
    [[nodiscard]] QJsonValue logprobs(const Spoken &spoken, qsizetype from, qsizetype count) const;
    [[nodiscard]] QList<SpokenPiece> piecesOf(const Spoken &spoken) const;
    [[nodiscard]] QJsonObject frame(const QString &object) const;
    [[nodiscard]] QJsonObject usage() const;
    [[nodiscard]] QJsonObject message(int choice) const;
    [[nodiscard]] QString callId(qsizetype index) const { return m_id + u"-call-%1"_s.arg(index); }
    [[nodiscard]] bool callsTools() const
    {
        return !m_script.calls.isEmpty() && m_spoken.constFirst().finishReason != "length"_L1;
    }

    const DemoScript &m_script; ///< of the first choice, which sets the pace
    const DemoRequest &m_request;
    QList<Spoken> m_spoken; ///< by choice
    QString m_id;
    qint64 m_created;
    DemoAnswer m_answer;
};

QJsonObject Delivery::frame(const QString &object) const
{
    QJsonObject root{{u"id"_s, m_id},
                     {u"object"_s, object},
                     {u"created"_s, m_created},
                     {u"model"_s, m_request.model},
                     {u"system_fingerprint"_s, u"demo-" DIPTYCH_VERSION ""_s}};
    // The demo has one speed. That it says so shows what an unsupported tier looks like.
    if (m_request.asksForTier)
        root.insert("service_tier"_L1, u"default"_s);
    return root;
}

QJsonObject Delivery::usage() const
{
    qint64 reasoning = 0;
    qint64 completion = 0;
    for (const Spoken &spoken : m_spoken) {
        reasoning += spoken.reasoning.size();
        completion += spoken.reasoning.size() + spoken.text.size();
    }
    return {{u"prompt_tokens"_s, m_request.promptTokens},
            {u"completion_tokens"_s, completion},
            {u"total_tokens"_s, m_request.promptTokens + completion},
            {u"estimated_cost"_s, 0},
            {u"completion_tokens_details"_s, QJsonObject{{u"reasoning_tokens"_s, reasoning}}}};
}

void Delivery::event(milliseconds pause, const QJsonObject &root)
{
    m_answer.steps.append(
        {pause, "data: " + QJsonDocument(root).toJson(QJsonDocument::Compact) + "\n\n"});
}

void Delivery::delta(milliseconds pause, int choice, const QJsonObject &delta,
                     const QJsonValue &odds)
{
    QJsonObject root = frame(u"chat.completion.chunk"_s);
    root.insert("choices"_L1, QJsonArray{QJsonObject{{u"index"_s, choice},
                                                     {u"delta"_s, delta},
                                                     {u"logprobs"_s, odds},
                                                     {u"finish_reason"_s, QJsonValue()}}});
    event(pause, root);
}

void Delivery::deltaOfAll(milliseconds pause, const QJsonObject &said)
{
    for (int choice = 0; choice < m_request.choices; ++choice)
        delta(choice == 0 ? pause : milliseconds(0), choice, said);
}

QJsonValue Delivery::logprobs(const Spoken &spoken, qsizetype from, qsizetype count) const
{
    if (!m_request.logprobs || spoken.odds.isEmpty())
        return {};
    QJsonArray content;
    for (qsizetype at = from; at < from + count; ++at)
        content.append(oddsJson(spoken.odds.at(at), m_request.alternatives));
    return QJsonObject{{u"content"_s, content}};
}

QList<SpokenPiece> Delivery::piecesOf(const Spoken &spoken) const
{
    QList<SpokenPiece> pieces;
    for (const QString &text : spoken.reasoning)
        pieces.append({u"reasoning_content"_s, text});
    const bool isWhole = m_script.ending == DemoScript::Ending::Normal;
    const auto texts = spoken.text.first(isWhole ? spoken.text.size() : spoken.text.size() / 2);
    for (qsizetype at = 0; at < texts.size(); ++at)
        pieces.append({u"content"_s, texts.at(at), logprobs(spoken, at, 1)});
    return pieces;
}

/// One token of each choice, and again.
void Delivery::pieces()
{
    QList<QList<SpokenPiece>> all;
    qsizetype longest = 0;
    for (const Spoken &spoken : std::as_const(m_spoken)) {
        all.append(piecesOf(spoken));
        longest = std::max(longest, all.constLast().size());
    }
    QString previous;
    for (qsizetype at = 0; at < longest; ++at) {
        milliseconds pause = pauseBefore(previous, at, m_script.tokensPerSecond);
        for (int choice = 0; choice < all.size(); ++choice) {
            if (at >= all.at(choice).size())
                continue;
            const SpokenPiece &piece = all.at(choice).at(at);
            delta(std::exchange(pause, milliseconds(0)), choice, {{piece.field, piece.text}},
                  piece.logprobs);
            previous = piece.text;
        }
    }
}

// In pieces, as servers stream them: the name first, then the arguments as they are made.
void Delivery::calls()
{
    for (qsizetype i = 0; i < m_script.calls.size(); ++i) {
        QJsonObject call = callJson(m_script.calls.at(i), int(i), callId(i));
        QJsonObject function = call.value("function"_L1).toObject();
        const QString arguments = function.value("arguments"_L1).toString();
        function.insert("arguments"_L1, QString());
        call.insert("function"_L1, function);
        deltaOfAll(milliseconds(60), {{u"tool_calls"_s, QJsonArray{call}}});
        for (qsizetype at = 0; at < arguments.size();) {
            qsizetype end = std::min(at + kArgumentPiece, arguments.size());
            if (end < arguments.size() && arguments.at(end).isLowSurrogate())
                ++end;
            const QJsonObject piece{{u"arguments"_s, arguments.sliced(at, end - at)}};
            const QJsonObject more{{u"index"_s, int(i)}, {u"function"_s, piece}};
            deltaOfAll(milliseconds(35), {{u"tool_calls"_s, QJsonArray{more}}});
            at = end;
        }
    }
}

void Delivery::ending()
{
    switch (m_script.ending) {
    case DemoScript::Ending::CutOff:
        return;
    case DemoScript::Ending::Lost:
        m_answer.isLost = true;
        return;
    case DemoScript::Ending::ErrorEvent:
        event(milliseconds(200),
              {{u"error"_s, QJsonObject{{u"message"_s, u"The demo server failed on purpose."_s},
                                        {u"type"_s, u"server_error"_s},
                                        {u"param"_s, QJsonValue()},
                                        {u"code"_s, QJsonValue()}}}});
        return;
    case DemoScript::Ending::Normal:
        break;
    }
    for (int choice = 0; choice < m_request.choices; ++choice) {
        QJsonObject root = frame(u"chat.completion.chunk"_s);
        root.insert("choices"_L1, QJsonArray{QJsonObject{
                                      {u"index"_s, choice},
                                      {u"delta"_s, QJsonObject()},
                                      {u"finish_reason"_s, m_spoken.at(choice).finishReason}}});
        if (choice == m_request.choices - 1)
            root.insert("usage"_L1, usage());
        event(milliseconds(choice == 0 ? 10 : 0), root);
    }
    m_answer.steps.append({milliseconds(0), "data: [DONE]\n\n"});
}

DemoAnswer Delivery::streamed()
{
    m_answer.headers = {{"content-type", "text/event-stream; charset=utf-8"}};
    m_answer.steps.append({milliseconds(40), ": diptych demo\n\n"});
    deltaOfAll(m_script.firstPause, {{u"role"_s, u"assistant"_s}, {u"content"_s, QString()}});
    pieces();
    if (callsTools())
        calls();
    ending();
    return std::move(m_answer);
}

QJsonObject Delivery::message(int choice) const
{
    const Spoken &spoken = m_spoken.at(choice);
    QJsonObject message{{u"role"_s, u"assistant"_s}, {u"content"_s, spoken.text.join(QString())}};
    if (!spoken.reasoning.isEmpty())
        message.insert("reasoning_content"_L1, spoken.reasoning.join(QString()));
    if (callsTools()) {
        QJsonArray calls;
        for (qsizetype i = 0; i < m_script.calls.size(); ++i) {
            QJsonObject call = callJson(m_script.calls.at(i), int(i), callId(i));
            call.remove("index"_L1);
            calls.append(call);
        }
        message.insert("tool_calls"_L1, calls);
    }
    return message;
}

DemoAnswer Delivery::whole() const
{
    QJsonArray choices;
    for (int choice = 0; choice < m_request.choices; ++choice)
        choices.append(QJsonObject{
            {u"index"_s, choice},
            {u"message"_s, message(choice)},
            {u"logprobs"_s, logprobs(m_spoken.at(choice), 0, m_spoken.at(choice).text.size())},
            {u"finish_reason"_s, m_spoken.at(choice).finishReason}});
    QJsonObject root = frame(u"chat.completion"_s);
    root.insert("choices"_L1, choices);
    root.insert("usage"_L1, usage());
    DemoAnswer answer;
    answer.headers = {{"content-type", "application/json"}};
    answer.steps = {{m_script.firstPause, QJsonDocument(root).toJson(QJsonDocument::Compact)}};
    return answer;
}

} // namespace

DemoAnswer deliver(const QList<DemoScript> &scripts, const DemoRequest &request)
{
    Delivery delivery(scripts, request);
    return request.stream ? delivery.streamed() : delivery.whole();
}

} // namespace app
