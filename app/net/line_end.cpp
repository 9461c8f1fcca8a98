// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/line_end.h"

#include <QtGlobal>

#include <bit>
#include <cstring>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace app {

#ifdef __SSE2__

namespace {

constexpr int kVector = 16; ///< bytes
constexpr int kStride = 4 * kVector;

__m128i vectorAt(const char *at)
{
    return _mm_loadu_si128(reinterpret_cast<const __m128i *>(at));
}

/// Any byte up to CR among these: LF or CR, or a tab, which text of JSON never holds raw.
bool mayHoldLineEnd(const char *at)
{
    const __m128i least =
        _mm_min_epu8(_mm_min_epu8(vectorAt(at), vectorAt(at + kVector)),
                     _mm_min_epu8(vectorAt(at + 2 * kVector), vectorAt(at + 3 * kVector)));
    const __m128i low = _mm_cmpeq_epi8(_mm_min_epu8(least, _mm_set1_epi8('\r')), least);
    return _mm_movemask_epi8(low) != 0;
}

/// A bit for each byte that ends a line.
unsigned lineEnds(const char *at)
{
    const __m128i bytes = vectorAt(at);
    return unsigned(_mm_movemask_epi8(_mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('\n')),
                                                   _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\r')))));
}

} // namespace

const char *findLineEnd(const char *begin, const char *end)
{
    const char *at = begin;
    while (end - at >= kVector) {
        if (end - at >= kStride && !mayHoldLineEnd(at)) {
            at += kStride;
            continue;
        }
        if (const unsigned ends = lineEnds(at))
            return at + std::countr_zero(ends);
        at += kVector;
    }
    while (at < end && *at != '\n' && *at != '\r')
        ++at;
    return at;
}

#else

const char *findLineEnd(const char *begin, const char *end)
{
    const auto first = [begin](char c, const char *before) {
        const void *hit = std::memchr(begin, c, size_t(before - begin));
        return hit ? static_cast<const char *>(hit) : before;
    };
    return first('\r', first('\n', end));
}

#endif

} // namespace app
