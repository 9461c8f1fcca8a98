// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chat/round_votes.h"
#include "ui/theme/theme.h"

#include <QDialog>

class QCheckBox;
class QPushButton;
class QTableView;

namespace ui {

class JsonTableModel;
class ThemedLabel;

/// The JSON answers of a round side by side, as they were when the window was opened. Made off the
/// window's thread.
class JsonTableDialog : public QDialog
{
    Q_OBJECT
public:
    JsonTableDialog(const Theme &theme, const app::Conversation &conversation, app::RoundId round,
                    QWidget *parent = nullptr);

    [[nodiscard]] const JsonTableModel &model() const { return *m_model; }
    [[nodiscard]] QTableView &table() const { return *m_table; }

signals:
    void compared(); ///< and shown

private:
    QWidget *makeHeader();
    QWidget *makeTable();
    QWidget *makeFooter();
    void refreshSummary();

    const Theme &m_theme;
    JsonTableModel *m_model;
    QStringList m_names;
    ThemedLabel *m_summary;
    QCheckBox *m_onlyDifferences;
    QTableView *m_table;
    QPushButton *m_export = nullptr;
};

/// Whether two answers of the round at least are JSON.
[[nodiscard]] bool canCompareJson(const app::Conversation &conversation, app::RoundId round);

} // namespace ui
