// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/demo_models.h"
#include "app/demo/demo_texts.h"
#include "app/demo/demo_verdict.h"
#include "app/demo/schema_sample.h"
#include "app/schema/json_text.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace app {

namespace {

// A schema may ask for any value; objects and lists are indented.
QString written(const QJsonValue &value)
{
    if (value.isObject())
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson());
    if (value.isArray())
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson());
    return QString::fromUtf8(compactJson(value));
}

} // namespace

DemoScript jsonAnswer(const DemoRequest &request)
{
    DemoScript script;
    if (const auto verdict = demoVerdict(request.prompt)) {
        script.text = *verdict;
        return script;
    }
    if (request.responseFormat.isEmpty()) {
        script.text = QString::fromUtf16(demoTexts(request.language).noSchema);
        return script;
    }
    const QJsonObject wrapper = request.responseFormat.value("json_schema"_L1).toObject();
    if (request.responseFormat.value("type"_L1).toString() == "json_schema"_L1) {
        script.text = written(sampleOf(wrapper.value("schema"_L1).toObject()));
        return script;
    }
    script.text = written(QJsonObject{
        {u"prompt"_s, request.prompt},
        {u"messages"_s, request.messages.size()},
        {u"note"_s, u"The demo repeats what it was asked; a real model would answer it."_s}});
    return script;
}

} // namespace app
