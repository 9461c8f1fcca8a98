// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parameters/schema_dialog.h"

#include "app/base/when_done.h"
#include "app/schema/json_outline.h"
#include "app/schema/schema_inference.h"
#include "ui/parameters/json_highlighter.h"
#include "ui/widgets/fit_to_screen.h"
#include "ui/widgets/themed_label.h"
#include "ui/wording/format_wording.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

const auto kExample = uR"({
    "type": "object",
    "properties": {
        "title": { "type": "string" },
        "year": { "type": "integer" }
    },
    "required": ["title", "year"],
    "additionalProperties": false
})";

constexpr std::chrono::milliseconds kPause{250};
constexpr QSize kSchemaDialogSize{680, 720};
constexpr int kSampleLines = 6;

QByteArray compact(const QJsonValue &schema)
{
    return QJsonDocument(schema.toObject()).toJson(QJsonDocument::Compact);
}

} // namespace

QList<QByteArray> jsonValuesIn(const QByteArray &text, qsizetype &broken)
{
    QList<QByteArray> values;
    broken = 0;
    QByteArray rest = text.trimmed();
    while (!rest.isEmpty()) {
        app::JsonOutline outline;
        outline.append(rest, app::JsonOutline::Tail::Ignored);
        outline.finish();
        if (outline.state() != app::JsonOutline::State::Complete) {
            broken = values.size() + 1;
            return values;
        }
        const qsizetype end = outline.value(0).end;
        values.append(rest.first(end));
        // A comma between them is what one pastes out of a list.
        rest = rest.sliced(end).trimmed();
        if (rest.startsWith(','))
            rest = rest.sliced(1).trimmed();
    }
    return values;
}

SchemaDialog::SchemaDialog(const Theme &theme, QWidget *parent)
    : JsonEditorDialog(
        {tr("JSON schema of the answer"),
         tr("The answer will be JSON that follows this schema. It helps to ask for JSON in the "
            "prompt too."),
         QString::fromUtf16(kExample)},
        checkSchema, theme, parent)
{
    addNameLine();
    addSamples();
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPause);
    connect(&m_pause, &QTimer::timeout, this, &SchemaDialog::checkSchemaSoon);
    connect(this, &JsonEditorDialog::textChecked, &m_pause, qOverload<>(&QTimer::start));
    m_checker.warmUp();
    resizeWithinScreen(*this, kSchemaDialogSize);
}

void SchemaDialog::addNameLine()
{
    m_name = new QLineEdit(u"answer"_s, this);
    m_strict = new QCheckBox(tr("&Strict"), this);
    m_strict->setToolTip(tr("The server holds the model to the schema exactly."));
    m_strict->setChecked(true);
    auto *label = new QLabel(tr("&Name"), this);
    label->setBuddy(m_name);
    auto *line = new QHBoxLayout;
    line->addWidget(label);
    line->addWidget(m_name, 1);
    line->addWidget(m_strict);
    topLayout()->addLayout(line);
    connect(m_name, &QLineEdit::textChanged, this, [this] { recheck(); });
}

void SchemaDialog::addSamples()
{
    auto *label = new QLabel(tr("S&ample answers, one after the other"), this);
    m_infer = new QPushButton(tr("Make a schema from them"), this);
    m_infer->setAutoDefault(false);
    m_infer->setEnabled(false);
    m_samples = new QPlainTextEdit(this);
    m_samples->setFont(theme().font(TextRole::Code));
    m_samples->setTabChangesFocus(true);
    m_samples->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_samples->setPlaceholderText(tr("Paste JSON here"));
    m_samples->setAccessibleName(tr("Sample answers"));
    m_samples->setFixedHeight(kSampleLines * m_samples->fontMetrics().lineSpacing()
                              + metrics::kStep4);
    new JsonHighlighter(m_samples->document(), theme());
    label->setBuddy(m_samples);
    m_samplesStatus = new ThemedLabel(theme(), TextRole::Small, &Colours::secondary, this);
    m_samplesStatus->setWordWrap(true);
    auto *line = new QHBoxLayout;
    line->addWidget(label, 1);
    line->addWidget(m_infer);
    bottomLayout()->addLayout(line);
    bottomLayout()->addWidget(m_samples);
    bottomLayout()->addWidget(m_samplesStatus);
    connect(m_samples, &QPlainTextEdit::textChanged, this, [this] {
        m_infer->setEnabled(!m_samples->toPlainText().trimmed().isEmpty());
        m_pause.start();
    });
    connect(m_infer, &QPushButton::clicked, this, &SchemaDialog::infer);
}

void SchemaDialog::setFormat(const QJsonObject &responseFormat)
{
    const QJsonValue format = responseFormat["json_schema"_L1];
    if (!format.isObject())
        return;
    m_name->setText(format["name"_L1].toString(u"answer"_s));
    m_strict->setChecked(format["strict"_L1].toBool());
    setJson(format["schema"_L1]);
}

void SchemaDialog::setSamples(const QString &text)
{
    m_samples->setPlainText(text);
}

QString SchemaDialog::samplesText() const
{
    return m_samplesStatus->text();
}

QJsonValue SchemaDialog::result() const
{
    if (check().value.isUndefined())
        return QJsonValue::Undefined;
    const QJsonObject schema{{u"name"_s, m_name->text()},
                             {u"strict"_s, m_strict->isChecked()},
                             {u"schema"_s, check().value}};
    return QJsonObject{{u"type"_s, u"json_schema"_s}, {u"json_schema"_s, schema}};
}

QString SchemaDialog::otherProblem() const
{
    // The alphabet that servers of this API take for names.
    static const QRegularExpression name(u"^[A-Za-z0-9_-]{1,64}$"_s);
    if (m_name && !name.match(m_name->text()).hasMatch())
        return tr("The name may have letters, digits, _ and -, at most 64.");
    return {};
}

void SchemaDialog::checkSchemaSoon()
{
    const int wish = ++m_wish;
    m_waiting.clear();
    if (!check().isOk() || check().value.isUndefined()) {
        m_schemaProblem.clear();
        showSamples({}, &Colours::secondary);
        emit checked();
        return;
    }
    m_checkedText = text();
    app::whenDone(m_checker.checkSchema(compact(check().value)), this,
                  [this, wish](const app::SchemaVerdict &verdict) {
                      if (wish == m_wish)
                          takeSchema(verdict);
                  });
}

void SchemaDialog::takeSchema(const app::SchemaVerdict &verdict)
{
    m_schemaProblem.clear();
    if (verdict.reason == app::NotCheckedReason::NotASchema && !verdict.failures.isEmpty()) {
        // The place that says most is the innermost.
        const auto failure =
            std::ranges::max_element(verdict.failures, {}, [](const app::SchemaFailure &each) {
                return each.path.count(u'/');
            });
        app::JsonOutline outline;
        outline.append(m_checkedText.toUtf8());
        const auto value = outline.find(failure->path);
        const qsizetype bytes = value ? outline.value(*value).start : 0;
        m_schemaProblem = tr("%1: %2").arg(placeText(failure->path), failureSentence(*failure));
        setLateProblem(m_schemaProblem, int(QString::fromUtf8(outline.text().first(bytes)).size()));
    } else if (verdict.kind == app::SchemaVerdict::Kind::NotChecked) {
        // Servers may well know what the check does not: a note, no obstacle.
        m_schemaProblem = notCheckedSentence(verdict);
        setNote(tr("Answers cannot be checked by this schema. %1").arg(m_schemaProblem));
    }
    checkSamples();
}

void SchemaDialog::checkSamples()
{
    qsizetype broken = 0;
    m_waiting = jsonValuesIn(m_samples->toPlainText().toUtf8(), broken);
    m_sample = 0;
    if (broken > 0) {
        m_waiting.clear();
        showSamples(tr("Sample %1 is not valid JSON.").arg(broken), &Colours::danger);
    } else if (m_waiting.isEmpty()) {
        showSamples({}, &Colours::secondary);
    }
    takeSample({app::SchemaVerdict::Kind::Valid, {}, false, app::NotCheckedReason::None, {}});
}

/// The verdict of one sample; the next one follows when it fits.
void SchemaDialog::takeSample(const app::SchemaVerdict &verdict)
{
    if (verdict.kind == app::SchemaVerdict::Kind::NotChecked)
        showSamples(notCheckedSentence(verdict), &Colours::danger);
    else if (verdict.kind == app::SchemaVerdict::Kind::Invalid)
        //: Number of the sample, place in it, what is wrong there.
        showSamples(tr("Sample %1, %2: %3")
                        .arg(QString::number(m_sample), placeText(verdict.failures.first().path),
                             failureSentence(verdict.failures.first())),
                    &Colours::danger);
    const bool goesOn = verdict.kind == app::SchemaVerdict::Kind::Valid;
    if (goesOn && m_sample == m_waiting.size() && m_sample > 0)
        showSamples(tr("%n sample(s) fit the schema.", nullptr, int(m_sample)), &Colours::good);
    if (!goesOn || m_sample == m_waiting.size()) {
        emit checked();
        return;
    }
    app::whenDone(m_checker.check(compact(check().value), m_waiting.at(m_sample++)), this,
                  [this, wish = m_wish](const app::SchemaVerdict &next) {
                      if (wish == m_wish)
                          takeSample(next);
                  });
}

void SchemaDialog::showSamples(const QString &text, QColor Colours::*colour)
{
    m_samplesStatus->setColour(colour);
    m_samplesStatus->setText(text);
}

void SchemaDialog::infer()
{
    qsizetype broken = 0;
    QList<QJsonValue> samples;
    for (const QByteArray &value : jsonValuesIn(m_samples->toPlainText().toUtf8(), broken))
        samples.append(QJsonDocument::fromJson('[' + value + ']').array().first());
    if (broken > 0 || samples.isEmpty())
        return showSamples(tr("Sample %1 is not valid JSON.").arg(broken), &Colours::danger);
    setText(jsonText(app::inferSchema(samples)));
}

} // namespace ui
