// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/prompt_folder.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace app {

namespace {

/// Enough for a front matter and the first line.
constexpr qint64 kListedBytes = 4096;
constexpr qsizetype kLongestBeginning = 160;

/// A read that ends inside a character would be taken for broken text.
QByteArray wholeCharacters(QByteArray bytes)
{
    qsizetype end = bytes.size();
    while (end > 0 && (static_cast<uchar>(bytes.at(end - 1)) & 0xC0) == 0x80)
        --end;
    if (end > 0 && (static_cast<uchar>(bytes.at(end - 1)) & 0xC0) == 0xC0)
        bytes.truncate(end - 1);
    return bytes;
}

Result<SavedPrompt> beginningOf(const QString &path, const QString &name)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::Storage, file.errorString());
    if (file.size() > kMostPromptBytes)
        return fail(Error{ErrorKind::InvalidRequest, u"it is larger than 1 MiB"_s, 0,
                          u"prompt_too_large"_s});
    QByteArray bytes = file.read(kListedBytes);
    if (file.size() > kListedBytes)
        bytes = wholeCharacters(bytes);
    return promptFromMarkdown(name, bytes);
}

} // namespace

PromptEntry entryOf(const QString &id, const SavedPrompt &prompt)
{
    QString beginning =
        prompt.text.left(2 * kLongestBeginning).remove(u"{{cursor}}"_s).simplified();
    beginning.truncate(kLongestBeginning);
    return {id, prompt.name, prompt.tags, beginning};
}

bool promptComesBefore(const PromptEntry &left, const PromptEntry &right)
{
    const int order = QString::localeAwareCompare(left.name, right.name);
    return order != 0 ? order < 0 : left.id < right.id;
}

PromptFolder::PromptFolder(const Paths &paths) : m_folder(paths.config + u"/prompts"_s)
{
}

PromptListing PromptFolder::list() const
{
    PromptListing listing;
    QDirIterator files(m_folder, {u"*.md"_s}, QDir::Files);
    while (files.hasNext()) {
        const QString path = files.next();
        const QString id = files.fileName();
        if (listing.entries.size() >= kMostPrompts) {
            listing.isCut = true;
            break;
        }
        const QString name = promptNameOf(id);
        const auto prompt = beginningOf(path, name);
        if (prompt && !name.isEmpty())
            listing.entries.append(entryOf(id, *prompt));
        else
            listing.unreadable.append(id);
    }
    std::ranges::sort(listing.entries, promptComesBefore);
    listing.unreadable.sort();
    return listing;
}

Result<SavedPrompt> PromptFolder::load(const QString &id) const
{
    return readPromptFile(m_folder + u'/' + id);
}

Result<QString> PromptFolder::save(const SavedPrompt &prompt, const QString &replaced) const
{
    const QString id = promptFileName(prompt.name);
    const QString path = m_folder + u'/' + id;
    if (prompt.name.isEmpty())
        return fail(ErrorKind::InvalidRequest, u"it has no name"_s);
    const bool isSame = QFileInfo(path) == QFileInfo(m_folder + u'/' + replaced);
    if (id != replaced && QFileInfo::exists(path) && (replaced.isEmpty() || !isSame))
        return fail(Error{ErrorKind::InvalidRequest, u"there is a prompt with that name"_s, 0,
                          u"prompt_name_taken"_s});
    const QByteArray markdown = promptToMarkdown(prompt);
    if (markdown.size() > kMostPromptBytes)
        return fail(Error{ErrorKind::InvalidRequest, u"it is larger than 1 MiB"_s, 0,
                          u"prompt_too_large"_s});
    if (!QDir().mkpath(m_folder))
        return fail(ErrorKind::Storage, u"cannot make %1"_s.arg(m_folder));
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(markdown) != markdown.size()
        || !file.commit())
        return fail(ErrorKind::Storage, u"%1: %2"_s.arg(id, file.errorString()));
    // Last: whatever fails, there is never less than one copy.
    if (!replaced.isEmpty() && replaced != id && !isSame)
        QFile::remove(m_folder + u'/' + replaced);
    return id;
}

Result<void> PromptFolder::remove(const QString &id) const
{
    QFile file(m_folder + u'/' + id);
    if (!file.remove())
        return fail(ErrorKind::Storage, u"%1: %2"_s.arg(id, file.errorString()));
    return {};
}

QString PromptFolder::freeName(const QString &name) const
{
    QString candidate = name;
    for (int i = 2; QFileInfo::exists(m_folder + u'/' + promptFileName(candidate)); ++i) {
        const QString mark = u" (%1)"_s.arg(i);
        candidate = name.left(kLongestPromptName - mark.size()) + mark;
    }
    return candidate;
}

Result<SavedPrompt> readPromptFile(const QString &path)
{
    QFile file(path);
    if (!QFileInfo(file).isFile())
        return fail(ErrorKind::NotFound, u"there is no file %1"_s.arg(path));
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::Storage, file.errorString());
    // One byte more than is taken tells that there is more; a device has no size.
    return promptFromMarkdown(promptNameOf(QFileInfo(path).fileName()),
                              file.read(kMostPromptBytes + 1));
}

} // namespace app
