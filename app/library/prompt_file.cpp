// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/prompt_file.h"

#include "app/library/tags.h"

#include <QStringDecoder>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr auto kFence = "---"_L1;
constexpr auto kPromptSuffix = ".md"_L1;
constexpr auto kTagsKey = "tags:"_L1;
/// A front matter is short; a rule of Markdown at the top of a long text is none.
constexpr qsizetype kMostFrontMatter = 16 * 1024;

QString withLineFeeds(QString text)
{
    if (text.startsWith(QChar::ByteOrderMark))
        text.remove(0, 1);
    text.replace("\r\n"_L1, "\n"_L1);
    return text.replace(u'\r', u'\n');
}

/// Where the text begins behind the front matter; 0: there is none.
qsizetype frontMatterEnd(const QString &text)
{
    if (!text.startsWith("---\n"_L1))
        return 0;
    const qsizetype end = text.left(kMostFrontMatter).indexOf("\n---\n"_L1, 3);
    return end < 0 ? 0 : end + 5;
}

/// "a, b" or "[a, b]".
QStringList tagsIn(QString value)
{
    value = value.trimmed();
    if (value.startsWith(u'[') && value.endsWith(u']'))
        value = value.mid(1, value.size() - 2);
    QStringList tags;
    for (const QString &part : value.split(u',')) {
        QString tag = part.trimmed();
        if (tag.size() > 1 && (tag.startsWith(u'"') || tag.startsWith(u'\''))
            && tag.endsWith(tag.front()))
            tag = tag.mid(1, tag.size() - 2);
        tags.append(tag);
    }
    return normalisedTags(tags);
}

void readFrontMatter(SavedPrompt &prompt, const QString &lines)
{
    for (const QString &line : lines.split(u'\n', Qt::SkipEmptyParts)) {
        if (line == kFence)
            continue;
        if (line.startsWith(kTagsKey) && prompt.tags.isEmpty()
            && !line.sliced(kTagsKey.size()).trimmed().isEmpty())
            prompt.tags = tagsIn(line.sliced(kTagsKey.size()));
        else
            prompt.otherLines += line + u'\n';
    }
}

bool isForbiddenInFiles(QChar c)
{
    return c < u' ' || u"/\\:*?\"<>|%"_s.contains(c);
}

} // namespace

QByteArray promptToMarkdown(const SavedPrompt &prompt)
{
    QString file;
    if (!prompt.tags.isEmpty() || !prompt.otherLines.isEmpty() || prompt.text.startsWith(kFence)) {
        file = u"---\n"_s;
        if (!prompt.tags.isEmpty())
            file += u"tags: "_s + prompt.tags.join(u", "_s) + u'\n';
        file += prompt.otherLines + u"---\n"_s;
    }
    return (file + prompt.text + u'\n').toUtf8();
}

Result<SavedPrompt> promptFromMarkdown(const QString &name, const QByteArray &markdown)
{
    if (markdown.size() > kMostPromptBytes)
        return fail(Error{ErrorKind::InvalidRequest, u"it is larger than 1 MiB"_s, 0,
                          u"prompt_too_large"_s});
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString decoded = decoder(markdown);
    if (decoder.hasError() || decoded.contains(QChar(u'\0')))
        return fail(
            Error{ErrorKind::InvalidRequest, u"it is no text in UTF-8"_s, 0, u"prompt_no_text"_s});
    const QString text = withLineFeeds(decoded);
    SavedPrompt prompt{name, {}, {}};
    const qsizetype begin = frontMatterEnd(text);
    readFrontMatter(prompt, text.left(begin));
    prompt.text = text.sliced(begin);
    if (prompt.text.endsWith(u'\n'))
        prompt.text.chop(1);
    return prompt;
}

QString normalisedPromptName(const QString &name)
{
    QString folded = name;
    folded.removeIf([](QChar c) { return c.category() == QChar::Other_Control && !c.isSpace(); });
    folded = folded.simplified().left(kLongestPromptName);
    if (!folded.isEmpty() && folded.back().isHighSurrogate())
        folded.chop(1);
    return folded.trimmed();
}

QString promptFileName(const QString &name)
{
    QString file;
    for (qsizetype i = 0; i < name.size(); ++i) {
        const QChar c = name.at(i);
        if (isForbiddenInFiles(c) || (i == 0 && c == u'.'))
            file += u'%' + QString::number(c.unicode(), 16).toUpper().rightJustified(2, u'0');
        else
            file += c;
    }
    return file + kPromptSuffix;
}

QString promptNameOf(const QString &fileName)
{
    QString base = fileName;
    if (base.endsWith(kPromptSuffix, Qt::CaseInsensitive))
        base.chop(kPromptSuffix.size());
    return normalisedPromptName(QUrl::fromPercentEncoding(base.toUtf8()));
}

} // namespace app
