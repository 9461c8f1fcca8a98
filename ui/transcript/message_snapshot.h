// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/transcript/shown_message.h"

namespace ui {

/// A shown message with all that it is made of, as it is now: for a worker that reads it while the
/// conversation goes on. Texts are shared, not copied. A value.
struct MessageSnapshot
{
    ShownMessage shown;
    QList<app::Message> messages;

    /// Of its texts.
    [[nodiscard]] qint64 bytes() const;
};

[[nodiscard]] MessageSnapshot snapshotOf(const TranscriptSource &source, const ShownMessage &shown);
/// Of the texts of a message, without taking a snapshot.
[[nodiscard]] qint64 bytesOf(const TranscriptSource &source, const ShownMessage &shown);

/// Shows what a snapshot holds: its texts, but neither runs nor branches. Made and used on any one
/// thread; the snapshot outlives it.
class SnapshotSource : public TranscriptSource
{
    Q_OBJECT
public:
    explicit SnapshotSource(const MessageSnapshot &snapshot) : m_snapshot(snapshot) { }

    [[nodiscard]] QList<app::MessageId> path() const override { return m_snapshot.shown.messages; }
    [[nodiscard]] const app::Message *message(app::MessageId id) const override;
    [[nodiscard]] const app::Run *run(app::RunId) const override { return nullptr; }
    [[nodiscard]] QList<app::MessageId> siblings(app::MessageId id) const override { return {id}; }
    [[nodiscard]] bool canLeaveOut(app::MessageId) const override { return false; }

private:
    const MessageSnapshot &m_snapshot;
};

} // namespace ui
