// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/composer/attached_image.h"

class QObject;

namespace app {
class Store;
}

namespace ui {

/// What the composer does with pictures: prepared on a worker, kept as a blob of the store. The
/// store and `context` outlive the functions' use; answers come on the context's thread.
[[nodiscard]] ImageImporter imageImporter(app::Store &store, QObject *context);
/// The small picture of a blob.
[[nodiscard]] ThumbnailLoader thumbnailLoader(app::Store &store, QObject *context);

} // namespace ui
