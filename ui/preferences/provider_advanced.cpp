// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/provider_advanced.h"

#include "ui/preferences/form_page.h"
#include "ui/preferences/limit_fields.h"
#include "ui/preferences/timeout_fields.h"
#include "ui/widgets/themed_label.h"
#include "ui/wording/parameter_wording.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QScopedValueRollback>

#include <array>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr std::array kDialects{app::Dialect::Unknown, app::Dialect::DeepInfra,
                               app::Dialect::OpenAi,  app::Dialect::OpenRouter,
                               app::Dialect::Ollama,  app::Dialect::LlamaServer,
                               app::Dialect::Vllm,    app::Dialect::LmStudio};
constexpr int kHeaderLines = 3;

QFormLayout *formOf(QWidget *widget)
{
    return static_cast<QFormLayout *>(widget->layout());
}

} // namespace

ProviderAdvanced::ProviderAdvanced(const Theme &theme, QWidget *parent) : QWidget(parent)
{
    auto *form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    setUsualSpacing(form);
    addDialect();
    addHeaders(theme);
    addFields();
    addLimits(theme);
    addTimeouts();
}

void ProviderAdvanced::addDialect()
{
    m_dialect = new QComboBox(this);
    for (const app::Dialect dialect : kDialects)
        m_dialect->addItem(dialectText(dialect), int(dialect));
    m_dialect->setToolTip(tr("Which fields the server knows beyond the common ones. To a server of "
                             "unknown dialect goes whatever is set."));
    formOf(this)->addRow(tr("&Dialect"), m_dialect);
    connect(m_dialect, &QComboBox::currentIndexChanged, this, &ProviderAdvanced::tell);
}

void ProviderAdvanced::addHeaders(const Theme &theme)
{
    m_headers = new QPlainTextEdit(this);
    m_headers->setTabChangesFocus(true);
    m_headers->setPlaceholderText(u"X-Name: value"_s);
    m_headers->setToolTip(tr("One “Name: value” in a line, sent with every request. A key does not "
                             "belong here: headers are stored in the settings file."));
    m_headers->setFixedHeight(m_headers->fontMetrics().lineSpacing() * kHeaderLines + 14);
    formOf(this)->addRow(tr("Extra &headers"), m_headers);
    m_headersProblem = new ThemedLabel(theme, TextRole::Small, &Colours::danger, this);
    m_headersProblem->setWordWrap(true);
    m_headersProblem->hide();
    formOf(this)->addRow(QString(), m_headersProblem);
    connect(m_headers, &QPlainTextEdit::textChanged, this, &ProviderAdvanced::tell);
}

void ProviderAdvanced::addFields()
{
    m_dropFields = new QLineEdit(this);
    m_dropFields->setPlaceholderText(u"user, seed"_s);
    m_dropFields->setToolTip(tr("Names of request fields that this server never gets."));
    formOf(this)->addRow(tr("&Fields to drop"), m_dropFields);
    m_reasoningField = new QLineEdit(this);
    m_reasoningField->setPlaceholderText(u"reasoning_content"_s);
    m_reasoningField->setToolTip(tr("Where the server puts the thinking of a model. Empty: all "
                                    "usual names are read."));
    formOf(this)->addRow(tr("&Reasoning field"), m_reasoningField);
    connect(m_dropFields, &QLineEdit::textEdited, this, &ProviderAdvanced::tell);
    connect(m_reasoningField, &QLineEdit::textEdited, this, &ProviderAdvanced::tell);
}

void ProviderAdvanced::addLimits(const Theme &theme)
{
    m_ownLimits = new QCheckBox(tr("Own &limits of requests at once"), this);
    formOf(this)->addRow(QString(), m_ownLimits);
    m_usualLimits = new ThemedLabel(theme, TextRole::Small, &Colours::secondary, this);
    m_usualLimits->setWordWrap(true);
    formOf(this)->addRow(QString(), m_usualLimits);
    m_limits = new LimitFields(formOf(this));
    connect(m_ownLimits, &QCheckBox::toggled, this, &ProviderAdvanced::showUsualLimits);
    connect(m_ownLimits, &QCheckBox::clicked, this, &ProviderAdvanced::tell);
    connect(m_dialect, &QComboBox::currentIndexChanged, this, &ProviderAdvanced::showUsualLimits);
    connect(m_limits, &LimitFields::edited, this, &ProviderAdvanced::tell);
}

/// Own limits begin with those that hold anyway.
void ProviderAdvanced::showUsualLimits()
{
    app::Provider usual = m_shown;
    usual.dialect = app::Dialect(m_dialect->currentData().toInt());
    usual.mostRuns.reset();
    usual.mostRunsPerModel.reset();
    m_usualLimits->setText(limitsText(app::runLimits(usual)));
    formOf(this)->setRowVisible(m_usualLimits, !m_ownLimits->isChecked());
    m_limits->setVisible(m_ownLimits->isChecked());
    if (!m_ownLimits->isChecked())
        m_limits->setLimits(app::runLimits(usual));
}

void ProviderAdvanced::addTimeouts()
{
    m_ownTimeouts = new QCheckBox(tr("&Own timeouts"), this);
    formOf(this)->addRow(QString(), m_ownTimeouts);
    m_timeouts = new TimeoutFields(formOf(this));
    connect(m_ownTimeouts, &QCheckBox::toggled, m_timeouts, &TimeoutFields::setVisible);
    connect(m_ownTimeouts, &QCheckBox::clicked, this, &ProviderAdvanced::tell);
    connect(m_timeouts, &TimeoutFields::edited, this, &ProviderAdvanced::tell);
}

void ProviderAdvanced::setProvider(const app::Provider &provider)
{
    const QScopedValueRollback showing(m_showing, true);
    m_shown = provider;
    m_dialect->setCurrentIndex(std::max(0, m_dialect->findData(int(provider.dialect))));
    if (headersOf(m_headers->toPlainText()) != provider.extraHeaders) {
        QStringList lines;
        for (const auto &[name, value] : provider.extraHeaders)
            lines.append(name + u": "_s + value);
        m_headers->setPlainText(lines.join(u'\n'));
    }
    m_dropFields->setText(provider.dropFields.join(u", "_s));
    m_reasoningField->setText(provider.reasoningField);
    m_ownLimits->setChecked(provider.mostRuns || provider.mostRunsPerModel);
    m_limits->setLimits(app::runLimits(provider));
    showUsualLimits();
    // The preferences hold the waits for providers that keep the usual ones.
    const bool own = provider.timeouts != app::Timeouts();
    m_ownTimeouts->setChecked(own);
    m_timeouts->setVisible(own);
    m_timeouts->setTimeouts(provider.timeouts);
    m_headersProblem->hide();
}

void ProviderAdvanced::focusTimeouts()
{
    m_ownTimeouts->isChecked() ? m_timeouts->setFocus() : m_ownTimeouts->setFocus();
}

QList<std::pair<QString, QString>> ProviderAdvanced::headersOf(const QString &text, int *ignored)
{
    // A token of https://www.rfc-editor.org/rfc/rfc9110#section-5.1, and no line break in the
    // value.
    static const QRegularExpression header(u"^([A-Za-z0-9!#$%&'*+.^_`|~-]+)\\s*:\\s*(.*)$"_s);
    QList<std::pair<QString, QString>> headers;
    int wrong = 0;
    const QStringList lines = text.split(u'\n');
    for (const QString &line : lines) {
        if (line.trimmed().isEmpty())
            continue;
        const QRegularExpressionMatch match = header.match(line.trimmed());
        const bool isKey = match.captured(1).compare("authorization"_L1, Qt::CaseInsensitive) == 0;
        if (match.hasMatch() && !isKey)
            headers.append({match.captured(1), match.captured(2).trimmed()});
        else
            ++wrong;
    }
    if (ignored)
        *ignored = wrong;
    return headers;
}

void ProviderAdvanced::applyTo(app::Provider &provider) const
{
    provider.dialect = app::Dialect(m_dialect->currentData().toInt());
    provider.extraHeaders = headersOf(m_headers->toPlainText());
    static const QRegularExpression separators(u"[,;\\s]+"_s);
    provider.dropFields = m_dropFields->text().split(separators, Qt::SkipEmptyParts);
    provider.reasoningField = m_reasoningField->text().trimmed();
    const bool ownLimits = m_ownLimits->isChecked();
    const app::RunLimits limits = m_limits->limits();
    provider.mostRuns = ownLimits ? std::optional(limits.perProvider) : std::nullopt;
    provider.mostRunsPerModel = ownLimits ? std::optional(limits.perModel) : std::nullopt;
    provider.timeouts = m_ownTimeouts->isChecked() ? m_timeouts->timeouts() : app::Timeouts();
}

void ProviderAdvanced::tell()
{
    if (m_showing)
        return;
    int ignored = 0;
    (void)headersOf(m_headers->toPlainText(), &ignored);
    m_headersProblem->setText(
        tr("%n lines are not sent: they are no “Name: value”, or hold a key.", nullptr, ignored));
    m_headersProblem->setVisible(ignored > 0);
    emit edited();
}

} // namespace ui
