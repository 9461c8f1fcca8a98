// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/attachments/image_preparation.h"
#include "app/attachments/pdf_pages.h"

#include <QHash>
#include <QObject>
#include <QStringList>

namespace app {

/// What `--image` and `--pages` name, made ready to be sent, in the order given: image files, pages
/// of PDF files, addresses. ready() or failed() comes exactly once and last, not before control
/// returned to the event loop.
class AskImages : public QObject
{
    Q_OBJECT
public:
    AskImages(QStringList given, QString pages, const ImageLimits &limits,
              QObject *parent = nullptr);

    void start();
    [[nodiscard]] const Parts &parts() const { return m_parts; }
    [[nodiscard]] const QHash<QByteArray, QByteArray> &bytes() const
    {
        return m_bytes;
    } ///< by hash

signals:
    void noted(const QString &sentence); ///< only the first picture of an animation is sent
    void ready();
    void failed(const QString &sentence);

private:
    void readNext();
    void takeFile(const QString &path, const Result<PreparedImage> &image);
    void choosePages(const PdfFile &file);
    void takePages(const PdfFile &file, int count);
    void readNextPage();
    void add(const PreparedImage &image, const QString &name);
    void fail(const QString &name, const Error &error);

    QStringList m_given; ///< still to be read
    const QString m_pages;
    const ImageLimits m_limits;
    PdfFile m_pdf;
    QList<int> m_pagesToRead; ///< of m_pdf
    bool m_metPdf = false;
    Parts m_parts;
    QHash<QByteArray, QByteArray> m_bytes;
};

} // namespace app
