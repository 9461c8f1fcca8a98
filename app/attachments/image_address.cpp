// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/attachments/image_address.h"

#include "app/attachments/attachment_errors.h"
#include "app/attachments/image_format.h"

#include <QCryptographicHash>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace app {

namespace {
constexpr qsizetype kLongestAddress = 2048;
}

Result<ImagePart> imageByAddress(const QString &address)
{
    const QUrl url(address.trimmed(), QUrl::TolerantMode);
    const bool isWeb = url.scheme() == "https"_L1 || url.scheme() == "http"_L1;
    if (!url.isValid() || !isWeb || url.host().isEmpty() || !url.userInfo().isEmpty())
        return imageError(kAddressCode,
                          u"this is no address (https://…) that a server can fetch"_s);
    const QByteArray encoded = url.toEncoded();
    if (encoded.size() > kLongestAddress)
        return imageError(kAddressCode, u"the address is too long"_s);
    ImagePart part;
    part.url = QString::fromLatin1(encoded);
    part.sha256 = QCryptographicHash::hash(encoded, QCryptographicHash::Sha256).toHex();
    part.fileName = part.url;
    return part;
}

} // namespace app
