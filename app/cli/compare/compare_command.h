// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "app/cli/compare/compare_options.h"
#include "app/cli/compare/compare_progress.h"
#include "app/cli/compare/compare_run.h"
#include "app/cli/terminal.h"

#include <QTimer>

namespace app {

/// `diptych-cli compare`: many prompts to several lanes, into a folder. Checks everything first,
/// asks for the prices, then runs. Progress goes to standard error.
class CompareCommand final : public Command
{
    Q_OBJECT
public:
    CompareCommand();
    ~CompareCommand() override;

    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] QString notes() const override;
    [[nodiscard]] QList<QCommandLineOption> options() const override;

    void run(const QCommandLineParser &arguments) override;
    void interrupt() override;

private:
    void failUsage(const QString &sentence);
    void chooseNextProvider();
    [[nodiscard]] bool chooseModel(CompareLane &lane, const Provider &provider);
    void askForPrices();
    void begin();
    [[nodiscard]] bool pricesAreKnown();
    [[nodiscard]] bool openResults();
    void showProgress();
    [[nodiscard]] CompareProgress progress() const;
    void finish(CompareRun::End end);
    void tell(const QString &sentence);

    Terminal m_errors{stderr};
    CompareOptions m_options;
    ComparePlan m_plan;
    QList<ChosenProvider> m_chosen; ///< by lane, as far as they are
    std::unique_ptr<Services> m_services;
    std::unique_ptr<ResultsFile> m_results;
    std::unique_ptr<CompareRun> m_run; ///< after the services it uses
    qsizetype m_doneBefore = 0;
    RecentRate m_rate;
    QTimer m_tick;
};

} // namespace app
