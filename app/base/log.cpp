// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/log.h"

namespace app {

Q_LOGGING_CATEGORY(logNet, "diptych.net", QtWarningMsg)
Q_LOGGING_CATEGORY(logStore, "diptych.store", QtWarningMsg)
Q_LOGGING_CATEGORY(logChat, "diptych.chat", QtWarningMsg)
Q_LOGGING_CATEGORY(logSettings, "diptych.settings", QtWarningMsg)
Q_LOGGING_CATEGORY(logMarkdown, "diptych.markdown", QtWarningMsg)
Q_LOGGING_CATEGORY(logInterface, "diptych.interface", QtWarningMsg)
Q_LOGGING_CATEGORY(logFrames, "diptych.frames", QtWarningMsg)

} // namespace app
