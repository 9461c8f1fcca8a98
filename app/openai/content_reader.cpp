// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/openai/content_reader.h"

#include "app/openai/json_reader.h"

namespace app {

namespace {

/// In angle brackets, so that spaces and parentheses do not end it.
void appendImage(QByteArrayView address, QByteArray &into)
{
    if (address.isEmpty() || address.contains('<') || address.contains('>')
        || address.contains('\n'))
        return;
    into.append("\n\n![](<").append(address).append(">)\n\n");
}

/// An address, or an object that has one.
void readImageUrl(JsonReader &reader, QByteArray &into)
{
    if (!reader.enterObject()) {
        appendImage(reader.readString(), into);
        return;
    }
    for (QByteArrayView key; reader.nextKey(key);) {
        if (key == "url")
            appendImage(reader.readString(), into);
        else
            reader.skip();
    }
}

enum class PartTexts { Taken, PassedOver };

void readPart(JsonReader &reader, PartTexts texts, QByteArray &into)
{
    if (!reader.enterObject()) {
        reader.skip();
        return;
    }
    for (QByteArrayView key; reader.nextKey(key);) {
        if (key == "text" && texts == PartTexts::Taken)
            into.append(reader.readString());
        else if (key == "image_url")
            readImageUrl(reader, into);
        else
            reader.skip();
    }
}

} // namespace

void readContent(JsonReader &reader, QByteArray &into)
{
    if (!reader.enterArray()) {
        into.append(reader.readString());
        return;
    }
    while (reader.nextElement())
        readPart(reader, PartTexts::Taken, into);
}

QList<QByteArray> readImageList(JsonReader &reader)
{
    QList<QByteArray> images;
    if (!reader.enterArray()) {
        reader.skip();
        return images;
    }
    while (reader.nextElement()) {
        QByteArray image;
        readPart(reader, PartTexts::PassedOver, image);
        if (!image.isEmpty())
            images.append(image);
    }
    return images;
}

} // namespace app
