// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/lanes/lane_figures.h"
#include "ui/theme/theme.h"

#include <QWidget>

namespace ui {

/// The figures of a lane's newest run in one line: first token, speed, tokens, cost, tier; before
/// them what differs from what was asked, the model that answered or the tier. What does not fit is
/// left out from the end; the tool tip says all that is known.
class MetricsStrip : public QWidget
{
    Q_OBJECT
public:
    /// Among the lanes of the round.
    struct Standings
    {
        Standing firstToken = Standing::Usual;
        Standing speed = Standing::Usual;
        Standing cost = Standing::Usual;

        bool operator==(const Standings &) const = default;
    };

    explicit MetricsStrip(const Theme &theme, QWidget *parent = nullptr);

    /// `doing`: what the lane is busy with before there are figures; else empty.
    void setFigures(const LaneFigures &figures, const QString &doing, const Standings &standings);
    /// What is left in the account that pays, for the tool tip; empty: not known.
    void setAccount(const QString &line);
    [[nodiscard]] QString text()
        const; ///< what is shown where there is room, for assistive programs

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
        Standing standing = Standing::Usual;
        bool warns = false; ///< something is not as it was asked for
        bool operator==(const Item &) const = default;
    };
    void addOutcome(const LaneFigures &figures);
    void addAnswerer(const LaneFigures &figures);
    void addTier(const LaneFigures &figures);
    void addItem(const QString &before, const QString &figure, Standing standing = Standing::Usual);
    [[nodiscard]] int paintItem(QPainter *painter, const Item &item, int x) const;

    const Theme &m_theme;
    QList<Item> m_items;
    QStringList m_lines; ///< all that is known
    QString m_account;
};

} // namespace ui
