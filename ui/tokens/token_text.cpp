// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tokens/token_text.h"

#include "app/base/visible_text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int kUsualSlice = 1500; ///< characters; the next gap between words ends it
constexpr int kLongestSlice = 2500;
constexpr char16_t kLineBreak = u'↵';

/// What moves a cursor has a picture of its own in Unicode.
QChar pictureOf(QChar unit)
{
    constexpr char16_t kPictures = 0x2400;
    constexpr char16_t kDelete = 0x7F;
    if (unit == u'\n')
        return kLineBreak;
    if (unit == kDelete)
        return u'␡';
    return unit < u' ' && unit != u'\t' ? QChar(char16_t(kPictures + unit.unicode())) : unit;
}

int placeIn(const QList<int> &starts, int place)
{
    const auto behind = std::ranges::upper_bound(starts, place);
    return std::max(0, int(behind - starts.begin()) - 1);
}

} // namespace

QString shownToken(QByteArrayView bytes)
{
    if (bytes.isEmpty())
        return u"∅"_s;
    if (!bytes.isValidUtf8())
        return u"⟨%1⟩"_s.arg(QString::fromLatin1(bytes.toByteArray().toHex(' ').toUpper()));
    QString shown = QString::fromUtf8(bytes);
    std::ranges::transform(shown, shown.begin(), pictureOf);
    return app::withVisibleCharacters(shown);
}

TokenText::TokenText(const app::TokenLogprobs &tokens, const QList<app::TokenCell> &cells)
{
    m_text.reserve(tokens.text().size());
    m_cellStarts.reserve(cells.size());
    const QByteArrayView bytes(tokens.text());
    for (const app::TokenCell &cell : cells) {
        const qsizetype begin = tokens.begin(cell.first);
        add(shownToken(bytes.sliced(begin, tokens.end(cell.last) - begin)));
    }
}

void TokenText::add(const QString &cell)
{
    const int length = m_isSliceOpen ? int(m_text.size()) - m_sliceStarts.constLast() : 0;
    const bool isGap = cell.at(0).isSpace() || (!m_text.isEmpty() && m_text.back().isSpace());
    if (length > kLongestSlice || (length > kUsualSlice && isGap))
        endSlice();
    m_cellStarts.append(int(m_text.size()));
    for (const QChar unit : cell) {
        if (!std::exchange(m_isSliceOpen, true))
            m_sliceStarts.append(int(m_text.size()));
        m_text += unit;
        if (unit == kLineBreak)
            endSlice();
    }
}

void TokenText::endSlice()
{
    m_isSliceOpen = false;
}

int TokenText::cellEnd(int cell) const
{
    return cell + 1 < cellCount() ? m_cellStarts.at(cell + 1) : int(m_text.size());
}

int TokenText::sliceEnd(int slice) const
{
    return slice + 1 < sliceCount() ? m_sliceStarts.at(slice + 1) : int(m_text.size());
}

int TokenText::cellAt(int place) const
{
    return placeIn(m_cellStarts, place);
}

int TokenText::sliceAt(int place) const
{
    return placeIn(m_sliceStarts, place);
}

} // namespace ui
