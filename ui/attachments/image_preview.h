// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/attachments/attached_image.h"
#include "ui/attachments/image_receiver.h"
#include "ui/theme/theme.h"

#include <QDialog>

class QComboBox;
class QPushButton;

namespace ui {

class CropView;
class FlatButton;
class ReceiverList;
class ThemedLabel;

/// What the model will see: the picture decoded from the very bytes that are sent, with their
/// format, size, tokens and price. It can be turned, cropped and scaled, with undo; the file it
/// came from stays as it is. Everything is prepared on a worker; the last wish counts.
class ImagePreview : public QDialog
{
    Q_OBJECT
public:
    struct Means
    {
        const Theme &theme;
        ImagePreviewer preview;
        ImageKeeper keep;
        int usualSide = 2048; ///< of the preferences
    };
    ImagePreview(const Means &means, const AttachedImage &image, const ImageReceivers &receivers,
                 QWidget *parent = nullptr);
    ~ImagePreview() override;

    [[nodiscard]] CropView &view() const { return *m_view; }
    [[nodiscard]] const app::ImageEdit &edit() const { return m_edit; }

signals:
    /// Accepted, with changes; it is kept already.
    void changed(const ui::AttachedImage &image);

private:
    [[nodiscard]] QWidget *makePicture();
    [[nodiscard]] QWidget *makeFacts();
    [[nodiscard]] QWidget *makeTools(QWidget *parent);
    void makeSides(QWidget *parent);
    void turn(int quarters);
    void crop();
    void undo();
    void change(const app::ImageEdit &edit);
    void load();
    void take(const app::Result<PreviewedImage> &image);
    void showFacts();
    void startAnew();
    void useIt();
    void refresh();

    const Means m_means;
    AttachedImage m_image;
    app::ImageEdit m_edit;
    QList<app::ImageEdit> m_before; ///< for undo
    app::PreparedImage m_prepared;
    int m_wish = 0; ///< answers to older ones are dropped
    bool m_isLoading = false;
    bool m_hasLostOriginal = false;
    CropView *m_view = nullptr;
    FlatButton *m_crop = nullptr;
    FlatButton *m_undo = nullptr;
    ThemedLabel *m_size = nullptr;
    ThemedLabel *m_format = nullptr;
    ThemedLabel *m_original = nullptr;
    ThemedLabel *m_problem = nullptr;
    QComboBox *m_side = nullptr;
    ReceiverList *m_receivers = nullptr;
    QPushButton *m_use = nullptr;
};

} // namespace ui
