// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sweeps/axis_editor.h"

#include "app/evaluation/round_cells.h"
#include "app/services.h"
#include "ui/sweeps/model_values.h"
#include "ui/theme/theme.h"
#include "ui/wording/cell_wording.h"
#include "ui/wording/parameter_wording.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <cmath>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int kMostSteps = 100;

bool canBeSwept(const app::ParameterSpec &spec)
{
    using Type = app::ParameterType;
    const bool isSingle = spec.type == Type::Number || spec.type == Type::Integer
                          || spec.type == Type::Boolean
                          || (spec.type == Type::Choice && !spec.choices.empty());
    // Several answers of one request are no cells.
    return isSingle && !spec.isLocal && spec.control != app::ParameterControl::Hidden
           && spec.name != "n"_L1;
}

bool isNumeric(const app::ParameterSpec *spec)
{
    return spec
           && (spec->type == app::ParameterType::Number
               || spec->type == app::ParameterType::Integer);
}

struct UsualRange
{
    double from = 0;
    double to = 1;
    int count = 3;
};

/// Where it is worth looking, rather than all that is allowed.
UsualRange usualRange(const app::ParameterSpec &spec)
{
    if (spec.name == "temperature"_L1)
        return {0, 1.2, 5};
    if (spec.name == "top_p"_L1)
        return {0.8, 1, 2};
    if (spec.name == "max_tokens"_L1 || spec.name == "max_completion_tokens"_L1)
        return {256, 1024, 3};
    if (spec.name == "seed"_L1)
        return {1, 5, 5};
    if (spec.name == "top_k"_L1)
        return {20, 100, 3};
    const double least = std::max(spec.minimum, -1.0);
    return {least, std::min(spec.maximum, least + 2), 5};
}

QString choicesOf(const app::ParameterSpec &spec)
{
    if (spec.type == app::ParameterType::Boolean)
        return u"false, true"_s;
    QStringList choices;
    for (const QLatin1StringView &choice : spec.choices)
        choices.append(choice);
    return choices.join(u", "_s);
}

} // namespace

AxisEditor::AxisEditor(const ViewContext &context, const app::Lane &lane, const QString &name,
                       QWidget *parent)
    : QWidget(parent), m_context(context), m_lane(lane), m_what(new QComboBox(this)),
      m_pages(new QStackedLayout), m_models(new ModelValues(context, this))
{
    m_what->setAccessibleName(name);
    build();
    m_models->add({lane.providerId, lane.model});
    showChoice();
}

AxisEditor::~AxisEditor() = default;

void AxisEditor::build()
{
    fillChoices();
    m_pages->addWidget(new QWidget(this)); // nothing
    m_pages->addWidget(makeValues());
    m_pages->addWidget(m_models);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::kStep2);
    layout->addWidget(m_what);
    layout->addLayout(m_pages);
    connect(m_what, &QComboBox::currentIndexChanged, this, &AxisEditor::showChoice);
    connect(m_models, &ModelValues::changed, this, &AxisEditor::changed);
    connect(m_models, &ModelValues::providersRequested, this, &AxisEditor::providersRequested);
}

void AxisEditor::fillChoices()
{
    m_what->addItem(tr("nothing"), QString());
    m_what->addItem(dimensionText(app::coordinate::kModel), QString(app::coordinate::kModel));
    const app::Dialect dialect = m_context.services.provider(m_lane.providerId).dialect;
    for (const app::ParameterSpec &spec : app::parameterTable()) {
        if (canBeSwept(spec) && app::takesParameter(dialect, spec))
            m_what->addItem(parameterWording(QString(spec.name)).name, QString(spec.name));
    }
}

QWidget *AxisEditor::makeValues()
{
    auto *page = new QWidget(this);
    m_range = new QWidget(page);
    m_from = new QDoubleSpinBox(m_range);
    m_to = new QDoubleSpinBox(m_range);
    m_count = new QSpinBox(m_range);
    m_count->setRange(2, kMostSteps);
    m_values = new QLineEdit(page);
    auto *range = new QHBoxLayout(m_range);
    range->setContentsMargins(0, 0, 0, 0);
    range->setSpacing(metrics::kStep2);
    const auto add = [&](const QString &text, QWidget *field) {
        auto *label = new QLabel(text, m_range);
        label->setBuddy(field);
        range->addWidget(label);
        range->addWidget(field);
    };
    //: A range: "From 0 to 1.2 in 5 steps".
    add(tr("From"), m_from);
    add(tr("to", "range of a sweep"), m_to);
    add(tr("in", "range of a sweep"), m_count);
    range->addWidget(new QLabel(tr("steps", "range of a sweep"), m_range));
    range->addStretch(1);
    m_from->setAccessibleName(tr("First value"));
    m_to->setAccessibleName(tr("Last value"));
    m_count->setAccessibleName(tr("Steps"));
    auto *label = new QLabel(tr("Values"), page);
    label->setBuddy(m_values);
    auto *line = new QHBoxLayout;
    line->setSpacing(metrics::kStep2);
    line->addWidget(label);
    line->addWidget(m_values, 1);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::kStep2);
    layout->addWidget(m_range);
    layout->addLayout(line);
    layout->addStretch(1);
    // Values are typed with a point and parted by commas; fields beside them shall look alike.
    for (QDoubleSpinBox *field : {m_from, m_to}) {
        field->setLocale(QLocale::c());
        connect(field, &QDoubleSpinBox::valueChanged, this, &AxisEditor::makeRange);
    }
    connect(m_count, &QSpinBox::valueChanged, this, &AxisEditor::makeRange);
    connect(m_values, &QLineEdit::textChanged, this, &AxisEditor::changed);
    return page;
}

void AxisEditor::choose(const QString &what)
{
    m_what->setCurrentIndex(std::max(0, m_what->findData(what)));
}

QString AxisEditor::chosen() const
{
    return m_what->currentData().toString();
}

void AxisEditor::showChoice()
{
    const QString what = chosen();
    const app::ParameterSpec *spec = app::findParameter(what);
    m_pages->setCurrentIndex(what == app::coordinate::kModel ? 2 : spec ? 1 : 0);
    if (spec) {
        m_range->setVisible(isNumeric(spec));
        m_values->setToolTip(tr("Parted by commas"));
    }
    if (spec && !isNumeric(spec))
        m_values->setText(choicesOf(*spec));
    if (isNumeric(spec)) {
        const QSignalBlocker from(m_from);
        const QSignalBlocker to(m_to);
        const QSignalBlocker count(m_count);
        const UsualRange usual = usualRange(*spec);
        const bool isWhole = spec->type == app::ParameterType::Integer;
        for (QDoubleSpinBox *field : {m_from, m_to}) {
            field->setDecimals(isWhole ? 0 : 2);
            field->setRange(std::max(spec->minimum, -1e9), std::min(spec->maximum, 1e9));
            field->setSingleStep(isWhole ? 1 : std::max(spec->step, 0.05));
        }
        m_from->setValue(usual.from);
        m_to->setValue(usual.to);
        m_count->setValue(usual.count);
        makeRange();
    }
    emit changed();
}

void AxisEditor::makeRange()
{
    const app::ParameterSpec *spec = app::findParameter(chosen());
    if (!isNumeric(spec))
        return;
    const bool isWhole = spec->type == app::ParameterType::Integer;
    const int steps = m_count->value() - 1;
    QStringList values;
    for (int i = 0; i <= steps; ++i) {
        const double value = m_from->value() + (m_to->value() - m_from->value()) * i / steps;
        // Rounded as one would type it.
        const QString text = isWhole ? QString::number(qRound64(value))
                                     : QString::number(std::round(value * 1000) / 1000, 'g', 12);
        if (!values.contains(text))
            values.append(text);
    }
    m_values->setText(values.join(u", "_s));
}

QList<app::ModelChoice> AxisEditor::models() const
{
    return chosen() == app::coordinate::kModel ? m_models->models() : QList<app::ModelChoice>();
}

std::optional<app::SweepAxis> AxisEditor::axis() const
{
    const QString what = chosen();
    if (!app::findParameter(what))
        return {};
    const auto axis = app::parseSweepAxis(what + u'=' + m_values->text());
    return axis && !axis->values.isEmpty() ? std::optional(*axis) : std::nullopt;
}

QString AxisEditor::problem() const
{
    const QString what = chosen();
    if (what == app::coordinate::kModel)
        return m_models->models().size() < 2 ? tr("Add the models to compare, two at least.")
                                             : QString();
    const app::ParameterSpec *spec = app::findParameter(what);
    if (!spec || axis())
        return {};
    //: %1 is a parameter, %2 says what may be entered.
    return tr("These are no values for “%1”. %2 Each stands there once, parted by commas.")
        .arg(parameterWording(what).name, isNumeric(spec)
                                              ? rangeText(*spec)
                                              //: %1 is a list of words.
                                              : tr("It takes: %1.").arg(choicesOf(*spec)));
}

} // namespace ui
