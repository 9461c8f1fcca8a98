// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QJsonValue>
#include <QStringList>

namespace app {

/// White space between the parts of JSON (RFC 8259, section 2).
constexpr bool isJsonSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

/// Any value as JSON without white space, in UTF-8; QJsonDocument takes objects and arrays only.
/// Members come in the order of QJsonObject, a value that is undefined as null.
[[nodiscard]] QByteArray compactJson(const QJsonValue &value);

/// What stands between the quotes of a JSON string, as text. It may be cut anywhere: half a
/// character or half an escape at its end is left out.
[[nodiscard]] QString unescapedJson(QByteArrayView inside);

/// A name as a step of a JSON pointer (RFC 6901), and the names of a whole pointer.
[[nodiscard]] QString pointerStep(QString name);
[[nodiscard]] QStringList pointerSteps(const QString &pointer);

/// Where a byte of a text stands; both from 1, the column in characters.
struct LinePlace
{
    qsizetype line = 1;
    qsizetype column = 1;

    bool operator==(const LinePlace &) const = default;
};
[[nodiscard]] LinePlace linePlace(QByteArrayView utf8, qsizetype position);

} // namespace app
