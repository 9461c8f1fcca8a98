// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/demo_models.h"

#include <QMap>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr qsizetype kLongestQuote = 200;

/// What can be counted in a prompt.
struct Count
{
    QStringList words;
    qsizetype characters = 0;
    qsizetype letters = 0;
    QString longestWord;
    QChar commonLetter;
    qsizetype commonLetterTimes = 0;
};

Count counted(const QString &prompt)
{
    static const QRegularExpression word(u"[\\p{L}\\p{N}]+(?:['’-][\\p{L}\\p{N}]+)*"_s);
    Count count;
    count.characters = prompt.size();
    for (auto match = word.globalMatch(prompt); match.hasNext();) {
        count.words.append(match.next().captured());
        if (count.words.last().size() > count.longestWord.size())
            count.longestWord = count.words.last();
    }
    QMap<QChar, qsizetype> letters;
    for (const QChar character : prompt.toLower()) {
        if (character.isLetter()) {
            ++count.letters;
            ++letters[character];
        }
    }
    for (auto letter = letters.cbegin(); letter != letters.cend(); ++letter) {
        if (letter.value() > count.commonLetterTimes) {
            count.commonLetter = letter.key();
            count.commonLetterTimes = letter.value();
        }
    }
    return count;
}

QString plural(qsizetype count, QLatin1StringView noun)
{
    return u"%1 %2%3"_s.arg(count).arg(noun).arg(count == 1 ? QString() : u"s"_s);
}

bool thinksLittle(const QString &effort)
{
    return effort == "minimal"_L1 || effort == "low"_L1;
}

bool thinksMuch(const QString &effort)
{
    return effort == "xhigh"_L1 || effort == "max"_L1;
}

/// Once more, letter by letter.
QString secondThoughts(const QString &prompt, const Count &count)
{
    QStringList found;
    for (char16_t letter = u'a'; letter <= u'z'; ++letter) {
        if (const auto times = prompt.count(QChar(letter), Qt::CaseInsensitive); times > 0)
            found.append(u"“%1” %2"_s.arg(QChar(letter)).arg(plural(times, "time"_L1)));
    }
    return u"\nI was asked to think hard, so I count again, letter by letter: %1. Together with "
           u"all others that makes %2, as before.\n"_s.arg(found.join(u", "_s),
                                                           plural(count.letters, "letter"_L1));
}

QString thoughts(const QString &prompt, const Count &count, const QString &effort)
{
    QString text = u"The prompt is: “%1”. I cannot understand it, but I can count in it, and "
                   u"that at least is honest.\n\n"_s.arg(prompt.left(kLongestQuote).simplified());
    if (count.words.isEmpty())
        return text + u"There is no word in it at all, so there is little to count.\n"_s;
    if (thinksLittle(effort))
        return text + u"A glance is enough: %1.\n"_s.arg(plural(count.words.size(), "word"_L1));
    text += u"First the words, one by one: "_s;
    qsizetype number = 0;
    for (const QString &word : count.words.first(std::min<qsizetype>(count.words.size(), 12)))
        text += u"%1 “%2”, "_s.arg(++number).arg(word);
    text += count.words.size() > 12 ? u"and so on. "_s : u"and that is all. "_s;
    text += u"That makes %1.\n\nNow the letters. There are %2 among %3. The most common is “%4”; "
            u"going through the text again I find it %5.\n\nThe longest word is “%6” with %7. "
            u"Nothing contradicts the first count, so I can answer.\n"_s
                .arg(plural(count.words.size(), "word"_L1), plural(count.letters, "letter"_L1),
                     plural(count.characters, "character"_L1))
                .arg(count.commonLetter)
                .arg(plural(count.commonLetterTimes, "time"_L1), count.longestWord,
                     plural(count.longestWord.size(), "character"_L1));
    if (thinksMuch(effort))
        text += secondThoughts(prompt, count);
    return text;
}

// A table cell takes neither a line break nor a bar.
QString cell(const QString &text)
{
    return text.left(40).replace(u'|', u' ').replace(u'`', u' ');
}

QString verdict(const Count &count, bool thought)
{
    if (count.words.isEmpty())
        return u"There is no word in your prompt. Write a sentence, and I count what is in it.\n"_s;
    const QString opening =
        thought
            ? u"I thought before I answered: unfold the line above to read how. I do not understand "
              u"your prompt, I count in it.\n\n"_s
            : u"Reasoning was switched off in this request, so I answer at once.\n\n"_s;
    return opening
           + u"| in your prompt | |\n|---|---|\n| words | %1 |\n| letters | %2 |\n"
             u"| longest word | `%3` |\n| most common letter | `%4`, %5 |\n\n"
             u"A real reasoning model streams its thoughts the same way. With *reasoning effort* in "
             u"the parameter panel you say how long it may think; `none` switches it off.\n"_s
                 .arg(count.words.size())
                 .arg(count.letters)
                 .arg(cell(count.longestWord))
                 .arg(count.commonLetter)
                 .arg(plural(count.commonLetterTimes, "time"_L1));
}

} // namespace

DemoScript reasonerAnswer(const DemoRequest &request)
{
    const Count count = counted(request.prompt);
    DemoScript script;
    if (request.thinks)
        script.reasoning = thoughts(request.prompt, count, request.effort);
    script.text = verdict(count, request.thinks);
    script.tokensPerSecond = 95;
    return script;
}

} // namespace app
