// SPDX-License-Identifier: GPL-3.0-or-later
// What the panel shows of its lanes; how it is built and what is edited is in parameter_panel.cpp.
#include "app/chat/run_record.h"
#include "app/openai/reasoning_efforts.h"
#include "ui/parameters/json_check.h"
#include "ui/parameters/lane_differences.h"
#include "ui/parameters/lane_tools_row.h"
#include "ui/parameters/lane_values.h"
#include "ui/parameters/parameter_panel.h"
#include "ui/parameters/parameter_row.h"
#include "ui/parameters/segments_row.h"
#include "ui/parameters/system_prompt_edit.h"
#include "ui/widgets/badge_label.h"
#include "ui/widgets/flat_button.h"
#include "ui/widgets/themed_label.h"
#include "ui/wording/error_wording.h"
#include "ui/wording/model_wording.h"
#include "ui/wording/number_wording.h"

#include <QMenu>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

void ParameterPanel::showAll()
{
    const app::Lane *lane = current();
    setEnabled(lane != nullptr);
    if (!m_hasMoreRows && needsMoreRows())
        addMoreRows();
    addRowsOfHiddenValues();
    m_prompt->showPrompt(lane ? lane->systemPrompt : QString());
    m_tools->setTools(lane ? lane->tools : QList<app::ToolRef>());
    for (ParameterRow *row : std::as_const(m_rows))
        showRow(row);
    showTitle();
    refreshPreset();
    showNotes();
    showMore();
    showFooter();
    showPromptBadge();
}

/// What came by the command line, a preset or an import is shown, too, if it is set.
void ParameterPanel::addRowsOfHiddenValues()
{
    const app::Lane *lane = current();
    const QStringList names = lane ? lane->parameters.names() : QStringList();
    for (const QString &name : names) {
        const bool shown = std::ranges::any_of(
            m_rows, [&](const ParameterRow *row) { return row->wireName() == name; });
        if (!shown)
            addRow(name, static_cast<QVBoxLayout *>(m_moreRows->layout()));
    }
}

void ParameterPanel::showTitle()
{
    const app::Lane *lane = current();
    m_lanesMenu->clear();
    const bool isVeiled = !m_veil->text().isEmpty();
    m_switch->setVisible(m_lanes.size() > 1 && !isVeiled);
    if (!lane || m_lanes.size() < 2 || isVeiled) {
        m_title->setText(tr("PARAMETERS"));
        return;
    }
    //: Heading in capitals. %1 is the letter of a lane, %2 its model.
    m_title->setText(tr("PARAMETERS OF %1 · %2")
                         .arg(laneLetter(lane->letter), app::shortModelName(lane->model)));
    for (const app::Lane &other : std::as_const(m_lanes)) {
        //: An entry of the menu of lanes: letter and model.
        QAction *action = m_lanesMenu->addAction(
            tr("%1 · %2").arg(laneLetter(other.letter), app::shortModelName(other.model)));
        action->setCheckable(true);
        action->setChecked(other.id == m_current);
        connect(action, &QAction::triggered, this, [this, id = other.id] { switchTo(id); });
    }
}

void ParameterPanel::refreshPreset()
{
    const app::Lane *lane = current();
    const QString name = lane && m_presetNamer ? m_presetNamer(*lane) : QString();
    m_preset->setText(name);
    m_preset->setAccessibleName(tr("Preset: %1").arg(name));
    m_preset->setToolTip(tr("Presets: settings under a name"));
    m_preset->setVisible(!name.isEmpty());
}

void ParameterPanel::showRow(ParameterRow *row)
{
    const app::Lane *lane = current();
    const QJsonValue value =
        lane ? laneValue(*lane, row->wireName()) : QJsonValue(QJsonValue::Undefined);
    if (value != row->value())
        row->setValue(value);
    QList<ParameterRow::Other> others;
    for (const app::Lane &other : std::as_const(m_lanes)) {
        if (other.id != m_current)
            others.append({other.id, laneLetter(other.letter), laneValue(other, row->wireName())});
    }
    row->setOthers(others);
    showRefusal(row);
    if (lane && row->wireName() == "reasoning_effort"_L1) {
        static_cast<SegmentsRow *>(row)->setKnownChoices(
            app::reasoningEfforts(providerOf(*lane).dialect, lane->model));
    }
    if (lane && row->wireName() == "tool_choice"_L1) {
        static_cast<SegmentsRow *>(row)->setFunctionNames(
            toolNames(lane->parameters.value(u"tools")));
    }
}

void ParameterPanel::showRefusal(ParameterRow *row)
{
    using Refusal = ParameterRow::Refusal;
    const app::Lane *lane = current();
    if (!lane)
        return;
    const app::Provider provider = providerOf(*lane);
    const app::ParameterSpec *spec = app::findParameter(row->wireName());
    Refusal refusal = Refusal::None;
    if (provider.dropFields.contains(row->wireName()))
        refusal = Refusal::DroppedByProvider;
    else if (spec ? !app::takesParameter(provider.dialect, *spec)
                        && row->wireName() != "n"_L1 // as many requests instead
                  : row->wireName() != kExtraJson && provider.dialect != app::Dialect::Unknown)
        refusal = Refusal::Dialect;
    row->setRefusal(refusal, provider.name, lane->sendAnyway.contains(row->wireName()));
}

void ParameterPanel::showNotes()
{
    const app::ModelInfo info = m_infos.value(m_current);
    const auto show = [&](QLatin1StringView name, app::Ability ability, const QString &note) {
        for (ParameterRow *row : std::as_const(m_rows)) {
            if (row->wireName() == name)
                row->setNote(row->isSet() && ability == app::Ability::No ? note : QString());
        }
    };
    show("reasoning_effort"_L1, info.reasoning, tr("This model does not think."));
    show("tools"_L1, info.tools, tr("This model takes no tools."));
    show("response_format"_L1, info.json, tr("This model does not answer in JSON."));
    showChoicesNote();
    showTierNote();
}

/// Where a server gives one answer to a request.
void ParameterPanel::showChoicesNote()
{
    const app::Lane *lane = current();
    const auto row = std::ranges::find(m_rows, u"n"_s, &ParameterRow::wireName);
    if (!lane || row == m_rows.end())
        return;
    const app::Ability choices = m_infos.value(m_current).choices;
    const bool isTaken = app::takesParameter(providerOf(*lane).dialect, *app::findParameter(u"n"));
    const int wanted = (*row)->value().toInt();
    const bool isApart =
        choices == app::Ability::No || (choices == app::Ability::Unknown && !isTaken);
    (*row)->setNote(isApart && wanted > 1
                        ? tr("One answer to a request here: %n requests are made.", nullptr, wanted)
                        : QString());
}

/// What the last reply says it used, and what the chosen tier does to the price; where none is
/// chosen, what the others would.
void ParameterPanel::showTierNote()
{
    const auto row = std::ranges::find(m_rows, u"service_tier"_s, &ParameterRow::wireName);
    if (row == m_rows.end())
        return;
    const app::ModelInfo info = m_infos.value(m_current);
    const auto factor = [&info](const QString &tier) {
        return tier == "priority"_L1 ? info.prices.priorityFactor
               : tier == "flex"_L1   ? info.prices.flexFactor
                                     : std::nullopt;
    };
    QHash<QString, QString> notes;
    for (const QString &tier : {u"priority"_s, u"flex"_s}) {
        if (factor(tier))
            notes.insert(tier, tierPriceText(info.prices, *factor(tier)));
    }
    if (auto *segments = qobject_cast<SegmentsRow *>(*row))
        segments->setChoiceNotes(notes);
    const QString asked = (*row)->value().toString();
    QStringList lines;
    QColor Colours::*colour = &Colours::secondary;
    if (asked == "auto"_L1)
        lines.append(tr("“auto” is not sent: DeepInfra takes it for “priority”."));
    else if (info.tiers == app::Ability::No && (asked == "priority"_L1 || asked == "flex"_L1))
        lines.append(tr("This model has no other tier; it answers and costs as usual."));
    else
        lines.append(asked.isEmpty() ? tierPricesText(info.prices) : notes.value(asked));
    const Echo echo = m_echoes.value(m_current);
    const QString used = shortened(echo.used.value_or(QString()), 20);
    switch (app::tierEcho(echo.asked, echo.used)) {
    case app::TierEcho::Unknown:
        break;
    case app::TierEcho::AsAsked:
        lines.append(tr("last answer: %1 ✓").arg(used));
        break;
    case app::TierEcho::Differs:
        lines.append(echo.asked.isEmpty() ? tr("last answer: %1, which nobody asked for").arg(used)
                                          : tr("last answer: %1, not %2").arg(used, echo.asked));
        colour = &Colours::warning;
        break;
    }
    lines.removeAll(QString());
    (*row)->setNote(lines.join(u'\n'), colour);
}

void ParameterPanel::showMore()
{
    const QList<ParameterRow *> rows =
        m_moreRows->findChildren<ParameterRow *>(Qt::FindDirectChildrenOnly);
    const auto set = std::ranges::count_if(rows, &ParameterRow::isSet);
    for (ParameterRow *row : rows) {
        const app::ParameterSpec *spec = app::findParameter(row->wireName());
        const bool hidden = !spec || spec->control == app::ParameterControl::Hidden;
        row->setVisible(!hidden || row->isSet());
    }
    m_more->setIconName(m_moreShown ? u"chevron-down"_s : u"chevron-right"_s);
    m_more->setText(set > 0 && !m_moreShown ? tr("More, %n set", nullptr, int(set)) : tr("More"));
    m_more->setAccessibleName(m_more->text());
    m_moreRows->setVisible(m_moreShown);
}

void ParameterPanel::showFooter()
{
    m_same->setVisible(m_lanes.size() > 1);
    m_copy->setVisible(m_lanes.size() > 1 && !m_same->isChecked());
    if (m_lanes.size() < 2)
        return;
    QMenu *menu = m_lanes.size() > 2 ? new QMenu(m_copy) : nullptr;
    if (QMenu *old = m_copy->menu())
        old->deleteLater();
    m_copy->setMenu(menu);
    m_copy->setText(tr("Copy to…", "other lanes"));
    for (const app::Lane &lane : std::as_const(m_lanes)) {
        if (lane.id == m_current)
            continue;
        const QString text = tr("Copy to %1", "lane letter").arg(laneLetter(lane.letter));
        if (menu)
            connect(menu->addAction(text), &QAction::triggered, this,
                    [this, id = lane.id] { copyAll(id); });
        else
            m_copy->setText(text);
    }
}

void ParameterPanel::showPromptBadge()
{
    const LaneDifference difference = promptDifference(m_lanes, m_current);
    m_promptBadge->setText(difference.lines.join(u" · "_s));
    m_promptBadge->setVisible(!difference.lines.isEmpty());
}

} // namespace ui
