// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/attachments/screen_capture.h"

#include "ui/attachments/capture_overlay.h"
#include "ui/attachments/screenshot_portal.h"

#include <QGuiApplication>
#include <QScreen>
#include <QTimer>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ui {

namespace {
/// Until the window manager has put the window away and painted what was behind it.
constexpr auto kStepAside = 350ms;
} // namespace

ScreenCapture::ScreenCapture(const Theme &theme, QWidget *window)
    : QObject(window), m_theme(theme), m_window(window)
{
}

ScreenCapture::~ScreenCapture()
{
    for (const QPointer<CaptureOverlay> &overlay : std::as_const(m_overlays)) {
        if (overlay)
            overlay->deleteLater();
    }
}

void ScreenCapture::start()
{
    if (std::exchange(m_isRunning, true))
        return;
    if (QGuiApplication::platformName().startsWith("wayland"_L1))
        askPortal();
    else
        stepAside();
}

void ScreenCapture::askPortal()
{
    auto *portal = new ScreenshotPortal(this);
    connect(portal, &ScreenshotPortal::taken, this, [this, portal](const QString &path) {
        portal->deleteLater();
        m_isRunning = false;
        emit taken(ImageFile{path});
    });
    connect(portal, &ScreenshotPortal::dismissed, this, [this, portal] {
        portal->deleteLater();
        m_isRunning = false;
    });
    connect(portal, &ScreenshotPortal::missing, this, [this, portal] {
        portal->deleteLater();
        m_isRunning = false;
        emit failed(tr("This desktop lets no program take pictures of the screen. Take one with "
                       "its own key and paste it here."));
    });
    portal->ask();
}

void ScreenCapture::stepAside()
{
    m_window->window()->showMinimized();
    QTimer::singleShot(kStepAside, this, &ScreenCapture::grab);
}

void ScreenCapture::grab()
{
    // All of them before the first overlay shows.
    QList<std::pair<QScreen *, QPixmap>> pictures;
    for (QScreen *screen : QGuiApplication::screens())
        pictures.append({screen, screen->grabWindow(0)});
    for (const auto &[screen, picture] : std::as_const(pictures)) {
        if (picture.isNull())
            continue;
        auto *overlay = new CaptureOverlay(m_theme, picture);
        m_overlays.append(overlay);
        connect(overlay, &CaptureOverlay::taken, this, [this](const QImage &image) {
            finish();
            emit taken(image);
        });
        connect(overlay, &CaptureOverlay::dismissed, this, &ScreenCapture::finish);
        overlay->showOn(screen);
        overlay->activateWindow();
    }
    if (!m_overlays.isEmpty())
        return;
    finish();
    emit failed(tr("The screen could not be read. Take a picture of it with another program and "
                   "paste it here."));
}

void ScreenCapture::finish()
{
    m_isRunning = false;
    for (const QPointer<CaptureOverlay> &overlay : std::as_const(m_overlays)) {
        if (!overlay)
            continue;
        overlay->hide();
        overlay->deleteLater(); // one of them is on the stack
    }
    m_overlays.clear();
    QWidget *window = m_window->window();
    window->setWindowState(window->windowState() & ~Qt::WindowMinimized);
    window->show();
    window->raise();
    window->activateWindow();
}

} // namespace ui
