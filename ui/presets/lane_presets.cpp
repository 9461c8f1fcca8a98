// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presets/lane_presets.h"

#include "app/catalogue/model_info.h"
#include "app/chat/lane_changes.h"
#include "app/services.h"
#include "ui/parameters/parameter_panel.h"
#include "ui/presets/preset_wording.h"
#include "ui/presets/presets_window.h"
#include "ui/presets/save_preset_dialog.h"
#include "ui/widgets/toast.h"
#include "ui/wording/error_wording.h"

#include <QMenu>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr qsizetype kMostInPresetMenu = 20;
constexpr int kLongestPresetShown = 40;
constexpr int kMostFilesTold = 3;

/// For a lane whose model is decided.
app::Preset settingsOf(app::Preset preset)
{
    preset.model.clear();
    return preset;
}

} // namespace

LanePresets::LanePresets(const Theme &theme, app::Services &services, ParameterPanel &panel,
                         QWidget *window, QWidget *place)
    : QObject(window), m_theme(theme), m_services(services), m_presets(*services.presets),
      m_panel(panel), m_window(window), m_toast(new Toast(theme, place))
{
    panel.setPresetNamer([this](const app::Lane &lane) { return stateOf(lane); });
    connect(&panel, &ParameterPanel::presetsRequested, this, &LanePresets::popUp);
    connect(&m_presets, &app::Presets::changed, &panel, &ParameterPanel::refreshPreset);
    connect(&m_presets, &app::Presets::loaded, this, [this] {
        beginShown();
        const QStringList aside = m_presets.setAside();
        if (!aside.isEmpty())
            emit failed(tr("Presets could not be read and were kept as: %1")
                            .arg(aside.mid(0, kMostFilesTold).join(u", "_s)));
    });
    connect(&m_presets, &app::Presets::writeFailed, this, [this](const app::Error &error) {
        emit failed(tr("The presets cannot be saved: %1").arg(shortened(error.message)));
    });
    if (!m_presets.isLoaded())
        m_presets.load();
}

void LanePresets::setChat(app::ChatPtr chat)
{
    m_chat = std::move(chat);
}

const app::Lane *LanePresets::currentLane() const
{
    return m_chat ? m_chat->conversation().lane(m_panel.currentLane()) : nullptr;
}

/// What was applied, else one that says the same.
const app::Preset *LanePresets::appliedTo(const app::Lane &lane) const
{
    const QString name = m_presets.appliedTo(lane.id);
    if (const app::Preset *applied = name.isEmpty() ? nullptr : m_presets.find(name))
        return applied;
    if (lane.parameters.isEmpty() && lane.extraJson.isEmpty())
        return nullptr;
    const QList<app::Provider> providers = m_services.providers();
    const auto same = std::ranges::find_if(m_presets.all(), [&](const app::Preset &preset) {
        return app::isAsIn(lane, preset, providers);
    });
    return same == m_presets.all().end() ? nullptr : &*same;
}

QString LanePresets::stateOf(const app::Lane &lane) const
{
    const app::Preset *preset = appliedTo(lane);
    if (!preset)
        return presetStateText({}, false);
    return presetStateText(preset->name, !app::isAsIn(lane, *preset, m_services.providers()));
}

/// Nobody has set anything, or what is set came by itself.
bool LanePresets::mayTake(const app::Lane &lane, const app::Preset &preset) const
{
    const bool isFree = lane.parameters.isEmpty() && lane.extraJson.isEmpty()
                        && (lane.systemPrompt.isEmpty() || !preset.systemPrompt);
    if (isFree)
        return true;
    const QList<app::Provider> providers = m_services.providers();
    for (const app::Preset *own :
         {m_presets.ofModel(lane.providerId, lane.model), m_presets.usual()}) {
        if (own && app::isAsIn(lane, settingsOf(*own), providers))
            return true;
    }
    return false;
}

app::Lane LanePresets::beginning(const app::Lane &lane, ModelIs model)
{
    const app::Preset *ofModel = m_presets.ofModel(lane.providerId, lane.model);
    const app::Preset *usual = m_presets.usual();
    if (usual && usual->hasModel() && model == ModelIs::Free)
        ofModel = nullptr; // it brings a model of its own
    const app::Preset *preset = ofModel ? ofModel : usual;
    if (!preset)
        return lane;
    const bool takesModel = model == ModelIs::Free && preset == usual;
    const app::Lane changed =
        app::withPreset(lane, takesModel ? *preset : settingsOf(*preset), m_services.providers());
    m_presets.setApplied(lane.id, preset->name);
    return changed;
}

/// The window opens before the presets are read: what it shows gets what it would have begun with.
void LanePresets::beginShown()
{
    if (!m_chat)
        return;
    const app::Conversation &conversation = m_chat->conversation();
    const QList<app::Lane> lanes = conversation.lanes();
    if (lanes.size() != 1 || !app::isUntouched(lanes.first())
        || !conversation.children({}).isEmpty())
        return;
    const app::Lane begun = beginning(lanes.first(), ModelIs::Named);
    if (begun != lanes.first())
        m_chat->updateLane(begun);
}

void LanePresets::takeModel(app::Lane &changed, const app::Lane &before)
{
    const app::Preset *preset = m_presets.ofModel(changed.providerId, changed.model);
    if (!preset || !mayTake(before, *preset))
        return;
    const app::Lane taken = app::withPreset(changed, settingsOf(*preset), m_services.providers());
    const QString name = preset->name;
    m_presets.setApplied(changed.id, name);
    if (taken == changed)
        return;
    tellTaken(name, taken, changed);
    changed = taken;
}

void LanePresets::takeModel(app::LaneId lane, const app::Lane &before)
{
    const app::Lane *made = m_chat ? m_chat->conversation().lane(lane) : nullptr;
    if (!made || m_chat->conversation().summary().sameSettings)
        return;
    app::Lane changed = *made;
    takeModel(changed, before);
    if (changed != *made)
        m_chat->updateLane(changed);
}

void LanePresets::tellTaken(const QString &name, const app::Lane &changed, const app::Lane &before)
{
    m_toast->showMessage(
        tr("The preset “%1” was taken: it belongs to %2.")
            .arg(shortened(name, kLongestPresetShown),
                 shortened(app::shortModelName(changed.model), kLongestPresetShown)),
        tr("Undo"), [this, chat = m_chat, before] {
            const app::Lane *lane = chat->conversation().lane(before.id);
            if (!lane)
                return;
            app::Lane back = *lane;
            app::takeSettings(back, before);
            m_presets.setApplied(back.id, {});
            chat->updateLane(back);
        });
}

void LanePresets::apply(const QString &name, const QList<app::LaneId> &lanes)
{
    m_panel.flush();
    const app::Preset *found = m_presets.find(name);
    if (!found || !m_chat)
        return;
    const app::Preset preset = *found; // setApplied() may move it
    for (const app::LaneId id : lanes) {
        const app::Lane *lane = m_chat->conversation().lane(id);
        if (!lane)
            continue;
        m_chat->updateLane(app::withPreset(*lane, preset, m_services.providers()));
        m_presets.setApplied(id, preset.name);
    }
}

void LanePresets::popUp(QWidget *anchor)
{
    const app::Lane *lane = currentLane();
    if (!lane)
        return;
    auto *menu = new QMenu(anchor);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fill(*menu, *lane);
    menu->popup(anchor->mapToGlobal(QPoint(0, anchor->height())));
    menu->setActiveAction(menu->actions().constFirst());
}

void LanePresets::addPresets(QMenu &menu, const app::Lane *shown, const QList<app::LaneId> &lanes)
{
    const app::Preset *applied = shown ? appliedTo(*shown) : nullptr;
    for (const app::Preset &preset : m_presets.all().mid(0, kMostInPresetMenu)) {
        QAction *entry = menu.addAction(presetMenuText(preset));
        entry->setCheckable(shown != nullptr);
        entry->setChecked(applied && applied->name == preset.name
                          && app::isAsIn(*shown, preset, m_services.providers()));
        connect(entry, &QAction::triggered, this,
                [this, name = preset.name, lanes] { apply(name, lanes); });
    }
}

void LanePresets::fill(QMenu &menu, const app::Lane &lane)
{
    addPresets(menu, &lane, {lane.id});
    if (!menu.isEmpty())
        menu.addSeparator();
    const QList<app::Lane> &lanes = m_chat->conversation().lanes();
    if (lanes.size() > 1 && !m_presets.all().isEmpty()) {
        QList<app::LaneId> all;
        for (const app::Lane &each : lanes)
            all.append(each.id);
        addPresets(*menu.addMenu(tr("Apply to all lanes")), nullptr, all);
    }
    const app::Preset *applied = appliedTo(lane);
    if (applied && !app::isAsIn(lane, *applied, m_services.providers())) {
        const QString name = shortened(applied->name, kLongestPresetShown);
        QAction *update =
            menu.addAction(tr("Save the changes in “%1”").arg(name).replace(u'&', u"&&"_s));
        const app::Preset changed =
            app::presetOf(applied->name, lane,
                          {.withSystemPrompt = applied->systemPrompt.has_value(),
                           .withModel = applied->hasModel()},
                          m_services.providers());
        connect(update, &QAction::triggered, this, [this, changed] { m_presets.save(changed); });
    }
    connect(menu.addAction(tr("Save as preset…")), &QAction::triggered, this,
            &LanePresets::askForName);
    connect(menu.addAction(tr("Presets…")), &QAction::triggered, this, &LanePresets::showWindow);
}

void LanePresets::askForName()
{
    const app::Lane *lane = currentLane();
    if (!lane)
        return;
    auto *dialog = new SavePresetDialog(m_theme, m_presets, *lane, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SavePresetDialog::chosen, this,
            [this, saved = *lane](const QString &name, app::PresetScope scope) {
                m_presets.save(app::presetOf(name, saved, scope, m_services.providers()));
                m_presets.setApplied(saved.id, name);
            });
    dialog->open();
}

void LanePresets::showWindow()
{
    const app::Lane *lane = currentLane();
    if (!lane)
        return;
    auto *window = new PresetsWindow(m_theme, m_services, *lane,
                                     int(m_chat->conversation().lanes().size()), m_window);
    window->setAttribute(Qt::WA_DeleteOnClose);
    connect(window, &PresetsWindow::applyRequested, this,
            [this, id = lane->id](const QString &name, PresetsWindow::Lanes which) {
                QList<app::LaneId> lanes{id};
                if (which == PresetsWindow::Lanes::All) {
                    lanes.clear();
                    for (const app::Lane &each : m_chat->conversation().lanes())
                        lanes.append(each.id);
                }
                apply(name, lanes);
            });
    window->show();
}

} // namespace ui
