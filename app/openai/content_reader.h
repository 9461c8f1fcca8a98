// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace app {

class JsonReader;

// The content of a message as text. An image in it (`{"image_url":{"url":…}}`) becomes a Markdown
// image in a paragraph of its own.

/// A string, or the parts of a list: texts and images. Anything else is passed over.
void readContent(JsonReader &reader, QByteArray &into);
/// The images of a list, each as Markdown; none where there is no list.
[[nodiscard]] QList<QByteArray> readImageList(JsonReader &reader);

} // namespace app
