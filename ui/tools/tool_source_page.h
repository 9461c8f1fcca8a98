// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tools/tool_host.h"
#include "ui/preferences/form_page.h"
#include "ui/theme/theme.h"

class QComboBox;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;
class QTreeWidget;

namespace ui {

class ThemedLabel;

/// One source of tools, to be read and changed. What is typed is a draft until it is saved; the
/// owner decides what has to be confirmed before.
class ToolSourcePage : public FormPage
{
    Q_OBJECT
public:
    explicit ToolSourcePage(const Theme &theme, QWidget *parent = nullptr);

    /// Forgets what was typed.
    void setSource(const app::ToolSource &source);
    /// What was typed once, of the source that is shown.
    void setDraft(const app::ToolSource &draft);
    /// Something is typed that is not in the source that is shown.
    [[nodiscard]] bool hasChanges() const;
    [[nodiscard]] const app::ToolSource &source() const { return m_source; }
    /// What it is doing; null while it is not saved.
    void showHost(const app::ToolHost *host);
    void setPolicy(app::ToolPolicy policy);
    void focusName();
    /// As it is typed; with the id and what is confirmed of the source that is shown.
    [[nodiscard]] app::ToolSource draft() const;
    /// Why the draft cannot be saved; empty: it can.
    [[nodiscard]] QString problem() const;

signals:
    void saveRequested(const app::ToolSource &source);
    void removeRequested(const QString &source);
    void startRequested(const QString &source);
    void stopRequested(const QString &source);
    void logRequested(const QString &source);
    void policyChosen(const QString &source, app::ToolPolicy policy);
    void keyTyped(const QUrl &url, const QString &key);
    void keyForgotten(const QUrl &url);

private:
    void addFields();
    void addCommandFields();
    void addServerFields();
    void addState();
    void addButtons();
    void showFieldsOf(app::ToolSourceKind kind);
    void fill(const app::ToolSource &source);
    void showTools(const QList<app::Tool> &tools);
    void editSchema();
    void refresh();
    [[nodiscard]] QLineEdit *addLine(const QString &label, const QString &hint);
    [[nodiscard]] QPlainTextEdit *addText(const QString &label, const QString &hint, int lines);

    const Theme &m_theme;
    app::ToolSource m_source;
    QJsonObject m_schema;
    QList<app::Tool> m_shownTools;
    bool m_isFilling = false;
    bool m_isSaved = false;
    ThemedLabel *m_kind = nullptr;
    QLineEdit *m_name = nullptr;
    QLineEdit *m_description = nullptr;
    QPushButton *m_schemaButton = nullptr;
    QPlainTextEdit *m_reply = nullptr;
    QLineEdit *m_program = nullptr;
    QPlainTextEdit *m_arguments = nullptr;
    QLineEdit *m_folder = nullptr;
    QPlainTextEdit *m_environment = nullptr;
    QLineEdit *m_url = nullptr;
    QLineEdit *m_key = nullptr;
    QPlainTextEdit *m_headers = nullptr;
    QSpinBox *m_seconds = nullptr;
    QSpinBox *m_megabytes = nullptr;
    QComboBox *m_policy = nullptr;
    ThemedLabel *m_state = nullptr;
    QTreeWidget *m_tools = nullptr;
    ThemedLabel *m_problem = nullptr;
    QPushButton *m_save = nullptr;
    QPushButton *m_start = nullptr;
    QPushButton *m_stop = nullptr;
    QPushButton *m_confirm = nullptr;
    QPushButton *m_forgetKey = nullptr;
    QPushButton *m_log = nullptr;
    QPushButton *m_remove = nullptr;
};

} // namespace ui
