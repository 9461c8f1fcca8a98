// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QVariantMap>

namespace ui {

/// The desktop's own way of taking a picture of the screen, where programs may not take one
/// themselves (org.freedesktop.portal.Screenshot, over the session bus). The desktop asks the user
/// what is to be on it. One call; one of the signals comes once, not before control returned to the
/// event loop.
class ScreenshotPortal : public QObject
{
    Q_OBJECT
public:
    explicit ScreenshotPortal(QObject *parent = nullptr);

    void ask();

signals:
    void taken(const QString &path); ///< the file that the desktop wrote
    void dismissed(); ///< by the user
    void missing(); ///< there is no such service

private slots:
    void takeResponse(uint response, const QVariantMap &results);

private:
    bool m_isOver = false;
};

} // namespace ui
