// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/cli/ask_tools.h"
#include "app/cli/provider_choice.h"
#include "app/openai/parameters.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>

namespace app {

/// What a call of `ask` wants, read and checked; files are read already, standard input is not.
struct AskOptions
{
    ProviderRequest provider;
    QString model; ///< empty: the default
    QString systemPrompt;
    QStringList images; ///< files, PDF files, addresses
    QString pages; ///< of the PDF files; empty: all
    ParameterSet parameters;
    QJsonObject extraJson;
    QJsonArray messages; ///< of --messages
    QString prompt;
    bool promptIsInput = false; ///< it is to be read from standard input
    AskToolOptions tools;
    QString templateName; ///< of a prompt of the library, or its file; empty: none
    QHash<QString, QString> variables; ///< of that prompt
    bool save = false;
    bool keepRaw = false; ///< the raw stream too
    bool json = false;
    bool logprobs = false; ///< are to be told
};

[[nodiscard]] QList<QCommandLineOption> askOptionTable();
/// An error is a sentence about the usage that names the option.
[[nodiscard]] Result<AskOptions> readAskOptions(const QCommandLineParser &arguments);
/// Whether there is anything to send; the prompt is known by now.
[[nodiscard]] Result<void> checkPrompt(const AskOptions &options);

} // namespace app
