// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/application/screenshot.h"

#include <QEvent>
#include <QPixmap>
#include <QWidget>

namespace ui {

namespace {
constexpr int kLookMs = 50;
constexpr int kQuietMs = 350;
} // namespace

Screenshot::Screenshot(QWidget &window, QString file, QObject *parent)
    : QObject(parent), m_window(window), m_file(std::move(file))
{
    m_timer.setInterval(kLookMs);
    connect(&m_timer, &QTimer::timeout, this, &Screenshot::look);
    m_window.installEventFilter(this);
}

void Screenshot::start()
{
    m_sincePaint.start();
    m_timer.start();
}

bool Screenshot::eventFilter(QObject *watched, QEvent *event)
{
    // A window is told once for all that is to be painted in it.
    if (event->type() == QEvent::UpdateRequest)
        m_sincePaint.start();
    return QObject::eventFilter(watched, event);
}

void Screenshot::look()
{
    if (m_isBusy && m_isBusy())
        m_sincePaint.start();
    if (m_sincePaint.elapsed() < kQuietMs)
        return;
    m_timer.stop();
    emit finished(m_window.grab().save(m_file));
}

} // namespace ui
