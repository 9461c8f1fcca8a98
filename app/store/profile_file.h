// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/paths.h"
#include "app/store/database.h"
#include "app/store/migrations.h"
#include "app/store/profile_lock.h"
#include "app/store/store.h"

namespace app {

/// Brings the file of a profile to where the program can work with it: makes it, checks it, sets it
/// aside and recovers it when it is damaged, backs it up and migrates it when it is old. While
/// another owner is at work (a picture is taken beside the window) nothing is set aside, and what
/// streams there is left alone. Blocks; used by the writer thread alone, before the reader opens
/// its connection.
class ProfileFile
{
public:
    ProfileFile(const Paths &paths, Store::Role role,
                std::span<const Migration> steps = migrations());

    struct Opened
    {
        Store::Opening opening;
        std::unique_ptr<Database> database;
    };
    [[nodiscard]] Result<Opened> open();

    /// Another connection in the way that open() found to work.
    [[nodiscard]] Result<std::unique_ptr<Database>> openAgain() const;

    /// Damage came to light while working: the next open() checks the whole file.
    void suspectDamage() const;

private:
    [[nodiscard]] Result<Opened> openInSomeWay();
    [[nodiscard]] Result<std::unique_ptr<Database>> openAsItIs();
    [[nodiscard]] Result<void> checkWhole(Database &database) const;
    [[nodiscard]] Result<Opened> openWritable();
    [[nodiscard]] Result<Opened> openReadOnly(Store::Opening opening);
    [[nodiscard]] Result<Opened> recoverFromDamage();
    /// The damaged file has left its place.
    [[nodiscard]] Result<Opened> finishRecovery(const QString &aside);
    [[nodiscard]] Result<QString> backUp(Database &database, int schema) const;
    [[nodiscard]] bool isSuspect() const;
    /// What is left over belongs to nobody who is still at work.
    [[nodiscard]] bool mayRecover() const;

    Paths m_paths;
    Store::Role m_role;
    std::span<const Migration> m_steps;
    ProfileLock m_lock; ///< of owners
    Database::Mode m_mode = Database::Mode::ReadWrite;
};

} // namespace app
