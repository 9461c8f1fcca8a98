// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/figure_text.h"

#include <QTest>

using namespace app;
using namespace Qt::StringLiterals;

class FigureTextTest : public QObject
{
    Q_OBJECT
private slots:
    void money()
    {
        QCOMPARE(dollarText(0), u"$0.00"_s);
        QCOMPARE(dollarText(12.5), u"$12.50"_s);
        QCOMPARE(dollarText(0.25), u"$0.250"_s);
        QCOMPARE(dollarText(0.0412), u"$0.0412"_s);
        QCOMPARE(dollarText(1.5e-05), u"$0.0000150"_s);
        QCOMPARE(dollarText(1e-15), u"$0.0000000000"_s); // never as wide as it is small
    }

    void numbersFollowTheLanguage()
    {
        const QLocale german(QLocale::German);
        QCOMPARE(secondsText(1'234, german), u"1,23 s"_s);
        QCOMPARE(groupedText(12'345, german), u"12.345"_s);
    }
};

QTEST_GUILESS_MAIN(FigureTextTest)
#include "figure_text_test.moc"
