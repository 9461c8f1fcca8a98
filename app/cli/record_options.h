// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/ids.h"
#include "app/base/result.h"
#include "app/record/request_script.h"

#include <QCommandLineOption>

class QCommandLineParser;

namespace app {

/// What `diptych-cli record` is asked for.
struct RecordOptions
{
    enum class Output { Summary, Json, Body, Raw, Script };

    bool isList = false;
    bool isNewest = false; ///< in place of an id
    RunId run;
    Output output = Output::Summary;
    ScriptLanguage language = ScriptLanguage::Curl;
    QString folder; ///< for a script and its images; empty: standard output
};

[[nodiscard]] QList<QCommandLineOption> recordOptionTable();
/// InvalidRequest says what is wrong with them.
[[nodiscard]] Result<RecordOptions> readRecordOptions(const QCommandLineParser &arguments);

} // namespace app
