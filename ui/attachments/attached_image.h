// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/attachments/pdf_pages.h"

#include <functional>
#include <variant>

namespace ui {

struct ImageFile
{
    QString path;
    bool operator==(const ImageFile &) const = default;
};

struct PdfPage
{
    app::PdfFile file;
    int page = 0; ///< counted from 0
    bool operator==(const PdfPage &) const = default;
};

/// A blob of the store: what was made ready before.
struct StoredImage
{
    QByteArray sha256;
    bool operator==(const StoredImage &) const = default;
};

/// What the user pasted, dropped or chose: a file, the bytes of one, pixels from the clipboard or
/// the screen, a page; or what is attached already.
using ImageSource = std::variant<ImageFile, QByteArray, QImage, PdfPage, StoredImage>;

/// An image that is ready to be sent; its bytes are already a blob of the store.
struct AttachedImage
{
    app::ImagePart part;
    QImage thumbnail; ///< null until it was loaded
    /// What it is made from when it is turned or cropped: the file, as long as it is there; else
    /// what is sent now.
    ImageSource original = StoredImage();
    app::ImageEdit edit = {}; ///< of `original`
    QSize originalSize = {}; ///< pixels of what it was made from; empty: not known
    int frames = 1; ///< of the file: more than one, and only the first is sent
};

/// What a model would be shown.
struct PreviewedImage
{
    app::PreparedImage prepared;
    QImage pixels; ///< decoded from the bytes that would be sent
};

/// Reads, prepares and keeps an image off the window's thread.
using ImageImporter = std::function<QFuture<app::Result<AttachedImage>>(ImageSource)>;
/// The small picture of a blob, for drafts of an earlier start.
using ThumbnailLoader = std::function<QFuture<app::Result<QImage>>(QByteArray sha256)>;
/// Prepares an image and keeps nothing; off the window's thread.
using ImagePreviewer =
    std::function<QFuture<app::Result<PreviewedImage>>(ImageSource, app::ImageEdit)>;
/// Keeps what was prepared.
using ImageKeeper = std::function<QFuture<app::Result<void>>(app::PreparedImage)>;

} // namespace ui
