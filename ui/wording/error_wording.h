// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/chat/spending_ledger.h"

#include <QList>
#include <QString>

namespace ui {

/// What the user can do about a failure; the place that shows the sentence offers it as a button.
enum class ErrorAction {
    None,
    ChangeKey,
    Retry,
    GoOnWithout, ///< the same request without the ability that the model lacks
    OpenProviders,
    ChooseModel,
    OpenTools,
    AllowMoreTime, ///< retry with longer timeouts
    SendWithoutSaving,
    SendOnce, ///< although it may pass a ceiling of spending
    RaiseCeiling,
    Stop, ///< gives up what is being tried again
};

struct ErrorSentence
{
    QString text; ///< plain text: whole sentences, the server's words quoted and shortened
    QList<ErrorAction> actions; ///< the most helpful first; empty where nothing helps

    bool operator==(const ErrorSentence &) const = default;
};

/// A failure in words, for a reply or a dialog. `providerName` and `model` are shown as they are.
/// Without a provider it is about no request: a Storage error then speaks of the history.
/// The codes of app/base/error_codes.h have sentences of their own.
[[nodiscard]] ErrorSentence errorSentence(const app::Error &error, const QString &providerName,
                                          const QString &model);

/// A request that is held back by a ceiling of spending, with the figures to decide by.
[[nodiscard]] ErrorSentence spendingSentence(const app::SpendingBlock &block, const QString &model);

/// The label of the button: "Change key…"; empty for None.
[[nodiscard]] QString actionLabel(ErrorAction action);

/// Words of a server or system made fit for one line of plain text: control and direction
/// characters taken out, white space folded, at most `most` characters.
[[nodiscard]] QString shortened(const QString &foreignText, int most = 160);

} // namespace ui
