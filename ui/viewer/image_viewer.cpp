// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/image_viewer.h"

#include "app/base/when_done.h"
#include "ui/viewer/answer_pane.h"
#include "ui/viewer/image_canvas.h"
#include "ui/viewer/picture_wording.h"
#include "ui/viewer/viewed_answers.h"
#include "ui/widgets/file_saving.h"
#include "ui/widgets/fit_to_screen.h"
#include "ui/widgets/flat_button.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/themed_label.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QSplitter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {
constexpr QSize kViewerSize(1180, 760);
constexpr QSize kViewerSizeAlone(900, 680);
} // namespace

ImageViewer::ImageViewer(const Theme &theme, Thumbnails::Loader loader, const ActivatedImage &image,
                         QWidget *parent)
    : QWidget(parent, Qt::Window), m_theme(theme), m_loader(std::move(loader)),
      m_viewed(viewedImages(image)),
      m_answers(new ViewedAnswers(image.chat, image.message, image.turn, this)),
      m_title(new ThemedLabel(theme, TextRole::Body, &Colours::secondary, this)),
      m_previous(addButton(u"chevron-left"_s, tr("Previous image (Left)"))),
      m_next(addButton(u"chevron-right"_s, tr("Next image (Right)"))),
      m_zoomOut(addButton(u"minus"_s, tr("Smaller (−)"))), m_zoom(addButton({}, u"100 %"_s)),
      m_zoomIn(addButton(u"plus"_s, tr("Larger (+)"))),
      m_fit(addButton(u"fit"_s, tr("Fit into the window (0)"))),
      m_copy(addButton(u"copy"_s, tr("Copy image (Ctrl+C)"))),
      m_save(addButton(u"save"_s, tr("Save image as… (Ctrl+S)"))),
      m_boxesShown(new QCheckBox(tr("Boxes"), this)), m_canvas(new ImageCanvas(theme, this)),
      m_body(new QSplitter(Qt::Horizontal, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_body->setChildrenCollapsible(false);
    m_body->setHandleWidth(1);
    m_body->addWidget(m_canvas);
    m_body->setStretchFactor(0, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeBar());
    layout->addWidget(new Separator(theme, Qt::Horizontal, this));
    layout->addWidget(m_body, 1);
    resizeWithinScreen(*this, m_answers->answers().isEmpty() ? kViewerSizeAlone : kViewerSize);
    connect(m_canvas, &ImageCanvas::scaleChanged, this, &ImageViewer::refreshScale);
    connect(m_canvas, &ImageCanvas::boxHovered, this, &ImageViewer::hoverText);
    connect(m_answers, &ViewedAnswers::changed, this, &ImageViewer::refreshAnswers);
    refreshAnswers();
    showImage(m_viewed.current);
    m_canvas->setFocus();
}

ImageViewer::~ImageViewer() = default;

FlatButton *ImageViewer::addButton(const QString &icon, const QString &text)
{
    auto *button = new FlatButton(m_theme, icon, text, this);
    button->setIconOnly(!icon.isEmpty());
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

QWidget *ImageViewer::makeBar()
{
    auto *bar = new QWidget(this);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(metrics::kStep3, metrics::kStep2, metrics::kStep3, metrics::kStep2);
    layout->setSpacing(metrics::kStep1);
    layout->addWidget(m_previous);
    layout->addWidget(m_next);
    layout->addWidget(m_title, 1);
    layout->addWidget(m_boxesShown);
    layout->addSpacing(metrics::kStep2);
    for (QWidget *each : QList<QWidget *>{m_zoomOut, m_zoom, m_zoomIn, m_fit, m_copy, m_save}) {
        layout->addWidget(each);
        if (each == m_fit)
            layout->addSpacing(metrics::kStep2);
    }
    m_zoom->setToolTip(tr("True size (1)"));
    m_boxesShown->setChecked(true);
    m_boxesShown->setToolTip(tr("Show the boxes that the answers name (B)"));
    connect(m_previous, &FlatButton::clicked, this, [this] { showImage(m_viewed.current - 1); });
    connect(m_next, &FlatButton::clicked, this, [this] { showImage(m_viewed.current + 1); });
    connect(m_zoomOut, &FlatButton::clicked, m_canvas, &ImageCanvas::zoomOut);
    connect(m_zoom, &FlatButton::clicked, m_canvas, &ImageCanvas::showTrueSize);
    connect(m_zoomIn, &FlatButton::clicked, m_canvas, &ImageCanvas::zoomIn);
    connect(m_fit, &FlatButton::clicked, m_canvas, &ImageCanvas::fit);
    connect(m_copy, &FlatButton::clicked, this, &ImageViewer::copyImage);
    connect(m_save, &FlatButton::clicked, this, &ImageViewer::saveImage);
    connect(m_boxesShown, &QCheckBox::toggled, this, &ImageViewer::refreshBoxes);
    return bar;
}

void ImageViewer::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        return copyImage();
    if (event->matches(QKeySequence::Save))
        return saveImage();
    switch (event->key()) {
    case Qt::Key_Escape:
        close();
        return;
    case Qt::Key_B:
        m_boxesShown->toggle();
        return;
    case Qt::Key_Left:
        return showImage(m_viewed.current - 1);
    case Qt::Key_Right:
        return showImage(m_viewed.current + 1);
    default:
        QWidget::keyPressEvent(event);
    }
}

void ImageViewer::showImage(int number)
{
    if (number < 0 || number >= m_viewed.images.size())
        return;
    m_viewed.current = number;
    m_bytes.clear();
    takePicture({});
    const ViewedImage &image = m_viewed.images.at(number);
    const int wish = ++m_wish;
    if (!image.bytes.isEmpty())
        return take(image.bytes);
    app::whenDone(m_loader(image.sha256), this, [this, wish](const app::Result<QByteArray> &bytes) {
        if (wish != m_wish)
            return;
        if (bytes)
            return take(*bytes);
        m_canvas->setSentence(tr("The image is not in the profile any more."));
        emit shown();
    });
}

void ImageViewer::take(const QByteArray &bytes)
{
    m_bytes = bytes;
    app::whenDone(app::decodePictureLater(bytes), this,
                  [this, wish = m_wish](const app::DecodedPicture &picture) {
                      if (wish != m_wish)
                          return;
                      takePicture(picture);
                      emit shown();
                  });
}

void ImageViewer::takePicture(const app::DecodedPicture &picture)
{
    if (picture.isNull())
        m_canvas->setSentence(pictureSentence(picture.problem));
    else
        m_canvas->setPicture(picture);
    for (AnswerPane *pane : std::as_const(m_panes))
        pane->setImage(picture.size, m_viewed.current, int(m_viewed.images.size()));
    refreshBoxes();
    refreshBar();
}

void ImageViewer::refreshBar()
{
    const int count = int(m_viewed.images.size());
    const ViewedImage &image = m_viewed.images.at(m_viewed.current);
    const app::DecodedPicture &picture = m_canvas->picture();
    QStringList said;
    if (count > 1)
        //: Which image of how many is shown.
        said.append(
            tr("%1 of %2").arg(QString::number(m_viewed.current + 1), QString::number(count)));
    if (!image.name.isEmpty())
        said.append(image.name);
    if (!picture.isNull())
        said.append(u"%1 × %2"_s.arg(picture.size.width()).arg(picture.size.height()));
    const QString sentence = said.join(u" · "_s);
    m_title->setText(sentence);
    setWindowTitle(sentence.isEmpty() ? tr("Image") : tr("Image %1").arg(sentence));
    m_canvas->setAccessibleName(windowTitle());
    m_previous->setVisible(count > 1);
    m_next->setVisible(count > 1);
    m_previous->setEnabled(m_viewed.current > 0);
    m_next->setEnabled(m_viewed.current + 1 < count);
    for (FlatButton *button : {m_zoomOut, m_zoom, m_zoomIn, m_fit, m_copy})
        button->setEnabled(!picture.isNull());
    m_save->setEnabled(!m_bytes.isEmpty());
    refreshScale();
}

void ImageViewer::refreshScale()
{
    m_zoom->setText(u"%1 %"_s.arg(qRound(m_canvas->scale() * 100)));
}

void ImageViewer::copyImage()
{
    if (!m_canvas->picture().isNull())
        QApplication::clipboard()->setImage(m_canvas->picture().levels.constFirst());
}

void ImageViewer::saveImage()
{
    if (m_bytes.isEmpty())
        return;
    ViewedImage image = m_viewed.images.at(m_viewed.current);
    image.bytes = m_bytes;
    saveFileAs(m_bytes, proposedImageName(image), tr("Save image"), this);
}

} // namespace ui
