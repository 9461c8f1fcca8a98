// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chat/spending.h"
#include "app/cli/compare/compare_job.h"
#include "app/cli/compare/compare_plan.h"
#include "app/cli/compare/results_file.h"

#include <QObject>
#include <QSet>

#include <map>

namespace app {

struct Services;

/// Asks for every answer of a plan that has none yet and writes each as it comes; keeps none in
/// memory. So many at a time as is asked for, each lane its share, so that one that waits for its
/// server does not hold up the others; some more are made ready meanwhile, so that a place that
/// becomes free is taken at once. An answer that fails is a result like others. GUI thread.
class CompareRun : public QObject
{
    Q_OBJECT
public:
    struct Options
    {
        int concurrency = 8;
        std::optional<double> maxCostUsd;
    };
    enum class End {
        Whole,
        Ceiling, ///< another answer would have passed --max-cost
        Interrupted, ///< by interrupt()
        Broken, ///< the results cannot be written: error()
    };

    /// References outlive it. One of `chosen` for each lane of the plan.
    CompareRun(Services &services, const ComparePlan &plan, QList<ChosenProvider> chosen,
               ResultsFile &results, const Options &options, QObject *parent = nullptr);
    ~CompareRun() override;

    void start();
    /// Asks for nothing more, and ends when the answers on their way have come.
    void interrupt();

    [[nodiscard]] qsizetype inFlight() const { return qsizetype(m_jobs.size()); }
    [[nodiscard]] qsizetype askedNow() const { return m_asked; } ///< that have come to their end
    [[nodiscard]] qsizetype failed() const { return m_failed; }
    [[nodiscard]] double spentUsd() const { return m_budget.spentUsd(); }
    [[nodiscard]] std::optional<Error> error() const { return m_error; }

signals:
    /// Once for a lane: parameters that its server does not take.
    void withheld(int lane, const QStringList &parameters);
    void ended(app::CompareRun::End end); ///< once and last, through the event loop

private:
    struct Pending
    {
        std::unique_ptr<CompareJob> job;
        std::optional<double> estimateUsd = {}; ///< set aside
    };

    void fillUp();
    void prepareMore();
    void sendReady();
    [[nodiscard]] std::optional<CompareCell> nextCell();
    [[nodiscard]] std::optional<qsizetype> takeReady();
    void begin(const CompareCell &cell);
    [[nodiscard]] RequestPlan requestFor(const CompareCell &cell, const ComparePrompt &prompt);
    void askForMoney(qsizetype cell);
    void send(qsizetype cell, double estimateUsd);
    void askAgainForMoney();
    void finish(qsizetype cell, const RunOutcome &outcome);
    void write(qsizetype cell, const Run &run, const RunOutcome &outcome);
    void stop(End end);
    void dropUnasked();
    void endWhenIdle();

    Services &m_services;
    const ComparePlan &m_plan;
    QList<ChosenProvider> m_chosen;
    ResultsFile &m_results;
    Options m_options;
    Budget m_budget;
    QList<qsizetype> m_next; ///< by lane: the number of its next answer
    QList<int> m_laneJobs; ///< by lane: on their way or being made ready
    QList<int> m_laneSent; ///< by lane: of these, those that were sent
    QList<double> m_dearest; ///< by lane: USD of its dearest answer so far
    std::map<qsizetype, Pending> m_jobs; ///< by cell
    QList<qsizetype> m_ready; ///< to be sent, in the order of their cells' turns
    qsizetype m_readyBytes = 0; ///< of the bodies of these
    QList<qsizetype> m_waitingForMoney;
    qsizetype m_sent = 0; ///< on their way
    std::optional<End> m_end;
    std::optional<Error> m_error;
    qsizetype m_asked = 0;
    qsizetype m_failed = 0;
    QSet<int> m_toldWithheld; ///< lanes
    bool m_isFilling = false;
    bool m_isOver = false;
};

} // namespace app
