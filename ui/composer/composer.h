// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chat/chat.h"
#include "ui/composer/attached_image.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QLabel;
class QMimeData;
class QPushButton;
class QVBoxLayout;

namespace ui {

class AttachmentStrip;
class ComposerCard;
class FlatButton;
class PromptEdit;
class QueueList;

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
    /// Whether there are pictures in what was dropped or pasted, and attaching them.
    [[nodiscard]] static bool takes(const QMimeData &offered);
    void attachFrom(const QMimeData &offered);
    void focusText();

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
    void chooseImages();
    void attachOne(const ImageSource &source);
    void attached(const app::Result<AttachedImage> &result);
    void showProblem(const QString &sentence);
    void send();
    void refreshButtons();
    void refreshGrowth();
    void refreshLook();
    void announceDraft();

    Theme &m_theme;
    ImageImporter m_importer;
    ThumbnailLoader m_thumbnails;
    ComposerCard *m_card = nullptr;
    QVBoxLayout *m_outer = nullptr;
    QueueList *m_queue = nullptr;
    AttachmentStrip *m_strip = nullptr;
    PromptEdit *m_edit = nullptr;
    QLabel *m_problem = nullptr;
    FlatButton *m_addImage = nullptr;
    QPushButton *m_stop = nullptr;
    QPushButton *m_send = nullptr;
    QString m_imageFolder; ///< where the last images were chosen
    int m_contentWidth = 0;
    int m_generation = 0; ///< of the draft: images that come for an older one are dropped
    bool m_busy = false;
    bool m_quiet = false; ///< while a draft is being set
};

} // namespace ui
