// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/message_snapshot.h"

namespace ui {

namespace {

qint64 bytesOfTexts(const app::Message &message)
{
    qint64 bytes = 0;
    for (const app::Part &part : message.parts) {
        if (const auto *text = std::get_if<app::TextPart>(&part))
            bytes += text->text.size();
        else if (const auto *thought = std::get_if<app::ReasoningPart>(&part))
            bytes += thought->text.size();
    }
    return bytes;
}

} // namespace

qint64 MessageSnapshot::bytes() const
{
    qint64 bytes = 0;
    for (const app::Message &message : messages)
        bytes += bytesOfTexts(message);
    return bytes;
}

MessageSnapshot snapshotOf(const TranscriptSource &source, const ShownMessage &shown)
{
    MessageSnapshot snapshot{shown, {}};
    for (const app::MessageId id : shown.messages) {
        const app::Message *message = source.message(id);
        if (!message)
            continue;
        snapshot.messages.append(*message);
        if (source.isVeiled(id)) {
            snapshot.messages.last().parts.removeIf([](const app::Part &part) {
                return std::holds_alternative<app::ReasoningPart>(part);
            });
        }
    }
    return snapshot;
}

qint64 bytesOf(const TranscriptSource &source, const ShownMessage &shown)
{
    qint64 bytes = 0;
    for (const app::MessageId id : shown.messages) {
        if (const app::Message *message = source.message(id))
            bytes += bytesOfTexts(*message);
    }
    return bytes;
}

const app::Message *SnapshotSource::message(app::MessageId id) const
{
    const auto found = std::find_if(m_snapshot.messages.cbegin(), m_snapshot.messages.cend(),
                                    [id](const app::Message &message) { return message.id == id; });
    return found == m_snapshot.messages.cend() ? nullptr : &*found;
}

} // namespace ui
