// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parameters/json_editor_dialog.h"

#include "ui/parameters/json_highlighter.h"
#include "ui/widgets/fit_to_screen.h"
#include "ui/widgets/themed_label.h"

#include <QDialogButtonBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTextBlock>
#include <QVBoxLayout>

namespace ui {

JsonEditorDialog::JsonEditorDialog(const Texts &texts, JsonChecker checker, const Theme &theme,
                                   QWidget *parent)
    : QDialog(parent), m_checker(std::move(checker)), m_theme(theme)
{
    setWindowTitle(texts.title);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::kStep4, metrics::kStep4, metrics::kStep4, metrics::kStep4);
    layout->setSpacing(metrics::kStep2);
    if (!texts.explanation.isEmpty()) {
        auto *explanation = new ThemedLabel(theme, TextRole::Body, &Colours::secondary, this);
        explanation->setText(texts.explanation);
        explanation->setWordWrap(true);
        layout->addWidget(explanation);
    }
    m_top = new QVBoxLayout;
    layout->addLayout(m_top);
    addEditor();
    m_editor->setAccessibleName(texts.title);
    m_status = new ThemedLabel(theme, TextRole::Small, &Colours::secondary, this);
    m_status->setWordWrap(true);
    layout->addWidget(m_status);
    m_bottom = new QVBoxLayout;
    layout->addLayout(m_bottom);
    addButtons(texts.example);
    recheck();
    m_editor->setFocus();
    resizeWithinScreen(*this, {560, 480});
}

void JsonEditorDialog::addEditor()
{
    m_editor = new QPlainTextEdit(this);
    m_editor->setFont(m_theme.font(TextRole::Code));
    m_editor->setTabChangesFocus(true);
    m_editor->setLineWrapMode(QPlainTextEdit::NoWrap);
    new JsonHighlighter(m_editor->document(), m_theme);
    layout()->addWidget(m_editor);
    connect(m_editor, &QPlainTextEdit::textChanged, this, &JsonEditorDialog::recheck);
}

void JsonEditorDialog::addButtons(const QString &example)
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_take = buttons->button(QDialogButtonBox::Ok);
    buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    m_indent = buttons->addButton(tr("Indent"), QDialogButtonBox::ActionRole);
    m_indent->setAutoDefault(false);
    connect(m_indent, &QPushButton::clicked, this, &JsonEditorDialog::indent);
    if (!example.isEmpty()) {
        auto *insert = buttons->addButton(tr("Insert example"), QDialogButtonBox::ActionRole);
        insert->setAutoDefault(false);
        connect(insert, &QPushButton::clicked, this, [this, example] { setText(example); });
    }
    layout()->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        emit taken(result());
        accept();
    });
}

void JsonEditorDialog::setJson(const QJsonValue &value)
{
    m_editor->setPlainText(jsonText(value));
}

void JsonEditorDialog::setText(const QString &text)
{
    // Through the cursor, so that it can be undone.
    QTextCursor cursor(m_editor->document());
    cursor.select(QTextCursor::Document);
    cursor.insertText(text);
}

QString JsonEditorDialog::text() const
{
    return m_editor->toPlainText();
}

void JsonEditorDialog::recheck()
{
    m_check = m_checker(m_editor->toPlainText());
    const QString problem = m_check.problem.isEmpty() ? otherProblem() : m_check.problem;
    const bool empty = m_check.isOk() && m_check.value.isUndefined();
    m_indent->setEnabled(m_check.isOk() && !empty);
    if (!problem.isEmpty()) {
        showProblem(problem, m_check.position);
    } else {
        m_status->setText(empty ? tr("Empty: it will not be sent.") : tr("This is valid."));
        m_status->setColour(empty ? &Colours::secondary : &Colours::good);
        m_take->setEnabled(true);
        markProblem(-1);
    }
    emit textChecked();
}

void JsonEditorDialog::showProblem(const QString &problem, int position)
{
    QString text = problem;
    if (position >= 0) {
        const QTextBlock line = m_editor->document()->findBlock(position);
        text = tr("Line %1, column %2: %3")
                   .arg(QString::number(line.blockNumber() + 1),
                        QString::number(position - line.position() + 1), problem);
    }
    m_status->setText(text);
    m_status->setColour(&Colours::danger);
    m_take->setEnabled(false);
    markProblem(position);
}

void JsonEditorDialog::setLateProblem(const QString &problem, int position)
{
    if (m_check.isOk() && otherProblem().isEmpty())
        showProblem(problem, position);
}

void JsonEditorDialog::setNote(const QString &note)
{
    if (!m_check.isOk() || !otherProblem().isEmpty())
        return;
    m_status->setText(note);
    m_status->setColour(&Colours::warning);
}

void JsonEditorDialog::markProblem(int position)
{
    QList<QTextEdit::ExtraSelection> marks;
    if (position >= 0) {
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(m_editor->document());
        mark.cursor.setPosition(position);
        mark.format.setBackground(m_theme.colours().dangerGround);
        mark.format.setProperty(QTextFormat::FullWidthSelection, true);
        marks.append(mark);
    }
    m_editor->setExtraSelections(marks);
}

void JsonEditorDialog::indent()
{
    setText(jsonText(m_check.value));
}

} // namespace ui
