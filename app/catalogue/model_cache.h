// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/catalogue/model_info.h"

#include <QUrl>

namespace app {

// The files of the model cache. All of it may be deleted at any time, and a file that cannot be
// read is as good as none. Called on the catalogue's worker only.

/// A list as a server gave it.
struct CachedList
{
    QList<ModelInfo> models;
    qint64 seenMs = 0; ///< when; 0: not known

    bool operator==(const CachedList &) const = default;
};

/// The list of the server at `baseUrl`; empty where the file is that of another one.
[[nodiscard]] CachedList readModelCache(const QString &path, const QUrl &baseUrl);
void writeModelCache(const QString &path, const QUrl &baseUrl, const CachedList &list);

} // namespace app
