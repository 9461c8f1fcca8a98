// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/catalogue/catalogue.h"

#include "app/base/when_done.h"
#include "app/catalogue/ability_notes.h"
#include "app/catalogue/list_request.h"
#include "app/catalogue/shelf_files.h"
#include "app/net/http_client.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QPromise>
#include <QThreadPool>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace app {

namespace {

using Models = QList<ModelInfo>;

/// Servers explain at length; the first words tell why.
constexpr qsizetype kLongestReasonKept = 300;

struct LoadedNotes
{
    AbilityNotes learnt;
    AbilityNotes said;
};

/// Those of a version are its model's, where it has none of its own.
ModelNotes notesOf(const QHash<QString, ModelNotes> &notes, const QString &modelId)
{
    ModelNotes found = notes.value(unversionedModel(modelId));
    found.insert(notes.value(modelId));
    return found;
}

} // namespace

/// What is known of one provider.
struct Shelf
{
    QUrl baseUrl;
    QString key;
    Models listed; ///< as the server said
    Models models; ///< with what was learnt and said
    QHash<QString, qsizetype> places;
    PriceHistories prices;
    qint64 seenMs = 0; ///< the list
    int hidden = 0; ///< models of it that were left out
    bool isFromServer = false;
    int attempt = 0; ///< answers to an older refresh of another server are dropped
    QFuture<Result<Models>> running;

    /// Of the model itself, else of the one that it is a version of; -1: not listed.
    [[nodiscard]] qsizetype placeOf(const QString &modelId) const
    {
        const qsizetype place = places.value(modelId, -1);
        return place >= 0 ? place : places.value(unversionedModel(modelId), -1);
    }
};

struct Catalogue::Private
{
    using Promise = std::shared_ptr<QPromise<Result<Models>>>;

    Private(Catalogue *catalogue, HttpClient &client, const Paths &where)
        : q(catalogue), http(client), paths(where)
    {
        // One thread: files are read and written in the order of the calls.
        worker.setMaxThreadCount(1);
    }

    [[nodiscard]] ShelfFiles filesOf(const QString &providerId, const QUrl &baseUrl) const
    {
        const QByteArray hash =
            QCryptographicHash::hash(providerId.toUtf8(), QCryptographicHash::Sha256).toHex();
        const QString name = u'/' + QString::fromLatin1(hash.first(16)) + u".json"_s;
        return {paths.modelCache() + name, paths.data + u"/prices"_s + name, baseUrl};
    }
    [[nodiscard]] QString learntPath() const { return paths.modelCache() + u"/learnt.json"_s; }
    [[nodiscard]] QString saidPath() const { return paths.config + u"/abilities.json"_s; }

    void loadNotes();
    void join(AbilityNotes &known, const AbilityNotes &read);
    void keepNote(const QString &path, const QString &providerId, const QString &modelId,
                  const QString &ability, const std::optional<AbilityNote> &note);
    void loadShelf(const QString &providerId);
    void ask(const Provider &provider, const QString &key, const Promise &promise);
    void keep(const Provider &provider, int attempt, const ListAnswers &answers,
              const Promise &promise);
    void take(const QString &providerId, const Shelved &shelved);
    void put(const QString &providerId, const Models &listed);
    void putAgain(const QString &providerId);
    void finish(const QString &providerId, int attempt, const Result<Shelved> &result,
                const Promise &promise);

    Catalogue *q;
    HttpClient &http;
    Paths paths;
    QHash<QString, Shelf> shelves;
    AbilityNotes learnt;
    AbilityNotes said; ///< by the user
    QThreadPool worker; ///< last: its end waits for the jobs
};

void Catalogue::Private::loadNotes()
{
    const auto load = [](const QString &learntFile, const QString &saidFile) {
        return LoadedNotes{readAbilityNotes(learntFile), readAbilityNotes(saidFile)};
    };
    whenDone(QtConcurrent::run(&worker, load, learntPath(), saidPath()), q,
             [this](const LoadedNotes &read) {
                 join(learnt, read.learnt);
                 join(said, read.said);
                 const QStringList shelved = shelves.keys();
                 for (const QString &providerId : shelved)
                     putAgain(providerId);
             });
}

void Catalogue::Private::join(AbilityNotes &known, const AbilityNotes &read)
{
    for (auto provider = read.begin(); provider != read.end(); ++provider) {
        auto &models = known[provider.key()];
        for (auto model = provider->begin(); model != provider->end(); ++model) {
            ModelNotes notes = model.value();
            notes.insert(models.value(model.key())); // what is known since goes first
            models.insert(model.key(), notes);
        }
    }
}

void Catalogue::Private::keepNote(const QString &path, const QString &providerId,
                                  const QString &modelId, const QString &ability,
                                  const std::optional<AbilityNote> &note)
{
    // Read again first: what is on disk may not have arrived here yet.
    worker.start([=] {
        AbilityNotes onDisk = readAbilityNotes(path);
        ModelNotes &notes = onDisk[providerId][modelId];
        if (note)
            notes.insert(ability, *note);
        else
            notes.remove(ability);
        writeAbilityNotes(path, onDisk);
    });
    putAgain(providerId);
}

void Catalogue::Private::loadShelf(const QString &providerId)
{
    const ShelfFiles files = filesOf(providerId, shelves[providerId].baseUrl);
    whenDone(QtConcurrent::run(&worker, readShelf, files), q,
             [this, providerId, baseUrl = files.baseUrl](const Shelved &read) {
                 const Shelf &now = shelves[providerId];
                 if (now.baseUrl == baseUrl && !now.isFromServer)
                     take(providerId, read);
             });
}

void Catalogue::Private::ask(const Provider &provider, const QString &key, const Promise &promise)
{
    // Both at once; the second may fail without harm.
    const bool hasDetails = provider.dialect == Dialect::DeepInfra;
    const auto details = hasDetails
                             ? http.fetch(modelDetailsRequest(provider))
                             : QtFuture::makeReadyFuture(Result<HttpResponse>(HttpResponse()));
    const int attempt = shelves[provider.id].attempt;
    whenDone(http.fetch(modelsRequest(provider, key)), q,
             [=, this](const Result<HttpResponse> &models) {
                 const auto body = bodyOf(models);
                 if (!body)
                     return finish(provider.id, attempt, fail(body.error()), promise);
                 whenDone(details, q, [=, this](const Result<HttpResponse> &more) {
                     const QByteArray rows = bodyOf(more).value_or(QByteArray());
                     keep(provider, attempt, {*body, rows, hasDetails && rows.isEmpty()}, promise);
                 });
             });
}

void Catalogue::Private::keep(const Provider &provider, int attempt, const ListAnswers &answers,
                              const Promise &promise)
{
    const ShelfFiles files = filesOf(provider.id, provider.baseUrl);
    whenDone(QtConcurrent::run(&worker, keepShelf, answers, files), q,
             [this, id = provider.id, attempt, promise](const Result<Shelved> &read) {
                 finish(id, attempt, read, promise);
             });
}

void Catalogue::Private::finish(const QString &providerId, int attempt,
                                const Result<Shelved> &result, const Promise &promise)
{
    Shelf &shelf = shelves[providerId];
    Result<Models> models = result ? Result<Models>(result->list.models) : fail(result.error());
    if (shelf.attempt == attempt) {
        shelf.running = {};
        if (result) {
            shelf.isFromServer = true;
            take(providerId, *result);
            models = shelves[providerId].models;
        }
    }
    promise->addResult(std::move(models));
    promise->finish();
}

void Catalogue::Private::take(const QString &providerId, const Shelved &shelved)
{
    Shelf &shelf = shelves[providerId];
    shelf.prices = shelved.prices;
    shelf.seenMs = shelved.list.seenMs;
    shelf.hidden = shelved.hidden;
    put(providerId, shelved.list.models);
}

void Catalogue::Private::put(const QString &providerId, const Models &listed)
{
    const auto known = learnt.value(providerId);
    const auto told = said.value(providerId);
    Models models = listed;
    QHash<QString, qsizetype> places;
    for (qsizetype i = 0; i < listed.size(); ++i) {
        applyNotes(notesOf(known, listed.at(i).id), models[i]);
        applyNotes(notesOf(told, listed.at(i).id), models[i]);
        places.insert(listed.at(i).id, i);
    }
    Shelf &shelf = shelves[providerId];
    shelf.listed = listed;
    if (shelf.models == models)
        return;
    shelf.models = std::move(models);
    shelf.places = std::move(places);
    emit q->modelsChanged(providerId);
}

/// With other notes. What is not listed has changed, too.
void Catalogue::Private::putAgain(const QString &providerId)
{
    if (shelves.contains(providerId))
        put(providerId, shelves.value(providerId).listed);
}

Catalogue::Catalogue(HttpClient &http, const Paths &paths, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(this, http, paths))
{
    d->loadNotes();
}

Catalogue::~Catalogue() = default;

QList<ModelInfo> Catalogue::models(const QString &providerId) const
{
    return d->shelves.value(providerId).models;
}

ModelInfo Catalogue::model(const QString &providerId, const QString &modelId) const
{
    ModelInfo model;
    if (const auto shelf = d->shelves.constFind(providerId); shelf != d->shelves.cend()) {
        if (const qsizetype place = shelf->placeOf(modelId); place >= 0)
            model = shelf->models.at(place);
    }
    const bool isListed = model.id == modelId;
    model.id = modelId;
    model.prices = pricesAt(model.prices, QDateTime::currentMSecsSinceEpoch());
    if (!isListed) {
        applyNotes(notesOf(d->learnt.value(providerId), modelId), model);
        applyNotes(notesOf(d->said.value(providerId), modelId), model);
    }
    return model;
}

bool Catalogue::isListed(const QString &providerId, const QString &modelId) const
{
    const auto shelf = d->shelves.constFind(providerId);
    return shelf != d->shelves.cend() && shelf->placeOf(modelId) >= 0;
}

int Catalogue::hiddenModels(const QString &providerId) const
{
    const auto shelf = d->shelves.constFind(providerId);
    return shelf == d->shelves.cend() ? 0 : shelf->hidden;
}

qint64 Catalogue::listSeenMs(const QString &providerId) const
{
    const auto shelf = d->shelves.constFind(providerId);
    return shelf == d->shelves.cend() ? 0 : shelf->seenMs;
}

PriceHistory Catalogue::priceHistory(const QString &providerId, const QString &modelId) const
{
    const auto shelf = d->shelves.constFind(providerId);
    if (shelf == d->shelves.cend())
        return {};
    const auto own = shelf->prices.constFind(modelId);
    return own == shelf->prices.cend() ? shelf->prices.value(unversionedModel(modelId)) : *own;
}

Belief Catalogue::belief(const QString &providerId, const QString &modelId,
                         Ability ModelInfo::*ability) const
{
    const ModelNotes notes = notesOf(d->said.value(providerId), modelId);
    const auto note = notes.constFind(abilityName(ability));
    if (note == notes.cend())
        return knownBelief(providerId, modelId, ability);
    return {note->ability, Belief::Source::User, note->atMs};
}

Belief Catalogue::knownBelief(const QString &providerId, const QString &modelId,
                              Ability ModelInfo::*ability) const
{
    const ModelNotes notes = notesOf(d->learnt.value(providerId), modelId);
    const auto note = notes.constFind(abilityName(ability));
    if (note != notes.cend() && note->ability != Ability::Unknown)
        return {note->ability, Belief::Source::Learnt, note->atMs, note->reason};
    const auto shelf = d->shelves.constFind(providerId);
    const qsizetype place = shelf == d->shelves.cend() ? -1 : shelf->placeOf(modelId);
    if (place < 0 || shelf->listed.at(place).*ability == Ability::Unknown)
        return {};
    return {shelf->listed.at(place).*ability, Belief::Source::List, shelf->seenMs};
}

QFuture<Result<QList<ModelInfo>>> Catalogue::refresh(const Provider &provider, const QString &key)
{
    Shelf &shelf = d->shelves[provider.id];
    const bool sameServer = shelf.baseUrl == provider.baseUrl;
    if (sameServer && shelf.key == key && shelf.running.isRunning())
        return shelf.running;

    const auto promise = std::make_shared<QPromise<Result<Models>>>();
    promise->start();
    const auto future = promise->future();
    shelf.running = future;
    shelf.key = key;
    ++shelf.attempt;
    if (!sameServer) {
        shelf.baseUrl = provider.baseUrl;
        shelf.isFromServer = false;
        d->take(provider.id, {});
        d->loadShelf(provider.id);
    }
    d->ask(provider, key, promise);
    return future;
}

void Catalogue::learn(const QString &providerId, const QString &modelId,
                      Ability ModelInfo::*ability, Ability value, const QString &reason)
{
    const QString name = abilityName(ability);
    ModelNotes &notes = d->learnt[providerId][modelId];
    if (name.isEmpty() || notes.value(name).ability == value)
        return;
    std::optional<AbilityNote> note;
    if (value == Ability::Unknown) {
        notes.remove(name);
    } else {
        note = AbilityNote{value, QDateTime::currentMSecsSinceEpoch(),
                           reason.simplified().left(kLongestReasonKept)};
        notes.insert(name, *note);
    }
    d->keepNote(d->learntPath(), providerId, modelId, name, note);
}

void Catalogue::setByUser(const QString &providerId, const QString &modelId,
                          Ability ModelInfo::*ability, std::optional<Ability> value)
{
    const QString name = abilityName(ability);
    ModelNotes &notes = d->said[providerId][modelId];
    const auto said = notes.constFind(name);
    const bool isSaid = said != notes.cend();
    if (name.isEmpty() || (isSaid ? value == said->ability : !value))
        return;
    std::optional<AbilityNote> note;
    if (value)
        note = AbilityNote{*value, QDateTime::currentMSecsSinceEpoch()};
    if (note)
        notes.insert(name, *note);
    else
        notes.remove(name);
    const bool isListedItself = d->shelves.value(providerId).places.contains(modelId);
    d->keepNote(d->saidPath(), providerId, modelId, name, note);
    if (!isListedItself)
        emit modelsChanged(providerId); // a hand-typed one is in no list
}

} // namespace app
