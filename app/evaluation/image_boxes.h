// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QRectF>
#include <QSize>
#include <QString>
#include <QStringView>

#include <array>
#include <optional>

namespace app {

namespace box_limits {
inline constexpr qsizetype kBoxes = 1'000;
inline constexpr qsizetype kCharacters = 1'000'000; ///< of an answer that are looked through
inline constexpr qsizetype kLabel = 200;
} // namespace box_limits

/// What the numbers of a box count.
enum class BoxScale {
    Pixels, ///< of the image as it was sent
    Unit, ///< 0 … 1 of its width and height
    Thousand, ///< 0 … 1000 of them
};

/// A rectangle that an answer names in words or JSON, in the units that it uses.
struct ImageBox
{
    /// How it is written, which tells what its numbers are likely to count.
    enum class Form {
        Plain, ///< `bbox`, `bbox_2d`, `box`, … or a list of four numbers: left, top, right, bottom
        RowFirst, ///< `box_2d` as Gemini writes it: top, left, bottom, right
        Tagged, ///< `<box>(left,top),(right,bottom)</box>` as Qwen-VL writes it
    };
    Form form = Form::Plain;
    double left = 0;
    double top = 0;
    double right = 0; ///< > left
    double bottom = 0; ///< > top
    QString label; ///< plain text, one line; may be empty
    qsizetype start = 0; ///< in the text: of the JSON object, else of the numbers
    qsizetype length = 0;
    int image = -1; ///< number that the answer gives the image of it; −1: none

    bool operator==(const ImageBox &) const = default;
};

/// Boxes of an answer in the order in which they stand there; no more than box_limits::kBoxes.
/// Read from JSON, fenced or bare, whole or still being written, and from Qwen's tags:
/// - a list of four numbers counts under the keys `bbox`, `bbox_2d`, `box`, `box_2d`,
///   `bounding_box` and the like, and where no key stands before it (alone or in a list); under
///   any other key it is something else (a colour, say);
/// - `box_2d` has the row first;
/// - the number of its image is `image`, `image_index`, … of an object around it, else that of the
///   last "image 2" in the prose before, unless that names several at once;
/// - its label is `label`, `name`, `text`, … of the same object, or what stands in `<ref>` before.
/// Numbers that enclose nothing are no box. Corners that are swapped are put in order where a key
/// or a tag says that it is a box. Time is linear in the text, whatever stands in it. Any thread.
[[nodiscard]] QList<ImageBox> imageBoxes(QStringView text);

/// Which scale the boxes of one answer most likely have, all of them together:
/// 1. no number is above 1: Unit;
/// 2. any number is above 1000: Pixels;
/// 3. any of them is written row first or in tags, or reaches beyond the image: Thousand;
/// 4. else Pixels.
[[nodiscard]] BoxScale likelyBoxScale(const QList<ImageBox> &boxes, QSize image);

/// To which of `count` images, in their order and from 0, each of the boxes of an answer belongs;
/// −1 where the answer does not say. Answers count from 1, unless one of them says 0.
[[nodiscard]] QList<int> imagesOfBoxes(const QList<ImageBox> &boxes, int count);

/// Where it lies on an image of that size, in pixels, cut at its edges; nothing where it lies
/// outside.
[[nodiscard]] std::optional<QRectF> boxOnImage(const ImageBox &box, BoxScale scale, QSize image);

} // namespace app
