// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonObject>

#include <memory>

namespace app {

/// One line of a prompts file: {"id":…,"prompt":…} or {"id":…,"messages":[…]}, with optional
/// "system", "images" (paths, seen from the file's folder) and "vars" ({{name}} in prompt, system
/// and messages becomes the value).
struct ComparePrompt
{
    QJsonValue id; ///< text or a number, as it came
    QString text;
    QString system;
    QJsonArray messages; ///< in place of text and images
    QStringList images; ///< paths that can be opened
    QJsonObject vars;

    bool operator==(const ComparePrompt &) const = default;
};

/// `text` with every {{name}} that `vars` has; others stay as they are.
[[nodiscard]] QString withVars(const QString &text, const QJsonObject &vars);

/// The prompts of a comparison. All lines are checked when it is opened; only their places are
/// kept, so that a file of any length costs little memory.
class PromptsFile
{
public:
    /// InvalidRequest names the line and what is wrong with it; nothing was used then.
    [[nodiscard]] static Result<PromptsFile> open(const QString &path);

    [[nodiscard]] qsizetype size() const { return m_lines.size(); }
    [[nodiscard]] QJsonValue id(qsizetype prompt) const { return m_lines.at(prompt).id; }
    /// Of all that the prompts say; the bytes of pictures are no part of it.
    [[nodiscard]] QByteArray sha256() const { return m_sha256; }
    /// BadResponse where the file is not what it was any more.
    [[nodiscard]] Result<ComparePrompt> read(qsizetype prompt) const;

private:
    struct Line
    {
        qint64 at = 0;
        qint64 bytes = 0;
        QJsonValue id;
    };
    [[nodiscard]] Result<void> readAll(const QString &path);

    std::unique_ptr<QFile> m_file;
    QString m_folder;
    QList<Line> m_lines;
    QByteArray m_sha256;
};

} // namespace app
