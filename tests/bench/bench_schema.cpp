// SPDX-License-Identifier: GPL-3.0-or-later
// What structured answers cost: an answer of 1 MB is held against its schema by the helper process,
// cold and warm, and fills a tree while it is written, 4 KB a frame: read, rows, layout and paint.
// Prints one JSON object; times in milliseconds.
#include "app/schema/schema_checker.h"
#include "ui/json/json_text_model.h"
#include "ui/json/json_tree_model.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTreeView>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kAnswerBytes = 1'000'000;
constexpr qsizetype kFrameBytes = 4 * 1024;
constexpr int kRuns = 15;

constexpr auto kSchema = R"({
    "type": "object",
    "properties": { "people": { "type": "array", "items": { "$ref": "#/definitions/person" } } },
    "required": ["people"],
    "additionalProperties": false,
    "definitions": { "person": {
        "type": "object",
        "properties": {
            "id": { "type": "integer", "minimum": 0 },
            "name": { "type": "string", "minLength": 1, "pattern": "^[A-Z]" },
            "mail": { "type": ["string", "null"] },
            "born": { "type": "string", "format": "date" },
            "score": { "type": "number", "maximum": 100 },
            "tags": { "type": "array", "items": { "enum": ["red", "green", "blue"] } },
            "address": {
                "type": "object",
                "properties": { "city": { "type": "string" }, "zip": { "type": "string" } },
                "required": ["city"]
            }
        },
        "required": ["id", "name", "tags"],
        "additionalProperties": false
    } }
})";

/// With its last person broken, or not.
QByteArray answer(bool fits)
{
    QByteArray text = "{\"people\": [";
    for (int id = 0; text.size() < kAnswerBytes; ++id) {
        text += id > 0 ? ",\n" : "\n";
        text += R"(  {"id": )" + QByteArray::number(id) + R"(, "name": "Person )"
                + QByteArray::number(id) + R"(", "mail": null, "born": "1990-05-17", "score": )"
                + QByteArray::number(id % 100) + R"(.5, "tags": ["red", "blue"], )"
                + R"("address": {"city": "Neustadt an der Weinstraße", "zip": "67433"}})";
    }
    return text + (fits ? "\n]}" : ",\n {\"id\": -1}]}");
}

double milliseconds(const QElapsedTimer &timer)
{
    return double(timer.nsecsElapsed()) / 1e6;
}

double timeOf(app::SchemaChecker &checker, const QByteArray &value, app::SchemaVerdict &verdict)
{
    QElapsedTimer timer;
    timer.start();
    const QFuture<app::SchemaVerdict> future = checker.check(kSchema, value);
    while (!future.isFinished())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    verdict = future.result();
    return milliseconds(timer);
}

QJsonObject validation()
{
    app::SchemaChecker checker;
    app::SchemaVerdict verdict;
    const QByteArray fitting = answer(true);
    const double cold = timeOf(checker, fitting, verdict);
    QList<double> warm;
    for (int i = 0; i < kRuns; ++i)
        warm.append(timeOf(checker, fitting, verdict));
    const bool fits = verdict.kind == app::SchemaVerdict::Kind::Valid;
    QList<double> failing;
    for (int i = 0; i < kRuns; ++i)
        failing.append(timeOf(checker, answer(false), verdict));
    std::ranges::sort(warm);
    std::ranges::sort(failing);
    return {{u"bytes"_s, fitting.size()},
            {u"fits"_s, fits},
            {u"cold_ms"_s, cold},
            {u"warm_min_ms"_s, warm.first()},
            {u"warm_median_ms"_s, warm.at(kRuns / 2)},
            {u"warm_max_ms"_s, warm.last()},
            {u"failures"_s, verdict.failures.size()},
            {u"failing_median_ms"_s, failing.at(kRuns / 2)}};
}

QJsonObject tree()
{
    ui::Theme theme;
    app::JsonOutline outline;
    ui::JsonTreeModel model(theme);
    model.setOutline(&outline);
    QTreeView view;
    view.setModel(&model);
    view.setUniformRowHeights(true);
    view.resize(700, 800);
    view.show();
    QCoreApplication::processEvents();
    const QByteArray text = answer(true);
    QList<double> frames;
    QElapsedTimer timer;
    for (qsizetype at = 0; at < text.size(); at += kFrameBytes) {
        timer.start();
        outline.append(text.mid(at, kFrameBytes));
        model.grow();
        if (at == 0)
            view.expandToDepth(2);
        view.scrollToBottom();
        view.viewport()->repaint();
        QCoreApplication::processEvents();
        frames.append(milliseconds(timer));
    }
    std::ranges::sort(frames);
    return {{u"frames"_s, frames.size()},
            {u"values"_s, outline.size()},
            {u"rows_known"_s, model.itemCount()},
            {u"frame_median_ms"_s, frames.at(frames.size() / 2)},
            {u"frame_p99_ms"_s, frames.at(frames.size() * 99 / 100)},
            {u"frame_max_ms"_s, frames.last()}};
}

QJsonObject reading()
{
    const QByteArray text = answer(true);
    QElapsedTimer timer;
    QList<double> times;
    for (int i = 0; i < kRuns; ++i) {
        timer.start();
        app::JsonOutline outline;
        outline.append(text);
        times.append(milliseconds(timer));
    }
    std::ranges::sort(times);
    return {{u"outline_median_ms"_s, times.at(kRuns / 2)}};
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    const QJsonObject result{
        {u"validation"_s, validation()}, {u"tree"_s, tree()}, {u"reading"_s, reading()}};
    std::puts(QJsonDocument(result).toJson().constData());
    return 0;
}
