// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/evaluation/token_statistics.h"
#include "ui/widgets/ground.h"

#include <functional>

class QPushButton;
class QStandardItemModel;
class QTableView;

namespace ui {

class ThemedLabel;

/// What is known of one token: its place, its figures, what else could have stood there, and the
/// branch that begins with one of these.
class TokenPane : public Ground
{
    Q_OBJECT
public:
    explicit TokenPane(const Theme &theme, QWidget *parent = nullptr);

    /// A sentence where no branch can begin with these bytes in place of a token; else empty.
    using Obstacle = std::function<QString(qsizetype token, const QByteArray &inItsPlace)>;
    void setObstacle(Obstacle obstacle) { m_obstacle = std::move(obstacle); }
    void setToken(const app::TokenLogprobs &tokens, const app::TokenCell &cell);
    void clear();

    [[nodiscard]] QTableView &options() const { return *m_options; }
    [[nodiscard]] QPushButton &branchButton() const { return *m_branch; }
    [[nodiscard]] QString figures() const;
    [[nodiscard]] QString hint() const;

signals:
    void branchRequested(qsizetype token, const QByteArray &inItsPlace);

private:
    void build(const Theme &theme);
    void fillOptions(const QList<app::TokenOption> &options);
    void refreshBranch();
    [[nodiscard]] QByteArray chosenOption() const;

    ThemedLabel *m_place;
    ThemedLabel *m_text;
    ThemedLabel *m_figures;
    QTableView *m_options;
    QStandardItemModel *m_model;
    ThemedLabel *m_rest;
    QPushButton *m_branch;
    ThemedLabel *m_hint;
    Obstacle m_obstacle;
    qsizetype m_token = -1;
};

} // namespace ui
