// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/emoji_spans.h"

#include <QFontDatabase>

#include <array>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr char32_t kTextSelector = 0xFE0E;
constexpr char32_t kEmojiSelector = 0xFE0F;
constexpr char32_t kKeycap = 0x20E3;
constexpr char32_t kJoiner = 0x200D;

struct Range
{
    char32_t first;
    char32_t last;
};

/// Emoji_Presentation=Yes below the planes that are mostly emoji.
constexpr std::array kShownAsEmoji{
    Range{0x231A, 0x231B},   Range{0x23E9, 0x23EC},   Range{0x23F0, 0x23F0},
    Range{0x23F3, 0x23F3},   Range{0x25FD, 0x25FE},   Range{0x2614, 0x2615},
    Range{0x2648, 0x2653},   Range{0x267F, 0x267F},   Range{0x2693, 0x2693},
    Range{0x26A1, 0x26A1},   Range{0x26AA, 0x26AB},   Range{0x26BD, 0x26BE},
    Range{0x26C4, 0x26C5},   Range{0x26CE, 0x26CE},   Range{0x26D4, 0x26D4},
    Range{0x26EA, 0x26EA},   Range{0x26F2, 0x26F3},   Range{0x26F5, 0x26F5},
    Range{0x26FA, 0x26FA},   Range{0x26FD, 0x26FD},   Range{0x2705, 0x2705},
    Range{0x270A, 0x270B},   Range{0x2728, 0x2728},   Range{0x274C, 0x274C},
    Range{0x274E, 0x274E},   Range{0x2753, 0x2755},   Range{0x2757, 0x2757},
    Range{0x2795, 0x2797},   Range{0x27B0, 0x27B0},   Range{0x27BF, 0x27BF},
    Range{0x2B1B, 0x2B1C},   Range{0x2B50, 0x2B50},   Range{0x2B55, 0x2B55},
    Range{0x1F004, 0x1F004}, Range{0x1F0CF, 0x1F0CF}, Range{0x1F18E, 0x1F18E},
    Range{0x1F191, 0x1F19A}, Range{0x1F1E6, 0x1F1FF}, Range{0x1F201, 0x1F201},
    Range{0x1F21A, 0x1F21A}, Range{0x1F22F, 0x1F22F}, Range{0x1F232, 0x1F236},
    Range{0x1F238, 0x1F23A}, Range{0x1F250, 0x1F251}, Range{0x1F300, 0x1F64F},
    Range{0x1F680, 0x1F6FF}, Range{0x1F7E0, 0x1F7F0}, Range{0x1F90C, 0x1F9FF},
    Range{0x1FA70, 0x1FAFF},
};

bool isShownAsEmoji(char32_t c)
{
    if (c < kShownAsEmoji.front().first)
        return false;
    return std::any_of(kShownAsEmoji.begin(), kShownAsEmoji.end(),
                       [c](const Range &range) { return c >= range.first && c <= range.last; });
}

/// Tones of skin, and the letters of subdivision flags.
bool modifies(char32_t c)
{
    return c == kEmojiSelector || c == kKeycap || (c >= 0x1F3FB && c <= 0x1F3FF)
           || (c >= 0xE0020 && c <= 0xE007F);
}

/// A character with where it ends.
struct Character
{
    char32_t code = 0;
    qsizetype end = 0;
};

Character characterAt(QStringView text, qsizetype at)
{
    if (at >= text.size())
        return {0, at};
    if (text[at].isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate())
        return {QChar::surrogateToUcs4(text[at], text[at + 1]), at + 2};
    return {text[at].unicode(), at + 1};
}

/// Behind the emoji that starts there; `at` where none does.
qsizetype endOfEmoji(QStringView text, qsizetype at)
{
    const Character first = characterAt(text, at);
    const Character second = characterAt(text, first.end);
    const bool isChosen = second.code == kEmojiSelector || second.code == kKeycap;
    if (second.code == kTextSelector || (!isShownAsEmoji(first.code) && !isChosen))
        return at;
    qsizetype end = first.end;
    for (Character next = second; end < text.size(); next = characterAt(text, end)) {
        if (next.code == kJoiner)
            end = characterAt(text, next.end).end;
        else if (modifies(next.code))
            end = next.end;
        else
            break;
    }
    return end;
}

} // namespace

QList<std::pair<int, int>> emojiSpans(QStringView text)
{
    QList<std::pair<int, int>> spans;
    for (qsizetype at = 0; at < text.size();) {
        // Letters and most marks need no look at what follows them.
        const bool mayBe = text[at].unicode() >= 0x2100 || text[at].unicode() < 0x40
                           || text[at] == u'\u00A9' || text[at] == u'\u00AE';
        const qsizetype end = mayBe ? endOfEmoji(text, at) : at;
        if (end == at) {
            at = characterAt(text, at).end;
            continue;
        }
        if (!spans.isEmpty() && spans.constLast().first + spans.constLast().second == at)
            spans.last().second += int(end - at);
        else
            spans.append({int(at), int(end - at)});
        at = end;
    }
    return spans;
}

const QString &emojiFamily()
{
    static const QString family = [] {
        const QStringList installed = QFontDatabase::families();
        for (const QString &wanted :
             {u"Noto Color Emoji"_s, u"Apple Color Emoji"_s, u"Segoe UI Emoji"_s, u"Twemoji"_s,
              u"Twitter Color Emoji"_s, u"JoyPixels"_s, u"Noto Emoji"_s}) {
            if (installed.contains(wanted))
                return wanted;
        }
        return QString();
    }();
    return family;
}

} // namespace ui
