// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QSlider>

namespace ui {

/// A slider over the range of a parameter with a state of its own for "not sent": the handle is
/// hollow and rests where the server's default lies. Its fill begins at `origin`, in the middle for
/// ranges around zero. The wheel is left to the panel, so that scrolling changes nothing.
class ValueSlider : public QSlider
{
    Q_OBJECT
public:
    struct Range
    {
        double minimum = 0;
        double maximum = 1;
        bool minimumExcluded = false;
        double step = 0.01;
        double origin = 0;
        double rest = 0; ///< where the handle stands while nothing is sent
    };

    ValueSlider(const Range &range, const Theme &theme, QWidget *parent = nullptr);

    /// A value between two steps is kept by its owner; the handle stands at the nearest step.
    void showValue(double value);
    void showNotSent();
    [[nodiscard]] bool isSent() const { return m_sent; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void picked(double value); ///< by mouse or key

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    [[nodiscard]] int indexOf(double value) const;
    [[nodiscard]] double valueOf(int index) const;
    [[nodiscard]] double xOf(double value) const;
    void pickAt(double x);

    const Range m_range;
    const Theme &m_theme;
    bool m_sent = false;
    bool m_showing = false; ///< a change that the user did not make
};

} // namespace ui
