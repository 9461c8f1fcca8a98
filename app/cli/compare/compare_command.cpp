// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/compare/compare_command.h"

#include "app/base/when_done.h"
#include "app/catalogue/catalogue.h"
#include "app/cli/command_line.h"
#include "app/cli/compare/compare_tables.h"
#include "app/cli/settings_notice.h"
#include "app/export/figure_text.h"
#include "app/services.h"
#include "app/settings/secret_store.h"
#include "app/settings/settings.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr std::chrono::milliseconds kTerminalTick{200};
// A log is read later: a line now and then.
constexpr std::chrono::seconds kLogTick{10};

/// Counts down the lanes that are waited for.
struct Countdown
{
    int left = 0;
};

} // namespace

CompareCommand::CompareCommand()
{
    connect(&m_tick, &QTimer::timeout, this, &CompareCommand::showProgress);
}

CompareCommand::~CompareCommand() = default;

QString CompareCommand::name() const
{
    return u"compare"_s;
}

QString CompareCommand::summary() const
{
    return u"Send many prompts to several models or settings and write all answers into a folder."_s;
}

QString CompareCommand::notes() const
{
    return u"A lane is NAME=VALUE parted by commas: model, provider (by its name) or base-url, system, "
           "name\n(A, B, … unless given), and every parameter that “diptych-cli ask --help” lists. A "
           "value with a\ncomma goes in double quotes, with \\\" for a quote; JSON may be written as it "
           "is:\n"
           "  --lane 'model=A,temperature=0,stop=[\"a\",\"b\"],system=\"Short, please.\"'\n"
           "A lane without provider and base-url is for the server of --provider or --base-url.\n"
           "\n"
           "A line of the prompts file is {\"id\":…,\"prompt\":…} or {\"id\":…,\"messages\":[…]}. "
           "Optional: \"system\"\n(instead of the lane's), \"images\" (paths, seen from the file), "
           "\"vars\" ({\"x\":1} makes 1 of {{x}}).\n"
           "\n"
           "A line of results.jsonl is one answer: {\"id\",\"lane\",\"repeat\",\"sweep\",\"status\","
           "\"text\",\"model\",\n\"usage\",\"cost_usd\",\"timings\",\"error\"}. It is written when the "
           "answer came, whatever came. Killed or\nstopped, call it again with the same --lane, "
           "--sweep, --repeat, prompts and --out: it asks only for\nwhat is not there. Ctrl+C waits for "
           "the answers on their way; a second one drops them.\n"
           "\n"
           "--max-cost counts the server's figures, else the catalogue's prices. Before it asks it "
           "sets aside\nwhat an answer may cost: 3 bytes are a token, an answer without max_tokens has "
           "4,096, and none\ncosts less than the dearest of its lane so far. Only max_tokens makes "
           "sure of it.\n"
           "\n"
           "Keys come from the environment or the key store (see “diptych-cli ask --help”). "
           "DIPTYCH_API_KEY is\nsent to the server of --provider or --base-url, not to others that "
           "lanes name.\n"
           "\n"
           "Exit codes: 0 all answers are complete, 1 some failed or were cut off (results.jsonl says "
           "which)\nor the folder cannot be written, 2 usage or a malformed prompts file (nothing was "
           "sent),\n8 --max-cost is reached, 130 stopped by Ctrl+C.\n"_s;
}

QList<QCommandLineOption> CompareCommand::options() const
{
    return compareOptionTable();
}

void CompareCommand::failUsage(const QString &sentence)
{
    printUsageError(*this, sentence);
    emit ended(ExitCode::Usage);
}

void CompareCommand::tell(const QString &sentence)
{
    m_errors.writeLine("diptych-cli: " + sentence.toUtf8());
}

void CompareCommand::run(const QCommandLineParser &arguments)
{
    const auto options = readCompareOptions(arguments);
    if (!options)
        return failUsage(options.error().message);
    m_options = *options;
    auto prompts = PromptsFile::open(m_options.promptFile);
    if (!prompts)
        return failUsage(u"--prompt-file: "_s + prompts.error().message);
    m_plan = {m_options.lanes, m_options.grid, m_options.repeat, std::move(*prompts)};
    m_services = std::make_unique<Services>(
        Services::Options{profilePaths(arguments), Store::Role::Guest, nullptr, nullptr, {}});
    tellOfBrokenSettings(*m_services->settings, m_errors);
    chooseNextProvider();
}

/// Lane by lane: the key store is asked for one key at a time.
void CompareCommand::chooseNextProvider()
{
    if (m_chosen.size() == m_plan.lanes.size())
        return askForPrices();
    CompareLane &lane = m_plan.lanes[m_chosen.size()];
    const ProviderRequest &request = lane.provider.isEmpty() ? m_options.provider : lane.provider;
    chooseProvider(*m_services, request, this, [this, &lane](const Result<ChosenProvider> &chosen) {
        if (!chosen)
            return failUsage(u"lane %1: %2"_s.arg(lane.name, chosen.error().message));
        if (!chooseModel(lane, chosen->provider))
            return;
        // What was asked of one server is not gone on with at another.
        lane.provider.name = chosen->provider.id;
        lane.provider.baseUrl = keptAddress(chosen->provider.baseUrl);
        m_chosen.append(*chosen);
        chooseNextProvider();
    });
}

bool CompareCommand::chooseModel(CompareLane &lane, const Provider &provider)
{
    const Preferences &preferences = m_services->settings->preferences();
    if (lane.model.isEmpty() && preferences.defaultProvider == provider.id)
        lane.model = preferences.defaultModel;
    if (lane.model.isEmpty() && provider.dialect == Dialect::Demo)
        lane.model = demoModel();
    if (!lane.model.isEmpty())
        return true;
    failUsage(u"lane %1: no model is chosen; name one with model=MODEL"_s.arg(lane.name));
    return false;
}

/// A server without a list is no reason to stop: prices are unknown then.
void CompareCommand::askForPrices()
{
    const auto countdown = std::make_shared<Countdown>();
    QStringList asked;
    for (const ChosenProvider &chosen : std::as_const(m_chosen)) {
        if (asked.contains(chosen.provider.id))
            continue;
        asked.append(chosen.provider.id);
        ++countdown->left;
        whenDone(m_services->catalogue->refresh(chosen.provider, chosen.key), this,
                 [this, countdown](const Result<QList<ModelInfo>> &) {
                     if (--countdown->left == 0)
                         begin();
                 });
    }
}

bool CompareCommand::pricesAreKnown()
{
    for (int i = 0; m_options.maxCostUsd && i < m_plan.lanes.size(); ++i) {
        const CompareLane &lane = m_plan.lanes.at(i);
        const Provider &provider = m_chosen.at(i).provider;
        const ModelInfo model = m_services->catalogue->model(provider.id, lane.model);
        if (estimateCost({}, {}, model, provider))
            continue;
        failUsage(u"--max-cost cannot be kept: nobody says what “%1” of lane %2 costs"_s.arg(
            lane.model, lane.name));
        return false;
    }
    return true;
}

bool CompareCommand::openResults()
{
    auto results = ResultsFile::open(m_options.outFolder, m_plan,
                                     m_options.retryFailed ? ResultsFile::Failed::AskAgain
                                                           : ResultsFile::Failed::Keep);
    if (results) {
        m_results = std::move(*results);
        return true;
    }
    if (results.error().kind == ErrorKind::InvalidRequest) {
        failUsage(u"--out: "_s + results.error().message);
    } else {
        tell(results.error().message);
        emit ended(ExitCode::Failed);
    }
    return false;
}

void CompareCommand::begin()
{
    if (!pricesAreKnown() || !openResults())
        return;
    m_doneBefore = m_results->count();
    if (m_results->dropped() > 0)
        tell(u"%1 lines of results.jsonl were damaged; they are asked for again"_s.arg(
            m_results->dropped()));
    if (m_doneBefore > 0)
        tell(u"going on: %1 of %2 answers are there"_s.arg(m_doneBefore).arg(m_plan.size()));
    m_run = std::make_unique<CompareRun>(
        *m_services, m_plan, m_chosen, *m_results,
        CompareRun::Options{m_options.concurrency, m_options.maxCostUsd});
    connect(m_run.get(), &CompareRun::ended, this, &CompareCommand::finish);
    connect(m_run.get(), &CompareRun::withheld, this,
            [this](int lane, const QStringList &parameters) {
                tell(u"lane %1: not sent, because its server does not take it: %2"_s.arg(
                    m_plan.lanes.at(lane).name, parameters.join(u", "_s)));
            });
    m_rate.note(m_services->clock->monotonic(), 0);
    m_tick.start(m_errors.isTerminal() ? kTerminalTick : kLogTick);
    m_run->start();
}

CompareProgress CompareCommand::progress() const
{
    return {.done = m_doneBefore + m_run->askedNow(),
            .total = m_plan.size(),
            .failed = m_results->failedCount() + m_run->failed(),
            .spentUsd = m_run->spentUsd(),
            .answersPerSecond = m_rate.perSecond()};
}

void CompareCommand::showProgress()
{
    m_rate.note(m_services->clock->monotonic(), m_run->askedNow());
    const QByteArray line = progress().line().toUtf8();
    if (m_errors.isTerminal())
        m_errors.showStatus(line);
    else
        m_errors.writeLine(line);
}

void CompareCommand::interrupt()
{
    if (!m_run) {
        emit ended(ExitCode::Cancelled);
        return;
    }
    m_run->interrupt();
    if (const qsizetype coming = m_run->inFlight(); coming > 0)
        tell(u"stopping; %1 answers are on their way, Ctrl+C again drops them"_s.arg(coming));
}

void CompareCommand::finish(CompareRun::End end)
{
    m_tick.stop();
    m_rate.note(m_services->clock->monotonic(), m_run->askedNow());
    for (const auto write : {writeCompareCsv, writeComparePage}) {
        if (const auto written = write(m_options.outFolder, m_plan, *m_results); !written) {
            tell(written.error().message);
            end = CompareRun::End::Broken;
        }
    }
    if (const auto error = m_run->error())
        tell(error->message);
    m_errors.writeLine(progress().line().toUtf8());
    tell(u"see %1"_s.arg(QDir(m_options.outFolder).filePath(u"index.html"_s)));
    switch (end) {
    case CompareRun::End::Whole:
        emit ended(progress().failed > 0 ? ExitCode::Failed : ExitCode::Complete);
        return;
    case CompareRun::End::Ceiling:
        tell(u"stopped before more than %1 was spent; a larger --max-cost goes on"_s.arg(
            dollarText(m_options.maxCostUsd.value_or(0))));
        emit ended(ExitCode::Ceiling);
        return;
    case CompareRun::End::Interrupted:
        emit ended(ExitCode::Cancelled);
        return;
    case CompareRun::End::Broken:
        emit ended(ExitCode::Failed);
        return;
    }
}

} // namespace app
