// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/transcript/transcript_source.h"

#include <QHash>
#include <QSet>

namespace ui {

/// Messages made by hand, on one path.
class FakeSource : public TranscriptSource
{
public:
    using TranscriptSource::TranscriptSource;

    [[nodiscard]] QList<app::MessageId> path() const override { return m_path; }
    [[nodiscard]] const app::Message *message(app::MessageId id) const override
    {
        const auto found = m_messages.constFind(id);
        return found == m_messages.cend() ? nullptr : &*found;
    }
    [[nodiscard]] const app::Run *run(app::RunId id) const override
    {
        const auto found = m_runs.constFind(id);
        return found == m_runs.cend() ? nullptr : &*found;
    }
    [[nodiscard]] QList<app::MessageId> siblings(app::MessageId id) const override
    {
        return m_siblings.value(id, {id});
    }
    [[nodiscard]] bool canLeaveOut(app::MessageId reply) const override
    {
        return m_withRefusal.contains(reply);
    }
    [[nodiscard]] QList<app::Remedy> remedies(app::MessageId) const override { return m_remedies; }
    [[nodiscard]] std::optional<double> reasoningCostUsd(const app::Run &) const override
    {
        return m_reasoningCost;
    }
    [[nodiscard]] int roundsLeftOutBefore(app::MessageId prompt) const override
    {
        return prompt == m_firstSent ? 2 : 0;
    }
    [[nodiscard]] bool isVeiled(app::MessageId id) const override { return m_veiled.contains(id); }

    app::MessageId add(app::Role role, app::Parts parts,
                       app::MessageState state = app::MessageState::Complete)
    {
        app::Message message;
        message.id = app::MessageId(qint64(m_path.size()) + 1);
        message.parent = m_path.isEmpty() ? app::MessageId() : m_path.constLast();
        message.role = role;
        message.parts = std::move(parts);
        message.state = state;
        message.createdMs = 1'700'000'000'000;
        if (role != app::Role::User) {
            message.turn = app::TurnId(m_prompts);
            message.run = app::RunId(message.id.value());
        } else {
            ++m_prompts;
        }
        if (role == app::Role::Assistant && state == app::MessageState::Complete)
            message.finishReason = QStringLiteral("stop");
        m_messages.insert(message.id, message);
        m_path.append(message.id);
        return message.id;
    }
    app::MessageId addPrompt(const QByteArray &text)
    {
        return add(app::Role::User, {app::TextPart{text}});
    }
    app::MessageId addReply(const QByteArray &text,
                            app::MessageState state = app::MessageState::Complete)
    {
        return add(app::Role::Assistant, {app::TextPart{text}}, state);
    }
    void grow(app::MessageId id, const QByteArray &text)
    {
        std::get<app::TextPart>(m_messages[id].parts.last()).text += text;
        emit messageGrew(id);
    }
    void change(const app::Message &message)
    {
        m_messages.insert(message.id, message);
        emit messageChanged(message.id);
    }
    void finish(app::MessageId id)
    {
        m_messages[id].state = app::MessageState::Complete;
        m_messages[id].finishReason = QStringLiteral("stop");
        emit messageChanged(id);
    }
    /// The path begins behind that message.
    void leave(app::MessageId id)
    {
        m_path.removeAll(id);
        emit pathChanged();
    }
    void put(const app::Run &run) { m_runs.insert(run.id, run); }
    void setSiblings(app::MessageId id, const QList<app::MessageId> &all)
    {
        m_siblings.insert(id, all);
    }
    void setCanLeaveOut(app::MessageId reply) { m_withRefusal.insert(reply); }
    void setRemedies(const QList<app::Remedy> &remedies) { m_remedies = remedies; }
    void setReasoningCost(double usd) { m_reasoningCost = usd; }
    /// Two rounds above it are not sent.
    void setFirstSent(app::MessageId prompt) { m_firstSent = prompt; }
    void setVeiled(app::MessageId id, bool veiled)
    {
        if (veiled)
            m_veiled.insert(id);
        else
            m_veiled.remove(id);
        emit messageChanged(id);
    }

private:
    QList<app::MessageId> m_path;
    QHash<app::MessageId, app::Message> m_messages;
    QHash<app::RunId, app::Run> m_runs;
    QHash<app::MessageId, QList<app::MessageId>> m_siblings;
    QSet<app::MessageId> m_withRefusal;
    QSet<app::MessageId> m_veiled;
    QList<app::Remedy> m_remedies;
    std::optional<double> m_reasoningCost;
    app::MessageId m_firstSent;
    qint64 m_prompts = 0;
};

} // namespace ui
