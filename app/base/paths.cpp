// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/paths.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace app {

Paths Paths::standard()
{
    const auto below = [](QStandardPaths::StandardLocation location) {
        return QStandardPaths::writableLocation(location) + u"/diptych"_s;
    };
    return {below(QStandardPaths::GenericDataLocation),
            below(QStandardPaths::GenericConfigLocation),
            below(QStandardPaths::GenericCacheLocation)};
}

Paths Paths::inFolder(const QString &profile)
{
    const QString root = QDir(profile).absolutePath();
    return {root, root, root + u"/cache"_s};
}

Result<void> Paths::create() const
{
    for (const QString &folder : {data, config, cache}) {
        if (QDir(folder).exists())
            continue;
        if (!QDir().mkpath(folder))
            return fail(ErrorKind::Storage, u"cannot make the folder %1"_s.arg(folder));
        QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    return {};
}

QString Paths::store() const
{
    return data + u"/diptych.sqlite"_s;
}

QString Paths::settings() const
{
    return config + u"/settings.json"_s;
}

QString Paths::modelCache() const
{
    return cache + u"/models"_s;
}

} // namespace app
