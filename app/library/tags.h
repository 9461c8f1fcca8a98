// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace app {

// Tags are short plain words of the user. Case does not tell them apart; the first spelling stays.

/// Without white space at the ends, commas, a leading #, empty ones and those that come twice; at
/// most 50 characters each; in the order of the alphabet.
[[nodiscard]] QStringList normalisedTags(const QStringList &tags);

[[nodiscard]] bool hasTag(const QStringList &tags, const QString &tag);

/// What was typed into a search: words, and the beginnings of tags.
struct TagQuery
{
    QString words;
    QStringList tags; ///< without their #
};
[[nodiscard]] TagQuery readTagQuery(const QString &typed);

/// Whether every tag of the query is the beginning of one of these.
[[nodiscard]] bool matchesTags(const QStringList &tags, const TagQuery &query);

} // namespace app
