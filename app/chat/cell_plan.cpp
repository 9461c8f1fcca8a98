// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chat/cell_plan.h"

#include "app/catalogue/catalogue.h"
#include "app/chat/chat.h"
#include "app/chat/provider_lookup.h"
#include "app/chat/round_planner.h"
#include "app/chat/spending.h"
#include "app/evaluation/round_cells.h"
#include "app/library/lane_set.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace app {

namespace {

/// A cell before it has rows.
struct WantedCell
{
    QString prompt;
    QJsonObject coordinates;
};

QList<WantedCell> promptsOf(const CellsSpec &spec)
{
    QList<WantedCell> wanted;
    for (qsizetype i = 0; i < spec.prompts.size(); ++i) {
        WantedCell cell{spec.prompts.at(i), {}};
        if (spec.prompts.size() > 1)
            cell.coordinates.insert(coordinate::kPrompt, i + 1);
        wanted.append(cell);
    }
    return wanted;
}

/// Every one of `cells` with each of these coordinates.
QList<WantedCell> crossed(const QList<WantedCell> &cells, const QList<QJsonObject> &coordinates)
{
    QList<WantedCell> wanted;
    for (const WantedCell &cell : cells) {
        for (const QJsonObject &more : coordinates) {
            wanted.append(cell);
            for (auto at = more.begin(); at != more.end(); ++at)
                wanted.last().coordinates.insert(at.key(), at.value());
        }
    }
    return wanted;
}

QList<QJsonObject> modelCoordinates(const CellsSpec &spec)
{
    if (spec.models.isEmpty())
        return {QJsonObject()};
    QList<QJsonObject> coordinates;
    for (const ModelChoice &choice : spec.models) {
        coordinates.append(
            {{coordinate::kProvider, choice.providerId}, {coordinate::kModel, choice.model}});
    }
    return coordinates;
}

QList<QJsonObject> repeatCoordinates(const CellsSpec &spec)
{
    if (spec.repeats < 2)
        return {QJsonObject()};
    QList<QJsonObject> coordinates;
    for (int i = 1; i <= spec.repeats; ++i)
        coordinates.append({{coordinate::kRepeat, i}});
    return coordinates;
}

QStringList dimensionsOf(const CellsSpec &spec)
{
    QStringList dimensions;
    if (spec.prompts.size() > 1)
        dimensions.append(coordinate::kPrompt);
    if (!spec.models.isEmpty())
        dimensions.append(coordinate::kModel);
    for (const SweepAxis &axis : spec.axes)
        dimensions.append(axis.name);
    if (spec.repeats > 1)
        dimensions.append(coordinate::kRepeat);
    return dimensions;
}

/// The settings of a cell: those of the lane, but for its coordinates.
Lane laneOfCell(Lane lane, const QJsonObject &coordinates)
{
    for (auto at = coordinates.begin(); at != coordinates.end(); ++at) {
        if (at.key() == coordinate::kProvider)
            lane.providerId = at.value().toString();
        else if (at.key() == coordinate::kModel)
            lane.model = at.value().toString();
        else if (at.key() != coordinate::kPrompt && at.key() != coordinate::kRepeat)
            lane.parameters.set(at.key(), at.value());
    }
    return lane;
}

CellSettings settingsOf(Lane lane, const CellsSpec &spec)
{
    if (lane.model.isEmpty()) // a set names one
        lane.model = spec.models.first().model;
    const QByteArray set = laneSetToJson(laneSetOf({}, {lane}, {}));
    return {dimensionsOf(spec), QJsonDocument::fromJson(set).object()};
}

Lane laneOfSettings(const Conversation &conversation, RoundId round)
{
    Lane lane;
    for (const TurnId id : conversation.turnsOf(round)) {
        const TurnRecord &turn = *conversation.turn(id);
        lane.id = turn.lane;
        const auto settings = cellSettingsOf(turn);
        if (!settings)
            continue;
        const auto set = laneSetFromJson(QJsonDocument(settings->lanes).toJson());
        if (set)
            lane = lanesOf(*set, {}).first();
        lane.id = turn.lane;
        break;
    }
    return lane;
}

void addCell(RoundPlan &plan, const Lane &lane, RoundId round, MessageId prompt,
             const QJsonObject &coordinates, qint64 nowMs)
{
    const TurnRecord turn{TurnId::next(), round, lane.id, coordinates};
    const Run run = plannedRun(lane, turn.id, nowMs);
    const Message reply = plannedReply(run, round, prompt);
    plan.changes += Changes{PutTurn{turn}, PutRun{run}, PutMessage{reply}};
    plan.turns.append({lane, turn.id, run.id, reply.id, prompt, false, {}});
}

auto refusedCells(const QString &why)
{
    return fail(ErrorKind::InvalidRequest, why);
}

Result<CellsSpec> checkedSpec(const Conversation &conversation, CellsSpec spec)
{
    const Lane *lane = conversation.lane(spec.lane);
    if (!lane)
        return refusedCells(u"there is no such lane"_s);
    const Message *head = conversation.message(lane->head);
    if (head && head->state == MessageState::Streaming)
        return refusedCells(u"the lane is being answered"_s);
    spec.prompts.removeDuplicates();
    if (spec.prompts.isEmpty() || spec.prompts.contains(QString()))
        return refusedCells(u"a prompt is empty"_s);
    QList<ModelChoice> models;
    for (const ModelChoice &choice : std::as_const(spec.models)) {
        if (!models.contains(choice))
            models.append(choice);
    }
    spec.models = models;
    if (lane->model.isEmpty() && models.isEmpty())
        return refusedCells(u"the lane has no model"_s);
    if (dimensionsOf(spec).isEmpty())
        return refusedCells(u"nothing varies"_s);
    if (cellCount(spec) > kMostRoundCells)
        return refusedCells(u"more than %1 answers"_s.arg(kMostRoundCells));
    return spec;
}

qint64 bytesOf(const Conversation &conversation, const Lane &lane)
{
    qint64 bytes = lane.systemPrompt.toUtf8().size();
    for (const MessageId id : conversation.path(lane.id)) {
        for (const Part &part : conversation.message(id)->parts) {
            if (const auto *text = std::get_if<TextPart>(&part))
                bytes += text->text.size();
        }
    }
    return bytes;
}

} // namespace

qsizetype cellCount(const CellsSpec &spec)
{
    qsizetype count = spec.prompts.size() * std::max<qsizetype>(1, spec.models.size())
                      * std::max(1, spec.repeats);
    for (const SweepAxis &axis : spec.axes)
        count *= axis.values.size();
    return count;
}

Result<RoundPlan> planCells(const Conversation &conversation, const CellsSpec &given, qint64 nowMs)
{
    const auto spec = checkedSpec(conversation, given);
    if (!spec)
        return fail(spec.error());
    const auto grid = sweepGrid(spec->axes);
    if (!grid)
        return fail(grid.error());
    const Lane &lane = *conversation.lane(spec->lane);
    const bool isRepeat = dimensionsOf(*spec) == QStringList{coordinate::kRepeat};
    const Round round{RoundId::next(), isRepeat ? RoundKind::Repeat : RoundKind::Sweep, nowMs};
    RoundPlan plan;
    plan.changes.append(PutRound{round});
    plan.changes.append(
        PutTurn{{TurnId::next(), round.id, lane.id, cellSettingsToJson(settingsOf(lane, *spec))}});
    QHash<QString, MessageId> prompts;
    for (const QString &text : spec->prompts) {
        const Message prompt =
            plannedPrompt(partsOf(Prompt{text, spec->images}), lane.head, round.id, nowMs);
        plan.changes.append(PutMessage{prompt});
        prompts.insert(text, prompt.id);
    }
    const QList<WantedCell> wanted =
        crossed(crossed(crossed(promptsOf(*spec), modelCoordinates(*spec)), *grid),
                repeatCoordinates(*spec));
    for (const WantedCell &cell : wanted) {
        addCell(plan, laneOfCell(lane, cell.coordinates), round.id, prompts.value(cell.prompt),
                cell.coordinates, nowMs);
    }
    return plan;
}

RoundPlan planCellsAgain(const Conversation &conversation, RoundId round,
                         const QList<TurnId> &cells, qint64 nowMs)
{
    RoundPlan plan;
    const Lane lane = laneOfSettings(conversation, round);
    for (const TurnId id : cells) {
        const TurnRecord *turn = conversation.turn(id);
        const Message *reply = conversation.message(conversation.firstReply(id));
        if (!turn || turn->round != round || turn->coordinates.isEmpty() || !reply)
            continue;
        addCell(plan, laneOfCell(lane, turn->coordinates), round, reply->parent, turn->coordinates,
                nowMs);
    }
    return plan;
}

std::optional<double> estimateCells(const Conversation &conversation, const CellsSpec &spec,
                                    const Catalogue &catalogue, const Settings &settings)
{
    const Lane *lane = conversation.lane(spec.lane);
    const auto grid = sweepGrid(spec.axes);
    if (!lane || !grid || cellCount(spec) > kMostRoundCells)
        return {};
    const qint64 history = bytesOf(conversation, *lane);
    double sum = 0;
    for (const WantedCell &cell :
         crossed(crossed(promptsOf(spec), modelCoordinates(spec)), *grid)) {
        const Lane asked = laneOfCell(*lane, cell.coordinates);
        const auto provider = findProvider(settings, asked.providerId);
        const RequestSize size{history + cell.prompt.toUtf8().size(), int(spec.images.size())};
        const auto cost = estimateCost(size, asked.parameters.toJson(),
                                       catalogue.model(asked.providerId, asked.model),
                                       provider.value_or(Provider()));
        if (!cost)
            return {};
        sum += *cost;
    }
    return sum * std::max(1, spec.repeats);
}

} // namespace app
