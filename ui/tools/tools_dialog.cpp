// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tools/tools_dialog.h"

#include "app/base/ids.h"
#include "app/base/visible_text.h"
#include "app/base/when_done.h"
#include "app/services.h"
#include "app/settings/secret_store.h"
#include "app/settings/settings.h"
#include "app/tools/child_process.h"
#include "app/tools/command_fingerprint.h"
#include "app/tools/mcp/mcp_host.h"
#include "app/tools/tool_registry.h"
#include "ui/evaluation/plain_text_dialog.h"
#include "ui/tools/tool_source_page.h"
#include "ui/tools/tool_wording.h"
#include "ui/widgets/fit_to_screen.h"
#include "ui/widgets/themed_label.h"
#include "ui/widgets/toast.h"
#include "ui/wording/error_wording.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QListWidget>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int kToolListWidth = 210;
constexpr QSize kToolsSize{800, 560};
constexpr QSize kLeastToolsSize{640, 400};
constexpr int kSourceRole = Qt::UserRole;
constexpr int kToolRole = Qt::UserRole + 1;
enum ToolsPage { NothingYet, OneSource, AllRules };

QString shownToolName(const QString &name)
{
    return app::withVisibleCharacters(shortened(name, 80));
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
            &ToolsDialog::fillRules);
    fillList();
    fillRules();
    m_list->setCurrentRow(0);
    showSelected();
}

ToolsDialog::~ToolsDialog() = default;

void ToolsDialog::addList(QLayout *layout)
{
    auto *column = new QWidget(this);
    column->setFixedWidth(kToolListWidth);
    auto *lines = new QVBoxLayout(column);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(metrics::kStep1);
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
    const auto addKind = [&](const QString &text, app::ToolSourceKind kind) {
        connect(menu->addAction(text), &QAction::triggered, this,
                [this, kind] { addSource(kind); });
    };
    addKind(tr("A tool that you answer by hand"), app::ToolSourceKind::ByHand);
    addKind(tr("A program that is run for each call"), app::ToolSourceKind::Command);
    addKind(tr("An MCP server that is a program"), app::ToolSourceKind::McpCommand);
    addKind(tr("An MCP server at an address"), app::ToolSourceKind::McpUrl);
    addButton(tr("Add"))->setMenu(menu);
    connect(addButton(tr("What you allowed")), &QPushButton::clicked, this, [this] {
        m_list->setCurrentRow(-1);
        m_pages->setCurrentIndex(AllRules);
    });
    layout->addWidget(column);
}

void ToolsDialog::addPages(QLayout *layout)
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
    m_pages->addWidget(makeRulesPage());
    layout->addWidget(m_pages);
    bindPage();
}

QWidget *ToolsDialog::makeRulesPage()
{
    auto *page = new QWidget(m_pages);
    auto *lines = new QVBoxLayout(page);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(metrics::kStep2);
    auto *explanation = new ThemedLabel(m_theme, TextRole::Body, &Colours::secondary, page);
    explanation->setWordWrap(true);
    explanation->setText(tr("What you decided once for all calls. Every other call of a program or "
                            "a server waits for you."));
    lines->addWidget(explanation);
    m_rules = new QTreeWidget(page);
    m_rules->setAccessibleName(tr("What you allowed"));
    m_rules->setRootIsDecorated(false);
    m_rules->setHeaderLabels({tr("Tool"), tr("From"), tr("Calls")});
    m_rules->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    lines->addWidget(m_rules, 1);
    m_revoke = new QPushButton(tr("Take back"), page);
    m_revoke->setAutoDefault(false);
    lines->addWidget(m_revoke, 0, Qt::AlignLeading);
    connect(m_revoke, &QPushButton::clicked, this, &ToolsDialog::revoke);
    connect(m_rules, &QTreeWidget::itemSelectionChanged, this,
            [this] { m_revoke->setEnabled(!m_rules->selectedItems().isEmpty()); });
    m_revoke->setEnabled(false);
    return page;
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
    connect(m_page, &ToolSourcePage::keyTyped, this,
            [this](const QString &, const QString &key) { keepKey(key); });
}

app::ToolHost *ToolsDialog::host(const QString &source) const
{
    return m_services.tools->host(source);
}

void ToolsDialog::fillList()
{
    const QSignalBlocker silent(m_list);
    const QString shown = m_page->source().id;
    m_list->clear();
    for (const app::ToolSource &source : m_services.settings->toolSources()) {
        //: An entry of the list of tools: its name, and "by hand", "command" or "MCP server".
        auto *item = new QListWidgetItem(
            tr("%1 · %2").arg(shownToolName(source.name), toolKindText(source.kind)), m_list);
        item->setData(kSourceRole, source.id);
        item->setSizeHint(QSize(0, m_list->fontMetrics().height() + metrics::kStep3));
        if (source.id == shown)
            m_list->setCurrentItem(item);
    }
}

void ToolsDialog::fillRules()
{
    m_rules->clear();
    for (const app::ToolRule &rule : m_services.settings->toolRules()) {
        const auto source = m_services.settings->toolSource(rule.tool.source);
        const QString tool =
            rule.tool.name.isEmpty() ? tr("all of its tools") : shownToolName(rule.tool.name);
        auto *row =
            new QTreeWidgetItem(m_rules, {tool, source ? shownToolName(source->name) : u"–"_s,
                                          toolPolicyText(rule.policy)});
        row->setData(0, kSourceRole, rule.tool.source);
        row->setData(0, kToolRole, rule.tool.name);
    }
    const QString shown = m_page->source().id;
    m_page->setPolicy(m_services.settings->toolPolicy({shown, {}}).value_or(app::ToolPolicy::Ask));
}

void ToolsDialog::revoke()
{
    const QList<QTreeWidgetItem *> chosen = m_rules->selectedItems();
    if (chosen.isEmpty())
        return;
    const app::ToolRef tool{chosen.first()->data(0, kSourceRole).toString(),
                            chosen.first()->data(0, kToolRole).toString()};
    m_services.settings->setToolPolicy(tool, std::nullopt);
}

void ToolsDialog::select(const QString &source)
{
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->data(kSourceRole).toString() == source)
            m_list->setCurrentRow(row);
    }
    showSelected();
}

void ToolsDialog::showSelected()
{
    const QListWidgetItem *item = m_list->currentItem();
    const auto source =
        item ? m_services.settings->toolSource(item->data(kSourceRole).toString()) : std::nullopt;
    m_pages->setCurrentIndex(source ? OneSource : NothingYet);
    if (!source)
        return;
    m_page->setSource(*source);
    m_page->showHost(host(source->id));
    m_page->setPolicy(
        m_services.settings->toolPolicy({source->id, {}}).value_or(app::ToolPolicy::Ask));
}

void ToolsDialog::refreshHost(const QString &source)
{
    if (source == m_page->source().id)
        m_page->showHost(host(source));
}

void ToolsDialog::addSource(app::ToolSourceKind kind)
{
    app::ToolSource draft;
    draft.id = u"tool-%1"_s.arg(app::nextIdValue());
    draft.kind = kind;
    m_list->setCurrentRow(-1);
    m_page->setSource(draft);
    m_pages->setCurrentIndex(OneSource);
    m_page->focusName();
}

void ToolsDialog::save(const app::ToolSource &source)
{
    if (source.hasCommand())
        return confirm(source);
    store(source);
}

/// All that will be run, before it is kept.
void ToolsDialog::confirm(const app::ToolSource &source)
{
    auto *question = new QMessageBox(
        QMessageBox::NoIcon, tr("Confirm the command"),
        source.kind == app::ToolSourceKind::Command
            ? tr("At each call of “%1” this is run with your rights:").arg(source.name)
            : tr("When a lane needs “%1” this is run with your rights:").arg(source.name),
        QMessageBox::Cancel, this);
    question->button(QMessageBox::Cancel)->setText(tr("Cancel"));
    question->setTextFormat(Qt::PlainText);
    QString details = commandText(source.command);
    const QString path = app::executablePath(source.command.program);
    if (!path.isEmpty() && path != source.command.program)
        details += u"\n\n"_s + tr("The program is %1.").arg(app::withVisibleCharacters(path));
    for (const auto &[name, value] : source.command.environment)
        details += u'\n' + app::withVisibleCharacters(name + u'=' + value);
    question->setInformativeText(details);
    question->setAttribute(Qt::WA_DeleteOnClose);
    auto *allow = question->addButton(tr("Keep this command"), QMessageBox::AcceptRole);
    connect(allow, &QAbstractButton::clicked, this, [this, source] { keepConfirmed(source); });
    question->open();
}

void ToolsDialog::keepConfirmed(const app::ToolSource &source)
{
    app::whenDone(app::commandFingerprint(source.command), this,
                  [this, source](const app::Result<QByteArray> &fingerprint) {
                      if (!fingerprint) {
                          m_toast->showMessage(tr("There is no program “%1” that can be run. "
                                                  "Correct it, then save again.")
                                                   .arg(shownToolName(source.command.program)));
                          return;
                      }
                      app::ToolSource confirmed = source;
                      confirmed.confirmed = *fingerprint;
                      store(confirmed);
                  });
}

void ToolsDialog::store(const app::ToolSource &source)
{
    m_services.settings->saveToolSource(source);
    fillList();
    select(source.id);
}

void ToolsDialog::remove(const QString &id)
{
    const auto source = m_services.settings->toolSource(id);
    if (source) {
        QList<app::ToolRule> rules = m_services.settings->toolRules();
        rules.removeIf([&](const app::ToolRule &rule) { return rule.tool.source != id; });
        m_services.settings->removeToolSource(id);
        m_toast->showMessage(tr("“%1” was removed.").arg(shownToolName(source->name)), tr("Undo"),
                             [this, removed = *source, rules] {
                                 store(removed);
                                 for (const app::ToolRule &rule : rules)
                                     m_services.settings->setToolPolicy(rule.tool, rule.policy);
                             });
    }
    fillList();
    m_list->setCurrentRow(0);
    showSelected();
}

/// It is that of the address as typed; a server that runs is told at its next start.
void ToolsDialog::keepKey(const QString &key)
{
    const app::ToolSource typed = m_page->draft();
    app::whenDone(m_services.secrets->write(app::mcpSecretName(typed.url), key), this,
                  [this, id = typed.id](const app::Result<void> &written) {
                      if (app::ToolHost *found = host(id); found && written)
                          found->stop();
                      if (!written)
                          m_toast->showMessage(tr("The key could not be put into the key store."));
                  });
}

void ToolsDialog::showLog(const QString &source)
{
    const app::ToolHost *found = host(source);
    if (!found)
        return;
    auto *dialog =
        new PlainTextDialog(m_theme, tr("What “%1” wrote").arg(shownToolName(found->source().name)),
                            app::withVisibleCharacters(QString::fromUtf8(found->log())), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace ui
