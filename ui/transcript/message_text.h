// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/transcript/slice.h"

#include <optional>
#include <vector>

namespace ui {

/// Something in a message that can be pressed, as a screen reader meets it.
struct PressableItem
{
    SliceKey slice; ///< where it stands
    SliceItem item; ///< of a control
    QByteArray link; ///< address; empty for a control
    int start = 0; ///< of the words of a link in the text of its slice
    int length = 0;
    QString name;

    /// The same thing, although its words may have changed.
    [[nodiscard]] bool isSameAs(const PressableItem &other) const
    {
        return slice == other.slice && item.action == other.item.action
               && item.value == other.item.value && link == other.link && start == other.start;
    }
};

/// A message as one text, as a screen reader reads it: who wrote it, then its slices from a new
/// line each, with words for what is only painted (markers of lists, languages of code). A value
/// made without fonts; offsets are UTF-16 units of text().
class MessageText
{
public:
    enum class Unit { Character, Word, Sentence, Paragraph };

    /// A place in the text of a slice, as its layout counts.
    struct Place
    {
        int slice = -1; ///< index in slices(); -1: in the line that names the author
        int offset = 0;
        bool inWords = false; ///< in words that the layout does not have
    };

    MessageText() = default;
    MessageText(std::vector<Slice> slices, const QString &author);

    [[nodiscard]] const QString &text() const { return m_text; }
    /// Behind the line that names the author.
    [[nodiscard]] int bodyStart() const { return m_bodyStart; }
    [[nodiscard]] const std::vector<Slice> &slices() const { return m_slices; }
    [[nodiscard]] const Slice *slice(const SliceKey &key) const;

    [[nodiscard]] Place placeAt(int offset) const;
    [[nodiscard]] int offsetOf(const Place &place) const;
    /// Of the nearest text.
    [[nodiscard]] int offsetOf(const SlicePosition &position) const;
    [[nodiscard]] SlicePosition positionAt(int offset) const;

    /// From its start to the start of the next one, so that units leave no gap: words keep the
    /// space behind them, paragraphs their line end.
    [[nodiscard]] std::pair<int, int> unitAround(int offset, Unit unit) const;
    /// Attributes of the text at an offset in the notation of IAccessible2, and how far they reach.
    [[nodiscard]] QString attributesAt(int offset, int *start, int *end) const;

private:
    struct Run
    {
        int slice = 0;
        int start = 0; ///< of its words
        int words = 0; ///< that stand before its body
        int length = 0; ///< of its body
        bool isShown = false; ///< its body is the text of its layout
    };

    void addRun(int slice);
    [[nodiscard]] const Run *runAt(int offset) const;
    [[nodiscard]] const Run *runOf(int slice) const;

    std::vector<Slice> m_slices;
    std::vector<Run> m_runs;
    QString m_text;
    int m_bodyStart = 0;
};

/// Links of a slice with text, in reading order.
[[nodiscard]] QList<PressableItem> linksOf(const Slice &slice);

} // namespace ui
