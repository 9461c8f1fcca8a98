// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/token_colours.h"
#include "ui/tokens/token_text.h"

#include <QRect>
#include <QTextLayout>

#include <functional>
#include <memory>
#include <vector>

namespace ui {

/// Where the tokens of an answer stand in a column. Only what is looked at is laid out; the heights
/// of all else are estimated. Slices that are far away are let go of, so that memory follows what
/// is seen.
class TokenLayout
{
public:
    struct Style
    {
        QFont font;
        int width = 0; ///< of the column
        Scheme scheme = Scheme::Light;
    };

    /// `levels`: of every cell.
    void setText(TokenText text, QList<TokenLevel> levels);
    void setStyle(const Style &style);

    [[nodiscard]] const TokenText &text() const { return m_text; }
    [[nodiscard]] int height() const { return m_height; }
    [[nodiscard]] int lineStep() const { return m_lineStep; }

    /// Lays out this stretch and as much above it; by how much its beginning moved: heights above
    /// are known now.
    [[nodiscard]] int layOut(int top, int height);
    using Visit = std::function<void(int slice, int y, const QTextLayout &layout)>;
    /// What is laid out and meets the stretch.
    void visit(int top, int bottom, const Visit &visit) const;

    /// −1: none, or not laid out.
    [[nodiscard]] int cellAt(QPoint place) const;
    /// One for each line that it stands in; empty where that is not laid out.
    [[nodiscard]] QList<QRect> rectsOf(int cell) const;
    /// Of the slice in which the cell begins: an estimate until it is laid out.
    [[nodiscard]] int topOf(int cell) const;
    /// For tests and benchmarks.
    [[nodiscard]] int laidOutCount() const;

private:
    void estimateHeights();
    void updateTops(int from);
    [[nodiscard]] int sliceAtY(int y) const;
    /// Whether its height is another one now.
    bool layOutSlice(int slice);
    void dropFar(int first, int last);
    [[nodiscard]] QList<QTextLayout::FormatRange> formatsOf(int slice) const;

    TokenText m_text;
    QList<TokenLevel> m_levels;
    Style m_style;
    int m_lineStep = 1;
    int m_height = 0;
    std::vector<int> m_heights; ///< by slice
    std::vector<int> m_tops;
    std::vector<std::unique_ptr<QTextLayout>> m_layouts; ///< null: not laid out
};

} // namespace ui
