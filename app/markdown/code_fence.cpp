// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/markdown/code_fence.h"

#include "app/markdown/guarded_source.h"

namespace app {

namespace {

bool isClosing(QByteArrayView line, const Fence &fence, int leastLength)
{
    qsizetype at = 0;
    while (at < line.size() && line[at] == ' ')
        ++at;
    if (at > 3)
        return false;
    int length = 0;
    while (at < line.size() && line[at] == fence.character) {
        ++at;
        ++length;
    }
    while (at < line.size() && (line[at] == ' ' || line[at] == '\t'))
        ++at;
    const bool restIsEmpty = at == line.size() || line[at] == '\n' || line[at] == '\r';
    return restIsEmpty && length >= leastLength;
}

} // namespace

bool closesFence(QByteArrayView line, const Fence &fence)
{
    return isClosing(line, fence, fence.length);
}

bool mayCloseFence(QByteArrayView unfinishedLine, const Fence &fence)
{
    return isClosing(unfinishedLine, fence, 1);
}

QByteArray lineInFence(QByteArrayView line, const Fence &fence)
{
    while (!line.isEmpty() && (line.back() == '\n' || line.back() == '\r'))
        line.chop(1);
    int column = 0;
    qsizetype at = 0;
    while (at < line.size() && column < fence.indent && line[at] == ' ') {
        ++at;
        ++column;
    }
    const bool cutsTab = at < line.size() && column < fence.indent && line[at] == '\t';
    return cutsTab ? QByteArray(4 - fence.indent, ' ') + shownBytes(line.sliced(at + 1))
                   : shownBytes(line.sliced(at));
}

} // namespace app
