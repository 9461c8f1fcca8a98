// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presets/preset_wording.h"

#include "app/catalogue/model_info.h"
#include "app/schema/json_text.h"
#include "ui/wording/error_wording.h"
#include "ui/wording/parameter_wording.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

struct PresetWords
{
    Q_DECLARE_TR_FUNCTIONS(PresetWords)
};

constexpr int kLongestState = 24;
constexpr int kLongestInMenu = 50;
constexpr int kLongestPresetValue = 120;
constexpr int kPresetDigits = 15;

QString valueInOneLine(const QJsonValue &value)
{
    if (value.isString())
        return shortened(value.toString(), kLongestPresetValue);
    if (value.isDouble())
        return QLocale().toString(value.toDouble(), 'g', kPresetDigits);
    return shortened(QString::fromUtf8(app::compactJson(value)), kLongestPresetValue);
}

bool isPresetValueHeldBack(const app::Preset &preset, const QString &name, app::Dialect dialect)
{
    const app::ParameterSpec *spec = app::findParameter(name);
    const bool isTaken =
        spec ? app::takesParameter(dialect, *spec) : dialect == app::Dialect::Unknown;
    return !isTaken && !preset.sendAnyway.contains(name);
}

} // namespace

QList<PresetLine> presetLines(const app::Preset &preset, app::Dialect dialect)
{
    QList<PresetLine> lines;
    if (preset.hasModel())
        lines.append({PresetWords::tr("Model"), app::shortModelName(preset.model)});
    if (preset.systemPrompt) {
        const bool isEmpty = preset.systemPrompt->isEmpty();
        lines.append({PresetWords::tr("System prompt"),
                      isEmpty ? PresetWords::tr("none")
                              : shortened(*preset.systemPrompt, kLongestPresetValue)});
    }
    for (const QString &name : preset.parameters.names()) {
        lines.append({parameterWording(name).name, valueInOneLine(preset.parameters.value(name)),
                      isPresetValueHeldBack(preset, name, dialect)});
    }
    if (!preset.extraJson.isEmpty())
        lines.append({PresetWords::tr("Extra JSON"), valueInOneLine(preset.extraJson)});
    return lines;
}

QString presetStateText(const QString &name, bool isChanged)
{
    if (name.isEmpty())
        return PresetWords::tr("No preset");
    const QString shown = shortened(name, kLongestState);
    //: %1 is the name of a preset; something was changed since it was applied.
    return isChanged ? PresetWords::tr("%1, changed").arg(shown) : shown;
}

QString presetMenuText(const app::Preset &preset)
{
    QString text = shortened(preset.name, kLongestInMenu);
    if (preset.hasModel())
        //: A preset of a whole lane in a menu: its name, its model.
        text = PresetWords::tr("%1 · %2").arg(
            text, shortened(app::shortModelName(preset.model), kLongestInMenu));
    return text.replace(u'&', u"&&"_s);
}

} // namespace ui
