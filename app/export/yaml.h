// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonValue>

namespace app {

/// Members in the order given, which JSON objects do not keep.
using YamlMembers = QList<std::pair<QString, QJsonValue>>;

/// Members as YAML 1.1 and 1.2 alike, in blocks: text of several lines as a literal block where
/// that gives it back exactly, all other text in double quotes, so that no word is taken for a
/// number, a truth or a date. `indent` spaces stand before each line; an item of a list has its
/// sign before the first one, within them. Ends with a line end.
enum class YamlPlace { Members, Item };
[[nodiscard]] QByteArray toYaml(const YamlMembers &members, int indent = 0,
                                YamlPlace place = YamlPlace::Members);

} // namespace app
