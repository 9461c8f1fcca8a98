// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/openai/message_part.h"

#include <QFuture>
#include <QImage>

#include <functional>
#include <variant>

namespace ui {

struct ImageFile
{
    QString path;
};

/// What the user pasted, dropped or chose: a file, the bytes of one, or pixels from the clipboard.
using ImageSource = std::variant<ImageFile, QByteArray, QImage>;

/// An image that is ready to be sent; its bytes are already a blob of the store.
struct AttachedImage
{
    app::ImagePart part;
    QImage thumbnail; ///< null until it was loaded
};

/// Reads, prepares and keeps an image off the window's thread.
using ImageImporter = std::function<QFuture<app::Result<AttachedImage>>(ImageSource)>;
/// The small picture of a blob, for drafts of an earlier start.
using ThumbnailLoader = std::function<QFuture<app::Result<QImage>>(QByteArray sha256)>;

} // namespace ui
