// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presets/presets_window.h"

#include "app/catalogue/model_info.h"
#include "app/services.h"
#include "ui/presets/preset_wording.h"
#include "ui/widgets/badge_label.h"
#include "ui/widgets/fit_to_screen.h"
#include "ui/widgets/flat_button.h"
#include "ui/widgets/ground.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/themed_label.h"
#include "ui/widgets/toast.h"
#include "ui/wording/error_wording.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {
constexpr QSize kPresetsWindowSize{760, 500};
constexpr int kPresetListWidth = 240;
constexpr int kLongestUsedModel = 34;
constexpr int kPresetRowHeight = 30;
} // namespace

PresetsWindow::PresetsWindow(const Theme &theme, app::Services &services, const app::Lane &lane,
                             int laneCount, QWidget *parent)
    : QDialog(parent), m_theme(theme), m_services(services), m_presets(*services.presets),
      m_providerId(lane.providerId), m_model(lane.model), m_notice(new MessageBar(theme, this)),
      m_list(new QListWidget(this))
{
    setWindowTitle(tr("Presets"));
    build(lane, laneCount);
    connect(m_list, &QListWidget::currentItemChanged, this,
            [this] { showPreset(m_presets.find(current())); });
    connect(&m_presets, &app::Presets::changed, this, &PresetsWindow::takeEntries);
    connect(&m_presets, &app::Presets::writeFailed, this, [this](const app::Error &error) {
        tell(tr("The presets cannot be saved: %1").arg(shortened(error.message)));
    });
    resizeWithinScreen(*this, kPresetsWindowSize);
    takeEntries();
    select(m_presets.appliedTo(lane.id));
    if (!m_presets.setAside().isEmpty())
        tell(tr("What could not be read was kept as: %1")
                 .arg(m_presets.setAside().mid(0, 3).join(u", "_s)));
}

void PresetsWindow::build(const app::Lane &lane, int laneCount)
{
    auto *columns = new QHBoxLayout;
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(0);
    columns->addWidget(makeList());
    columns->addWidget(new Separator(m_theme, Qt::Vertical, this));
    QWidget *details = makeDetails(lane, laneCount);
    columns->addWidget(details, 1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->setContentsMargins(metrics::kStep3, metrics::kStep2, metrics::kStep3, metrics::kStep2);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_notice);
    layout->addLayout(columns, 1);
    layout->addWidget(new Separator(m_theme, Qt::Horizontal, this));
    layout->addWidget(buttons);
    m_toast = new Toast(m_theme, details);
}

QWidget *PresetsWindow::makeList()
{
    auto *panel = new Ground(m_theme, &Colours::panel, this);
    panel->setFixedWidth(kPresetListWidth);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAccessibleName(tr("Presets"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->viewport()->setAutoFillBackground(false);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(metrics::kStep2, metrics::kStep1, metrics::kStep2, metrics::kStep1);
    row->setSpacing(metrics::kStep1);
    const auto add = [&](const QString &icon, const QString &text, auto action) {
        auto *button = new FlatButton(m_theme, icon, text, panel);
        button->setIconOnly(true);
        button->setFocusPolicy(Qt::TabFocus);
        connect(button, &FlatButton::clicked, this, action);
        row->addWidget(button);
        return button;
    };
    m_ofOne = {add(u"edit"_s, tr("Rename"), &PresetsWindow::rename),
               add(u"delete"_s, tr("Delete"), &PresetsWindow::remove),
               add(u"external"_s, tr("Export…"), &PresetsWindow::exportCurrent)};
    row->addStretch(1);
    add(QString(), tr("Import…"), &PresetsWindow::askForFiles)->setIconOnly(false);
    auto *layout = new QVBoxLayout(panel);
    layout->setContentsMargins(0, metrics::kStep1, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_list, 1);
    layout->addWidget(new Separator(m_theme, Qt::Horizontal, panel));
    layout->addLayout(row);
    return panel;
}

QWidget *PresetsWindow::makeDetails(const app::Lane &lane, int laneCount)
{
    auto *details = new QWidget(this);
    m_title = new ThemedLabel(m_theme, TextRole::Title, &Colours::text, details);
    m_lines = new QScrollArea(details);
    m_lines->setFrameShape(QFrame::NoFrame);
    m_lines->setWidgetResizable(true);
    m_lines->setFocusPolicy(Qt::NoFocus);
    m_lines->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::kStep2);
    row->addStretch(1);
    const auto add = [&](const QString &text, Lanes lanes) {
        auto *button = new QPushButton(text, details);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this,
                [this, lanes] { emit applyRequested(current(), lanes); });
        row->addWidget(button);
        m_apply.append(button);
    };
    if (laneCount > 1) {
        add(tr("Apply to all lanes"), Lanes::All);
        //: %1 is the letter of a lane.
        add(tr("Apply to %1").arg(laneLetter(lane.letter)), Lanes::This);
    } else {
        add(tr("Apply"), Lanes::This);
    }
    m_apply.constLast()->setProperty("accent", true);
    auto *layout = new QVBoxLayout(details);
    layout->setContentsMargins(metrics::kStep4, metrics::kStep4, metrics::kStep4, metrics::kStep4);
    layout->setSpacing(metrics::kStep3);
    layout->addWidget(m_title);
    layout->addWidget(m_lines, 1);
    layout->addWidget(makeUses(lane));
    layout->addLayout(row);
    return details;
}

QWidget *PresetsWindow::makeUses(const app::Lane &lane)
{
    auto *uses = new QWidget(this);
    m_usual = new QCheckBox(tr("&New conversations begin with it"), uses);
    connect(m_usual, &QCheckBox::clicked, this,
            [this](bool on) { m_presets.setUsual(on ? current() : QString()); });
    const QString model = shortened(app::shortModelName(lane.model), kLongestUsedModel);
    m_ofModel = new QCheckBox(
        tr("Is &taken when %1 is chosen").arg(QString(model).replace(u'&', u"&&"_s)), uses);
    m_ofModel->setToolTip(tr("In lanes in which nothing else was set"));
    connect(m_ofModel, &QCheckBox::clicked, this, [this](bool on) {
        m_presets.setOfModel(m_providerId, m_model, on ? current() : QString());
    });
    auto *layout = new QVBoxLayout(uses);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::kStep1);
    layout->addWidget(m_usual);
    layout->addWidget(m_ofModel);
    return uses;
}

QString PresetsWindow::current() const
{
    const QListWidgetItem *item = m_list->currentItem();
    return item ? item->data(Qt::UserRole).toString() : QString();
}

void PresetsWindow::select(const QString &name)
{
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->data(Qt::UserRole).toString() == name)
            m_list->setCurrentRow(row);
    }
}

void PresetsWindow::takeEntries()
{
    const QString before = current();
    const int row = m_list->currentRow();
    m_list->clear();
    for (const app::Preset &preset : m_presets.all()) {
        auto *item = new QListWidgetItem(shortened(preset.name), m_list);
        item->setData(Qt::UserRole, preset.name);
        item->setSizeHint({0, kPresetRowHeight});
    }
    m_list->setCurrentRow(std::clamp(row, 0, std::max(0, m_list->count() - 1)));
    select(before);
    showPreset(m_presets.find(current()));
}

void PresetsWindow::showPreset(const app::Preset *preset)
{
    for (FlatButton *button : std::as_const(m_ofOne))
        button->setEnabled(preset);
    for (QPushButton *button : std::as_const(m_apply))
        button->setEnabled(preset);
    m_usual->setVisible(preset);
    m_ofModel->setVisible(preset);
    m_lines->setVisible(preset);
    m_title->setText(preset ? shortened(preset->name)
                            : tr("No presets yet. Save one from the menu of the parameters."));
    m_title->setWordWrap(!preset);
    if (!preset)
        return;
    m_usual->setChecked(m_presets.usual() == preset);
    m_ofModel->setChecked(m_presets.ofModel(m_providerId, m_model) == preset);
    showLines(*preset);
}

void PresetsWindow::showLines(const app::Preset &preset)
{
    auto *content = new QWidget;
    auto *grid = new QGridLayout(content);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(metrics::kStep4);
    grid->setVerticalSpacing(metrics::kStep1);
    grid->setColumnStretch(1, 1);
    const app::Dialect dialect = m_services.provider(m_providerId).dialect;
    const QList<PresetLine> lines = presetLines(preset, dialect);
    int row = 0;
    for (const PresetLine &line : lines) {
        auto *name = new ThemedLabel(m_theme, TextRole::Body, &Colours::secondary, content);
        name->setText(line.name);
        name->setStruckThrough(line.isHeldBack);
        auto *value = new ThemedLabel(m_theme, TextRole::Body,
                                      line.isHeldBack ? &Colours::faint : &Colours::text, content);
        value->setText(line.value);
        value->setWordWrap(true);
        grid->addWidget(name, row, 0, Qt::AlignTop);
        grid->addWidget(value, row++, 1);
    }
    if (std::ranges::any_of(lines, &PresetLine::isHeldBack) || lines.isEmpty()) {
        auto *note = new ThemedLabel(m_theme, TextRole::Small, &Colours::secondary, content);
        note->setWordWrap(true);
        note->setText(lines.isEmpty()
                          ? tr("It sets nothing: what a lane has set is taken back.")
                          : tr("%1 does not take what is struck through. It is kept all the same.")
                                .arg(shortened(m_services.provider(m_providerId).name)));
        grid->addWidget(note, row++, 0, 1, 2);
    }
    grid->setRowStretch(row, 1);
    m_lines->setWidget(content);
}

void PresetsWindow::tell(const QString &sentence)
{
    m_notice->showMessage(sentence, MessageBar::Tone::Warning);
}

} // namespace ui
