// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/markdown/open_containers.h"

#include "app/markdown/cmark_document.h"
#include "app/markdown/guarded_source.h"

namespace app {

namespace {

constexpr int kTab = 4;
constexpr int kMostPadding = 4; ///< more spaces behind a list marker belong to what follows

/// The lines of a text, asked for in rising order.
class LineReader
{
public:
    explicit LineReader(QByteArrayView text) : m_text(text) { }

    [[nodiscard]] QByteArrayView line(int number)
    {
        for (; m_number < number; ++m_number) {
            const qsizetype end = endOfLine(m_text, m_start);
            if (end < 0)
                return {};
            m_start = end;
        }
        const qsizetype end = endOfLine(m_text, m_start);
        return m_text.sliced(m_start, (end < 0 ? m_text.size() : end) - m_start);
    }

private:
    QByteArrayView m_text;
    qsizetype m_start = 0;
    int m_number = 0;
};

int columnAt(QByteArrayView line, qsizetype at)
{
    int column = 0;
    for (const char c : line.first(at))
        column = c == '\t' ? column + kTab - column % kTab : column + 1;
    return column;
}

bool isLineEnd(QByteArrayView line, qsizetype at)
{
    return at >= line.size() || line[at] == '\n' || line[at] == '\r';
}

/// Bytes of the list marker there; 0 for none.
qsizetype markerLength(QByteArrayView line, qsizetype at)
{
    if (QByteArrayView("-+*").contains(line[at]))
        return 1;
    qsizetype end = at;
    while (end < line.size() && line[end] >= '0' && line[end] <= '9')
        ++end;
    const bool isNumber = end > at && end < line.size() && (line[end] == '.' || line[end] == ')');
    return isNumber ? end + 1 - at : 0;
}

/// The line up to the text of the item whose marker ends there.
QByteArray openingOfItem(QByteArrayView line, qsizetype markerEnd)
{
    qsizetype at = markerEnd;
    while (at < line.size() && (line[at] == ' ' || line[at] == '\t'))
        ++at;
    const int padding = columnAt(line, at) - columnAt(line, markerEnd);
    if (isLineEnd(line, at) || padding > kMostPadding || padding == 0)
        return line.first(markerEnd).toByteArray() + ' ';
    return line.first(at).toByteArray();
}

/// With spaces for tabs and for the markers of list items, which only open. A quote takes a space
/// behind its sign for its own: where a marker stood there it needs one more.
QByteArray withoutMarkers(const QByteArray &opening,
                          const QList<std::pair<qsizetype, qsizetype>> &markers)
{
    QByteArray line;
    auto marker = markers.begin();
    for (qsizetype at = 0; at < opening.size();) {
        if (marker != markers.end() && marker->first == at) {
            line += QByteArray(marker->second + (line.endsWith('>') ? 1 : 0), ' ');
            at += (marker++)->second;
        } else if (opening[at] == '\t') {
            const int column = columnAt(opening, at);
            line += QByteArray(kTab - column % kTab, ' ');
            ++at;
        } else {
            line += opening[at++];
        }
    }
    return line;
}

} // namespace

QList<OpenContainer> openContainers(cmark_node *document, QByteArrayView text)
{
    QList<OpenContainer> containers;
    LineReader lines(text);
    QList<std::pair<qsizetype, qsizetype>> markers; // of the items that the last line opened
    int lineOfMarkers = -1;
    for (cmark_node *node = cmark_node_last_child(document); node && isContainer(node);
         node = cmark_node_last_child(node)) {
        const int number = cmark_node_get_start_line(node) - 1;
        if (cmark_node_get_type(node) == CMARK_NODE_LIST) {
            containers.append({Block::Kind::List, number, {}, {}});
            continue;
        }
        const QByteArrayView line = lines.line(number);
        const qsizetype at = cmark_node_get_start_column(node) - 1;
        if (at < 0 || at >= line.size())
            break;
        if (std::exchange(lineOfMarkers, number) != number)
            markers.clear();
        OpenContainer container;
        container.line = number;
        if (cmark_node_get_type(node) == CMARK_NODE_BLOCK_QUOTE) {
            if (line[at] != '>')
                break;
            container.opening = line.first(at + 1).toByteArray() + ' ';
        } else {
            const qsizetype length = markerLength(line, at);
            if (length == 0)
                break;
            container.kind = Block::Kind::Item;
            container.opening = openingOfItem(line, at + length);
            markers.append({at, length});
        }
        container.continuation = withoutMarkers(container.opening, markers);
        containers.append(container);
    }
    return containers;
}

bool holdsHeading(const QList<OpenContainer> &containers, qsizetype index)
{
    if (containers[index].kind == Block::Kind::List)
        return false;
    for (qsizetype i = index + 1; i < containers.size(); ++i) {
        if (containers[i].kind != Block::Kind::List)
            return containers[i].line != containers[index].line;
    }
    return true;
}

QByteArray openingOf(const QList<OpenContainer> &containers)
{
    QByteArray opening;
    for (qsizetype i = 0; i < containers.size(); ++i) {
        if (holdsHeading(containers, i))
            opening += containers[i].opening + "#\n";
    }
    return opening;
}

QByteArray continuationOf(const QList<OpenContainer> &containers)
{
    for (auto container = containers.crbegin(); container != containers.crend(); ++container) {
        if (container->kind != Block::Kind::List)
            return container->continuation;
    }
    return {};
}

} // namespace app
