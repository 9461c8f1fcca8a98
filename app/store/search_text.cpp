// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/search_text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace app {

namespace {
bool isCjk(char32_t character)
{
    constexpr char32_t kProlongedSound = 0x30FC; // shared by the two kana, so of no script
    switch (QChar::script(character)) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Hangul:
    case QChar::Script_Bopomofo:
        return true;
    default:
        return character == kProlongedSound;
    }
}

/// Whether the last character of a run also stands alone, so that one character is found wherever
/// it is. A query that ends in a run leaves it out, or it would not find longer runs.
enum class LastCharacter { Alone, InItsPair };

QString inPairs(QStringView run, LastCharacter last)
{
    const std::u32string characters = run.toString().toStdU32String();
    QStringList words;
    for (size_t i = 0; i + 1 < characters.size(); ++i)
        words.append(QString::fromUcs4(&characters[i], 2));
    if (last == LastCharacter::Alone || characters.size() == 1)
        words.append(QString::fromUcs4(&characters.back(), 1));
    return words.join(u' ');
}

/// `text` with its CJK runs in pairs, set off by spaces. `atTheEnd`: of a run that ends the text.
QString withPairs(const QString &text, LastCharacter atTheEnd)
{
    QString result;
    result.reserve(text.size());
    qsizetype runStart = -1;
    const auto endRun = [&](qsizetype end) {
        if (runStart < 0)
            return;
        const LastCharacter last = end < text.size() ? LastCharacter::Alone : atTheEnd;
        result += u' ' + inPairs(QStringView(text).sliced(runStart, end - runStart), last) + u' ';
        runStart = -1;
    };
    for (qsizetype i = 0; i < text.size();) {
        const bool pair = text[i].isHighSurrogate() && i + 1 < text.size();
        const char32_t character =
            pair ? QChar::surrogateToUcs4(text[i], text[i + 1]) : text[i].unicode();
        const qsizetype length = pair ? 2 : 1;
        if (isCjk(character)) {
            runStart = runStart < 0 ? i : runStart;
        } else {
            endRun(i);
            result += QStringView(text).sliced(i, length);
        }
        i += length;
    }
    endRun(text.size());
    return result;
}

bool hasLetterOrDigit(const QString &word)
{
    return std::ranges::any_of(word.toUcs4(), [](uint c) { return QChar::isLetterOrNumber(c); });
}
} // namespace

QString searchText(const QString &shown)
{
    return withPairs(shown.normalized(QString::NormalizationForm_KC), LastCharacter::Alone)
        .trimmed();
}

QStringList searchPhrases(const QString &words)
{
    QStringList phrases;
    const QStringList typed = words.normalized(QString::NormalizationForm_KC)
                                  .simplified()
                                  .split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : typed) {
        if (!hasLetterOrDigit(word))
            continue;
        QString phrase = withPairs(word, LastCharacter::InItsPair).simplified();
        phrases.append(u'"' + phrase.replace(u'"', u"\"\""_s) + u"\" *"_s);
    }
    return phrases;
}

} // namespace app
