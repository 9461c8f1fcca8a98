// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace tests {

/// How often a test repeats what costs time each time: DIPTYCH_TEST_PERCENT (100) of `count`. The
/// sanitizers take less, since everything takes ten times as long with them; somebody who hunts for
/// a rare fault takes more.
inline int scaled(int count)
{
    bool set = false;
    const int percent = qEnvironmentVariableIntValue("DIPTYCH_TEST_PERCENT", &set);
    return qMax(1, int(qint64(count) * (set ? percent : 100) / 100));
}

} // namespace tests
