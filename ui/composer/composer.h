// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chat/chat.h"
#include "ui/attachments/attached_image.h"
#include "ui/attachments/image_receiver.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QMimeData;
class QPushButton;
class QVBoxLayout;

namespace ui {

class AttachmentIntake;
class AttachmentStrip;
class ComposerCard;
class FlatButton;
class PromptEdit;
class QueueList;
class ScreenCapture;

/// Where prompts are written, for all lanes at once: the text, the images, what is queued, and
/// Send or Stop. It holds no chat; its owner hands it the draft and gets what the user did. Emptied
/// by the owner with clear() once a prompt was taken, so that nothing typed is ever lost.
class Composer : public QWidget
{
    Q_OBJECT
public:
    explicit Composer(Theme &theme, QWidget *parent = nullptr);
    ~Composer() override;

    void setImageImporter(ImageImporter importer);
    void setThumbnailLoader(ThumbnailLoader loader);
    /// For the preview that opens on an image. `usualSide`: of the preferences, asked when it
    /// opens.
    void setImagePreview(ImagePreviewer previewer, ImageKeeper keeper,
                         std::function<int()> usualSide);
    /// The lanes that get what is written here: those that cannot see images are named as soon as
    /// there is one.
    void setReceivers(const ImageReceivers &receivers);
    void setSendKey(app::SendKey key);
    /// Of the card; it is centred in what room there is. 0: all of it.
    void setContentWidth(int pixels);
    /// What stands in the empty field: whom one writes to.
    void setHint(const QString &hint);

    /// Shows what was being written; emits nothing.
    void setDraft(const app::Draft &draft);
    [[nodiscard]] app::Draft draft() const;
    void clear();
    /// Replies are running: Stop is offered, and Enter queues. Without them a queue is held.
    void setBusy(bool busy);
    void setQueue(const QList<app::Prompt> &queue);

    void attach(const QList<ImageSource> &images);
    void chooseImages();
    void captureScreen();
    void askForAddress();
    /// Sends what is written as soon as its images are ready; not at all where one of them cannot
    /// be attached.
    void sendWhenReady();
    /// An image is being prepared, or what is written waits for one.
    [[nodiscard]] bool isPreparing() const;
    /// Whether there are pictures in what was dropped or pasted, and attaching them.
    [[nodiscard]] static bool takes(const QMimeData &offered);
    void attachFrom(const QMimeData &offered);
    void focusText();
    /// What is typed into.
    [[nodiscard]] PromptEdit &edit() const { return *m_edit; }
    /// A button in the row of the others, behind them.
    void addTool(QWidget *tool);

signals:
    void sendRequested(const app::Prompt &prompt);
    void stopRequested();
    void editLastRequested();
    void draftChanged(const app::Draft &draft);
    void removeQueuedRequested(int index);
    /// The queue was held and is to go on.
    void sendQueuedRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    [[nodiscard]] QWidget *buildBottomRow();
    [[nodiscard]] QWidget *buildImageButton(QWidget *row);
    void bindImages();
    void openPreview(int index);
    void editAddress(int index);
    void insertText(const QString &text);
    void send();
    void refreshNotes();
    void refreshButtons();
    void refreshGrowth();
    void refreshLook();
    void announceDraft();

    Theme &m_theme;
    ThumbnailLoader m_thumbnails;
    ImagePreviewer m_previewer;
    ImageKeeper m_keeper;
    std::function<int()> m_usualSide;
    ImageReceivers m_receivers;
    ComposerCard *m_card = nullptr;
    QVBoxLayout *m_outer = nullptr;
    QueueList *m_queue = nullptr;
    AttachmentStrip *m_strip = nullptr;
    AttachmentIntake *m_intake = nullptr;
    ScreenCapture *m_capture = nullptr; ///< made when it is first asked for
    PromptEdit *m_edit = nullptr;
    QLabel *m_problem = nullptr;
    QLabel *m_warnings = nullptr;
    FlatButton *m_addImage = nullptr;
    QHBoxLayout *m_tools = nullptr;
    QPushButton *m_stop = nullptr;
    QPushButton *m_send = nullptr;
    QString m_imageFolder; ///< where the last images were chosen
    int m_contentWidth = 0;
    bool m_busy = false;
    bool m_quiet = false; ///< while a draft is being set
    bool m_sendsWhenReady = false;
};

} // namespace ui
