// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chat/chats.h"
#include "ui/theme/theme.h"

#include <QDialog>

class QPlainTextEdit;
class QTableView;

namespace ui {

class CallsModel;
class ThemedLabel;

/// Which tools the lanes called in one round, with which arguments, side by side: a table, and all
/// of the chosen call as plain text. It follows calls that are still made.
class CallsWindow : public QDialog
{
    Q_OBJECT
public:
    CallsWindow(const Theme &theme, app::ChatPtr chat, app::RoundId round,
                QWidget *parent = nullptr);
    ~CallsWindow() override;

    [[nodiscard]] const CallsModel &model() const { return *m_model; }
    [[nodiscard]] QTableView &table() const { return *m_table; }
    [[nodiscard]] QString sentence() const;
    /// What is shown of the chosen call.
    [[nodiscard]] QString wholeText() const;

private:
    QWidget *makeBody();
    QWidget *makeFooter();
    void refresh();
    void refreshWhole();

    const Theme &m_theme;
    app::ChatPtr m_chat;
    app::RoundId m_round;
    ThemedLabel *m_sentence;
    CallsModel *m_model;
    QTableView *m_table;
    QPlainTextEdit *m_whole;
};

} // namespace ui
