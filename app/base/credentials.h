// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>

namespace app {

// What opens doors is neither kept nor shown nor exported. It is known by its name: that of a
// header, of a field of a query, or of a member of JSON that somebody put into a request.

/// Whether something of this name opens doors, in whatever way its words are joined.
[[nodiscard]] bool namesCredential(QStringView name);

/// With `instead` in the place of what members of such a name hold, at any depth. Only text opens
/// doors, alone or in a list: a tool may well have a parameter that is called "password", and the
/// schema of that is an object.
[[nodiscard]] QJsonObject withoutCredentials(const QJsonObject &json,
                                             const QJsonValue &instead = QJsonValue::Null);

} // namespace app
