// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/transcript/message_text.h"
#include "ui/transcript/transcript_view.h"

#include <list>

namespace ui {

/// Reads the messages of a view for who cannot see them: texts, lines, places on the screen, what
/// can be pressed. Costs follow the message that is asked for, never the history: a message far
/// from sight is parsed for the moment, and the last few that were read are kept.
///
/// References and pointers hold until the next question about another message.
class TranscriptReader
{
public:
    explicit TranscriptReader(TranscriptView *view) : m_view(view) { }

    [[nodiscard]] TranscriptView *view() const { return m_view; }
    /// Null without a source.
    [[nodiscard]] const TranscriptLayout *layout() const;
    /// Null when it is not in the transcript (any more).
    [[nodiscard]] const ShownMessage *shown(app::MessageId message) const;
    [[nodiscard]] bool isBeingWritten(app::MessageId message) const;
    /// "You" or "Answer".
    [[nodiscard]] QString author(app::MessageId message) const;
    /// How it ended, when, and which of its siblings it is.
    [[nodiscard]] QString remarks(app::MessageId message);

    [[nodiscard]] const MessageText &text(app::MessageId message);
    [[nodiscard]] const QList<PressableItem> &pressable(app::MessageId message);
    /// As it stands on the screen, with its end; a row of a table is one.
    [[nodiscard]] std::pair<int, int> lineAround(app::MessageId message, int offset);
    [[nodiscard]] int offsetAt(app::MessageId message, QPoint onScreen);

    // On the screen, in sight or not.
    [[nodiscard]] QRect rectOf(app::MessageId message) const;
    [[nodiscard]] QRect characterRect(app::MessageId message, int offset);
    [[nodiscard]] QRect rectOf(app::MessageId message, const PressableItem &item);

private:
    struct Reading
    {
        app::MessageId message;
        quint64 revision = 0;
        MessageText text;
        std::optional<QList<PressableItem>> pressable;
    };
    /// The layout of a slice that is not in sight.
    struct Spare
    {
        app::MessageId message;
        quint64 revision = 0;
        SliceKey key;
        CodeLook look;
        std::unique_ptr<SliceLayout> layout;
    };

    [[nodiscard]] Reading &reading(app::MessageId message);
    [[nodiscard]] const SliceLayout &layoutOf(app::MessageId message, const Slice &slice);
    void addPressable(QList<PressableItem> &found, const Slice &slice) const;
    [[nodiscard]] QRect onScreen(app::MessageId message, const SliceKey &slice, QRectF rect) const;

    QPointer<TranscriptView> m_view;
    std::list<Reading> m_readings; ///< the last one read first
    Spare m_spare;
};

} // namespace ui
