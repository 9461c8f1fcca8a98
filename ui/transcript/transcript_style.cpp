// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/transcript_style.h"

#include <QFontMetricsF>

using namespace Qt::StringLiterals;

namespace ui {

namespace {
constexpr double kBodyFactor = 14.0 / 13; ///< what is read all day is a little larger
constexpr double kCodeFactor = 12.5 / 13;
constexpr double kCaptionFactor = 11.5 / 13;
} // namespace

QFont scaledFont(QFont font, double factor)
{
    if (font.pixelSize() > 0)
        font.setPixelSize(qMax(1, qRound(font.pixelSize() * factor)));
    else
        font.setPointSizeF(qMax(1.0, font.pointSizeF() * factor));
    return font;
}

int TranscriptStyle::readableWidth() const
{
    return qRound(metrics::kReadableCharacters * digitWidth);
}

TranscriptStyle transcriptStyle(const Theme &theme, int zoomPercent)
{
    TranscriptStyle style;
    style.colours = theme.colours();
    style.scale = zoomPercent / 100.0;
    const QFont base = theme.font(TextRole::Body);
    style.body = scaledFont(base, kBodyFactor * style.scale);
    style.caption = scaledFont(base, kCaptionFactor * style.scale);
    QFont code = theme.font(TextRole::Code);
    if (base.pixelSize() > 0)
        code.setPixelSize(base.pixelSize());
    else
        code.setPointSizeF(base.pointSizeF());
    style.code = scaledFont(code, kCodeFactor * style.scale);

    const QFontMetricsF body(style.body);
    const auto lineHeight = [](const QFont &font) {
        // Of the size of the font: its own line spacing differs from family to family. A size that
        // is given is taken as it is: to ask for it would load the font, before anything is written
        // in it.
        const int pixels = font.pixelSize() > 0 ? font.pixelSize() : QFontInfo(font).pixelSize();
        return qRound(pixels * metrics::kTranscriptLineHeight);
    };
    style.lineHeight = lineHeight(style.body);
    style.codeLineHeight = lineHeight(style.code);
    style.captionLineHeight = lineHeight(style.caption);
    style.characterWidth = body.averageCharWidth();
    style.digitWidth = body.horizontalAdvance(u'0');
    return style;
}

} // namespace ui
