// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>
#include <QString>

#include <optional>

namespace app {

struct ImagePart;
struct ModelInfo;

/// How a family of models counts the tokens of an image.
enum class ImageTokenRule {
    Patches28, ///< one for 28 × 28 pixels: Qwen 2 and 2.5 VL, Kimi, GLM, Step, and the guess
    Patches32, ///< one for 32 × 32 pixels: Qwen 3 and newer
    Area750, ///< pixels / 750, of at most 1568 pixels a side: Claude
    Tiles512, ///< 85, and 170 for each tile of 512 pixels: GPT-4o and its kin
    Tiles768, ///< 258 for each tile of 768 pixels: Gemini
    Tiles336, ///< 144 for each tile of 336 pixels, at most 16, and one more: Llama 4
    Fixed256, ///< whatever its size: Gemma 3
};

/// What an image will cost, before it is sent. An estimate: servers do not publish how they count,
/// and scale images as they like. The true number is in the usage of the answer.
struct ImageEstimate
{
    ImageTokenRule rule = ImageTokenRule::Patches28;
    bool isKnown = false; ///< the rule is that of the family; else a guess
    qint64 tokens = 0;
    std::optional<double> usd; ///< nothing where the price is not known

    bool operator==(const ImageEstimate &) const = default;
};

[[nodiscard]] ImageEstimate estimateImage(const ModelInfo &model, const QSize &pixels);

} // namespace app
