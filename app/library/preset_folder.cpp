// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/preset_folder.h"

#include "app/library/kept_json.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr auto kPresetSuffix = ".json"_L1;

QString presetNameOf(const QString &fileName)
{
    const QString base = fileName.endsWith(kPresetSuffix, Qt::CaseInsensitive)
                             ? fileName.chopped(kPresetSuffix.size())
                             : fileName;
    return QUrl::fromPercentEncoding(base.toUtf8()).simplified().left(kLongestPresetName);
}

} // namespace

PresetFolder::PresetFolder(const Paths &paths) : m_folder(paths.config + u"/presets"_s)
{
}

/// Any name makes a file name: what a file system could not take is written as %2F.
QString PresetFolder::fileOf(const QString &name) const
{
    return m_folder + u'/' + QString::fromLatin1(QUrl::toPercentEncoding(name, " ", "."))
           + kPresetSuffix;
}

PresetFolder::Contents PresetFolder::readAll() const
{
    Contents contents;
    QStringList files = QDir(m_folder).entryList({u'*' + QString(kPresetSuffix)}, QDir::Files);
    for (const QString &file : files.mid(0, kMostPresets)) {
        const QString path = m_folder + u'/' + file;
        auto preset = readPresetFile(path);
        if (preset) {
            preset->name = presetNameOf(file);
            contents.presets.append(*preset);
        } else if (preset.error().kind != ErrorKind::Storage) {
            const QString aside = moveBrokenFile(path);
            contents.setAside.append(aside.isEmpty() ? path : aside);
        }
    }
    std::ranges::sort(contents.presets, [](const Preset &left, const Preset &right) {
        return QString::localeAwareCompare(left.name, right.name) < 0;
    });
    return contents;
}

Result<void> PresetFolder::save(const Preset &preset, const QString &replaced) const
{
    const QString path = fileOf(preset.name);
    if (auto written = writeLibraryFile(path, presetToJson(preset)); !written)
        return written;
    if (!replaced.isEmpty() && fileOf(replaced) != path)
        QFile::remove(fileOf(replaced));
    return {};
}

Result<void> PresetFolder::remove(const QString &name) const
{
    QFile file(fileOf(name));
    if (!file.remove())
        return fail(ErrorKind::Storage, u"%1: %2"_s.arg(file.fileName(), file.errorString()));
    return {};
}

Result<Preset> readPresetFile(const QString &path)
{
    QFile file(path);
    if (!QFileInfo(file).isFile())
        return fail(ErrorKind::NotFound, u"there is no file %1"_s.arg(path));
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::Storage, file.errorString());
    auto preset = presetFromJson(file.read(kMostPresetBytes + 1));
    if (preset && preset->name.isEmpty())
        preset->name = presetNameOf(QFileInfo(path).fileName());
    return preset;
}

} // namespace app
