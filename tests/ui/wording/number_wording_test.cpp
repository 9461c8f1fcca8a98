// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wording/finish_wording.h"
#include "ui/wording/number_wording.h"

#include <QDateTime>
#include <QLocale>
#include <QTest>

using namespace Qt::StringLiterals;

class NumberWordingTest : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { QLocale::setDefault(QLocale(u"en_US"_s)); }
    void durations_data();
    void durations();
    void costs_data();
    void costs();
    void lengths_data();
    void lengths();
    void figures();
    void moments();
    void germanFigures();
    void finishReasons();
};

void NumberWordingTest::durations_data()
{
    QTest::addColumn<qint64>("ms");
    QTest::addColumn<QString>("text");
    QTest::newRow("below a second") << qint64(210) << u"0.21 s"_s;
    QTest::newRow("seconds") << qint64(2400) << u"2.4 s"_s;
    QTest::newRow("nearly one") << qint64(999) << u"1.0 s"_s;
    QTest::newRow("whole") << qint64(20'000) << u"20 s"_s;
    QTest::newRow("nearly a minute") << qint64(59'999) << u"1 min 0 s"_s;
    QTest::newRow("minutes") << qint64(72'000) << u"1 min 12 s"_s;
    QTest::newRow("hours") << qint64(7'500'000) << u"2 h 5 min"_s;
    QTest::newRow("never negative") << qint64(-5) << u"0.00 s"_s;
}

void NumberWordingTest::durations()
{
    QFETCH(qint64, ms);
    QTEST(ui::durationText(std::chrono::milliseconds(ms)), "text");
}

void NumberWordingTest::costs_data()
{
    QTest::addColumn<double>("usd");
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << 0.0 << u"$0"_s;
    QTest::newRow("tiny") << 1.05e-06 << u"$0.000001"_s;
    QTest::newRow("two digits") << 0.00021 << u"$0.00021"_s;
    QTest::newRow("no needless zero") << 0.0002 << u"$0.0002"_s;
    QTest::newRow("cents") << 0.041 << u"$0.041"_s;
    QTest::newRow("dimes") << 0.27 << u"$0.27"_s;
    QTest::newRow("dollars") << 1.2 << u"$1.20"_s;
}

void NumberWordingTest::costs()
{
    QFETCH(double, usd);
    QTEST(ui::costText(usd), "text");
}

void NumberWordingTest::lengths_data()
{
    QTest::addColumn<qint64>("tokens");
    QTest::addColumn<QString>("text");
    QTest::newRow("few") << qint64(800) << u"800"_s;
    QTest::newRow("DeepSeek") << qint64(163'840) << u"164k"_s;
    QTest::newRow("gpt-oss") << qint64(131'072) << u"131k"_s;
    QTest::newRow("a million") << qint64(1'048'576) << u"1M"_s;
    QTest::newRow("more") << qint64(1'500'000) << u"1.5M"_s;
    QTest::newRow("nearly") << qint64(999'600) << u"1M"_s;
}

void NumberWordingTest::lengths()
{
    QFETCH(qint64, tokens);
    QTEST(ui::contextLengthText(tokens), "text");
}

void NumberWordingTest::figures()
{
    QCOMPARE(ui::tokensText(1234), u"1,234 tokens"_s);
    QCOMPARE(ui::speedText(96.4), u"96 tok/s"_s);
    QCOMPARE(ui::speedText(4.26), u"4.3 tok/s"_s);
    QCOMPARE(ui::contextShareText(19'660, 163'840), u"12 % of 164k"_s);
    QCOMPARE(ui::contextShareText(1, 0), u"0 % of 0"_s);
    QCOMPARE(ui::priceFactorText(1.5), u"+50 % price"_s);
    QCOMPARE(ui::priceFactorText(0.8), u"−20 % price"_s);
    QVERIFY(ui::priceFactorText(1).isEmpty());
    QCOMPARE(ui::priceText(0.27), u"$0.27"_s);
    QCOMPARE(ui::priceText(0.070000002), u"$0.07"_s);
    QCOMPARE(ui::plainNumberText(0.7), u"0.7"_s);
    QCOMPARE(ui::plainNumberText(-0.0), u"0"_s);
    QCOMPARE(ui::plainNumberText(12345), u"12345"_s);
}

void NumberWordingTest::moments()
{
    const auto at = [](int year, int month, int day) {
        return QDateTime(QDate(year, month, day), QTime(14, 2)).toMSecsSinceEpoch();
    };
    const qint64 now = at(2026, 11, 22);
    const QString time = QLocale().toString(QTime(14, 2), QLocale::ShortFormat);
    QCOMPARE(ui::momentText(now, now), time);
    QCOMPARE(ui::momentText(at(2026, 10, 3), now), u"3 Oct, "_s + time);
    QVERIFY(ui::momentText(at(2024, 10, 3), now).contains(u"24"_s));
    // Moments are told to the minute, whatever the locale calls its short format.
    for (const QLocale &locale : {QLocale::c(), QLocale(u"de_DE"_s), QLocale(u"fi_FI"_s)}) {
        QLocale::setDefault(locale);
        QVERIFY(ui::momentText(now, now).startsWith(u"14"_s));
        QCOMPARE(ui::momentText(now, now).size(), 5);
    }
    QLocale::setDefault(QLocale(u"en_US"_s));
}

void NumberWordingTest::germanFigures()
{
    QLocale::setDefault(QLocale(u"de_DE"_s));
    QCOMPARE(ui::durationText(std::chrono::milliseconds(210)), u"0,21 s"_s);
    QCOMPARE(ui::costText(0.0002), u"$0,0002"_s);
    QCOMPARE(ui::plainNumberText(0.7), u"0,7"_s);
    QLocale::setDefault(QLocale(u"en_US"_s));
}

void NumberWordingTest::finishReasons()
{
    QCOMPARE(ui::finishReasonText(u"stop"_s), u"stop"_s);
    QCOMPARE(ui::finishReasonText(u"some_new\nreason"_s), u"some_new reason"_s);
    QVERIFY(ui::finishReasonText({}).isEmpty());
    QVERIFY(!ui::finishReasonExplanation(u"length"_s).isEmpty());
    QCOMPARE(ui::messageStateText(app::MessageState::Interrupted), u"interrupted"_s);
    QCOMPARE(ui::runStatusText(app::RunStatus::CutOff), u"cut off"_s);
    QVERIFY(ui::activityText(app::LaneActivity::State::Idle).isEmpty());
}

QTEST_GUILESS_MAIN(NumberWordingTest)
#include "number_wording_test.moc"
