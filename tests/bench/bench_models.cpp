// SPDX-License-Identifier: GPL-3.0-or-later
// What a key costs in the model picker: a filter that is typed letter by letter over 1,000 models
// of two providers. Prints one JSON object; times in milliseconds of CPU, of the window's thread.
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

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    ui::ModelList list;
    list.setProviders({provider(u"first"_s), provider(u"second"_s)});
    list.setModels(u"first"_s, models(0));
    list.setModels(u"second"_s, models(kModels / 2));
    QList<double> keys;
    for (int repeat = 0; repeat < kRepeats; ++repeat) {
        for (const QString &text :
             {u"model 59 inst"_s, u"Some-Long-Model"_s, u"zzz"_s, u"40 9"_s}) {
            for (int length = 1; length <= text.size(); ++length) {
                const double before = bench::cpuMs();
                list.setFilter(text.left(length));
                keys.append(bench::cpuMs() - before);
            }
        }
    }
    const QJsonObject figures{
        {u"models"_s, kModels}, {u"key_ms"_s, bench::percentiles(keys)}, {u"target_worst_ms"_s, 5}};
    std::fputs(QJsonDocument(figures).toJson().constData(), stdout);
    return 0;
}
