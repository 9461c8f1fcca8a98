// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/ids.h"
#include "ui/lanes/view_context.h"

#include <QHash>
#include <QObject>
#include <QRect>

#include <memory>
#include <vector>

class QWidget;

namespace ui {

class LaneColumn;

/// The columns that stand in windows of their own: the same column, the same chat. Closing a window
/// gives its column back. The keys of the home window work in them, too. A column that stands here
/// is a child of its window until the owner takes it, or lets it go with forget().
class TornOutLanes : public QObject
{
    Q_OBJECT
public:
    /// `home` outlives it.
    TornOutLanes(const ViewContext &context, QWidget &home, QObject *parent = nullptr);
    ~TornOutLanes() override;

    /// An empty `place`: beside the home window.
    void tearOut(LaneColumn &column, const QRect &place = {});
    void putBack(const LaneColumn &column);
    void putBackAll();
    /// The column is about to be deleted: its window goes without a word.
    void forget(LaneColumn &column);
    [[nodiscard]] bool contains(const LaneColumn *column) const;
    /// Where they stand, for another view that takes over.
    [[nodiscard]] QHash<app::LaneId, QRect> places() const;
    void setTitle(app::LaneId lane, const QString &title);

signals:
    /// A column came or went; one that went waits for its owner.
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct TornOut
    {
        LaneColumn *column;
        std::unique_ptr<QWidget> window;
    };
    void closed(const QWidget *window);

    ViewContext m_context;
    QWidget &m_home;
    std::vector<TornOut> m_lanes;
};

} // namespace ui
