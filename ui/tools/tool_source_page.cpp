// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tools/tool_source_page.h"

#include "app/base/visible_text.h"
#include "ui/parameters/json_editor_dialog.h"
#include "ui/tools/tool_wording.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/literal_text.h"
#include "ui/widgets/themed_label.h"
#include "ui/wording/error_wording.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSpinBox>
#include <QTreeWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int kMostToolRows = 8;
constexpr qint64 kMebibyte = 1024 * 1024;

const auto kToolSchemaExample = uR"({
    "type": "object",
    "properties": {
        "city": { "type": "string", "description": "Name of a city" }
    },
    "required": ["city"]
})";

bool areAllPairs(const QString &text, QChar sign)
{
    const QStringList lines = text.split(u'\n', Qt::SkipEmptyParts);
    return std::ranges::all_of(lines, [&](const QString &line) {
        return line.trimmed().isEmpty() || line.indexOf(sign) > 0;
    });
}

/// Lines such as "NAME=value"; what has no such form is left out.
QList<std::pair<QString, QString>> pairsFrom(const QString &text, QChar sign)
{
    QList<std::pair<QString, QString>> pairs;
    const QStringList lines = text.split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        const qsizetype place = line.indexOf(sign);
        if (place > 0)
            pairs.append({line.left(place).trimmed(), line.mid(place + 1).trimmed()});
    }
    return pairs;
}

QString textOfPairs(const QList<std::pair<QString, QString>> &pairs, const QString &sign)
{
    QStringList lines;
    for (const auto &[name, value] : pairs)
        lines.append(name + sign + value);
    return lines.join(u'\n');
}

bool isOneTool(app::ToolSourceKind kind)
{
    return !isToolServer(kind);
}

} // namespace

ToolSourcePage::ToolSourcePage(const Theme &theme, QWidget *parent)
    : FormPage(parent), m_theme(theme)
{
    addFields();
    addCommandFields();
    addServerFields();
    addState();
    addButtons();
}

QLineEdit *ToolSourcePage::addLine(const QString &label, const QString &hint)
{
    auto *line = new QLineEdit(widget());
    line->setPlaceholderText(hint);
    line->setAccessibleName(label);
    form()->addRow(label, line);
    connect(line, &QLineEdit::textEdited, this, &ToolSourcePage::refresh);
    return line;
}

QPlainTextEdit *ToolSourcePage::addText(const QString &label, const QString &hint, int lines)
{
    auto *text = new QPlainTextEdit(widget());
    text->setPlaceholderText(hint);
    text->setAccessibleName(label);
    text->setTabChangesFocus(true);
    text->setFixedHeight(lines * text->fontMetrics().lineSpacing() + metrics::kStep4);
    form()->addRow(label, text);
    connect(text, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_isFilling)
            refresh();
    });
    return text;
}

void ToolSourcePage::addFields()
{
    m_kind = new ThemedLabel(m_theme, TextRole::Strong, &Colours::text, widget());
    form()->addRow(m_kind);
    m_name = addLine(tr("Name"), tr("as the model calls it: letters, digits, _ and -"));
    m_description = addLine(tr("Description"), tr("tells the model when to call it"));
    m_schemaButton = new QPushButton(widget());
    m_schemaButton->setAutoDefault(false);
    form()->addRow(tr("Arguments"), m_schemaButton);
    connect(m_schemaButton, &QPushButton::clicked, this, &ToolSourcePage::editSchema);
    m_reply = addText(tr("Canned reply"), tr("Empty: you are asked at every call."), 3);
}

void ToolSourcePage::addCommandFields()
{
    m_program = addLine(tr("Program"), tr("a path, or a name that is looked for in PATH"));
    m_arguments =
        addText(tr("Its arguments"), tr("One per line, as they are: no shell reads them."), 4);
    m_folder = addLine(tr("Works in"), tr("your home folder"));
    m_environment = addText(tr("Environment"), tr("NAME=value, one per line"), 2);
}

void ToolSourcePage::addServerFields()
{
    m_url = addLine(tr("Address"), u"https://…"_s);
    m_key = addLine(tr("Key"), tr("kept in the key store; empty: as it is"));
    m_key->setEchoMode(QLineEdit::Password);
    m_headers = addText(tr("Headers"), tr("Name: value, one per line; no keys"), 2);
    m_seconds = new QSpinBox(widget());
    m_seconds->setRange(0, 24 * 3600);
    m_seconds->setSuffix(tr(" s", "seconds"));
    m_seconds->setSpecialValueText(tr("any time"));
    m_seconds->setAccessibleName(tr("Longest time"));
    form()->addRow(tr("Longest time"), m_seconds);
    m_megabytes = new QSpinBox(widget());
    m_megabytes->setRange(0, 1024 * 1024);
    m_megabytes->setSuffix(u" MiB"_s);
    m_megabytes->setSpecialValueText(tr("any amount"));
    m_megabytes->setAccessibleName(tr("Most memory"));
    form()->addRow(tr("Most memory"), m_megabytes);
    for (QSpinBox *field : {m_seconds, m_megabytes})
        connect(field, &QSpinBox::valueChanged, this, [this] {
            if (!m_isFilling)
                refresh();
        });
}

void ToolSourcePage::addState()
{
    m_policy = new QComboBox(widget());
    for (const auto policy :
         {app::ToolPolicy::Ask, app::ToolPolicy::Always, app::ToolPolicy::Never})
        m_policy->addItem(toolPolicyText(policy), int(policy));
    m_policy->setAccessibleName(tr("Calls"));
    form()->addRow(tr("Calls"), m_policy);
    connect(m_policy, &QComboBox::activated, this, [this](int index) {
        emit policyChosen(m_source.id, app::ToolPolicy(m_policy->itemData(index).toInt()));
    });
    const auto addLabel = [&](const QString &label) {
        auto *words = new ThemedLabel(m_theme, TextRole::Body, &Colours::secondary, widget());
        words->setWordWrap(true);
        form()->addRow(label, words);
        return words;
    };
    m_state = addLabel(tr("State"));
    m_tools = new QTreeWidget(widget());
    m_tools->setRootIsDecorated(false);
    m_tools->setHeaderLabels({tr("Tool"), tr("What it does")});
    m_tools->setAccessibleName(tr("Tools of the server"));
    form()->addRow(tr("Tools"), m_tools);
    m_problem = new ThemedLabel(m_theme, TextRole::Small, &Colours::danger, widget());
    m_problem->setWordWrap(true);
    form()->addRow(m_problem);
}

void ToolSourcePage::addButtons()
{
    auto *row = new FlowLayout(metrics::kStep2);
    form()->addRow(row);
    const auto add = [&](const QString &text, auto slot) {
        auto *button = new QPushButton(text, widget());
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, slot);
        row->addWidget(button);
        return button;
    };
    m_save = add(tr("Save"), [this] {
        const app::ToolSource typed = draft();
        if (const QString key = m_key->text(); !key.isEmpty())
            emit keyTyped(typed.url, key);
        emit saveRequested(typed);
    });
    m_save->setProperty("accent", true);
    m_start = add(tr("Start"), [this] { emit startRequested(m_source.id); });
    m_stop = add(tr("Stop"), [this] { emit stopRequested(m_source.id); });
    m_confirm = add(tr("See the command and confirm…"), [this] { emit saveRequested(draft()); });
    m_confirm->setProperty("accent", true);
    m_forgetKey = add(tr("Forget the key"), [this] { emit keyForgotten(m_source.url); });
    m_log = add(tr("What it wrote…"), [this] { emit logRequested(m_source.id); });
    m_remove = add(tr("Remove"), [this] { emit removeRequested(m_source.id); });
}

void ToolSourcePage::showFieldsOf(app::ToolSourceKind kind)
{
    using Kind = app::ToolSourceKind;
    const bool isCommand = kind == Kind::Command || kind == Kind::McpCommand;
    const auto show = [this](QWidget *field, bool shown) { form()->setRowVisible(field, shown); };
    show(m_description, isOneTool(kind));
    show(m_schemaButton, isOneTool(kind));
    show(m_reply, kind == Kind::ByHand);
    for (QWidget *field : QList<QWidget *>{m_program, m_arguments, m_folder, m_environment})
        show(field, isCommand);
    for (QWidget *field : QList<QWidget *>{m_url, m_key, m_headers})
        show(field, kind == Kind::McpUrl);
    show(m_seconds, kind != Kind::ByHand);
    show(m_megabytes, kind == Kind::Command);
    show(m_policy, kind != Kind::ByHand);
}

void ToolSourcePage::setSource(const app::ToolSource &source)
{
    m_source = source;
    m_kind->setText(toolKindSentence(source.kind));
    m_key->clear();
    fill(source);
    showFieldsOf(source.kind);
    showHost(nullptr);
}

void ToolSourcePage::setDraft(const app::ToolSource &draft)
{
    fill(draft);
}

void ToolSourcePage::fill(const app::ToolSource &source)
{
    m_isFilling = true;
    m_schema = source.schema;
    m_name->setText(source.name);
    m_description->setText(source.description);
    m_reply->setPlainText(source.cannedReply.value_or(QString()));
    m_program->setText(source.command.program);
    m_arguments->setPlainText(source.command.arguments.join(u'\n'));
    m_folder->setText(source.command.folder);
    m_environment->setPlainText(textOfPairs(source.command.environment, u"="_s));
    m_url->setText(source.url.toString());
    m_headers->setPlainText(textOfPairs(source.headers, u": "_s));
    m_seconds->setValue(int(source.limits.time.count() / 1000));
    m_megabytes->setValue(int(source.limits.memoryBytes / kMebibyte));
    m_isFilling = false;
    refresh();
}

bool ToolSourcePage::hasChanges() const
{
    return draft() != m_source || !m_key->text().isEmpty();
}

void ToolSourcePage::showHost(const app::ToolHost *host)
{
    using State = app::ToolHost::State;
    const bool isServer = isToolServer(m_source.kind);
    m_isSaved = host != nullptr;
    const QString state = host ? hostStateText(*host) : QString();
    m_state->setText(state);
    form()->setRowVisible(m_state, !state.isEmpty());
    showTools(host && isServer ? host->tools() : QList<app::Tool>());
    const State now = host ? host->state() : State::Idle;
    const bool isOn = now == State::Ready || now == State::Starting || now == State::Resting;
    const bool isChanged =
        now == State::Unusable
        && host->error().value_or(app::Error()).code == app::kToolUnconfirmedCode;
    m_start->setVisible(host && isServer && !isOn && !isChanged);
    m_stop->setVisible(host && isServer && isOn);
    m_confirm->setVisible(isChanged);
    m_forgetKey->setVisible(host && m_source.kind == app::ToolSourceKind::McpUrl);
    m_log->setVisible(host && !host->log().isEmpty());
    form()->setRowVisible(m_policy, host && m_source.kind != app::ToolSourceKind::ByHand);
    m_remove->setText(host ? tr("Remove") : tr("Discard"));
    refresh();
}

void ToolSourcePage::showTools(const QList<app::Tool> &tools)
{
    form()->setRowVisible(m_tools, !tools.isEmpty());
    if (tools == m_shownTools)
        return; // the place in the list stays
    m_shownTools = tools;
    m_tools->clear();
    for (const app::Tool &tool : tools) {
        auto *row = new QTreeWidgetItem(
            m_tools, {strangersText(tool.ref.name, 80), strangersText(tool.description, 400)});
        row->setToolTip(1, literally(strangersText(tool.description, 1000)));
    }
    const int rows = std::min(int(tools.size()), kMostToolRows);
    m_tools->resizeColumnToContents(0);
    m_tools->setFixedHeight((rows + 1) * (m_tools->fontMetrics().height() + metrics::kStep2)
                            + metrics::kStep2);
}

void ToolSourcePage::setPolicy(app::ToolPolicy policy)
{
    m_policy->setCurrentIndex(m_policy->findData(int(policy)));
}

void ToolSourcePage::focusName()
{
    m_name->setFocus();
}

app::ToolSource ToolSourcePage::draft() const
{
    app::ToolSource draft = m_source;
    draft.name = m_name->text().trimmed();
    draft.description = m_description->text().trimmed();
    draft.schema = m_schema;
    draft.cannedReply.reset();
    if (!m_reply->toPlainText().isEmpty())
        draft.cannedReply = m_reply->toPlainText();
    draft.command.program = m_program->text().trimmed();
    draft.command.arguments = m_arguments->toPlainText().split(u'\n', Qt::SkipEmptyParts);
    draft.command.folder = m_folder->text().trimmed();
    draft.command.environment = pairsFrom(m_environment->toPlainText(), u'=');
    draft.url = QUrl(m_url->text().trimmed());
    draft.headers = pairsFrom(m_headers->toPlainText(), u':');
    draft.limits.time = std::chrono::seconds(m_seconds->value());
    draft.limits.memoryBytes = m_megabytes->value() * kMebibyte;
    return draft;
}

QString ToolSourcePage::problem() const
{
    static const QRegularExpression callable(u"^[a-zA-Z0-9_-]{1,64}$"_s);
    const app::ToolSource typed = draft();
    if (typed.name.isEmpty())
        return tr("Give it a name.");
    if (isOneTool(typed.kind) && !callable.match(typed.name).hasMatch())
        return tr("The name may hold letters from a to z, digits, _ and -, at most 64 of them.");
    if (typed.hasCommand() && typed.command.program.isEmpty())
        return tr("Say which program is to be run.");
    if (typed.hasCommand() && !areAllPairs(m_environment->toPlainText(), u'='))
        return tr("Each line of the environment is a name, = and a value.");
    if (typed.kind == app::ToolSourceKind::McpUrl && !areAllPairs(m_headers->toPlainText(), u':'))
        return tr("Each line of the headers is a name, a colon and a value.");
    const QString scheme = typed.url.scheme();
    const bool isWeb = scheme == "https"_L1 || scheme == "http"_L1;
    if (typed.kind == app::ToolSourceKind::McpUrl && (!isWeb || typed.url.host().isEmpty()))
        return tr("Enter an address that begins with https:// or http://.");
    return {};
}

void ToolSourcePage::editSchema()
{
    auto *dialog = new JsonEditorDialog({tr("Arguments of the tool"),
                                         tr("A JSON schema: what the model may ask for. Empty: any "
                                            "object."),
                                         QString::fromUtf16(kToolSchemaExample)},
                                        checkSchema, m_theme, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (!m_schema.isEmpty())
        dialog->setJson(m_schema);
    connect(dialog, &JsonEditorDialog::taken, this, [this](const QJsonValue &value) {
        m_schema = value.toObject();
        refresh();
    });
    dialog->open();
}

void ToolSourcePage::refresh()
{
    const QStringList names = m_schema.value("properties"_L1).toObject().keys();
    m_schemaButton->setText(
        names.isEmpty() ? tr("Edit schema…")
                        //: %1: names of arguments, as in "city, day".
                        : tr("Edit schema… (%1)")
                              .arg(shortened(names.join(u", "_s), 40).replace(u'&', "&&"_L1)));
    const QString why = problem();
    const bool isTouched = !m_isSaved || hasChanges();
    m_problem->setText(why);
    m_problem->setVisible(!why.isEmpty() && !m_name->text().isEmpty());
    m_save->setEnabled(why.isEmpty() && isTouched);
}

} // namespace ui
