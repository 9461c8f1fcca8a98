// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/viewed_images.h"

#include <QFileInfo>
#include <QMimeDatabase>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr qsizetype kLongestFileName = 80;

/// A name from elsewhere may hold a path, or what no file can be called.
QString asFileName(QString name)
{
    for (QChar &c : name) {
        if (c.unicode() < 0x20 || u"/\\:*?\"<>|"_s.contains(c))
            c = u'_';
    }
    while (name.startsWith(u'.'))
        name.remove(0, 1);
    return name.left(kLongestFileName).trimmed();
}

} // namespace

ViewedImages viewedImages(const ActivatedImage &activated)
{
    const ViewedImage alone{activated.sha256, activated.bytes, activated.name, {}};
    const app::Message *message =
        activated.chat ? activated.chat->conversation().message(activated.message) : nullptr;
    ViewedImages viewed;
    for (const app::Part &part : message ? message->parts : app::Parts()) {
        const auto *image = std::get_if<app::ImagePart>(&part);
        if (!image)
            continue;
        const bool isActivated = image->sha256 == activated.sha256;
        if (isActivated)
            viewed.current = int(viewed.images.size());
        const bool isUnnamed = isActivated && image->fileName.isEmpty();
        viewed.images.append(
            {image->sha256, {}, isUnnamed ? activated.name : image->fileName, image->mimeType});
    }
    const bool isAmong = std::ranges::any_of(viewed.images, [&](const ViewedImage &image) {
        return !activated.sha256.isEmpty() && image.sha256 == activated.sha256;
    });
    return isAmong ? viewed : ViewedImages{{alone}, 0};
}

QString proposedImageName(const ViewedImage &image)
{
    const QMimeDatabase types;
    const QMimeType type = image.bytes.isEmpty() ? types.mimeTypeForName(image.mimeType)
                                                 : types.mimeTypeForData(image.bytes);
    const QString ending = type.isValid() ? type.preferredSuffix() : QString();
    QString name = asFileName(image.name);
    if (name.isEmpty())
        name = u"image"_s;
    if (ending.isEmpty())
        return name;
    const QString known = QFileInfo(name).suffix();
    if (type.suffixes().contains(known, Qt::CaseInsensitive))
        return name;
    const bool hasEnding = !known.isEmpty() && known.size() <= 4;
    return (hasEnding ? name.chopped(known.size() + 1) : name) + u'.' + ending;
}

} // namespace ui
