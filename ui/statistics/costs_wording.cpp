// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/statistics/costs_wording.h"

#include "ui/wording/number_wording.h"

#include <QCoreApplication>
#include <QDate>
#include <QLocale>

namespace ui {

namespace {

struct CostsText
{
    Q_DECLARE_TR_FUNCTIONS(ui::CostsText)
public:
    static QString headline(const app::CostRow &total, int days)
    {
        const QString cost = costText(total.costUsd());
        if (total.answers == 0)
            return days > 0 ? tr("No answers in the last %n day(s)", nullptr, days)
                            : tr("No answers yet");
        //: %1 is an amount of money
        return days > 0 ? tr("%1 in the last %n day(s)", nullptr, days).arg(cost)
                        : tr("%1 in all").arg(cost);
    }
    static QString basis(const app::CostRow &total, qint64 veiled)
    {
        QStringList sentences;
        if (total.answers > 0)
            sentences.append(tr("%n answer(s).", nullptr, int(total.answers)));
        if (total.computed > 0)
            sentences.append(tr("%1 of it is computed from the prices of the day; the rest the "
                                "servers said.")
                                 .arg(costText(total.computedUsd)));
        if (total.unknown > 0)
            sentences.append(
                tr("%n answer(s) without a known price.", nullptr, int(total.unknown)));
        if (total.odd > 0)
            sentences.append(
                tr("For %n answer(s) a server said a cost that cannot be, which is left "
                   "out.",
                   nullptr, int(total.odd)));
        if (veiled > 0)
            sentences.append(tr("%n answer(s) of blind rounds are counted once their names show.",
                                nullptr, int(veiled)));
        return sentences.join(u' ');
    }
    static QString note(const app::CostRow &row)
    {
        QStringList notes;
        if (row.computed > 0)
            notes.append(row.computed == row.answers - row.unknown ? tr("computed")
                                                                   : tr("partly computed"));
        if (row.unknown > 0)
            notes.append(tr("%n without a known price", nullptr, int(row.unknown)));
        return notes.join(QStringLiteral(", "));
    }
    static QString conversation(const app::CostRow &row)
    {
        if (!row.conversation)
            return tr("Erased conversations");
        return row.conversationTitle.isEmpty() ? tr("Without a title")
                                               : row.conversationTitle.simplified();
    }
};

} // namespace

QString costsHeadline(const app::CostRow &total, int days)
{
    return CostsText::headline(total, days);
}

QString costsBasis(const app::CostRow &total, qint64 veiled)
{
    return CostsText::basis(total, veiled);
}

QString costNote(const app::CostRow &row)
{
    return CostsText::note(row);
}

QString dayText(const QString &isoDay)
{
    return QLocale().toString(QDate::fromString(isoDay, Qt::ISODate), QLocale::ShortFormat);
}

QString conversationText(const app::CostRow &row)
{
    return CostsText::conversation(row);
}

} // namespace ui
