// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"

#include "app/cli/ask_command.h"
#include "app/cli/compare/compare_command.h"
#include "app/cli/export_command.h"
#include "app/cli/models_command.h"
#include "app/cli/record_command.h"

namespace app {

std::vector<std::unique_ptr<Command>> makeCommands()
{
    std::vector<std::unique_ptr<Command>> commands;
    commands.push_back(std::make_unique<AskCommand>());
    commands.push_back(std::make_unique<CompareCommand>());
    commands.push_back(std::make_unique<ExportCommand>());
    commands.push_back(std::make_unique<ModelsCommand>());
    commands.push_back(std::make_unique<RecordCommand>());
    return commands;
}

} // namespace app
