// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/attachments/attached_image.h"
#include "ui/theme/theme.h"

#include <QObject>
#include <QPointer>

namespace ui {

class CaptureOverlay;

/// Lets the user take a part of the screen. Under X11 and wherever else a program may look at the
/// screens, the window steps aside and a picture of each screen is drawn on (CaptureOverlay); under
/// Wayland the desktop does it (ScreenshotPortal). A child of its window; one capture at a time.
class ScreenCapture : public QObject
{
    Q_OBJECT
public:
    ScreenCapture(const Theme &theme, QWidget *window);
    ~ScreenCapture() override;

    /// Nothing while one is under way.
    void start();

signals:
    void taken(const ui::ImageSource &image);
    /// A sentence for the user.
    void failed(const QString &sentence);

private:
    void askPortal();
    void stepAside();
    void grab();
    void finish();

    const Theme &m_theme;
    QWidget *m_window;
    QList<QPointer<CaptureOverlay>> m_overlays; ///< one a screen
    bool m_isRunning = false;
};

} // namespace ui
