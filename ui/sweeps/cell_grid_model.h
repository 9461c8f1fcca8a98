// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chat/chats.h"
#include "app/evaluation/round_cells.h"
#include "ui/lanes/view_context.h"
#include "ui/sweeps/cell_look.h"

#include <QAbstractTableModel>
#include <QSet>

#include <optional>

namespace ui {

/// The cells of a sweep or of repeats as a table that fills while they come. What comes is gathered
/// and told once per frame, for the cells that it concerns and for no others. Keeps its chat.
class CellGridModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    struct Progress
    {
        int cells = 0;
        int running = 0;
        QList<app::TurnId> unanswered; ///< failed, stopped or interrupted
        double costUsd = 0;
        bool costComputed = false; ///< some of it
    };

    CellGridModel(const ViewContext &context, app::ChatPtr chat, app::RoundId round,
                  QObject *parent = nullptr);
    ~CellGridModel() override;

    [[nodiscard]] const app::RoundGrid &grid() const { return m_grid; }
    [[nodiscard]] const app::RoundCell &cell(const QModelIndex &index) const
    {
        return m_grid.cell(index.row(), index.column());
    }
    /// Valid until the next frame.
    [[nodiscard]] const CellLook &look(const QModelIndex &index) const;
    /// Takes time in proportion to the cells.
    [[nodiscard]] Progress progress() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

    /// How many looks have been made, for tests.
    [[nodiscard]] int madeLooks() const { return m_madeLooks; }

signals:
    /// Cells began, ended, or do something else now; not for text that comes.
    void progressChanged();

private:
    void follow();
    void reload();
    void touchCell(int cell);
    void touchMessage(app::MessageId message);
    void takeFrame();
    void rankCells();
    [[nodiscard]] QModelIndex indexOf(int cell) const;
    [[nodiscard]] QString headerText(const QStringList &dimensions, const QList<QJsonObject> &all,
                                     int section) const;
    [[nodiscard]] QString wholePrompt(int row) const;
    [[nodiscard]] QString spoken(const QModelIndex &index) const;

    ViewContext m_context;
    app::ChatPtr m_chat;
    app::RoundId m_round;
    app::RoundGrid m_grid;
    QHash<app::TurnId, int> m_ofTurn; ///< cells by number
    QHash<app::MessageId, int> m_ofMessage; ///< likewise
    QList<CellStandings> m_standings; ///< by cell
    mutable QList<std::optional<CellLook>> m_looks; ///< by cell; none: not looked at since
    mutable int m_madeLooks = 0;
    QSet<int> m_touched; ///< since the last frame
    bool m_hasMoved = false; ///< likewise, what a cell is doing
    bool m_hasEnded = false; ///< likewise
};

} // namespace ui
