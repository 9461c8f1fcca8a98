// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/attachments/image_tokens.h"
#include "app/base/result.h"
#include "ui/attachments/image_receiver.h"

#include <QString>

namespace ui {

// What is said about pictures. All of it is plain text.

/// Why a picture or a PDF file cannot be attached, with what helps. `name`: of the file; may be
/// empty.
[[nodiscard]] QString imageProblemText(const app::Error &error, const QString &name);

/// That the file holds more pictures than the one that is sent.
[[nodiscard]] QString firstFrameText(const QString &name, int frames);

/// Of lanes whose models are believed not to see images, what will happen and why that is
/// believed; one sentence each, empty where all see them or nothing is known. `nowMs`: today.
[[nodiscard]] QString blindLanesText(const ImageReceivers &receivers, qint64 nowMs);

/// "one token for each 28 × 28 pixels": how an estimate was made.
[[nodiscard]] QString imageTokenRuleText(const app::ImageEstimate &estimate);

/// "JPEG", "PNG", "WebP" of a MIME type.
[[nodiscard]] QString imageFormatText(const QString &mimeType);

} // namespace ui
