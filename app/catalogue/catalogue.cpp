// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/catalogue/catalogue.h"

#include "app/base/when_done.h"
#include "app/catalogue/list_request.h"
#include "app/catalogue/model_cache.h"
#include "app/catalogue/models_list.h"
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

struct Answers
{
    QByteArray models;
    QByteArray details; ///< of DeepInfra; empty where there are none
};

Result<Models> readAndKeep(const Answers &answers, const QString &path, const QUrl &baseUrl)
{
    auto models = readModelsList(answers.models);
    if (!models)
        return models;
    if (!answers.details.isEmpty())
        joinModelDetails(*models, answers.details, QDateTime::currentSecsSinceEpoch());
    writeModelCache(path, baseUrl, *models);
    return models;
}

} // namespace

/// What is known of one provider.
struct Shelf
{
    QUrl baseUrl;
    QString key;
    Models listed; ///< as the server said
    Models models; ///< with what was learnt
    QHash<QString, qsizetype> places;
    bool isFromServer = false;
    int attempt = 0; ///< answers to an older refresh of another server are dropped
    QFuture<Result<Models>> running;
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

    [[nodiscard]] QString cachePath(const QString &providerId) const
    {
        const QByteArray hash =
            QCryptographicHash::hash(providerId.toUtf8(), QCryptographicHash::Sha256).toHex();
        return paths.modelCache() + u'/' + QString::fromLatin1(hash.first(16)) + u".json"_s;
    }
    [[nodiscard]] QString learntPath() const { return paths.modelCache() + u"/learnt.json"_s; }

    void loadLearnt();
    void join(const LearntModels &read);
    void loadCache(const QString &providerId);
    void ask(const Provider &provider, const QString &key, const Promise &promise);
    void keep(const Provider &provider, int attempt, const Answers &answers,
              const Promise &promise);
    void put(const QString &providerId, const Models &listed);
    void finish(const QString &providerId, int attempt, Result<Models> result,
                const Promise &promise);

    Catalogue *q;
    HttpClient &http;
    Paths paths;
    QHash<QString, Shelf> shelves;
    LearntModels learnt;
    QThreadPool worker; ///< last: its end waits for the jobs
};

void Catalogue::Private::loadLearnt()
{
    whenDone(QtConcurrent::run(&worker, readLearnt, learntPath()), q,
             [this](const LearntModels &read) { join(read); });
}

void Catalogue::Private::join(const LearntModels &read)
{
    for (auto provider = read.begin(); provider != read.end(); ++provider) {
        auto &known = learnt[provider.key()];
        for (auto model = provider->begin(); model != provider->end(); ++model) {
            LearntAbilities abilities = model.value();
            abilities.insert(known.value(model.key())); // what was learnt since goes first
            known.insert(model.key(), abilities);
        }
        if (shelves.contains(provider.key()))
            put(provider.key(), shelves.value(provider.key()).listed);
    }
}

void Catalogue::Private::loadCache(const QString &providerId)
{
    const Shelf &shelf = shelves[providerId];
    whenDone(QtConcurrent::run(&worker, readModelCache, cachePath(providerId), shelf.baseUrl), q,
             [this, providerId, baseUrl = shelf.baseUrl](const Models &models) {
                 const Shelf &now = shelves[providerId];
                 if (now.baseUrl == baseUrl && !now.isFromServer && !models.isEmpty())
                     put(providerId, models);
             });
}

void Catalogue::Private::ask(const Provider &provider, const QString &key, const Promise &promise)
{
    // Both at once; the second may fail without harm.
    const auto details = provider.dialect == Dialect::DeepInfra
                             ? http.fetch(modelDetailsRequest(provider))
                             : QtFuture::makeReadyFuture(Result<HttpResponse>(HttpResponse()));
    const int attempt = shelves[provider.id].attempt;
    whenDone(http.fetch(modelsRequest(provider, key)), q,
             [this, provider, attempt, details, promise](const Result<HttpResponse> &models) {
                 const auto body = bodyOf(models);
                 if (!body)
                     return finish(provider.id, attempt, fail(body.error()), promise);
                 whenDone(details, q, [=, this](const Result<HttpResponse> &more) {
                     keep(provider, attempt, {*body, bodyOf(more).value_or(QByteArray())}, promise);
                 });
             });
}

void Catalogue::Private::keep(const Provider &provider, int attempt, const Answers &answers,
                              const Promise &promise)
{
    const QString path = cachePath(provider.id);
    whenDone(QtConcurrent::run(&worker, readAndKeep, answers, path, provider.baseUrl), q,
             [this, id = provider.id, attempt, promise](const Result<Models> &models) {
                 finish(id, attempt, models, promise);
             });
}

void Catalogue::Private::finish(const QString &providerId, int attempt, Result<Models> result,
                                const Promise &promise)
{
    Shelf &shelf = shelves[providerId];
    if (shelf.attempt == attempt) {
        shelf.running = {};
        if (result) {
            shelf.isFromServer = true;
            put(providerId, *result);
            result = shelves[providerId].models;
        }
    }
    promise->addResult(std::move(result));
    promise->finish();
}

void Catalogue::Private::put(const QString &providerId, const Models &listed)
{
    const auto known = learnt.value(providerId);
    Models models = listed;
    QHash<QString, qsizetype> places;
    for (qsizetype i = 0; i < listed.size(); ++i) {
        if (const auto found = known.constFind(listed.at(i).id); found != known.cend())
            applyLearnt(*found, models[i]);
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

Catalogue::Catalogue(HttpClient &http, const Paths &paths, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(this, http, paths))
{
    d->loadLearnt();
}

Catalogue::~Catalogue() = default;

QList<ModelInfo> Catalogue::models(const QString &providerId) const
{
    return d->shelves.value(providerId).models;
}

ModelInfo Catalogue::model(const QString &providerId, const QString &modelId) const
{
    if (const auto shelf = d->shelves.constFind(providerId); shelf != d->shelves.cend()) {
        if (const qsizetype place = shelf->places.value(modelId, -1); place >= 0)
            return shelf->models.at(place);
    }
    ModelInfo model;
    model.id = modelId;
    applyLearnt(d->learnt.value(providerId).value(modelId), model);
    return model;
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
        d->put(provider.id, {});
        d->loadCache(provider.id);
    }
    d->ask(provider, key, promise);
    return future;
}

void Catalogue::learn(const QString &providerId, const QString &modelId,
                      Ability ModelInfo::*ability, Ability value)
{
    const QString name = abilityName(ability);
    LearntAbilities &abilities = d->learnt[providerId][modelId];
    if (name.isEmpty() || abilities.value(name, Ability::Unknown) == value)
        return;
    abilities.insert(name, value);
    // Read again first: what is on disk may not have arrived here yet.
    QThreadPool &worker = d->worker;
    worker.start([path = d->learntPath(), providerId, modelId, name, value] {
        LearntModels onDisk = readLearnt(path);
        onDisk[providerId][modelId].insert(name, value);
        writeLearnt(path, onDisk);
    });
    if (d->shelves.contains(providerId))
        d->put(providerId, d->shelves.value(providerId).listed);
}

} // namespace app
