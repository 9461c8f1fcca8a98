// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QSizeF>
#include <QTextDocument>

class QPainter;

namespace ui {

/// A document laid out for sheets of paper, black on white whatever the theme, in the same way on
/// every screen. GUI thread: fonts of a worker die with it (Qt 6.4 then crashes in the layout).
class PaperDocument
{
public:
    PaperDocument(const QString &title, const QString &html);

    /// `page`: what may be printed on, in points. Laying out again for the same size costs nothing.
    void layOut(const QSizeF &page);
    [[nodiscard]] int pages() const;
    /// Page `number` from 0 on, with its footer; the painter counts in points.
    void paint(QPainter &painter, int number) const;

private:
    void paintFooter(QPainter &painter, int number) const;

    QString m_title;
    QImage m_device; ///< whose resolution the layout goes by
    QTextDocument m_document;
    QSizeF m_page;
};

} // namespace ui
