// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chat/judging.h"

#include <QAbstractTableModel>

namespace ui {

/// The pairs of a judging as rows: what was said in both orders, and whether that agrees.
class JudgedPairsModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Pair, LeftFirst, RightFirst, Result, Count };

    explicit JudgedPairsModel(QObject *parent = nullptr);

    /// With a letter for each answer. The same pairs with other verdicts keep rows and selection.
    void setPairs(const QList<app::JudgedPair> &pairs, const QStringList &letters);
    [[nodiscard]] const QList<app::JudgedPair> &pairs() const { return m_pairs; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    [[nodiscard]] QString text(int row, int column) const;

    QList<app::JudgedPair> m_pairs;
    QStringList m_letters;
};

/// How each answer fared, as rows in the order of the answers.
class JudgeTallyModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Answer, Wins, Ties, Losses, Disagreements, Undecided, Score, Count };

    explicit JudgeTallyModel(QObject *parent = nullptr);

    void setTallies(const QList<app::JudgeTally> &tallies, const QStringList &names);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    [[nodiscard]] QString text(int row, int column) const;

    QList<app::JudgeTally> m_tallies;
    QStringList m_names;
};

} // namespace ui
