// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/attachments/picture_decoding.h"
#include "ui/transcript/thumbnails.h"
#include "ui/viewer/viewed_images.h"

#include <QWidget>

class QCheckBox;
class QSplitter;

namespace ui {

class AnswerPane;
class FlatButton;
class ImageCanvas;
class Theme;
class ThemedLabel;
class ViewedAnswers;

/// A window with the images of a message, one at a time, next to what all lanes answered about
/// them, live while that is written; boxes that the answers name lie on the image. It opens at
/// once: bytes are read and decoded behind it.
///
/// Left and Right walk, + − 0 1 zoom, B switches all boxes, Ctrl+C copies the image, Ctrl+S saves
/// it, Escape closes.
class ImageViewer : public QWidget
{
    Q_OBJECT
public:
    /// The loader gives the bytes of an image by its SHA-256.
    ImageViewer(const Theme &theme, Thumbnails::Loader loader, const ActivatedImage &image,
                QWidget *parent);
    ~ImageViewer() override;

    [[nodiscard]] ImageCanvas &canvas() const { return *m_canvas; }
    [[nodiscard]] const QList<AnswerPane *> &panes() const { return m_panes; }
    [[nodiscard]] int current() const { return m_viewed.current; }
    void showImage(int number);
    void copyImage();
    void saveImage();

signals:
    void shown(); ///< the picture, or the sentence in its place

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *makeBar();
    QWidget *makeAnswers();
    FlatButton *addButton(const QString &icon, const QString &text);
    void take(const QByteArray &bytes);
    void takePicture(const app::DecodedPicture &picture);
    void refreshBar();
    void refreshScale();
    void refreshAnswers();
    void refreshBoxes();
    void hoverText(int box);
    void hoverBox(int answer, int number);

    const Theme &m_theme;
    Thumbnails::Loader m_loader;
    ViewedImages m_viewed;
    ViewedAnswers *m_answers;
    QByteArray m_bytes; ///< of the image that is shown
    int m_wish = 0; ///< number of the newest image asked for
    ThemedLabel *m_title;
    FlatButton *m_previous;
    FlatButton *m_next;
    FlatButton *m_zoomOut;
    FlatButton *m_zoom;
    FlatButton *m_zoomIn;
    FlatButton *m_fit;
    FlatButton *m_copy;
    FlatButton *m_save;
    QCheckBox *m_boxesShown;
    ImageCanvas *m_canvas;
    QSplitter *m_body;
    QWidget *m_answerArea = nullptr;
    QSplitter *m_answerList = nullptr;
    QList<AnswerPane *> m_panes; ///< children of the list, in its order
};

} // namespace ui
