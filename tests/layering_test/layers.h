// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QString>
#include <QStringList>

/// The rules that keep the arrow tests → ui → app, and the arrows between the folders of app/, as
/// a function over the text of one file. It knows nothing of the file system but through
/// layersOf(), so that a test can plant a breach in a string.
struct Layers
{
    /// The folders of app/ from the lowest to the highest, as app/CMakeLists.txt lists them.
    QStringList folders;
    /// Headers of the Qt modules that app/ must not use, as they are included: "QWidget".
    QSet<QString> widgetHeaders;
};

struct Breach
{
    int line = 0; ///< from 1
    QString reason;

    bool operator==(const Breach &) const = default;
};

/// Reads both from the source tree and the installed Qt.
[[nodiscard]] Layers layersOf(const QString &sourceFolder);

/// `path` is relative to the source folder, with forward slashes: "app/net/sse_parser.h".
[[nodiscard]] QList<Breach> breachesIn(const QString &path, const QString &text,
                                       const Layers &layers);
