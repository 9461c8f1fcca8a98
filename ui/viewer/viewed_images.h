// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/transcript/activated_image.h"

#include <QList>

namespace ui {

/// One of the images that a viewer walks through.
struct ViewedImage
{
    QByteArray sha256; ///< of bytes in the store; empty: `bytes` are all there is
    QByteArray bytes;
    QString name; ///< plain text; may be empty
    QString mimeType; ///< empty where it is not known

    bool operator==(const ViewedImage &) const = default;
};

/// The images of the message in their order, and which of them was activated.
struct ViewedImages
{
    QList<ViewedImage> images; ///< one at least
    int current = 0;
};

[[nodiscard]] ViewedImages viewedImages(const ActivatedImage &activated);
/// What a file of it is best called: its own name, with the ending of what it is.
[[nodiscard]] QString proposedImageName(const ViewedImage &image);

} // namespace ui
