// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QTemporaryDir>

namespace tests {

/// A session bus with the bus of assistive technologies beside it, as a desktop with a screen
/// reader has them. Both end with the object.
class AccessibilityBus
{
public:
    /// On a display (":99"), where the registry watches the keyboard.
    explicit AccessibilityBus(const QString &display);
    ~AccessibilityBus();
    AccessibilityBus(const AccessibilityBus &) = delete;
    AccessibilityBus &operator=(const AccessibilityBus &) = delete;

    /// The programs and modules that this needs and that are not there.
    [[nodiscard]] static QStringList missing();

    [[nodiscard]] bool isRunning() const { return m_running; }
    /// What programs on it must be started with.
    [[nodiscard]] const QProcessEnvironment &environment() const { return m_environment; }

private:
    [[nodiscard]] bool startSession();
    [[nodiscard]] bool enable();

    QTemporaryDir m_runtime;
    QProcessEnvironment m_environment;
    QProcess m_session;
    QProcess m_launcher;
    bool m_running = false;
};

/// Debian's own Python, which finds the modules that Debian packages.
[[nodiscard]] QString systemPython();

} // namespace tests
