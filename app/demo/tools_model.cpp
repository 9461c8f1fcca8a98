// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/demo_models.h"
#include "app/demo/demo_texts.h"
#include "app/demo/schema_sample.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr qsizetype kMostCallsAtOnce = 3;
constexpr qsizetype kLongestWords = 60;
constexpr qsizetype kLongestResult = 1'500;

struct CallAndResult
{
    QString name;
    QString arguments;
    QString result;
};

// What was called since the last prompt, with what came back.
QList<CallAndResult> resultsSincePrompt(const QJsonArray &messages)
{
    QList<CallAndResult> calls;
    QHash<QString, qsizetype> places;
    for (const QJsonValue &value : messages) {
        const QJsonObject message = value.toObject();
        const QString role = message.value("role"_L1).toString();
        if (role == "user"_L1) {
            calls.clear();
            places.clear();
        }
        for (const QJsonValue &call : message.value("tool_calls"_L1).toArray()) {
            const QJsonObject function = call.toObject().value("function"_L1).toObject();
            places.insert(call.toObject().value("id"_L1).toString(), calls.size());
            calls.append({function.value("name"_L1).toString(),
                          function.value("arguments"_L1).toString(),
                          {}});
        }
        const qsizetype place = places.value(message.value("tool_call_id"_L1).toString(), -1);
        if (role == "tool"_L1 && place >= 0)
            calls[place].result = textOfContent(message.value("content"_L1));
    }
    return calls;
}

// A word of the prompt that may be what a tool wants: a quoted one, else the last that is written
// like a name, else the beginning.
QString subject(const QString &prompt)
{
    static const QRegularExpression quoted(u"[\"“„']([^\"”“']{1,60})[\"”“']"_s);
    static const QRegularExpression name(u"(?<=\\s)\\p{Lu}[\\p{L}\\p{N}-]*"_s);
    if (const auto match = quoted.match(prompt); match.hasMatch())
        return match.captured(1);
    QString last;
    for (auto match = name.globalMatch(prompt); match.hasNext();)
        last = match.next().captured();
    return last.isEmpty() ? prompt.simplified().left(kLongestWords) : last;
}

QList<DemoCall> callsOf(const DemoRequest &request)
{
    const QString wanted =
        request.toolChoice.toObject().value("function"_L1).toObject().value("name"_L1).toString();
    QList<DemoCall> calls;
    for (const QJsonValue &tool : request.tools) {
        const QJsonObject function = tool.toObject().value("function"_L1).toObject();
        const QString name = function.value("name"_L1).toString();
        if (name.isEmpty() || (!wanted.isEmpty() && name != wanted))
            continue;
        QJsonObject schema = function.value("parameters"_L1).toObject();
        if (!schema.contains("type"_L1))
            schema.insert("type"_L1, u"object"_s);
        calls.append({name, sampleOf(schema, subject(request.prompt)).toObject()});
        if (calls.size() == kMostCallsAtOnce)
            break;
    }
    return calls;
}

// A fence longer than any in the text, so that the text cannot end it.
QString fenced(const QString &text)
{
    QString fence = u"```"_s;
    while (text.contains(fence))
        fence += u'`';
    return fence + u'\n' + text + u'\n' + fence + u'\n';
}

QString report(const QList<CallAndResult> &calls)
{
    QString text = u"The results are here.\n\n"_s;
    for (const CallAndResult &call : calls) {
        text += u"**`%1`** was called with\n\n%2\n"_s.arg(call.name, fenced(call.arguments));
        if (call.result.isEmpty())
            text += u"and gave nothing back.\n\n"_s;
        else
            text += u"and gave\n\n%1\n"_s.arg(fenced(call.result.left(kLongestResult)));
    }
    return text
           + u"A real model would now turn this into an answer; I only repeat it. The conversation "
             u"holds the call, the result and this text, as it would with any server.\n"_s;
}

} // namespace

DemoScript toolsAnswer(const DemoRequest &request)
{
    DemoScript script;
    const auto results = resultsSincePrompt(request.messages);
    if (!results.isEmpty()) {
        script.text = report(results);
        return script;
    }
    const bool mayCall = request.toolChoice.toString() != "none"_L1;
    script.calls = mayCall ? callsOf(request) : QList<DemoCall>();
    if (!script.calls.isEmpty())
        script.text = u"I call what you sent along, to see what it says.\n"_s;
    else if (!mayCall)
        script.text = u"Tools came along, but *tool choice* is `none`: I may not call them.\n"_s;
    else
        script.text = QString::fromUtf16(demoTexts(request.language).noTools);
    return script;
}

} // namespace app
