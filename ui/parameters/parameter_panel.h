// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/catalogue/model_info.h"
#include "app/store/records.h"
#include "ui/widgets/ground.h"

#include <QHash>
#include <QTimer>

#include <functional>

class QCheckBox;
class QMenu;
class QScrollArea;
class QVBoxLayout;

namespace ui {

class FlatButton;
class LaneToolsRow;
class ParameterRow;
class SystemPromptEdit;
class Theme;
class ThemedLabel;
struct ToolGroup;

/// What one lane sends besides messages and model, every control made from app::parameterTable().
/// It knows lanes as values only: the owner gives them, and gets each change back with
/// laneEdited() a moment after it was made. With several lanes it says where they differ.
class ParameterPanel : public Ground
{
    Q_OBJECT
public:
    explicit ParameterPanel(const Theme &theme, QWidget *parent = nullptr);
    ~ParameterPanel() override;

    /// Names, dialects and fields to drop; the demo's too.
    void setProviders(const QList<app::Provider> &providers);
    /// All lanes of the conversation and the one to show. What the user changed and laneEdited()
    /// has not told yet is kept.
    void setLanes(const QList<app::Lane> &lanes, app::LaneId current);
    [[nodiscard]] app::LaneId currentLane() const { return m_current; }
    /// Prices of the tiers and abilities, for the notes.
    void setModelInfo(app::LaneId lane, const app::ModelInfo &info);
    /// The service tier that the last run asked for (empty: none) and the one that it says it used.
    void setEcho(app::LaneId lane, const QString &asked, const std::optional<QString> &tier);

    /// The tools that lanes may choose from.
    void setToolGroups(const QList<ToolGroup> &groups);

    /// Shows a sentence in the place of all values, which would tell the lanes apart; an empty one
    /// brings them back.
    void setVeiled(const QString &why);

    /// Says what the settings of a lane are called; asked again with every change of them. Without
    /// it there is no row for presets.
    using PresetNamer = std::function<QString(const app::Lane &)>;
    void setPresetNamer(PresetNamer namer);
    void refreshPreset();

    /// Whether all lanes are kept the same but for their models.
    void setSameSettings(bool same);

    /// Takes what is being typed and tells it now; call it before a request is made.
    void flush();

signals:
    void laneEdited(
        const app::Lane &lane); ///< parameters, send anyway, extra JSON, system prompt, tools
    void currentLaneChanged(app::LaneId lane); ///< the user switched
    void toolsRequested(); ///< they are to be set up
    void sameSettingsRequested(bool same); ///< by the pattern of the current lane
    void presetsRequested(QWidget *anchor); ///< to apply or to save one

private:
    void addTitle(QVBoxLayout *lines);
    void addPreset(QVBoxLayout *lines);
    void addRows(QVBoxLayout *lines);
    void addMore(QVBoxLayout *lines);
    void addFooter(QVBoxLayout *lines);
    void addMoreRows();
    [[nodiscard]] bool needsMoreRows() const;
    ParameterRow *addRow(const QString &wireName, QVBoxLayout *lines);
    void addRowsOfHiddenValues();

    [[nodiscard]] app::Lane *current();
    [[nodiscard]] const app::Lane *current() const;
    [[nodiscard]] app::Provider providerOf(const app::Lane &lane) const;
    void change(const QString &wireName, const QJsonValue &value);
    void changeSendAnyway(const QString &wireName, bool sendAnyway);
    void changePrompt();
    void changeTools(const QList<app::ToolRef> &tools);
    void copyValue(const QString &wireName, app::LaneId to);
    void copyAll(app::LaneId to);
    void touch(app::LaneId lane);
    void tell();
    void switchTo(app::LaneId lane);

    void showAll();
    void showTitle();
    void showRow(ParameterRow *row);
    void showRefusal(ParameterRow *row);
    void showNotes();
    void showTierNote();
    void showChoicesNote();
    void showMore();
    void showFooter();
    void showPromptBadge();

    const Theme &m_theme;
    QList<app::Provider> m_providers;
    QList<app::Lane> m_lanes;
    app::LaneId m_current;
    QHash<app::LaneId, app::ModelInfo> m_infos;
    struct Echo
    {
        QString asked;
        std::optional<QString> used;
    };
    QHash<app::LaneId, Echo> m_echoes; ///< of service tiers
    QList<app::LaneId> m_untold; ///< changed by the user since the last laneEdited()
    QTimer m_tellTimer;

    ThemedLabel *m_title = nullptr;
    ThemedLabel *m_veil = nullptr; ///< why nothing is shown
    QScrollArea *m_area = nullptr; ///< all values
    FlatButton *m_preset = nullptr; ///< the name of the settings, and the way to others
    PresetNamer m_presetNamer;
    FlatButton *m_switch = nullptr;
    QMenu *m_lanesMenu = nullptr;
    SystemPromptEdit *m_prompt = nullptr;
    ThemedLabel *m_promptBadge = nullptr;
    LaneToolsRow *m_tools = nullptr;
    QList<ParameterRow *> m_rows; ///< children
    FlatButton *m_more = nullptr;
    QWidget *m_moreRows = nullptr;
    bool m_hasMoreRows = false; ///< made when they are first needed
    bool m_moreShown = false;
    QCheckBox *m_same = nullptr;
    FlatButton *m_copy = nullptr;
};

} // namespace ui
