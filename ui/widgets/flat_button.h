// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QToolButton>

namespace ui {

/// A button without a frame: an icon, a text, or both; its ground shows under the pointer only. The
/// icon follows the theme. A button that has only an icon gets its name for assistive programs and
/// its tool tip from `text` all the same.
class FlatButton : public QToolButton
{
    Q_OBJECT
public:
    enum class Tone { Secondary, Plain, Accent };

    FlatButton(const Theme &theme, const QString &iconName, const QString &text,
               QWidget *parent = nullptr);

    void setTone(Tone tone);
    void setTextRole(TextRole role);
    void setIconName(const QString &name);
    /// Only the icon is shown.
    void setIconOnly(bool iconOnly);
    [[nodiscard]] bool isIconOnly() const { return m_iconOnly; }
    /// Room between the edges and what is shown; small where the text must stand at an edge.
    void setPadding(int pixels);
    /// Text and icon at the leading edge, for entries of a list.
    void setLeading(bool leading);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void restyle();
    [[nodiscard]] QColor colour() const;

    const Theme &m_theme;
    QString m_iconName;
    Tone m_tone = Tone::Secondary;
    TextRole m_textRole = TextRole::Body;
    int m_padding = 6;
    bool m_iconOnly = false;
    bool m_leading = false;
};

} // namespace ui
