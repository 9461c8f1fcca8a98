// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/prompts/composer_prompts.h"

#include "app/base/when_done.h"
#include "app/library/prompt_template.h"
#include "ui/composer/composer.h"
#include "ui/composer/prompt_edit.h"
#include "ui/prompts/prompt_form.h"
#include "ui/prompts/prompt_popup.h"
#include "ui/prompts/prompt_wording.h"
#include "ui/prompts/prompts_window.h"
#include "ui/widgets/flat_button.h"
#include "ui/widgets/toast.h"

#include <QKeyEvent>
#include <QMenu>
#include <QTextBlock>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int kPopupPage = 7;
constexpr qsizetype kLongestFilter = 60;

/// The first words of a text as the name of a prompt.
QString proposedName(const QString &text)
{
    constexpr qsizetype kProposed = 50;
    QString line = text.trimmed().section(u'\n', 0, 0).left(2 * kProposed).simplified();
    if (line.size() > kProposed) {
        const qsizetype space = line.lastIndexOf(u' ', kProposed);
        line = line.left(space > 0 ? space : kProposed);
    }
    return app::normalisedPromptName(line);
}

} // namespace

ComposerPrompts::ComposerPrompts(const Theme &theme, app::Prompts &prompts, Composer &composer)
    : QObject(&composer), m_theme(theme), m_prompts(prompts), m_composer(composer),
      m_edit(composer.edit())
{
    addButton(composer);
    m_edit.installEventFilter(this);
    composer.installEventFilter(this);
    connect(m_edit.document(), &QTextDocument::contentsChange, this, &ComposerPrompts::takeChange);
    connect(&m_edit, &PromptEdit::textChanged, this, &ComposerPrompts::refreshList);
    connect(&m_edit, &PromptEdit::cursorPositionChanged, this, [this] {
        if (isListShown())
            refreshList();
    });
    connect(&m_prompts, &app::Prompts::changed, this, [this] {
        if (m_popup)
            m_popup->setEntries(m_prompts.entries());
        if (m_isArmed)
            refreshList();
    });
}

void ComposerPrompts::addButton(Composer &composer)
{
    m_button = new FlatButton(m_theme, {}, tr("Prompts"), &composer);
    m_button->setTextRole(TextRole::Small);
    m_button->setToolTip(tr("Insert a prompt of the library, or save this one; “/” at the start "
                            "of a message does it too"));
    connect(m_button, &FlatButton::clicked, this, &ComposerPrompts::openMenu);
    composer.addTool(m_button);
}

void ComposerPrompts::openMenu()
{
    auto *menu = new QMenu(m_button);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(tr("Insert a prompt…")), &QAction::triggered, this,
            &ComposerPrompts::openList);
    QAction *saving = menu->addAction(tr("Save this prompt to the library…"));
    saving->setEnabled(!m_edit.toPlainText().trimmed().isEmpty());
    connect(saving, &QAction::triggered, this, &ComposerPrompts::saveToLibrary);
    menu->addSeparator();
    connect(menu->addAction(tr("Prompt library…")), &QAction::triggered, this,
            [this] { PromptsWindow::showFor(m_theme, m_prompts, m_composer.window()); });
    menu->popup(m_button->mapToGlobal(QPoint(0, -menu->sizeHint().height())));
    menu->setActiveAction(menu->actions().constFirst());
}

/// As if the slash had been typed.
void ComposerPrompts::openList()
{
    m_edit.setFocus(Qt::OtherFocusReason);
    QTextCursor cursor(m_edit.document());
    cursor.insertText(u"/"_s);
    m_edit.setTextCursor(cursor);
    refreshList();
}

bool ComposerPrompts::isListShown() const
{
    return m_popup && m_popup->isVisible();
}

/// Only a slash that was typed opens the list: not one in a draft that is shown.
void ComposerPrompts::takeChange(int position, int removed, int added)
{
    const QTextDocument &document = *m_edit.document();
    const bool isOne = added - removed == 1 || document.characterCount() == 2; // the end counts
    const bool isTyped = isOne && m_edit.hasFocus() && document.isUndoAvailable();
    if (position == 0 && isTyped && document.characterAt(0) == u'/') {
        m_isArmed = true;
        m_prompts.refresh();
    }
}

std::optional<QString> ComposerPrompts::typedFilter() const
{
    if (!m_isArmed || m_edit.document()->characterAt(0) != u'/')
        return std::nullopt;
    const QTextCursor cursor = m_edit.textCursor();
    if (cursor.position() < 1 || cursor.blockNumber() > 0 || cursor.hasSelection())
        return std::nullopt;
    const QString filter = cursor.block().text().mid(1, cursor.position() - 1);
    if (filter.size() > kLongestFilter || filter.contains(u'/'))
        return std::nullopt;
    return filter;
}

void ComposerPrompts::refreshList()
{
    if (m_edit.document()->characterAt(0) != u'/')
        m_isArmed = false;
    const auto filter = typedFilter();
    if (!filter || !m_edit.hasFocus())
        return closeList();
    if (m_popup && m_popup->parentWidget() != m_composer.window())
        delete m_popup; // the lane went to another window
    if (!m_popup) {
        m_popup = new PromptPopup(m_theme, m_composer.window());
        m_popup->setEntries(m_prompts.entries());
        connect(m_popup, &PromptPopup::chosen, this, &ComposerPrompts::choose);
        connect(this, &QObject::destroyed, m_popup, &QObject::deleteLater);
    }
    if (m_popup->setFilter(*filter))
        m_popup->showAt(*m_edit.parentWidget());
    else
        closeList();
}

void ComposerPrompts::closeList()
{
    if (m_popup)
        m_popup->hide();
}

bool ComposerPrompts::eventFilter(QObject *watched, QEvent *event)
{
    const bool isMoved = event->type() == QEvent::Move || event->type() == QEvent::Resize;
    if (watched == &m_composer && isMoved && isListShown())
        m_popup->showAt(*m_edit.parentWidget()); // it grows and shrinks with its lines
    if (watched != &m_edit || !isListShown())
        return QObject::eventFilter(watched, event);
    switch (event->type()) {
    case QEvent::ShortcutOverride:
        if (static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
            event->accept(); // it closes the list, and stops no reply
            return true;
        }
        break;
    case QEvent::KeyPress:
        if (takeKey(*static_cast<QKeyEvent *>(event)))
            return true;
        break;
    case QEvent::FocusOut:
    case QEvent::Hide:
        closeList();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

bool ComposerPrompts::takeKey(const QKeyEvent &event)
{
    if (event.modifiers() & ~Qt::KeypadModifier)
        return false;
    switch (event.key()) {
    case Qt::Key_Up:
        m_popup->moveSelection(-1);
        return true;
    case Qt::Key_Down:
        m_popup->moveSelection(1);
        return true;
    case Qt::Key_PageUp:
        m_popup->moveSelection(-kPopupPage);
        return true;
    case Qt::Key_PageDown:
        m_popup->moveSelection(kPopupPage);
        return true;
    case Qt::Key_Escape:
        m_isArmed = false;
        closeList();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Tab:
        choose(m_popup->selected());
        return true;
    default:
        return false;
    }
}

void ComposerPrompts::choose(const QString &id)
{
    closeList();
    app::whenDone(m_prompts.load(id), this, [this](const app::Result<app::SavedPrompt> &prompt) {
        if (prompt)
            insert(*prompt);
        else
            tell(tr("The prompt cannot be read: %1").arg(promptFailure(prompt.error())));
    });
}

void ComposerPrompts::insert(const app::SavedPrompt &prompt)
{
    if (app::PromptTemplate(prompt.text).variables().isEmpty())
        fillIn(prompt, {});
    else
        ask(prompt);
}

void ComposerPrompts::ask(const app::SavedPrompt &prompt)
{
    auto *form = new PromptForm(m_theme, prompt.name, app::PromptTemplate(prompt.text).variables(),
                                m_prompts.lastValues(prompt.name), m_composer.window());
    form->setAttribute(Qt::WA_DeleteOnClose);
    connect(form, &PromptForm::filled, this, [this, prompt](const QHash<QString, QString> &values) {
        m_prompts.setLastValues(prompt.name, values);
        fillIn(prompt, values);
    });
    connect(form, &QDialog::finished, &m_edit, [this] { m_composer.focusText(); });
    form->open();
}

void ComposerPrompts::fillIn(const app::SavedPrompt &prompt, const QHash<QString, QString> &values)
{
    const auto filled = app::PromptTemplate(prompt.text).fill(values);
    const auto token = typedFilter();
    QTextCursor cursor = m_edit.textCursor();
    if (token) {
        cursor.setPosition(0);
        cursor.setPosition(int(token->size()) + 1, QTextCursor::KeepAnchor);
    }
    m_isArmed = false;
    const int start = cursor.selectionStart();
    cursor.insertText(filled.text); // over what is selected: one step of undo
    cursor.setPosition(start + int(filled.cursor));
    m_edit.setTextCursor(cursor);
    m_edit.ensureCursorVisible();
    m_composer.focusText();
}

void ComposerPrompts::saveToLibrary()
{
    const QString text = m_edit.toPlainText();
    QString name = proposedName(text);
    if (name.isEmpty())
        name = tr("New prompt");
    const app::SavedPrompt prompt{m_prompts.freeName(name), {}, text};
    app::whenDone(m_prompts.save(prompt, {}), this, [this](const app::Result<QString> &id) {
        if (!id)
            return tell(tr("The prompt cannot be saved: %1").arg(promptFailure(id.error())));
        PromptsWindow::showFor(m_theme, m_prompts, m_composer.window())->editName(*id);
    });
}

void ComposerPrompts::tell(const QString &sentence)
{
    if (!m_toast)
        m_toast = new Toast(m_theme, m_composer.window());
    m_toast->showMessage(sentence);
}

} // namespace ui
