// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/picture_files.h"

#include <QBuffer>
#include <QColor>
#include <QImageWriter>
#include <QList>
#include <QtEndian>

namespace tests {

namespace {

template <typename Number>
QByteArray bigEndian(Number value)
{
    const Number swapped = qToBigEndian(value);
    return QByteArray(reinterpret_cast<const char *>(&swapped), sizeof swapped);
}

// A directory entry of TIFF: tag, type, count, value in four bytes.
QByteArray entry(quint16 tag, quint16 type, quint32 count, const QByteArray &value)
{
    return bigEndian(tag) + bigEndian(type) + bigEndian(count) + value;
}

QByteArray pageContent(int number)
{
    return (number % 2 ? QByteArray("1 0 0 rg") : QByteArray("0 0 1 rg"))
           + " 0 0 100 100 re f 0 0 0 rg BT /F1 12 Tf 104 50 Td (This is page "
           + QByteArray::number(number) + ") Tj ET";
}

/// Objects, the table of where they stand, the end.
QByteArray pdfOf(const QList<QByteArray> &objects)
{
    QByteArray file = "%PDF-1.4\n";
    QByteArray table = "0000000000 65535 f \n";
    for (qsizetype i = 0; i < objects.size(); ++i) {
        table += QByteArray::number(file.size()).rightJustified(10, '0') + " 00000 n \n";
        file += QByteArray::number(i + 1) + " 0 obj" + objects[i] + "endobj\n";
    }
    const QByteArray count = QByteArray::number(objects.size() + 1);
    return file + "xref\n0 " + count + '\n' + table + "trailer<</Size " + count
           + "/Root 1 0 R>>\nstartxref\n" + QByteArray::number(file.size()) + "\n%%EOF\n";
}

} // namespace

QImage halves(int width, int height, QImage::Format format)
{
    QImage image(width, height, format);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x)
            image.setPixelColor(x, y,
                                x < width / 2 ? QColor(220, y % 16, 10) : QColor(10, 20, 220));
    }
    return image;
}

QImage photo(int width, int height, quint32 number)
{
    QImage image(width, height, QImage::Format_RGB32);
    quint32 state = number * 2'654'435'761U + 1;
    for (int y = 0; y < height; ++y) {
        auto *line = reinterpret_cast<QRgb *>(image.scanLine(y));
        for (int x = 0; x < width; ++x) {
            state = state * 1'664'525 + 1'013'904'223;
            const int grain = int(state >> 28);
            line[x] = qRgb((x * 200 / width) + grain, (y * 200 / height) + grain,
                           int((x / 64 + y / 64 + number) % 200) + grain);
        }
    }
    return image;
}

QByteArray encodedAs(const QImage &image, const QByteArray &format, int quality)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, format);
    writer.setQuality(quality);
    writer.write(image);
    return buffer.data();
}

QByteArray jpegWithExif(const QImage &image, quint16 orientation)
{
    const QByteArray gps = bigEndian(quint16(1)) + entry(1, 2, 2, QByteArray("N\0\0\0", 4))
                           + bigEndian(quint32(0)) + kSecretPlace;
    const QByteArray directory =
        bigEndian(quint16(2)) + entry(0x0112, 3, 1, bigEndian(orientation) + QByteArray(2, '\0'))
        + entry(0x8825, 4, 1, bigEndian(quint32(8 + 2 + 2 * 12 + 4))) + bigEndian(quint32(0));
    const QByteArray tiff = QByteArray("MM\0\x2A\0\0\0\x08", 8) + directory + gps;
    const QByteArray exif = QByteArray("Exif\0\0", 6) + tiff;
    const QByteArray segment = "\xFF\xE1" + bigEndian(quint16(exif.size() + 2)) + exif;
    return encodedAs(image, "jpeg").insert(2, segment);
}

QByteArray cmykJpeg()
{
    // Made with ImageMagick; Qt 6.4 writes no such file.
    return QByteArray::fromBase64(
        "/9j/7gAOQWRvYmUAZAAAAAAC/9sAQwAFAwQEBAMFBAQEBQUFBgcMCAcHBwcPCwsJDBEPEhIRDxERExYcFxMUGhUR"
        "ERghGBodHR8fHxMXIiQiHiQcHh8e/9sAQwEFBQUHBgcOCAgOHhQRFB4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4e"
        "Hh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4e/8AAFAgACAAQBAEiAAIRAQMRAQQiAP/EABYAAQEBAAAAAAAAAAAAAAAA"
        "AAAGCP/EABQQAQAAAAAAAAAAAAAAAAAAAAD/xAAVAQEBAAAAAAAAAAAAAAAAAAAHCP/EABQRAQAAAAAAAAAAAAAA"
        "AAAAAAD/2gAOBAEAAhEDEQQAAD8AugCQkRpMB//Z");
}

QByteArray animatedGif()
{
    const QByteArray frame = QByteArray::fromHex("21f904000a000000"
                                                 "2c000000000100010000"
                                                 "02024401"
                                                 "00");
    return QByteArray::fromHex("47494638396101000100800000000000ffffff"
                               "21ff0b4e45545343415045322e300301000000")
           + frame + frame + ";";
}

QByteArray samplePdf(int pages)
{
    QByteArray kids;
    for (int i = 0; i < pages; ++i)
        kids += QByteArray::number(4 + 2 * i) + " 0 R ";
    QList<QByteArray> objects{"<</Type/Catalog/Pages 2 0 R>>",
                              "<</Type/Pages/Kids[" + kids + "]/Count " + QByteArray::number(pages)
                                  + ">>",
                              "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"};
    for (int i = 0; i < pages; ++i) {
        const QByteArray content = pageContent(i + 1);
        objects.append("<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]/Contents "
                       + QByteArray::number(5 + 2 * i) + " 0 R/Resources<</Font<</F1 3 0 R>>>>>>");
        objects.append("<</Length " + QByteArray::number(content.size()) + ">>stream\n" + content
                       + "\nendstream");
    }
    return pdfOf(objects);
}

QByteArray lockedPdf()
{
    // Standard security, revision 2, 40 bits, made by hand after the PDF reference.
    return QByteArray::fromBase64(
        "JVBERi0xLjQKMSAwIG9iajw8L1R5cGUvQ2F0YWxvZy9QYWdlcyAyIDAgUj4+ZW5kb2JqCjIgMCBvYmo8PC9UeXBl"
        "L1BhZ2VzL0tpZHNbMyAwIFJdL0NvdW50IDE+PmVuZG9iagozIDAgb2JqPDwvVHlwZS9QYWdlL1BhcmVudCAyIDAg"
        "Ui9NZWRpYUJveFswIDAgMjAwIDEwMF0vQ29udGVudHMgNCAwIFIvUmVzb3VyY2VzPDwvRm9udDw8L0YxIDUgMCBS"
        "Pj4+Pj4+ZW5kb2JqCjQgMCBvYmo8PC9MZW5ndGggNDI+PnN0cmVhbQqrbTRIIW66+ZvjMd3N0LuL+l7aqclDVsac"
        "PDw0jkyEAeEASjW8MrR58WIKZW5kc3RyZWFtZW5kb2JqCjUgMCBvYmo8PC9UeXBlL0ZvbnQvU3VidHlwZS9UeXBl"
        "MS9CYXNlRm9udC9IZWx2ZXRpY2E+PmVuZG9iago2IDAgb2JqPDwvRmlsdGVyL1N0YW5kYXJkL1YgMS9SIDIvTzw5"
        "MmZlMGY0NDU0YWQ0Yzk2NDQ2OTNmMzNjMDdjYjU0ZjU4N2RjZTFlMjY4MmZlOWVjZWE2MTA3YTFlZjYzMGRkPi9V"
        "PGEyZDk4ZGQ5MzQ3NDg3NWVjOTVjNjA0NDVjNTFmZTFkZjM1ZmZhYWM3ZGExYmFjYTYyOTA1OGIxYzA4YThlMzk+"
        "L1AgLTQ+PmVuZG9iagp4cmVmCjAgNwowMDAwMDAwMDAwIDY1NTM1IGYgCjAwMDAwMDAwMDkgMDAwMDAgbiAKMDAw"
        "MDAwMDA1MiAwMDAwMCBuIAowMDAwMDAwMTAxIDAwMDAwIG4gCjAwMDAwMDAyMTEgMDAwMDAgbiAKMDAwMDAwMDI5"
        "OCAwMDAwMCBuIAowMDAwMDAwMzU5IDAwMDAwIG4gCnRyYWlsZXI8PC9TaXplIDcvUm9vdCAxIDAgUi9FbmNyeXB0"
        "IDYgMCBSL0lEWzwwMDAxMDIwMzA0MDUwNjA3MDgwOTBhMGIwYzBkMGUwZj48MDAwMTAyMDMwNDA1MDYwNzA4MDkw"
        "YTBiMGMwZDBlMGY+XT4+CnN0YXJ0eHJlZgo1NDIKJSVFT0YK");
}

} // namespace tests
