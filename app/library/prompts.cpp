// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/prompts.h"

#include "app/base/when_done.h"
#include "app/library/starter_prompts.h"

#include <QJsonArray>
#include <QPromise>
#include <QtConcurrentRun>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr auto kHidden = "hidden_starters"_L1;
constexpr auto kValues = "last_values"_L1;
/// What is remembered of values is a convenience, no archive.
constexpr qsizetype kMostRemembered = 200;
constexpr qsizetype kLongestRemembered = 2000;

template <typename T>
QFuture<T> readyFuture(T value)
{
    QPromise<T> promise;
    promise.start();
    promise.addResult(std::move(value));
    promise.finish();
    return promise.future();
}

} // namespace

Prompts::Prompts(const Paths &paths, const QLocale::Language &language, QObject *parent)
    : QObject(parent), m_folder(paths), m_language(language),
      m_memory(paths.config + u"/prompts.json"_s, m_pool)
{
    m_pool.setMaxThreadCount(1);
    connect(&m_memory, &KeptJson::loaded, this, &Prompts::rebuild);
    connect(&m_memory, &KeptJson::setAside, this, &Prompts::setAside);
    connect(&m_memory, &KeptJson::writeFailed, this, &Prompts::writeFailed);
}

Prompts::~Prompts() = default;

void Prompts::refresh()
{
    if (!m_isLoaded)
        m_memory.load();
    whenDone(QtConcurrent::run(&m_pool, [folder = m_folder] { return folder.list(); }), this,
             [this](const PromptListing &listing) { take(listing); });
}

void Prompts::take(const PromptListing &listing)
{
    const bool isSame = m_isLoaded && listing.entries == m_own && listing.unreadable == m_unreadable
                        && listing.isCut == m_isCut;
    m_own = listing.entries;
    m_unreadable = listing.unreadable;
    m_isCut = listing.isCut;
    m_isLoaded = true;
    if (!isSame)
        rebuild();
}

void Prompts::rebuild()
{
    m_entries = m_own;
    const QStringList hidden = hiddenStarters();
    for (const PromptEntry &starter : starterPrompts(m_language)) {
        const bool isReplaced = std::ranges::any_of(m_own, [&](const PromptEntry &own) {
            return own.name.compare(starter.name, Qt::CaseInsensitive) == 0;
        });
        if (!isReplaced && !hidden.contains(starter.id))
            m_entries.insert(std::ranges::upper_bound(m_entries, starter, promptComesBefore),
                             starter);
    }
    emit changed();
}

/// The list as it is now that this was written.
void Prompts::put(const QString &id, const SavedPrompt &prompt, const QString &replaced)
{
    m_own.removeIf(
        [&](const PromptEntry &entry) { return entry.id == id || entry.id == replaced; });
    const PromptEntry entry = entryOf(id, prompt);
    m_own.insert(std::ranges::upper_bound(m_own, entry, promptComesBefore), entry);
    rebuild();
}

bool Prompts::isTaken(const QString &name, const QString &exceptId) const
{
    return std::ranges::any_of(m_entries, [&](const PromptEntry &entry) {
        return entry.id != exceptId && entry.name.compare(name, Qt::CaseInsensitive) == 0;
    });
}

QString Prompts::freeName(const QString &name) const
{
    QString candidate = name;
    for (int i = 2; isTaken(candidate, {}); ++i) {
        const QString mark = u" (%1)"_s.arg(i);
        candidate = name.left(kLongestPromptName - mark.size()) + mark;
    }
    return candidate;
}

QFuture<Result<SavedPrompt>> Prompts::load(const QString &id)
{
    if (isStarterId(id)) {
        const auto starter = starterPrompt(id, m_language);
        return readyFuture<Result<SavedPrompt>>(starter ? Result<SavedPrompt>(*starter)
                                                        : fail(ErrorKind::NotFound, id));
    }
    return QtConcurrent::run(&m_pool, [folder = m_folder, id] { return folder.load(id); });
}

QFuture<Result<QString>> Prompts::write(const SavedPrompt &prompt, const QString &replaced)
{
    return QtConcurrent::run(
        &m_pool, [folder = m_folder, prompt, replaced] { return folder.save(prompt, replaced); });
}

QFuture<Result<QString>> Prompts::save(const SavedPrompt &prompt, const QString &replaced)
{
    const bool isStarter = isStarterId(replaced);
    const auto written = write(prompt, isStarter ? QString() : replaced);
    whenDone(written, this, [this, prompt, replaced, isStarter](const Result<QString> &id) {
        if (!id)
            return;
        if (isStarter
            && starterPrompt(replaced, m_language).value_or(SavedPrompt()).name != prompt.name)
            setStarterHidden(replaced, true);
        put(*id, prompt, replaced);
    });
    return written;
}

QFuture<Result<SavedPrompt>> Prompts::remove(const QString &id)
{
    if (isStarterId(id)) {
        const auto loaded = load(id);
        setStarterHidden(id, true);
        return loaded;
    }
    const auto removed = QtConcurrent::run(&m_pool, [folder = m_folder, id] {
        auto prompt = folder.load(id);
        if (!prompt)
            return prompt;
        if (const auto gone = folder.remove(id); !gone)
            return Result<SavedPrompt>(fail(gone.error()));
        return prompt;
    });
    whenDone(removed, this, [this, id](const Result<SavedPrompt> &prompt) {
        if (!prompt)
            return;
        m_own.removeIf([&](const PromptEntry &entry) { return entry.id == id; });
        rebuild();
    });
    return removed;
}

QFuture<Result<QString>> Prompts::import(const QString &path)
{
    using Imported = std::pair<Result<QString>, SavedPrompt>;
    const auto imported = QtConcurrent::run(&m_pool, [folder = m_folder, path]() -> Imported {
        auto prompt = readPromptFile(path);
        if (!prompt)
            return {fail(prompt.error()), {}};
        prompt->name = folder.freeName(prompt->name);
        return {folder.save(*prompt, {}), *prompt};
    });
    auto promise = std::make_shared<QPromise<Result<QString>>>();
    promise->start();
    whenDone(imported, this, [this, promise](const Imported &done) {
        if (done.first)
            put(*done.first, done.second, {});
        promise->addResult(done.first);
        promise->finish();
    });
    return promise->future();
}

QStringList Prompts::hiddenStarters() const
{
    QStringList hidden;
    for (const QJsonValue &id : m_memory.value(kHidden).toArray())
        hidden.append(id.toString());
    return hidden;
}

void Prompts::setStarterHidden(const QString &id, bool hidden)
{
    QStringList all = hiddenStarters();
    all.removeAll(id);
    if (hidden)
        all.append(id);
    m_memory.set(kHidden, QJsonArray::fromStringList(all));
    rebuild();
}

void Prompts::showAllStarters()
{
    m_memory.set(kHidden, QJsonValue::Undefined);
    rebuild();
}

bool Prompts::hasHiddenStarters() const
{
    return !hiddenStarters().isEmpty();
}

QHash<QString, QString> Prompts::lastValues(const QString &name) const
{
    QHash<QString, QString> values;
    for (const QJsonValue &row : m_memory.value(kValues).toArray()) {
        if (row["name"_L1].toString() != name)
            continue;
        const QJsonObject kept = row["values"_L1].toObject();
        for (auto value = kept.begin(); value != kept.end(); ++value)
            values.insert(value.key(), value.value().toString());
    }
    return values;
}

void Prompts::setLastValues(const QString &name, const QHash<QString, QString> &values)
{
    QJsonObject kept;
    for (auto value = values.begin(); value != values.end(); ++value) {
        if (value.value().size() <= kLongestRemembered)
            kept.insert(value.key(), value.value());
    }
    // The one used last stands first; the oldest are forgotten.
    QJsonArray rows{QJsonObject{{u"name"_s, name}, {u"values"_s, kept}}};
    for (const QJsonValue &row : m_memory.value(kValues).toArray()) {
        if (row["name"_L1].toString() != name && rows.size() < kMostRemembered)
            rows.append(row);
    }
    m_memory.set(kValues, rows);
}

} // namespace app
