// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/colour_areas.h"
#include "app/demo/demo_models.h"
#include "app/demo/demo_texts.h"
#include "app/demo/image_facts.h"

#include <QBuffer>
#include <QImageReader>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr qsizetype kMostPictures = 4;
constexpr qint64 kMostPixels = 100'000'000;
constexpr int kDecodedSide = 1024;

enum class Areas { Named, Omitted };

QString descriptionOf(const QString &url, Areas areas)
{
    if (!url.startsWith("data:"_L1))
        return u"This is a link. The demo is offline and fetches nothing.\n"_s;
    const qsizetype comma = url.indexOf(u',');
    QBuffer buffer;
    buffer.setData(QByteArray::fromBase64(QStringView(url).sliced(comma + 1).toLatin1()));
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    reader.setDecideFormatFromContent(true);
    const QSize size = reader.size();
    if (size.isEmpty() || qint64(size.width()) * size.height() > kMostPixels)
        return u"I cannot read it: this is no picture, or it is far too large.\n"_s;
    if (std::max(size.width(), size.height()) > kDecodedSide)
        reader.setScaledSize(
            size.scaled(kDecodedSide, kDecodedSide, Qt::KeepAspectRatio).expandedTo({1, 1}));
    const QImage image = reader.read();
    if (image.isNull())
        return u"I cannot read it: the picture is broken.\n"_s;
    const ImageFacts facts = measured(image, size);
    const QString boxes = areas == Areas::Named ? describe(colourAreas(image, facts)) : QString();
    return describe(facts) + (boxes.isEmpty() ? boxes : u'\n' + boxes);
}

} // namespace

DemoScript visionAnswer(const DemoRequest &request)
{
    DemoScript script;
    const QStringList urls = request.imageUrls.mid(0, kMostPictures);
    if (urls.isEmpty()) {
        script.text = QString::fromUtf16(demoTexts(request.language).noPicture);
        return script;
    }
    script.text = u"I measured the pixels that you sent; I do not know what they show.\n\n"_s;
    for (qsizetype i = 0; i < urls.size(); ++i) {
        if (urls.size() > 1)
            script.text += u"### Picture %1\n\n"_s.arg(i + 1);
        // Boxes do not say which picture they belong to.
        script.text +=
            descriptionOf(urls.at(i), urls.size() == 1 ? Areas::Named : Areas::Omitted) + u'\n';
    }
    if (request.imageUrls.size() > urls.size())
        script.text += u"There were more pictures; I look at %1 at most.\n"_s.arg(kMostPictures);
    return script;
}

} // namespace app
