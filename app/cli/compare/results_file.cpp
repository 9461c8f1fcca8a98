// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/compare/results_file.h"

#include <QDir>
#include <QJsonDocument>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr qint64 kLongestResult = 256 * 1024 * 1024;

tl::unexpected<Error> storageFailure(const QString &path, const QString &reason)
{
    return fail(ErrorKind::Storage, path + u": "_s + reason);
}

/// Which answer a line is: the same for a line as read and for a cell of the plan.
QByteArray keyOfLine(const QJsonValue &id, const QString &lane, int repeat,
                     const QJsonObject &sweep)
{
    return QJsonDocument(QJsonArray{id, lane, repeat, sweep}).toJson(QJsonDocument::Compact);
}

QHash<QByteArray, qsizetype> cellsByKey(const ComparePlan &plan)
{
    QHash<QByteArray, qsizetype> cells;
    cells.reserve(plan.size());
    for (qsizetype i = 0; i < plan.size(); ++i) {
        const CompareCell cell = plan.at(i);
        cells.insert(keyOfLine(plan.prompts.id(cell.prompt), plan.lanes.at(cell.lane).name,
                               cell.repeat + 1, plan.grid.at(cell.coordinates)),
                     i);
    }
    return cells;
}

/// What differs, for people: the members of compare.json have names for it.
QString difference(const QJsonObject &kept, const QJsonObject &asked)
{
    const std::pair<QLatin1StringView, QString> members[] = {
        {"lanes"_L1, u"its lanes"_s},
        {"sweep"_L1, u"its sweep"_s},
        {"repeat"_L1, u"its number of repeats"_s},
        {"prompts"_L1, u"its prompts"_s},
    };
    QStringList different;
    for (const auto &[member, words] : members) {
        if (kept.value(member) != asked.value(member))
            different.append(words);
    }
    return different.join(u", "_s);
}

} // namespace

ResultsFile::ResultsFile(const QString &folder)
    : m_folder(folder), m_lock(QDir(folder).filePath(u"compare.lock"_s)),
      m_file(QDir(folder).filePath(u"results.jsonl"_s)), m_reader(m_file.fileName())
{
    m_lock.setStaleLockTime(0); // a comparison may take days; a dead process is seen all the same
}

ResultsFile::~ResultsFile() = default;

Result<std::unique_ptr<ResultsFile>> ResultsFile::open(const QString &folder,
                                                       const ComparePlan &plan, Failed failed)
{
    if (!QDir().mkpath(folder))
        return storageFailure(folder, u"the folder cannot be made"_s);
    std::unique_ptr<ResultsFile> results(new ResultsFile(folder));
    for (const auto &step : {std::function([&] { return results->lock(); }),
                             std::function([&] { return results->agree(plan); }),
                             std::function([&] { return results->load(plan, failed); })}) {
        if (const auto done = step(); !done)
            return fail(done.error());
    }
    return results;
}

Result<void> ResultsFile::lock()
{
    if (m_lock.tryLock(0))
        return {};
    if (m_lock.error() == QLockFile::LockFailedError)
        return fail(ErrorKind::InvalidRequest,
                    u"another diptych-cli is at work in %1"_s.arg(m_folder));
    return storageFailure(m_folder, u"it cannot be written"_s);
}

/// A file with the same comparison, before the first line of results.
Result<void> ResultsFile::agree(const ComparePlan &plan)
{
    const QString path = QDir(m_folder).filePath(u"compare.json"_s);
    const QJsonObject asked = plan.toJson();
    QFile file(path);
    if (file.open(QIODevice::ReadOnly)) {
        const QJsonObject kept = QJsonDocument::fromJson(file.readAll()).object();
        if (kept == asked)
            return {};
        return fail(
            ErrorKind::InvalidRequest,
            u"%1 holds another comparison (%2 differ); choose another --out, or call it "
            "with what it was begun with to go on"_s.arg(m_folder, difference(kept, asked)));
    }
    if (m_file.exists()) {
        return fail(ErrorKind::InvalidRequest,
                    u"%1 holds results of something else; choose another --out"_s.arg(m_folder));
    }
    QSaveFile written(path);
    const QByteArray text = QJsonDocument(asked).toJson();
    if (!written.open(QIODevice::WriteOnly) || written.write(text) != text.size()
        || !written.commit())
        return storageFailure(path, written.errorString());
    return {};
}

Result<void> ResultsFile::load(const ComparePlan &plan, Failed failed)
{
    m_places.fill(-1, plan.size());
    // Unbuffered: what was written is the system's, whatever becomes of this process.
    if (!m_file.open(QIODevice::ReadWrite | QIODevice::Unbuffered))
        return storageFailure(m_file.fileName(), m_file.errorString());
    if (!m_reader.open(QIODevice::ReadOnly))
        return storageFailure(m_reader.fileName(), m_reader.errorString());
    const auto cells = m_reader.size() > 0 ? cellsByKey(plan) : QHash<QByteArray, qsizetype>();
    while (!m_reader.atEnd()) {
        const qint64 at = m_reader.pos();
        const QByteArray text = m_reader.readLine(kLongestResult);
        const QJsonObject line = QJsonDocument::fromJson(text).object();
        const qsizetype cell = cells.value(
            keyOfLine(line.value("id"_L1), line.value("lane"_L1).toString(),
                      line.value("repeat"_L1).toInt(), line.value("sweep"_L1).toObject()),
            -1);
        if (cell < 0 || !text.endsWith('\n') || has(cell)) {
            ++m_dropped;
            continue;
        }
        m_spentUsd += line.value("cost_usd"_L1).toDouble();
        const bool isComplete = line.value("status"_L1).toString() == "complete"_L1;
        if (!isComplete && failed == Failed::AskAgain) {
            ++m_askedAgain;
            continue;
        }
        m_places[cell] = at;
        ++m_count;
        m_failed += isComplete ? 0 : 1;
    }
    m_end = m_reader.size();
    return m_dropped + m_askedAgain > 0 ? rewrite() : Result<void>{};
}

/// Only with the lines that stay.
Result<void> ResultsFile::rewrite()
{
    QSaveFile whole(m_file.fileName());
    if (!whole.open(QIODevice::WriteOnly))
        return storageFailure(m_file.fileName(), whole.errorString());
    QList<qint64> places(m_places.size(), -1);
    QList<std::pair<qint64, qsizetype>> order;
    for (qsizetype cell = 0; cell < m_places.size(); ++cell) {
        if (has(cell))
            order.append({m_places.at(cell), cell});
    }
    std::sort(order.begin(), order.end());
    for (const auto &[at, cell] : std::as_const(order)) {
        if (!m_reader.seek(at))
            return storageFailure(m_reader.fileName(), m_reader.errorString());
        places[cell] = whole.pos();
        whole.write(m_reader.readLine(kLongestResult));
    }
    m_end = whole.pos();
    if (!whole.commit())
        return storageFailure(m_file.fileName(), whole.errorString());
    m_places = places;
    m_file.close();
    m_reader.close();
    if (!m_file.open(QIODevice::ReadWrite | QIODevice::Unbuffered)
        || !m_reader.open(QIODevice::ReadOnly))
        return storageFailure(m_file.fileName(), m_file.errorString());
    return {};
}

Result<void> ResultsFile::append(qsizetype cell, const QJsonObject &line)
{
    const QByteArray text = QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
    if (!m_file.seek(m_end) || m_file.write(text) != text.size()) {
        const QString reason = m_file.errorString();
        m_file.resize(m_end); // half a line would be torn for ever
        return storageFailure(m_file.fileName(), reason);
    }
    m_places[cell] = m_end;
    m_end += text.size();
    ++m_count;
    return {};
}

std::optional<QJsonObject> ResultsFile::read(qsizetype cell) const
{
    if (!has(cell) || !m_reader.seek(m_places.at(cell)))
        return {};
    return QJsonDocument::fromJson(m_reader.readLine(kLongestResult)).object();
}

} // namespace app
