// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/attachments/image_tokens.h"

#include "app/catalogue/model_info.h"

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace app {

namespace {

struct TokenFamily
{
    QLatin1StringView name; ///< in the id of the model
    ImageTokenRule rule;
};

/// The first that fits counts. From the model cards and the documents of their makers.
constexpr std::array kTokenFamilies{
    TokenFamily{"diptych/"_L1, ImageTokenRule::Fixed256}, // the demo
    TokenFamily{"claude"_L1, ImageTokenRule::Area750},
    TokenFamily{"gemini"_L1, ImageTokenRule::Tiles768},
    TokenFamily{"gemma"_L1, ImageTokenRule::Fixed256},
    TokenFamily{"gpt-4"_L1, ImageTokenRule::Tiles512},
    TokenFamily{"gpt-5"_L1, ImageTokenRule::Tiles512},
    TokenFamily{"llama-4"_L1, ImageTokenRule::Tiles336},
    TokenFamily{"qwen2"_L1, ImageTokenRule::Patches28},
    TokenFamily{"qwen3"_L1, ImageTokenRule::Patches32},
    TokenFamily{"kimi"_L1, ImageTokenRule::Patches28},
    TokenFamily{"glm"_L1, ImageTokenRule::Patches28},
    TokenFamily{"step"_L1, ImageTokenRule::Patches28},
};

qint64 tilesOf(const QSize &pixels, int side)
{
    return qint64((pixels.width() + side - 1) / side) * ((pixels.height() + side - 1) / side);
}

QSize within(const QSize &pixels, int longest)
{
    return std::max(pixels.width(), pixels.height()) <= longest
               ? pixels
               : pixels.scaled(longest, longest, Qt::KeepAspectRatio).expandedTo({1, 1});
}

/// Into a square of 2048, then so that its shorter side has 768 pixels at most.
QSize asGptSeesIt(const QSize &pixels)
{
    constexpr int kSquare = 2048;
    constexpr double kShorter = 768;
    const QSize inside = within(pixels, kSquare);
    const double scale = std::min(1.0, kShorter / std::min(inside.width(), inside.height()));
    return {int(std::ceil(inside.width() * scale)), int(std::ceil(inside.height() * scale))};
}

qint64 tokensBy(ImageTokenRule rule, const QSize &pixels)
{
    constexpr qint64 kMostLlamaTiles = 16;
    switch (rule) {
    case ImageTokenRule::Patches28:
        return tilesOf(pixels, 28);
    case ImageTokenRule::Patches32:
        return tilesOf(pixels, 32);
    case ImageTokenRule::Area750: {
        const QSize seen = within(pixels, 1568);
        return (qint64(seen.width()) * seen.height() + 749) / 750;
    }
    case ImageTokenRule::Tiles512:
        return 85 + 170 * tilesOf(asGptSeesIt(pixels), 512);
    case ImageTokenRule::Tiles768:
        return 258 * tilesOf(pixels, 768);
    case ImageTokenRule::Tiles336:
        return 144 * (std::min(kMostLlamaTiles, tilesOf(pixels, 336)) + 1);
    case ImageTokenRule::Fixed256:
        return 256;
    }
    return 0;
}

} // namespace

ImageEstimate estimateImage(const ModelInfo &model, const QSize &pixels)
{
    ImageEstimate estimate;
    const auto family = std::ranges::find_if(kTokenFamilies, [&](const TokenFamily &each) {
        return model.id.contains(each.name, Qt::CaseInsensitive);
    });
    if (family != kTokenFamilies.end()) {
        estimate.rule = family->rule;
        estimate.isKnown = true;
    }
    estimate.tokens = pixels.isEmpty() ? 0 : tokensBy(estimate.rule, pixels);
    if (model.prices.input)
        estimate.usd = double(estimate.tokens) * *model.prices.input / 1e6;
    return estimate;
}

} // namespace app
