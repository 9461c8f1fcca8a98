// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QByteArray>

#include <mutex>

class QImageReader;
class QSize;

namespace app {

struct ImageLimits;

// What can be said of a file before a pixel of it is decoded. Any thread.

/// "%PDF-" within the first kilobyte, where readers look for it.
[[nodiscard]] bool looksLikePdf(const QByteArray &file);

/// Whether `reader`, which stands at the beginning of `file`, may decode it: whoever decodes asks
/// here before. The errors have the codes of attachment_errors.h.
[[nodiscard]] Result<void> checkBeforeDecoding(QImageReader &reader, const QByteArray &file,
                                               const ImageLimits &limits);

/// While a picture of that size is decoded: large ones one at a time, whatever the number of
/// workers, so that a dozen of them does not fill the memory.
[[nodiscard]] std::unique_lock<std::mutex> turnToDecode(const QSize &pixels);

[[nodiscard]] tl::unexpected<Error> tooLargeFile(const ImageLimits &limits);
/// An error with a code of attachment_errors.h.
[[nodiscard]] tl::unexpected<Error> imageError(QLatin1StringView code, const QString &message,
                                               const QString &param = {});

} // namespace app
