// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/print_preview.h"

#include "ui/export/paper_document.h"
#include "ui/widgets/fit_to_screen.h"

#include <QPainter>
#include <QPrintPreviewDialog>
#include <QPrinter>

#include <algorithm>
#include <memory>

namespace ui {

namespace {

constexpr QSize kPreviewSize{900, 900};
constexpr double kMarginMillimetres = 15;

QSizeF printableSize(const QPrinter &printer)
{
    return printer.pageLayout().paintRect(QPageLayout::Point).size();
}

void printPages(PaperDocument &document, QPrinter &printer)
{
    document.layOut(printableSize(printer));
    QPainter painter(&printer);
    const double scale = printer.resolution() / 72.0;
    const int first = printer.fromPage() > 0 ? printer.fromPage() - 1 : 0;
    const int last =
        printer.toPage() > 0 ? std::min(printer.toPage(), document.pages()) : document.pages();
    for (int page = first; page < last; ++page) {
        if (page > first)
            printer.newPage();
        painter.save();
        painter.scale(scale, scale);
        document.paint(painter, page);
        painter.restore();
    }
}

} // namespace

void showPrintPreview(const QString &title, const QString &html, QWidget *window)
{
    const auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setDocName(title);
    printer->setPageMargins(
        QMarginsF(kMarginMillimetres, kMarginMillimetres, kMarginMillimetres, kMarginMillimetres),
        QPageLayout::Millimeter);
    const auto document = std::make_shared<PaperDocument>(title, html);
    auto *preview = new QPrintPreviewDialog(printer.get(), window);
    preview->setAttribute(Qt::WA_DeleteOnClose);
    // Both stay as long as the dialog does.
    QObject::connect(preview, &QPrintPreviewDialog::paintRequested, preview,
                     [printer, document](QPrinter *on) {
                         Q_UNUSED(printer)
                         printPages(*document, *on);
                     });
    resizeWithinScreen(*preview, kPreviewSize);
    preview->open();
}

} // namespace ui
