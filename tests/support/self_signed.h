// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSslConfiguration>

namespace tests {

/// A certificate for 127.0.0.1 that nobody vouches for.
[[nodiscard]] QSslConfiguration selfSignedConfiguration();

} // namespace tests
