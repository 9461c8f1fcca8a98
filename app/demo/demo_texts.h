// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace app {

// What the demo says at length: Markdown, in English.

[[nodiscard]] QString tourText();
/// The part of the tour that a later question asks for; empty where none fits.
[[nodiscard]] QString topicText(const QString &question);
[[nodiscard]] QString topicListText();
[[nodiscard]] QString pictureHintText(); ///< for a picture sent to a model without eyes
[[nodiscard]] QString slowText();
[[nodiscard]] QString lengthText();
[[nodiscard]] QString noToolsText();
[[nodiscard]] QString noPictureText();
[[nodiscard]] QString noSchemaText();
[[nodiscard]] QString brokenOffText();
[[nodiscard]] QString nothingAskedText();

} // namespace app
