// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/visible_text.h"

#include <QChar>

#include <algorithm>
#include <array>

namespace app {

namespace {

struct HiddenRange
{
    char32_t first;
    char32_t last;
};

/// Beyond the control characters. https://www.unicode.org/reports/tr36/ and tr9
constexpr std::array kHiddenRanges{
    HiddenRange{0x00AD, 0x00AD}, // soft hyphen
    HiddenRange{0x061C, 0x061C}, // Arabic letter mark
    HiddenRange{0x115F, 0x1160}, // Hangul fillers
    HiddenRange{0x17B4, 0x17B5}, // Khmer inherent vowels
    HiddenRange{0x180B, 0x180F}, // Mongolian selectors and vowel separator
    HiddenRange{0x200B, 0x200B}, // zero width space
    HiddenRange{0x200E, 0x200F}, // marks of direction
    HiddenRange{0x2028, 0x202E}, // separators, embeddings and overrides
    HiddenRange{0x2060, 0x206F}, // word joiner, invisible operators, isolates
    HiddenRange{0x3164, 0x3164}, // Hangul filler
    HiddenRange{0xFEFF, 0xFEFF}, // byte order mark
    HiddenRange{0xFFA0, 0xFFA0}, // half-width Hangul filler
    HiddenRange{0xFFF0, 0xFFFB}, // interlinear annotation
    HiddenRange{0x1D173, 0x1D17A}, // musical controls
    HiddenRange{0xE0000, 0xE00FF}, // tags
    HiddenRange{0xE01F0, 0xE0FFF}, // unassigned and ignored when shown
};

bool isSelector(char32_t c)
{
    return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
}

bool isControl(char32_t c)
{
    return c < 0x20 || (c >= 0x7F && c <= 0x9F);
}

bool isInHiddenRange(char32_t c)
{
    const auto *range =
        std::find_if(kHiddenRanges.begin(), kHiddenRanges.end(),
                     [c](const HiddenRange &each) { return c >= each.first && c <= each.last; });
    return range != kHiddenRanges.end();
}

/// Reads a text character by character and says which of them hide.
class HiddenReader
{
public:
    explicit HiddenReader(QStringView text) : m_text(text) { }

    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
    [[nodiscard]] QStringView last() const { return m_text.sliced(m_start, m_at - m_start); }
    [[nodiscard]] char32_t code() const { return m_code; }

    /// Whether the next character hides.
    bool next()
    {
        m_start = m_at;
        const QChar first = m_text.at(m_at++);
        m_code = first.unicode();
        if (m_code >= 0x20 && m_code < 0x7F) { // nearly always
            m_wasSelector = false;
            return false;
        }
        const bool isPair = first.isHighSurrogate() && !atEnd() && m_text.at(m_at).isLowSurrogate();
        if (isPair)
            m_code = QChar::surrogateToUcs4(first, m_text.at(m_at++));
        const bool wasSelector = std::exchange(m_wasSelector, isSelector(m_code));
        if (m_wasSelector)
            return wasSelector || m_start == 0;
        if (isControl(m_code))
            return !isUsualControl();
        return QChar::isSurrogate(m_code) || isInHiddenRange(m_code);
    }

private:
    [[nodiscard]] bool isUsualControl() const
    {
        const bool endsLine = m_code == '\r' && !atEnd() && m_text.at(m_at) == u'\n';
        return m_code == '\n' || m_code == '\t' || endsLine;
    }

    QStringView m_text;
    qsizetype m_at = 0;
    qsizetype m_start = 0;
    char32_t m_code = 0;
    bool m_wasSelector = false;
};

QString signOf(char32_t code)
{
    if (code < 0x20)
        return QString(QChar(char16_t(0x2400 + code))); // ␛ and its like
    if (code == 0x7F)
        return QString(QChar(char16_t(0x2421)));
    return QStringLiteral("⟨U+%1⟩").arg(QString::number(code, 16).toUpper(), 4, QChar(u'0'));
}

} // namespace

QString withVisibleCharacters(const QString &text)
{
    if (!hidesCharacters(text))
        return text;
    QString visible;
    visible.reserve(text.size() + 16);
    HiddenReader reader(text);
    while (!reader.atEnd()) {
        if (reader.next())
            visible += signOf(reader.code());
        else
            visible += reader.last();
    }
    return visible;
}

bool hidesCharacters(QStringView text)
{
    HiddenReader reader(text);
    while (!reader.atEnd()) {
        if (reader.next())
            return true;
    }
    return false;
}

} // namespace app
