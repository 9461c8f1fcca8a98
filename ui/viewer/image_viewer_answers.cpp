// SPDX-License-Identifier: GPL-3.0-or-later
// What the lanes say beside the image, and the boxes of it on the image.
#include "ui/viewer/image_viewer.h"

#include "ui/viewer/answer_pane.h"
#include "ui/viewer/image_canvas.h"

#include <QCheckBox>
#include <QScrollArea>
#include <QSplitter>

using namespace Qt::StringLiterals;

namespace ui {

namespace {
constexpr int kAnswersWidth = 420;
constexpr int kLeastAnswersWidth = 260;
} // namespace

QWidget *ImageViewer::makeAnswers()
{
    m_answerList = new QSplitter(Qt::Vertical, this);
    m_answerList->setChildrenCollapsible(false);
    m_answerList->setHandleWidth(1);
    auto *area = new QScrollArea(this);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(m_answerList);
    area->setMinimumWidth(kLeastAnswersWidth);
    area->setAccessibleName(tr("Answers"));
    return area;
}

/// Panes stay as long as their lanes do: a text that is read does not jump.
void ImageViewer::refreshAnswers()
{
    const QList<ViewedAnswer> &answers = m_answers->answers();
    if (!answers.isEmpty() && !m_answerArea) {
        m_answerArea = makeAnswers();
        m_body->addWidget(m_answerArea);
        m_body->setSizes({qMax(1, width() - kAnswersWidth), kAnswersWidth});
    }
    while (m_panes.size() > answers.size()) {
        AnswerPane *gone = m_panes.takeLast();
        gone->hide();
        gone->deleteLater();
    }
    for (int i = 0; i < answers.size(); ++i) {
        if (i == m_panes.size()) {
            auto *pane = new AnswerPane(m_theme, m_answerList);
            m_answerList->addWidget(pane);
            pane->setImage(m_canvas->picture().size, m_viewed.current, int(m_viewed.images.size()));
            connect(pane, &AnswerPane::boxesChanged, this, &ImageViewer::refreshBoxes);
            connect(pane, &AnswerPane::boxHovered, this,
                    [this, i](int number) { hoverBox(i, number); });
            m_panes.append(pane);
        }
        m_panes.at(i)->setAnswer(answers.at(i));
    }
    if (m_answerArea)
        m_answerArea->setVisible(!answers.isEmpty());
    refreshBoxes();
}

void ImageViewer::refreshBoxes()
{
    QList<ShownBox> boxes;
    bool hasAny = false;
    for (int i = 0; i < m_panes.size(); ++i) {
        hasAny |= m_panes.at(i)->hasBoxes();
        boxes += m_panes.at(i)->shownBoxes(i);
    }
    m_boxesShown->setVisible(hasAny);
    if (!m_boxesShown->isChecked())
        boxes.clear();
    m_canvas->setBoxes(boxes);
    QStringList labels;
    for (const ShownBox &box : std::as_const(boxes)) {
        if (!box.label.isEmpty() && labels.size() < 20)
            labels.append(box.label);
    }
    m_canvas->setAccessibleDescription(
        boxes.isEmpty() ? QString()
                        : tr("%n box(es)", nullptr, int(boxes.size()))
                              + (labels.isEmpty() ? QString() : u": "_s + labels.join(u", "_s)));
}

/// From the image to the words.
void ImageViewer::hoverText(int box)
{
    const QList<ShownBox> &boxes = m_canvas->boxes();
    for (int i = 0; i < m_panes.size(); ++i) {
        const bool isHere = box >= 0 && box < boxes.size() && boxes.at(box).answer == i;
        m_panes.at(i)->setHovered(isHere ? boxes.at(box).number : -1);
    }
}

/// From the words to the image.
void ImageViewer::hoverBox(int answer, int number)
{
    const QList<ShownBox> &boxes = m_canvas->boxes();
    int found = -1;
    for (int i = 0; i < boxes.size() && number >= 0; ++i) {
        if (boxes.at(i).answer == answer && boxes.at(i).number == number)
            found = i;
    }
    m_canvas->setHovered(found);
}

} // namespace ui
