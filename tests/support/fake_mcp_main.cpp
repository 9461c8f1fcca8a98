// SPDX-License-Identifier: GPL-3.0-or-later
// diptych-fake-mcp [MODE]: a server of the Model Context Protocol on standard input and output that
// behaves, or misbehaves in the way that MODE names. It blocks where a real one would not, and
// knows nothing of the client it serves.
#include <QByteArray>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <string>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

QByteArray mode;
int cancelled = 0; ///< notifications/cancelled so far
int calls = 0;
bool hasMoreTools = false;
QJsonArray answersOfClient; ///< to what this server asked

void say(const QByteArray &line)
{
    std::fwrite(line.constData(), 1, size_t(line.size()), stdout);
    std::fputc('\n', stdout);
    std::fflush(stdout);
}

void sayJson(QJsonObject message)
{
    message.insert("jsonrpc"_L1, u"2.0"_s);
    say(QJsonDocument(message).toJson(QJsonDocument::Compact));
}

void answer(const QJsonValue &id, const QJsonObject &result)
{
    sayJson({{u"id"_s, id}, {u"result"_s, result}});
}

void notify(const QString &method, const QJsonObject &params = {})
{
    sayJson({{u"method"_s, method}, {u"params"_s, params}});
}

QJsonObject textResult(const QString &text)
{
    return {{u"content"_s, QJsonArray{QJsonObject{{u"type"_s, u"text"_s}, {u"text"_s, text}}}}};
}

QJsonObject tool(const QString &name)
{
    return {{u"name"_s, name},
            {u"title"_s, u"The tool "_s + name},
            {u"description"_s, u"Does "_s + name},
            {u"inputSchema"_s, QJsonObject{{u"type"_s, u"object"_s}}}};
}

[[noreturn]] void sleepForEver()
{
    for (;;)
        ::pause();
}

void initialize(const QJsonObject &message)
{
    QString version = message["params"_L1]["protocolVersion"_L1].toString();
    if (mode == "old")
        version = u"2024-11-05"_s;
    if (mode == "newer")
        version = u"2099-01-01"_s;
    if (mode == "no-handshake")
        return;
    QJsonObject abilities{{u"tools"_s, QJsonObject{{u"listChanged"_s, true}}}};
    if (mode == "no-tools")
        abilities = {};
    answer(message["id"_L1], {{u"protocolVersion"_s, version},
                              {u"capabilities"_s, abilities},
                              {u"serverInfo"_s, QJsonObject{{u"name"_s, u"fake"_s}}}});
}

/// Two tools a page.
void listTools(const QJsonObject &message)
{
    if (mode == "endless-pages") {
        static int page = 0;
        answer(message["id"_L1], {{u"tools"_s, QJsonArray{tool(u"t%1"_s.arg(++page))}},
                                  {u"nextCursor"_s, u"more"_s}});
        return;
    }
    QStringList names{u"echo"_s, u"add"_s, u"fail"_s, u"refuse"_s, u"slow"_s, u"environment"_s};
    if (hasMoreTools)
        names.append(u"late"_s);
    const int start = message["params"_L1]["cursor"_L1].toString().toInt();
    QJsonArray page;
    for (int i = start; i < std::min(start + 2, int(names.size())); ++i)
        page.append(tool(names.at(i)));
    QJsonObject result{{u"tools"_s, page}};
    if (start + 2 < names.size())
        result.insert("nextCursor"_L1, QString::number(start + 2));
    answer(message["id"_L1], result);
}

void giveAll(const QJsonValue &id)
{
    const QJsonArray content{
        QJsonObject{{u"type"_s, u"text"_s}, {u"text"_s, u"words"_s}},
        QJsonObject{{u"type"_s, u"image"_s},
                    {u"data"_s,
                     u"iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChw"
                     u"GA60e6kgAAAABJRU5ErkJggg=="_s},
                    {u"mimeType"_s, u"image/png"_s}},
        QJsonObject{
            {u"type"_s, u"audio"_s}, {u"data"_s, u"AAAA"_s}, {u"mimeType"_s, u"audio/wav"_s}},
        QJsonObject{{u"type"_s, u"resource_link"_s},
                    {u"uri"_s, u"file:///a.txt"_s},
                    {u"name"_s, u"a.txt"_s}},
        QJsonObject{
            {u"type"_s, u"resource"_s},
            {u"resource"_s, QJsonObject{{u"uri"_s, u"file:///b.txt"_s}, {u"text"_s, u"inside"_s}}}},
        QJsonObject{{u"type"_s, u"smell"_s}}};
    answer(id, {{u"content"_s, content}, {u"structuredContent"_s, QJsonObject{{u"sum"_s, 3}}}});
}

/// With progress, until it is cancelled or done.
void beSlow(const QJsonObject &message)
{
    const QJsonValue token = message["params"_L1]["_meta"_L1]["progressToken"_L1];
    const int steps = message["params"_L1]["arguments"_L1]["steps"_L1].toInt(3);
    for (int step = 1; step <= steps; ++step) {
        ::usleep(50'000);
        notify(u"notifications/progress"_s, {{u"progressToken"_s, token},
                                             {u"progress"_s, step},
                                             {u"total"_s, steps},
                                             {u"message"_s, u"step %1"_s.arg(step)}});
    }
    answer(message["id"_L1], textResult(u"slow and done"_s));
}

void flood()
{
    for (;;)
        notify(u"notifications/message"_s, {{u"level"_s, u"info"_s}, {u"data"_s, u"noise"_s}});
}

void giantLine()
{
    const QByteArray block(1024 * 1024, 'x');
    for (int i = 0; i < 1024; ++i)
        std::fwrite(block.constData(), 1, size_t(block.size()), stdout);
    std::fputc('\n', stdout);
    sleepForEver();
}

/// Starts a process of its own, in a session of its own, and tells its id.
void forkAway(const QJsonValue &id)
{
    const pid_t child = ::fork();
    if (child == 0) {
        ::setsid();
        if (::fork() != 0)
            ::_exit(0);
        sleepForEver();
    }
    answer(id, textResult(QString::number(child)));
}

/// False: not misbehaving.
bool misbehave(const QJsonObject &message)
{
    const QJsonValue id = message["id"_L1];
    if (mode == "hang")
        return true;
    if (mode == "twice") {
        answer(id, textResult(u"first"_s));
        answer(id, textResult(u"second"_s));
    } else if (mode == "others-id") {
        answer(id.toInteger() + 1'000, textResult(u"not for you"_s));
        answer(QJsonValue(u"abc"_s), textResult(u"not for you"_s));
        answer(id, textResult(u"for you"_s));
    } else if (mode == "garbage") {
        say("this is {no JSON");
        say("\x01\x02\xff\xfe");
        say("[]");
        say("{\"neither\":1}");
        answer(id, textResult(u"after garbage"_s));
    } else if (mode == "deep") {
        say(QByteArray(100'000, '['));
        answer(id, textResult(u"after depth"_s));
    } else if (mode == "flood") {
        flood();
    } else if (mode == "giant") {
        giantLine();
    } else if (mode == "die") {
        std::fputs("{\"jsonrpc\":\"2.0\",\"id\":", stdout);
        std::fflush(stdout);
        std::fputs("about to die\n", stderr);
        std::_Exit(3);
    } else if (mode == "fork") {
        forkAway(id);
    } else {
        return false;
    }
    return true;
}

/// What Diptych does not serve, then what it does.
void askClient(const QJsonValue &id)
{
    sayJson({{u"id"_s, u"s1"_s}, {u"method"_s, u"sampling/createMessage"_s}});
    sayJson({{u"id"_s, u"s2"_s}, {u"method"_s, u"roots/list"_s}});
    sayJson({{u"id"_s, u"s3"_s}, {u"method"_s, u"ping"_s}});
    answersOfClient = {};
    std::string line;
    while (answersOfClient.size() < 3 && std::getline(std::cin, line))
        answersOfClient.append(QJsonDocument::fromJson(QByteArray::fromStdString(line)).object());
    answer(id, textResult(QString::fromUtf8(
                   QJsonDocument(answersOfClient).toJson(QJsonDocument::Compact))));
}

void call(const QJsonObject &message)
{
    ++calls;
    const QJsonValue id = message["id"_L1];
    const QString name = message["params"_L1]["name"_L1].toString();
    const QJsonObject arguments = message["params"_L1]["arguments"_L1].toObject();
    if (name == "fail"_L1) {
        QJsonObject result = textResult(u"it did not work"_s);
        result.insert("isError"_L1, true);
        answer(id, result);
    } else if (name == "refuse"_L1) {
        sayJson(
            {{u"id"_s, id},
             {u"error"_s, QJsonObject{{u"code"_s, -32602}, {u"message"_s, u"no such city"_s}}}});
    } else if (name == "slow"_L1) {
        beSlow(message);
    } else if (name == "everything"_L1) {
        giveAll(id);
    } else if (name == "structured"_L1) {
        answer(id, {{u"content"_s, QJsonArray()},
                    {u"structuredContent"_s, QJsonObject{{u"sum"_s, 3}}}});
    } else if (name == "ask"_L1) {
        askClient(id);
    } else if (name == "cancelled"_L1) {
        answer(id, textResult(QString::number(cancelled)));
    } else if (name == "log"_L1) {
        std::fputs("a line for the log\n", stderr);
        answer(id, textResult(u"logged"_s));
    } else if (name == "grow"_L1) {
        hasMoreTools = true;
        notify(u"notifications/tools/list_changed"_s);
        answer(id, textResult(u"grown"_s));
    } else if (name == "environment"_L1) {
        QStringList names;
        for (char **entry = environ; *entry; ++entry)
            names.append(QString::fromUtf8(*entry));
        answer(id, textResult(names.join(u'\n')));
    } else if (name == "long"_L1) {
        answer(id, textResult(QString(arguments["size"_L1].toInt(200'000), u'ä')));
    } else {
        answer(id, textResult(
                       QString::fromUtf8(QJsonDocument(arguments).toJson(QJsonDocument::Compact))));
    }
}

void take(const QJsonObject &message)
{
    const QString method = message["method"_L1].toString();
    if (method == "initialize"_L1)
        initialize(message);
    else if (method == "tools/list"_L1)
        listTools(message);
    else if (method == "notifications/cancelled"_L1)
        ++cancelled;
    else if (method == "tools/call"_L1 && !misbehave(message))
        call(message);
}

} // namespace

int main(int argc, char *argv[])
{
    mode = argc > 1 ? argv[1] : "";
    if (mode == "loop")
        return 7;
    if (mode == "deaf")
        sleepForEver();
    if (mode == "stubborn") { // stays when it is asked to end
        ::signal(SIGTERM, SIG_IGN);
    }
    std::string line;
    while (std::getline(std::cin, line))
        take(QJsonDocument::fromJson(QByteArray::fromStdString(line)).object());
    if (mode == "stubborn")
        sleepForEver();
    return 0;
}
