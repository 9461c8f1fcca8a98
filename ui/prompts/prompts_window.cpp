// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/prompts/prompts_window.h"

#include "app/base/when_done.h"
#include "app/library/starter_prompts.h"
#include "ui/prompts/prompt_delegate.h"
#include "ui/prompts/prompt_editor.h"
#include "ui/prompts/prompt_wording.h"
#include "ui/widgets/fit_to_screen.h"
#include "ui/widgets/flat_button.h"
#include "ui/widgets/ground.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/themed_label.h"
#include "ui/widgets/toast.h"
#include "ui/wording/error_wording.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {
constexpr QSize kPromptsWindowSize{960, 680};
constexpr int kPromptListWidth = 300;
constexpr std::chrono::milliseconds kSaveAfter{600};
constexpr int kLongestShownName = 60;
constexpr int kMostShownFiles = 5;
} // namespace

PromptsWindow::PromptsWindow(const Theme &theme, app::Prompts &prompts, QWidget *parent)
    : QDialog(parent), m_theme(theme), m_prompts(prompts), m_notice(new MessageBar(theme, this)),
      m_filter(new QLineEdit(this)), m_view(new QListView(this)),
      m_editor(new PromptEditor(theme, this)), m_toast(nullptr)
{
    setWindowTitle(tr("Prompt library"));
    setWindowFlag(Qt::WindowMaximizeButtonHint);
    build();
    m_saveTimer.setSingleShot(true);
    m_saveTimer.setInterval(kSaveAfter);
    bind();
    resizeWithinScreen(*this, kPromptsWindowSize);
    takeEntries();
    m_prompts.refresh();
}

PromptsWindow::~PromptsWindow()
{
    hide(); // the name that is left saves itself, while all of this is there
    disconnect(&m_prompts, nullptr, this, nullptr);
    flush();
    for (const Write &write : m_writes.mid(1)) // the first one is on its way
        (void)m_prompts.save(write.prompt, write.id);
}

PromptsWindow *PromptsWindow::showFor(const Theme &theme, app::Prompts &prompts, QWidget *window)
{
    QWidget *owner = window->window();
    auto *shown = owner->findChild<PromptsWindow *>(QString(), Qt::FindDirectChildrenOnly);
    if (!shown)
        shown = new PromptsWindow(theme, prompts, owner);
    else
        prompts.refresh();
    shown->show();
    shown->raise();
    shown->activateWindow();
    return shown;
}

void PromptsWindow::build()
{
    auto *columns = new QHBoxLayout;
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(0);
    columns->addWidget(makeList());
    columns->addWidget(new Separator(m_theme, Qt::Vertical, this));
    columns->addWidget(makeEditor(), 1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->setContentsMargins(metrics::kStep3, metrics::kStep2, metrics::kStep3, metrics::kStep2);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false); // Enter ends a name
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_notice);
    layout->addLayout(columns, 1);
    layout->addWidget(new Separator(m_theme, Qt::Horizontal, this));
    layout->addWidget(buttons);
    m_toast = new Toast(m_theme, m_pages);
}

QWidget *PromptsWindow::makeList()
{
    auto *panel = new Ground(m_theme, &Colours::panel, this);
    panel->setFixedWidth(kPromptListWidth);
    m_filter->setPlaceholderText(tr("Filter by name or tag"));
    m_filter->setAccessibleName(tr("Filter prompts"));
    m_filter->setClearButtonEnabled(true);
    m_view->setModel(&m_model);
    m_view->setItemDelegate(new PromptDelegate(m_model, m_theme, m_view));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setUniformItemSizes(true);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setAccessibleName(tr("Prompts"));
    m_view->viewport()->setAutoFillBackground(false);
    auto *top = new QVBoxLayout;
    top->setContentsMargins(metrics::kStep2, metrics::kStep2, metrics::kStep2, metrics::kStep2);
    top->addWidget(m_filter);
    auto *layout = new QVBoxLayout(panel);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addWidget(m_view, 1);
    layout->addWidget(new Separator(m_theme, Qt::Horizontal, panel));
    layout->addWidget(makeButtons());
    return panel;
}

QWidget *PromptsWindow::makeButtons()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(metrics::kStep2, metrics::kStep1, metrics::kStep2, metrics::kStep1);
    layout->setSpacing(metrics::kStep1);
    auto *fresh = new FlatButton(m_theme, u"plus"_s, tr("New"), row);
    m_duplicate = new FlatButton(m_theme, u"copy"_s, tr("Duplicate"), row);
    m_duplicate->setIconOnly(true);
    m_remove = new FlatButton(m_theme, u"delete"_s, tr("Delete"), row);
    m_remove->setIconOnly(true);
    auto *more = new FlatButton(m_theme, u"more"_s, tr("More"), row);
    more->setIconOnly(true);
    for (FlatButton *button : {fresh, m_duplicate, m_remove, more})
        button->setFocusPolicy(Qt::TabFocus);
    layout->addWidget(fresh);
    layout->addStretch(1);
    layout->addWidget(m_duplicate);
    layout->addWidget(m_remove);
    layout->addWidget(more);
    connect(fresh, &FlatButton::clicked, this, [this] {
        add({m_prompts.freeName(tr("New prompt")), {}, {}});
    });
    connect(m_duplicate, &FlatButton::clicked, this, [this] {
        app::SavedPrompt copy = m_editor->prompt();
        copy.name = m_prompts.freeName(m_saved.name);
        add(copy);
    });
    connect(m_remove, &FlatButton::clicked, this, &PromptsWindow::remove);
    connect(more, &FlatButton::clicked, this, [this, more] {
        auto *menu = new QMenu(more);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        fillMenu(*menu);
        menu->popup(more->mapToGlobal(QPoint(0, -menu->sizeHint().height())));
        menu->setActiveAction(menu->actions().constFirst());
    });
    return row;
}

QWidget *PromptsWindow::makeEditor()
{
    m_pages = new QStackedWidget(this);
    auto *nothing = new ThemedLabel(m_theme, TextRole::Body, &Colours::secondary, m_pages);
    nothing->setAlignment(Qt::AlignCenter);
    nothing->setText(tr("Choose a prompt, or write a new one."));
    m_pages->addWidget(nothing);
    m_pages->addWidget(m_editor);
    return m_pages;
}

void PromptsWindow::fillMenu(QMenu &menu)
{
    connect(menu.addAction(tr("Import…")), &QAction::triggered, this, &PromptsWindow::askForFiles);
    QAction *exporting = menu.addAction(tr("Export…"));
    exporting->setEnabled(!m_current.isEmpty());
    connect(exporting, &QAction::triggered, this, &PromptsWindow::exportCurrent);
    menu.addSeparator();
    QAction *starters = menu.addAction(tr("Show all prompts that come with the program"));
    starters->setEnabled(m_prompts.hasHiddenStarters());
    connect(starters, &QAction::triggered, this, [this] { m_prompts.showAllStarters(); });
}

void PromptsWindow::bind()
{
    connect(&m_saveTimer, &QTimer::timeout, this, &PromptsWindow::flush);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_wanted = m_wanted.isEmpty() ? m_current : m_wanted;
        m_model.setFilter(text);
        takeEntries();
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &PromptsWindow::takeSelection);
    connect(m_editor, &PromptEditor::edited, this, [this] {
        m_isEdited = true;
        m_saveTimer.start();
        checkName();
    });
    connect(m_editor, &PromptEditor::nameEntered, this, &PromptsWindow::flush);
    connect(&m_prompts, &app::Prompts::changed, this, [this] {
        m_wanted = m_wanted.isEmpty() ? m_current : m_wanted;
        m_model.setEntries(m_prompts.entries());
        takeEntries();
    });
    connect(&m_prompts, &app::Prompts::writeFailed, this,
            [this](const app::Error &error) { tell(promptFailure(error)); });
    m_model.setEntries(m_prompts.entries());
}

/// The list was filled anew: back to the prompt that is to be shown.
void PromptsWindow::takeEntries()
{
    int row = m_model.rowOf(m_wanted);
    if (row < 0 && !m_wanted.isEmpty() && !m_filter->text().isEmpty() && m_wanted != m_current) {
        m_filter->clear(); // a new one must be seen
        return;
    }
    if (row >= 0)
        m_wanted.clear();
    if (row < 0 && m_current.isEmpty() && m_model.rowCount() > 0)
        row = 0;
    m_view->setCurrentIndex(row >= 0 ? m_model.index(row) : QModelIndex());
    if (row >= 0)
        m_view->scrollTo(m_model.index(row));
    else if (m_current.isEmpty())
        showNothing();
    tellUnreadable();
}

void PromptsWindow::tellUnreadable()
{
    QStringList files = m_prompts.unreadable().mid(0, kMostShownFiles);
    for (QString &file : files)
        file = shortened(file, kLongestShownName);
    if (m_prompts.isCut())
        tell(tr("There are more than %n prompt(s); the rest is not shown.", nullptr,
                int(app::PromptFolder::kMostPrompts)));
    else if (!files.isEmpty())
        tell(tr("Not all files in %1 are prompts: %2 cannot be read.")
                 .arg(m_prompts.folder(), files.join(u", "_s)));
}

void PromptsWindow::takeSelection()
{
    const QModelIndex index = m_view->currentIndex();
    const QString id = index.isValid() ? m_model.entry(index.row()).id : QString();
    if (id == m_current || (id.isEmpty() && m_model.rowCount() > 0))
        return; // a filter that hides it does not close it
    flush();
    m_wanted.clear();
    m_current = id;
    if (id.isEmpty())
        return showNothing();
    app::whenDone(m_prompts.load(id), this,
                  [this, id](const app::Result<app::SavedPrompt> &prompt) {
                      if (id != m_current)
                          return;
                      if (prompt)
                          return showPrompt(*prompt);
                      showNothing();
                      tell(tr("The prompt cannot be read: %1").arg(promptFailure(prompt.error())));
                  });
}

void PromptsWindow::showNothing()
{
    m_current.clear();
    m_pages->setCurrentIndex(0);
    showKind();
}

void PromptsWindow::showPrompt(const app::SavedPrompt &prompt)
{
    m_saved = prompt;
    m_editor->setPrompt(prompt);
    showKind();
    m_pages->setCurrentWidget(m_editor);
    if (std::exchange(m_isNameWanted, false))
        m_editor->focusName();
}

/// A starter, or one's own.
void PromptsWindow::showKind()
{
    const bool isStarter = app::isStarterId(m_current);
    m_editor->setNote(isStarter ? tr("This prompt comes with the program. What you change becomes "
                                     "a prompt of your own.")
                                : QString());
    m_remove->setText(isStarter ? tr("Hide") : tr("Delete"));
    m_remove->setToolTip(m_remove->text());
    m_remove->setAccessibleName(m_remove->text());
    m_duplicate->setEnabled(!m_current.isEmpty());
    m_remove->setEnabled(!m_current.isEmpty());
}

void PromptsWindow::edit(const QString &id)
{
    m_wanted = id;
    takeEntries();
}

void PromptsWindow::editName(const QString &id)
{
    m_isNameWanted = true;
    edit(id);
}

void PromptsWindow::checkName()
{
    const QString name = m_editor->prompt().name;
    if (name.isEmpty())
        m_editor->setNameProblem(tr("A prompt needs a name. Until then it keeps the old one."));
    else if (m_prompts.isTaken(name, m_current))
        m_editor->setNameProblem(
            tr("Another prompt has this name. Until it has one of its own, the old one is kept."));
    else
        m_editor->setNameProblem({});
}

void PromptsWindow::flush()
{
    m_saveTimer.stop();
    if (m_current.isEmpty() || !std::exchange(m_isEdited, false))
        return;
    app::SavedPrompt prompt = m_editor->prompt();
    if (prompt.name.isEmpty() || m_prompts.isTaken(prompt.name, m_current))
        prompt.name = m_saved.name;
    if (prompt == m_saved)
        return;
    m_writes.append({prompt, m_current});
    if (m_writes.size() == 1)
        writeNext();
}

void PromptsWindow::writeNext()
{
    const Write write = m_writes.constFirst();
    app::whenDone(m_prompts.save(write.prompt, write.id), this,
                  [this, write](const app::Result<QString> &id) { written(write, id); });
}

void PromptsWindow::written(const Write &write, const app::Result<QString> &id)
{
    m_writes.removeFirst();
    if (!id) {
        tell(tr("The prompt “%1” cannot be saved: %2")
                 .arg(shortened(write.prompt.name, kLongestShownName), promptFailure(id.error())));
        if (write.id == m_current)
            m_isEdited = true; // it is tried again with the next change and at the end
    } else {
        for (Write &later : m_writes)
            later.id = later.id == write.id ? *id : later.id;
        if (m_current == write.id) {
            m_current = *id;
            m_saved = write.prompt;
            showKind();
            m_wanted = *id;
            takeEntries();
        }
    }
    if (!m_writes.isEmpty())
        writeNext();
}

void PromptsWindow::tell(const QString &sentence)
{
    m_notice->showMessage(sentence, MessageBar::Tone::Warning);
}

void PromptsWindow::hideEvent(QHideEvent *event)
{
    QDialog::hideEvent(event);
    flush();
}

} // namespace ui
