// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/catalogue/model_info.h"
#include "app/cli/command.h"
#include "app/cli/provider_choice.h"
#include "app/cli/terminal.h"

namespace app {

struct Services;

/// `diptych-cli models`: what a server offers.
class ModelsCommand final : public Command
{
    Q_OBJECT
public:
    ModelsCommand();
    ~ModelsCommand() override;

    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] QString notes() const override;
    [[nodiscard]] QList<QCommandLineOption> options() const override;

    void run(const QCommandLineParser &arguments) override;
    void interrupt() override;

private:
    void list(const ChosenProvider &chosen);
    void tellOfHidden(int count);
    void print(const QList<ModelInfo> &models);

    Terminal m_output{stdout};
    Terminal m_errors{stderr};
    bool m_json = false;
    std::unique_ptr<Services> m_services;
};

} // namespace app
