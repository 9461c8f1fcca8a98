// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evaluation/csv.h"

using namespace Qt::StringLiterals;

namespace app {

namespace {
QString csvCell(const QString &text)
{
    bool isNumber = false;
    (void)text.toDouble(&isNumber);
    const bool isFormula = !isNumber && !text.isEmpty() && u"=+-@\t\r"_s.contains(text.front());
    QString cell = isFormula ? u'\'' + text : text;
    if (!cell.contains(u',') && !cell.contains(u'"') && !cell.contains(u'\n')
        && !cell.contains(u'\r'))
        return cell;
    return u'"' + cell.replace(u'"', u"\"\""_s) + u'"';
}
} // namespace

QByteArray csvRow(const QStringList &cells)
{
    QStringList written;
    for (const QString &cell : cells)
        written.append(csvCell(cell));
    return written.join(u',').toUtf8() + "\r\n";
}

} // namespace app
