// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/transcript/height_tree.h"
#include "ui/transcript/message_snapshot.h"
#include "ui/transcript/slice_search.h"
#include "ui/transcript/text_position.h"

#include <QBasicTimer>
#include <QSet>
#include <QThreadPool>

#include <deque>
#include <optional>

namespace ui {

/// Looks for a text in all messages of a transcript, folded parts included, on a worker, a handful
/// of messages at a time. Keeps a number for each message, and the places of the one message that
/// is visited: a letter which stands everywhere costs no memory. GUI thread; what it says changes
/// in later turns of the event loop only.
class TranscriptFinder : public QObject
{
    Q_OBJECT
public:
    struct Hit
    {
        TextPosition from;
        TextPosition to;
        bool inReasoning = false;

        bool operator==(const Hit &) const = default;
    };

    /// The source outlives it.
    explicit TranscriptFinder(const TranscriptSource &source, QObject *parent = nullptr);
    ~TranscriptFinder() override;

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
    [[nodiscard]] bool isComplete() const { return m_waiting.empty() && !m_isLooking; }

    /// Nothing without one, and for the moment in which the message that step() went to is read.
    [[nodiscard]] std::optional<Hit> current() const;
    /// Its place among all, from 0; -1 without one.
    [[nodiscard]] int currentIndex() const;
    /// To the next or the one before, around the ends.
    void step(Step step);

    /// Counted for tests: bytes of text that were looked through at a time, but for a single
    /// message that is longer.
    [[nodiscard]] qint64 mostBytesAtATime() const { return m_mostBytes; }

signals:
    void progressed(); ///< count(), isComplete() or current() are others

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    /// What a worker found in one message.
    struct Found
    {
        ShownMessage shown;
        int count = 0;
        QList<SliceHit> hits; ///< if they were asked for
    };
    enum class Wanted { Count, Places };

    [[nodiscard]] static Found lookThrough(const MessageSnapshot &message, const FindQuery &query,
                                           Wanted wanted);
    void lookOn();
    void look(const QList<MessageSnapshot> &messages);
    void take(const QList<Found> &found);
    void chooseCurrent(const Found &found);
    void visit(int index);
    [[nodiscard]] int indexOf(app::MessageId message) const { return m_index.value(message, -1); }
    void setShown(const QList<ShownMessage> &shown);

    const TranscriptSource &m_source;
    FindQuery m_query;
    QList<ShownMessage> m_shown;
    QHash<app::MessageId, int> m_index;
    HeightTree m_counts; ///< hits by message
    std::deque<int> m_waiting; ///< to be looked through, in this order
    QSet<app::MessageId> m_stale; ///< counted, but not as they are now
    TextPosition m_start;
    app::MessageId m_current; ///< where the current hit is
    int m_currentNumber = 0; ///< in that message
    Found m_visited; ///< with the places in that message, once they are known
    QBasicTimer m_staleTimer;
    QThreadPool m_worker;
    bool m_isLooking = false;
    int m_search = 0; ///< counts find() and reload(): what comes from before counts no more
    qint64 m_mostBytes = 0;
};

} // namespace ui
