// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>

namespace app {

// Why a picture or a PDF file cannot be attached: what Error::code holds then (its kind is
// BadResponse). Error::param holds the figure or the name that the sentence about it needs. The
// interface has a sentence of its own for each; Error::message is the same in English.

inline constexpr QLatin1StringView kImageEmptyCode{"image_empty"};
inline constexpr QLatin1StringView kImageUnknownCode{"image_unknown"}; ///< no known format
inline constexpr QLatin1StringView kImagePluginCode{"image_plugin"}; ///< known; param: its name
inline constexpr QLatin1StringView kImageDrawingCode{"image_drawing"}; ///< param: "svg"
inline constexpr QLatin1StringView kImageBrokenCode{"image_broken"};
inline constexpr QLatin1StringView kImageCutOffCode{"image_cut_off"};
inline constexpr QLatin1StringView kImagePixelsCode{"image_pixels"}; ///< param: "60000 × 60000"
inline constexpr QLatin1StringView kImageFileSizeCode{"image_file_size"}; ///< param: most bytes
inline constexpr QLatin1StringView kImageTooDenseCode{"image_too_dense"}; ///< stays too large
inline constexpr QLatin1StringView kImageIsPdfCode{"image_is_pdf"}; ///< pages must be chosen

inline constexpr QLatin1StringView kPdfBrokenCode{"pdf_broken"};
inline constexpr QLatin1StringView kPdfPasswordCode{"pdf_password"}; ///< none, or a wrong one
inline constexpr QLatin1StringView kPdfProtectionCode{"pdf_protection"}; ///< of an unknown kind
inline constexpr QLatin1StringView kPdfRangeCode{"pdf_range"}; ///< no page numbers; param: the text
inline constexpr QLatin1StringView kPdfNoSuchPageCode{"pdf_no_such_page"}; ///< param: last page
inline constexpr QLatin1StringView kPdfTooManyCode{"pdf_too_many"}; ///< param: most pages
inline constexpr QLatin1StringView kPdfNoTextCode{"pdf_no_text"}; ///< scanned pages, for example

inline constexpr QLatin1StringView kAddressCode{"image_address"}; ///< not one that servers fetch

} // namespace app
