// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chat/remedies.h"
#include "app/store/records.h"

#include <QObject>

namespace ui {

/// What a transcript shows: the path of one lane. Pointers are valid until the next signal.
class TranscriptSource : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// First prompt to the end.
    [[nodiscard]] virtual QList<app::MessageId> path() const = 0;
    [[nodiscard]] virtual const app::Message *message(app::MessageId id) const = 0;
    [[nodiscard]] virtual const app::Run *run(app::RunId id) const = 0;
    /// What the branch switcher walks, itself included, oldest first.
    [[nodiscard]] virtual QList<app::MessageId> siblings(app::MessageId id) const = 0;
    /// Whether the model refused something in this reply that the next attempt can leave out.
    [[nodiscard]] virtual bool canLeaveOut(app::MessageId reply) const = 0;
    /// Of a blind round whose names are hidden: all that could tell who wrote it stays out of
    /// sight, its reasoning too.
    [[nodiscard]] virtual bool isVeiled(app::MessageId) const { return false; }
    /// Whether messages may be rewritten, answers gone on with, the model changed. Where they may
    /// not, none of that is offered.
    [[nodiscard]] virtual bool isEditable() const { return true; }
    /// What helps where an answer did not come because of what was asked for.
    [[nodiscard]] virtual QList<app::Remedy> remedies(app::MessageId) const { return {}; }
    /// USD that the thoughts of a run cost, computed from the prices; nothing: not known.
    [[nodiscard]] virtual std::optional<double> reasoningCostUsd(const app::Run &) const
    {
        return {};
    }
    /// Whether it is kept how sure the model was of the tokens of this reply, and somebody shows
    /// it.
    [[nodiscard]] virtual bool hasTokens(app::MessageId) const { return false; }
    /// Where the next request begins with this prompt: how many rounds above it are not sent. 0 for
    /// all other messages.
    [[nodiscard]] virtual int roundsLeftOutBefore(app::MessageId) const { return 0; }

signals:
    void pathChanged();
    void messageChanged(app::MessageId message); ///< anything but appended text
    void messageGrew(app::MessageId message); ///< text was appended to its last part
};

} // namespace ui
