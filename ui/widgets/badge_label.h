// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

namespace ui {

/// "A" for 0, …, "Z", "AA", …
[[nodiscard]] QString laneLetter(int letter);
[[nodiscard]] QColor laneColour(const Colours &colours, int letter);
[[nodiscard]] QColor onLaneColour(const Colours &colours, int letter);

/// The letter of a lane on its colour.
class BadgeLabel : public QWidget
{
    Q_OBJECT
public:
    explicit BadgeLabel(const Theme &theme, QWidget *parent = nullptr);

    void setLetter(int letter);
    [[nodiscard]] int letter() const { return m_letter; }

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    int m_letter = 0;
};

} // namespace ui
