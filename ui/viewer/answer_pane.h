// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/evaluation/image_boxes.h"
#include "ui/viewer/box_painting.h"
#include "ui/viewer/viewed_answers.h"

#include <QWidget>

class QCheckBox;
class QComboBox;

namespace ui {

class BadgeLabel;
class BoxText;
class ThemedLabel;

/// What one lane says about an image: its letter and model, its words, and the boxes that stand in
/// them, with a switch for them and the scale that their numbers are read in.
class AnswerPane : public QWidget
{
    Q_OBJECT
public:
    explicit AnswerPane(const Theme &theme, QWidget *parent = nullptr);

    void setAnswer(const ViewedAnswer &answer);
    /// The image that is looked at, by its place among `count`; empty: none is known yet.
    void setImage(QSize size, int place, int count);
    /// Those that are switched on and lie on the image; `place`: of this pane in the viewer.
    [[nodiscard]] QList<ShownBox> shownBoxes(int place) const;
    [[nodiscard]] bool hasBoxes() const { return !m_boxes.isEmpty(); }
    /// Whether it is unsaid which of several images they lie on: they are shown on each.
    [[nodiscard]] bool hasBoxesAnywhere() const;
    /// Chosen by the user, or the likely one.
    [[nodiscard]] app::BoxScale scale() const;
    /// A box of its answer; −1: none.
    void setHovered(int number);
    [[nodiscard]] BoxText &text() const { return *m_text; }

signals:
    void boxesChanged();
    void boxHovered(int number); ///< −1: none any more

private:
    void build();
    void refreshControls();
    /// Whether it may lie on the image that is looked at.
    [[nodiscard]] bool isHere(qsizetype box) const;
    [[nodiscard]] app::BoxScale likelyScale() const;

    ViewedAnswer m_answer;
    QSize m_imageSize;
    int m_imagePlace = 0;
    int m_imageCount = 1;
    QList<app::ImageBox> m_boxes;
    QList<int> m_imagesOfBoxes; ///< beside m_boxes; −1: it may be any
    BadgeLabel *m_badge;
    ThemedLabel *m_title;
    QCheckBox *m_shown;
    QComboBox *m_scale;
    ThemedLabel *m_note;
    BoxText *m_text;
};

} // namespace ui
