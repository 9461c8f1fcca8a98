// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/compare/compare_plan.h"

#include <QHash>
#include <QLockFile>

#include <memory>

namespace app {

/// The record of a comparison in a folder: `compare.json` says what is asked, `results.jsonl` holds
/// a line for every answer that came. Lines are only ever appended, each by one write, so that
/// whoever kills the program costs at most the line being written: that one is torn, is dropped
/// when the folder is opened again, and its answer asked for once more. One process at a time.
class ResultsFile
{
public:
    enum class Failed { Keep, AskAgain };

    /// Makes the folder, or goes on with what it holds. InvalidRequest: another comparison, or
    /// another process. Storage: it cannot be read or written.
    [[nodiscard]] static Result<std::unique_ptr<ResultsFile>> open(const QString &folder,
                                                                   const ComparePlan &plan,
                                                                   Failed failed = Failed::Keep);
    ~ResultsFile();

    [[nodiscard]] bool has(qsizetype cell) const { return m_places.at(cell) >= 0; }
    [[nodiscard]] qsizetype count() const { return m_count; }
    /// Of the lines that were there before, those that are asked for again included.
    [[nodiscard]] double spentUsd() const { return m_spentUsd; }
    /// Of the lines that were there before and stay.
    [[nodiscard]] qsizetype failedCount() const { return m_failed; }
    /// Lines that were torn, damaged or double and were dropped when it was opened.
    [[nodiscard]] int dropped() const { return m_dropped; }

    [[nodiscard]] Result<void> append(qsizetype cell, const QJsonObject &line);
    /// Nothing where the cell has no answer.
    [[nodiscard]] std::optional<QJsonObject> read(qsizetype cell) const;

private:
    explicit ResultsFile(const QString &folder);

    [[nodiscard]] Result<void> lock();
    [[nodiscard]] Result<void> agree(const ComparePlan &plan);
    [[nodiscard]] Result<void> load(const ComparePlan &plan, Failed failed);
    [[nodiscard]] Result<void> rewrite();

    QString m_folder;
    QLockFile m_lock;
    QFile m_file; ///< unbuffered, for appending
    mutable QFile m_reader;
    QList<qint64> m_places; ///< of the lines, by cell; -1: none
    qint64 m_end = 0;
    qsizetype m_count = 0;
    qsizetype m_failed = 0;
    double m_spentUsd = 0;
    int m_dropped = 0;
    int m_askedAgain = 0;
};

} // namespace app
