// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/paths.h"
#include "app/cli/ask_options.h"
#include "app/cli/command.h"
#include "app/cli/standard_input.h"
#include "app/cli/terminal.h"

namespace app {

class AskRun;
struct Services;

/// `diptych-cli ask`: one prompt, one answer.
class AskCommand final : public Command
{
    Q_OBJECT
public:
    AskCommand();
    ~AskCommand() override;

    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] QString notes() const override;
    [[nodiscard]] QList<QCommandLineOption> options() const override;
    [[nodiscard]] QHash<QString, QString> numbersLeftOut() const override;
    [[nodiscard]] QList<Positional> positionals() const override;

    void run(const QCommandLineParser &arguments) override;
    void interrupt() override;

private:
    void readInput();
    void start();
    void makeRun();
    void failUsage(const QString &sentence);

    Terminal m_output{stdout};
    Terminal m_errors{stderr};
    AskOptions m_options;
    Paths m_paths;
    std::unique_ptr<StandardInput> m_input; ///< while it is read
    std::unique_ptr<Services> m_services;
    std::unique_ptr<AskRun> m_run; ///< after the services it uses
};

} // namespace app
