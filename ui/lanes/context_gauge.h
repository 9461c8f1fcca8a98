// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/lanes/lane_figures.h"

#include <QWidget>

namespace ui {

class Theme;

/// How full the context of a lane is: a bar, and a figure as far as there is room. From nine tenths
/// on it warns, by a sign and words too.
class ContextGauge : public QWidget
{
    Q_OBJECT
public:
    enum class Extent {
        Nothing,
        Percent, ///< "12 %"
        Share, ///< "12 % of 164k"
    };

    explicit ContextGauge(const Theme &theme, QWidget *parent = nullptr);

    /// Nothing where use or limit is not known.
    void setUse(const ContextUse &use, std::optional<qint64> limit);
    [[nodiscard]] bool isKnown() const { return m_percent >= 0; }
    [[nodiscard]] bool warns() const;
    /// Hides it at Nothing.
    void setExtent(Extent extent);
    [[nodiscard]] int widthOf(Extent extent) const;
    [[nodiscard]] QString text() const { return textOf(m_extent); }

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QString textOf(Extent extent) const;

    const Theme &m_theme;
    ContextUse m_use;
    qint64 m_limit = 0;
    int m_percent = -1; ///< -1: not known
    Extent m_extent = Extent::Nothing;
};

} // namespace ui
