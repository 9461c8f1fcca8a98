// SPDX-License-Identifier: GPL-3.0-or-later
// The first byte says in how large pieces the rest arrives. Any split must give the events of the
// whole, up to the same overflow.
#include "app/net/sse_parser.h"

#include <QList>

#include <cstdlib>

namespace {

// Small, so that the limit is met by small inputs.
constexpr qsizetype kLimit = 256;

struct Read
{
    QList<std::pair<QByteArray, QByteArray>> events;
    bool overflowed = false;

    bool operator==(const Read &) const = default;
};

Read readInPieces(const QByteArray &bytes, qsizetype piece)
{
    app::SseParser parser(kLimit);
    Read read;
    const auto take = [&] {
        while (const auto event = parser.next()) {
            if (event->data.size() > kLimit)
                std::abort();
            read.events.append({event->type.toByteArray(), event->data.toByteArray()});
        }
    };
    for (qsizetype at = 0; at < bytes.size(); at += piece) {
        parser.feed(bytes.mid(at, piece));
        take();
    }
    parser.finish();
    take();
    read.overflowed = parser.hasOverflowed();
    return read;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 1)
        return 0;
    const QByteArray bytes(reinterpret_cast<const char *>(data) + 1, qsizetype(size) - 1);
    if (!(readInPieces(bytes, 1 + data[0]) == readInPieces(bytes, bytes.size() + 1)))
        std::abort();
    return 0;
}
