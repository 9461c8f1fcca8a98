// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/demo_request.h"
#include "app/demo/demo_script.h"

#include <span>

namespace app {

/// One model of the demo. What it says depends on the request alone.
struct DemoModel
{
    QLatin1StringView id;
    QLatin1StringView description;
    QLatin1StringView tags; ///< separated by spaces, as in the list of DeepInfra
    DemoScript (*answer)(const DemoRequest &request);
    bool takesTools = false;
    bool takesFormats = false;
    int contextLength = 32'768; ///< tokens
};

[[nodiscard]] std::span<const DemoModel> demoModels();
[[nodiscard]] const DemoModel *findDemoModel(QStringView id);

// The models, one file for each family.
[[nodiscard]] DemoScript tourAnswer(const DemoRequest &request);
[[nodiscard]] DemoScript slowAnswer(const DemoRequest &request);
[[nodiscard]] DemoScript lengthAnswer(const DemoRequest &request);
[[nodiscard]] DemoScript anewAnswer(const DemoRequest &request);
[[nodiscard]] DemoScript smallAnswer(const DemoRequest &request);
[[nodiscard]] DemoScript diceAnswer(const DemoRequest &request);
[[nodiscard]] DemoScript reasonerAnswer(const DemoRequest &request);
[[nodiscard]] DemoScript toolsAnswer(const DemoRequest &request);
[[nodiscard]] DemoScript visionAnswer(const DemoRequest &request);
[[nodiscard]] DemoScript jsonAnswer(const DemoRequest &request);
[[nodiscard]] DemoScript errorAnswer(const DemoRequest &request); ///< which one: by the model's id

} // namespace app
