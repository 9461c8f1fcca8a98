// SPDX-License-Identifier: GPL-3.0-or-later
// Where the images of a message stand: small ones above a prompt, large ones in a reply.
#include "ui/transcript/slice_layout.h"

namespace ui {

namespace {

constexpr int kAttachedHeight = 46;
constexpr int kAddressWidth = 240;
constexpr QSize kMostInReply(360, 240);
constexpr QSize kLeastInReply(48, 48);
constexpr QSize kElsewhere(300, 110); ///< of one that is not loaded, and when it is

QSize attachedSize(const app::ImagePart &image, const TranscriptStyle &style)
{
    const int height = style.px(kAttachedHeight);
    if (!image.hasBytes()) // only the server saw it: its address is shown
        return {style.px(kAddressWidth), height};
    const double aspect =
        image.width > 0 && image.height > 0 ? double(image.width) / image.height : 4.0 / 3;
    return {qBound(style.px(32), qRound(height * aspect), style.px(120)), height};
}

/// In its own proportions, and no larger than it is.
QSize sizeInReply(const SliceImage &image, const TranscriptStyle &style, int room)
{
    const auto scaled = [&](QSize size) {
        return QSize(style.px(size.width()), style.px(size.height()));
    };
    const QSize known(image.part.width, image.part.height);
    if (!image.address.isEmpty() || known.isEmpty())
        return scaled(kElsewhere).boundedTo({room, style.px(kElsewhere.height())});
    const QSize most = scaled(kMostInReply).boundedTo({room, style.px(kMostInReply.height())});
    const QSize fitted = known.scaled(most, Qt::KeepAspectRatio).boundedTo(scaled(known));
    return fitted.expandedTo(scaled(kLeastInReply)).boundedTo(most);
}

} // namespace

void SliceLayout::layOutImages(const Slice &slice)
{
    const int gap = m_style.px(8);
    qreal x = m_left;
    qreal y = m_top;
    int rowHeight = 0;
    for (int i = 0; i < slice.images.size(); ++i) {
        const SliceImage &image = slice.images[i];
        const QSize size = slice.inPrompt ? attachedSize(image.part, m_style)
                                          : sizeInReply(image, m_style, qFloor(m_width));
        if (x > m_left && x + size.width() > m_left + m_width) {
            x = m_left;
            y += rowHeight + gap;
            rowHeight = 0;
        }
        const QRectF rect(QPointF(x, y), size);
        m_thumbnails.append(rect);
        m_controls.append(
            {{image.part.fileName, SliceItem::Look::Action, SliceAction::OpenImage, i}, rect, {}});
        x += size.width() + gap;
        rowHeight = qMax(rowHeight, size.height());
    }
    m_height = qCeil(y) + rowHeight + m_style.px(2);
}

} // namespace ui
