// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/markdown/math_notation.h"

#include <QTest>

using namespace app;
using namespace Qt::StringLiterals;

namespace {

/// Raised text as ^(…), lowered text as _(…).
QString shown(const QByteArray &latex)
{
    const std::optional<MathRuns> runs = mathNotation(latex);
    if (!runs)
        return u"source"_s;
    QString text;
    for (const MathRun &run : *runs) {
        if (run.place == MathRun::Place::Line)
            text += run.text;
        else
            text += (run.place == MathRun::Place::Raised ? "^("_L1 : "_("_L1) + run.text + u')';
    }
    return text;
}

} // namespace

class MathNotationTest : public QObject
{
    Q_OBJECT
private slots:
    void formulas_data()
    {
        QTest::addColumn<QByteArray>("latex");
        QTest::addColumn<QString>("expected");
        const auto add = [](const char *latex, const QString &expected) {
            QTest::newRow(latex) << QByteArray(latex) << expected;
        };
        add("x", u"x"_s);
        add("\\alpha \\le \\beta", u"α ≤ β"_s);
        add("f: A \\to B", u"f: A → B"_s);
        add("x^2 + y^{n-1}", u"x^(2) + y^(n−1)"_s);
        add("x_i^2", u"x_(i)^(2)"_s);
        add("a_{ij}", u"a_(ij)"_s);
        add("e^{-\\lambda t}", u"e^(−λ t)"_s);
        add("\\frac{a}{b}", u"a\u200A⁄\u200Ab"_s);
        add("\\frac{a+b}{2}", u"(a+b)\u200A⁄\u200A2"_s);
        add("\\frac12", u"1⁄2"_s);
        add("\\dfrac{\\alpha}{n!}", u"α\u200A⁄\u200A(n!)"_s);
        add("\\sqrt{x+1}", u"√(x+1)"_s);
        add("\\sqrt[3]{x}", u"∛x"_s);
        add("\\sum_{i=1}^{n} i", u"∑_(i=1)^(n) i"_s);
        add("\\mathbb{R}^n", u"ℝ^(n)"_s);
        add("\\mathcal{L}", u"ℒ"_s);
        add("\\sin\\theta", u"sinθ"_s);
        add("90^\\circ", u"90°"_s);
        add("f'(x)", u"f′(x)"_s);
        add("\\hat{x}", u"x\u0302"_s);
        add("\\left( a \\right)", u"( a )"_s);
        add("\\{1, 2\\}", u"{1, 2}"_s);
        add("10\\%", u"10%"_s);
        add("5 \\text{ km per hour}", u"5  km per hour"_s);
        add("\\begin{pmatrix} 1 \\end{pmatrix}", u"source"_s);
        add("a & b", u"source"_s);
        add("x^{a^b}", u"source"_s);
        add("\\frac{\\frac{a}{b}}{c}", u"source"_s);
        add("\\unknown{x}", u"source"_s);
        add("x^", u"source"_s);
        add("{x", u"source"_s);
        add("x}", u"source"_s);
        add("\\", u"source"_s);
        add("", u"source"_s);
    }
    void formulas()
    {
        QFETCH(QByteArray, latex);
        QFETCH(QString, expected);
        QCOMPARE(shown(latex), expected);
    }

    void deepNestingIsGivenUp()
    {
        QCOMPARE(shown(QByteArray("\\frac").repeated(700)), u"source"_s);
        QCOMPARE(shown(QByteArray("{").repeated(1000) + QByteArray("}").repeated(1000)),
                 u"source"_s);
        QCOMPARE(shown(QByteArray("x").repeated(100'000)), u"source"_s);
    }
};

QTEST_GUILESS_MAIN(MathNotationTest)
#include "math_notation_test.moc"
