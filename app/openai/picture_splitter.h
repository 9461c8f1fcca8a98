// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QString>

#include <memory>

class QCryptographicHash;

namespace app {

/// A picture that a model sent inside of its answer.
struct ReplyPicture
{
    QByteArray bytes; ///< as they came; nobody has looked whether they are a picture
    QString mimeType; ///< that its address claims
    QByteArray sha256; ///< lower-case hex of `bytes`

    bool operator==(const ReplyPicture &) const = default;
};

namespace picture_limits {
inline constexpr qsizetype kPictures = 64; ///< of one answer
inline constexpr qsizetype kBytes = 96 * 1024 * 1024; ///< of all of them together
inline constexpr qsizetype kShortest = 128; ///< characters of Base64 below which it is text
} // namespace picture_limits

/// Takes pictures out of a text in which they stand as data URLs (`data:image/png;base64,…`),
/// whatever way it is cut: megabytes that nobody reads, that the Markdown parser would have to, and
/// that would be sent back as text with the next request. In place of the Base64 stays
/// `sha256-` and the hash of the picture, which no Base64 can be; of what is beyond the limits
/// stays `too-large`.
class PictureSplitter
{
public:
    PictureSplitter();
    ~PictureSplitter();
    PictureSplitter(PictureSplitter &&) noexcept;
    PictureSplitter &operator=(PictureSplitter &&) noexcept;

    /// Appends the text without its pictures, and those of them that are whole.
    void feed(QByteArrayView piece, QByteArray &text, QList<ReplyPicture> &pictures);
    /// No more comes: a picture that was coming is cut off.
    void finish(QByteArray &text, QList<ReplyPicture> &pictures);

private:
    [[nodiscard]] qsizetype takeText(QByteArrayView piece, QByteArray &text);
    [[nodiscard]] qsizetype takePayload(QByteArrayView piece);
    void decode(QByteArrayView base64);
    void endPicture(QByteArray &text, QList<ReplyPicture> &pictures);

    bool m_inPicture = false;
    QString m_mimeType;
    QByteArray m_start; ///< the first characters, while it may still be text
    QByteArray m_rest; ///< less than four characters that are not decoded yet
    QByteArray m_bytes;
    qsizetype m_characters = 0; ///< of its Base64
    qsizetype m_allBytes = 0; ///< of the pictures before it
    bool m_isTooLarge = false;
    std::unique_ptr<QCryptographicHash> m_hash; ///< fed as it comes: a large one costs no pause
};

/// The hash that stands in a text for a picture taken out of it; empty: this address is none.
[[nodiscard]] QByteArray pictureAt(QByteArrayView address);
/// It stands for one that was too large to be kept.
[[nodiscard]] bool isPictureTooLarge(QByteArrayView address);

} // namespace app
