// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

class QLabel;

namespace ui {

class FlatButton;

/// One sentence across an area, with at most one action. Hidden until there is something to say.
class MessageBar : public QWidget
{
    Q_OBJECT
public:
    enum class Tone { Plain, Warning, Danger };

    explicit MessageBar(const Theme &theme, QWidget *parent = nullptr);

    /// `actionText` empty: no action. Plain text.
    void showMessage(const QString &text, Tone tone = Tone::Plain,
                     const QString &actionText = QString());
    [[nodiscard]] QString text() const;

signals:
    void actionTriggered();
    void dismissed(); ///< by the user's ×

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QLabel *m_label;
    FlatButton *m_action;
    FlatButton *m_close;
    Tone m_tone = Tone::Plain;
};

} // namespace ui
