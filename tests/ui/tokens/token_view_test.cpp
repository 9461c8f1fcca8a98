// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tokens/token_view.h"

#include "tests/support/patience.h"
#include "ui/tokens/entropy_strip.h"
#include "ui/tokens/token_wording.h"

#include <QAccessible>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolTip>

#include <cmath>

using namespace ui;
using namespace Qt::StringLiterals;

namespace {

/// Words of a text that is as long as wanted; every seventh was a rare one.
app::TokenLogprobs words(int count)
{
    app::TokenLogprobs tokens;
    for (int i = 0; i < count; ++i) {
        const QByteArray word = (i % 40 == 39 ? ".\n" : " word") + QByteArray::number(i % 10);
        tokens.append(word, i % 7 == 6 ? -3.0F : -0.01F);
        tokens.appendAlternative(word, i % 7 == 6 ? -3.0F : -0.01F);
        tokens.appendAlternative(" <b>other</b>", -1.0F);
    }
    return tokens;
}

struct ViewFixture
{
    explicit ViewFixture(const app::TokenLogprobs &tokens = words(2000))
    {
        theme.apply({});
        view.resize(500, 400);
        view.show();
        view.setTokens(tokens, app::tokenCells(tokens));
    }

    void key(Qt::Key key, int times = 1)
    {
        for (int i = 0; i < times; ++i)
            QTest::keyClick(&view, key);
    }
    /// The colour of the ground at the upper left of a cell.
    [[nodiscard]] QColor groundOf(int cell)
    {
        const QRect rect = view.rectOf(cell);
        return view.viewport()->grab().toImage().pixelColor(rect.topLeft() + QPoint(3, 2));
    }

    Theme theme;
    TokenView view{theme};
};

} // namespace

class TokenViewTest : public QObject
{
    Q_OBJECT
private slots:
    void onlyWhatIsInSightIsLaidOut()
    {
        ViewFixture f(words(16'000));
        QCOMPARE(f.view.layout().text().cellCount(), 16'000);
        QVERIFY(f.view.layout().text().sliceCount() > 390);
        QVERIFY(f.view.layout().laidOutCount() < 40);
        f.view.setCurrentCell(15'999);
        QVERIFY(f.view.layout().laidOutCount() < 80);
        QVERIFY(!f.view.rectOf(15'999).isEmpty());
        QVERIFY(f.view.viewport()->rect().contains(f.view.rectOf(15'999).center()));
    }

    void aLongLineIsCutIntoSlices()
    {
        app::TokenLogprobs tokens;
        for (int i = 0; i < 4000; ++i)
            tokens.append(" word", -1);
        ViewFixture f(tokens);
        QVERIFY(f.view.layout().text().sliceCount() > 10);
        app::TokenLogprobs dense;
        for (int i = 0; i < 4000; ++i)
            dense.append("word", -1);
        f.view.setTokens(dense, app::tokenCells(dense));
        QVERIFY(f.view.layout().text().sliceCount() > 5);
    }

    void keysWalkTheTokens()
    {
        ViewFixture f;
        QCOMPARE(f.view.currentCell(), 0);
        f.key(Qt::Key_Right, 5);
        QCOMPARE(f.view.currentCell(), 5);
        f.key(Qt::Key_Left);
        QCOMPARE(f.view.currentCell(), 4);
        f.key(Qt::Key_End);
        QCOMPARE(f.view.currentCell(), 1999);
        f.key(Qt::Key_Right);
        QCOMPARE(f.view.currentCell(), 1999);
        f.key(Qt::Key_Home);
        QCOMPARE(f.view.currentCell(), 0);
        f.key(Qt::Key_Left);
        QCOMPARE(f.view.currentCell(), 0);
        f.key(Qt::Key_Down);
        const int below = f.view.currentCell();
        QVERIFY(below > 3 && below < 40);
        QVERIFY(f.view.rectOf(below).top() > f.view.rectOf(0).top());
        f.key(Qt::Key_Up);
        QCOMPARE(f.view.currentCell(), 0);
        f.key(Qt::Key_PageDown);
        QVERIFY(f.view.currentCell() > below);
        QVERIFY(f.view.viewport()->rect().contains(f.view.rectOf(f.view.currentCell())));
    }

    void whatStandsAtTheTopStaysWhereHeightsAreEstimated()
    {
        ViewFixture f(words(16'000));
        f.view.verticalScrollBar()->setValue(f.view.verticalScrollBar()->maximum() / 2);
        for (int i = 0; i < 20; ++i) {
            const int first = f.view.seenCells().first;
            const int before = f.view.rectOf(first).top();
            f.view.verticalScrollBar()->setValue(f.view.verticalScrollBar()->value() - 30);
            QCOMPARE(f.view.rectOf(first).top(), before + 30);
        }
    }

    void aNarrowViewKeepsItsPlace()
    {
        ViewFixture f;
        f.view.setCurrentCell(1000);
        const int first = f.view.seenCells().first;
        f.view.resize(300, 400);
        QCoreApplication::sendPostedEvents();
        QVERIFY(std::abs(f.view.seenCells().first - first) < 40);
    }

    void theGroundTellsTheProbability()
    {
        ViewFixture f;
        const TokenColours &colours = tokenColoursOf(f.theme.scheme());
        f.view.setCurrentCell(20); // its outline would be in the way
        QCOMPARE(f.groundOf(6), colours.ground(TokenLevel::Rare));
        QCOMPARE(f.groundOf(5), f.theme.colours().transcript);
        app::Preferences dark;
        dark.theme = app::ThemeChoice::Dark;
        f.theme.apply(dark);
        QCOMPARE(f.groundOf(6), tokenColoursOf(Scheme::Dark).ground(TokenLevel::Rare));
    }

    void theNumberIsThereForEyesAndEars()
    {
        ViewFixture f;
        f.view.setCurrentCell(6);
        const auto *accessible = QAccessible::queryAccessibleInterface(&f.view);
        const QString told = accessible->text(QAccessible::Description);
        QVERIFY2(told.contains(u"word6"_s) && told.contains(u"5.0 %"_s), qPrintable(told));

        const QPoint place = f.view.rectOf(13).center();
        QTest::mouseMove(f.view.viewport(), place);
        QTRY_COMPARE(f.view.hoveredCell(), 13);
        const auto tip = [] { return QToolTip::text().replace(QChar::Nbsp, u' '); };
        QTRY_VERIFY2(tip().contains(u"5.0 %"_s), qPrintable(tip()));
        QVERIFY(tip().contains(u"&lt;b&gt;other"_s)); // no markup of a model
        QTest::mouseClick(f.view.viewport(), Qt::LeftButton, {}, place);
        QCOMPARE(f.view.currentCell(), 13);
    }

    void whatCannotBeSeenIsShownAsASign()
    {
        QCOMPARE(shownToken("a\nb"), u"a↵b"_s);
        QCOMPARE(shownToken("\r\x01"), u"␍␁"_s);
        QCOMPARE(shownToken("\xC3"), u"⟨C3⟩"_s);
        QCOMPARE(shownToken(""), u"∅"_s);
        QCOMPARE(shownToken("\u202Ea"), u"⟨U+202E⟩a"_s);
        QCOMPARE(shownToken("👩\u200D🚀"), u"👩\u200D🚀"_s);
    }

    void probabilitiesReadWell()
    {
        QCOMPARE(probabilityText(1), u"100 %"_s);
        QCOMPARE(probabilityText(0.9994), u"99.9 %"_s);
        QCOMPARE(probabilityText(0.34), u"34 %"_s);
        QCOMPARE(probabilityText(0.034), u"3.4 %"_s);
        QCOMPARE(probabilityText(1e-6), u"< 0.1 %"_s);
    }

    void aClickOnTheStripGoesThere()
    {
        Theme theme;
        theme.apply({});
        EntropyStrip strip(theme);
        strip.resize(400, 56);
        QList<float> bits(1000, 0.1F);
        bits[500] = 3;
        strip.setEntropies(bits);
        strip.show();
        const QSignalSpy chosen(&strip, &EntropyStrip::tokenChosen);
        QTest::mouseClick(&strip, Qt::LeftButton, {}, {200, 20});
        QVERIFY(std::abs(chosen.value(0).value(0).toLongLong() - 500) < 10);
        strip.setCurrent(500);
        QTest::keyClick(&strip, Qt::Key_Right);
        QCOMPARE(chosen.value(1).value(0).toLongLong(), 520);
        QTest::keyClick(&strip, Qt::Key_End);
        QCOMPARE(chosen.value(2).value(0).toLongLong(), 999);
    }

    void nothingIsShownOfNothing()
    {
        ViewFixture f;
        f.view.setTokens({}, {});
        QCOMPARE(f.view.currentCell(), -1);
        f.key(Qt::Key_Right);
        f.key(Qt::Key_Down);
        QVERIFY(!f.view.grab().isNull());
    }
};

QTEST_MAIN(TokenViewTest)
#include "token_view_test.moc"
