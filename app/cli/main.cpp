// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command_line.h"

#include <QCoreApplication>

#include <fcntl.h>
#include <unistd.h>

namespace {

/// What is opened later would else take the place of a closed standard stream: a pipe of this
/// program would be read as its input.
void openStandardStreams()
{
    int opened = open("/dev/null", O_RDWR);
    while (opened >= STDIN_FILENO && opened <= STDERR_FILENO)
        opened = open("/dev/null", O_RDWR);
    if (opened > STDERR_FILENO)
        close(opened);
}

} // namespace

int main(int argc, char **argv)
{
    openStandardStreams();
    const QCoreApplication application(argc, argv);
    return app::runCommandLine(QCoreApplication::arguments());
}
