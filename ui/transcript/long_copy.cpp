// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/long_copy.h"

#include "app/base/when_done.h"

#include <QGuiApplication>
#include <QMimeData>
#include <QtConcurrentRun>

namespace ui {

LongCopy::LongCopy(QClipboard::Mode mode, QObject *parent) : QObject(parent), m_mode(mode)
{
    connect(QGuiApplication::clipboard(), &QClipboard::changed, this,
            [this](QClipboard::Mode what) {
                if (what == m_mode)
                    cancel(); // something newer
            });
}

void LongCopy::start(const QList<Excerpt> &excerpts)
{
    const int number = ++m_number;
    setRunning(true);
    const auto copied = QtConcurrent::run([excerpts] { return copiedText(excerpts); });
    app::whenDone(copied, this, [this, number](const CopiedText &text) {
        if (number != m_number)
            return;
        QGuiApplication::clipboard()->setMimeData(clipboardData(text).release(), m_mode);
        setRunning(false);
    });
}

void LongCopy::cancel()
{
    ++m_number;
    setRunning(false);
}

void LongCopy::setRunning(bool running)
{
    if (std::exchange(m_running, running) != running)
        emit runningChanged(running);
}

} // namespace ui
