// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/picture_wording.h"

#include "ui/viewer/image_viewer.h"

namespace ui {

QString pictureSentence(app::DecodedPicture::Problem problem)
{
    using Problem = app::DecodedPicture::Problem;
    switch (problem) {
    case Problem::None:
        break;
    case Problem::Empty:
        return ImageViewer::tr("There is no picture in it: it is empty.");
    case Problem::Unknown:
        return ImageViewer::tr("This is no picture that can be shown. Drawings such as SVG are "
                               "not opened, but you can save them.");
    case Problem::Broken:
        return ImageViewer::tr("The picture is broken or cut off. You can save what came of it.");
    case Problem::TooLarge:
        return ImageViewer::tr("The picture has more than 100 million pixels and is not opened. "
                               "You can save it.");
    }
    return {};
}

} // namespace ui
