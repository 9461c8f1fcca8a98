// SPDX-License-Identifier: GPL-3.0-or-later
// What a key costs in the model picker: a search that is typed letter by letter over 1,000 models
// of two providers, plain, with filters on, and sorted, with favourites on top. Prints one JSON
// object; times in milliseconds of CPU, of the window's thread.
#include "tests/bench/process_figures.h"
#include "ui/models/model_list.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

constexpr int kModels = 1'000;
constexpr int kRepeats = 20;

QList<app::ModelInfo> models(int from)
{
    QList<app::ModelInfo> all;
    for (int i = from; i < from + kModels / 2; ++i) {
        app::ModelInfo info{
            .id = u"organisation-%1/Some-Long-Model-Name-%2-Instruct"_s.arg(i % 40).arg(i)};
        info.tags = {u"chat"_s, u"prompt_cache"_s};
        info.contextLength = 32'768LL << i % 5;
        info.createdMs = qint64(i) * 7'919 % 1'000;
        info.prices.input = 0.05 * (i % 20);
        info.prices.output = 0.2 * (i % 20);
        info.tools = app::Ability(i % 3);
        info.reasoning = app::Ability(i / 3 % 3);
        all.append(info);
    }
    return all;
}

app::Provider provider(const QString &id)
{
    app::Provider provider;
    provider.id = id;
    provider.name = id;
    return provider;
}

/// Types and erases, letter by letter.
QJsonObject keys(ui::ModelList &list)
{
    QList<double> times;
    for (int repeat = 0; repeat < kRepeats; ++repeat) {
        for (const QString &text :
             {u"model 59 inst"_s, u"Some-Long-Model"_s, u"zzz"_s, u"40 9"_s}) {
            for (int length = 1; length <= text.size(); ++length) {
                const double before = bench::cpuMs();
                list.setText(text.left(length));
                times.append(bench::cpuMs() - before);
            }
        }
    }
    list.setText({});
    return bench::percentiles(times);
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    ui::ModelList list;
    list.setProviders({provider(u"first"_s), provider(u"second"_s)});
    const double before = bench::cpuMs();
    list.setModels(u"first"_s, models(0));
    list.setModels(u"second"_s, models(kModels / 2));
    const double readMs = bench::cpuMs() - before;
    QList<ui::ModelList::Pinned> favourites;
    for (const app::ModelInfo &info : models(0).first(20))
        favourites.append({u"first"_s, info});
    list.setPinned(favourites, favourites);
    const QJsonObject plain = keys(list);
    ui::ModelFilter filter{.abilities = {&app::ModelInfo::tools, &app::ModelInfo::reasoning},
                           .mostUsd = 3.0,
                           .leastContext = 64'000};
    list.setFilter(filter);
    const QJsonObject filtered = keys(list);
    filter.order = ui::ModelOrder::Price;
    list.setFilter(filter);
    list.showUnknown();
    const QJsonObject sorted = keys(list);
    const QJsonObject figures{{u"models"_s, kModels},       {u"read_ms"_s, readMs},
                              {u"key_ms"_s, plain},         {u"key_filtered_ms"_s, filtered},
                              {u"key_sorted_ms"_s, sorted}, {u"target_worst_ms"_s, 5}};
    std::fputs(QJsonDocument(figures).toJson().constData(), stdout);
    return 0;
}
