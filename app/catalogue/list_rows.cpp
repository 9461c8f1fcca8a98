// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/catalogue/list_rows.h"

#include "app/openai/json_reader.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr qsizetype kMostRowBytes = 256 * 1024;

/// The bytes of the array with the rows; nothing where there is none, or the JSON is broken.
QByteArrayView rowsIn(const QByteArray &body)
{
    constexpr QByteArrayView byteOrderMark = "\xef\xbb\xbf";
    QByteArrayView json = body;
    if (json.startsWith(byteOrderMark))
        json = json.sliced(byteOrderMark.size());
    JsonReader reader(json);
    if (reader.kind() == JsonReader::Kind::Array) {
        const QByteArrayView rows = reader.skip();
        return reader.atEnd() ? rows : QByteArrayView();
    }
    QByteArrayView data;
    QByteArrayView models;
    QByteArrayView key;
    for (bool more = reader.enterObject(); more && reader.nextKey(key);) {
        QByteArrayView &into = key == "data" ? data : models;
        const bool isRows =
            (key == "data" || key == "models") && reader.kind() == JsonReader::Kind::Array;
        const QByteArrayView value = reader.skip();
        if (isRows)
            into = value;
    }
    if (!reader.atEnd())
        return {};
    return data.isNull() ? models : data;
}

} // namespace

Result<void> eachListRow(const QByteArray &body,
                         const std::function<bool(const QJsonObject &)> &take)
{
    const QByteArrayView rows = rowsIn(body);
    if (rows.isNull())
        return fail(ErrorKind::BadResponse, u"the answer is no list of models"_s);
    JsonReader reader(rows);
    for (bool more = reader.enterArray(); more && reader.nextElement();) {
        const bool isRow = reader.kind() == JsonReader::Kind::Object;
        const QByteArrayView row = reader.skip();
        if (!isRow || row.size() > kMostRowBytes)
            continue;
        const QByteArray bytes = QByteArray::fromRawData(row.data(), row.size());
        more = take(QJsonDocument::fromJson(bytes).object());
    }
    return {};
}

} // namespace app
