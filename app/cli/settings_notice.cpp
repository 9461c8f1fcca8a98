// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/settings_notice.h"

#include "app/cli/terminal.h"
#include "app/settings/settings.h"

namespace app {

void tellOfBrokenSettings(const Settings &settings, Terminal &errors)
{
    if (!settings.setAside().isEmpty())
        errors.writeLine("the settings could not be read; they were set aside as "
                         + settings.setAside().toUtf8());
}

} // namespace app
