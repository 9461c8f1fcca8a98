// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/evaluation/ratings.h"
#include "app/store/store.h"
#include "ui/theme/theme.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace ui {

class RatingsChart;
class RatingsModel;
class ThemedLabel;

/// What the user's own votes say about the models: a sentence, a plot, a table. Reads the votes
/// when it opens; fitting goes on off the window's thread.
class RatingsWindow : public QDialog
{
    Q_OBJECT
public:
    RatingsWindow(const Theme &theme, app::Store &store, QWidget *parent = nullptr);
    ~RatingsWindow() override;

    [[nodiscard]] const RatingsModel &model() const { return *m_model; }
    [[nodiscard]] QString verdict() const;

signals:
    void rated(); ///< what is shown is new

private:
    QWidget *makeHeader();
    QWidget *makeBody();
    QWidget *makeEmptyPage();
    QWidget *makeFooter();
    void readVotes();
    [[nodiscard]] app::VoteFilter filter() const;
    void rate();
    void take(const app::Ratings &ratings);
    void exportAs(const QString &ending);

    const Theme &m_theme;
    app::Store &m_store;
    QComboBox *m_tags;
    QCheckBox *m_onlyBlind;
    ThemedLabel *m_verdict;
    ThemedLabel *m_basis;
    RatingsChart *m_chart;
    RatingsModel *m_model;
    QTableView *m_table;
    QStackedWidget *m_pages = nullptr; ///< how to vote, plot and table
    QPushButton *m_export;
    QList<app::Vote> m_votes;
    QFuture<app::Ratings> m_rating; ///< the newest one; older ones are cancelled
};

} // namespace ui
