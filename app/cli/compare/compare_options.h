// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chat/sweep.h"
#include "app/cli/compare/compare_lane.h"

namespace app {

/// What a call of `compare` wants, read and checked but for the prompts file.
struct CompareOptions
{
    ProviderRequest provider; ///< of lanes that name none
    QList<CompareLane> lanes;
    QList<QJsonObject> grid;
    int repeat = 1;
    int concurrency = 8;
    std::optional<double> maxCostUsd;
    QString promptFile;
    QString outFolder;
    bool retryFailed = false;
};

[[nodiscard]] QList<QCommandLineOption> compareOptionTable();
/// An error is a sentence about the usage that names the option.
[[nodiscard]] Result<CompareOptions> readCompareOptions(const QCommandLineParser &arguments);

} // namespace app
