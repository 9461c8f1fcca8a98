// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/schema/check/text_format.h"

#include <QDate>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace app {

namespace {

/// Digits from there on as a number; −1: others stand among them.
int numberAt(const QString &text, qsizetype from, qsizetype count)
{
    int number = 0;
    for (const QChar c : QStringView(text).sliced(from, count)) {
        if (c < u'0' || c > u'9')
            return -1;
        number = 10 * number + (c.unicode() - u'0');
    }
    return number;
}

bool isDate(const QString &text)
{
    constexpr qsizetype kLength = 10; // 2026-11-30
    if (text.size() != kLength || text.at(4) != u'-' || text.at(7) != u'-')
        return false;
    const int year = numberAt(text, 0, 4);
    return year > 0 && QDate::isValid(year, numberAt(text, 5, 2), numberAt(text, 8, 2));
}

/// A leap second is 60.
bool isTime(const QString &text)
{
    static const QRegularExpression shape(u"^([01]\\d|2[0-3]):[0-5]\\d:([0-5]\\d|60)(\\.\\d+)?"
                                          "([Zz]|[+-]([01]\\d|2[0-3]):[0-5]\\d)\\z"_s);
    return shape.match(text).hasMatch();
}

bool isDateTime(const QString &text)
{
    constexpr qsizetype kDate = 10;
    return text.size() > kDate && text.at(kDate).toUpper() == u'T' && isDate(text.first(kDate))
           && isTime(text.sliced(kDate + 1));
}

} // namespace

bool hasFormat(const QString &text, QStringView format)
{
    if (format == "date"_L1)
        return isDate(text);
    if (format == "time"_L1)
        return isTime(text);
    return format != "date-time"_L1 || isDateTime(text);
}

} // namespace app
