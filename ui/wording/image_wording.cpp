// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wording/image_wording.h"

#include "app/attachments/attachment_errors.h"
#include "ui/widgets/badge_label.h"
#include "ui/wording/error_wording.h"
#include "ui/wording/number_wording.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int kLongestName = 60;

class ImageWording
{
    Q_DECLARE_TR_FUNCTIONS(ui::ImageWording)
public:
    [[nodiscard]] static QString problem(const app::Error &error);
    [[nodiscard]] static QString pdfProblem(const app::Error &error);
    [[nodiscard]] static QString missingPlugin(const QString &format);
    [[nodiscard]] static QString named(const QString &sentence, const QString &name);
    [[nodiscard]] static QString frames(const QString &name, int frames);
    [[nodiscard]] static QString blind(const ImageReceiver &lane, const QString &who, qint64 nowMs);
    [[nodiscard]] static QString rule(app::ImageTokenRule rule);
    [[nodiscard]] static QString guess(const QString &rule);
};

QString ImageWording::missingPlugin(const QString &format)
{
    if (format == "HEIC"_L1 || format == "AVIF"_L1 || format == "JPEG XL"_L1) {
        return tr("This computer cannot read %1 pictures. Save it as JPEG or PNG, or install the "
                  "package kimageformat6-plugins where your system has it (Debian 13 and newer).")
            .arg(format);
    }
    if (format == "WebP"_L1 || format == "TIFF"_L1) {
        return tr("This computer cannot read %1 pictures. Install the package "
                  "qt6-image-formats-plugins, or save it as JPEG or PNG.")
            .arg(format);
    }
    return tr("This computer cannot read %1 pictures. Save it as JPEG or PNG.").arg(format);
}

QString ImageWording::problem(const app::Error &error)
{
    if (error.code == app::kImageEmptyCode)
        return tr("There is nothing in it.");
    if (error.code == app::kImageUnknownCode)
        return tr("This is no picture in a format that can be read. Save it as JPEG or PNG.");
    if (error.code == app::kImagePluginCode)
        return missingPlugin(error.param);
    if (error.code == app::kImageDrawingCode)
        return tr("SVG drawings cannot be sent. Export it as PNG first.");
    if (error.code == app::kImageBrokenCode)
        return tr("The picture is broken. Open it in another program and save it anew.");
    if (error.code == app::kImageCutOffCode)
        return tr("The end of the picture is missing. Copy or download it again.");
    if (error.code == app::kImagePixelsCode) {
        return tr("The picture says that it has %1 pixels; more than 100 million are not decoded. "
                  "Make it smaller first.")
            .arg(error.param);
    }
    if (error.code == app::kImageFileSizeCode) {
        return tr("The file is larger than %1. Make the picture smaller first.")
            .arg(bytesText(error.param.toLongLong()));
    }
    if (error.code == app::kImageTooDenseCode)
        return tr("The picture cannot be made small enough to be sent. Crop it or scale it down.");
    if (error.code == app::kAddressCode) {
        return tr("Servers fetch only addresses that begin with https:// or http://, name a "
                  "computer and hold no password.");
    }
    return pdfProblem(error);
}

QString ImageWording::pdfProblem(const app::Error &error)
{
    if (error.code == app::kPdfBrokenCode)
        return tr("The PDF file is broken. Open it in another program and print it to a new file.");
    if (error.code == app::kPdfPasswordCode)
        return tr("The PDF file is protected by a password, and this is not the right one.");
    if (error.code == app::kPdfProtectionCode) {
        return tr("The PDF file is protected in a way that cannot be opened here. Print it to a "
                  "new file.");
    }
    if (error.code == app::kPdfRangeCode)
        return tr("Write the pages as numbers and ranges, as in 1-3, 5.");
    if (error.code == app::kPdfNoSuchPageCode)
        return tr("The last page is %1.").arg(error.param);
    if (error.code == app::kPdfTooManyCode)
        return tr("No more than %n page(s) can be taken here. Name fewer.", nullptr,
                  error.param.toInt());
    if (error.code == app::kPdfNoTextCode)
        return tr("These pages hold no text; they may be scanned. Take them as images.");
    if (error.kind == app::ErrorKind::Storage)
        return tr("It could not be read or kept: %1").arg(shortened(error.message));
    return shortened(error.message);
}

QString ImageWording::named(const QString &sentence, const QString &name)
{
    //: The name of a file, and a whole sentence about it.
    return name.isEmpty() ? sentence : tr("%1: %2").arg(shortened(name, kLongestName), sentence);
}

QString ImageWording::frames(const QString &name, int frames)
{
    return named(tr("Of the %n pictures in it, only the first is sent.", nullptr, frames), name);
}

QString ImageWording::blind(const ImageReceiver &lane, const QString &who, qint64 nowMs)
{
    switch (lane.sight.source) {
    case app::Belief::Source::User:
        return tr("%1 cannot see images: you said so. It will probably refuse them.").arg(who);
    case app::Belief::Source::Learnt:
        if (lane.sight.sinceMs > 0) {
            //: %2 is a date.
            return tr("%1 cannot see images: it refused one on %2. It will probably do so again.")
                .arg(who, momentText(lane.sight.sinceMs, nowMs));
        }
        return tr("%1 cannot see images: it refused one before. It will probably do so again.")
            .arg(who);
    case app::Belief::Source::List:
        //: %2 is the name of a provider.
        return tr("%1 cannot see images: the list of %2 says so. It will probably refuse them.")
            .arg(who, shortened(lane.provider, kLongestName));
    case app::Belief::Source::Nothing:
        break;
    }
    return tr("%1 cannot see images: a list or an earlier refusal says so. It will probably refuse "
              "them.")
        .arg(who);
}

QString ImageWording::rule(app::ImageTokenRule rule)
{
    switch (rule) {
    case app::ImageTokenRule::Patches28:
        return tr("one token for each 28 × 28 pixels");
    case app::ImageTokenRule::Patches32:
        return tr("one token for each 32 × 32 pixels");
    case app::ImageTokenRule::Area750:
        return tr("one token for each 750 pixels, scaled to 1568 pixels at most");
    case app::ImageTokenRule::Tiles512:
        return tr("85 tokens, and 170 for each tile of 512 pixels");
    case app::ImageTokenRule::Tiles768:
        return tr("258 tokens for each tile of 768 pixels");
    case app::ImageTokenRule::Tiles336:
        return tr("144 tokens for each tile of 336 pixels, 17 times at most");
    case app::ImageTokenRule::Fixed256:
        return tr("256 tokens, whatever its size");
    }
    return {};
}

QString ImageWording::guess(const QString &rule)
{
    //: %1 is a way of counting, as in "one token for each 28 × 28 pixels".
    return tr("%1, as most models count; how this one does is not known").arg(rule);
}

} // namespace

QString imageProblemText(const app::Error &error, const QString &name)
{
    return ImageWording::named(ImageWording::problem(error), name);
}

QString firstFrameText(const QString &name, int frames)
{
    return ImageWording::frames(name, frames);
}

QString blindLanesText(const ImageReceivers &receivers, qint64 nowMs)
{
    QStringList sentences;
    for (const ImageReceiver &lane : receivers.lanes) {
        if (lane.sight.ability != app::Ability::No)
            continue;
        const QString model = shortened(lane.model.id, kLongestName);
        // One lane alone shows no letter.
        const QString who =
            receivers.lanes.size() == 1 ? model : u"%1 (%2)"_s.arg(laneLetter(lane.letter), model);
        sentences.append(ImageWording::blind(lane, who, nowMs));
    }
    return sentences.join(u'\n');
}

QString imageTokenRuleText(const app::ImageEstimate &estimate)
{
    const QString rule = ImageWording::rule(estimate.rule);
    return estimate.isKnown ? rule : ImageWording::guess(rule);
}

QString imageFormatText(const QString &mimeType)
{
    if (mimeType == "image/webp"_L1)
        return u"WebP"_s;
    return mimeType.section(u'/', 1).toUpper();
}

} // namespace ui
