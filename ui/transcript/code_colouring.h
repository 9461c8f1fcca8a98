// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/ids.h"
#include "app/markdown/code_highlighter.h"
#include "ui/transcript/slice.h"

#include <QHash>
#include <QObject>
#include <QThreadPool>

#include <optional>
#include <span>

namespace ui {

/// Colours slices of code on one worker thread, and remembers the colours. What is looked at is
/// asked for, so visible lines come first. They look at first as if nothing were open above them;
/// the slices above that nobody looked at follow, from the last known one on, and whatever turns
/// out to stand in a comment or a string is coloured again. GUI thread.
class CodeColouring : public QObject
{
    Q_OBJECT
public:
    explicit CodeColouring(QObject *parent = nullptr);
    ~CodeColouring() override;

    /// What is known for the lines of a slice, by line; asks for the rest, coloured() follows.
    /// `above`: the slices in front of it in its message.
    [[nodiscard]] QList<app::CodeRuns> colours(app::MessageId message, std::span<const Slice> above,
                                               const Slice &code);

    /// All that the highlighter was given so far; for tests.
    [[nodiscard]] qint64 linesColoured() const { return m_linesColoured; }

signals:
    void coloured(app::MessageId message, const ui::SliceKey &key);

private:
    struct Place
    {
        app::MessageId message;
        SliceKey key;
        bool operator==(const Place &) const = default;
        friend size_t qHash(const Place &place, size_t seed = 0)
        {
            return qHashMulti(seed, place.message, place.key.part, place.key.block, place.key.child,
                              place.key.leaf);
        }
    };
    struct Code
    {
        QByteArray language;
        QList<QByteArray> lines;

        bool operator==(const Code &) const = default;
    };
    struct Known
    {
        Code code;
        app::HighlightedLines result;
        app::CodeStatePtr before; ///< that it was coloured behind
        std::optional<SliceKey> above; ///< the slice of its block in front of it
        std::optional<SliceKey> below; ///< the one behind it, once that was asked for
        bool asked = false;
    };
    [[nodiscard]] static Code codeOf(const Slice &slice) { return {slice.language, slice.lines}; }
    void link(app::MessageId message, const Slice &above, const Slice &code);
    void askAbove(app::MessageId message, std::span<const Slice> above, const Slice &code);
    void ask(const Place &place, const Code &code);
    void take(const Place &place, const Code &code, qsizetype kept, app::HighlightedLines colours);
    [[nodiscard]] bool isBehindOther(const Known &known, app::MessageId message) const;
    [[nodiscard]] app::CodeStatePtr stateBefore(const Known &known, app::MessageId message) const;
    /// How many lines of `code` keep the colours they have.
    [[nodiscard]] static qsizetype keptLines(const Known &known, const Code &code);

    QHash<Place, Known> m_known;
    QHash<Place, Code> m_wanted; ///< above what is looked at; asked for one behind the other
    QThreadPool m_worker;
    qint64 m_linesColoured = 0;
};

} // namespace ui
