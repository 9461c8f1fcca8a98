// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/attachments/attached_image.h"

class QObject;

namespace app {
class Settings;
class Store;
struct Services;
} // namespace app

namespace ui {

class Composer;

// What the composer does with pictures: prepared on a worker, no larger than the preferences say,
// and kept as blobs of the store. The store, the settings and `context` outlive the functions' use;
// answers come on the context's thread.

[[nodiscard]] ImageImporter imageImporter(app::Store &store, const app::Settings &settings,
                                          QObject *context);
/// The small picture of a blob.
[[nodiscard]] ThumbnailLoader thumbnailLoader(app::Store &store, QObject *context);
[[nodiscard]] ImagePreviewer imagePreviewer(app::Store &store, const app::Settings &settings,
                                            QObject *context);
[[nodiscard]] ImageKeeper imageKeeper(app::Store &store, QObject *context);

/// Gives a composer all of them.
void equipComposer(Composer &composer, app::Services &services);

} // namespace ui
