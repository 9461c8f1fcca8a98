// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/tags.h"

#include <algorithm>

namespace app {

namespace {

constexpr qsizetype kLongestTag = 50;

QString normalisedTag(QString tag)
{
    tag.replace(u',', u' ');
    tag = tag.simplified();
    while (tag.startsWith(u'#'))
        tag = tag.sliced(1).trimmed();
    return tag.left(kLongestTag).trimmed();
}

bool comesFirst(const QString &one, const QString &other)
{
    return QString::localeAwareCompare(one, other) < 0;
}

} // namespace

QStringList normalisedTags(const QStringList &tags)
{
    QStringList result;
    for (const QString &given : tags) {
        const QString tag = normalisedTag(given);
        if (!tag.isEmpty() && !hasTag(result, tag))
            result.append(tag);
    }
    std::ranges::sort(result, comesFirst);
    return result;
}

bool hasTag(const QStringList &tags, const QString &tag)
{
    return tags.contains(tag, Qt::CaseInsensitive);
}

TagQuery readTagQuery(const QString &typed)
{
    TagQuery query;
    QStringList words;
    for (const QString &word : typed.simplified().split(u' ', Qt::SkipEmptyParts)) {
        if (word.startsWith(u'#') && word.size() > 1)
            query.tags.append(word.sliced(1));
        else
            words.append(word);
    }
    query.words = words.join(u' ');
    return query;
}

bool matchesTags(const QStringList &tags, const TagQuery &query)
{
    return std::ranges::all_of(query.tags, [&](const QString &wanted) {
        return std::ranges::any_of(
            tags, [&](const QString &tag) { return tag.startsWith(wanted, Qt::CaseInsensitive); });
    });
}

} // namespace app
