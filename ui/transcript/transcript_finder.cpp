// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/transcript_finder.h"

#include <QTimerEvent>

namespace ui {

namespace {
constexpr qint64 kBytesPerTurn = 48 * 1024; // about 3 ms
constexpr int kStaleMs = 250;
} // namespace

TranscriptFinder::TranscriptFinder(const TranscriptSource &source, QObject *parent)
    : QObject(parent), m_source(source)
{
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
    m_queue.clear();
    m_stale.clear();
}

void TranscriptFinder::find(const FindQuery &query, const QList<ShownMessage> &shown,
                            const TextPosition &start)
{
    m_query = query;
    m_start = start;
    m_current = {};
    setShown(shown);
    m_counts.assign(std::vector<int>(size_t(shown.size()), 0));
    if (!query.isEmpty()) {
        const int count = int(shown.size());
        const int first = qMax(0, indexOf(start.message));
        m_queue.reserve(count);
        for (int i = 0; i < count; ++i)
            m_queue.append((first + i) % count);
    }
    schedule();
    emit progressed();
}

void TranscriptFinder::reload(const QList<ShownMessage> &shown)
{
    const QList<ShownMessage> before = m_shown;
    const QHash<app::MessageId, int> index = m_index;
    const HeightTree counts = m_counts;
    const QSet<int> waiting(m_queue.cbegin(), m_queue.cend());
    setShown(shown);
    std::vector<int> known(size_t(shown.size()), 0);
    for (int i = 0; i < shown.size(); ++i) {
        const int old = index.value(shown[i].id(), -1);
        if (old >= 0 && before[old] == shown[i] && !waiting.contains(old))
            known[size_t(i)] = counts.height(old);
        else if (!m_query.isEmpty())
            m_queue.append(i);
    }
    m_counts.assign(known);
    if (indexOf(m_current) < 0)
        m_current = {};
    schedule();
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

void TranscriptFinder::schedule()
{
    if (m_queue.isEmpty())
        m_timer.stop();
    else if (!m_timer.isActive())
        m_timer.start(0, this);
}

void TranscriptFinder::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_timer.timerId())
        return countNext();
    if (event->timerId() != m_staleTimer.timerId())
        return QObject::timerEvent(event);
    m_staleTimer.stop();
    for (const app::MessageId id : std::exchange(m_stale, {})) {
        const int index = indexOf(id);
        if (index >= 0 && !m_queue.contains(index))
            m_queue.prepend(index);
    }
    schedule();
}

void TranscriptFinder::countNext()
{
    qint64 bytes = 0;
    int messages = 0;
    while (!m_queue.isEmpty() && bytes < kBytesPerTurn) {
        const int index = m_queue.takeFirst();
        const QList<Hit> hits = hitsIn(index);
        m_counts.set(index, int(hits.size()));
        if (!m_current)
            chooseCurrent(index, hits);
        bytes += bytesOf(index) + 64;
        if (++messages > 1)
            m_mostBytes = qMax(m_mostBytes, bytes);
    }
    schedule();
    emit progressed();
}

/// The first one from the start on; those before it in the same message come last of all.
void TranscriptFinder::chooseCurrent(int index, const QList<Hit> &hits)
{
    for (int i = 0; i < hits.size(); ++i) {
        const bool before = hits[i].from.message == m_start.message && hits[i].from.at < m_start.at;
        if (before && (i + 1 < hits.size() || !m_queue.isEmpty()))
            continue;
        m_current = m_shown[index].id();
        m_currentNumber = i;
        return;
    }
    if (m_queue.isEmpty() && count() > 0) { // only those before the start
        m_current = m_shown[m_counts.indexAt(0)].id();
        m_currentNumber = 0;
    }
}

qint64 TranscriptFinder::bytesOf(int index) const
{
    qint64 bytes = 0;
    for (const app::MessageId id : m_shown[index].messages) {
        const app::Message *message = m_source.message(id);
        for (const app::Part &part : message ? message->parts : app::Parts()) {
            if (const auto *text = std::get_if<app::TextPart>(&part))
                bytes += text->text.size();
            else if (const auto *thought = std::get_if<app::ReasoningPart>(&part))
                bytes += thought->text.size();
        }
    }
    return bytes;
}

QList<TranscriptFinder::Hit> TranscriptFinder::hitsIn(int index) const
{
    QList<Hit> hits;
    MessageContent content(m_source, m_shown[index]);
    content.updateUnfolded();
    for (const Slice &slice : content.slices()) {
        if (!holdsText(slice))
            continue;
        const QList<FindQuery::Match> matches = m_query.matches(shownText(slice));
        for (const FindQuery::Match &match : matches) {
            hits.append(
                {{m_shown[index].id(), {slice.key, match.start}}, match.length, slice.inReasoning});
        }
    }
    return hits;
}

std::optional<TranscriptFinder::Hit> TranscriptFinder::current() const
{
    const int index = m_current ? indexOf(m_current) : -1;
    if (index < 0)
        return std::nullopt;
    const QList<Hit> hits = hitsIn(index);
    if (hits.isEmpty())
        return std::nullopt;
    return hits[qMin(m_currentNumber, int(hits.size()) - 1)];
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
    m_current = m_shown[index].id();
    m_currentNumber = next - m_counts.top(index);
    emit progressed();
}

} // namespace ui
