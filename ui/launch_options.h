// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/paths.h"

#include <QCoreApplication>
#include <QStringList>
#include <QUrl>

namespace ui {

/// What the window was started with. A value; a second start hands it to the first as JSON.
struct LaunchOptions
{
    Q_DECLARE_TR_FUNCTIONS(LaunchOptions)
public:
    enum class Task {
        Window,
        Screenshot, ///< show the window, wait until nothing runs, write its picture, leave
        SelfTest,
        Print, ///< `text` to standard output (or error, where `exitCode` is not 0), leave
    };
    Task task = Task::Window;
    QString profile; ///< folder; empty: the user's
    QString ask; ///< a prompt to send at once
    QStringList images; ///< with it, or to be written about: absolute paths
    QString model;
    QString set; ///< of lanes: a name, or the absolute path of a file
    QUrl baseUrl;
    QString screenshot;
    QString text;
    int exitCode = 0;

    [[nodiscard]] app::Paths paths() const;
    /// Pictures and self-tests look at their own start only.
    [[nodiscard]] bool mayBeHandedOver() const { return task == Task::Window; }

    /// What concerns a window that already runs.
    [[nodiscard]] QByteArray toMessage() const;
    [[nodiscard]] static LaunchOptions fromMessage(const QByteArray &message);

    bool operator==(const LaunchOptions &) const = default;
};

/// `arguments` with the program's name first; without those that Qt took.
[[nodiscard]] LaunchOptions parseLaunchOptions(const QStringList &arguments);

} // namespace ui
