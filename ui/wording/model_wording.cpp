// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wording/model_wording.h"

#include "ui/wording/error_wording.h"
#include "ui/wording/number_wording.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QStringList>

#include <cmath>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

class ModelWording
{
    Q_DECLARE_TR_FUNCTIONS(ui::ModelWording)
};

constexpr int kLongestQuotedReason = 120;

QString learntText(const app::Belief &belief)
{
    const QString reason = shortened(belief.reason, kLongestQuotedReason);
    if (belief.sinceMs == 0)
        return ModelWording::tr("learnt from an answer");
    if (reason.isEmpty())
        return ModelWording::tr("learnt on %1").arg(dayText(belief.sinceMs));
    //: %1 is a day, %2 the words of a server.
    return ModelWording::tr("learnt on %1: “%2”").arg(dayText(belief.sinceMs), reason);
}

} // namespace

QString abilityText(app::Ability ability)
{
    switch (ability) {
    case app::Ability::Yes:
        return ModelWording::tr("yes", "ability of a model");
    case app::Ability::No:
        return ModelWording::tr("no", "ability of a model");
    case app::Ability::Unknown:
        break;
    }
    return ModelWording::tr("not known", "ability of a model");
}

QString beliefSourceText(const app::Belief &belief, const QString &providerName)
{
    switch (belief.source) {
    case app::Belief::Source::Nothing:
        return ModelWording::tr("it is tried");
    case app::Belief::Source::List:
        return ModelWording::tr("from the list of %1").arg(providerName);
    case app::Belief::Source::Learnt:
        return learntText(belief);
    case app::Belief::Source::User:
        break;
    }
    return belief.sinceMs == 0 ? ModelWording::tr("set by you")
                               : ModelWording::tr("set by you on %1").arg(dayText(belief.sinceMs));
}

QString listProblemText(const app::Error &error, const QString &providerName)
{
    if (error.kind == app::ErrorKind::BadResponse)
        return ModelWording::tr("What %1 sent cannot be read as a list of models.")
            .arg(providerName);
    return errorSentence(error, providerName, {}).text;
}

QString dayText(qint64 atMs)
{
    //: A date in the format of QLocale (d day, MMM short month, yyyy year).
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(atMs).date(),
                              ModelWording::tr("d MMM yyyy"));
}

QString percentText(double share)
{
    return ModelWording::tr("%1 %", "a share").arg(countText(std::llround(share * 100)));
}

QString discountText(const app::ModelInfo &info)
{
    const app::Prices &prices = info.prices;
    if (!prices.discount || !prices.input || !prices.output)
        return {};
    const QString off = percentText(*prices.discount);
    const QString in = priceText(app::listPrice(*prices.input, prices));
    const QString out = priceText(app::listPrice(*prices.output, prices));
    if (prices.discountEndsMs == 0) {
        //: A discount: 20 % off; else the prices of prompt and answer would be %2 and %3.
        return ModelWording::tr("%1 off, else %2 in · %3 out").arg(off, in, out);
    }
    return ModelWording::tr("%1 off until %2, else %3 in · %4 out")
        .arg(off, dayText(prices.discountEndsMs), in, out);
}

QString tierPricesText(const app::Prices &prices)
{
    QStringList parts;
    const auto add = [&parts](const QString &tier, const std::optional<double> &factor) {
        const QString effect = factor ? priceFactorText(*factor) : QString();
        if (!effect.isEmpty())
            parts.append(tier + u' ' + effect);
    };
    add(u"priority"_s, prices.priorityFactor);
    add(u"flex"_s, prices.flexFactor);
    return parts.join(u" · "_s);
}

QString tierPriceText(const app::Prices &prices, double factor)
{
    const QString effect = priceFactorText(factor);
    if (!prices.input || !prices.output)
        return effect;
    const QString in = priceText(*prices.input * factor);
    const QString out = priceText(*prices.output * factor);
    return effect.isEmpty()
               //: Prices per million tokens of the prompt and of the answer.
               ? ModelWording::tr("%1 in · %2 out").arg(in, out)
               //: The same, and how much dearer or cheaper that is: "+50 % price".
               : ModelWording::tr("%1 in · %2 out (%3)").arg(in, out, effect);
}

} // namespace ui
