// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/catalogue/model_info.h"

namespace app {

QString shortModelName(const QString &id)
{
    // llama-server gives the path of a file, on Windows with the other slash.
    const qsizetype slash = std::max(id.lastIndexOf(u'/'), id.lastIndexOf(u'\\'));
    const QString last = id.sliced(slash + 1);
    return last.isEmpty() ? id : last;
}

} // namespace app
