// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/paths.h"
#include "app/library/prompt_file.h"

#include <QList>

namespace app {

/// What a list shows of a prompt, without its text.
struct PromptEntry
{
    QString id; ///< name of its file; of a starter see starter_prompts.h
    QString name;
    QStringList tags;
    QString beginning; ///< of its text, one line
    bool isStarter = false; ///< ships with the program

    bool operator==(const PromptEntry &) const = default;
};
[[nodiscard]] PromptEntry entryOf(const QString &id, const SavedPrompt &prompt);
/// In the order of the alphabet, as people of this language have it.
[[nodiscard]] bool promptComesBefore(const PromptEntry &left, const PromptEntry &right);

struct PromptListing
{
    QList<PromptEntry> entries; ///< by name
    QStringList unreadable; ///< names of files that are no prompts; they are left alone
    bool isCut = false; ///< there are more than kMostPrompts
};

/// The prompts of a profile: one Markdown file each, in the folder `prompts` beside the settings,
/// so that they can be kept in a version control. Reads and writes files at once: for a worker, or
/// the command line.
class PromptFolder
{
public:
    static constexpr qsizetype kMostPrompts = 20'000;

    explicit PromptFolder(const Paths &paths);

    [[nodiscard]] const QString &path() const { return m_folder; }
    /// Reads the first bytes of each file.
    [[nodiscard]] PromptListing list() const;
    /// NotFound, or what promptFromMarkdown() finds wrong.
    [[nodiscard]] Result<SavedPrompt> load(const QString &id) const;
    /// Under its name; gives the id. `replaced` is the id it had, whose file goes away where the
    /// name is another one now; empty: a new one. InvalidRequest: another prompt has the name, or
    /// it is too large.
    [[nodiscard]] Result<QString> save(const SavedPrompt &prompt, const QString &replaced) const;
    [[nodiscard]] Result<void> remove(const QString &id) const;
    /// "Name", "Name (2)", …: the first that no file has.
    [[nodiscard]] QString freeName(const QString &name) const;

private:
    QString m_folder;
};

/// Any file as a prompt; its name is that of the file.
[[nodiscard]] Result<SavedPrompt> readPromptFile(const QString &path);

} // namespace app
