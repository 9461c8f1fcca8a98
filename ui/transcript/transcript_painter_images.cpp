// SPDX-License-Identifier: GPL-3.0-or-later
// Images of a message, or what stands in their place.
#include "ui/transcript/remote_images.h"
#include "ui/transcript/transcript_painter.h"
#include "ui/transcript/transcript_words.h"

#include <QPainter>
#include <QPainterPath>

using namespace Qt::StringLiterals;

namespace ui {

namespace {
constexpr int kImageCorner = 4;
} // namespace

void TranscriptPainter::paintThumbnails(const Visible &visible)
{
    const QList<QRectF> &rects = visible.layout.thumbnails();
    const Thumbnails::Size size =
        visible.slice.inPrompt ? Thumbnails::Size::Small : Thumbnails::Size::Large;
    const QRectF dirty = QRectF(m_dirty).translated(0, -visible.top);
    for (qsizetype i = 0; i < rects.size(); ++i) {
        if (rects[i].intersects(dirty)) // what is not in sight is not decoded
            paintThumbnail(rects[i], visible.slice.images[i], size);
    }
}

/// Of an image that the server fetched, and the program never did.
void TranscriptPainter::paintAddress(const QRectF &rect, const QString &address)
{
    const int margin = m_layout.style().px(8);
    const QRectF inside = rect.adjusted(margin, 0, -margin, 0);
    QPainterPath path;
    path.addRoundedRect(rect, kImageCorner, kImageCorner);
    m_painter.save();
    m_painter.fillPath(path, m_colours.hairline);
    m_painter.setFont(m_layout.style().caption);
    m_painter.setPen(m_colours.secondary);
    m_painter.drawText(
        inside, Qt::AlignCenter,
        QFontMetricsF(m_painter.font()).elidedText(address, Qt::ElideMiddle, inside.width()));
    m_painter.restore();
}

void TranscriptPainter::paintThumbnail(const QRectF &rect, const SliceImage &image,
                                       Thumbnails::Size size)
{
    if (image.address.isEmpty() && !image.part.hasBytes())
        return paintAddress(rect, image.part.url);
    const bool isHere =
        image.address.isEmpty() || m_remote.state(image.address) == RemoteImages::State::Loaded;
    const QImage thumbnail = isHere ? m_thumbnails.image(image.key(), size) : QImage();
    const bool isElsewhere = !image.address.isEmpty();
    QPainterPath path;
    path.addRoundedRect(rect, kImageCorner, kImageCorner);
    m_painter.save();
    m_painter.fillPath(path, isElsewhere ? m_colours.codeGround : m_colours.hairline);
    if (thumbnail.isNull()) {
        m_painter.setFont(m_layout.style().caption);
        m_painter.setPen(isElsewhere ? m_colours.accent : m_colours.secondary);
        m_painter.drawText(rect.adjusted(8, 4, -8, -4), Qt::AlignCenter | Qt::TextWordWrap,
                           size == Thumbnails::Size::Large       ? wordsInPlaceOf(image)
                           : m_thumbnails.hasFailed(image.key()) ? u"!"_s
                                                                 : QString());
    } else {
        m_painter.setClipPath(path, Qt::IntersectClip);
        m_painter.setRenderHint(QPainter::SmoothPixmapTransform);
        // One that is elsewhere told nothing of its proportions.
        const auto mode = isElsewhere ? Qt::KeepAspectRatio : Qt::KeepAspectRatioByExpanding;
        QRectF target(QPointF(), QSizeF(thumbnail.size()).scaled(rect.size(), mode));
        target.moveCenter(rect.center());
        m_painter.drawImage(target, thumbnail);
    }
    m_painter.restore();
}

QString TranscriptPainter::wordsInPlaceOf(const SliceImage &image) const
{
    if (m_thumbnails.hasFailed(image.key()))
        return Transcript::tr("This picture cannot be shown.");
    if (image.address.isEmpty())
        return {};
    switch (m_remote.state(image.address)) {
    case RemoteImages::State::NotAsked:
        //: On an image that does not load by itself; %1 is the name of a server.
        return Transcript::tr("Click to load the picture from %1").arg(remoteHost(image.address));
    case RemoteImages::State::Failed:
        return m_remote.failure(image.address);
    case RemoteImages::State::Loading:
    case RemoteImages::State::Loaded:
        break;
    }
    return Transcript::tr("Loading…");
}

} // namespace ui
