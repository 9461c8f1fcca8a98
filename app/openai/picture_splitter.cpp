// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/openai/picture_splitter.h"

#include <QCryptographicHash>

#include <algorithm>

namespace app {

namespace {

constexpr QByteArrayView kScheme("data:image/");
constexpr QByteArrayView kBase64(";base64,");
constexpr QByteArrayView kHash("sha256-");
constexpr QByteArrayView kTooLarge("too-large");
constexpr qsizetype kLongestHead = 80; ///< of `data:image/…;base64,`
constexpr qsizetype kHashDigits = 64;

bool isBase64(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+'
           || c == '/' || c == '=';
}

bool isOfType(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+'
           || c == '-' || c == '.' || c == ';' || c == '=';
}

/// Of the address whose head ends right before `end`: "image/png"; empty: there is none.
QString mimeTypeBefore(QByteArrayView text, qsizetype end)
{
    const qsizetype from = std::max<qsizetype>(0, end - kLongestHead);
    const QByteArrayView near = text.sliced(from, end - from);
    const qsizetype scheme = near.lastIndexOf(kScheme);
    if (scheme < 0)
        return {};
    const QByteArrayView type = near.sliced(scheme + kScheme.size());
    if (type.isEmpty() || !std::all_of(type.begin(), type.end(), isOfType))
        return {};
    const qsizetype parameters = type.indexOf(';');
    return QLatin1StringView("image/")
           + QString::fromLatin1(parameters < 0 ? type : type.first(parameters)).toLower();
}

} // namespace

PictureSplitter::PictureSplitter() = default;
PictureSplitter::~PictureSplitter() = default;
PictureSplitter::PictureSplitter(PictureSplitter &&) noexcept = default;
PictureSplitter &PictureSplitter::operator=(PictureSplitter &&) noexcept = default;

void PictureSplitter::feed(QByteArrayView piece, QByteArray &text, QList<ReplyPicture> &pictures)
{
    while (!piece.isEmpty()) {
        const bool wasInPicture = m_inPicture;
        const qsizetype taken = wasInPicture ? takePayload(piece) : takeText(piece, text);
        piece = piece.sliced(taken);
        if (wasInPicture && !piece.isEmpty())
            endPicture(text, pictures);
    }
}

/// Up to where a picture begins. Its head may have come with the piece before.
qsizetype PictureSplitter::takeText(QByteArrayView piece, QByteArray &text)
{
    const qsizetype known = text.size();
    text.append(piece);
    for (qsizetype at = text.indexOf(kBase64, std::max<qsizetype>(0, known - kBase64.size() + 1));
         at >= 0; at = text.indexOf(kBase64, at + 1)) {
        m_mimeType = mimeTypeBefore(text, at);
        if (m_mimeType.isEmpty())
            continue;
        const qsizetype end = at + kBase64.size();
        if (end < known)
            continue;
        text.truncate(end);
        m_inPicture = true;
        m_hash = std::make_unique<QCryptographicHash>(QCryptographicHash::Sha256);
        return end - known;
    }
    return piece.size();
}

qsizetype PictureSplitter::takePayload(QByteArrayView piece)
{
    const auto end = std::find_if_not(piece.begin(), piece.end(), isBase64);
    const QByteArrayView payload = piece.first(end - piece.begin());
    m_characters += payload.size();
    if (m_start.size() < picture_limits::kShortest)
        m_start.append(
            payload.first(std::min(payload.size(), picture_limits::kShortest - m_start.size())));
    decode(payload);
    return payload.size();
}

void PictureSplitter::decode(QByteArrayView base64)
{
    m_isTooLarge |= m_allBytes + m_bytes.size() + base64.size() / 4 * 3 > picture_limits::kBytes;
    if (m_isTooLarge) {
        m_bytes.clear();
        return;
    }
    m_rest.append(base64);
    const qsizetype whole = m_rest.size() / 4 * 4;
    const QByteArray bytes = QByteArray::fromBase64(m_rest.first(whole));
    m_rest.remove(0, whole);
    m_hash->addData(bytes);
    m_bytes.append(bytes);
}

void PictureSplitter::endPicture(QByteArray &text, QList<ReplyPicture> &pictures)
{
    m_inPicture = false;
    const QByteArray last = QByteArray::fromBase64(std::exchange(m_rest, {}));
    m_hash->addData(last);
    const QByteArray bytes = std::exchange(m_bytes, {}) + last;
    const QByteArray start = std::exchange(m_start, {});
    const bool isTooLarge =
        std::exchange(m_isTooLarge, false) || pictures.size() == picture_limits::kPictures;
    if (std::exchange(m_characters, 0) < picture_limits::kShortest) {
        text.append(start); // somebody writes about such addresses
    } else if (isTooLarge) {
        text.append(kTooLarge);
    } else {
        const QByteArray sha256 = m_hash->result().toHex();
        text.append(kHash).append(sha256);
        m_allBytes += bytes.size();
        pictures.append({bytes, m_mimeType, sha256});
    }
    m_hash.reset();
}

void PictureSplitter::finish(QByteArray &text, QList<ReplyPicture> &pictures)
{
    if (m_inPicture)
        endPicture(text, pictures);
}

QByteArray pictureAt(QByteArrayView address)
{
    if (!address.startsWith(kScheme) || address.size() > 2 * kLongestHead + kHashDigits)
        return {};
    const qsizetype at = address.indexOf(kBase64);
    if (at < 0)
        return {};
    const QByteArrayView hash = address.sliced(at + kBase64.size());
    const auto isDigit = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
    if (!hash.startsWith(kHash) || hash.size() != kHash.size() + kHashDigits)
        return {};
    const QByteArrayView digits = hash.sliced(kHash.size());
    return std::all_of(digits.begin(), digits.end(), isDigit) ? digits.toByteArray() : QByteArray();
}

bool isPictureTooLarge(QByteArrayView address)
{
    return address.startsWith(kScheme) && address.size() <= 2 * kLongestHead
           && address.endsWith(kTooLarge) && address.chopped(kTooLarge.size()).endsWith(kBase64);
}

} // namespace app
