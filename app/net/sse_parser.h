// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace app {

/// One event of a stream. Its views are valid until the next call of the parser that gave it.
struct SseEvent
{
    QByteArrayView type; ///< of `event:`; empty where none was given
    QByteArrayView data; ///< all `data:` lines, joined by LF
};

/// Reads text/event-stream (https://html.spec.whatwg.org/multipage/server-sent-events.html) as it
/// comes: any split of the bytes gives the same events. Lines end with LF, CR or CRLF;
/// `retry` is passed over. Unlike the specification it gives an unfinished last event too, since
/// servers forget the final blank line. A value without threads; an event whose lines lie in one
/// piece of input is given without copying.
///
///     parser.feed(bytes);
///     while (const auto event = parser.next())
///         use(event->data);
class SseParser
{
public:
    static constexpr qsizetype kMaxEventBytes = 8 * 1024 * 1024;

    explicit SseParser(qsizetype maxEventBytes = kMaxEventBytes) : m_limit(maxEventBytes) { }

    void feed(const QByteArray &bytes);
    /// The stream has ended: next() gives what is still open.
    void finish() { m_finished = true; }

    [[nodiscard]] std::optional<SseEvent> next();
    /// The newest `id:` so far; empty where none came.
    [[nodiscard]] const QByteArray &lastEventId() const { return m_lastEventId; }
    /// An event or a line was longer than the limit; nothing is read any more.
    [[nodiscard]] bool hasOverflowed() const { return m_overflowed; }

private:
    /// The data of a plain event; a null view where the next one is not plain or not whole.
    [[nodiscard]] QByteArrayView nextPlain();
    [[nodiscard]] std::optional<QByteArrayView> takeLine();
    [[nodiscard]] std::optional<QByteArrayView> takeLastLine();
    [[nodiscard]] qsizetype lineEnd() const; ///< of the line at m_at; the size where there is none
    /// True where the line completes an event.
    [[nodiscard]] bool readLine(QByteArrayView line);
    void addData(QByteArrayView value);
    void keepData();
    [[nodiscard]] SseEvent dispatch();

    enum class Data { None, InChunk, Kept };

    qsizetype m_limit;
    QByteArray m_chunk;
    qsizetype m_at = 0;
    QByteArray m_line; ///< the start of a line whose end has not come yet
    QByteArray m_joinedLine;
    Data m_dataState = Data::None;
    QByteArrayView m_dataInChunk;
    QByteArray m_data;
    QByteArray m_type;
    QByteArray m_lastEventId;
    QByteArray m_eventData; ///< keep the views of the event given last alive
    QByteArray m_eventType;
    bool m_skipLf = false; ///< a CR ended the last line; an LF right behind it belongs to it
    bool m_firstLine = true;
    bool m_finished = false;
    bool m_overflowed = false;
};

} // namespace app
