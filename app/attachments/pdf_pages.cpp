// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/attachments/pdf_pages.h"

#include "app/attachments/attachment_errors.h"
#include "app/attachments/image_format.h"
#include "app/attachments/image_workers.h"

#include <QFileInfo>
#include <QPdfDocument>
#include <QPdfSelection>
#include <QtConcurrentRun>

#include <cmath>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr double kPointsPerInch = 72;
/// Of a page without a limit on its sides: what is printed is read well at that.
constexpr double kUsualDpi = 200;
constexpr int kMostSide = 8192;
/// Text stays far below it; a scanned page as PNG takes many times this.
constexpr qint64 kMostPageBytes = 1'500'000;

Result<void> opened(QPdfDocument &document, const PdfFile &file)
{
    if (!QFileInfo(file.path).isReadable())
        return fail(ErrorKind::Storage, u"%1: it cannot be read"_s.arg(file.path));
    document.setPassword(file.password);
    switch (document.load(file.path)) {
    case QPdfDocument::Error::None:
        break;
    case QPdfDocument::Error::FileNotFound:
        return fail(ErrorKind::Storage, u"%1: it cannot be read"_s.arg(file.path));
    case QPdfDocument::Error::IncorrectPassword:
        return imageError(kPdfPasswordCode, file.password.isEmpty()
                                                ? u"the PDF file needs a password"_s
                                                : u"the password of the PDF file is wrong"_s);
    case QPdfDocument::Error::UnsupportedSecurityScheme:
        return imageError(kPdfProtectionCode,
                          u"the PDF file is protected in a way that is not known"_s);
    default:
        return imageError(kPdfBrokenCode, u"the PDF file is broken"_s);
    }
    if (document.pageCount() < 1)
        return imageError(kPdfBrokenCode, u"the PDF file has no pages"_s);
    return {};
}

/// Without the last pixels of another page beside it: exact in the longer side.
QSize sizeOfPage(const QSizeF &points, const ImageLimits &limits, const ImageEdit &edit)
{
    const int asked = edit.longestSide < 0 ? limits.longestSide : edit.longestSide;
    const double longest = std::max(points.width(), points.height());
    double scale = asked > 0 ? asked / longest : kUsualDpi / kPointsPerInch;
    // What is cut away need not be drawn small.
    const double kept = std::max(edit.crop.width(), edit.crop.height());
    if (asked > 0 && kept > 0 && kept < 1)
        scale /= kept;
    scale = std::min(scale, kMostSide / longest);
    return QSize(int(std::lround(points.width() * scale)),
                 int(std::lround(points.height() * scale)))
        .expandedTo({1, 1});
}

/// The renderer leaves the paper transparent.
QImage onWhite(QImage page)
{
    page.convertTo(QImage::Format_ARGB32_Premultiplied);
    for (int y = 0; y < page.height(); ++y) {
        auto *line = reinterpret_cast<QRgb *>(page.scanLine(y));
        for (int x = 0; x < page.width(); ++x) {
            const int paper = 255 - qAlpha(line[x]);
            line[x] = qRgb(qRed(line[x]) + paper, qGreen(line[x]) + paper, qBlue(line[x]) + paper);
        }
    }
    page.reinterpretAsFormat(QImage::Format_RGB32);
    return page;
}

} // namespace

Result<int> countPdfPages(const PdfFile &file)
{
    QPdfDocument document;
    if (const auto open = opened(document, file); !open)
        return fail(open.error());
    return document.pageCount();
}

Result<PreparedImage> preparePdfPage(const PdfFile &file, int page, const ImageLimits &limits,
                                     const ImageEdit &edit)
{
    QImage image;
    {
        QPdfDocument document;
        if (const auto open = opened(document, file); !open)
            return fail(open.error());
        const QSizeF points = document.pagePointSize(page);
        if (page < 0 || page >= document.pageCount() || points.isEmpty())
            return imageError(kPdfBrokenCode, u"page %1 is broken"_s.arg(page + 1));
        image = document.render(page, sizeOfPage(points, limits, edit));
    }
    if (image.isNull())
        return imageError(kPdfBrokenCode, u"page %1 is broken"_s.arg(page + 1));
    image = onWhite(std::move(image));
    auto result = prepareImage(image, limits, edit);
    if (!result || result->bytes.size() <= kMostPageBytes)
        return result;
    auto smaller = prepareAsJpeg(image, limits, edit);
    return smaller && smaller->bytes.size() < result->bytes.size() ? smaller : result;
}

Result<QString> readPdfText(const PdfFile &file, const QList<int> &pages, int most)
{
    QPdfDocument document;
    if (const auto open = opened(document, file); !open)
        return fail(open.error());
    QString text;
    bool isThere = false;
    for (const int page : pages) {
        if (text.size() > most)
            break;
        const QString read = document.getAllText(page).text().trimmed();
        isThere = isThere || !read.isEmpty();
        text += u"[%1]\n%2\n\n"_s.arg(pdfPageName(file, page), read);
    }
    if (!isThere)
        return imageError(kPdfNoTextCode, u"these pages hold no text"_s);
    text.remove(u'\r');
    return text.left(most).trimmed();
}

QFuture<Result<int>> countPdfPagesLater(const PdfFile &file)
{
    return QtConcurrent::run(&imageWorkers(), [file] { return countPdfPages(file); });
}

QFuture<Result<PreparedImage>> preparePdfPageLater(const PdfFile &file, int page,
                                                   const ImageLimits &limits, const ImageEdit &edit)
{
    return QtConcurrent::run(&imageWorkers(), [file, page, limits, edit] {
        return preparePdfPage(file, page, limits, edit);
    });
}

QFuture<Result<QString>> readPdfTextLater(const PdfFile &file, const QList<int> &pages, int most)
{
    return QtConcurrent::run(&imageWorkers(),
                             [file, pages, most] { return readPdfText(file, pages, most); });
}

QString pdfPageName(const PdfFile &file, int page)
{
    return u"%1, page %2"_s.arg(QFileInfo(file.path).fileName()).arg(page + 1);
}

} // namespace app
