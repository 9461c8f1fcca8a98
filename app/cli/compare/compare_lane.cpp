// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/compare/compare_lane.h"

#include "app/base/quoted_list.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace app {

namespace {

tl::unexpected<Error> laneError(const QString &sentence)
{
    return fail(ErrorKind::InvalidRequest, sentence);
}

/// A … Z, then AA, AB, …
QString letters(int position)
{
    QString name(QChar(u'A' + position % 26));
    return position < 26 ? name : letters(position / 26 - 1) + name;
}

Result<void> setLaneParameter(CompareLane &lane, const QString &name, const QString &text)
{
    if (name == "n"_L1)
        return laneError(u"one answer for each line of the results: use --repeat instead of “n”"_s);
    const ParameterSpec *spec = findParameter(name);
    if (spec && spec->isLocal)
        return laneError((name == kLeaveOutRounds ? u"“%1” is for chats"_s
                                                  : u"“%1” is for chats and for “ask”"_s)
                             .arg(name));
    const auto value = parseParameter(name, text);
    if (!value)
        return laneError(value.error().message);
    if (lane.parameters.isSet(name))
        return laneError(u"“%1” stands there twice"_s.arg(name));
    lane.parameters.set(name, *value);
    return {};
}

Result<void> assign(CompareLane &lane, const QString &name, const QString &text)
{
    const std::pair<QLatin1StringView, QString *> words[] = {
        {"name"_L1, &lane.name},
        {"model"_L1, &lane.model},
        {"system"_L1, &lane.systemPrompt},
        {"provider"_L1, &lane.provider.name},
        {"base-url"_L1, &lane.provider.baseUrl},
    };
    for (const auto &[word, field] : words) {
        if (name != word)
            continue;
        if (!field->isEmpty())
            return laneError(u"“%1” stands there twice"_s.arg(name));
        *field = text;
        return {};
    }
    return setLaneParameter(lane, name, text);
}

} // namespace

Result<CompareLane> readCompareLane(const QString &text, int position)
{
    const auto assignments = splitQuoted(text);
    if (!assignments)
        return fail(assignments.error());
    CompareLane lane;
    lane.provider.isOfCall = false;
    for (const QString &assignment : *assignments) {
        const qsizetype equals = assignment.indexOf(u'=');
        if (equals < 1)
            return laneError(u"“%1” is not name=value"_s.arg(assignment));
        const QString name = assignment.left(equals).trimmed();
        if (const auto set = assign(lane, name, assignment.mid(equals + 1)); !set)
            return fail(set.error());
    }
    // An answer that is read while it comes has times of its own.
    if (!lane.parameters.isSet(u"stream"))
        lane.parameters.set(u"stream", true);
    if (lane.name.isEmpty())
        lane.name = letters(position);
    return lane;
}

QJsonObject laneToJson(const CompareLane &lane)
{
    return {{u"name"_s, lane.name},
            {u"provider"_s, lane.provider.name},
            {u"base_url"_s, lane.provider.baseUrl},
            {u"model"_s, lane.model},
            {u"system"_s, lane.systemPrompt},
            {u"parameters"_s, lane.parameters.toJson()}};
}

} // namespace app
