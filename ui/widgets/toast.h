// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QTimer>
#include <QWidget>

#include <functional>

namespace ui {

class ElidedLabel;
class FlatButton;

/// A sentence with an action that floats above the lower edge of its parent and leaves by itself:
/// "Conversation deleted. Undo". It stays while the pointer or the focus is on it.
class Toast : public QWidget
{
    Q_OBJECT
public:
    Toast(const Theme &theme, QWidget *parent);

    /// Replaces what was shown; an action not taken by then is forgotten. Plain text.
    void showMessage(const QString &text, const QString &actionText = QString(),
                     std::function<void()> action = {});

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();
    void leave();

    const Theme &m_theme;
    ElidedLabel *m_label;
    FlatButton *m_button;
    QTimer m_timer;
    std::function<void()> m_action;
};

} // namespace ui
