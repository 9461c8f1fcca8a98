// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ask_images.h"

#include "app/attachments/attachment_errors.h"
#include "app/attachments/image_address.h"
#include "app/attachments/page_ranges.h"
#include "app/base/when_done.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace app {

AskImages::AskImages(QStringList given, QString pages, const ImageLimits &limits, QObject *parent)
    : QObject(parent), m_given(std::move(given)), m_pages(std::move(pages)), m_limits(limits)
{
}

void AskImages::start()
{
    QMetaObject::invokeMethod(this, &AskImages::readNext, Qt::QueuedConnection);
}

void AskImages::readNext()
{
    if (m_given.isEmpty()) {
        if (!m_pages.isEmpty() && !m_metPdf)
            emit failed(u"--pages needs a PDF file: name it with --image"_s);
        else
            emit ready();
        return;
    }
    const QString given = m_given.takeFirst();
    if (!given.startsWith("http://"_L1) && !given.startsWith("https://"_L1)) {
        whenDone(prepareImageFile(given, m_limits), this,
                 [this, given](const Result<PreparedImage> &image) { takeFile(given, image); });
        return;
    }
    const auto part = imageByAddress(given);
    if (!part)
        return fail(given, part.error());
    m_parts.append(*part);
    readNext();
}

void AskImages::takeFile(const QString &path, const Result<PreparedImage> &image)
{
    if (!image && image.error().code == kImageIsPdfCode)
        return choosePages({path});
    if (!image)
        return fail(path, image.error());
    if (image->frames > 1) {
        emit noted(
            u"%1 holds %2 pictures; only the first one is sent"_s.arg(path).arg(image->frames));
    }
    add(*image, QFileInfo(path).fileName());
    readNext();
}

void AskImages::choosePages(const PdfFile &file)
{
    m_metPdf = true;
    whenDone(countPdfPagesLater(file), this, [this, file](const Result<int> &count) {
        if (count)
            takePages(file, *count);
        else
            fail(file.path, count.error());
    });
}

void AskImages::takePages(const PdfFile &file, int count)
{
    const auto pages = readPageRanges(m_pages, count, kMostImagesOfMessage);
    if (!pages) {
        Error error = pages.error();
        if (error.code == kPdfTooManyCode)
            error.message += u"; name them with --pages"_s;
        return fail(file.path, error);
    }
    m_pdf = file;
    m_pagesToRead = *pages;
    readNextPage();
}

/// One after the other: the renderer takes no more, and so none is held in vain.
void AskImages::readNextPage()
{
    if (m_pagesToRead.isEmpty())
        return readNext();
    const int page = m_pagesToRead.takeFirst();
    whenDone(preparePdfPageLater(m_pdf, page, m_limits), this,
             [this, page](const Result<PreparedImage> &image) {
                 if (!image)
                     return fail(m_pdf.path, image.error());
                 add(*image, pdfPageName(m_pdf, page));
                 readNextPage();
             });
}

void AskImages::add(const PreparedImage &image, const QString &name)
{
    m_parts.append(imagePart(image, name));
    m_bytes.insert(image.sha256, image.bytes);
}

void AskImages::fail(const QString &name, const Error &error)
{
    QString sentence =
        error.message.startsWith(name) ? error.message : name + u": "_s + error.message;
    if (error.code == kImagePluginCode)
        sentence += u"; where there is a package kimageformat6-plugins, it may help"_s;
    else if (error.code == kPdfPasswordCode)
        sentence += u"; open it in the window, which asks for it"_s;
    emit failed(u"--image "_s + sentence);
}

} // namespace app
