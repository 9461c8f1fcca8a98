// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/library/kept_json.h"
#include "app/library/prompt_folder.h"

#include <QFuture>
#include <QHash>
#include <QLocale>
#include <QObject>
#include <QThreadPool>

namespace app {

/// The prompt library: the files of the profile and the starters, and what is remembered about
/// them. Files are read and written on one worker, in the order of the calls; the list in memory
/// holds no texts. GUI thread.
class Prompts : public QObject
{
    Q_OBJECT
public:
    /// Starters speak `language`, German or else English, as it is at refresh().
    Prompts(const Paths &paths, const QLocale::Language &language, QObject *parent = nullptr);
    /// Waits for what is being written.
    ~Prompts() override;

    /// Reads the list, also again after somebody else changed files; changed() follows.
    void refresh();
    /// By name. A starter stands in it unless it is hidden or a file has its name.
    [[nodiscard]] const QList<PromptEntry> &entries() const { return m_entries; }
    [[nodiscard]] bool isLoaded() const { return m_isLoaded; }
    /// Files that are no prompts.
    [[nodiscard]] const QStringList &unreadable() const { return m_unreadable; }
    /// There are more files than are listed.
    [[nodiscard]] bool isCut() const { return m_isCut; }
    [[nodiscard]] const QString &folder() const { return m_folder.path(); }
    /// Whether another entry than this one has the name, in any case of letters.
    [[nodiscard]] bool isTaken(const QString &name, const QString &exceptId) const;
    /// "Name", "Name (2)", …
    [[nodiscard]] QString freeName(const QString &name) const;

    [[nodiscard]] QFuture<Result<SavedPrompt>> load(const QString &id);
    /// See PromptFolder::save(); gives the id. A starter that is replaced stays as it is and is out
    /// of sight, because the file has its name; under another name it is hidden.
    [[nodiscard]] QFuture<Result<QString>> save(const SavedPrompt &prompt, const QString &replaced);
    /// Takes the file away and gives what was in it, for undo. A starter is hidden.
    [[nodiscard]] QFuture<Result<SavedPrompt>> remove(const QString &id);
    /// A file of somebody; where the name is taken it gets a number.
    [[nodiscard]] QFuture<Result<QString>> import(const QString &path);

    void setStarterHidden(const QString &id, bool hidden);
    void showAllStarters();
    [[nodiscard]] bool hasHiddenStarters() const;

    /// What the variables of this prompt were the last time.
    [[nodiscard]] QHash<QString, QString> lastValues(const QString &name) const;
    void setLastValues(const QString &name, const QHash<QString, QString> &values);

signals:
    void changed(); ///< the list
    void setAside(const QString &path); ///< what was remembered could not be read
    void writeFailed(const app::Error &error);

private:
    void take(const PromptListing &listing);
    void rebuild();
    void put(const QString &id, const SavedPrompt &prompt, const QString &replaced);
    [[nodiscard]] QStringList hiddenStarters() const;
    [[nodiscard]] QFuture<Result<QString>> write(const SavedPrompt &prompt,
                                                 const QString &replaced);

    const PromptFolder m_folder;
    const QLocale::Language &m_language;
    QThreadPool m_pool; ///< of one thread; before what uses it
    KeptJson m_memory;
    QList<PromptEntry> m_own; ///< files, by name
    QList<PromptEntry> m_entries;
    QStringList m_unreadable;
    bool m_isCut = false;
    bool m_isLoaded = false;
};

} // namespace app
