// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/line_end.h"

#include <QByteArray>
#include <QTest>

#include <algorithm>

using namespace app;

class LineEndTest : public QObject
{
    Q_OBJECT
private slots:
    void findsTheFirstOfBoth_data()
    {
        QTest::addColumn<char>("other");
        QTest::newRow("letters") << 'x';
        QTest::newRow("tabs, which are below CR too") << '\t';
        QTest::newRow("bytes above 127") << '\xE4';
        QTest::newRow("zeros") << '\0';
    }
    /// Every length up to some strides, a line end at every place, another one behind it, from
    /// every alignment.
    void findsTheFirstOfBoth()
    {
        QFETCH(char, other);
        for (int size = 0; size <= 200; ++size) {
            for (int place = 0; place <= size; ++place) {
                const int from = (size + place) % 16;
                QByteArray bytes(from, '\n');
                bytes += QByteArray(size, other);
                if (place < size) {
                    bytes[from + place] = (place & 1) ? '\n' : '\r';
                    bytes[from + size - 1] = (place & 1) ? '\r' : '\n';
                }
                bytes += '\n'; // behind the end
                const char *begin = bytes.constData() + from;
                const int expected = std::min(place, size);
                const qsizetype found = findLineEnd(begin, begin + size) - begin;
                if (place == size - 1)
                    QCOMPARE(found, size - 1);
                else
                    QCOMPARE(found, expected);
            }
        }
    }
};

QTEST_APPLESS_MAIN(LineEndTest)
#include "line_end_test.moc"
