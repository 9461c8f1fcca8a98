// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

class QBoxLayout;
class QLabel;

namespace ui {

class FlatButton;

/// A sentence across an area, with the actions that help. Hidden until there is something to say.
class MessageBar : public QWidget
{
    Q_OBJECT
public:
    enum class Tone { Plain, Warning, Danger };

    explicit MessageBar(const Theme &theme, QWidget *parent = nullptr);

    /// Plain text. One action stands beside the sentence, several stand below it.
    void showMessage(const QString &text, Tone tone = Tone::Plain, const QStringList &actions = {});
    [[nodiscard]] QString text() const;
    /// Whether the user may wave it away; at first they may.
    void setDismissable(bool dismissable);

signals:
    void actionTriggered(int index); ///< of the actions shown
    void dismissed(); ///< by the user's ×

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void showActions(const QStringList &actions);

    const Theme &m_theme;
    QLabel *m_label;
    QBoxLayout *m_lines; ///< sentence and actions, beside or below each other
    QBoxLayout *m_actionRow;
    QList<FlatButton *> m_actions; ///< as many as were ever shown at once
    FlatButton *m_close;
    Tone m_tone = Tone::Plain;
};

} // namespace ui
