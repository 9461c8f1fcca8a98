// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace ui {

class Theme;

/// Floats above a transcript and leads to its end: an arrow, with words once there is new text.
class EndButton : public QAbstractButton
{
    Q_OBJECT
public:
    explicit EndButton(const Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] bool hasNewText() const { return m_isNew; }
    void setNewText(bool isNew);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void restyle();
    [[nodiscard]] QColor ink() const;

    const Theme &m_theme;
    bool m_isNew = false;
};

} // namespace ui
