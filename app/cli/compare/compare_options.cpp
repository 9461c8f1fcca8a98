// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/compare/compare_options.h"

#include <QCommandLineParser>

#include <cmath>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr int kMostRepeats = 10'000;
constexpr int kMostConcurrency = 1'000;

tl::unexpected<Error> optionError(const QString &option, const QString &sentence)
{
    return fail(ErrorKind::InvalidRequest, u"--%1: %2"_s.arg(option, sentence));
}

Result<void> readLanes(CompareOptions &options, const QCommandLineParser &arguments)
{
    const QStringList texts = arguments.values(u"lane"_s);
    if (texts.isEmpty())
        return optionError(u"lane"_s, u"name at least one, as in --lane model=MODEL"_s);
    for (const QString &text : texts) {
        const auto lane = readCompareLane(text, int(options.lanes.size()));
        if (!lane)
            return optionError(u"lane %1"_s.arg(text), lane.error().message);
        for (const CompareLane &known : std::as_const(options.lanes)) {
            if (known.name == lane->name)
                return optionError(u"lane"_s, u"two are called “%1”"_s.arg(lane->name));
        }
        options.lanes.append(*lane);
    }
    return {};
}

Result<void> readSweeps(CompareOptions &options, const QCommandLineParser &arguments)
{
    QList<SweepAxis> axes;
    for (const QString &text : arguments.values(u"sweep"_s)) {
        const auto axis = parseSweepAxis(text);
        if (!axis)
            return optionError(u"sweep"_s, axis.error().message);
        if (axis->name == "n"_L1)
            return optionError(u"sweep"_s, u"use --repeat instead of “n”"_s);
        for (const CompareLane &lane : std::as_const(options.lanes)) {
            if (axis->name != "stream"_L1 && lane.parameters.isSet(axis->name)) {
                return optionError(u"sweep"_s,
                                   u"lane %1 sets “%2” itself"_s.arg(lane.name, axis->name));
            }
        }
        axes.append(*axis);
    }
    const auto grid = sweepGrid(axes);
    if (!grid)
        return optionError(u"sweep"_s, grid.error().message);
    options.grid = *grid;
    return {};
}

Result<int> readCount(const QCommandLineParser &arguments, const QString &option, int fallback,
                      int most)
{
    if (!arguments.isSet(option))
        return fallback;
    bool isNumber = false;
    const int count = arguments.value(option).toInt(&isNumber);
    if (!isNumber || count < 1 || count > most)
        return optionError(option, u"needs a whole number from 1 to %1"_s.arg(most));
    return count;
}

Result<void> readNumbers(CompareOptions &options, const QCommandLineParser &arguments)
{
    const auto repeat = readCount(arguments, u"repeat"_s, options.repeat, kMostRepeats);
    if (!repeat)
        return fail(repeat.error());
    const auto concurrency =
        readCount(arguments, u"concurrency"_s, options.concurrency, kMostConcurrency);
    if (!concurrency)
        return fail(concurrency.error());
    options.repeat = *repeat;
    options.concurrency = *concurrency;
    if (!arguments.isSet(u"max-cost"_s))
        return {};
    bool isNumber = false;
    const double usd = arguments.value(u"max-cost"_s).toDouble(&isNumber);
    if (!isNumber || !std::isfinite(usd) || usd < 0)
        return optionError(u"max-cost"_s, u"needs US dollars, 0 or more, such as 0.50"_s);
    options.maxCostUsd = usd;
    return {};
}

Result<void> readPlaces(CompareOptions &options, const QCommandLineParser &arguments)
{
    if (!arguments.positionalArguments().isEmpty()) {
        return fail(ErrorKind::InvalidRequest,
                    u"“%1” belongs to no option; prompts come from "
                    "--prompt-file"_s.arg(arguments.positionalArguments().constFirst()));
    }
    options.promptFile = arguments.value(u"prompt-file"_s);
    options.outFolder = arguments.value(u"out"_s);
    options.retryFailed = arguments.isSet(u"retry-failed"_s);
    if (options.promptFile.isEmpty())
        return optionError(u"prompt-file"_s, u"name the file with the prompts"_s);
    if (options.outFolder.isEmpty())
        return optionError(u"out"_s, u"name the folder for the results"_s);
    return {};
}

} // namespace

QList<QCommandLineOption> compareOptionTable()
{
    return providerOptions()
           + QList<QCommandLineOption>{
               {{u"l"_s, u"lane"_s},
                u"One side of the comparison, e.g. --lane model=A,temperature=0; given once for each."_s,
                u"NAME=VALUE,..."_s},
               {u"prompt-file"_s, u"The prompts, a JSON object on each line."_s, u"FILE"_s},
               {u"sweep"_s,
                u"Ask every lane at each value of a parameter: from:to:step, or values parted by "
                "commas. May be given several times; then at all combinations."_s,
                u"NAME=RANGE"_s},
               {u"repeat"_s, u"Ask everything so many times."_s, u"K"_s},
               {u"concurrency"_s, u"Answers on their way at once; 8 unless told otherwise."_s,
                u"N"_s},
               {u"max-cost"_s,
                u"Stop before everything in --out together has cost more than so many US dollars."_s,
                u"USD"_s},
               {u"retry-failed"_s, u"Ask again for what --out holds as failed or cut off."_s},
               {u"out"_s,
                u"Folder for results.jsonl, results.csv and index.html. One that holds a part of "
                "the same comparison is gone on with."_s,
                u"DIR"_s},
           };
}

Result<CompareOptions> readCompareOptions(const QCommandLineParser &arguments)
{
    CompareOptions options;
    options.provider = readProviderRequest(arguments);
    for (const auto read : {readLanes, readSweeps, readNumbers, readPlaces}) {
        if (const auto done = read(options, arguments); !done)
            return fail(done.error());
    }
    return options;
}

} // namespace app
