// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

namespace ui {

/// The rounded ground of the composer; its hairline takes the accent while the text has the focus.
class ComposerCard : public QWidget
{
    Q_OBJECT
public:
    explicit ComposerCard(const Theme &theme, QWidget *parent = nullptr);

    void setHighlighted(bool highlighted);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    bool m_highlighted = false;
};

} // namespace ui
