// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/attachments/address_dialog.h"
#include "ui/attachments/image_preview.h"
#include "ui/attachments/screen_capture.h"
#include "ui/composer/attachment_intake.h"
#include "ui/composer/attachment_strip.h"
#include "ui/composer/composer.h"
#include "ui/composer/prompt_edit.h"
#include "ui/widgets/flat_button.h"
#include "ui/wording/image_wording.h"

#include <QDateTime>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace ui {

// The images of what is being written.

QWidget *Composer::buildImageButton(QWidget *row)
{
    m_addImage = new FlatButton(m_theme, u"plus"_s, tr("Image"), row);
    m_addImage->setTextRole(TextRole::Small);
    m_addImage->setToolTip(
        tr("Attach images and pages of PDF files; they can also be pasted or dropped here"));
    auto *menu = new QMenu(m_addImage);
    connect(menu->addAction(tr("From files…")), &QAction::triggered, this, &Composer::chooseImages);
    connect(menu->addAction(tr("Part of the screen")), &QAction::triggered, this,
            &Composer::captureScreen);
    connect(menu->addAction(tr("Image by address…")), &QAction::triggered, this,
            &Composer::askForAddress);
    m_addImage->setMenu(menu);
    return m_addImage;
}

void Composer::bindImages()
{
    connect(m_edit, &PromptEdit::imagesOffered, this, &Composer::attach);
    connect(m_strip, &AttachmentStrip::imagesChanged, this, [this] {
        announceDraft();
        refreshNotes();
    });
    connect(m_strip, &AttachmentStrip::activated, this, &Composer::openPreview);
    connect(m_intake, &AttachmentIntake::problemsChanged, this, &Composer::refreshNotes);
    connect(m_intake, &AttachmentIntake::textTaken, this, &Composer::insertText);
    connect(m_intake, &AttachmentIntake::settled, this, [this] {
        refreshButtons();
        if (std::exchange(m_sendsWhenReady, false) && m_intake->problems().isEmpty())
            send();
    });
}

void Composer::setImagePreview(ImagePreviewer previewer, ImageKeeper keeper,
                               std::function<int()> usualSide)
{
    m_previewer = std::move(previewer);
    m_keeper = std::move(keeper);
    m_usualSide = std::move(usualSide);
}

void Composer::setReceivers(const ImageReceivers &receivers)
{
    if (receivers == m_receivers)
        return;
    m_receivers = receivers;
    refreshNotes();
}

bool Composer::takes(const QMimeData &offered)
{
    return !PromptEdit::imagesIn(offered).isEmpty();
}

void Composer::attachFrom(const QMimeData &offered)
{
    attach(PromptEdit::imagesIn(offered));
}

void Composer::attach(const QList<ImageSource> &images)
{
    m_intake->attach(images);
    refreshButtons();
}

void Composer::chooseImages()
{
    // Not every home has one.
    const QString pictures = QStandardPaths::writableLocation(QStandardPaths::PicturesLocation);
    auto *dialog = new QFileDialog(
        this, tr("Attach images"), QFileInfo(pictures).isDir() ? pictures : QDir::homePath(),
        tr("Images and PDF files (*.png *.jpg *.jpeg *.webp *.gif *.bmp *.tif *.tiff *.heic *.heif "
           "*.avif *.jxl *.pdf);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setViewMode(QFileDialog::List);
    if (!m_imageFolder.isEmpty())
        dialog->setDirectory(m_imageFolder);
    connect(dialog, &QFileDialog::filesSelected, this, [this, dialog](const QStringList &paths) {
        m_imageFolder = dialog->directory().path();
        QList<ImageSource> images;
        for (const QString &path : paths)
            images.append(ImageFile{path});
        attach(images);
        focusText();
    });
    dialog->open();
}

void Composer::captureScreen()
{
    if (!m_capture) {
        m_capture = new ScreenCapture(m_theme, this);
        connect(m_capture, &ScreenCapture::taken, this, [this](const ImageSource &image) {
            attach({image});
            focusText();
        });
        connect(m_capture, &ScreenCapture::failed, m_intake, &AttachmentIntake::setProblem);
    }
    m_intake->clearProblems();
    m_capture->start();
}

void Composer::askForAddress()
{
    auto *dialog = new AddressDialog(m_theme, {}, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &AddressDialog::chosen, this, [this](const app::ImagePart &image) {
        m_intake->attachReady({image, {}});
        focusText();
    });
    dialog->open();
}

void Composer::editAddress(int index)
{
    const app::ImagePart shown = m_strip->images().at(index).part;
    auto *dialog = new AddressDialog(m_theme, shown.url, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &AddressDialog::chosen, this, [this, shown](const app::ImagePart &image) {
        const int place = m_strip->indexOf(shown.sha256);
        m_strip->replace(place, {image, {}});
    });
    dialog->open();
}

void Composer::openPreview(int index)
{
    const AttachedImage shown = m_strip->images().at(index);
    if (!shown.part.hasBytes())
        return editAddress(index);
    if (!m_previewer || !m_keeper)
        return;
    auto *dialog =
        new ImagePreview({m_theme, m_previewer, m_keeper, m_usualSide()}, shown, m_receivers, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ImagePreview::changed, this, [this, shown](const AttachedImage &image) {
        const int place = m_strip->indexOf(shown.part.sha256);
        m_strip->replace(place, image);
    });
    dialog->open();
}

/// Behind what is written, where it can be read and shortened before it is sent.
void Composer::insertText(const QString &text)
{
    QTextCursor cursor(m_edit->document());
    cursor.movePosition(QTextCursor::End);
    cursor.insertText((m_edit->document()->isEmpty() ? QString() : u"\n\n"_s) + text);
    m_edit->setTextCursor(cursor);
}

void Composer::sendWhenReady()
{
    if (m_strip->pending() > 0)
        m_sendsWhenReady = true;
    else
        send();
}

bool Composer::isPreparing() const
{
    return m_strip->pending() > 0 || m_sendsWhenReady;
}

void Composer::refreshNotes()
{
    const QString problems = m_intake->problems().join(u'\n');
    m_problem->setText(problems);
    m_problem->setVisible(!problems.isEmpty());
    QStringList warnings = m_intake->notes();
    if (!m_strip->images().isEmpty())
        warnings.append(blindLanesText(m_receivers, QDateTime::currentMSecsSinceEpoch()));
    warnings.removeAll(QString());
    m_warnings->setText(warnings.join(u'\n'));
    m_warnings->setVisible(!warnings.isEmpty());
}

} // namespace ui
