// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evaluation/box_words.h"

#include <QString>

#include <algorithm>
#include <array>
#include <span>

using namespace Qt::StringLiterals;

namespace app {

namespace {

bool isOneOf(QStringView key, std::span<const QLatin1StringView> known)
{
    return std::ranges::any_of(
        known, [&](QLatin1StringView each) { return key.compare(each, Qt::CaseInsensitive) == 0; });
}

} // namespace

bool isBoxKey(QStringView key)
{
    static constexpr std::array kOthers{"rect"_L1,   "rectangle"_L1,   "region"_L1,
                                        "bounds"_L1, "coordinates"_L1, "coords"_L1};
    return key.contains("box"_L1, Qt::CaseInsensitive) || isOneOf(key, kOthers);
}

bool isImageKey(QStringView key)
{
    static constexpr std::array kImages{"image"_L1,        "image_index"_L1, "image_idx"_L1,
                                        "image_number"_L1, "image_id"_L1,    "imageIndex"_L1,
                                        "img"_L1,          "img_idx"_L1,     "picture"_L1};
    return isOneOf(key, kImages);
}

bool isLabelKey(QStringView key)
{
    static constexpr std::array kKnown{"label"_L1, "name"_L1,   "text"_L1,
                                       "class"_L1, "object"_L1, "category"_L1};
    return isOneOf(key, kKnown);
}

std::optional<int> imageNumber(QStringView text, qsizetype &end)
{
    static constexpr std::array kNouns{"image"_L1, "picture"_L1, "photo"_L1, "bild"_L1};
    qsizetype at = 0;
    for (const QLatin1StringView noun : kNouns) {
        if (text.startsWith(noun, Qt::CaseInsensitive))
            at = noun.size();
    }
    while (at > 0 && at < text.size() && u" _#-"_s.contains(text[at]))
        ++at;
    const qsizetype first = at;
    while (at < text.size() && at - first < 3 && text[at] >= u'0' && text[at] <= u'9')
        ++at;
    const bool isWhole = at > first && (at == text.size() || !text[at].isLetterOrNumber());
    end = at;
    return isWhole ? std::optional(text.sliced(first, at - first).toInt()) : std::nullopt;
}

} // namespace app
