// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tools/tools_dialog.h"

#include "app/base/ids.h"
#include "app/base/visible_text.h"
#include "app/base/when_done.h"
#include "app/services.h"
#include "app/settings/secret_store.h"
#include "app/settings/settings.h"
#include "app/tools/command_fingerprint.h"
#include "app/tools/mcp/mcp_host.h"
#include "app/tools/tool_registry.h"
#include "ui/evaluation/plain_text_dialog.h"
#include "ui/tools/confirm_command_dialog.h"
#include "ui/tools/tool_rules_page.h"
#include "ui/tools/tool_source_page.h"
#include "ui/tools/tool_wording.h"
#include "ui/widgets/fit_to_screen.h"
#include "ui/widgets/themed_label.h"
#include "ui/widgets/toast.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QListWidget>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSet>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int kToolListWidth = 220;
constexpr QSize kToolsSize{860, 620};
constexpr QSize kLeastToolsSize{640, 400};
constexpr int kSourceRole = Qt::UserRole;
constexpr int kMostToolNameShown = 80;
enum ToolsPage { NothingYet, OneSource, AllRules };

app::ToolSource blankSource(const QString &id, app::ToolSourceKind kind)
{
    app::ToolSource source;
    source.id = id;
    source.kind = kind;
    return source;
}

} // namespace

ToolsDialog::ToolsDialog(const Theme &theme, app::Services &services, QWidget *parent)
    : QDialog(parent), m_theme(theme), m_services(services), m_toast(new Toast(theme, this))
{
    setWindowTitle(tr("Tools"));
    setMinimumSize(kLeastToolsSize);
    resizeWithinScreen(*this, kToolsSize);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::kStep4, metrics::kStep4, metrics::kStep4, metrics::kStep4);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(metrics::kStep3);
    layout->addLayout(columns, 1);
    addList(columns);
    addPages(columns);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    // Return in a field must not close the dialog.
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    buttons->button(QDialogButtonBox::Close)->setText(tr("Close"));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);
    connect(m_services.tools.get(), &app::ToolRegistry::hostsChanged, this, &ToolsDialog::fillList);
    connect(m_services.tools.get(), &app::ToolRegistry::hostChanged, this,
            &ToolsDialog::refreshHost);
    connect(m_services.settings.get(), &app::Settings::toolRulesChanged, this,
            [this] { m_page->setPolicy(policyOf(m_page->source().id)); });
    fillList();
    m_list->setCurrentRow(0);
    showSelected();
}

ToolsDialog::~ToolsDialog() = default;

void ToolsDialog::addList(QBoxLayout *layout)
{
    auto *column = new QWidget(this);
    column->setFixedWidth(kToolListWidth);
    auto *lines = new QVBoxLayout(column);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(metrics::kStep2);
    m_list = new QListWidget(column);
    m_list->setAccessibleName(tr("Tools"));
    m_list->setSpacing(2);
    lines->addWidget(m_list, 1);
    connect(m_list, &QListWidget::currentRowChanged, this, &ToolsDialog::showSelected);
    const auto addButton = [&](const QString &text) {
        auto *button = new QPushButton(text, column);
        button->setAutoDefault(false);
        lines->addWidget(button);
        return button;
    };
    auto *menu = new QMenu(this);
    const auto addKind = [&](app::ToolSourceKind kind) {
        connect(menu->addAction(toolKindSentence(kind)), &QAction::triggered, this,
                [this, kind] { addSource(kind); });
    };
    addKind(app::ToolSourceKind::ByHand);
    addKind(app::ToolSourceKind::Command);
    addKind(app::ToolSourceKind::McpCommand);
    addKind(app::ToolSourceKind::McpUrl);
    addButton(tr("Add"))->setMenu(menu);
    connect(addButton(tr("What you allowed")), &QPushButton::clicked, this, [this] {
        m_list->setCurrentRow(-1);
        showSelected();
        m_pages->setCurrentIndex(AllRules);
    });
    layout->addWidget(column);
}

void ToolsDialog::addPages(QBoxLayout *layout)
{
    m_pages = new QStackedWidget(this);
    auto *empty = new ThemedLabel(m_theme, TextRole::Body, &Colours::secondary, m_pages);
    empty->setWordWrap(true);
    empty->setAlignment(Qt::AlignCenter);
    empty->setText(
        tr("A tool is something that a model may ask for while it answers. You answer it "
           "yourself, or a program or an MCP server does. Add one, then choose it in the "
           "parameters of a lane."));
    empty->setContentsMargins(metrics::kStep5, 0, metrics::kStep5, 0);
    m_page = new ToolSourcePage(m_theme, m_pages);
    m_pages->addWidget(empty);
    m_pages->addWidget(m_page);
    m_pages->addWidget(new ToolRulesPage(m_theme, *m_services.settings, m_pages));
    layout->addWidget(m_pages, 1);
    bindPage();
}

void ToolsDialog::bindPage()
{
    connect(m_page, &ToolSourcePage::saveRequested, this, &ToolsDialog::save);
    connect(m_page, &ToolSourcePage::removeRequested, this, &ToolsDialog::remove);
    connect(m_page, &ToolSourcePage::logRequested, this, &ToolsDialog::showLog);
    connect(m_page, &ToolSourcePage::startRequested, this, [this](const QString &source) {
        if (app::ToolHost *found = host(source))
            found->start();
    });
    connect(m_page, &ToolSourcePage::stopRequested, this, [this](const QString &source) {
        if (app::ToolHost *found = host(source))
            found->stop();
    });
    connect(m_page, &ToolSourcePage::policyChosen, this,
            [this](const QString &source, app::ToolPolicy policy) {
                m_services.settings->setToolPolicy({source, {}}, policy);
            });
    connect(m_page, &ToolSourcePage::keyTyped, this, &ToolsDialog::keepKey);
    connect(m_page, &ToolSourcePage::keyForgotten, this, &ToolsDialog::forgetKey);
}

app::ToolHost *ToolsDialog::host(const QString &source) const
{
    return m_services.tools->host(source);
}

app::ToolPolicy ToolsDialog::policyOf(const QString &source) const
{
    return m_services.settings->toolPolicy({source, {}}).value_or(app::ToolPolicy::Ask);
}

void ToolsDialog::fillList()
{
    const QSignalBlocker silent(m_list);
    m_list->clear();
    QSet<QString> saved;
    for (const app::ToolSource &source : m_services.settings->toolSources()) {
        saved.insert(source.id);
        addRow(source, toolKindText(source.kind));
    }
    for (const app::ToolSource &draft : std::as_const(m_drafts)) {
        if (!saved.contains(draft.id))
            addRow(draft, tr("not saved"));
    }
    refreshHost(m_page->source().id); // it may have got another one
}

void ToolsDialog::addRow(const app::ToolSource &source, const QString &what)
{
    const QString name =
        source.name.isEmpty() ? tr("no name") : strangersText(source.name, kMostToolNameShown);
    //: An entry of the list of tools: its name, and "by hand", "command", "MCP server", "not
    //: saved".
    auto *item = new QListWidgetItem(tr("%1 · %2").arg(name, what), m_list);
    item->setData(kSourceRole, source.id);
    item->setSizeHint(QSize(0, m_list->fontMetrics().height() + metrics::kStep3));
    if (source.id == m_page->source().id)
        m_list->setCurrentItem(item);
}

void ToolsDialog::select(const QString &source)
{
    const QSignalBlocker silent(m_list);
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->data(kSourceRole).toString() == source)
            m_list->setCurrentRow(row);
    }
}

void ToolsDialog::showSelected()
{
    keepDraft();
    const QListWidgetItem *item = m_list->currentItem();
    const QString id = item ? item->data(kSourceRole).toString() : QString();
    if (const auto saved = m_services.settings->toolSource(id))
        return showPage(*saved);
    if (m_drafts.contains(id))
        return showPage(blankSource(id, m_drafts.value(id).kind));
    m_page->setSource({});
    m_pages->setCurrentIndex(NothingYet);
}

void ToolsDialog::showPage(const app::ToolSource &saved)
{
    m_page->setSource(saved);
    m_page->showHost(host(saved.id));
    m_page->setPolicy(policyOf(saved.id));
    if (m_drafts.contains(saved.id))
        m_page->setDraft(m_drafts.value(saved.id));
    m_pages->setCurrentIndex(OneSource);
}

/// What was typed gets a row of its own where nothing of it is saved.
void ToolsDialog::keepDraft()
{
    const QString id = m_page->source().id;
    if (!id.isEmpty() && m_page->hasChanges())
        m_drafts.insert(id, m_page->draft());
    else
        m_drafts.remove(id);
    // Not while the list tells what was chosen in it.
    QMetaObject::invokeMethod(this, &ToolsDialog::fillList, Qt::QueuedConnection);
}

void ToolsDialog::refreshHost(const QString &source)
{
    if (!source.isEmpty() && source == m_page->source().id)
        m_page->showHost(host(source));
}

void ToolsDialog::addSource(app::ToolSourceKind kind)
{
    m_list->setCurrentRow(-1);
    keepDraft();
    showPage(blankSource(u"tool-%1"_s.arg(app::nextIdValue()), kind));
    m_page->focusName();
}

/// A program is confirmed as it is now, whatever it was when it was typed.
void ToolsDialog::save(const app::ToolSource &source)
{
    if (!source.hasCommand())
        return store(source);
    m_toast->showMessage(tr("The program is being read…"));
    app::whenDone(
        app::commandFingerprint(source.command), this,
        [this, source](const app::Result<QByteArray> &fingerprint) {
            if (!fingerprint) {
                return m_toast->showMessage(
                    tr("There is no program “%1” that can be run. Correct it, then save again.")
                        .arg(strangersText(source.command.program, kMostToolNameShown)));
            }
            app::ToolSource confirmed = source;
            confirmed.confirmed = *fingerprint;
            const auto known = m_services.settings->toolSource(source.id);
            if (known && known->confirmed == *fingerprint)
                return store(confirmed);
            confirm(confirmed);
        });
}

/// All that will be run, before it is kept.
void ToolsDialog::confirm(const app::ToolSource &source)
{
    m_toast->hide();
    auto *question = new ConfirmCommandDialog(m_theme, source, this);
    question->setAttribute(Qt::WA_DeleteOnClose);
    connect(question, &QDialog::accepted, this, [this, source] { store(source); });
    question->open();
}

void ToolsDialog::store(const app::ToolSource &source)
{
    m_drafts.remove(source.id);
    m_services.settings->saveToolSource(source);
    fillList();
    select(source.id);
    showPage(source);
}

void ToolsDialog::remove(const QString &shown)
{
    const QString id = shown; // the page forgets it
    const auto source = m_services.settings->toolSource(id);
    m_page->setSource({});
    m_drafts.remove(id);
    if (source) {
        QList<app::ToolRule> rules = m_services.settings->toolRules();
        rules.removeIf([&](const app::ToolRule &rule) { return rule.tool.source != id; });
        m_services.settings->removeToolSource(id);
        m_toast->showMessage(
            tr("“%1” was removed.").arg(strangersText(source->name, kMostToolNameShown)),
            tr("Undo"), [this, removed = *source, rules] {
                store(removed);
                for (const app::ToolRule &rule : rules)
                    m_services.settings->setToolPolicy(rule.tool, rule.policy);
            });
    }
    fillList();
    m_list->setCurrentRow(0);
    showSelected();
}

/// A server that runs is told at its next start.
void ToolsDialog::keepKey(const QUrl &url, const QString &key)
{
    app::whenDone(m_services.secrets->write(app::mcpSecretName(url), key), this,
                  [this](const app::Result<void> &written) {
                      if (written)
                          return restartHost();
                      m_toast->showMessage(tr("The key could not be put into the key store."));
                  });
}

void ToolsDialog::forgetKey(const QUrl &url)
{
    app::whenDone(m_services.secrets->remove(app::mcpSecretName(url)), this,
                  [this](const app::Result<void> &removed) {
                      m_toast->showMessage(removed ? tr("The key is forgotten.")
                                                   : tr("The key could not be taken out of the key "
                                                        "store."));
                      restartHost();
                  });
}

void ToolsDialog::restartHost()
{
    if (app::ToolHost *found = host(m_page->source().id))
        found->stop();
}

void ToolsDialog::showLog(const QString &source)
{
    const app::ToolHost *found = host(source);
    if (!found)
        return;
    auto *dialog = new PlainTextDialog(
        m_theme, tr("What “%1” wrote").arg(strangersText(found->source().name, kMostToolNameShown)),
        app::withVisibleCharacters(QString::fromUtf8(found->log())), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void ToolsDialog::reject()
{
    keepDraft();
    if (m_drafts.isEmpty())
        return QDialog::reject();
    auto *question = new QMessageBox(QMessageBox::NoIcon, tr("Tools"),
                                     tr("What you typed is not saved. Close all the same?"),
                                     QMessageBox::NoButton, this);
    question->setTextFormat(Qt::PlainText);
    question->setAttribute(Qt::WA_DeleteOnClose);
    auto *discard = question->addButton(tr("Discard it"), QMessageBox::DestructiveRole);
    question->setDefaultButton(question->addButton(tr("Go on editing"), QMessageBox::RejectRole));
    connect(discard, &QAbstractButton::clicked, this, [this] { QDialog::reject(); });
    question->open();
}

} // namespace ui
