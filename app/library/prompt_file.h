// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QByteArray>
#include <QStringList>

namespace app {

/// A prompt that is kept. prompt-template.md describes its file and what its text may hold.
struct SavedPrompt
{
    QString name; ///< that of its file
    QStringList tags; ///< see normalisedTags()
    QString text; ///< a PromptTemplate
    QString otherLines = {}; ///< of the front matter, as they were; for other programs

    bool operator==(const SavedPrompt &) const = default;
};

/// Beyond these nothing is read or written: a prompt is read by people.
inline constexpr qint64 kMostPromptBytes = 1024 * 1024;
inline constexpr qsizetype kLongestPromptName = 80;

/// Without the name, which is that of the file.
[[nodiscard]] QByteArray promptToMarkdown(const SavedPrompt &prompt);
/// InvalidRequest: it is too large, or no text in UTF-8. A front matter that does not end is part
/// of the text.
[[nodiscard]] Result<SavedPrompt> promptFromMarkdown(const QString &name,
                                                     const QByteArray &markdown);

/// The name as one can keep it: white space folded, no control characters, not too long; empty
/// where nothing is left.
[[nodiscard]] QString normalisedPromptName(const QString &name);
/// "Translate.md". Letters stay as they are, so that the file is found again in a list of files;
/// what a file system could not take is written as %2F.
[[nodiscard]] QString promptFileName(const QString &name);
[[nodiscard]] QString promptNameOf(const QString &fileName);

} // namespace app
