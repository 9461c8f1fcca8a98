// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"
#include "ui/widgets/elided_label.h"

namespace ui {

/// A label of plain text in one role and one colour of the theme; follows the theme by itself.
class ThemedLabel : public ElidedLabel
{
    Q_OBJECT
public:
    ThemedLabel(const Theme &theme, TextRole role, QColor Colours::*colour,
                QWidget *parent = nullptr);

    void setColour(QColor Colours::*colour);
    /// Crossed out: a value that is not sent.
    void setStruckThrough(bool struck);
    [[nodiscard]] bool isStruckThrough() const { return m_struck; }

private:
    void restyle();

    const Theme &m_theme;
    const TextRole m_role;
    QColor Colours::*m_colour;
    bool m_struck = false;
};

} // namespace ui
