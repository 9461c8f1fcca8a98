// SPDX-License-Identifier: GPL-3.0-or-later
// The recogniser at every byte of a text, and every formula it finds in plain characters.
#include "app/markdown/math_notation.h"
#include "app/markdown/math_span.h"

#include <cstdlib>

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    QByteArray text(reinterpret_cast<const char *>(data), qsizetype(size));
    text.replace('\0', ' ');
    for (qsizetype at = 0; at < text.size();) {
        const std::optional<app::MathSpan> span = app::mathSpanAt(text.constData(), at);
        if (!span) {
            ++at;
            continue;
        }
        require(span->length > 2 * span->delimiter && at + span->length <= text.size());
        const QByteArray formula = text.mid(at, span->length);
        // Alone it is the same formula.
        require(app::mathSpanAt(formula.constData(), 0) == span);
        const auto notation =
            app::mathNotation(formula.mid(span->delimiter, span->length - 2 * span->delimiter));
        require(!notation || !notation->isEmpty());
        at += span->length;
    }
    for (const QByteArray &line : text.split('\n')) {
        require(app::mathLine(line) != app::MathLine::Whole || !line.isEmpty());
        require(app::mathBlockSource(line).size() <= line.size());
    }
    return 0;
}
