// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presets/presets_window.h"

#include "app/services.h"
#include "app/settings/memory_secret_store.h"
#include "app/settings/settings.h"
#include "tests/support/patience.h"
#include "tests/ui/accessible_tree.h"
#include "ui/presets/preset_wording.h"
#include "ui/presets/save_preset_dialog.h"
#include "ui/widgets/flat_button.h"
#include "ui/widgets/themed_label.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace ui;

namespace {

app::Preset sample(const QString &name)
{
    app::Preset preset;
    preset.name = name;
    preset.parameters.set(u"temperature", 0.2);
    preset.parameters.set(u"of_the_future", true);
    return preset;
}

} // namespace

class PresetsWindowTest : public QObject
{
    Q_OBJECT

    Theme m_theme;
    std::unique_ptr<QTemporaryDir> m_profile;
    std::unique_ptr<app::Services> m_services;
    app::Lane m_lane;

    [[nodiscard]] app::Presets &presets() const { return *m_services->presets; }
    template <typename T>
    static T *named(const QWidget &window, const QString &text)
    {
        for (T *widget : window.findChildren<T *>()) {
            if (QString(widget->text()).remove(u'&') == text && !widget->isHidden())
                return widget;
        }
        return nullptr;
    }
    static const ThemedLabel *label(const QWidget &window, const QString &part)
    {
        for (const auto *widget : window.findChildren<ThemedLabel *>()) {
            if (widget->text().contains(part) && widget->isVisible())
                return widget;
        }
        return nullptr;
    }

private slots:
    void init()
    {
        m_services.reset(); // before the folder it writes to
        m_profile = std::make_unique<QTemporaryDir>();
        m_services = std::make_unique<app::Services>(
            app::Services::Options{.paths = app::Paths::inFolder(m_profile->path()),
                                   .secrets = std::make_unique<app::MemorySecretStore>()});
        m_services->settings->saveProvider(app::deepInfraProvider());
        presets().load();
        QTRY_VERIFY(presets().isLoaded());
        m_lane = {};
        m_lane.id = app::LaneId(3);
        m_lane.letter = 1;
        m_lane.providerId = app::deepInfraProvider().id;
        m_lane.model = u"org/small"_s;
    }

    void whatIsNotKnownIsStruckThrough()
    {
        presets().save(sample(u"One"_s));
        PresetsWindow window(m_theme, *m_services, m_lane, 2, nullptr);
        window.show();
        QVERIFY(label(window, u"of_the_future"_s)->isStruckThrough());
        QVERIFY(!label(window, u"Temperature"_s)->isStruckThrough());
        QVERIFY(label(window, u"DeepInfra does not take"_s));
    }

    void isAppliedToOneLaneOrAll()
    {
        presets().save(sample(u"One"_s));
        PresetsWindow window(m_theme, *m_services, m_lane, 2, nullptr);
        window.show();
        QList<std::pair<QString, PresetsWindow::Lanes>> asked;
        connect(&window, &PresetsWindow::applyRequested, this,
                [&](const QString &name, PresetsWindow::Lanes lanes) {
                    asked.append({name, lanes});
                });
        named<QPushButton>(window, u"Apply to B"_s)->click();
        named<QPushButton>(window, u"Apply to all lanes"_s)->click();
        QCOMPARE(asked.size(), 2);
        QCOMPARE(asked.first(), std::make_pair(u"One"_s, PresetsWindow::Lanes::This));
        QCOMPARE(asked.last(), std::make_pair(u"One"_s, PresetsWindow::Lanes::All));
    }

    void saysWhatItIsUsedFor()
    {
        presets().save(sample(u"One"_s));
        presets().save(sample(u"Two"_s));
        PresetsWindow window(m_theme, *m_services, m_lane, 1, nullptr);
        window.show();
        auto *usual = named<QCheckBox>(window, u"New conversations begin with it"_s);
        auto *ofModel = named<QCheckBox>(window, u"Is taken when small is chosen"_s);
        usual->click();
        ofModel->click();
        QCOMPARE(presets().usual()->name, u"One"_s);
        QCOMPARE(presets().ofModel(m_lane.providerId, m_lane.model)->name, u"One"_s);
        window.select(u"Two"_s);
        QVERIFY(!usual->isChecked() && !ofModel->isChecked());
        usual->click();
        QCOMPARE(presets().usual()->name, u"Two"_s);
        usual->click();
        QVERIFY(!presets().usual());
    }

    void isDeletedWithUndo()
    {
        presets().save(sample(u"One"_s));
        PresetsWindow window(m_theme, *m_services, m_lane, 1, nullptr);
        window.show();
        named<FlatButton>(window, u"Delete"_s)->click();
        QVERIFY(presets().all().isEmpty());
        QVERIFY(label(window, u"No presets yet"_s));
        named<FlatButton>(window, u"Undo"_s)->click();
        QCOMPARE(presets().all().size(), 1);
        QCOMPARE(*presets().find(u"One"_s), sample(u"One"_s));
    }

    void savingSaysWhenANameIsTaken()
    {
        presets().save(sample(u"One"_s));
        m_lane.systemPrompt = u"Be brief."_s;
        SavePresetDialog dialog(m_theme, presets(), m_lane, nullptr);
        dialog.show();
        QList<std::pair<QString, app::PresetScope>> chosen;
        connect(&dialog, &SavePresetDialog::chosen, this,
                [&](const QString &name, app::PresetScope scope) {
                    chosen.append({name, scope});
                });
        auto *name = dialog.findChild<QLineEdit *>();
        QVERIFY(!named<QPushButton>(dialog, u"Save"_s)->isEnabled());
        name->setText(u" one "_s);
        QVERIFY(named<QPushButton>(dialog, u"Replace it"_s));
        QVERIFY(label(dialog, u"There is a preset with this name."_s));
        name->setText(u"Two"_s);
        named<QPushButton>(dialog, u"Save"_s)->click();
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().first, u"Two"_s);
        QVERIFY(chosen.first().second.withSystemPrompt && !chosen.first().second.withModel);
    }

    void stateIsSaid()
    {
        QCOMPARE(presetStateText({}, false), u"No preset"_s);
        QCOMPARE(presetStateText(u"Precise"_s, false), u"Precise"_s);
        QCOMPARE(presetStateText(u"Precise"_s, true), u"Precise, changed"_s);
    }

    void everythingHasAName()
    {
        presets().save(sample(u"One"_s));
        PresetsWindow window(m_theme, *m_services, m_lane, 2, nullptr);
        window.show();
        const tests::AccessibleTree tree(&window);
        QVERIFY(tree.count() > 15);
        QVERIFY2(tree.faults().isEmpty(), qPrintable(tree.faults().join(u'\n')));
    }
};

QTEST_MAIN(PresetsWindowTest)
#include "presets_window_test.moc"
