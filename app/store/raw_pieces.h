// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/ids.h"
#include "app/generation/exchange.h"

namespace app {

// A raw stream is kept in pieces, so that no write takes the writer long, each compressed for
// itself.

/// What is kept of the raw stream of one run, at most.
inline constexpr qint64 kMostRawBytes = 16 * 1024 * 1024;

/// The next piece of what came in a run.
struct RawPiece
{
    RunId run;
    QByteArray bytes;
    qint64 totalBytes = 0; ///< of the whole stream as it came, more than what is kept of it
};

/// Each to be written for itself, in this order. None where nothing came.
[[nodiscard]] QList<RawPiece> rawPieces(RunId run, const RawStream &raw);
/// Takes up to 10 ms: for the writer's thread.
[[nodiscard]] QByteArray packedRaw(const QByteArray &bytes);
/// Empty where the piece is damaged, or larger than one can be.
[[nodiscard]] QByteArray unpackedRaw(const QByteArray &packed);

} // namespace app
