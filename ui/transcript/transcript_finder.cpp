// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/transcript_finder.h"

#include "app/base/when_done.h"
#include "ui/transcript/message_content.h"

#include <QTimerEvent>
#include <QtConcurrentRun>

namespace ui {

namespace {
constexpr qint64 kBytesAtATime = 48 * 1024; // about 3 ms
constexpr qint64 kBytesOfAMessage = 64; ///< counted for each, so that empty ones cost too
constexpr int kStaleMs = 250;
} // namespace

TranscriptFinder::TranscriptFinder(const TranscriptSource &source, QObject *parent)
    : QObject(parent), m_source(source)
{
    m_worker.setMaxThreadCount(1);
}

TranscriptFinder::~TranscriptFinder()
{
    m_worker.clear();
}

void TranscriptFinder::setShown(const QList<ShownMessage> &shown)
{
    m_shown = shown;
    m_index.clear();
    m_index.reserve(shown.size());
    for (int i = 0; i < shown.size(); ++i) {
        for (const app::MessageId id : shown[i].messages)
            m_index.insert(id, i);
    }
    m_waiting.clear();
    m_stale.clear();
}

void TranscriptFinder::find(const FindQuery &query, const QList<ShownMessage> &shown,
                            const TextPosition &start)
{
    m_query = query;
    m_start = start;
    m_current = {};
    m_visited = {};
    m_isLooking = false;
    ++m_search;
    m_worker.clear();
    setShown(shown);
    m_counts.assign(std::vector<int>(size_t(shown.size()), 0));
    if (!query.isEmpty()) {
        const int count = int(shown.size());
        const int first = qMax(0, indexOf(start.message));
        for (int i = 0; i < count; ++i)
            m_waiting.push_back((first + i) % count);
    }
    lookOn();
    emit progressed();
}

void TranscriptFinder::reload(const QList<ShownMessage> &shown)
{
    const QList<ShownMessage> before = m_shown;
    const QHash<app::MessageId, int> index = m_index;
    const HeightTree counts = m_counts;
    const QSet<int> waiting(m_waiting.cbegin(), m_waiting.cend());
    setShown(shown);
    std::vector<int> known(size_t(shown.size()), 0);
    for (int i = 0; i < shown.size(); ++i) {
        const int old = index.value(shown[i].id(), -1);
        if (old >= 0 && before[old] == shown[i] && !waiting.contains(old))
            known[size_t(i)] = counts.height(old);
        else if (!m_query.isEmpty())
            m_waiting.push_back(i);
    }
    m_counts.assign(known);
    if (indexOf(m_current) < 0)
        m_current = {};
    lookOn();
    emit progressed();
}

void TranscriptFinder::update(app::MessageId message)
{
    const int index = indexOf(message);
    if (m_query.isEmpty() || index < 0)
        return;
    m_stale.insert(m_shown[index].id());
    if (!m_staleTimer.isActive())
        m_staleTimer.start(kStaleMs, this);
}

void TranscriptFinder::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_staleTimer.timerId())
        return QObject::timerEvent(event);
    m_staleTimer.stop();
    for (const app::MessageId id : std::exchange(m_stale, {})) {
        const int index = indexOf(id);
        const bool waits =
            std::find(m_waiting.cbegin(), m_waiting.cend(), index) != m_waiting.cend();
        if (index >= 0 && !waits)
            m_waiting.push_front(index);
    }
    lookOn();
}

/// Gives the worker the next few messages.
void TranscriptFinder::lookOn()
{
    if (m_isLooking)
        return;
    QList<MessageSnapshot> next;
    qint64 bytes = 0;
    while (!m_waiting.empty() && bytes < kBytesAtATime) {
        next.append(snapshotOf(m_source, m_shown[m_waiting.front()]));
        m_waiting.pop_front();
        bytes += next.constLast().bytes() + kBytesOfAMessage;
        if (next.size() > 1)
            m_mostBytes = qMax(m_mostBytes, bytes);
    }
    if (!next.isEmpty())
        look(next);
}

void TranscriptFinder::look(const QList<MessageSnapshot> &messages)
{
    m_isLooking = true;
    const auto found =
        QtConcurrent::run(&m_worker, [messages, query = m_query, current = m_current] {
            QList<Found> all;
            for (const MessageSnapshot &message : messages) {
                const bool isVisited = !current || message.shown.id() == current;
                all.append(lookThrough(message, query, isVisited ? Wanted::Places : Wanted::Count));
            }
            return all;
        });
    app::whenDone(found, this, [this, search = m_search](const QList<Found> &all) {
        if (search == m_search)
            take(all);
    });
}

TranscriptFinder::Found TranscriptFinder::lookThrough(const MessageSnapshot &message,
                                                      const FindQuery &query, Wanted wanted)
{
    const SnapshotSource source(message);
    MessageContent content(source, message.shown);
    content.updateUnfolded();
    QList<SliceHit> hits = hitsIn(content.slices(), query);
    Found found{message.shown, int(hits.size()), {}};
    if (wanted == Wanted::Places)
        found.hits = std::move(hits);
    return found;
}

void TranscriptFinder::take(const QList<Found> &found)
{
    m_isLooking = false;
    for (const Found &one : found) {
        const int index = indexOf(one.shown.id());
        if (index < 0 || m_shown[index] != one.shown)
            continue;
        m_counts.set(index, one.count);
        if (!m_current)
            chooseCurrent(one);
        else if (one.shown.id() == m_current && one.hits.size() == one.count)
            m_visited = one;
    }
    if (!m_current && m_waiting.empty() && count() > 0) { // only those before the start
        m_currentNumber = 0;
        visit(m_counts.indexAt(0));
    }
    lookOn();
    emit progressed();
}

/// The first one from the start on; those before it in the same message come last of all.
void TranscriptFinder::chooseCurrent(const Found &found)
{
    for (int i = 0; i < found.hits.size(); ++i) {
        if (found.shown.id() == m_start.message && found.hits[i].from < m_start.at)
            continue;
        m_current = found.shown.id();
        m_currentNumber = i;
        m_visited = found;
        return;
    }
}

/// Its places are known at once, but for those of a message that takes long to read.
void TranscriptFinder::visit(int index)
{
    const ShownMessage &shown = m_shown[index];
    m_current = shown.id();
    if (m_visited.shown == shown && m_visited.count == m_counts.height(index))
        return;
    m_visited = {};
    const MessageSnapshot message = snapshotOf(m_source, shown);
    if (message.bytes() <= kBytesAtATime) {
        m_visited = lookThrough(message, m_query, Wanted::Places);
        return;
    }
    const auto found = QtConcurrent::run(&m_worker, &TranscriptFinder::lookThrough, message,
                                         m_query, Wanted::Places);
    app::whenDone(found, this, [this, search = m_search](const Found &one) {
        if (search != m_search || one.shown.id() != m_current)
            return;
        m_visited = one;
        emit progressed();
    });
}

std::optional<TranscriptFinder::Hit> TranscriptFinder::current() const
{
    if (!m_current || indexOf(m_current) < 0 || m_visited.shown.messages.isEmpty()
        || m_visited.shown.id() != m_current || m_visited.hits.isEmpty())
        return std::nullopt;
    const SliceHit &hit = m_visited.hits[qMin(m_currentNumber, int(m_visited.hits.size()) - 1)];
    return Hit{{m_current, hit.from}, {m_current, hit.to}, hit.inReasoning};
}

int TranscriptFinder::currentIndex() const
{
    const int index = m_current ? indexOf(m_current) : -1;
    if (index < 0 || count() == 0)
        return -1;
    return qMin(m_counts.top(index) + m_currentNumber, count() - 1);
}

void TranscriptFinder::step(Step step)
{
    const int all = count();
    if (all == 0)
        return;
    const int from = currentIndex();
    const int by = step == Step::Forward ? 1 : all - 1;
    const int next = from < 0 ? 0 : (from + by) % all;
    const int index = m_counts.indexAt(next);
    m_currentNumber = next - m_counts.top(index);
    visit(index);
    emit progressed();
}

} // namespace ui
