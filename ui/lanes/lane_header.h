// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/ground.h"

#include <QString>

#include <optional>

class QHBoxLayout;
class QMenu;

namespace ui {

class BadgeLabel;
class ElidedLabel;
class FlatButton;
class ModelButton;
class Theme;

/// The top of a column: badge, model, how full the context is, and what can be done with the lane.
class LaneHeader : public Ground
{
    Q_OBJECT
public:
    explicit LaneHeader(const Theme &theme, QWidget *parent = nullptr);

    void setModel(const QString &model, const QString &provider);
    /// The letter is shown only among several lanes.
    void setLetter(int letter, bool shown);
    void setContext(std::optional<qint64> used, std::optional<qint64> limit);
    /// Stop of this lane alone; among several lanes only, since the composer has one for all.
    void setStopShown(bool shown);
    /// *Compare* stands once, in the last lane's header.
    void setCompareShown(bool shown);
    void setRemovable(bool removable);
    /// Buttons of the window at the outer edges; this takes them as children.
    void setLeading(QWidget *button);
    void setTrailing(QWidget *button);

    /// Where the model picker opens.
    [[nodiscard]] QWidget *modelAnchor() const;

signals:
    void modelRequested();
    void compareRequested();
    void stopRequested();
    void removeRequested();
    void menuAboutToShow(QMenu *menu);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();
    [[nodiscard]] int roomBesideModel() const;
    void buildMenu();
    void refreshMargins();

    QHBoxLayout *m_layout;
    BadgeLabel *m_badge;
    ModelButton *m_model;
    ElidedLabel *m_context;
    FlatButton *m_stop;
    FlatButton *m_compare;
    FlatButton *m_more;
    QMenu *m_menu;
    QWidget *m_leading = nullptr;
    QWidget *m_trailing = nullptr;
    QString m_share; ///< how full the context is; empty where it is not known
    QString m_shareOfLimit; ///< the same with the limit
    bool m_removable = false;
};

} // namespace ui
