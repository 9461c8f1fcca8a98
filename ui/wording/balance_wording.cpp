// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wording/balance_wording.h"

#include "ui/wording/error_wording.h"
#include "ui/wording/number_wording.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <cmath>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

class BalanceWording
{
    Q_DECLARE_TR_FUNCTIONS(ui::BalanceWording)
};

/// Of an account, in whole cents.
QString moneyText(double usd)
{
    return u'$' + QLocale().toString(std::abs(usd), 'f', 2);
}

} // namespace

QString balanceText(const app::AccountBalance &balance)
{
    // Less than a cent is neither there nor owed.
    const QString amount = moneyText(balance.availableUsd);
    return balance.availableUsd <= -0.005
               //: Money that must be paid to a provider.
               ? BalanceWording::tr("%1 owed").arg(amount)
               //: Money that is left in an account.
               : BalanceWording::tr("%1 available").arg(amount);
}

QString balanceDetails(const app::AccountBalance &balance)
{
    QStringList sentences;
    if (balance.suspended && balance.suspendReason.isEmpty())
        sentences.append(BalanceWording::tr("The account is suspended."));
    else if (balance.suspended)
        sentences.append(BalanceWording::tr("The account is suspended: “%1”.")
                             .arg(shortened(balance.suspendReason, 60)));
    if (balance.recentUsd)
        sentences.append(BalanceWording::tr("%1 used since the last invoice.")
                             .arg(moneyText(*balance.recentUsd)));
    if (balance.limitUsd)
        sentences.append(
            BalanceWording::tr("The limit of spending is %1.").arg(moneyText(*balance.limitUsd)));
    return sentences.join(u' ');
}

QString balanceLine(const app::AccountBalance &balance, const QString &providerName, qint64 nowMs)
{
    //: %1 is a provider, %2 an amount, %3 a moment.
    return BalanceWording::tr("Balance at %1: %2 (%3)")
        .arg(providerName, balanceText(balance), momentText(balance.atMs, nowMs));
}

} // namespace ui
