// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/demo_stream.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QRandomGenerator>

#include <cmath>

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace app {

namespace {

constexpr qsizetype kArgumentPiece = 12; ///< bytes of a call's arguments in one event

/// One choice, ready to be sent.
struct Spoken
{
    QStringList reasoning; ///< tokens
    QStringList text;
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

Spoken spokenOf(const DemoScript &script, const DemoRequest &request)
{
    QString text = script.text;
    const bool goesOn = !request.continued.isEmpty() && text.startsWith(request.continued);
    if (goesOn)
        text.remove(0, request.continued.size());
    Spoken spoken;
    spoken.reasoning = goesOn ? QStringList() : demoTokens(script.reasoning);
    spoken.text = demoTokens(withoutStopWords(text, request.stop));
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
    Delivery(const DemoScript &script, const DemoRequest &request)
        : m_script(script), m_request(request), m_spoken(spokenOf(script, request)),
          m_id(u"demo-%1"_s.arg(QRandomGenerator::global()->generate64(), 0, 36)),
          m_created(QDateTime::currentSecsSinceEpoch())
    {
    }

    [[nodiscard]] DemoAnswer streamed();
    [[nodiscard]] DemoAnswer whole() const;

private:
    void pieces();
    void calls();
    void ending();
    void token(const QString &field, const QString &text, const QString &previous);
    void event(milliseconds pause, const QJsonObject &root);
    void delta(milliseconds pause, const QJsonObject &delta);
    [[nodiscard]] QJsonObject frame(const QString &object) const;
    [[nodiscard]] QJsonObject usage() const;
    [[nodiscard]] QJsonObject message() const;
    [[nodiscard]] QString callId(qsizetype index) const { return m_id + u"-call-%1"_s.arg(index); }
    [[nodiscard]] bool callsTools() const
    {
        return !m_script.calls.isEmpty() && m_spoken.finishReason != "length"_L1;
    }

    const DemoScript &m_script;
    const DemoRequest &m_request;
    Spoken m_spoken;
    QString m_id;
    qint64 m_created;
    DemoAnswer m_answer;
    qsizetype m_tokens = 0;
};

QJsonObject Delivery::frame(const QString &object) const
{
    QJsonObject root{{u"id"_s, m_id},
                     {u"object"_s, object},
                     {u"created"_s, m_created},
                     {u"model"_s, m_request.model}};
    // The demo has one speed. That it says so shows what an unsupported tier looks like.
    if (m_request.asksForTier)
        root.insert("service_tier"_L1, u"default"_s);
    return root;
}

QJsonObject Delivery::usage() const
{
    const qint64 reasoning = m_spoken.reasoning.size() * m_request.choices;
    const qint64 completion = reasoning + m_spoken.text.size() * m_request.choices;
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

void Delivery::delta(milliseconds pause, const QJsonObject &delta)
{
    for (int choice = 0; choice < m_request.choices; ++choice) {
        QJsonObject root = frame(u"chat.completion.chunk"_s);
        root.insert("choices"_L1, QJsonArray{QJsonObject{{u"index"_s, choice},
                                                         {u"delta"_s, delta},
                                                         {u"finish_reason"_s, QJsonValue()}}});
        event(choice == 0 ? pause : milliseconds(0), root);
    }
}

void Delivery::token(const QString &field, const QString &text, const QString &previous)
{
    delta(pauseBefore(previous, m_tokens++, m_script.tokensPerSecond), {{field, text}});
}

void Delivery::pieces()
{
    QString previous;
    for (const QString &text : m_spoken.reasoning) {
        token(u"reasoning_content"_s, text, previous);
        previous = text;
    }
    qsizetype left = m_script.ending == DemoScript::Ending::Normal ? m_spoken.text.size()
                                                                   : m_spoken.text.size() / 2;
    for (const QString &text : m_spoken.text) {
        if (left-- <= 0)
            break;
        token(u"content"_s, text, previous);
        previous = text;
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
        delta(milliseconds(60), {{u"tool_calls"_s, QJsonArray{call}}});
        for (qsizetype at = 0; at < arguments.size();) {
            qsizetype end = std::min(at + kArgumentPiece, arguments.size());
            if (end < arguments.size() && arguments.at(end).isLowSurrogate())
                ++end;
            const QJsonObject piece{{u"arguments"_s, arguments.sliced(at, end - at)}};
            const QJsonObject more{{u"index"_s, int(i)}, {u"function"_s, piece}};
            delta(milliseconds(35), {{u"tool_calls"_s, QJsonArray{more}}});
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
        root.insert("choices"_L1,
                    QJsonArray{QJsonObject{{u"index"_s, choice},
                                           {u"delta"_s, QJsonObject()},
                                           {u"finish_reason"_s, m_spoken.finishReason}}});
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
    delta(m_script.firstPause, {{u"role"_s, u"assistant"_s}, {u"content"_s, QString()}});
    pieces();
    if (callsTools())
        calls();
    ending();
    return std::move(m_answer);
}

QJsonObject Delivery::message() const
{
    QJsonObject message{{u"role"_s, u"assistant"_s}, {u"content"_s, m_spoken.text.join(QString())}};
    if (!m_spoken.reasoning.isEmpty())
        message.insert("reasoning_content"_L1, m_spoken.reasoning.join(QString()));
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
        choices.append(QJsonObject{{u"index"_s, choice},
                                   {u"message"_s, message()},
                                   {u"finish_reason"_s, m_spoken.finishReason}});
    QJsonObject root = frame(u"chat.completion"_s);
    root.insert("choices"_L1, choices);
    root.insert("usage"_L1, usage());
    DemoAnswer answer;
    answer.headers = {{"content-type", "application/json"}};
    answer.steps = {{m_script.firstPause, QJsonDocument(root).toJson(QJsonDocument::Compact)}};
    return answer;
}

} // namespace

DemoAnswer deliver(const DemoScript &script, const DemoRequest &request)
{
    Delivery delivery(script, request);
    return request.stream ? delivery.streamed() : delivery.whole();
}

} // namespace app
