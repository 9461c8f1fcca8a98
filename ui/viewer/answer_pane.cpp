// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/answer_pane.h"

#include "ui/viewer/box_text.h"
#include "ui/widgets/badge_label.h"
#include "ui/widgets/themed_label.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

using app::BoxScale;

namespace {

constexpr int kLeastPaneHeight = 150;

QString scaleName(BoxScale scale)
{
    switch (scale) {
    case BoxScale::Pixels:
        return AnswerPane::tr("Pixels");
    case BoxScale::Unit:
        return u"0 – 1"_s;
    case BoxScale::Thousand:
        return u"0 – 1000"_s;
    }
    return {};
}

} // namespace

AnswerPane::AnswerPane(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_badge(new BadgeLabel(theme, this)),
      m_title(new ThemedLabel(theme, TextRole::Strong, &Colours::text, this)),
      m_shown(new QCheckBox(this)), m_scale(new QComboBox(this)),
      m_note(new ThemedLabel(theme, TextRole::Small, &Colours::secondary, this)),
      m_text(new BoxText(theme, this))
{
    build();
    connect(m_shown, &QCheckBox::toggled, this, &AnswerPane::boxesChanged);
    connect(m_scale, &QComboBox::activated, this, &AnswerPane::boxesChanged);
    connect(m_text, &BoxText::boxHovered, this, &AnswerPane::boxHovered);
    refreshControls();
}

void AnswerPane::build()
{
    setMinimumHeight(kLeastPaneHeight);
    m_shown->setChecked(true);
    m_shown->setToolTip(tr("Show the boxes of this answer on the image"));
    m_scale->setAccessibleName(tr("What the numbers of the boxes count"));
    m_scale->setToolTip(
        tr("What the numbers of the boxes count. Automatic decides by the numbers."));
    m_scale->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_scale->addItem(QString());
    for (const BoxScale scale : {BoxScale::Pixels, BoxScale::Unit, BoxScale::Thousand})
        m_scale->addItem(scaleName(scale), int(scale));
    auto *who = new QHBoxLayout;
    who->setSpacing(metrics::kStep2);
    who->addWidget(m_badge);
    who->addWidget(m_title, 1);
    who->addWidget(m_shown);
    who->addWidget(m_scale);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    who->setContentsMargins(metrics::kStep3, metrics::kStep2, metrics::kStep3, metrics::kStep1);
    layout->addLayout(who);
    m_note->setText(tr("The answer does not say which image its boxes are on. They are shown on "
                       "each."));
    m_note->setWordWrap(true);
    m_note->setContentsMargins(metrics::kStep3, 0, metrics::kStep3, metrics::kStep1);
    layout->addWidget(m_note);
    layout->addWidget(m_text, 1);
}

void AnswerPane::setAnswer(const ViewedAnswer &answer)
{
    const bool isOtherText = answer.text != m_answer.text;
    m_answer = answer;
    m_badge->setLetter(answer.letter);
    m_title->setText(answer.model);
    //: Name of the text of an answer; %1 is the letter of its lane.
    m_text->setAccessibleName(tr("Answer %1").arg(laneLetter(answer.letter)));
    m_text->setLetter(answer.letter);
    if (!isOtherText)
        return;
    m_text->setText(answer.text);
    m_boxes = app::imageBoxes(answer.text);
    m_imagesOfBoxes = app::imagesOfBoxes(m_boxes, m_imageCount);
    m_text->setBoxes(m_boxes);
    refreshControls();
}

void AnswerPane::setImage(QSize size, int place, int count)
{
    m_imageSize = size;
    m_imagePlace = place;
    m_imageCount = count;
    m_imagesOfBoxes = app::imagesOfBoxes(m_boxes, count);
    refreshControls();
}

bool AnswerPane::isHere(qsizetype box) const
{
    const int image = m_imagesOfBoxes.at(box);
    return image < 0 || image == m_imagePlace;
}

bool AnswerPane::hasBoxesAnywhere() const
{
    return m_imageCount > 1 && m_imagesOfBoxes.contains(-1);
}

BoxScale AnswerPane::likelyScale() const
{
    QList<app::ImageBox> here;
    for (qsizetype i = 0; i < m_boxes.size(); ++i) {
        if (isHere(i))
            here.append(m_boxes.at(i));
    }
    // Whether a box reaches beyond the image is told by its own one.
    return app::likelyBoxScale(here.isEmpty() ? m_boxes : here, m_imageSize);
}

void AnswerPane::refreshControls()
{
    int count = 0;
    for (qsizetype i = 0; i < m_boxes.size(); ++i)
        count += isHere(i) ? 1 : 0;
    m_shown->setVisible(hasBoxes());
    m_scale->setVisible(hasBoxes());
    m_note->setVisible(hasBoxesAnywhere());
    m_shown->setText(tr("%n box(es)", nullptr, count));
    const BoxScale likely = likelyScale();
    //: A choice: the scale is found out; %1 is what was found, such as "Pixels".
    m_scale->setItemText(0, tr("Automatic: %1").arg(scaleName(likely)));
    // The style keeps more room for the arrow than Qt counts.
    m_scale->setMinimumWidth(m_scale->sizeHint().width() + metrics::kStep4);
}

BoxScale AnswerPane::scale() const
{
    return m_scale->currentIndex() > 0 ? BoxScale(m_scale->currentData().toInt()) : likelyScale();
}

QList<ShownBox> AnswerPane::shownBoxes(int place) const
{
    QList<ShownBox> shown;
    if (!m_shown->isChecked() || m_imageSize.isEmpty())
        return shown;
    const BoxScale scale = this->scale();
    for (int i = 0; i < m_boxes.size(); ++i) {
        if (!isHere(i))
            continue;
        if (const auto rect = app::boxOnImage(m_boxes[i], scale, m_imageSize))
            shown.append({*rect, m_answer.letter, m_boxes[i].label, place, i});
    }
    return shown;
}

void AnswerPane::setHovered(int number)
{
    m_text->setHovered(number);
}

} // namespace ui
