// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/paper_document.h"

#include <QPainter>
#include <QTest>

using namespace ui;
using namespace Qt::StringLiterals;

namespace {

constexpr QSizeF kSheet(510, 757); // A4 within its margins, in points

QImage pictureOf(const PaperDocument &document, int page)
{
    QImage picture(kSheet.toSize(), QImage::Format_RGB32);
    picture.fill(Qt::white);
    QPainter painter(&picture);
    document.paint(painter, page);
    return picture;
}

bool hasInk(const QImage &picture, const QRect &area)
{
    for (int y = area.top(); y <= area.bottom(); ++y) {
        for (int x = area.left(); x <= area.right(); ++x) {
            if (qGray(picture.pixel(x, y)) < 200)
                return true;
        }
    }
    return false;
}

} // namespace

class PaperDocumentTest : public QObject
{
    Q_OBJECT
private slots:
    void goesOverPages()
    {
        PaperDocument document(u"Title"_s, u"<p>words</p>"_s.repeated(200));
        document.layOut(kSheet);
        QVERIFY(document.pages() > 2);
        for (const int page : {0, document.pages() - 1}) {
            const QImage picture = pictureOf(document, page);
            QVERIFY(hasInk(picture, QRect(0, 0, 510, 60)));
            QVERIFY(hasInk(picture, QRect(400, 740, 110, 17))); // its number
            QVERIFY(!hasInk(picture, QRect(0, 737, 510, 5))); // nothing runs into the footer
        }
    }

    void aWiderSheetHoldsMore()
    {
        PaperDocument document(u"Title"_s, u"<p>many words in a row. </p>"_s.repeated(300));
        document.layOut(kSheet);
        const int upright = document.pages();
        document.layOut(QSizeF(kSheet.width(), kSheet.height() * 2));
        QVERIFY(document.pages() < upright);
    }
};

QTEST_MAIN(PaperDocumentTest)
#include "paper_document_test.moc"
