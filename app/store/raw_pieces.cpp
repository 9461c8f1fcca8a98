// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/raw_pieces.h"

#include <QtEndian>

namespace app {

namespace {
constexpr qsizetype kRawPieceBytes = 256 * 1024;
} // namespace

QList<RawPiece> rawPieces(RunId run, const RawStream &raw)
{
    QList<RawPiece> pieces;
    for (qsizetype at = 0; at < raw.bytes.size(); at += kRawPieceBytes)
        pieces.append({run, raw.bytes.mid(at, kRawPieceBytes), raw.totalBytes});
    return pieces;
}

QByteArray packedRaw(const QByteArray &bytes)
{
    return qCompress(bytes);
}

QByteArray unpackedRaw(const QByteArray &packed)
{
    // qUncompress() believes the size that stands in front.
    constexpr qsizetype kSizeBytes = 4;
    if (packed.size() < kSizeBytes || qFromBigEndian<quint32>(packed.constData()) > kRawPieceBytes)
        return {};
    return qUncompress(packed);
}

} // namespace app
