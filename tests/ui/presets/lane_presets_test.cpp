// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presets/lane_presets.h"

#include "app/library/library.h"
#include "app/services.h"
#include "app/settings/memory_secret_store.h"
#include "app/settings/settings.h"
#include "tests/support/patience.h"
#include "ui/lanes/conversation_view.h"
#include "ui/main_window.h"
#include "ui/parameters/parameter_panel.h"
#include "ui/transcript/frame_clock.h"
#include "ui/widgets/flat_button.h"

#include <QMenu>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace ui;

namespace {

app::Preset precise()
{
    app::Preset preset;
    preset.name = u"Precise"_s;
    preset.parameters.set(u"temperature", 0);
    return preset;
}

/// The window on a profile of its own, with the demo as the only provider.
struct Program
{
    explicit Program(const QString &profile)
        : services({.paths = app::Paths::inFolder(profile),
                    .secrets = std::make_unique<app::MemorySecretStore>()})
    {
        app::Preferences preferences = services.settings->preferences();
        preferences.defaultProvider = app::demoProvider().id;
        preferences.defaultModel = u"diptych/json"_s;
        services.settings->setPreferences(preferences);
        window = std::make_unique<MainWindow>(ViewContext{theme, services, frames});
        window->resize(1480, 920);
        window->show();
    }
    [[nodiscard]] app::Presets &presets() const { return *services.presets; }
    [[nodiscard]] app::ChatPtr chat() const
    {
        return window->findChild<ConversationView *>()->chat();
    }
    [[nodiscard]] app::Lane lane(int index = 0) const
    {
        return chat()->conversation().lanes().at(index);
    }
    [[nodiscard]] LanePresets &lanePresets() const { return *window->findChild<LanePresets *>(); }
    [[nodiscard]] ParameterPanel &panel() const { return *window->findChild<ParameterPanel *>(); }
    /// The row of the panel.
    [[nodiscard]] FlatButton *row() const
    {
        for (FlatButton *button : panel().findChildren<FlatButton *>()) {
            if (button->accessibleName().startsWith(u"Preset:"))
                return button;
        }
        return nullptr;
    }
    void load() const { QTRY_VERIFY(presets().isLoaded()); }

    app::Services services;
    Theme theme;
    FrameClock frames;
    std::unique_ptr<MainWindow> window;
};

} // namespace

class LanePresetsTest : public QObject
{
    Q_OBJECT
private slots:
    void isAppliedAndSaysSo()
    {
        const QTemporaryDir profile;
        Program program(profile.path());
        program.load();
        QCOMPARE(program.row()->text(), u"No preset"_s);
        program.presets().save(precise());
        program.lanePresets().apply(u"Precise"_s, {program.lane().id});
        QCOMPARE(program.lane().parameters, precise().parameters);
        QCOMPARE(program.row()->text(), u"Precise"_s);

        app::Lane changed = program.lane();
        changed.parameters.set(u"temperature", 1);
        program.chat()->updateLane(changed);
        QCOMPARE(program.row()->text(), u"Precise, changed"_s);
        changed.parameters.set(u"temperature", 0);
        program.chat()->updateLane(changed);
        QCOMPARE(program.row()->text(), u"Precise"_s);
    }

    void theMenuAppliesAndSavesChanges()
    {
        const QTemporaryDir profile;
        Program program(profile.path());
        program.load();
        program.presets().save(precise());
        const auto entry = [&](const QString &text) {
            program.row()->click();
            QAction *found = nullptr;
            for (QMenu *menu : program.panel().findChildren<QMenu *>()) {
                for (QAction *action : menu->actions()) {
                    if (action->text() == text)
                        found = action;
                }
            }
            return found;
        };
        entry(u"Precise"_s)->trigger();
        QCOMPARE(program.lane().parameters, precise().parameters);
        QVERIFY(!entry(u"Save the changes in “Precise”"_s));
        app::Lane changed = program.lane();
        changed.parameters.set(u"temperature", 1);
        program.chat()->updateLane(changed);
        entry(u"Save the changes in “Precise”"_s)->trigger();
        QCOMPARE(program.presets().find(u"Precise"_s)->parameters, changed.parameters);
        QCOMPARE(program.row()->text(), u"Precise"_s);
    }

    void aNewConversationBeginsWithTheUsualOne()
    {
        const QTemporaryDir profile;
        {
            Program program(profile.path());
            program.load();
            program.presets().save(precise());
            program.presets().setUsual(u"Precise"_s);
        }
        Program program(profile.path());
        QVERIFY(program.lane().parameters.isEmpty()); // nothing waits for the files
        program.load();
        QTRY_COMPARE(program.lane().parameters, precise().parameters);
        QCOMPARE(program.row()->text(), u"Precise"_s);
        program.window->startConversation(app::demoProvider().id, u"diptych/slow"_s);
        QCOMPARE(program.lane().model, u"diptych/slow"_s);
        QCOMPARE(program.lane().parameters, precise().parameters);
    }

    void aModelBringsItsPreset()
    {
        const QTemporaryDir profile;
        Program program(profile.path());
        program.load();
        program.presets().save(precise());
        program.presets().setOfModel(app::demoProvider().id, u"diptych/slow"_s, u"Precise"_s);

        app::Lane changed = program.lane();
        changed.model = u"diptych/slow"_s;
        program.lanePresets().takeModel(changed, program.lane());
        QCOMPARE(changed.parameters, precise().parameters);
        program.chat()->updateLane(changed);
        QCOMPARE(program.row()->text(), u"Precise"_s);
        FlatButton *undo = nullptr;
        for (FlatButton *button : program.window->findChildren<FlatButton *>()) {
            if (button->text() == u"Undo" && button->isVisible())
                undo = button;
        }
        QVERIFY(undo); // it is told
        undo->click();
        QVERIFY(program.lane().parameters.isEmpty());
        QCOMPARE(program.lane().model, u"diptych/slow"_s);
    }

    void whatTheUserSetIsLeftAlone()
    {
        const QTemporaryDir profile;
        Program program(profile.path());
        program.load();
        program.presets().save(precise());
        program.presets().setOfModel(app::demoProvider().id, u"diptych/slow"_s, u"Precise"_s);
        app::Lane before = program.lane();
        before.parameters.set(u"top_p", 0.5);
        app::Lane changed = before;
        changed.model = u"diptych/slow"_s;
        program.lanePresets().takeModel(changed, before);
        QCOMPARE(changed.parameters, before.parameters);
        // What came by itself and was not changed gives way.
        before.parameters = precise().parameters;
        before.model = u"diptych/slow"_s;
        app::Preset other = precise();
        other.name = u"Warm"_s;
        other.parameters.set(u"temperature", 1);
        program.presets().save(other);
        program.presets().setOfModel(app::demoProvider().id, u"diptych/json"_s, u"Warm"_s);
        changed = before;
        changed.model = u"diptych/json"_s;
        program.lanePresets().takeModel(changed, before);
        QCOMPARE(changed.parameters, other.parameters);
    }

    void aWholeLaneBringsItsModel()
    {
        const QTemporaryDir profile;
        Program program(profile.path());
        program.load();
        app::Preset whole = precise();
        whole.provider = app::demoProvider().id;
        whole.model = u"diptych/slow"_s;
        program.presets().save(whole);
        const app::LaneId second =
            program.chat()->addLane(program.lane().id, app::demoProvider().id, u"diptych/tour"_s);
        program.lanePresets().apply(u"Precise"_s, {program.lane().id, second});
        QCOMPARE(program.lane(0).model, u"diptych/slow"_s);
        QCOMPARE(program.lane(1).model, u"diptych/slow"_s);
        QCOMPARE(program.lane(1).parameters, whole.parameters);
    }
};

QTEST_MAIN(LanePresetsTest)
#include "lane_presets_test.moc"
