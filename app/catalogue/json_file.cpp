// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/catalogue/json_file.h"

#include "app/base/log.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace app {

namespace {
constexpr int kCatalogueFormat = 1;
constexpr qint64 kMostCatalogueBytes = 64 * 1024 * 1024;
} // namespace

QJsonObject readJsonFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > kMostCatalogueBytes)
        return {};
    const QJsonObject root = QJsonDocument::fromJson(file.readAll()).object();
    return root.value("format"_L1).toInt() == kCatalogueFormat ? root : QJsonObject();
}

void writeJsonFile(const QString &path, QJsonObject root)
{
    root.insert("format"_L1, kCatalogueFormat);
    QDir().mkpath(QFileInfo(path).path());
    QSaveFile file(path);
    const bool written = file.open(QIODevice::WriteOnly)
                         && file.write(QJsonDocument(root).toJson(QJsonDocument::Compact)) >= 0
                         && file.commit();
    if (!written)
        qCWarning(logSettings) << path << file.errorString();
}

} // namespace app
