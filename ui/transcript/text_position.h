// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/ids.h"
#include "ui/transcript/slice.h"

namespace ui {

/// A place in the text of a transcript; holds while text is appended.
struct TextPosition
{
    app::MessageId message;
    SlicePosition at;

    bool operator==(const TextPosition &) const = default;
};

} // namespace ui
