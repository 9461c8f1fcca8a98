// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/attachments/picture_decoding.h"

#include <QString>

namespace ui {

/// What is said in place of a picture; empty where there is none yet.
[[nodiscard]] QString pictureSentence(app::DecodedPicture::Problem problem);

} // namespace ui
