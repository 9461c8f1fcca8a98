// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wording/remedy_wording.h"

#include "ui/wording/number_wording.h"
#include "ui/wording/parameter_wording.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

class RemedyWording
{
    Q_DECLARE_TR_FUNCTIONS(ui::RemedyWording)
};

} // namespace

QString remedyText(const app::Remedy &remedy)
{
    using Kind = app::Remedy::Kind;
    switch (remedy.kind) {
    case Kind::MoreTokens:
        //: On a button. %1 is a number.
        return RemedyWording::tr("Allow %1 tokens and retry").arg(countText(remedy.amount));
    case Kind::LessEffort:
        //: On a button. %1 is a reasoning effort such as "low".
        return RemedyWording::tr("Retry with effort “%1”")
            .arg(choiceText(u"reasoning_effort"_s, remedy.effort));
    case Kind::AnswerNow:
        return RemedyWording::tr("Continue without thinking");
    case Kind::FewerTokens:
        //: On a button: what “Max tokens” becomes. %1 is a number.
        return RemedyWording::tr("Shorten the answer to %1 tokens").arg(countText(remedy.amount));
    case Kind::LeaveOutRounds:
        //: On a button: these rounds are not sent any more.
        return RemedyWording::tr("Leave out the %n oldest round(s)", nullptr, int(remedy.amount));
    }
    return {};
}

} // namespace ui
