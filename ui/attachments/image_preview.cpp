// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/attachments/image_preview.h"

#include "app/base/when_done.h"
#include "ui/attachments/crop_view.h"
#include "ui/attachments/receiver_list.h"
#include "ui/widgets/fit_to_screen.h"
#include "ui/widgets/flat_button.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/themed_label.h"
#include "ui/wording/image_wording.h"
#include "ui/wording/number_wording.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QVBoxLayout>

#include <array>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr QSize kPreviewSize{860, 580};
constexpr int kFactsWidth = 264;
constexpr std::array kSides{512, 768, 1024, 1536, 2048, 3072, 4096};

/// The part of a picture in a picture that is turned clockwise by a quarter.
QRectF turnedByQuarter(const QRectF &part)
{
    return {1 - part.bottom(), part.left(), part.height(), part.width()};
}

QRectF withinPart(const QRectF &part, const QRectF &whole)
{
    return {whole.left() + part.left() * whole.width(), whole.top() + part.top() * whole.height(),
            part.width() * whole.width(), part.height() * whole.height()};
}

/// Of what was made ready before, nothing but its bytes is left: it is not scaled once more.
app::ImageEdit firstEdit(const AttachedImage &image)
{
    app::ImageEdit edit = image.edit;
    if (std::holds_alternative<StoredImage>(image.original) && edit == app::ImageEdit())
        edit.longestSide = 0;
    return edit;
}

} // namespace

ImagePreview::ImagePreview(const Means &means, const AttachedImage &image,
                           const ImageReceivers &receivers, QWidget *parent)
    : QDialog(parent), m_means(means), m_image(image)
{
    setWindowTitle(tr("What the model will see"));
    auto *stored = std::get_if<StoredImage>(&m_image.original);
    if (stored && stored->sha256.isEmpty())
        stored->sha256 = m_image.part.sha256;
    m_edit = firstEdit(m_image);
    m_image.edit = m_edit;
    auto *columns = new QHBoxLayout;
    columns->setSpacing(0);
    columns->addWidget(makePicture(), 1);
    columns->addWidget(new Separator(means.theme, Qt::Vertical, this));
    columns->addWidget(makeFacts());
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->setContentsMargins(metrics::kStep3, metrics::kStep2, metrics::kStep3, metrics::kStep2);
    m_use = buttons->addButton(tr("Use it"), QDialogButtonBox::AcceptRole);
    m_use->setDefault(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(columns, 1);
    layout->addWidget(new Separator(means.theme, Qt::Horizontal, this));
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &ImagePreview::useIt);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_receivers->setReceivers(receivers);
    resizeWithinScreen(*this, kPreviewSize);
    m_view->setFocus();
    load();
}

ImagePreview::~ImagePreview() = default;

QWidget *ImagePreview::makePicture()
{
    auto *area = new QWidget(this);
    auto *layout = new QVBoxLayout(area);
    layout->setContentsMargins(metrics::kStep4, metrics::kStep4, metrics::kStep4, metrics::kStep2);
    layout->setSpacing(metrics::kStep2);
    m_view = new CropView(m_means.theme, area);
    m_problem = new ThemedLabel(m_means.theme, TextRole::Small, &Colours::danger, area);
    m_problem->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    m_problem->setWordWrap(true);
    m_problem->hide();
    layout->addWidget(m_view, 1);
    layout->addWidget(m_problem);
    layout->addWidget(makeTools(area), 0, Qt::AlignHCenter);
    connect(m_view, &CropView::selectionChanged, this, &ImagePreview::refresh);
    connect(m_view, &CropView::cropRequested, this, &ImagePreview::crop);
    return area;
}

QWidget *ImagePreview::makeTools(QWidget *parent)
{
    auto *row = new QWidget(parent);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::kStep1);
    const auto tool = [this, row, layout](const QString &icon, const QString &text,
                                          const QKeySequence &keys, auto carryOut) {
        auto *button = new FlatButton(m_means.theme, icon, text, row);
        button->setFocusPolicy(Qt::TabFocus);
        connect(button, &FlatButton::clicked, this, carryOut);
        connect(new QShortcut(keys, this), &QShortcut::activated, button, &FlatButton::click);
        layout->addWidget(button);
        //: A command and its keys.
        button->setToolTip(tr("%1 (%2)").arg(text, keys.toString(QKeySequence::NativeText)));
        return button;
    };
    FlatButton *left = tool(u"rotate-left"_s, tr("Turn to the left"),
                            Qt::CTRL | Qt::SHIFT | Qt::Key_R, [this] { turn(3); });
    left->setIconOnly(true);
    FlatButton *right =
        tool(u"rotate-right"_s, tr("Turn to the right"), Qt::CTRL | Qt::Key_R, [this] { turn(1); });
    right->setIconOnly(true);
    m_crop =
        tool(u"crop"_s, tr("Crop to the chosen part"), Qt::CTRL | Qt::Key_K, [this] { crop(); });
    m_undo = tool(u"undo"_s, tr("Undo"), QKeySequence::Undo, [this] { undo(); });
    return row;
}

QWidget *ImagePreview::makeFacts()
{
    const Theme &theme = m_means.theme;
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFixedWidth(kFactsWidth);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *facts = new QWidget(scroll);
    auto *layout = new QVBoxLayout(facts);
    layout->setContentsMargins(metrics::kStep4, metrics::kStep4, metrics::kStep4, metrics::kStep4);
    layout->setSpacing(metrics::kStep1);
    const auto line = [&](TextRole role, QColor Colours::*colour) {
        auto *label = new ThemedLabel(theme, role, colour, facts);
        layout->addWidget(label);
        return label;
    };
    ThemedLabel *name = line(TextRole::Strong, &Colours::text);
    name->setText(m_image.part.fileName.isEmpty() ? tr("Pasted image") : m_image.part.fileName);
    name->setElideMode(Qt::ElideMiddle);
    m_size = line(TextRole::Body, &Colours::text);
    m_format = line(TextRole::Small, &Colours::secondary);
    m_original = line(TextRole::Small, &Colours::secondary);
    layout->addSpacing(metrics::kStep2);
    makeSides(facts);
    layout->addSpacing(metrics::kStep3);
    line(TextRole::Strong, &Colours::text)->setText(tr("What it will cost"));
    m_receivers = new ReceiverList(theme, facts);
    layout->addWidget(m_receivers);
    layout->addSpacing(metrics::kStep2);
    ThemedLabel *note = line(TextRole::Small, &Colours::secondary);
    // Its usual height is that of a wider column.
    note->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    note->setWordWrap(true);
    note->setText(tr("Tokens and prices are estimated: servers scale and count images in their own "
                     "ways. The answer says what it was. Where and when a photo was taken, and all "
                     "else that its file tells, is never sent."));
    layout->addStretch(1);
    scroll->setWidget(facts);
    return scroll;
}

void ImagePreview::makeSides(QWidget *parent)
{
    auto *label = new ThemedLabel(m_means.theme, TextRole::Small, &Colours::secondary, parent);
    label->setText(tr("Longest side"));
    m_side = new QComboBox(parent);
    m_side->setAccessibleName(label->text());
    m_side->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_side->addItem(m_means.usualSide > 0 ? tr("As preferred: %1 pixels").arg(m_means.usualSide)
                                          : tr("As preferred: as it is"),
                    -1);
    for (const int side : kSides)
        m_side->addItem(tr("%1 pixels").arg(side), side);
    m_side->addItem(tr("As large as it is"), 0);
    m_side->setCurrentIndex(std::max(0, m_side->findData(m_edit.longestSide)));
    connect(m_side, &QComboBox::activated, this, [this] {
        app::ImageEdit edit = m_edit;
        edit.longestSide = m_side->currentData().toInt();
        change(edit);
    });
    auto *layout = static_cast<QVBoxLayout *>(parent->layout());
    layout->addWidget(label);
    layout->addWidget(m_side);
}

void ImagePreview::turn(int quarters)
{
    app::ImageEdit edit = m_edit;
    edit.quarterTurns = (edit.quarterTurns + quarters) % 4;
    for (int i = 0; i < quarters; ++i)
        edit.crop = turnedByQuarter(edit.crop);
    change(edit);
}

void ImagePreview::crop()
{
    if (m_view->selection().isEmpty())
        return;
    app::ImageEdit edit = m_edit;
    edit.crop = withinPart(m_view->selection(), edit.crop);
    change(edit);
}

void ImagePreview::undo()
{
    if (m_before.isEmpty())
        return;
    m_edit = m_before.takeLast();
    load();
}

void ImagePreview::change(const app::ImageEdit &edit)
{
    if (edit == m_edit)
        return;
    m_before.append(std::exchange(m_edit, edit));
    load();
}

/// What is not changed is shown as it is sent; anything else is made from the original.
void ImagePreview::load()
{
    m_isLoading = true;
    refresh();
    const bool isChanged = m_edit != m_image.edit;
    const ImageSource source =
        isChanged ? m_image.original : ImageSource(StoredImage{m_image.part.sha256});
    app::whenDone(m_means.preview(source, isChanged ? m_edit : app::ImageEdit()), this,
                  [this, wish = ++m_wish](const app::Result<PreviewedImage> &image) {
                      if (wish == m_wish)
                          take(image);
                  });
}

void ImagePreview::take(const app::Result<PreviewedImage> &image)
{
    m_isLoading = false;
    m_problem->setVisible(!image || m_hasLostOriginal);
    if (image) {
        m_prepared = image->prepared;
        m_view->setImage(image->pixels);
        showFacts();
    } else if (!std::holds_alternative<StoredImage>(m_image.original)) {
        startAnew();
    } else {
        m_problem->setText(imageProblemText(image.error(), {}));
    }
    refresh();
}

/// The file is gone: what was made of it is what is left to work with.
void ImagePreview::startAnew()
{
    m_image.original = StoredImage{m_image.part.sha256};
    m_image.originalSize = {};
    m_edit = {.longestSide = 0};
    m_image.edit = m_edit;
    m_before.clear();
    m_hasLostOriginal = true;
    m_problem->setText(tr("The file that it came from cannot be read any more. What is sent stays "
                          "as it is, and can still be cropped and turned."));
    load();
}

void ImagePreview::showFacts()
{
    m_size->setText(tr("%1 × %2 pixels").arg(m_prepared.width).arg(m_prepared.height));
    //: Format and size of an image: "JPEG, 412 KB".
    m_format->setText(
        tr("%1, %2").arg(imageFormatText(m_prepared.mimeType), bytesText(m_prepared.bytes.size())));
    const QSize from = m_edit == m_image.edit ? m_image.originalSize : m_prepared.original;
    m_original->setVisible(!from.isEmpty() && from != QSize(m_prepared.width, m_prepared.height));
    m_original->setText(tr("made from %1 × %2 pixels").arg(from.width()).arg(from.height()));
    m_receivers->setImageSize({m_prepared.width, m_prepared.height});
}

void ImagePreview::useIt()
{
    if (m_edit == m_image.edit) {
        accept();
        return;
    }
    m_isLoading = true;
    refresh();
    app::whenDone(m_means.keep(m_prepared), this, [this](const app::Result<void> &kept) {
        m_isLoading = false;
        refresh();
        if (!kept) {
            m_problem->setText(imageProblemText(kept.error(), {}));
            m_problem->show();
            return;
        }
        AttachedImage image = m_image;
        image.part = app::imagePart(m_prepared, m_image.part.fileName);
        image.thumbnail = m_prepared.thumbnail;
        image.edit = m_edit;
        image.originalSize = m_prepared.original;
        accept();
        emit changed(image);
    });
}

void ImagePreview::refresh()
{
    m_crop->setEnabled(!m_view->selection().isEmpty() && !m_isLoading);
    m_undo->setEnabled(!m_before.isEmpty());
    m_use->setEnabled(!m_isLoading);
    m_side->setCurrentIndex(std::max(0, m_side->findData(m_edit.longestSide)));
    if (m_isLoading && m_size->text().isEmpty())
        m_size->setText(tr("Preparing…"));
}

} // namespace ui
