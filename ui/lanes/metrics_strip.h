// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/lanes/lane_figures.h"
#include "ui/theme/theme.h"

#include <QWidget>

namespace ui {

/// The figures of a lane's newest run in one line: first token, speed, tokens, cost, tier. What
/// does not fit is left out from the end; the tool tip has all of it.
class MetricsStrip : public QWidget
{
    Q_OBJECT
public:
    struct Best
    {
        bool firstToken = false;
        bool speed = false;
        bool cost = false;

        bool operator==(const Best &) const = default;
    };

    explicit MetricsStrip(const Theme &theme, QWidget *parent = nullptr);

    /// `doing`: what the lane is busy with before there are figures; else empty.
    void setFigures(const LaneFigures &figures, const QString &doing, const Best &best);
    [[nodiscard]] QString text() const; ///< all of it, for assistive programs

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Item
    {
        QString before; ///< in secondary ink
        QString strong;
        QString after; ///< in secondary ink
        bool best = false;
        bool operator==(const Item &) const = default;
    };
    void addOutcome(const LaneFigures &figures);
    void addItem(const QString &before, const QString &figure, bool best);
    [[nodiscard]] int paintItem(QPainter *painter, const Item &item, int x) const;

    const Theme &m_theme;
    QList<Item> m_items;
};

} // namespace ui
