// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLoggingCategory>

namespace app {

// Every category of the program; plain qDebug() is not used. Keys, prompts and answers are never
// logged. Switch on with QT_LOGGING_RULES="diptych.net.debug=true".
Q_DECLARE_LOGGING_CATEGORY(logNet)
Q_DECLARE_LOGGING_CATEGORY(logStore)
Q_DECLARE_LOGGING_CATEGORY(logChat)
Q_DECLARE_LOGGING_CATEGORY(logSettings)
Q_DECLARE_LOGGING_CATEGORY(logMarkdown)
Q_DECLARE_LOGGING_CATEGORY(logInterface)
Q_DECLARE_LOGGING_CATEGORY(logFrames) ///< what each frame of the transcript cost

} // namespace app
