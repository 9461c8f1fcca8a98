// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/evaluation/token_statistics.h"

#include <QString>

namespace ui {

/// The tokens of an answer as text to be read: cell after cell, with what cannot be seen made
/// visible, cut into slices that are laid out each for itself. A slice ends where a line does;
/// without line breaks behind some 1,500 characters. A value.
class TokenText
{
public:
    TokenText() = default;
    TokenText(const app::TokenLogprobs &tokens, const QList<app::TokenCell> &cells);

    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] int cellCount() const { return int(m_cellStarts.size()); }
    [[nodiscard]] int sliceCount() const { return int(m_sliceStarts.size()); }
    // Places in text().
    [[nodiscard]] int cellBegin(int cell) const { return m_cellStarts.at(cell); }
    [[nodiscard]] int cellEnd(int cell) const;
    [[nodiscard]] int sliceBegin(int slice) const { return m_sliceStarts.at(slice); }
    [[nodiscard]] int sliceEnd(int slice) const;
    /// What stands at a place; the last one behind the end.
    [[nodiscard]] int cellAt(int place) const;
    [[nodiscard]] int sliceAt(int place) const;

private:
    void add(const QString &cell);
    void endSlice();

    QString m_text;
    QList<int> m_cellStarts;
    QList<int> m_sliceStarts;
    bool m_isSliceOpen = false;
};

/// A token with its line breaks and control characters as signs, its bytes as numbers where they
/// are no text, "∅" where it has none.
[[nodiscard]] QString shownToken(QByteArrayView bytes);

} // namespace ui
