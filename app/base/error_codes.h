// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>

namespace app {

// What Error::code holds where the client, not the server, knows more than the kind says. The
// interface has a sentence of its own for each.

inline constexpr QLatin1StringView kNoKeyCode{"no_key"}; ///< refused, and no key was sent
inline constexpr QLatin1StringView kCutOffCode{"cut_off"}; ///< lost after a part of the answer
inline constexpr QLatin1StringView kWebPageCode{"web_page"}; ///< HTML came in place of an answer
inline constexpr QLatin1StringView kNoModelCode{"no_model"}; ///< the lane has no model yet
inline constexpr QLatin1StringView kNoProviderCode{"no_provider"}; ///< the lane's was removed
/// The same request as once before cannot be made any more
inline constexpr QLatin1StringView kNotTheSameCode{"not_the_same"};

} // namespace app
