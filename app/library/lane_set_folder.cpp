// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/lane_set_folder.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace app {

namespace {
constexpr qint64 kMostSetBytes = 4 * 1024 * 1024;
constexpr auto kSetSuffix = ".json"_L1;
} // namespace

LaneSetFolder::LaneSetFolder(const Paths &paths) : m_folder(paths.config + u"/sets"_s)
{
}

/// Any name makes a file name: what a file system could not take is written as %2F.
QString LaneSetFolder::fileOf(const QString &name) const
{
    return m_folder + u'/' + QString::fromLatin1(QUrl::toPercentEncoding(name, " ", "."))
           + kSetSuffix;
}

QStringList LaneSetFolder::names() const
{
    QStringList names;
    const QStringList files =
        QDir(m_folder).entryList({u'*' + QString(kSetSuffix)}, QDir::Files | QDir::Readable);
    for (const QString &file : files)
        names.append(QUrl::fromPercentEncoding(file.chopped(kSetSuffix.size()).toUtf8()));
    names.sort(Qt::CaseInsensitive);
    return names;
}

Result<LaneSet> LaneSetFolder::load(const QString &nameOrFile) const
{
    const QString saved = fileOf(nameOrFile);
    const bool isSaved = QFileInfo::exists(saved);
    QFile file(isSaved ? saved : nameOrFile);
    if (!QFileInfo(file).isFile())
        return fail(ErrorKind::NotFound, u"there is no set and no file %1"_s.arg(nameOrFile));
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::Storage, file.errorString());
    if (file.size() > kMostSetBytes)
        return fail(ErrorKind::InvalidRequest, u"the file is too large for a set"_s);
    auto set = laneSetFromJson(file.readAll());
    if (set && isSaved)
        set->name = nameOrFile;
    else if (set && set->name.isEmpty())
        set->name = QFileInfo(nameOrFile).completeBaseName();
    return set;
}

Result<void> LaneSetFolder::save(const LaneSet &set) const
{
    if (!QDir().mkpath(m_folder))
        return fail(ErrorKind::Storage, u"cannot make %1"_s.arg(m_folder));
    QSaveFile file(fileOf(set.name));
    const QByteArray json = laneSetToJson(set);
    if (!file.open(QIODevice::WriteOnly) || file.write(json) != json.size() || !file.commit())
        return fail(ErrorKind::Storage, file.errorString());
    return {};
}

Result<void> LaneSetFolder::remove(const QString &name) const
{
    QFile file(fileOf(name));
    if (!file.remove())
        return fail(ErrorKind::Storage, file.errorString());
    return {};
}

} // namespace app
