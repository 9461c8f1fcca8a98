// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/prompt_edit.h"

#include <QFileInfo>
#include <QKeyEvent>
#include <QMimeData>
#include <QScrollBar>
#include <QUrl>

#include <cmath>

using namespace Qt::StringLiterals;

namespace ui {

PromptEdit::PromptEdit(QWidget *parent) : QPlainTextEdit(parent)
{
    setFrameShape(QFrame::NoFrame);
    setTabChangesFocus(true);
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    document()->setDocumentMargin(0);
    viewport()->setAutoFillBackground(false);
    // The number of wrapped lines is known only after the layout, so follow its size, not the text.
    connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this,
            &PromptEdit::fitHeight);
    fitHeight();
}

void PromptEdit::setGrowthLimit(int pixels)
{
    m_growthLimit = pixels;
    fitHeight();
}

QSize PromptEdit::sizeHint() const
{
    return {QPlainTextEdit::sizeHint().width(), height()};
}

QSize PromptEdit::minimumSizeHint() const
{
    return {80, heightOfLines(1)};
}

int PromptEdit::heightOfLines(int lines) const
{
    return int(std::ceil(fontMetrics().lineSpacing() * lines)) + 2;
}

void PromptEdit::fitHeight()
{
    // QPlainTextDocumentLayout measures its height in lines.
    const int lines = std::max(1, int(document()->size().height()));
    const int wanted = std::min(heightOfLines(lines), std::max(m_growthLimit, heightOfLines(1)));
    if (wanted != height() || minimumHeight() != wanted) {
        setFixedHeight(wanted);
        updateGeometry();
    }
}

void PromptEdit::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    fitHeight();
}

void PromptEdit::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fitHeight();
}

void PromptEdit::keyPressEvent(QKeyEvent *event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const auto modifiers = event->modifiers() & ~Qt::KeypadModifier;
    if (isReturn && modifiers != Qt::ShiftModifier) {
        const bool withControl = modifiers == Qt::ControlModifier;
        // Control and Return always sends; a bare Return only where the user chose so.
        if (withControl || (m_sendKey == app::SendKey::Enter && modifiers == Qt::NoModifier)) {
            emit sendRequested();
            return;
        }
    }
    if (event->key() == Qt::Key_Up && modifiers == Qt::NoModifier && document()->isEmpty()) {
        emit editLastRequested();
        return;
    }
    if (isReturn || beginsWord(event->text()))
        document()->setModified(false); // Qt joins what is typed to a step of undo only if modified
    QPlainTextEdit::keyPressEvent(event);
}

/// Undo takes back a word, not all that was typed at a stretch.
bool PromptEdit::beginsWord(const QString &typed) const
{
    if (typed.isEmpty() || !typed.at(0).isPrint() || typed.at(0).isSpace())
        return false;
    const QTextCursor cursor = textCursor();
    return cursor.position() == 0 || document()->characterAt(cursor.position() - 1).isSpace();
}

QList<ImageSource> PromptEdit::imagesIn(const QMimeData &data)
{
    QList<ImageSource> images;
    // No message takes so many that all of them would have to be looked at.
    constexpr qsizetype kLookedAt = 100;
    for (const QUrl &url : data.urls()) {
        const bool isTrusted = images.size() >= kLookedAt;
        if (url.isLocalFile() && (isTrusted || QFileInfo(url.toLocalFile()).isFile()))
            images.append(ImageFile{url.toLocalFile()});
    }
    if (!images.isEmpty() || data.hasText() || !data.hasImage())
        return images;
    // The bytes a program put there are better than pixels: nothing has to be encoded again.
    for (const QString &format : {u"image/png"_s, u"image/jpeg"_s, u"image/webp"_s}) {
        if (data.hasFormat(format))
            return {data.data(format)};
    }
    return {qvariant_cast<QImage>(data.imageData())};
}

bool PromptEdit::canInsertFromMimeData(const QMimeData *source) const
{
    return !imagesIn(*source).isEmpty() || QPlainTextEdit::canInsertFromMimeData(source);
}

void PromptEdit::insertFromMimeData(const QMimeData *source)
{
    const QList<ImageSource> images = imagesIn(*source);
    if (images.isEmpty())
        QPlainTextEdit::insertFromMimeData(source);
    else
        emit imagesOffered(images);
}

} // namespace ui
