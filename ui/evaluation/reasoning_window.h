// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chat/chats.h"
#include "ui/theme/theme.h"

#include <QDialog>

class QPlainTextEdit;
class QTableView;

namespace app {
class Catalogue;
}

namespace ui {

class ReasoningModel;
class ThemedLabel;

/// How long the lanes thought in one round, side by side: a table, and the thoughts of the chosen
/// lane as plain text. It follows answers that are still written when they end.
class ReasoningWindow : public QDialog
{
    Q_OBJECT
public:
    ReasoningWindow(const Theme &theme, const app::Catalogue &catalogue, app::ChatPtr chat,
                    app::RoundId round, QWidget *parent = nullptr);
    ~ReasoningWindow() override;

    [[nodiscard]] const ReasoningModel &model() const { return *m_model; }
    [[nodiscard]] QString sentence() const;

private:
    QWidget *makeBody();
    QWidget *makeFooter();
    void refresh();
    void refreshThoughts();

    const Theme &m_theme;
    const app::Catalogue &m_catalogue;
    app::ChatPtr m_chat;
    app::RoundId m_round;
    ThemedLabel *m_sentence;
    ReasoningModel *m_model;
    QTableView *m_table;
    QPlainTextEdit *m_thoughts;
};

} // namespace ui
