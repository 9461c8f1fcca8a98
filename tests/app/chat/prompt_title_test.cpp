// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chat/prompt_title.h"

#include <QTest>

using namespace app;
using namespace Qt::StringLiterals;

class PromptTitleTest : public QObject
{
    Q_OBJECT
private slots:
    void title_data()
    {
        QTest::addColumn<QString>("prompt");
        QTest::addColumn<QString>("title");
        QTest::newRow("as it is") << u"What is a monad?"_s << u"What is a monad?"_s;
        QTest::newRow("first line with text") << u"\n  \n Hello \nthere"_s << u"Hello"_s;
        QTest::newRow("spaces") << u"a\t b   c"_s << u"a b c"_s;
        QTest::newRow("heading") << u"# Review this"_s << u"Review this"_s;
        QTest::newRow("list in a quote") << u"> - item"_s << u"item"_s;
        QTest::newRow("no list") << u"-5 degrees"_s << u"-5 degrees"_s;
        QTest::newRow("code fence") << u"```cpp\nint x;\n```"_s << u"int x;"_s;
        QTest::newRow("nothing") << u" \n "_s << QString();
        QTest::newRow("shortened at a word")
            << u"Compare the memory use of these two sorting functions for me, please"_s
            << u"Compare the memory use of these two sorting functions for me…"_s;
        QTest::newRow("one endless word") << QString(100, u'x') << QString(60, u'x') + u'…';
        QTest::newRow("no half character")
            << u"x"_s + u"😀"_s.repeated(40) << u"x"_s + u"😀"_s.repeated(29) + u'…';
    }
    void title()
    {
        QFETCH(QString, prompt);
        QTEST(titleFromPrompt(prompt), "title");
    }
};

QTEST_GUILESS_MAIN(PromptTitleTest)
#include "prompt_title_test.moc"
