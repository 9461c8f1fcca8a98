// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/attachments/image_preparation.h"

namespace app {

// Pages of a PDF file as pictures, or their text. Each call opens the file anew and reads what it
// needs of it, so that a file of 10,000 pages costs no more than its table of contents. Qt Pdf lets
// one thread at a time into its renderer.

struct PdfFile
{
    QString path;
    QString password = {}; ///< kept in memory only

    bool operator==(const PdfFile &) const = default;
};

/// How many pages it has. BadResponse with a code of attachment_errors.h: no PDF, a password is
/// needed or wrong, a protection that is not known. Storage: it cannot be read.
[[nodiscard]] Result<int> countPdfPages(const PdfFile &file);

/// One page, counted from 0, on white, as large as the limits and the edit say: vectors have no
/// size of their own. PNG; JPEG where that is much smaller, as with scanned pages.
[[nodiscard]] Result<PreparedImage> preparePdfPage(const PdfFile &file, int page,
                                                   const ImageLimits &limits = {},
                                                   const ImageEdit &edit = {});

/// The text of those pages, each below a line that names it ("[scan.pdf, page 3]"), of `most`
/// characters at most. kPdfNoTextCode where there is none, as in scanned pages.
[[nodiscard]] Result<QString> readPdfText(const PdfFile &file, const QList<int> &pages, int most);

/// The same on a worker.
[[nodiscard]] QFuture<Result<int>> countPdfPagesLater(const PdfFile &file);
[[nodiscard]] QFuture<Result<PreparedImage>> preparePdfPageLater(const PdfFile &file, int page,
                                                                 const ImageLimits &limits = {},
                                                                 const ImageEdit &edit = {});
[[nodiscard]] QFuture<Result<QString>> readPdfTextLater(const PdfFile &file,
                                                        const QList<int> &pages, int most);

/// "scan.pdf, page 3": what a page is called; `page` is counted from 0.
[[nodiscard]] QString pdfPageName(const PdfFile &file, int page);

} // namespace app
