// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/export_dialog.h"

#include "ui/export/export_wording.h"
#include "ui/preferences/form_page.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/themed_label.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {
constexpr int kFormatHintWidth = 460;
} // namespace

ExportDialog::ExportDialog(const Theme &theme, bool hasRound, const Choice &choice, QWidget *parent)
    : QDialog(parent), m_theme(theme), m_hasRound(hasRound),
      m_scope(new SegmentedControl(theme, this)), m_format(new SegmentedControl(theme, this)),
      m_hint(new ThemedLabel(theme, TextRole::Body, &Colours::secondary, this))
{
    setWindowTitle(tr("Export"));
    build();
    m_scope->setCurrent(hasRound && choice.isRound ? u"round"_s : u"all"_s);
    m_format->setCurrent(exportFormatName(choice.format));
    m_images->setChecked(choice.withImages);
    m_runs->setChecked(choice.withRuns);
    m_branches->setChecked(choice.withBranches);
    refresh();
}

void ExportDialog::build()
{
    m_scope->setOptions({{u"round"_s, tr("This round"), {}}, {u"all"_s, tr("All rounds"), {}}});
    m_scope->setClearable(false);
    m_scope->setAccessibleName(tr("What"));
    QList<SegmentedControl::Option> formats;
    for (const QString &name : app::exportFormatNames())
        formats.append({name, exportFormatText(*app::exportFormatFromName(name)), {}});
    m_format->setOptions(formats);
    m_format->setClearable(false);
    m_format->setAccessibleName(tr("Format"));
    connect(m_format, &SegmentedControl::chosen, this, &ExportDialog::refresh);
    // After the controls above them, which the keyboard reaches first.
    m_images = new QCheckBox(tr("&Images"), this);
    m_runs = new QCheckBox(tr("&Records of the runs"), this);
    m_branches = new QCheckBox(tr("&Answers that no lane shows"), this);
    m_hint->setWordWrap(true);
    m_hint->setMinimumWidth(kFormatHintWidth);
    m_branches->setToolTip(tr("Retried and edited ones, and those of lanes that went on with "
                              "another answer"));

    auto *form = new QFormLayout;
    form->setContentsMargins(metrics::kStep4, metrics::kStep4, metrics::kStep4, metrics::kStep4);
    setUsualSpacing(form);
    if (m_hasRound)
        form->addRow(tr("What"), m_scope);
    else
        m_scope->hide();
    form->addRow(tr("Format"), m_format);
    form->addRow(QString(), m_hint);
    form->addRow(tr("Include"), m_images);
    form->addRow(QString(), m_runs);
    form->addRow(QString(), m_branches);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(form, 1);
    layout->addWidget(new Separator(m_theme, Qt::Horizontal, this));
    layout->addWidget(makeButtons());
}

QWidget *ExportDialog::makeButtons()
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->setContentsMargins(metrics::kStep3, metrics::kStep2, metrics::kStep3, metrics::kStep2);
    auto *save = buttons->addButton(tr("Save as…"), QDialogButtonBox::AcceptRole);
    save->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    return buttons;
}

app::ExportFormat ExportDialog::format() const
{
    return app::exportFormatFromName(m_format->current()).value_or(app::ExportFormat::Html);
}

/// What a format has no place for cannot be chosen.
void ExportDialog::refresh()
{
    m_hint->setText(exportFormatHint(format()));
    m_images->setEnabled(app::hasPlaceForImages(format()));
    m_runs->setEnabled(app::hasPlaceForRuns(format()));
}

ExportDialog::Choice ExportDialog::choice() const
{
    return {.isRound = m_hasRound && m_scope->current() == "round"_L1,
            .format = format(),
            .withImages = m_images->isChecked(),
            .withRuns = m_runs->isChecked(),
            .withBranches = m_branches->isChecked()};
}

} // namespace ui
