// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace ui {

class Theme;
struct Colours;

/// A widget that fills itself with one colour of the theme, whichever scheme is in force.
class Ground : public QWidget
{
    Q_OBJECT
public:
    Ground(const Theme &theme, QColor Colours::*colour, QWidget *parent = nullptr);

    [[nodiscard]] const Theme &theme() const { return m_theme; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QColor Colours::*m_colour;
};

} // namespace ui
