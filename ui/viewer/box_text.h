// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/evaluation/image_boxes.h"
#include "ui/theme/theme.h"

#include <QPlainTextEdit>

namespace ui {

/// An answer as it was written, to be read and copied. Places that name boxes have a ground in the
/// colour of the lane; the one under the pointer or the caret is told of.
class BoxText : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit BoxText(const Theme &theme, QWidget *parent = nullptr);

    void setLetter(int letter);
    /// What stands at its start already stays where it is read.
    void setText(const QString &text);
    /// Of the text; they are marked.
    void setBoxes(const QList<app::ImageBox> &boxes);
    /// Scrolls to its place. −1: none.
    void setHovered(int box);

signals:
    void boxHovered(int box); ///< −1: none any more

protected:
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    [[nodiscard]] int boxAtOffset(int offset) const;
    void hover(int box);
    void mark();
    void reveal(int offset);
    void restyle();

    const Theme &m_theme;
    int m_letter = 0;
    QString m_text;
    QList<app::ImageBox> m_boxes;
    int m_hovered = -1;
};

} // namespace ui
