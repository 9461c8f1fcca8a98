// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sweeps/sweep_dialog.h"

#include "ui/sweeps/axis_editor.h"
#include "ui/theme/theme.h"
#include "ui/widgets/fit_to_screen.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr QSize kSweepDialogSize{680, 560};

QStringList paragraphsOf(const QString &text)
{
    static const QRegularExpression blankLine(u"\\n[ \\t]*\\n"_s);
    QStringList paragraphs;
    for (const QString &part : text.split(blankLine)) {
        const QString paragraph = part.trimmed();
        if (!paragraph.isEmpty() && !paragraphs.contains(paragraph))
            paragraphs.append(paragraph);
    }
    return paragraphs;
}

} // namespace

SweepDialog::SweepDialog(const ViewContext &context, app::ChatPtr chat, app::LaneId laneId,
                         const app::Draft &draft, QWidget *parent)
    : CellsDialog(context, std::move(chat), laneId, draft, parent),
      m_several(new QCheckBox(tr("&Several prompts: each paragraph is one"), this)),
      m_first(new AxisEditor(context, lane(), tr("What varies"), this)),
      m_second(new AxisEditor(context, lane(), tr("What varies besides"), this))
{
    setWindowTitle(tr("Sweep"));
    m_several->setToolTip(tr("Paragraphs are parted by an empty line."));
    m_first->choose(u"temperature"_s);
    middle()->addWidget(m_several);
    auto *axes = new QHBoxLayout;
    axes->setSpacing(metrics::kStep5);
    const auto add = [&](AxisEditor *editor, const QString &name) {
        auto *column = new QVBoxLayout;
        column->setSpacing(metrics::kStep1);
        column->addWidget(new QLabel(name, this));
        column->addWidget(editor);
        axes->addLayout(column, 1);
    };
    add(m_first, tr("Vary"));
    add(m_second, tr("and"));
    middle()->addLayout(axes);
    connect(m_several, &QCheckBox::toggled, this, &SweepDialog::refresh);
    for (const AxisEditor *editor : {m_first, m_second}) {
        connect(editor, &AxisEditor::changed, this, &SweepDialog::refresh);
        connect(editor, &AxisEditor::providersRequested, this, &SweepDialog::providersRequested);
    }
    finish(tr("Asks the prompt once for every combination and shows the answers as a "
              "grid. All else is as in the lane, which stays where it is."),
           tr("Start the sweep"));
    resizeWithinScreen(*this, kSweepDialogSize);
}

app::CellsSpec SweepDialog::varied(app::CellsSpec spec) const
{
    if (m_several->isChecked() && !spec.prompts.isEmpty())
        spec.prompts = paragraphsOf(spec.prompts.first());
    for (const AxisEditor *editor : {m_first, m_second}) {
        spec.models += editor->models();
        if (const auto axis = editor->axis())
            spec.axes.append(*axis);
    }
    return spec;
}

QString SweepDialog::problem() const
{
    if (!m_first->chosen().isEmpty() && m_first->chosen() == m_second->chosen())
        return tr("Choose two different things to vary.");
    for (const AxisEditor *editor : {m_first, m_second}) {
        if (const QString problem = editor->problem(); !problem.isEmpty())
            return problem;
    }
    const bool variesNothing = m_first->chosen().isEmpty() && m_second->chosen().isEmpty();
    const QStringList prompts = paragraphsOf(prompt().toPlainText());
    if (variesNothing && !(m_several->isChecked() && prompts.size() > 1))
        return tr("Choose what varies, or write several prompts.");
    return {};
}

} // namespace ui
