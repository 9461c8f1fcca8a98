// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/record/sdk_scripts.h"

#include "app/record/literal_writer.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace app {

namespace {

using Language = LiteralWriter::Language;

/// What every version of the package takes by name
/// (https://github.com/openai/openai-python, resources/chat/completions).
const QStringList &knownArguments()
{
    static const QStringList names{u"model"_s,
                                   u"messages"_s,
                                   u"frequency_penalty"_s,
                                   u"logit_bias"_s,
                                   u"logprobs"_s,
                                   u"max_tokens"_s,
                                   u"n"_s,
                                   u"presence_penalty"_s,
                                   u"seed"_s,
                                   u"response_format"_s,
                                   u"stop"_s,
                                   u"stream"_s,
                                   u"temperature"_s,
                                   u"tool_choice"_s,
                                   u"tools"_s,
                                   u"top_logprobs"_s,
                                   u"top_p"_s,
                                   u"user"_s};
    return names;
}

QString literal(const QByteArray &text)
{
    return LiteralWriter::text(QString::fromUtf8(text));
}

/// image("image-1.png", "image/png") where a text is the data URL of an image.
LiteralWriter::Replace imageCalls(const RecordedRun &record, ScriptImages images)
{
    if (images == ScriptImages::Inline)
        return {};
    QHash<QString, QString> calls;
    for (qsizetype i = 0; i < record.images.size(); ++i) {
        const RecordedImage &image = record.images.at(i);
        if (image.bytes.isEmpty())
            continue; // sent by its address
        const QString url =
            u"data:%1;base64,%2"_s.arg(image.mimeType, QString::fromLatin1(image.bytes.toBase64()));
        calls.insert(url, u"image(%1, %2)"_s.arg(LiteralWriter::text(scriptImageName(record, i)),
                                                 LiteralWriter::text(image.mimeType)));
    }
    return [calls](const QString &text) {
        return text.startsWith("data:"_L1) ? calls.value(text) : QString();
    };
}

bool isSetByPackage(const QByteArray &header)
{
    for (const char *name : {"accept", "content-type", "user-agent", "authorization"}) {
        if (header.compare(name, Qt::CaseInsensitive) == 0)
            return true;
    }
    return false;
}

/// Members that a header of the record becomes; hidden values by `variable`.
QStringList headerMembers(const RecordedRun &record,
                          const std::function<QString(const QString &)> &variable,
                          const std::function<bool(const QByteArray &)> &isLeftOut)
{
    QStringList members;
    for (const auto &[name, value] : record.sent) {
        if (isLeftOut(name))
            continue;
        const bool isKey = name.compare("authorization", Qt::CaseInsensitive) == 0;
        QString told = literal(value);
        if (value == kHiddenValue)
            told =
                (isKey ? u"\"Bearer \" + "_s : QString()) + variable(headerVariable(record, name));
        members.append(literal(name) + u": "_s + told);
    }
    return members;
}

/// The base address of the package: it adds the path itself.
QString baseAddress(const QString &url)
{
    const QString path = u"/chat/completions"_s;
    return url.endsWith(path) ? url.chopped(path.size()) : url;
}

QString pythonHead(const RecordedRun &record, ScriptImages images)
{
    const bool hasFiles = images == ScriptImages::Files && !record.images.isEmpty();
    QString text = u"#!/usr/bin/env python3\n# pip install openai\n"_s;
    if (hasFiles)
        text += "import base64\n"_L1;
    text += "import os\n\nfrom openai import OpenAI\n\n"_L1;
    if (hasFiles) {
        text += "\ndef image(name, media_type):\n"
                "    \"\"\"The images lie beside this script.\"\"\"\n"
                "    folder = os.path.dirname(os.path.abspath(__file__))\n"
                "    with open(os.path.join(folder, name), \"rb\") as file:\n"
                "        data = base64.b64encode(file.read()).decode()\n"
                "    return f\"data:{media_type};base64,{data}\"\n\n\n"_L1;
    }
    text += "client = OpenAI(\n"_L1;
    text += u"    base_url=%1,\n"_s.arg(LiteralWriter::text(baseAddress(record.url)));
    text += record.keyVariable.isEmpty()
                ? u"    api_key=\"none\",\n"_s
                : u"    api_key=os.environ[\"%1\"],\n"_s.arg(record.keyVariable);
    const QStringList headers = headerMembers(
        record, [](const QString &name) { return u"os.environ[\"%1\"]"_s.arg(name); },
        isSetByPackage);
    if (!headers.isEmpty())
        text += u"    default_headers={%1},\n"_s.arg(headers.join(u", "));
    return text + u")\n\n"_s;
}

QString pythonCall(const RecordedRun &record, ScriptImages images, const QJsonObject &body)
{
    const LiteralWriter writer(Language::Python, imageCalls(record, images));
    QString call;
    QJsonObject more;
    for (auto at = body.begin(); at != body.end(); ++at) {
        if (knownArguments().contains(at.key()))
            call += u"    "_s + at.key() + u'=' + writer.value(at.value(), 4) + u",\n"_s;
        else
            more.insert(at.key(), at.value());
    }
    if (!more.isEmpty())
        call += u"    extra_body="_s + writer.value(more, 4) + u",\n"_s;
    return u"client.chat.completions.create(\n"_s + call + u")\n"_s;
}

QString scriptHead(const RecordedRun &record, ScriptImages images)
{
    if (images == ScriptImages::Inline || record.images.isEmpty())
        return {};
    return u"import { readFile } from \"node:fs/promises\";\n\n"
           "// The images lie beside this script.\n"
           "async function image(name, mediaType) {\n"
           "    const data = await readFile(new URL(name, import.meta.url));\n"
           "    return `data:${mediaType};base64,${data.toString(\"base64\")}`;\n"
           "}\n\n"_s;
}

} // namespace

QByteArray pythonScript(const RecordedRun &record, ScriptImages images)
{
    const QJsonObject body = QJsonDocument::fromJson(record.body).object();
    QString text = pythonHead(record, images);
    const QString call = pythonCall(record, images, body);
    if (body.value("stream"_L1).toBool()) {
        text += u"stream = "_s + call
                + u"for chunk in stream:\n"
                  "    for choice in chunk.choices:\n"
                  "        print(choice.delta.content or \"\", end=\"\", flush=True)\n"
                  "print()\n"_s;
    } else {
        text += u"completion = "_s + call
                + u"for choice in completion.choices:\n"
                  "    print(choice.message.content)\n"_s;
    }
    return text.toUtf8();
}

QByteArray javaScript(const RecordedRun &record, ScriptImages images)
{
    auto replace = imageCalls(record, images);
    const auto awaited = [replace](const QString &text) {
        const QString call = replace ? replace(text) : QString();
        return call.isEmpty() ? call : u"await "_s + call;
    };
    const LiteralWriter writer(Language::JavaScript, awaited);
    const QStringList headers = headerMembers(
        record, [](const QString &name) { return u"process.env."_s + name; },
        [](const QByteArray &name) {
            return name.compare("user-agent", Qt::CaseInsensitive) == 0;
        });
    const QString text =
        scriptHead(record, images) + u"const body = "_s
        + writer.value(QJsonDocument::fromJson(record.body).object(), 0)
        + u";\n\nconst response = await fetch(%1, {\n    method: %2,\n    headers: {\n        %3,\n"
          "    },\n    body: JSON.stringify(body),\n});\n"_s.arg(LiteralWriter::text(record.url),
                                                                 literal(record.method),
                                                                 headers.join(u",\n        "_s))
        + u"const decoder = new TextDecoder();\n"
          "for await (const chunk of response.body)\n"
          "    process.stdout.write(decoder.decode(chunk, { stream: true }));\n"_s;
    return text.toUtf8();
}

} // namespace app
