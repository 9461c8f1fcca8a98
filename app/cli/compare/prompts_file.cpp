// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/compare/prompts_file.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QHash>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace app {

namespace {

/// A file that is no list of lines must not fill the memory.
constexpr qint64 kLongestLine = 64 * 1024 * 1024;

tl::unexpected<Error> promptError(const QString &sentence)
{
    return fail(ErrorKind::InvalidRequest, sentence);
}

QString fill(const QString &text, const QJsonObject &vars)
{
    return vars.isEmpty() ? text : withVars(text, vars);
}

QJsonValue fill(const QJsonValue &content, const QJsonObject &vars)
{
    if (content.isString())
        return fill(content.toString(), vars);
    QJsonArray parts;
    for (const QJsonValue &part : content.toArray()) {
        QJsonObject filled = part.toObject();
        if (filled.value("text"_L1).isString())
            filled.insert("text"_L1, fill(filled.value("text"_L1).toString(), vars));
        parts.append(filled);
    }
    return content.isArray() ? QJsonValue(parts) : content;
}

Result<void> readText(QString &into, const QJsonObject &json, const QString &name)
{
    const QJsonValue value = json.value(name);
    if (!value.isUndefined() && !value.isString())
        return promptError(u"“%1” is not text"_s.arg(name));
    into = value.toString();
    return {};
}

Result<void> readId(ComparePrompt &prompt, const QJsonObject &json)
{
    prompt.id = json.value("id"_L1);
    const bool isText = prompt.id.isString() && !prompt.id.toString().isEmpty();
    if (!isText && !prompt.id.isDouble())
        return promptError(u"it needs an “id”, a text or a number"_s);
    return {};
}

Result<void> readConversation(ComparePrompt &prompt, const QJsonObject &json)
{
    const QJsonValue messages = json.value("messages"_L1);
    if (messages.isUndefined())
        return {};
    if (!messages.isArray() || messages.toArray().isEmpty())
        return promptError(u"“messages” is not a list of messages"_s);
    for (const QJsonValue &message : messages.toArray()) {
        const QString role = message["role"_L1].toString();
        if (role.isEmpty())
            return promptError(u"every message needs a “role”"_s);
        if (role == "system"_L1 && !prompt.system.isEmpty())
            return promptError(u"“system” and a system message exclude each other"_s);
        QJsonObject filled = message.toObject();
        filled.insert("content"_L1, fill(filled.value("content"_L1), prompt.vars));
        prompt.messages.append(filled);
    }
    return {};
}

Result<void> readImages(ComparePrompt &prompt, const QJsonObject &json, const QString &folder)
{
    const QJsonValue images = json.value("images"_L1);
    if (!images.isUndefined() && !images.isArray())
        return promptError(u"“images” is not a list of paths"_s);
    for (const QJsonValue &image : images.toArray()) {
        const QString path = QDir(folder).absoluteFilePath(image.toString());
        const QFileInfo file(path);
        if (image.toString().isEmpty() || !file.isFile() || !file.isReadable())
            return promptError(u"the image “%1” cannot be read"_s.arg(image.toString()));
        prompt.images.append(path);
    }
    return {};
}

Result<ComparePrompt> readPromptLine(const QByteArray &line, const QString &folder)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(line, &error);
    if (error.error != QJsonParseError::NoError)
        return promptError(u"not JSON: %1 at byte %2"_s.arg(error.errorString()).arg(error.offset));
    if (!document.isObject())
        return promptError(u"it is not a JSON object"_s);
    const QJsonObject json = document.object();
    ComparePrompt prompt;
    const QJsonValue vars = json.value("vars"_L1);
    if (!vars.isUndefined() && !vars.isObject())
        return promptError(u"“vars” is not a JSON object"_s);
    prompt.vars = vars.toObject();
    if (auto read = readId(prompt, json); !read)
        return fail(read.error());
    if (auto read = readText(prompt.text, json, u"prompt"_s); !read)
        return fail(read.error());
    if (auto read = readText(prompt.system, json, u"system"_s); !read)
        return fail(read.error());
    prompt.text = fill(prompt.text, prompt.vars);
    prompt.system = fill(prompt.system, prompt.vars);
    if (auto read = readConversation(prompt, json); !read)
        return fail(read.error());
    if (auto read = readImages(prompt, json, folder); !read)
        return fail(read.error());
    const bool hasPrompt = !prompt.text.isEmpty() || !prompt.images.isEmpty();
    if (hasPrompt == !prompt.messages.isEmpty())
        return promptError(u"it needs either a “prompt” or “messages”"_s);
    return prompt;
}

bool isBlank(const QByteArray &line)
{
    return line.trimmed().isEmpty();
}

} // namespace

QString withVars(const QString &text, const QJsonObject &vars)
{
    // One pass: what a value says is not looked at again.
    QString filled;
    qsizetype from = 0;
    for (qsizetype open = text.indexOf(u"{{"); open >= 0; open = text.indexOf(u"{{", from)) {
        const qsizetype close = text.indexOf(u"}}", open);
        if (close < 0)
            break;
        const QString name = text.mid(open + 2, close - open - 2).trimmed();
        const QJsonValue value = vars.value(name);
        if (value.isUndefined()) {
            filled += QStringView(text).sliced(from, open + 2 - from);
            from = open + 2;
            continue;
        }
        filled += QStringView(text).sliced(from, open - from);
        filled += value.toVariant().toString();
        from = close + 2;
    }
    return filled + text.mid(from);
}

Result<PromptsFile> PromptsFile::open(const QString &path)
{
    PromptsFile prompts;
    if (const auto read = prompts.readAll(path); !read)
        return fail(read.error());
    return prompts;
}

Result<void> PromptsFile::readAll(const QString &path)
{
    m_file = std::make_unique<QFile>(path);
    m_folder = QFileInfo(path).absolutePath();
    if (!m_file->open(QIODevice::ReadOnly))
        return promptError(u"%1: %2"_s.arg(path, m_file->errorString()));
    QCryptographicHash hash(QCryptographicHash::Sha256);
    QHash<QString, int> lineOfId;
    for (int number = 1; !m_file->atEnd(); ++number) {
        const qint64 at = m_file->pos();
        QByteArray line = m_file->readLine(kLongestLine);
        const qint64 bytes = line.size();
        if (number == 1 && line.startsWith("\xef\xbb\xbf"))
            line.remove(0, 3);
        if (isBlank(line))
            continue;
        const auto prompt = readPromptLine(line, m_folder);
        if (!prompt)
            return promptError(
                u"%1, line %2: %3"_s.arg(path).arg(number).arg(prompt.error().message));
        const QString id = prompt->id.toVariant().toString();
        if (const int known = lineOfId.value(id); known > 0) {
            return promptError(
                u"%1, line %2: the id “%3” is that of line %4"_s.arg(path).arg(number).arg(id).arg(
                    known));
        }
        lineOfId.insert(id, number);
        hash.addData(line.trimmed());
        hash.addData("\n");
        m_lines.append({at, bytes, prompt->id});
    }
    if (m_lines.isEmpty())
        return promptError(u"%1 holds no prompts"_s.arg(path));
    m_sha256 = hash.result().toHex();
    return {};
}

Result<ComparePrompt> PromptsFile::read(qsizetype index) const
{
    const Line &line = m_lines.at(index);
    QByteArray text = m_file->seek(line.at) ? m_file->read(line.bytes) : QByteArray();
    if (text.startsWith("\xef\xbb\xbf"))
        text.remove(0, 3);
    auto prompt = readPromptLine(text, m_folder);
    if (!prompt || prompt->id != line.id)
        return fail(ErrorKind::BadResponse, u"the prompts file was changed meanwhile"_s);
    return prompt;
}

} // namespace app
