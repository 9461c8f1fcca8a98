// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QSize>

namespace tests {

/// An X server without a screen (Xvfb), and somebody at its keyboard (xdotool). Ends with the
/// object.
class VirtualDisplay
{
public:
    explicit VirtualDisplay(QSize size);
    ~VirtualDisplay();
    VirtualDisplay(const VirtualDisplay &) = delete;
    VirtualDisplay &operator=(const VirtualDisplay &) = delete;

    /// The names of the programs that this needs and that are not there.
    [[nodiscard]] static QStringList missingPrograms();

    [[nodiscard]] bool isRunning() const { return !m_name.isEmpty(); }
    /// What DISPLAY must be: ":99".
    [[nodiscard]] QString name() const { return m_name; }

    /// The visible window of that process; empty while it has none.
    [[nodiscard]] QString windowOf(qint64 processId) const;
    [[nodiscard]] QString titleOf(const QString &window) const;
    [[nodiscard]] QSize sizeOf(const QString &window) const;
    /// Gives the window the keyboard: there is no window manager that would.
    void focus(const QString &window) const;
    void type(const QString &text) const;
    void press(const QString &key) const;
    /// A picture of the whole display; false without ImageMagick.
    bool savePicture(const QString &file) const;

private:
    QByteArray xdotool(const QStringList &arguments) const;

    QProcess m_server;
    QString m_name;
};

} // namespace tests
