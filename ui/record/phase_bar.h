// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/record/run_phases.h"
#include "ui/theme/theme.h"

#include <QWidget>

namespace ui {

/// The time that a run took as one bar in proportion, and below it its phases in words. A phase
/// that is too short to be seen has a hair's breadth.
class PhaseBar : public QWidget
{
    Q_OBJECT
public:
    explicit PhaseBar(const Theme &theme, QWidget *parent = nullptr);

    void setPhases(const QList<app::RunPhase> &phases);
    [[nodiscard]] const QList<app::RunPhase> &phases() const { return m_phases; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct LegendEntry
    {
        QRect swatch;
        QRect text;
        QString words;
    };
    [[nodiscard]] QList<LegendEntry> legend(int width) const;
    [[nodiscard]] QColor colourOf(app::RunPhase::Kind kind) const;
    void paintBar(QPainter &painter) const;

    const Theme &m_theme;
    QList<app::RunPhase> m_phases;
};

/// "Thinking 2.4 s".
[[nodiscard]] QString phaseText(const app::RunPhase &phase);

} // namespace ui
