// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/transcript/transcript_clipboard.h"

#include <QClipboard>
#include <QObject>

namespace ui {

/// Puts so much text on the clipboard that a worker has to make it ready. What was there before
/// stays until then; when something else is copied meanwhile, that stays. GUI thread.
class LongCopy : public QObject
{
    Q_OBJECT
public:
    explicit LongCopy(QClipboard::Mode mode, QObject *parent = nullptr);

    void start(const QList<Excerpt> &excerpts);
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_running; }

signals:
    void runningChanged(bool running);

private:
    void setRunning(bool running);

    const QClipboard::Mode m_mode;
    int m_number = 0; ///< of the last one started or cancelled
    bool m_running = false;
};

} // namespace ui
