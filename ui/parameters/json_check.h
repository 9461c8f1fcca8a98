// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonValue>
#include <QString>
#include <QStringList>

#include <functional>

namespace ui {

/// What a check of typed JSON found: a value, or a problem in words with its place.
struct JsonCheck
{
    QJsonValue value = QJsonValue::Undefined; ///< Undefined: nothing was typed, or `problem`
    QString problem; ///< empty: none
    int position = -1; ///< of the problem, in UTF-16 units of the text; -1: the text as a whole

    [[nodiscard]] bool isOk() const { return problem.isEmpty(); }
};

using JsonChecker = std::function<JsonCheck(const QString &text)>;

/// Any one JSON value. Blank text is fine and gives Undefined, here and below.
[[nodiscard]] JsonCheck checkJson(const QString &text);
[[nodiscard]] JsonCheck checkJsonObject(const QString &text);
/// A list of function tools: {"type":"function","function":{"name":…}}, each name once.
[[nodiscard]] JsonCheck checkTools(const QString &text);
/// An object that can be a JSON schema: known types, properties and required of the right shape.
/// https://json-schema.org/draft/2020-12/json-schema-validation
[[nodiscard]] JsonCheck checkSchema(const QString &text);

/// The function names of a `tools` list, in its order.
[[nodiscard]] QStringList toolNames(const QJsonValue &tools);
/// Indented, for editing; empty for Undefined.
[[nodiscard]] QString jsonText(const QJsonValue &value);

} // namespace ui
