// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QList>

namespace app {

/// What a message takes at most, of images and of pages.
inline constexpr int kMostImagesOfMessage = 20;

/// Pages as people write them, "1-3, 5, 8-": counted from 1 there and from 0 in the result; in the
/// order given, each once. Empty text: all of them. BadResponse with a code of
/// attachment_errors.h where it is no such list (kPdfRangeCode), names a page that is not there
/// (kPdfNoSuchPageCode), or names more than `most` (kPdfTooManyCode).
[[nodiscard]] Result<QList<int>> readPageRanges(const QString &text, int pageCount, int most);

} // namespace app
