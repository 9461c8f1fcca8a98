// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/library/conversation.h"
#include "ui/transcript/thumbnails.h"
#include "ui/transcript/transcript_layout.h"
#include "ui/transcript/transcript_painter.h"
#include "ui/wording/error_wording.h"

#include <QAbstractScrollArea>
#include <QBasicTimer>
#include <QElapsedTimer>

class QToolButton;

namespace ui {

class CodeColouring;
class FrameClock;
class Theme;

/// Shows one lane of a conversation. Painted, without a widget per message; what arrives is applied
/// at most once per frame. The reader owns the scroll bar and the selection: the end is followed
/// only if it was in sight, and nothing that is read moves.
///
/// Copying and opening links is done here (after asking); everything that changes the conversation
/// is asked for by signals.
class TranscriptView : public QAbstractScrollArea
{
    Q_OBJECT
public:
    TranscriptView(Theme &theme, FrameClock &clock, QWidget *parent = nullptr);
    ~TranscriptView() override;

    /// Holds the conversation open; null shows nothing.
    void setConversation(app::ConversationPtr conversation, app::LaneId lane);
    /// The same for anything else that has messages.
    void setSource(std::unique_ptr<TranscriptSource> source);
    void setImageLoader(Thumbnails::Loader loader);

    [[nodiscard]] int textZoom() const { return m_zoom; }
    void setTextZoom(int percent);

    void scrollToEnd();
    void scrollToMessage(app::MessageId message);
    [[nodiscard]] bool isAtEnd() const { return m_following; }

    [[nodiscard]] bool hasSelection() const;
    void selectAll();
    void clearSelection();
    /// The selection as Markdown, HTML and plain text.
    void copy();
    void copyMessage(app::MessageId message);
    [[nodiscard]] QString selectedText() const;

    /// For tests, benchmarks and accessibility; null without a source.
    [[nodiscard]] const TranscriptLayout *layout() const { return m_layout.get(); }
    /// Where a place of the layout is seen on the viewport.
    [[nodiscard]] QPoint toViewport(QPoint inLayout) const;

signals:
    void retryRequested(app::MessageId reply);
    void editRequested(app::MessageId message);
    void continueRequested(app::MessageId reply);
    void branchRequested(app::MessageId sibling);
    void errorActionRequested(app::MessageId reply, ui::ErrorAction action);
    void imageActivated(const QByteArray &sha256);
    void linkActivated(const QUrl &link); ///< after it was shown and asked for
    void zoomRequested(int steps); ///< by the wheel
    void atEndChanged(bool atEnd);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    /// What lies under the pointer.
    struct Hit
    {
        app::MessageId message;
        const Slice *slice = nullptr;
        const SliceControl *control = nullptr;
        QByteArray link;
        bool overText = false;
    };
    enum class SelectBy { Character, Word, Slice };

    void takeChange(app::MessageId message);
    void applyChanges();
    void restyle();
    /// Lays out around the viewport and scrolls so that the anchor (or the end) stays.
    void settle(const TranscriptLayout::Anchor &anchor);
    [[nodiscard]] int settledTop(const TranscriptLayout::Anchor &anchor) const;
    void scrollTo(int top);
    void setFollowing(bool following);
    void updateNewTextButton();
    [[nodiscard]] int top() const;
    [[nodiscard]] int columnLeft() const;
    [[nodiscard]] QPoint toLayout(QPoint onViewport) const;

    [[nodiscard]] Hit hitAt(QPoint onViewport) const;
    void updateHover(QPoint onViewport);
    void activate(const Hit &hit);
    void activateReplyAction(const ShownMessage &shown, const SliceControl &control);
    void showBranch(const ShownMessage &shown, int step);
    void startSelection(QPoint onViewport, SelectBy by, bool extends);
    void extendSelection(QPoint onViewport);
    [[nodiscard]] std::pair<TextPosition, TextPosition> selection() const;
    [[nodiscard]] const ShownMessage *shownMessage(app::MessageId id) const;
    void putOnClipboard(const app::Blocks &blocks) const;

    Theme &m_theme;
    FrameClock &m_clock;
    std::unique_ptr<TranscriptSource> m_source;
    CodeColouring *m_colouring;
    Thumbnails *m_thumbnails;
    std::unique_ptr<TranscriptLayout> m_layout; ///< refers to source and colouring
    QToolButton *m_newText;
    int m_zoom = 100;

    bool m_pathChanged = false;
    QList<app::MessageId> m_changed; ///< since the last frame, each once
    bool m_following = true;
    bool m_hasNewText = false; ///< below what is seen
    bool m_scrolling = false; ///< by ourselves

    TextPosition m_selectionAnchor;
    TextPosition m_selectionAnchorEnd; ///< of the word or slice that the selection began with
    TextPosition m_selectionHead;
    SelectBy m_selectBy = SelectBy::Character;
    bool m_selecting = false;
    QPoint m_pressedAt;
    QPoint m_pointer;
    QBasicTimer m_dragScroll;
    QElapsedTimer m_sinceDoubleClick;
    TranscriptPainter::State m_paintState;
};

} // namespace ui
