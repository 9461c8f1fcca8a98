// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/transcript/find_query.h"
#include "ui/transcript/height_tree.h"
#include "ui/transcript/message_content.h"
#include "ui/transcript/text_position.h"

#include <QBasicTimer>

namespace ui {

/// Looks for a text in all messages of a transcript, folded parts included, a little in every turn
/// of the event loop. Keeps a number for each message and no places: those of the message that is
/// visited are found again, so that a letter which stands everywhere costs no memory. GUI thread.
class TranscriptFinder : public QObject
{
    Q_OBJECT
public:
    struct Hit
    {
        TextPosition from;
        int length = 0;
        bool inReasoning = false;

        bool operator==(const Hit &) const = default;
    };

    /// The source outlives it.
    explicit TranscriptFinder(const TranscriptSource &source, QObject *parent = nullptr);

    [[nodiscard]] const FindQuery &query() const { return m_query; }
    /// Begins anew in `shown`, at the message of `start`; the first hit from there on becomes the
    /// current one.
    void find(const FindQuery &query, const QList<ShownMessage> &shown, const TextPosition &start);
    /// The path is another one: what is new in it is looked through.
    void reload(const QList<ShownMessage> &shown);
    /// A message changed or grew; it is counted again after a moment.
    void update(app::MessageId message);

    /// Hits found so far.
    [[nodiscard]] int count() const { return m_counts.total(); }
    /// Every message was looked through.
    [[nodiscard]] bool isComplete() const { return m_queue.isEmpty(); }

    [[nodiscard]] std::optional<Hit> current() const;
    /// Its place among all, from 0; -1 without one.
    [[nodiscard]] int currentIndex() const;
    /// To the next or the one before, around the ends.
    void step(Step step);

    /// Counted for tests: bytes of text that one turn looked through at most, but for a single
    /// message that is longer.
    [[nodiscard]] qint64 mostBytesPerTurn() const { return m_mostBytes; }

signals:
    void progressed(); ///< count(), isComplete() or the current hit are others

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    void countNext();
    [[nodiscard]] QList<Hit> hitsIn(int index) const;
    [[nodiscard]] qint64 bytesOf(int index) const;
    [[nodiscard]] int indexOf(app::MessageId message) const { return m_index.value(message, -1); }
    void setShown(const QList<ShownMessage> &shown);
    void chooseCurrent(int index, const QList<Hit> &hits);
    void schedule();

    const TranscriptSource &m_source;
    FindQuery m_query;
    QList<ShownMessage> m_shown;
    QHash<app::MessageId, int> m_index;
    HeightTree m_counts; ///< hits by message
    QList<int> m_queue; ///< to be counted, in this order
    QSet<app::MessageId> m_stale; ///< counted, but not as they are now
    TextPosition m_start;
    app::MessageId m_current; ///< where the current hit is
    int m_currentNumber = 0; ///< in that message
    QBasicTimer m_timer;
    QBasicTimer m_staleTimer;
    qint64 m_mostBytes = 0;
};

} // namespace ui
