// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/export/export_collection.h"
#include "app/export/export_format.h"

#include <QBuffer>

// Conversations for the tests of exports, row by row.

namespace tests {

using namespace Qt::StringLiterals;

/// 2026-11-30 12:00 UTC.
inline constexpr qint64 kNoonMs = 1'796'040'000'000;

/// Rows with small numbers as ids; later ones are newer.
class ConversationRows
{
public:
    ConversationRows()
    {
        m_record.summary = {.id = app::ConversationId(7),
                            .title = u"Which of them?"_s,
                            .createdMs = kNoonMs,
                            .changedMs = kNoonMs + 1,
                            .tags = {u"code"_s}};
    }

    app::LaneId addLane(const QString &model, const QJsonObject &parameters = {},
                        const QString &systemPrompt = {})
    {
        const auto place = int(m_record.lanes.size());
        m_record.lanes.append({.id = app::LaneId(place + 1),
                               .position = place,
                               .letter = place,
                               .providerId = u"deepinfra"_s,
                               .model = model,
                               .parameters = app::ParameterSet::fromJson(parameters),
                               .systemPrompt = systemPrompt});
        m_record.summary.laneCount = place + 1;
        return m_record.lanes.constLast().id;
    }

    app::RoundId addRound(app::RoundKind kind = app::RoundKind::Chat)
    {
        const app::RoundId round(++m_next);
        m_record.rounds.append({round, kind, kNoonMs + m_next * 1'000});
        return round;
    }

    app::MessageId addPrompt(app::RoundId round, app::MessageId parent, const QByteArray &text,
                             const QList<app::ImagePart> &images = {})
    {
        app::Message message = messageOf(parent, round);
        for (const app::ImagePart &image : images)
            message.parts.append(image);
        message.parts.append(app::TextPart{text});
        return put(message);
    }

    /// A turn with one run, which the lane goes on with.
    app::MessageId addAnswer(app::LaneId lane, app::RoundId round, app::MessageId prompt,
                             const app::Parts &parts, const QJsonObject &coordinates = {})
    {
        const app::TurnId turn(++m_next);
        m_record.turns.append({turn, round, lane, coordinates});
        app::Message message = messageOf(prompt, round);
        message.role = app::Role::Assistant;
        message.parts = parts;
        message.turn = turn;
        message.run = addRun(lane, turn);
        message.finishReason = u"stop"_s;
        setHead(lane, put(message));
        return m_record.messages.constLast().id;
    }
    app::MessageId addAnswer(app::LaneId lane, app::RoundId round, app::MessageId prompt,
                             const QByteArray &text, const QJsonObject &coordinates = {})
    {
        return addAnswer(lane, round, prompt, app::Parts{app::TextPart{text}}, coordinates);
    }

    app::RunId addRun(app::LaneId lane, app::TurnId turn)
    {
        const app::Lane &asked = m_record.lanes.at(lane.value() - 1);
        app::Run run;
        run.id = app::RunId(++m_next);
        run.turn = turn;
        run.lane = lane;
        run.providerId = asked.providerId;
        run.providerName = u"DeepInfra"_s;
        run.model = asked.model;
        run.modelAnswered = asked.model;
        run.tierAsked = u"priority"_s;
        run.tierEchoed = u"default"_s;
        run.status = app::RunStatus::Complete;
        run.httpStatus = 200;
        run.usage = app::Usage{.promptTokens = 12, .completionTokens = 101, .totalTokens = 113};
        run.costUsd = 0.0012;
        run.timings = {.connectedMs = 40,
                       .headersMs = 180,
                       .firstTokenMs = 240,
                       .lastTokenMs = 1'240,
                       .totalMs = 1'260};
        run.responseId = u"chatcmpl-%1"_s.arg(m_next);
        run.startedMs = kNoonMs;
        run.version = u"0.1.0"_s;
        m_record.runs.append(run);
        return run.id;
    }

    app::MessageId put(const app::Message &message)
    {
        m_record.messages.append(message);
        return message.id;
    }
    [[nodiscard]] app::Message messageOf(app::MessageId parent, app::RoundId round)
    {
        ++m_next;
        return {.id = app::MessageId(m_next),
                .parent = parent,
                .createdMs = kNoonMs + m_next,
                .round = round};
    }
    void setHead(app::LaneId lane, app::MessageId head)
    {
        m_record.lanes[lane.value() - 1].head = head;
    }
    [[nodiscard]] app::ConversationRecord &record() { return m_record; }

    [[nodiscard]] app::Exported exported(const app::ExportWish &wish = {}) const
    {
        const app::Conversation conversation(m_record);
        app::Exported exported = app::collectExport(conversation, {app::deepInfraProvider()}, wish);
        exported.exportedMs = kNoonMs;
        exported.version = u"0.1.0"_s;
        return exported;
    }

private:
    app::ConversationRecord m_record;
    int m_next = 100;
};

[[nodiscard]] inline QByteArray written(app::ExportFormat format, const app::Exported &exported)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    app::writeExport(buffer, format, exported);
    return buffer.data();
}

/// The texts of the answers of a round: "A: one", "B: two".
[[nodiscard]] inline QStringList answersOf(const app::ExportedRound &round)
{
    QStringList answers;
    for (const app::ExportedAnswer &answer : round.answers) {
        answers.append(app::laneLetterText(answer.letter) + u": "_s
                       + QString::fromUtf8(app::answerText(answer)));
    }
    return answers;
}

} // namespace tests
