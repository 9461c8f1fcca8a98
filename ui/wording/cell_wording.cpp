// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wording/cell_wording.h"

#include "app/catalogue/model_info.h"
#include "ui/wording/number_wording.h"
#include "ui/wording/parameter_wording.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

class CellWording
{
    Q_DECLARE_TR_FUNCTIONS(ui::CellWording)
};

QString parameterValueText(const QString &name, const QJsonValue &value)
{
    if (value.isDouble())
        return plainNumberText(value.toDouble());
    if (value.isBool())
        return value.toBool() ? CellWording::tr("on") : CellWording::tr("off");
    return choiceText(name, value.toString());
}

QString oneCoordinateText(const QString &dimension, const QJsonObject &coordinates)
{
    const QJsonValue value = coordinates.value(dimension);
    if (dimension == app::coordinate::kModel)
        return app::shortModelName(value.toString());
    if (dimension == app::coordinate::kPrompt)
        //: A prompt of several; %1 is its number.
        return CellWording::tr("Prompt %1").arg(value.toInt());
    if (dimension == app::coordinate::kRepeat)
        //: An answer of several to the same prompt; %1 is its number.
        return CellWording::tr("Answer %1").arg(value.toInt());
    //: A parameter and its value: "Temperature 0.4".
    return CellWording::tr("%1 %2").arg(dimensionText(dimension),
                                        parameterValueText(dimension, value));
}

} // namespace

QString dimensionText(const QString &dimension)
{
    if (dimension == app::coordinate::kModel)
        return CellWording::tr("Model");
    if (dimension == app::coordinate::kPrompt)
        return CellWording::tr("Prompt");
    if (dimension == app::coordinate::kRepeat)
        return CellWording::tr("Repeats");
    return parameterWording(dimension).name;
}

QString coordinatesText(const QStringList &dimensions, const QJsonObject &coordinates)
{
    QStringList words;
    for (const QString &dimension : dimensions)
        words.append(oneCoordinateText(dimension, coordinates));
    return words.join(u" · "_s);
}

QString coordinatesText(const app::RoundGrid &grid, const QJsonObject &coordinates)
{
    QStringList dimensions = grid.rowDimensions;
    if (!grid.columnDimension.isEmpty())
        dimensions.append(grid.columnDimension);
    return coordinatesText(dimensions, coordinates);
}

QString gridTitle(const app::RoundGrid &grid)
{
    if (grid.kind == app::RoundKind::Repeat)
        return CellWording::tr("%n repeats", nullptr, int(grid.cells.size()));
    QStringList words;
    for (const QString &dimension : grid.rowDimensions)
        words.append(dimensionText(dimension));
    if (!grid.columnDimension.isEmpty())
        words.append(dimensionText(grid.columnDimension));
    return words.join(u" × "_s);
}

QString beginningOf(const QByteArray &text, qsizetype characters)
{
    // No more than it takes: an answer can be a megabyte.
    const QString words = QString::fromUtf8(text.left(8 * characters)).simplified();
    return words.size() > characters ? words.first(characters).trimmed() + u'…' : words;
}

QString answersText(qsizetype count)
{
    return CellWording::tr("%n answer(s)", nullptr, int(count));
}

} // namespace ui
