// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evaluation/costs.h"

#include "app/evaluation/csv.h"
#include "app/library/conversation.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace app {

namespace {

void addCosts(CostRow &sum, const CostRow &row)
{
    sum.answers += row.answers;
    sum.saidUsd += row.saidUsd;
    sum.computedUsd += row.computedUsd;
    sum.computed += row.computed;
    sum.unknown += row.unknown;
    sum.odd += row.odd;
    sum.promptTokens += row.promptTokens;
    sum.cachedTokens += row.cachedTokens;
    sum.completionTokens += row.completionTokens;
    sum.reasoningTokens += row.reasoningTokens;
}

/// The row with what it is grouped by, and no figures.
CostRow groupOf(const CostRow &row, CostGrouping grouping)
{
    CostRow group;
    if (grouping == CostGrouping::Day || grouping == CostGrouping::DayAndModel)
        group.day = row.day;
    if (grouping == CostGrouping::Model || grouping == CostGrouping::DayAndModel) {
        group.providerId = row.providerId;
        group.providerName = row.providerName;
        group.model = row.model;
    }
    if (grouping == CostGrouping::Conversation) {
        group.conversation = row.conversation;
        group.conversationTitle = row.conversationTitle;
    }
    return group;
}

QString exactUsd(double usd)
{
    return QString::number(usd, 'g', 12);
}

} // namespace

QList<CostRow> groupedCosts(const QList<CostRow> &rows, CostGrouping grouping)
{
    QList<CostRow> groups;
    QHash<QString, qsizetype> places;
    for (const CostRow &row : rows) {
        const CostRow group = groupOf(row, grouping);
        const QString key = group.day + u'\n' + group.providerId + u'\n' + group.model + u'\n'
                            + QString::number(group.conversation.value());
        const auto place = places.constFind(key);
        if (place == places.cend()) {
            places.insert(key, groups.size());
            groups.append(group);
        }
        addCosts(groups[places.value(key)], row);
    }
    std::ranges::stable_sort(groups, [](const CostRow &left, const CostRow &right) {
        return left.day != right.day ? left.day > right.day : left.costUsd() > right.costUsd();
    });
    return groups;
}

CostRow totalCost(const QList<CostRow> &rows)
{
    CostRow total;
    for (const CostRow &row : rows)
        addCosts(total, row);
    return total;
}

QList<CostRow> withoutFreeGaps(QList<CostRow> rows, const QSet<QString> &freeProviders)
{
    for (CostRow &row : rows) {
        if (freeProviders.contains(row.providerId))
            row.unknown = 0;
    }
    return rows;
}

double roundCostUsd(const Conversation &conversation, RoundId round)
{
    double usd = 0;
    QSet<RunId> counted;
    for (const TurnId turn : conversation.turnsOf(round)) {
        QList<MessageId> below{conversation.firstReply(turn)};
        while (!below.isEmpty()) {
            const Message *message = conversation.message(below.takeFirst());
            if (!message || message->turn != turn)
                continue;
            const Run *run = conversation.run(message->run);
            if (run && !counted.contains(run->id))
                usd += run->costUsd.value_or(0);
            counted.insert(message->run);
            below += conversation.children(message->id);
        }
    }
    return usd;
}

QByteArray costsCsv(const QList<CostRow> &rows)
{
    QByteArray csv = csvRow({u"day"_s, u"provider"_s, u"model"_s, u"answers"_s, u"cost_usd"_s,
                             u"said_usd"_s, u"computed_usd"_s, u"answers_computed"_s,
                             u"answers_without_cost"_s, u"prompt_tokens"_s, u"cached_tokens"_s,
                             u"completion_tokens"_s, u"reasoning_tokens"_s});
    for (const CostRow &row : groupedCosts(rows, CostGrouping::DayAndModel)) {
        csv +=
            csvRow({row.day, row.providerName, row.model, QString::number(row.answers),
                    exactUsd(row.costUsd()), exactUsd(row.saidUsd), exactUsd(row.computedUsd),
                    QString::number(row.computed), QString::number(row.unknown),
                    QString::number(row.promptTokens), QString::number(row.cachedTokens),
                    QString::number(row.completionTokens), QString::number(row.reasoningTokens)});
    }
    return csv;
}

} // namespace app
