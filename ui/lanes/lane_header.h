// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/lanes/lane_figures.h"
#include "ui/parameters/lane_differences.h"
#include "ui/widgets/ground.h"

#include <QPoint>
#include <QString>

#include <optional>

class QHBoxLayout;
class QMenu;

namespace ui {

class BadgeLabel;
class ContextGauge;
class FlatButton;
class ModelButton;
class PillLabel;
class Theme;

/// The top of a column: badge, model, how full the context is, and what can be done with the lane.
/// Among several, its empty ground is where the column is dragged by.
class LaneHeader : public Ground
{
    Q_OBJECT
public:
    explicit LaneHeader(const Theme &theme, QWidget *parent = nullptr);

    void setModel(const QString &model, const QString &provider);
    /// In the place of its name, until setModel().
    void hideModel();
    /// The letter is shown only among several lanes.
    void setLetter(int letter, bool shown);
    /// What other lanes have in the place of its system prompt and its tools.
    void setDifferences(const LaneDifference &prompt, const LaneDifference &tools);
    void setContext(const ContextUse &use, std::optional<qint64> limit);
    /// Stop of this lane alone; among several lanes only, since the composer has one for all.
    void setStopShown(bool shown);
    /// *Compare* stands once, in the last lane's header.
    void setCompareShown(bool shown);
    /// Whether the pointer may move the column.
    void setDraggable(bool draggable);
    /// The lane is shown alone: a button brings the others back.
    void setAlone(bool alone);
    /// Buttons of the window at the outer edges; this takes them as children.
    void setLeading(QWidget *button);
    void setTrailing(QWidget *button);

    /// Where the model picker opens.
    [[nodiscard]] QWidget *modelAnchor() const;

signals:
    void modelRequested();
    void compareRequested();
    void stopRequested();
    /// The menu is empty when it comes.
    void menuAboutToShow(QMenu *menu);
    /// Shown alone, or with the others again.
    void maximiseRequested();
    void pressed();
    /// The column is on its way; `global`: of the pointer.
    void dragged(QPoint global);
    void dropped(QPoint global);
    void dragCancelled();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    bool event(QEvent *event) override;

private:
    void fit();
    [[nodiscard]] int roomBesideModel() const;
    void endDrag();
    void refreshMargins();

    QHBoxLayout *m_layout;
    BadgeLabel *m_badge;
    ModelButton *m_model;
    PillLabel *m_prompt; ///< that it differs
    PillLabel *m_tools; ///< likewise
    ContextGauge *m_context;
    FlatButton *m_all; ///< back to all lanes
    FlatButton *m_stop;
    FlatButton *m_compare;
    FlatButton *m_more;
    QMenu *m_menu;
    QWidget *m_leading = nullptr;
    QWidget *m_trailing = nullptr;
    ContextUse m_contextUse;
    std::optional<qint64> m_contextLimit;
    bool m_draggable = false;
    bool m_dragging = false;
    std::optional<QPoint> m_pressedAt; ///< while the button is down
};

} // namespace ui
