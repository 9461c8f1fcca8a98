// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QList>
#include <QTimer>

namespace ui {

/// Makes the fonts of transcripts ready while nobody waits: the first word in a weight or a family
/// costs some milliseconds, which an answer or a jump would have to spend in one frame. Begins a
/// moment after it is made, does one font per turn of the event loop, and is silent then. GUI
/// thread.
class FontWarming : public QObject
{
    Q_OBJECT
public:
    /// The theme must outlive it.
    explicit FontWarming(const Theme &theme, QObject *parent = nullptr);

    [[nodiscard]] bool isDone() const { return m_begun && m_fonts.isEmpty(); }

private:
    void warmNext();

    const Theme &m_theme;
    QTimer m_timer;
    QList<QFont> m_fonts; ///< still to do
    bool m_begun = false;
};

} // namespace ui
