// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/quoted_list.h"

using namespace Qt::StringLiterals;

namespace app {

namespace {

/// Without quotes around all of it.
QString unquoted(const QString &text)
{
    if (text.size() < 2 || !text.startsWith(u'"') || !text.endsWith(u'"'))
        return text;
    QString plain;
    bool escaped = false;
    for (const QChar character : QStringView(text).sliced(1).chopped(1)) {
        if (!escaped && character == u'\\') {
            escaped = true;
            continue;
        }
        if (escaped && character != u'"' && character != u'\\')
            plain += u'\\';
        plain += character;
        escaped = false;
    }
    return plain;
}

QString item(const QString &text)
{
    const QString trimmed = text.trimmed();
    const qsizetype equals = trimmed.indexOf(u'=');
    if (equals < 0 || trimmed.startsWith(u'"'))
        return unquoted(trimmed);
    return trimmed.left(equals + 1) + unquoted(trimmed.mid(equals + 1).trimmed());
}

} // namespace

Result<QStringList> splitQuoted(const QString &text)
{
    QStringList items;
    QString current;
    int depth = 0;
    bool inQuotes = false;
    bool escaped = false;
    for (const QChar character : text) {
        if (character == u',' && !inQuotes && depth == 0) {
            items.append(item(std::exchange(current, {})));
            continue;
        }
        current += character;
        if (escaped)
            escaped = false;
        else if (inQuotes && character == u'\\')
            escaped = true;
        else if (character == u'"')
            inQuotes = !inQuotes;
        else if (!inQuotes && (character == u'{' || character == u'['))
            ++depth;
        else if (!inQuotes && (character == u'}' || character == u']'))
            --depth;
    }
    if (inQuotes)
        return fail(ErrorKind::InvalidRequest, u"a double quote is never closed"_s);
    if (depth != 0)
        return fail(ErrorKind::InvalidRequest, u"brackets do not match"_s);
    items.append(item(current));
    return items;
}

} // namespace app
