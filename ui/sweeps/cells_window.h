// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chat/chats.h"
#include "app/evaluation/repeat_statistics.h"
#include "ui/lanes/view_context.h"
#include "ui/sweeps/cell_grid_model.h"
#include "ui/transcript/activated_image.h"
#include "ui/wording/error_wording.h"

#include <QDialog>
#include <QFuture>

class QPushButton;
class QTableView;

namespace ui {

class CellReader;
class MessageBar;
class RepeatPanel;
class ThemedLabel;

/// The answers of a sweep or of repeats as a grid, with the one that is read beside it. Closing it
/// stops nothing. Return reads the cell, Delete stops it, Ctrl+D compares two of them.
class CellsWindow : public QDialog
{
    Q_OBJECT
public:
    CellsWindow(const ViewContext &context, app::ChatPtr chat, app::RoundId round,
                QWidget *parent = nullptr);
    ~CellsWindow() override;

    [[nodiscard]] const app::ChatPtr &chat() const { return m_chat; }
    [[nodiscard]] CellGridModel &model() const { return *m_model; }
    [[nodiscard]] QTableView &table() const { return *m_table; }
    [[nodiscard]] CellReader &reader() const { return *m_reader; }
    [[nodiscard]] RepeatPanel *statistics() const { return m_statistics; }

signals:
    /// A lane went on with an answer; `before`: where it was.
    void wentOn(app::LaneId lane, app::MessageId before);
    void exportRequested(app::ConversationId conversation, app::RoundId round);
    void imageActivated(const ui::ActivatedImage &image);
    void providersRequested(const QString &providerId);
    void timeoutsRequested(const QString &providerId);

protected:
    void showEvent(QShowEvent *event) override;

private:
    enum class Notice { None, NotSaved, Spending, Unanswered };

    void build();
    QWidget *makeHeader();
    QWidget *makeBody();
    QWidget *makeFooter();
    void prepareTable();
    void followRound();
    void refresh();
    void refreshNotice(const CellGridModel::Progress &progress);
    void refreshReader();
    void refreshStatistics(const CellGridModel::Progress &progress);
    void showSpending();
    void act(int action);
    void goOn();
    void stopOrRetry(const app::RoundCell &cell);
    void compare();
    void solve(ErrorAction action);
    [[nodiscard]] QString headline() const;
    [[nodiscard]] QString progressText(const CellGridModel::Progress &progress) const;
    [[nodiscard]] app::LaneId laneToGoOn() const;

    ViewContext m_context;
    app::ChatPtr m_chat;
    app::RoundId m_round;
    CellGridModel *m_model;
    ThemedLabel *m_title;
    ThemedLabel *m_prompt;
    ThemedLabel *m_progress;
    MessageBar *m_bar;
    QTableView *m_table;
    CellReader *m_reader;
    RepeatPanel *m_statistics = nullptr; ///< of repeats only
    QPushButton *m_stop = nullptr;
    QPushButton *m_compare = nullptr;
    Notice m_notice = Notice::None;
    int m_counted = -1; ///< cells that had ended when the statistics were last made
    QFuture<app::RepeatStatistics> m_counting;
};

} // namespace ui
