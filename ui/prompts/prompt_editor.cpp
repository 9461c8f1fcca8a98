// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/prompts/prompt_editor.h"

#include "app/library/prompt_template.h"
#include "app/library/tags.h"
#include "ui/prompts/prompt_wording.h"
#include "ui/prompts/template_highlighter.h"
#include "ui/widgets/themed_label.h"

#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScopedValueRollback>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {
constexpr std::chrono::milliseconds kRefreshAfter{120};
constexpr int kTextMargin = 6;
/// What a preview shows; nobody reads more of it there.
constexpr qsizetype kLongestPreview = 20'000;
} // namespace

PromptEditor::PromptEditor(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme),
      m_note(new ThemedLabel(theme, TextRole::Small, &Colours::secondary, this)),
      m_name(new QLineEdit(this)),
      m_nameProblem(new ThemedLabel(theme, TextRole::Small, &Colours::danger, this)),
      m_tags(new QLineEdit(this)), m_text(new QPlainTextEdit(this)),
      m_status(new ThemedLabel(theme, TextRole::Small, &Colours::secondary, this)),
      m_preview(new QPlainTextEdit(this))
{
    build();
    m_refreshTimer.setSingleShot(true);
    m_refreshTimer.setInterval(kRefreshAfter);
    connect(&m_refreshTimer, &QTimer::timeout, this, &PromptEditor::refresh);
    connect(m_name, &QLineEdit::textEdited, this, &PromptEditor::edited);
    connect(m_name, &QLineEdit::editingFinished, this, &PromptEditor::nameEntered);
    connect(m_tags, &QLineEdit::textEdited, this, &PromptEditor::edited);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        // Colours are changes too, but no edits.
        if (m_isShowing || !m_text->document()->isModified())
            return;
        m_refreshTimer.start();
        emit edited();
    });
}

void PromptEditor::build()
{
    for (ThemedLabel *label : {m_note, m_nameProblem, m_status})
        label->setWordWrap(true);
    m_note->hide();
    m_nameProblem->hide();
    m_name->setMaxLength(int(app::kLongestPromptName));
    m_name->setAccessibleName(tr("Name"));
    m_tags->setPlaceholderText(tr("parted by commas"));
    m_tags->setAccessibleName(tr("Tags"));
    m_text->setTabChangesFocus(true);
    m_text->setAccessibleName(tr("Text of the prompt"));
    new TemplateHighlighter(m_text->document(), m_theme);
    m_text->document()->setDocumentMargin(kTextMargin);
    m_preview->setReadOnly(true);
    m_preview->setFrameShape(QFrame::NoFrame);
    m_preview->viewport()->setAutoFillBackground(false);
    m_preview->document()->setDocumentMargin(0);
    m_preview->setTabChangesFocus(true);
    m_preview->setAccessibleName(tr("Preview"));

    auto *name = new QLabel(tr("&Name"), this);
    name->setBuddy(m_name);
    auto *tags = new QLabel(tr("&Tags"), this);
    tags->setBuddy(m_tags);
    m_fields = new QFormLayout;
    m_fields->setHorizontalSpacing(metrics::kStep3);
    m_fields->setVerticalSpacing(metrics::kStep2);
    m_fields->addRow(name, m_name);
    m_fields->addRow(QString(), m_nameProblem);
    m_fields->addRow(tags, m_tags);
    m_fields->setRowVisible(m_nameProblem, false);
    auto *preview = new ThemedLabel(m_theme, TextRole::Small, &Colours::secondary, this);
    preview->setText(tr("Preview"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::kStep4, metrics::kStep4, metrics::kStep4, metrics::kStep4);
    layout->setSpacing(metrics::kStep2);
    layout->addWidget(m_note);
    layout->addLayout(m_fields);
    layout->addSpacing(metrics::kStep1);
    layout->addWidget(m_text, 3);
    layout->addWidget(m_status);
    layout->addSpacing(metrics::kStep1);
    layout->addWidget(preview);
    layout->addWidget(m_preview, 2);
}

void PromptEditor::setPrompt(const app::SavedPrompt &prompt)
{
    const QScopedValueRollback showing(m_isShowing, true);
    m_otherLines = prompt.otherLines;
    m_name->setText(prompt.name);
    m_tags->setText(prompt.tags.join(u", "_s));
    if (m_text->toPlainText() != prompt.text)
        m_text->setPlainText(prompt.text);
    m_text->document()->setModified(false);
    setNameProblem({});
    refresh();
}

app::SavedPrompt PromptEditor::prompt() const
{
    return {app::normalisedPromptName(m_name->text()),
            app::normalisedTags(m_tags->text().split(u',')), m_text->toPlainText(), m_otherLines};
}

void PromptEditor::setNameProblem(const QString &sentence)
{
    m_nameProblem->setText(sentence);
    m_fields->setRowVisible(m_nameProblem, !sentence.isEmpty());
}

void PromptEditor::setNote(const QString &sentence)
{
    m_note->setText(sentence);
    m_note->setVisible(!sentence.isEmpty());
}

void PromptEditor::focusName()
{
    m_name->setFocus(Qt::OtherFocusReason);
    m_name->selectAll();
}

void PromptEditor::refresh()
{
    m_refreshTimer.stop();
    const QString text = m_text->toPlainText();
    const app::PromptTemplate prompt(text);
    const bool isFine = prompt.problems().isEmpty();
    m_status->setText(isFine ? variablesText(prompt.variables())
                             : problemText(prompt.problems().constFirst(), text));
    m_status->setColour(isFine ? &Colours::secondary : &Colours::warning);
    markProblem(isFine ? -1 : prompt.problems().constFirst().position);
    const QString preview = previewText(prompt).left(kLongestPreview);
    if (preview != m_preview->toPlainText())
        m_preview->setPlainText(preview);
}

void PromptEditor::markProblem(qsizetype position)
{
    QList<QTextEdit::ExtraSelection> marks;
    if (position >= 0) {
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(m_text->document());
        mark.cursor.setPosition(int(position));
        mark.format.setBackground(m_theme.colours().dangerGround);
        mark.format.setProperty(QTextFormat::FullWidthSelection, true);
        marks.append(mark);
    }
    m_text->setExtraSelections(marks);
}

} // namespace ui
