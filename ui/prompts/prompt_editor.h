// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/library/prompt_file.h"
#include "ui/theme/theme.h"

#include <QTimer>
#include <QWidget>

class QFormLayout;
class QLineEdit;
class QPlainTextEdit;

namespace ui {

class ThemedLabel;

/// Name, tags and text of one prompt, with the variables that are found in it and what it looks
/// like when they are filled in. It keeps nothing: its owner gets edited() and asks for prompt().
class PromptEditor : public QWidget
{
    Q_OBJECT
public:
    explicit PromptEditor(const Theme &theme, QWidget *parent = nullptr);

    /// Emits nothing.
    void setPrompt(const app::SavedPrompt &prompt);
    /// As it stands in the fields; the name is normalised.
    [[nodiscard]] app::SavedPrompt prompt() const;
    /// Below the name; empty: none.
    void setNameProblem(const QString &sentence);
    /// A line above everything else: what editing this one means; empty: none.
    void setNote(const QString &sentence);
    void focusName();

signals:
    void edited(); ///< by the user
    void nameEntered(); ///< the name is complete: Enter, or the field was left

private:
    void build();
    void refresh();
    void markProblem(qsizetype position);

    const Theme &m_theme;
    QString m_otherLines;
    QTimer m_refreshTimer; ///< a long text is not taken apart with every key
    ThemedLabel *m_note = nullptr;
    QFormLayout *m_fields = nullptr;
    QLineEdit *m_name = nullptr;
    ThemedLabel *m_nameProblem = nullptr;
    QLineEdit *m_tags = nullptr;
    QPlainTextEdit *m_text = nullptr;
    ThemedLabel *m_status = nullptr;
    QPlainTextEdit *m_preview = nullptr;
    bool m_isShowing = false;
};

} // namespace ui
