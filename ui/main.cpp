// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/application/application.h"

#include <QApplication>

using namespace Qt::StringLiterals;

namespace {

/// Nobody looks at a self-test or at the window of a picture: they work without a display too.
void doWithoutDisplay(const QStringList &arguments)
{
    const bool isUnseen =
        arguments.contains(u"--self-test"_s)
        || std::any_of(arguments.begin(), arguments.end(), [](const QString &argument) {
               return argument.startsWith(u"--screenshot");
           });
    if (isUnseen && qEnvironmentVariableIsEmpty("DISPLAY")
        && qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY")
        && qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
}

/// "-platform offscreen" and its like, which only a QApplication takes out.
bool hasOptionsOfQt(const QStringList &arguments)
{
    return std::any_of(arguments.begin(), arguments.end(), [](const QString &argument) {
        return argument.size() > 2 && argument.at(0) == u'-' && argument.at(1) != u'-';
    });
}

QStringList asStrings(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    return arguments;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication::setApplicationName(u"diptych"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(DIPTYCH_VERSION));
    QGuiApplication::setDesktopFileName(u"diptych"_s);

    const QStringList arguments = asStrings(argc, argv);
    if (const ui::LaunchOptions options = ui::parseLaunchOptions(arguments);
        options.task == ui::LaunchOptions::Task::Print && !hasOptionsOfQt(arguments)) {
        const QCoreApplication withoutDisplay(argc, argv);
        return ui::Application(options).run();
    }
    doWithoutDisplay(arguments);
    QApplication application(argc, argv);
    QApplication::setQuitOnLastWindowClosed(false);
    return ui::Application(ui::parseLaunchOptions(QCoreApplication::arguments())).run();
}
