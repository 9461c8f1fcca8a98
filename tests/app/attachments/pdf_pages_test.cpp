// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/attachments/pdf_pages.h"

#include "app/attachments/attachment_errors.h"
#include "tests/support/picture_files.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace app;
using namespace tests;
using namespace Qt::StringLiterals;

class PdfPagesTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    [[nodiscard]] PdfFile kept(const QString &name, const QByteArray &bytes) const
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size()
                   ? PdfFile{file.fileName()}
                   : PdfFile();
    }

private slots:
    void pagesAreDrawnOnWhite()
    {
        const PdfFile file = kept(u"three.pdf"_s, samplePdf(3));
        QCOMPARE(countPdfPages(file).value(), 3);
        for (int page = 0; page < 3; ++page) {
            const auto image = preparePdfPage(file, page, {.longestSide = 1000});
            QVERIFY(image);
            QCOMPARE(QSize(image->width, image->height), QSize(1000, 500));
            QCOMPARE(image->mimeType, u"image/png"_s);
            const QImage seen = QImage::fromData(image->bytes);
            QVERIFY(!seen.hasAlphaChannel());
            QCOMPARE(seen.pixelColor(200, 100), page % 2 ? QColor(0, 0, 255) : QColor(255, 0, 0));
            QCOMPARE(seen.pixelColor(800, 100), QColor(Qt::white));
        }
    }

    void aPageIsTurnedAndCroppedLikeAPicture()
    {
        const PdfFile file = kept(u"one.pdf"_s, samplePdf(1));
        const auto image = preparePdfPage(file, 0, {.longestSide = 400}, {1, {0, 0, 1, 0.5}});
        QVERIFY(image);
        // Of 200 × 400 after the turn the upper half; drawn large enough for the limit.
        QCOMPARE(QSize(image->width, image->height), QSize(200, 200));
        QVERIFY(QImage::fromData(image->bytes).pixelColor(100, 100).red() > 200);
    }

    void itsTextIsTaken()
    {
        const PdfFile file = kept(u"words.pdf"_s, samplePdf(5));
        const auto text = readPdfText(file, {1, 3}, 10'000);
        QVERIFY(text);
        QCOMPARE(*text, u"[words.pdf, page 2]\nThis is page 2\n\n[words.pdf, page 4]\n"
                        "This is page 4"_s);
        QVERIFY(readPdfText(file, {0, 1, 2, 3, 4}, 30)->size() <= 30);
    }

    void aPasswordIsNeededAndUsed()
    {
        PdfFile file = kept(u"locked.pdf"_s, lockedPdf());
        QCOMPARE(countPdfPages(file).error().code, QString(kPdfPasswordCode));
        file.password = u"wrong"_s;
        QCOMPARE(countPdfPages(file).error().code, QString(kPdfPasswordCode));
        QCOMPARE(preparePdfPage(file, 0).error().code, QString(kPdfPasswordCode));
        file.password = u"secret"_s;
        QCOMPARE(countPdfPages(file).value(), 1);
        QVERIFY(preparePdfPage(file, 0, {.longestSide = 200}));
        QVERIFY(readPdfText(file, {0}, 1000)->contains(u"Locked words"));
    }

    void tenThousandPagesCostNoMoreThanTheOneThatIsTaken()
    {
        const PdfFile file = kept(u"long.pdf"_s, samplePdf(10'000));
        QCOMPARE(countPdfPages(file).value(), 10'000);
        const auto image = preparePdfPage(file, 9'999, {.longestSide = 200});
        QVERIFY(image);
        QCOMPARE(QImage::fromData(image->bytes).pixelColor(40, 20), QColor(0, 0, 255));
    }

    void refuses()
    {
        QCOMPARE(countPdfPages({m_folder.filePath(u"none.pdf"_s)}).error().kind,
                 ErrorKind::Storage);
        QCOMPARE(countPdfPages(kept(u"words.txt"_s, "no PDF at all")).error().code,
                 QString(kPdfBrokenCode));
        const QByteArray whole = samplePdf(2);
        QCOMPARE(countPdfPages(kept(u"head.pdf"_s, whole.first(40))).error().code,
                 QString(kPdfBrokenCode));
        const PdfFile file = kept(u"two.pdf"_s, whole);
        QVERIFY(!preparePdfPage(file, 2));
        QVERIFY(!preparePdfPage(file, -1));
        QByteArray wordless = samplePdf(1);
        wordless.replace("This is page 1", "              ");
        QCOMPARE(readPdfText(kept(u"scan.pdf"_s, wordless), {0}, 100).error().code,
                 QString(kPdfNoTextCode));
    }

    void workersDoTheSame()
    {
        const PdfFile file = kept(u"later.pdf"_s, samplePdf(2));
        const auto count = countPdfPagesLater(file);
        const auto first = preparePdfPageLater(file, 0, {.longestSide = 200});
        const auto second = preparePdfPageLater(file, 1, {.longestSide = 200});
        const auto text = readPdfTextLater(file, {0}, 100);
        QCOMPARE(count.result().value(), 2);
        QVERIFY(first.result()->sha256 != second.result()->sha256);
        QVERIFY(text.result()->contains(u"page 1"));
    }
};

QTEST_GUILESS_MAIN(PdfPagesTest)
#include "pdf_pages_test.moc"
