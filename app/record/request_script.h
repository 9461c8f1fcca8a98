// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/record/recorded_run.h"

namespace app {

enum class ScriptLanguage {
    Curl, ///< a script for a POSIX shell; sends the very bytes
    Python, ///< with the package `openai`; sends the same JSON, in the order of that package
    JavaScript, ///< with the fetch() of Node and browsers; the same
};

enum class ScriptImages {
    Inline, ///< the script needs nothing beside it
    Files, ///< they lie beside the script
};

struct ScriptFile
{
    QString name;
    QByteArray bytes;

    bool operator==(const ScriptFile &) const = default;
};

/// A request as a script. Keys are variables of the environment.
struct RequestScript
{
    QByteArray text; ///< UTF-8, ends with a line feed
    QList<ScriptFile> files; ///< to be written beside it
};

/// "request.sh", "request.py", "request.mjs".
[[nodiscard]] QString scriptFileName(ScriptLanguage language);
/// Whether there is a request that another program could send.
[[nodiscard]] bool canBeScript(const RecordedRun &record);
/// Images of which nobody wants to have the base64 on a clipboard.
[[nodiscard]] ScriptImages usualScriptImages(const RecordedRun &record);

/// Only where canBeScript(). Whatever models, prompts and providers are called, it stays text. For
/// a worker.
[[nodiscard]] RequestScript requestScript(const RecordedRun &record, ScriptLanguage language,
                                          ScriptImages images);

/// Name of the file of an image, by its place among those of the request.
[[nodiscard]] QString scriptImageName(const RecordedRun &record, qsizetype image);
/// The variable that stands for the hidden value of a header: "X_API_KEY".
[[nodiscard]] QString headerVariable(const RecordedRun &record, const QByteArray &header);

} // namespace app
