// SPDX-License-Identifier: GPL-3.0-or-later
// The first byte says in how large pieces the rest is appended, and whether short quotes and items
// are settled block by block too. Streamed text must equal whole text.
#include "app/markdown/block_parser.h"
#include "app/markdown/guarded_source.h"
#include "app/markdown/streaming_document.h"

#include <cstdlib>
#include <memory>

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

/// References may be defined too late for the text before them.
bool mayDefine(QByteArrayView text)
{
    return text.indexOf("]:") >= 0;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    // With it run.sh shows that a slow input does not go unnoticed.
    static const bool planted = std::getenv("DIPTYCH_FUZZ_WITHOUT_PIPE_GUARD") != nullptr;
    static const auto off = planted ? std::make_unique<app::WithoutPipeGuard>() : nullptr;

    if (size < 2)
        return 0;
    const QByteArrayView text(reinterpret_cast<const char *>(data) + 1, qsizetype(size) - 1);
    const qsizetype chunk = 1 + data[0];
    const bool compares = size <= 4096 && !mayDefine(text);
    const bool settlesAtOnce = data[0] % 2 == 0;
    app::StreamingDocument document(settlesAtOnce ? -1 : app::StreamingDocument::kLongPart);
    qsizetype at = 0;
    while (at < text.size()) {
        const qsizetype lineEnd = text.indexOf('\n', at);
        const qsizetype end = qMin(at + chunk, lineEnd < 0 ? text.size() : lineEnd + 1);
        document.append(text.sliced(at, end - at));
        at = end;
        if (compares && at == lineEnd + 1)
            require(document.blocks() == app::parseMarkdown(text.first(at)));
    }
    document.finish();
    require(document.blocks() == app::parseMarkdown(text));
    return 0;
}
