// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>

namespace ui {

/// Whether the arguments of a call fit the schema of its tool, as far as a glance tells.
struct ArgumentCheck
{
    enum class Verdict {
        Fits,
        Misfit, ///< `sentence` says where
        Unknown, ///< nothing is wrong, but the schema says more than is looked at
    };
    Verdict verdict = Verdict::Unknown;
    QString sentence = {};

    bool operator==(const ArgumentCheck &) const = default;
};

/// Looks at types, required and additional properties, enumerations, bounds, and into objects and
/// arrays. References and combinations are not followed: what holds them is Unknown at best.
/// https://json-schema.org/draft-07/json-schema-validation
[[nodiscard]] ArgumentCheck checkArguments(const QByteArray &arguments, const QJsonObject &schema);

/// Arguments or a result to be read: JSON indented, all else as it is, hidden characters as signs,
/// cut with a notice where it is very long.
[[nodiscard]] QString readableText(const QByteArray &text);
/// The same for an editor: neither cut nor with signs, so that nothing changes by itself.
[[nodiscard]] QString editableText(const QByteArray &text);

} // namespace ui
