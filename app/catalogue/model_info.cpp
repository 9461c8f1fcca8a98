// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/catalogue/model_info.h"

#include <algorithm>

namespace app {

Prices pricesAt(Prices prices, qint64 atMs)
{
    if (!prices.discount || prices.discountEndsMs == 0 || atMs < prices.discountEndsMs)
        return prices;
    for (auto price : {&Prices::input, &Prices::output, &Prices::cacheRead}) {
        if (prices.*price)
            prices.*price = listPrice(*(prices.*price), prices);
    }
    prices.discount.reset();
    prices.discountEndsMs = 0;
    return prices;
}

double listPrice(double price, const Prices &prices)
{
    return price / (1 - prices.discount.value_or(0));
}

QString shortModelName(const QString &id)
{
    // llama-server gives the path of a file, on Windows with the other slash.
    const qsizetype slash = std::max(id.lastIndexOf(u'/'), id.lastIndexOf(u'\\'));
    const QString last = id.sliced(slash + 1);
    return last.isEmpty() ? id : last;
}

QString unversionedModel(const QString &id)
{
    const qsizetype colon = id.lastIndexOf(u':');
    const bool isVersion = colon > 0 && colon + 1 < id.size() && colon > id.lastIndexOf(u'/');
    return isVersion ? id.left(colon) : QString();
}

bool isSameModel(const QString &id, const QString &other)
{
    const bool idIsLonger = id.size() > other.size();
    const QString longer = (idIsLonger ? id : other).toCaseFolded();
    const QString shorter = (idIsLonger ? other : id).toCaseFolded();
    if (!longer.startsWith(shorter))
        return false;
    const QString rest = longer.sliced(shorter.size());
    // "gpt-5-mini" is no snapshot of "gpt-5": what follows a dash must be a date or a number.
    const auto isDated = [&rest] {
        return rest.startsWith(u'-') && rest.size() > 4
               && std::all_of(rest.begin(), rest.end(), [](QChar character) {
                      return character.isDigit() || character == u'-';
                  });
    };
    return rest.isEmpty() || rest.startsWith(u':') || rest.startsWith(u'@') || isDated();
}

} // namespace app
