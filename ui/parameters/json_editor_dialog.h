// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/parameters/json_check.h"
#include "ui/theme/theme.h"

#include <QDialog>

class QPlainTextEdit;
class QPushButton;
class QVBoxLayout;

namespace ui {

class ThemedLabel;

/// JSON, typed and checked at every key; what does not pass cannot be taken. Shown with open();
/// taken() comes when the user accepts, with Undefined for an empty text.
class JsonEditorDialog : public QDialog
{
    Q_OBJECT
public:
    struct Texts
    {
        QString title;
        QString explanation;
        QString example; ///< put in by "Insert example"; empty: no such button
    };

    JsonEditorDialog(const Texts &texts, JsonChecker checker, const Theme &theme,
                     QWidget *parent = nullptr);

    void setJson(const QJsonValue &value);
    void setText(const QString &text);
    [[nodiscard]] const JsonCheck &check() const { return m_check; }

signals:
    void taken(const QJsonValue &value);
    void textChecked(); ///< anew, after every change

protected:
    /// For what a subclass asks besides; between explanation and editor.
    [[nodiscard]] QVBoxLayout *topLayout() const { return m_top; }
    /// Between the line that says what the check found and the buttons.
    [[nodiscard]] QVBoxLayout *bottomLayout() const { return m_bottom; }
    [[nodiscard]] const Theme &theme() const { return m_theme; }
    [[nodiscard]] QString text() const;
    /// Of a check that takes longer, of the text as it is: it cannot be taken like this. `position`
    /// in UTF-16 units. Until the next change.
    void setLateProblem(const QString &problem, int position);
    /// Likewise, but it can be taken all the same.
    void setNote(const QString &note);
    /// Of a value that passed the check; the subclass may wrap it.
    [[nodiscard]] virtual QJsonValue result() const { return m_check.value; }
    /// A problem of what topLayout() holds; empty: none.
    [[nodiscard]] virtual QString otherProblem() const { return {}; }
    void recheck();

private:
    void addEditor();
    void showProblem(const QString &problem, int position);
    void addButtons(const QString &example);
    void markProblem(int position);
    void indent();

    const JsonChecker m_checker;
    const Theme &m_theme;
    JsonCheck m_check;
    QVBoxLayout *m_top = nullptr;
    QVBoxLayout *m_bottom = nullptr;
    QPlainTextEdit *m_editor = nullptr;
    ThemedLabel *m_status = nullptr;
    QPushButton *m_take = nullptr;
    QPushButton *m_indent = nullptr;
};

} // namespace ui
