// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/sse_parser.h"

#include "app/net/line_end.h"

#include <cstring>

namespace app {

void SseParser::feed(const QByteArray &bytes)
{
    if (m_overflowed || bytes.isEmpty())
        return;
    keepData();
    m_chunk = m_at < m_chunk.size() ? m_chunk.mid(m_at) + bytes : bytes;
    m_at = 0;
}

std::optional<SseEvent> SseParser::next()
{
    if (const QByteArrayView data = nextPlain(); data.data())
        return SseEvent{{}, data};
    while (!m_overflowed) {
        const auto line = takeLine();
        if (!line)
            break;
        if (readLine(*line))
            return dispatch();
    }
    if (!m_finished || m_overflowed)
        return std::nullopt;
    if (const auto line = takeLastLine(); line && readLine(*line))
        return dispatch();
    if (m_dataState != Data::None && !m_overflowed)
        return dispatch();
    return std::nullopt;
}

std::optional<QByteArrayView> SseParser::takeLine()
{
    if (m_at == m_chunk.size())
        return std::nullopt;
    if (m_skipLf) {
        m_skipLf = false;
        if (m_chunk.at(m_at) == '\n' && ++m_at == m_chunk.size())
            return std::nullopt;
    }
    const qsizetype begin = m_at;
    const qsizetype end = lineEnd();
    const QByteArrayView line = QByteArrayView(m_chunk).sliced(begin, end - begin);
    if (m_line.size() + line.size() > m_limit) {
        m_overflowed = true;
        return std::nullopt;
    }
    if (end == m_chunk.size()) {
        m_at = end;
        m_line.append(line);
        return std::nullopt;
    }
    m_at = end + 1;
    if (m_chunk.at(end) == '\r') {
        if (m_at == m_chunk.size())
            m_skipLf = true;
        else if (m_chunk.at(m_at) == '\n')
            ++m_at;
    }
    if (m_line.isEmpty())
        return line;
    m_joinedLine = std::exchange(m_line, {});
    m_joinedLine.append(line);
    return m_joinedLine;
}

std::optional<QByteArrayView> SseParser::takeLastLine()
{
    if (m_line.isEmpty())
        return std::nullopt;
    m_joinedLine = std::exchange(m_line, {});
    return m_joinedLine;
}

qsizetype SseParser::lineEnd() const
{
    const char *begin = m_chunk.constData();
    return findLineEnd(begin + m_at, begin + m_chunk.size()) - begin;
}

// Nearly every event is one data line and a blank line, ended by LF and at hand as a whole: these
// cost little more than the search for their end.
QByteArrayView SseParser::nextPlain()
{
    const bool isBetweenEvents = m_dataState == Data::None && m_line.isEmpty() && m_type.isEmpty()
                                 && !m_skipLf && !m_firstLine && !m_overflowed;
    const char *begin = m_chunk.constData();
    const qsizetype start = m_at + qsizetype(sizeof "data:") - 1;
    if (!isBetweenEvents || start >= m_chunk.size()
        || std::memcmp(begin + m_at, "data:", sizeof "data:" - 1) != 0)
        return {};
    const qsizetype end = lineEnd();
    if (end + 1 >= m_chunk.size() || begin[end] != '\n' || begin[end + 1] != '\n'
        || end - m_at > m_limit)
        return {};
    m_at = end + 2;
    const bool hasSpace = begin[start] == ' ';
    const qsizetype value = start + (hasSpace ? 1 : 0);
    return {begin + value, end - value};
}

bool SseParser::readLine(QByteArrayView line)
{
    if (m_firstLine) {
        m_firstLine = false;
        if (line.startsWith("\xEF\xBB\xBF"))
            line = line.sliced(3);
    }
    if (line.isEmpty()) {
        if (m_dataState != Data::None)
            return true;
        m_type.clear();
        return false;
    }
    const qsizetype colon = line.startsWith("data:") ? 4 : line.indexOf(':');
    const QByteArrayView field = colon < 0 ? line : line.first(colon);
    QByteArrayView value = colon < 0 ? QByteArrayView() : line.sliced(colon + 1);
    if (value.startsWith(' '))
        value = value.sliced(1);
    if (field == "data")
        addData(value);
    else if (field == "event")
        m_type = value.toByteArray();
    else if (field == "id" && !value.contains('\0'))
        m_lastEventId = value.toByteArray();
    return false;
}

void SseParser::addData(QByteArrayView value)
{
    const bool inChunk =
        value.data() >= m_chunk.constData() && value.data() <= m_chunk.constData() + m_chunk.size();
    if (m_dataState == Data::None && inChunk) {
        m_dataInChunk = value;
        m_dataState = Data::InChunk;
        return;
    }
    keepData();
    const bool follows = m_dataState == Data::Kept;
    if (m_data.size() + (follows ? 1 : 0) + value.size() > m_limit) {
        m_overflowed = true;
        return;
    }
    if (follows)
        m_data.append('\n');
    m_data.append(value);
    m_dataState = Data::Kept;
}

void SseParser::keepData()
{
    if (m_dataState != Data::InChunk)
        return;
    m_data = m_dataInChunk.toByteArray();
    m_dataState = Data::Kept;
}

SseEvent SseParser::dispatch()
{
    m_eventType = std::exchange(m_type, {});
    const Data state = std::exchange(m_dataState, Data::None);
    if (state == Data::InChunk)
        return {m_eventType, m_dataInChunk};
    m_eventData = std::exchange(m_data, {});
    return {m_eventType, m_eventData};
}

} // namespace app
