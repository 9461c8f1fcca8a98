// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/themed_label.h"

namespace ui {

/// A few words on a coloured ground, beside what they remark on: what another lane has. Hidden at
/// first.
class PillLabel : public ThemedLabel
{
    Q_OBJECT
public:
    explicit PillLabel(const Theme &theme, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
};

} // namespace ui
