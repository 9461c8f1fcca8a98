// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chat/chats.h"
#include "app/chat/judging.h"
#include "ui/theme/theme.h"
#include "ui/wording/error_wording.h"

#include <QDialog>
#include <QTimer>

class QAbstractItemModel;
class QComboBox;
class QPlainTextEdit;
class QPushButton;
class QTableView;

namespace ui {

class JudgedPairsModel;
class JudgeTallyModel;
class MessageBar;
class ThemedLabel;

/// What judges said in a conversation, one judging at a time, while it comes and ever after: a
/// table of the pairs with both orders, the reasons for the chosen one, and how each answer fared.
class JudgementWindow : public QDialog
{
    Q_OBJECT
public:
    /// `judging`: none for the newest one.
    JudgementWindow(const Theme &theme, app::ChatPtr chat, app::RoundId judging,
                    QWidget *parent = nullptr);
    ~JudgementWindow() override;

    [[nodiscard]] const app::Judging &shown() const { return m_judging; }
    [[nodiscard]] QString sentence() const;

private:
    QWidget *makeHeader();
    QWidget *makeBody();
    QWidget *makeReasons();
    QWidget *makeFooter();
    QTableView *makeTable(QAbstractItemModel &model, const QString &name);
    void fillJudgings(app::RoundId chosen);
    void refresh();
    void refreshBar();
    void refreshReasons();
    void act(int button);
    void showWhatWasSeen();
    [[nodiscard]] int chosenPair() const; ///< -1: none

    const Theme &m_theme;
    app::ChatPtr m_chat;
    app::Judging m_judging;
    QComboBox *m_judgings;
    ThemedLabel *m_sentence;
    MessageBar *m_bar;
    JudgedPairsModel *m_pairs;
    JudgeTallyModel *m_tallies;
    QTableView *m_pairTable = nullptr;
    QTableView *m_tallyTable = nullptr;
    QPlainTextEdit *m_reasons;
    QPushButton *m_again = nullptr;
    QPushButton *m_stop = nullptr;
    QPushButton *m_seen = nullptr;
    QList<ErrorAction> m_barActions; ///< what its buttons do
    QTimer m_refresh; ///< eight verdicts at once are one change
};

} // namespace ui
