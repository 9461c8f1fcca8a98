// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/ids.h"
#include "app/markdown/code_highlighter.h"
#include "ui/transcript/slice.h"

#include <QHash>
#include <QObject>
#include <QThreadPool>

namespace ui {

/// Colours slices of code on one worker thread, and remembers the colours. What is looked at is
/// asked for, so visible lines come first; the state of the highlighter is kept at the end of every
/// slice. GUI thread.
class CodeColouring : public QObject
{
    Q_OBJECT
public:
    explicit CodeColouring(QObject *parent = nullptr);
    ~CodeColouring() override;

    /// What is known for the lines of that slice, by line; asks for the rest, coloured() follows.
    [[nodiscard]] QList<app::CodeRuns> colours(app::MessageId message, const Slice &code);

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
    struct Known
    {
        QList<QByteArray> lines;
        app::HighlightedLines result;
        bool asked = false;
    };
    void ask(const Place &place, const Slice &code);
    /// How many lines of `code` keep the colours they have.
    [[nodiscard]] static qsizetype keptLines(const Known &known, const Slice &code);
    [[nodiscard]] app::CodeStatePtr stateBefore(const Place &place, const Slice &code) const;

    QHash<Place, Known> m_known;
    QThreadPool m_worker;
    qint64 m_linesColoured = 0;
};

} // namespace ui
