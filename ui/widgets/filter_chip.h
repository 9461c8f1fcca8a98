// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QAbstractButton>

class QMenu;

namespace ui {

/// A small button with a round edge that lets through some rows of a list: on or off, or with a
/// menu of what it lets through. One that is on has a tick, or stands on the ground of what is
/// chosen where its menu's words say it. Space and Return press it.
class FilterChip : public QAbstractButton
{
    Q_OBJECT
public:
    FilterChip(const Theme &theme, const QString &text, QWidget *parent = nullptr);

    /// The chip opens it when it is pressed; it is no longer on or off by itself.
    void setMenu(QMenu *menu);
    void setOn(bool on);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    const Theme &m_theme;
    QMenu *m_menu = nullptr;
};

} // namespace ui
