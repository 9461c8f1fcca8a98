// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parameters/parameter_panel.h"

#include "app/chat/lane_changes.h"
#include "ui/parameters/json_rows.h"
#include "ui/parameters/lane_tools_row.h"
#include "ui/parameters/lane_values.h"
#include "ui/parameters/parameter_row_factory.h"
#include "ui/parameters/system_prompt_edit.h"
#include "ui/widgets/flat_button.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/themed_label.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QMenu>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

// What stands where. Everything else that the table shows is below "More", in its order.
constexpr std::array kSampling{"temperature"_L1,
                               "top_p"_L1,
                               "presence_penalty"_L1,
                               "frequency_penalty"_L1,
                               "max_tokens"_L1,
                               "auto_continue"_L1,
                               "n"_L1,
                               "seed"_L1,
                               "stop"_L1};
constexpr std::array kManner{"service_tier"_L1, "reasoning_effort"_L1, "response_format"_L1};
constexpr std::array kTooling{"tools"_L1, "tool_choice"_L1, kExtraJson};

// Long enough to gather the steps of a dragged slider, short enough to be there before a send.
constexpr int kTellAfterMs = 150;

bool isPlaced(QLatin1StringView name)
{
    const auto holds = [&](const auto &group) {
        return std::ranges::find(group, name) != group.end();
    };
    return holds(kSampling) || holds(kManner) || holds(kTooling);
}

bool isBelowMore(const app::ParameterSpec &spec)
{
    return spec.control != app::ParameterControl::Hidden && !isPlaced(spec.name);
}

QVBoxLayout *verticalLayout(QWidget *widget)
{
    auto *layout = new QVBoxLayout(widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::kStep2);
    return layout;
}

} // namespace

ParameterPanel::ParameterPanel(const Theme &theme, QWidget *parent)
    : Ground(theme, &Colours::panel, parent), m_theme(theme)
{
    setAccessibleName(tr("Parameters"));
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, metrics::kStep2, 0, 0);
    outer->setSpacing(2);
    addTitle(outer);
    auto *scroll = new QScrollArea(this);
    m_area = scroll;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // It paints nothing where all fits; its room is part of the margin, so that nothing moves.
    scroll->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    const int bar = scroll->verticalScrollBar()->sizeHint().width();
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *content = new Ground(theme, &Colours::panel, scroll);
    auto *lines = verticalLayout(content);
    const int besideBar = std::max(0, metrics::kStep4 - bar);
    lines->setContentsMargins(isRightToLeft() ? besideBar : metrics::kStep4, 2,
                              isRightToLeft() ? metrics::kStep4 : besideBar, metrics::kStep4);
    addPreset(lines);
    addRows(lines);
    addMore(lines);
    addFooter(lines);
    lines->addStretch(1);
    scroll->setWidget(content);
    outer->addWidget(scroll, 1);
    outer->addWidget(m_veil, 1);

    m_tellTimer.setSingleShot(true);
    m_tellTimer.setInterval(kTellAfterMs);
    connect(&m_tellTimer, &QTimer::timeout, this, &ParameterPanel::tell);
    setEnabled(false);
}

ParameterPanel::~ParameterPanel() = default;

void ParameterPanel::addTitle(QVBoxLayout *lines)
{
    auto *line = new QHBoxLayout;
    line->setContentsMargins(metrics::kStep4, 0, metrics::kStep2, 0);
    m_title = new ThemedLabel(m_theme, TextRole::Caption, &Colours::secondary, this);
    m_switch = new FlatButton(m_theme, u"chevron-down"_s, tr("Parameters of another lane"), this);
    m_switch->setIconOnly(true);
    m_lanesMenu = new QMenu(m_switch);
    connect(m_switch, &FlatButton::clicked, m_lanesMenu,
            [this] { m_lanesMenu->popup(m_switch->mapToGlobal(QPoint(0, m_switch->height()))); });
    line->addWidget(m_title, 1);
    line->addStrut(m_switch->sizeHint().height());
    line->addWidget(m_switch);
    lines->addLayout(line);
    m_veil = new ThemedLabel(m_theme, TextRole::Body, &Colours::secondary, this);
    m_veil->setWordWrap(true);
    m_veil->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    m_veil->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
    m_veil->setContentsMargins(metrics::kStep4, metrics::kStep2, metrics::kStep4, 0);
    m_veil->hide();
}

void ParameterPanel::addPreset(QVBoxLayout *lines)
{
    m_preset = new FlatButton(m_theme, u"chevron-down"_s, QString(), this);
    m_preset->setIconOnly(false);
    m_preset->setLeading(true);
    m_preset->setPadding(kFlushPadding);
    m_preset->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_preset->hide();
    lines->addWidget(m_preset);
    connect(m_preset, &FlatButton::clicked, this, [this] {
        flush();
        emit presetsRequested(m_preset);
    });
}

void ParameterPanel::addRows(QVBoxLayout *lines)
{
    m_prompt = new SystemPromptEdit(m_theme, this);
    connect(m_prompt, &SystemPromptEdit::edited, this, &ParameterPanel::changePrompt);
    lines->addWidget(m_prompt);
    m_promptBadge = new ThemedLabel(m_theme, TextRole::Caption, &Colours::accent, this);
    lines->addWidget(m_promptBadge);
    for (const QLatin1StringView name : kSampling)
        addRow(QString(name), lines);
    lines->addWidget(new Separator(m_theme, Qt::Horizontal, this));
    for (const QLatin1StringView name : kManner)
        addRow(QString(name), lines);
    lines->addWidget(new Separator(m_theme, Qt::Horizontal, this));
    m_tools = new LaneToolsRow(m_theme, this);
    connect(m_tools, &LaneToolsRow::edited, this, &ParameterPanel::changeTools);
    connect(m_tools, &LaneToolsRow::manageRequested, this, &ParameterPanel::toolsRequested);
    lines->addWidget(m_tools);
    for (const QLatin1StringView name : kTooling)
        addRow(QString(name), lines);
}

void ParameterPanel::addMore(QVBoxLayout *lines)
{
    m_more = new FlatButton(m_theme, u"chevron-right"_s, tr("More"), this);
    m_more->setIconOnly(false);
    m_more->setLeading(true);
    m_more->setPadding(kFlushPadding);
    m_more->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    lines->addWidget(m_more);
    m_moreRows = new QWidget(this);
    verticalLayout(m_moreRows);
    lines->addWidget(m_moreRows);
    connect(m_more, &FlatButton::clicked, this, [this] {
        m_moreShown = !m_moreShown;
        showAll();
    });
}

/// Half of all rows, which most users never unfold: a window is there sooner without them.
void ParameterPanel::addMoreRows()
{
    m_hasMoreRows = true;
    auto *lines = static_cast<QVBoxLayout *>(m_moreRows->layout());
    for (const app::ParameterSpec &spec : app::parameterTable()) {
        if (isBelowMore(spec))
            addRow(QString(spec.name), lines);
    }
}

bool ParameterPanel::needsMoreRows() const
{
    const app::Lane *lane = current();
    return m_moreShown
           || (lane && std::ranges::any_of(app::parameterTable(), [&](const auto &spec) {
                   return isBelowMore(spec) && lane->parameters.isSet(QString(spec.name));
               }));
}

void ParameterPanel::addFooter(QVBoxLayout *lines)
{
    m_same = new QCheckBox(tr("Only the model differs"), this);
    m_same->setToolTip(tr("Keeps the parameters, system prompts and tools of all lanes the same"));
    lines->addWidget(m_same);
    connect(m_same, &QCheckBox::clicked, this, [this](bool same) {
        flush();
        emit sameSettingsRequested(same);
    });
    m_copy = new FlatButton(m_theme, {}, tr("Copy to another lane"), this);
    m_copy->setIconOnly(false);
    m_copy->setPadding(kFlushPadding);
    m_copy->setTone(FlatButton::Tone::Accent);
    lines->addWidget(m_copy, 0, Qt::AlignRight);
    connect(m_copy, &FlatButton::clicked, this, [this] {
        for (const app::Lane &lane : std::as_const(m_lanes)) {
            if (lane.id != m_current && m_lanes.size() == 2) {
                copyAll(lane.id);
                return;
            }
        }
    });
}

ParameterRow *ParameterPanel::addRow(const QString &wireName, QVBoxLayout *lines)
{
    ParameterRow *row = nullptr;
    QWidget *owner = lines->parentWidget();
    if (const app::ParameterSpec *spec = app::findParameter(wireName))
        row = makeParameterRow(*spec, m_theme, owner);
    else
        row = new JsonRow(wireName,
                          wireName == kExtraJson ? JsonRow::Kind::Object : JsonRow::Kind::Any,
                          m_theme, owner);
    row->setValue(QJsonValue::Undefined);
    lines->addWidget(row);
    m_rows.append(row);
    connect(row, &ParameterRow::edited, this,
            [this, wireName](const QJsonValue &value) { change(wireName, value); });
    connect(row, &ParameterRow::sendAnywayChanged, this,
            [this, wireName](bool anyway) { changeSendAnyway(wireName, anyway); });
    connect(row, &ParameterRow::copyRequested, this,
            [this, wireName](app::LaneId lane) { copyValue(wireName, lane); });
    return row;
}

app::Lane *ParameterPanel::current()
{
    const auto found = std::ranges::find(m_lanes, m_current, &app::Lane::id);
    return found == m_lanes.end() ? nullptr : &*found;
}

const app::Lane *ParameterPanel::current() const
{
    const auto found = std::ranges::find(m_lanes, m_current, &app::Lane::id);
    return found == m_lanes.end() ? nullptr : &*found;
}

app::Provider ParameterPanel::providerOf(const app::Lane &lane) const
{
    const auto found = std::ranges::find(m_providers, lane.providerId, &app::Provider::id);
    return found == m_providers.end() ? app::Provider() : *found;
}

void ParameterPanel::setProviders(const QList<app::Provider> &providers)
{
    m_providers = providers;
    showAll();
}

void ParameterPanel::setLanes(const QList<app::Lane> &lanes, app::LaneId shown)
{
    QList<app::Lane> merged = lanes;
    for (app::Lane &lane : merged) {
        const auto old = std::ranges::find(m_lanes, lane.id, &app::Lane::id);
        if (old != m_lanes.end() && m_untold.contains(lane.id))
            app::takeSettings(lane, *old);
    }
    m_untold.removeIf([&](app::LaneId id) {
        return std::ranges::find(merged, id, &app::Lane::id) == merged.end();
    });
    m_lanes = merged;
    m_current = shown;
    if (!current())
        m_current = merged.isEmpty() ? app::LaneId() : merged.first().id;
    showAll();
}

void ParameterPanel::setModelInfo(app::LaneId lane, const app::ModelInfo &info)
{
    m_infos.insert(lane, info);
    showNotes();
}

void ParameterPanel::setEcho(app::LaneId lane, const QString &asked,
                             const std::optional<QString> &tier)
{
    m_echoes.insert(lane, {asked, tier});
    showNotes();
}

void ParameterPanel::setToolGroups(const QList<ToolGroup> &groups)
{
    m_tools->setGroups(groups);
}

void ParameterPanel::setVeiled(const QString &why)
{
    if (m_veil->text() == why)
        return;
    m_veil->setText(why);
    m_veil->setVisible(!why.isEmpty());
    m_area->setVisible(why.isEmpty());
    showTitle();
}

void ParameterPanel::setPresetNamer(PresetNamer namer)
{
    m_presetNamer = std::move(namer);
    refreshPreset();
}

void ParameterPanel::setSameSettings(bool same)
{
    m_same->setChecked(same);
    showFooter();
}

void ParameterPanel::flush()
{
    for (ParameterRow *row : std::as_const(m_rows))
        row->commit();
    tell();
}

void ParameterPanel::change(const QString &wireName, const QJsonValue &value)
{
    app::Lane *lane = current();
    if (!lane)
        return;
    setLaneValue(*lane, wireName, value);
    touch(lane->id);
}

void ParameterPanel::changeSendAnyway(const QString &wireName, bool sendAnyway)
{
    app::Lane *lane = current();
    if (!lane)
        return;
    lane->sendAnyway.removeAll(wireName);
    if (sendAnyway)
        lane->sendAnyway.append(wireName);
    touch(lane->id);
}

void ParameterPanel::changePrompt()
{
    app::Lane *lane = current();
    if (!lane || lane->systemPrompt == m_prompt->toPlainText())
        return;
    lane->systemPrompt = m_prompt->toPlainText();
    touch(lane->id);
}

void ParameterPanel::changeTools(const QList<app::ToolRef> &tools)
{
    app::Lane *lane = current();
    if (!lane)
        return;
    lane->tools = tools;
    touch(lane->id);
}

void ParameterPanel::copyValue(const QString &wireName, app::LaneId to)
{
    const app::Lane *from = current();
    const auto target = std::ranges::find(m_lanes, to, &app::Lane::id);
    if (!from || target == m_lanes.end())
        return;
    setLaneValue(*target, wireName, laneValue(*from, wireName));
    touch(to);
}

void ParameterPanel::copyAll(app::LaneId to)
{
    const app::Lane *from = current();
    const auto target = std::ranges::find(m_lanes, to, &app::Lane::id);
    if (!from || target == m_lanes.end())
        return;
    app::takeSettings(*target, *from);
    touch(to);
}

void ParameterPanel::touch(app::LaneId lane)
{
    if (!m_untold.contains(lane))
        m_untold.append(lane);
    m_tellTimer.start();
    showAll();
}

void ParameterPanel::tell()
{
    m_tellTimer.stop();
    // The owner may answer each signal with setLanes().
    while (!m_untold.isEmpty()) {
        const app::LaneId id = m_untold.takeFirst();
        const auto lane = std::ranges::find(m_lanes, id, &app::Lane::id);
        if (lane != m_lanes.end())
            emit laneEdited(app::Lane(*lane));
    }
}

void ParameterPanel::switchTo(app::LaneId lane)
{
    flush();
    m_current = lane;
    showAll();
    emit currentLaneChanged(lane);
}

} // namespace ui
