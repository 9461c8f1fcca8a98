// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/record/request_script.h"

#include "app/record/curl_script.h"
#include "app/record/sdk_scripts.h"

#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr qsizetype kMostInlineBytes = 24 * 1024;

QList<ScriptFile> filesOf(const RecordedRun &record)
{
    QList<ScriptFile> files;
    for (qsizetype i = 0; i < record.images.size(); ++i) {
        if (record.images.at(i).bytes.isEmpty())
            continue; // sent by its address
        const ScriptFile file{scriptImageName(record, i), record.images.at(i).bytes};
        if (!files.contains(file))
            files.append(file);
    }
    return files;
}

} // namespace

QString scriptFileName(ScriptLanguage language)
{
    switch (language) {
    case ScriptLanguage::Curl:
        return u"request.sh"_s;
    case ScriptLanguage::Python:
        return u"request.py"_s;
    case ScriptLanguage::JavaScript:
        return u"request.mjs"_s;
    }
    return {};
}

bool canBeScript(const RecordedRun &record)
{
    const QString scheme = QUrl(record.url).scheme();
    return !record.body.isEmpty() && (scheme == "https"_L1 || scheme == "http"_L1);
}

ScriptImages usualScriptImages(const RecordedRun &record)
{
    qsizetype bytes = 0;
    for (const RecordedImage &image : record.images)
        bytes += image.bytes.size();
    return bytes <= kMostInlineBytes ? ScriptImages::Inline : ScriptImages::Files;
}

RequestScript requestScript(const RecordedRun &record, ScriptLanguage language, ScriptImages images)
{
    RequestScript script;
    switch (language) {
    case ScriptLanguage::Curl:
        script.text = curlScript(record, images);
        break;
    case ScriptLanguage::Python:
        script.text = pythonScript(record, images);
        break;
    case ScriptLanguage::JavaScript:
        script.text = javaScript(record, images);
        break;
    }
    if (images == ScriptImages::Files)
        script.files = filesOf(record);
    return script;
}

QString scriptImageName(const RecordedRun &record, qsizetype image)
{
    const RecordedImage &wanted = record.images.at(image);
    // The same picture may be sent several times.
    const auto first = std::ranges::find(record.images, wanted.sha256, &RecordedImage::sha256);
    const qsizetype number = first - record.images.begin() + 1;
    const QString ending = wanted.mimeType == "image/jpeg"_L1   ? u"jpg"_s
                           : wanted.mimeType == "image/webp"_L1 ? u"webp"_s
                                                                : u"png"_s;
    return u"image-%1.%2"_s.arg(number).arg(ending);
}

QString headerVariable(const RecordedRun &record, const QByteArray &header)
{
    if (header.compare("authorization", Qt::CaseInsensitive) == 0)
        return record.keyVariable;
    QString name;
    for (const char c : header.toUpper()) {
        const bool isPlain = (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9' && !name.isEmpty());
        name += isPlain ? QChar(u'\0' + c) : QChar(u'_');
    }
    return name;
}

} // namespace app
