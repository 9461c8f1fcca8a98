// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/prompt_template.h"

#include "app/library/starter_prompts.h"

#include <QTest>

using namespace app;
using namespace Qt::StringLiterals;
using Kind = PromptTemplate::Problem::Kind;

class PromptTemplateTest : public QObject
{
    Q_OBJECT
private slots:
    void readsVariables_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QStringList>("choices");
        QTest::addColumn<QString>("preset");
        QTest::addColumn<bool>("optional");
        QTest::newRow("plain") << u"{{language}}"_s << u"language"_s << QStringList() << QString()
                               << false;
        QTest::newRow("spaces") << u"{{  programming language  }}"_s << u"programming language"_s
                                << QStringList() << QString() << false;
        QTest::newRow("preset") << u"{{n=5}}"_s << u"n"_s << QStringList() << u"5"_s << true;
        QTest::newRow("preset with an equals sign")
            << u"{{rule=a=b}}"_s << u"rule"_s << QStringList() << u"a=b"_s << true;
        QTest::newRow("empty preset")
            << u"{{more=}}"_s << u"more"_s << QStringList() << QString() << true;
        QTest::newRow("choices") << u"{{tone:formal|casual}}"_s << u"tone"_s
                                 << QStringList{u"formal"_s, u"casual"_s} << u"formal"_s << true;
        QTest::newRow("choices with a preset")
            << u"{{tone: formal | casual = casual}}"_s << u"tone"_s
            << QStringList{u"formal"_s, u"casual"_s} << u"casual"_s << true;
        QTest::newRow("a preset that is no choice")
            << u"{{tone:a|b=c}}"_s << u"tone"_s << QStringList{u"c"_s, u"a"_s, u"b"_s} << u"c"_s
            << true;
        QTest::newRow("choices twice and empty")
            << u"{{t:a||a| b}}"_s << u"t"_s << QStringList{u"a"_s, u"b"_s} << u"a"_s << true;
        QTest::newRow("letters of any script")
            << u"{{言語=日本語}}"_s << u"言語"_s << QStringList() << u"日本語"_s << true;
    }
    void readsVariables()
    {
        QFETCH(QString, text);
        const PromptTemplate prompt(u"before "_s + text + u" behind"_s);
        QCOMPARE(prompt.variables().size(), 1);
        const PromptVariable &variable = prompt.variables().first();
        QTEST(variable.name, "name");
        QTEST(variable.choices, "choices");
        QTEST(variable.preset, "preset");
        QTEST(variable.isOptional, "optional");
        QVERIFY(prompt.problems().isEmpty());
        QCOMPARE(prompt.places(), (QList<PromptTemplate::Place>{{7, text.size()}}));
        QCOMPARE(prompt.fill({{variable.name, u"X"_s}}).text, u"before X behind"_s);
    }

    void whatIsNoVariableStays_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QList<PromptTemplate::Problem>>("problems");
        using Problems = QList<PromptTemplate::Problem>;
        QTest::newRow("nothing") << QString() << Problems();
        QTest::newRow("single braces") << u"{a} }} { }"_s << Problems();
        QTest::newRow("unclosed") << u"a {{b"_s << Problems{{Kind::Unclosed, 2}};
        QTest::newRow("closed in the next line") << u"{{a\n}}"_s << Problems{{Kind::Unclosed, 0}};
        QTest::newRow("no name") << u"{{}} {{#if x}} {{1st}}"_s
                                 << Problems{
                                        {Kind::NoName, 0}, {Kind::NoName, 5}, {Kind::NoName, 15}};
        QTest::newRow("JSON") << u"{{\"a\": {\"b\": 1}}"_s << Problems{{Kind::NoName, 0}};
        QTest::newRow("name too long")
            << u"{{"_s + QString(61, u'a') + u"}}"_s << Problems{{Kind::NoName, 0}};
    }
    void whatIsNoVariableStays()
    {
        QFETCH(QString, text);
        const PromptTemplate prompt(text);
        QVERIFY(prompt.variables().isEmpty());
        QCOMPARE(prompt.fill({}).text, text);
        QTEST(prompt.problems(), "problems");
    }

    void aVariableWithinBracesThatAreNoneIsFound()
    {
        const PromptTemplate prompt(u"{{ {{name}} and {{"_s);
        QCOMPARE(prompt.variables().size(), 1);
        QCOMPARE(prompt.fill({{u"name"_s, u"N"_s}}).text, u"{{ N and {{"_s);
        QCOMPARE(prompt.problems().size(), 2);
    }

    void escapedBracesAreText()
    {
        const PromptTemplate prompt(u"\\{{a}} \\x {{b=1}}"_s);
        QCOMPARE(prompt.variables().size(), 1);
        QCOMPARE(prompt.fill({}).text, u"{{a}} \\x 1"_s);
        QVERIFY(prompt.problems().isEmpty());
    }

    void oneVariableInSeveralPlaces()
    {
        const PromptTemplate prompt(u"{{a}} {{a:x|y}} {{a=z}}"_s);
        QCOMPARE(prompt.variables().size(), 1);
        QCOMPARE(prompt.variables().first().choices, QStringList({u"x"_s, u"y"_s}));
        QCOMPARE(prompt.fill({}).text, u"x x x"_s);
        QCOMPARE(prompt.fill({{u"a"_s, u"q"_s}}).text, u"q q q"_s);
    }

    void bracesInValuesMeanNothing()
    {
        const PromptTemplate prompt(u"{{a}}{{b=1}}"_s);
        QCOMPARE(prompt.fill({{u"a"_s, u"{{b}}"_s}}).text, u"{{b}}1"_s);
    }

    void theCursorGoesWhereOneWrites()
    {
        QCOMPARE(PromptTemplate(u"a {{cursor}} b {{c}}"_s).fill({}).cursor, 2);
        QCOMPARE(PromptTemplate(u"a {{cursor}} b"_s).fill({}).text, u"a  b"_s);
        QVERIFY(PromptTemplate(u"{{ cursor }}"_s).hasCursor());
        QVERIFY(!PromptTemplate(u"{{a}}"_s).hasCursor());
        QCOMPARE(PromptTemplate(u"a {{b=1}} {{c}} d"_s).fill({}).cursor, 4); // what is left empty
        QCOMPARE(PromptTemplate(u"a {{b=12}}"_s).fill({}).cursor, 4); // behind the text
    }

    void thereIsAnEndToThem()
    {
        QString text;
        for (int i = 0; i < PromptTemplate::kMostVariables + 2; ++i)
            text += u"{{v%1}}"_s.arg(i);
        const PromptTemplate prompt(text);
        QCOMPARE(prompt.variables().size(), PromptTemplate::kMostVariables);
        QCOMPARE(prompt.problems().size(), 2);
        QCOMPARE(prompt.problems().first().kind, Kind::TooMany);
        QVERIFY(prompt.fill({}).text.endsWith(u"{{v51}}"_s));
    }

    /// It would take hours if every pair of braces looked for its end in all that follows.
    void aMegabyteOfBracesIsRead()
    {
        const QString braces(1'000'000, u'{');
        const PromptTemplate unclosed(braces);
        QCOMPARE(unclosed.problems().size(), PromptTemplate::kMostProblems);
        QCOMPARE(unclosed.fill({}).text, braces);
        QCOMPARE(PromptTemplate(braces + u"}}"_s).fill({}).text, braces + u"}}"_s);
    }

    void startersAreGoodPrompts()
    {
        QStringList ids;
        for (const auto language : {QLocale::English, QLocale::German}) {
            const QList<PromptEntry> starters = starterPrompts(language);
            QVERIFY(starters.size() >= 8);
            QStringList found;
            for (const PromptEntry &starter : starters) {
                const auto prompt = starterPrompt(starter.id, language);
                QVERIFY(prompt && isStarterId(starter.id));
                QVERIFY(PromptTemplate(prompt->text).problems().isEmpty());
                QVERIFY(!prompt->tags.isEmpty() && !starter.beginning.isEmpty());
                found.append(starter.id);
            }
            QVERIFY(ids.isEmpty() || ids == found);
            ids = found;
        }
        QVERIFY(!starterPrompt(u":nothing"_s, QLocale::English));
    }
};

QTEST_GUILESS_MAIN(PromptTemplateTest)
#include "prompt_template_test.moc"
