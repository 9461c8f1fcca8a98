// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/openai/message_part.h"

namespace app {

/// An image by its address: the server fetches it, the program never does. BadResponse
/// (kAddressCode) for anything but http and https addresses with a host, without a user name or
/// password, of at most 2,048 characters: it will be read by others.
[[nodiscard]] Result<ImagePart> imageByAddress(const QString &address);

} // namespace app
