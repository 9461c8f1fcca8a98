// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QDBusVariant;

namespace ui {

/// Whether the desktop wants dark windows: Qt's own answer where it has one (6.5), else the XDG
/// desktop portal's `org.freedesktop.appearance color-scheme`, else how dark the platform's palette
/// is. Asking never waits: the portal's answer comes later as changed().
/// https://flatpak.github.io/xdg-desktop-portal/docs/doc-org.freedesktop.portal.Settings.html
class SystemScheme : public QObject
{
    Q_OBJECT
public:
    explicit SystemScheme(QObject *parent = nullptr);

    [[nodiscard]] bool isDark() const { return m_dark; }

signals:
    void changed();

private slots:
    void settingChanged(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void askPortal();
    void takePortalValue(uint colourScheme);
    void setDark(bool dark);

    bool m_dark = false;
};

} // namespace ui
