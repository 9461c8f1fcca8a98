// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QList>
#include <QString>

#include <optional>

namespace app {

/// A part of a formula in plain characters.
struct MathRun
{
    enum class Place : quint8 { Line, Raised, Lowered };
    QString text;
    Place place = Place::Line;

    bool operator==(const MathRun &) const = default;
};
using MathRuns = QList<MathRun>;

/// A formula in Unicode: commands that stand for one character as that character, names of
/// functions as words, `^` and `_` as raised and lowered text of one level, `\frac{a}{b}` as a⁄b.
/// Nothing for what needs more than that (matrices, nested fractions, unknown commands): its
/// source is shown instead. The place where typesetting will come in.
[[nodiscard]] std::optional<MathRuns> mathNotation(QByteArrayView latex);

} // namespace app
