// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/box_text.h"

#include "ui/widgets/badge_label.h"

#include <QMouseEvent>
#include <QScrollBar>
#include <QTextBlock>

namespace ui {

namespace {
constexpr float kMarkStrength = 0.16F;
constexpr float kHoveredMarkStrength = 0.42F;
} // namespace

BoxText::BoxText(const Theme &theme, QWidget *parent) : QPlainTextEdit(parent), m_theme(theme)
{
    setFrameShape(QFrame::NoFrame);
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setTabChangesFocus(true);
    setUndoRedoEnabled(false);
    setMouseTracking(true);
    viewport()->setMouseTracking(true);
    document()->setDocumentMargin(metrics::kStep3);
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, [this] {
        if (hasFocus())
            hover(boxAtOffset(textCursor().position()));
    });
    connect(&theme, &Theme::changed, this, &BoxText::restyle);
    restyle();
}

void BoxText::restyle()
{
    QPalette ground = palette();
    ground.setColor(QPalette::Base, m_theme.colours().transcript);
    ground.setColor(QPalette::Text, m_theme.colours().text);
    setPalette(ground);
    setFont(m_theme.font(TextRole::Body));
    mark();
}

void BoxText::setLetter(int letter)
{
    if (std::exchange(m_letter, letter) != letter)
        mark();
}

void BoxText::setText(const QString &text)
{
    if (text == m_text)
        return;
    if (text.startsWith(m_text) && !m_text.isEmpty()) {
        QTextCursor end(document());
        end.movePosition(QTextCursor::End);
        end.insertText(text.sliced(m_text.size()));
    } else {
        setPlainText(text);
    }
    m_text = text;
}

void BoxText::setBoxes(const QList<app::ImageBox> &boxes)
{
    m_boxes = boxes;
    m_hovered = -1;
    mark();
}

void BoxText::mark()
{
    QList<QTextEdit::ExtraSelection> marks;
    for (qsizetype i = 0; i < m_boxes.size(); ++i) {
        QColor ground = laneColour(m_theme.colours(), m_letter);
        ground.setAlphaF(i == m_hovered ? kHoveredMarkStrength : kMarkStrength);
        QTextEdit::ExtraSelection selection;
        selection.cursor = QTextCursor(document());
        selection.cursor.setPosition(int(m_boxes[i].start));
        selection.cursor.setPosition(int(m_boxes[i].start + m_boxes[i].length),
                                     QTextCursor::KeepAnchor);
        selection.format.setBackground(ground);
        marks.append(selection);
    }
    setExtraSelections(marks);
}

int BoxText::boxAtOffset(int offset) const
{
    for (int i = 0; i < m_boxes.size(); ++i) {
        if (offset >= m_boxes[i].start && offset < m_boxes[i].start + m_boxes[i].length)
            return i;
    }
    return -1;
}

void BoxText::hover(int box)
{
    if (box == m_hovered)
        return;
    m_hovered = box;
    mark();
    emit boxHovered(box);
}

void BoxText::setHovered(int box)
{
    if (box == m_hovered)
        return;
    m_hovered = box;
    mark();
    if (box >= 0 && box < m_boxes.size())
        reveal(int(m_boxes[box].start));
}

/// Without the caret, which is the reader's.
void BoxText::reveal(int offset)
{
    QTextCursor there(document());
    there.setPosition(offset);
    const QRect place = cursorRect(there);
    if (viewport()->rect().contains(place))
        return;
    // Its unit is the line as it is wrapped.
    const int line = there.block().firstLineNumber();
    QScrollBar *bar = verticalScrollBar();
    bar->setValue(qMax(0, line - bar->pageStep() / 3));
}

void BoxText::mouseMoveEvent(QMouseEvent *event)
{
    QPlainTextEdit::mouseMoveEvent(event);
    if (event->buttons() == Qt::NoButton)
        hover(boxAtOffset(cursorForPosition(event->position().toPoint()).position()));
}

void BoxText::leaveEvent(QEvent *event)
{
    hover(-1);
    QPlainTextEdit::leaveEvent(event);
}

} // namespace ui
