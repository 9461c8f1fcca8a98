// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/paper_document.h"

#include <QAbstractTextDocumentLayout>
#include <QFont>
#include <QFontMetricsF>
#include <QPainter>

#include <cmath>

using namespace Qt::StringLiterals;

namespace ui {

namespace {
constexpr double kUnits = 10; ///< to a point: fonts are measured finer than by whole ones
constexpr double kUnitsPerMetre = kUnits * 72 / 0.0254;
constexpr double kFooterPoints = 22;
constexpr double kFooterFontPoints = 8;

QFont paperFont(double points)
{
    QFont font(u"sans-serif"_s);
    font.setStyleHint(QFont::SansSerif);
    font.setPointSizeF(points);
    return font;
}
} // namespace

PaperDocument::PaperDocument(const QString &title, const QString &html)
    : m_title(title.simplified()), m_device(1, 1, QImage::Format_RGB32)
{
    m_device.setDotsPerMeterX(int(std::lround(kUnitsPerMetre)));
    m_device.setDotsPerMeterY(int(std::lround(kUnitsPerMetre)));
    m_document.documentLayout()->setPaintDevice(&m_device);
    m_document.setDocumentMargin(0);
    m_document.setDefaultFont(paperFont(9.5));
    m_document.setHtml(html);
}

void PaperDocument::layOut(const QSizeF &page)
{
    if (page == m_page)
        return;
    m_page = page;
    m_document.setPageSize(QSizeF(page.width(), page.height() - kFooterPoints) * kUnits);
    (void)m_document.pageCount(); // lays it out, here and now
}

int PaperDocument::pages() const
{
    return m_document.pageCount();
}

void PaperDocument::paint(QPainter &painter, int number) const
{
    const double height = m_document.pageSize().height();
    painter.save();
    painter.scale(1 / kUnits, 1 / kUnits);
    painter.translate(0, -number * height);
    QAbstractTextDocumentLayout::PaintContext context;
    context.clip = QRectF(0, number * height, m_document.pageSize().width(), height);
    context.palette.setColor(QPalette::Text, Qt::black); // paper is white in every theme
    painter.setClipRect(context.clip);
    m_document.documentLayout()->draw(&painter, context);
    painter.restore();
    paintFooter(painter, number);
}

void PaperDocument::paintFooter(QPainter &painter, int number) const
{
    QFont font = paperFont(kFooterFontPoints);
    font.setPixelSize(int(kFooterFontPoints)); // the painter counts in points
    const QFontMetricsF metrics(font);
    const QRectF line(0, m_page.height() - metrics.height(), m_page.width(), metrics.height());
    const QString pages = u"%1 / %2"_s.arg(number + 1).arg(this->pages());
    const double room = m_page.width() - metrics.horizontalAdvance(pages) - kFooterPoints;
    painter.save();
    painter.setFont(font);
    painter.setPen(Qt::darkGray);
    painter.drawText(line, Qt::AlignLeft, metrics.elidedText(m_title, Qt::ElideRight, room));
    painter.drawText(line, Qt::AlignRight, pages);
    painter.restore();
}

} // namespace ui
