// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/library/conversation.h"
#include "ui/transcript/activated_image.h"
#include "ui/transcript/caret_mover.h"
#include "ui/transcript/remote_images.h"
#include "ui/transcript/thumbnails.h"
#include "ui/transcript/transcript_painter.h"
#include "ui/transcript/transcript_selection.h"
#include "ui/wording/error_wording.h"

#include <QAbstractScrollArea>
#include <QBasicTimer>
#include <QClipboard>
#include <QElapsedTimer>

class QMenu;

namespace ui {

class AccessibleUpdates;
class CodeColouring;
class EndButton;
class FindBar;
class FrameClock;
class LongCopy;
class Theme;
class TranscriptFinder;

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
    /// For images that are elsewhere; without it they stay what they are, an address.
    void setImageFetcher(RemoteImages::Fetcher fetcher);
    [[nodiscard]] const Thumbnails &thumbnails() const { return *m_thumbnails; }

    /// Whether other lanes stand beside: then answers offer what concerns them too.
    void setAmongOthers(bool amongOthers) { m_amongOthers = amongOthers; }

    /// Whether somebody shows JSON as a tree when asked by jsonRequested().
    void setOffersJson(bool offersJson) { m_offersJson = offersJson; }

    [[nodiscard]] int textZoom() const { return m_zoom; }
    void setTextZoom(int percent);

    void scrollToEnd();
    void scrollToMessage(app::MessageId message);
    [[nodiscard]] bool isAtEnd() const { return m_following; }
    /// What stands at the upper edge, and how much of its height is above that.
    struct ReadingPlace
    {
        app::MessageId message;
        double passed = 0; ///< 0: its top stands at the edge
    };
    [[nodiscard]] std::optional<ReadingPlace> readingPlace() const;
    /// Goes there without telling by readerScrolled().
    void showPlace(const ReadingPlace &place);

    [[nodiscard]] bool hasSelection() const;
    /// In reading order; equal places: nothing is selected.
    [[nodiscard]] std::pair<TextPosition, TextPosition> selection() const;
    /// Its end that moves; no message: there is none yet.
    [[nodiscard]] const TextPosition &caret() const { return m_selection.caret(); }
    void setSelection(const TextPosition &anchor, const TextPosition &caret);
    void selectAll();
    void clearSelection();
    /// The selection as Markdown, HTML and plain text. A very long one is made ready by a worker.
    void copy();
    void copyMessage(app::MessageId message);
    [[nodiscard]] QString selectedText() const;

    /// Whether the arrows move a caret, as F7 chooses; else they scroll.
    [[nodiscard]] bool isCaretShown() const { return m_paintState.caretShown; }
    void setCaretShown(bool shown);
    /// The message that keys and menus speak of.
    [[nodiscard]] app::MessageId focusedMessage() const { return m_focused; }
    /// Scrolls to it where it is not in sight, and puts the caret at its start.
    void focusMessage(app::MessageId message);
    /// Scrolls as little as it takes, the code around it sideways too.
    void showPosition(const TextPosition &position, int margin = 0);

    /// What a click does on a control of a slice, or on a link.
    void activateItem(app::MessageId message, const Slice &slice, const SliceItem &item);
    void activateLink(const QByteArray &address);

    /// Null without one.
    [[nodiscard]] const TranscriptSource *source() const { return m_source.get(); }
    /// Shows the line to look for text with; what is selected is looked for.
    void openFind();
    void closeFind();
    /// Opens it where it is closed.
    void findNext(Step step);
    /// What was found and gone to.
    struct Found
    {
        TextPosition from;
        TextPosition to;
    };
    [[nodiscard]] const std::optional<Found> &currentHit() const { return m_shownHit; }

    /// For tests, benchmarks and accessibility; null without a source.
    [[nodiscard]] const TranscriptLayout *layout() const { return m_layout.get(); }
    /// Where a place of the layout is seen on the viewport.
    [[nodiscard]] QPoint toViewport(QPoint inLayout) const;

signals:
    void retryRequested(app::MessageId reply);
    /// The round of this answer, in all lanes.
    void retryRoundRequested(app::MessageId reply);
    /// All lanes are to go on below this answer.
    void goOnRequested(app::MessageId reply);
    void editRequested(app::MessageId message);
    void continueRequested(app::MessageId reply);
    /// The last part of an answer is to go, or to become an answer of its own.
    void dropPieceRequested(app::MessageId piece);
    void keepPieceRequested(app::MessageId piece);
    void remedyRequested(app::MessageId reply, app::Remedy::Kind kind);
    void sendAllRequested(); ///< the rounds that are left out
    void choicesRequested(app::MessageId reply); ///< all answers of its turn, side by side
    void branchRequested(app::MessageId sibling);
    void comparisonRequested(app::MessageId answer); ///< with another one, word by word
    void jsonRequested(app::MessageId answer); ///< as a tree
    void errorActionRequested(app::MessageId reply, ui::ErrorAction action);
    /// All of the call with this number, from 0, among those of the messages.
    void callRequested(const QList<app::MessageId> &messages, int call);
    /// How these replies came about: all of a turn, in order.
    void detailsRequested(const QList<app::MessageId> &replies);
    /// How sure the model was of the tokens of these replies: the pieces of one answer.
    void tokensRequested(const QList<app::MessageId> &replies);
    void imageActivated(const ui::ActivatedImage &image); ///< without a chat
    void linkActivated(const QUrl &link); ///< after it was shown and asked for
    void zoomRequested(int steps); ///< by the wheel
    void atEndChanged(bool atEnd);
    void readerScrolled(); ///< by hand or by a key; not by what arrives
    void selectionChanged(); ///< or its caret
    void focusedMessageChanged(app::MessageId message); ///< by keys

protected:
    bool event(QEvent *event) override;
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
        bool overThumb = false; ///< of a block that moves sideways
    };
    /// A block that the pointer moves sideways.
    struct DraggedThumb
    {
        app::MessageId message;
        SliceKey origin;
        int x = 0; ///< of the pointer
    };
    /// Where a selection is dragged past the side of what moves sideways.
    struct PastSide
    {
        app::MessageId message;
        Slice slice;
        int distance = 0;
    };
    enum class CaretMode { Move, Select };
    /// What was done for the frame that is painted next; for logFrames.
    struct FrameTimes
    {
        double applyMs = 0; ///< with parsing
        double layoutMs = 0;
    };

    void takeChange(app::MessageId message);
    void applyChanges();
    std::optional<int> updateMessage(app::MessageId message);
    void applyText();
    void applyColours();
    void updateColumn(int y, int height);
    void restyle();
    [[nodiscard]] TranscriptStyle textStyle() const;
    /// Lays out around the viewport and scrolls so that the anchor (or the end) stays.
    void settle(const TranscriptLayout::Anchor &anchor);
    [[nodiscard]] int settledTop(const TranscriptLayout::Anchor &anchor) const;
    void scrollTo(int top);
    void setFollowing(bool following);
    /// After a scroll of our own that the reader wanted.
    void followIfAtEnd();
    [[nodiscard]] bool isEndInSight() const;
    [[nodiscard]] bool isHeld() const;
    void holdSelection();
    void updateEndButton();
    [[nodiscard]] int top() const;
    [[nodiscard]] int columnLeft() const;
    [[nodiscard]] QPoint toLayout(QPoint onViewport) const;

    [[nodiscard]] QString textToFind() const;
    void startFinding();
    void takeFindProgress();
    void showHit();
    void makeFindBar();
    [[nodiscard]] bool isFinding() const;
    void placeFindBar();

    [[nodiscard]] Hit hitAt(QPoint onViewport) const;
    void updateHover(QPoint onViewport);
    void activate(const Hit &hit);
    void activateCodeAction(app::MessageId message, Slice code, SliceAction action);
    void activateImage(app::MessageId message, const SliceImage &image);
    void activateReplyAction(const ShownMessage &shown, const SliceItem &item);
    void relayOut(const std::function<void()> &change);
    void showDetails(const ShownMessage &shown);
    void showTokens(const ShownMessage &shown);
    [[nodiscard]] app::MessageId firstPiece(const ShownMessage &shown, app::MessageId reply) const;
    void showSibling(app::MessageId current, int step);
    void showBranch(const ShownMessage &shown, int step);
    void dragThumb(QPoint onViewport);
    [[nodiscard]] std::optional<PastSide> draggedPastSide() const;
    void startSelection(QPoint onViewport, TranscriptSelection::Unit unit);
    void extendSelection(QPoint onViewport);
    void takeSelection();
    void dropForeignSelection();
    [[nodiscard]] bool moveCaretByKey(const QKeyEvent *event);
    void moveCaret(CaretMove move, CaretMode mode);
    [[nodiscard]] bool placeCaret();
    void scrollToCaret();
    void stepFocus(Step step);
    void showFocusedMenu();
    void showMenu(const Hit &hit, QPoint globalPosition);
    void addCodeActions(QMenu &menu, const Hit &hit);
    void addMessageActions(QMenu &menu, const ShownMessage &shown);
    void copySource(app::MessageId message);
    [[nodiscard]] const ShownMessage *shownMessage(app::MessageId id) const;
    void offerSelection();
    void copyTo(LongCopy &worker, QClipboard::Mode mode,
                const std::pair<TextPosition, TextPosition> &stretch);
    void put(const app::Blocks &blocks, QClipboard::Mode mode) const;

    Theme &m_theme;
    FrameClock &m_clock;
    std::unique_ptr<TranscriptSource> m_source;
    CodeColouring *m_colouring;
    Thumbnails *m_thumbnails;
    RemoteImages *m_remoteImages;
    AccessibleUpdates *m_accessibleUpdates;
    std::unique_ptr<TranscriptLayout> m_layout; ///< refers to source and colouring
    LongCopy *m_longCopy;
    LongCopy *m_longSelection; ///< the same for what the middle button pastes
    EndButton *m_toEnd; ///< shown while the end is not in sight
    FindBar *m_findBar = nullptr; ///< once something was looked for
    std::unique_ptr<TranscriptFinder> m_finder; ///< refers to the source
    std::optional<Found> m_shownHit;
    int m_zoom = 100;
    bool m_amongOthers = false;
    bool m_offersJson = false;

    bool m_pathChanged = false;
    QList<app::MessageId> m_changed; ///< since the last frame, each once
    QList<std::pair<app::MessageId, SliceKey>> m_recoloured; ///< likewise
    bool m_following = true;
    bool m_hasNewText = false; ///< below what is seen
    bool m_scrolling = false; ///< by ourselves

    TranscriptSelection m_selection;
    CaretMover m_caretMover;
    app::MessageId m_focused;
    bool m_selecting = false;
    bool m_heldWhileFollowing = false; ///< text came while the button was down
    std::optional<DraggedThumb> m_draggedThumb;
    QPoint m_pressedAt;
    QPoint m_pointer;
    QBasicTimer m_dragScroll;
    QElapsedTimer m_sinceDoubleClick;
    TranscriptPainter::State m_paintState;
    FrameTimes m_frame;
};

} // namespace ui
