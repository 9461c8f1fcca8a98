// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

namespace ui {

/// What the grounds of tokens mean: a patch and its probabilities, in lines where one is too short.
class TokenLegend : public QWidget
{
    Q_OBJECT
public:
    explicit TokenLegend(const Theme &theme, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct LegendPatch
    {
        QRect patch;
        QRect words;
        QString text;
    };
    [[nodiscard]] QList<LegendPatch> patches(int width) const;

    const Theme &m_theme;
};

} // namespace ui
