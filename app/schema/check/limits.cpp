// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/schema/check/limits.h"

#include <QtGlobal>

#include <csignal>

#include <sys/resource.h>
#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif

namespace app {

namespace {

constexpr rlim_t kMemory = rlim_t(1536) * 1024 * 1024;
constexpr rlim_t kStack = rlim_t(64) * 1024 * 1024;
constexpr rlim_t kSeconds = 5;

/// The type of a resource differs from system to system.
template <typename Resource>
void lower(Resource which, rlim_t value)
{
    rlimit limit{};
    if (getrlimit(which, &limit) != 0)
        return;
    limit.rlim_cur =
        limit.rlim_max == RLIM_INFINITY || value < limit.rlim_max ? value : limit.rlim_max;
    setrlimit(which, &limit);
}

} // namespace

void limitThisProcess()
{
    lower(RLIMIT_CORE, 0);
    lower(RLIMIT_STACK, kStack);
    // The sanitizers map terabytes that they never touch.
#if !defined(__SANITIZE_ADDRESS__)
    lower(RLIMIT_AS, kMemory);
#endif
#ifdef Q_OS_LINUX
    prctl(PR_SET_PDEATHSIG, SIGKILL);
#endif
}

void limitNextCheck()
{
    rusage used{};
    if (getrusage(RUSAGE_SELF, &used) != 0)
        return;
    // What was used so far counts too, rounded up.
    lower(RLIMIT_CPU, rlim_t(used.ru_utime.tv_sec + used.ru_stime.tv_sec) + 2 + kSeconds);
}

} // namespace app
