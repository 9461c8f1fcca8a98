// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ask_options.h"

#include <QCommandLineParser>
#include <QFile>
#include <QHash>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace app {

namespace {

tl::unexpected<Error> usageError(const QString &sentence)
{
    return fail(ErrorKind::InvalidRequest, sentence);
}

/// More than any prompt; a device that never ends must not fill the memory.
constexpr qint64 kMostInput = 256 * 1024 * 1024;

Result<QByteArray> readFile(const QString &option, const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return usageError(u"--%1: %2: %3"_s.arg(option, path, file.errorString()));
    return file.read(kMostInput);
}

Result<QJsonDocument> parseJson(const QString &option, const QByteArray &text)
{
    QJsonParseError error;
    const QJsonDocument json = QJsonDocument::fromJson(text, &error);
    if (error.error != QJsonParseError::NoError) {
        return usageError(
            u"--%1: not JSON: %2 at byte %3"_s.arg(option, error.errorString()).arg(error.offset));
    }
    return json;
}

Result<QJsonValue> readJsonFile(const QString &option, const QString &path)
{
    const auto text = readFile(option, path);
    if (!text)
        return fail(text.error());
    const auto json = parseJson(option, *text);
    if (!json)
        return fail(json.error());
    return json->isArray() ? QJsonValue(json->array()) : QJsonValue(json->object());
}

Result<void> setParameter(ParameterSet &parameters, const QString &assignment)
{
    const qsizetype equals = assignment.indexOf(u'=');
    if (equals < 1)
        return usageError(u"--set needs name=value, not “%1”"_s.arg(assignment));
    const QString name = assignment.left(equals).trimmed();
    if (name == kLeaveOutRounds)
        return usageError(u"--set %1 is for chats; leave the rounds out of --messages"_s.arg(name));
    const auto value = parseParameter(name, assignment.mid(equals + 1));
    if (!value)
        return usageError(u"--set %1: %2"_s.arg(name, value.error().message));
    parameters.set(name, *value);
    return {};
}

/// A parameter whose value is the JSON of a file.
Result<void> setFromFile(ParameterSet &parameters, const QCommandLineParser &arguments,
                         const QString &option, const QString &name)
{
    if (!arguments.isSet(option))
        return {};
    const auto value = readJsonFile(option, arguments.value(option));
    if (!value)
        return fail(value.error());
    const ParameterSpec *spec = findParameter(name);
    if (const auto valid = spec ? checkParameter(*spec, *value) : Result<void>{}; !valid)
        return usageError(u"--%1: %2"_s.arg(option, valid.error().message));
    parameters.set(name, *value);
    return {};
}

/// 0: of the chosen tokens alone.
Result<void> setLogprobs(AskOptions &options, const QCommandLineParser &arguments)
{
    options.logprobs = arguments.isSet(u"logprobs"_s);
    if (!options.logprobs)
        return {};
    options.parameters.set(u"logprobs", true);
    if (arguments.value(u"logprobs"_s) == "0"_L1)
        return {};
    const auto count = parseParameter(u"top_logprobs"_s, arguments.value(u"logprobs"_s));
    if (!count)
        return usageError(u"--logprobs: %1"_s.arg(count.error().message));
    options.parameters.set(u"top_logprobs", *count);
    return {};
}

Result<void> setDelivery(ParameterSet &parameters, const QCommandLineParser &arguments)
{
    if (!arguments.isSet(u"no-stream"_s)) {
        if (!parameters.isSet(u"stream"))
            parameters.set(u"stream", true);
        return {};
    }
    if (parameters.value(u"stream").toBool())
        return usageError(u"--no-stream and --set stream=true exclude each other"_s);
    parameters.set(u"stream", false);
    return {};
}

Result<void> readParameters(AskOptions &options, const QCommandLineParser &arguments)
{
    for (const QString &assignment : arguments.values(u"set"_s)) {
        if (const auto set = setParameter(options.parameters, assignment); !set)
            return set;
    }
    for (const auto &[option, name] :
         {std::pair(u"n"_s, u"n"_s), std::pair(u"continue"_s, kAutoContinue.toString())}) {
        if (!arguments.isSet(option))
            continue;
        const auto value = parseParameter(name, arguments.value(option));
        if (!value)
            return usageError(u"--%1: %2"_s.arg(option, value.error().message));
        options.parameters.set(name, *value);
    }
    if (const auto set = setLogprobs(options, arguments); !set)
        return set;
    if (const auto set = setDelivery(options.parameters, arguments); !set)
        return set;
    return setFromFile(options.parameters, arguments, u"response-format"_s, u"response_format"_s);
}

Result<void> readApproval(AskOptions &options, const QCommandLineParser &arguments)
{
    if (!arguments.isSet(u"approve"_s))
        return {};
    const QString word = arguments.value(u"approve"_s);
    static const QHash<QString, ToolPolicy> policies{{u"ask"_s, ToolPolicy::Ask},
                                                     {u"always"_s, ToolPolicy::Always},
                                                     {u"never"_s, ToolPolicy::Never}};
    if (!policies.contains(word))
        return usageError(u"--approve takes ask, always or never, not “%1”"_s.arg(word));
    options.tools.approve = policies.value(word);
    return {};
}

/// A command beside a definition is for this program alone: it is not sent.
Result<void> readTools(AskOptions &options, const QCommandLineParser &arguments)
{
    options.tools.servers = arguments.values(u"mcp"_s);
    for (const QString &server : std::as_const(options.tools.servers)) {
        if (!serverSource(server))
            return usageError(u"--mcp: “%1” is neither a command nor an address"_s.arg(server));
    }
    if (const auto read = readApproval(options, arguments); !read)
        return read;
    ParameterSet file;
    if (auto set = setFromFile(file, arguments, u"tools"_s, u"tools"_s); !set)
        return set;
    options.tools.definitions = file.value(u"tools").toArray();
    for (const QJsonValue &tool : std::as_const(options.tools.definitions)) {
        const QJsonValue command = tool["command"_L1];
        if (!command.isUndefined() && command.toArray().at(0).toString().isEmpty())
            return usageError(u"--tools: “command” is a JSON array: the program, then its "
                              "arguments"_s);
    }
    if (!options.tools.areCalled() && !options.tools.definitions.isEmpty())
        options.parameters.set(u"tools", options.tools.definitions);
    return {};
}

Result<void> readExtraJson(AskOptions &options, const QCommandLineParser &arguments)
{
    if (!arguments.isSet(u"extra-json"_s))
        return {};
    const auto json = parseJson(u"extra-json"_s, arguments.value(u"extra-json"_s).toUtf8());
    if (!json)
        return fail(json.error());
    if (!json->isObject())
        return usageError(u"--extra-json needs a JSON object"_s);
    options.extraJson = json->object();
    return {};
}

Result<void> readMessages(AskOptions &options, const QCommandLineParser &arguments)
{
    if (!arguments.isSet(u"messages"_s))
        return {};
    const auto json = readJsonFile(u"messages"_s, arguments.value(u"messages"_s));
    if (!json)
        return fail(json.error());
    options.messages = json->toArray();
    if (options.messages.isEmpty())
        return usageError(u"--messages needs a JSON array of messages that is not empty"_s);
    for (const QJsonValue &message : std::as_const(options.messages)) {
        if (!message.toObject().value("role"_L1).isString())
            return usageError(u"--messages: every message needs a “role”"_s);
        if (arguments.isSet(u"system"_s) && message["role"_L1].toString() == "system"_L1) {
            return usageError(u"--system and a system message in --messages exclude each other"_s);
        }
    }
    return {};
}

Result<void> readTemplate(AskOptions &options, const QCommandLineParser &arguments)
{
    options.templateName = arguments.value(u"template"_s);
    if (arguments.isSet(u"var"_s) && options.templateName.isEmpty())
        return usageError(u"--var needs --template"_s);
    for (const QString &assignment : arguments.values(u"var"_s)) {
        const qsizetype equals = assignment.indexOf(u'=');
        if (equals < 1)
            return usageError(u"--var needs name=value, not “%1”"_s.arg(assignment));
        options.variables.insert(assignment.left(equals).trimmed(), assignment.mid(equals + 1));
    }
    return {};
}

Result<void> readPrompt(AskOptions &options, const QCommandLineParser &arguments)
{
    const QStringList texts = arguments.positionalArguments();
    if (texts.size() > 1)
        return usageError(u"one prompt only; put it in quotes"_s);
    options.prompt = texts.value(0);
    options.promptIsInput = options.prompt == "-"_L1;
    return checkPrompt(options);
}

} // namespace

QList<QCommandLineOption> askOptionTable()
{
    return providerOptions()
           + QList<QCommandLineOption>{
               {{u"m"_s, u"model"_s}, u"Model id, as the server spells it."_s, u"MODEL"_s},
               {{u"s"_s, u"system"_s}, u"System prompt."_s, u"TEXT"_s},
               {{u"i"_s, u"image"_s},
                u"Image to send with the prompt; may be given several times. Pages of a PDF file are "
                "sent as images. An address (https://…) is fetched by the server, not from here."_s,
                u"FILE|URL"_s},
               {u"pages"_s, u"Pages of the PDF files, e.g. 1-3,5; all of them otherwise."_s,
                u"PAGES"_s},
               {u"set"_s,
                u"Request parameter, e.g. --set temperature=0.2; JSON for lists and objects. May be "
                "given several times. Only what is set is sent."_s,
                u"NAME=VALUE"_s},
               {u"n"_s,
                u"So many answers, 1 to 4; one request each where the server gives one at a time."_s,
                u"N"_s},
               {u"continue"_s,
                u"Go on by itself with an answer that reached its limit, up to N times."_s, u"N"_s},
               {u"logprobs"_s,
                u"Show how sure the model was of each token, and N alternatives, 0 to 20 (0 where N "
                "is left out)."_s,
                u"[N]"_s},
               {u"tools"_s,
                u"JSON array of tools the model may call, as OpenAI defines them. One with a member "
                "“command” (the program and its arguments; it gets the arguments of the call as "
                "JSON on standard input) or “reply” (a text) is called; others are only shown."_s,
                u"FILE"_s},
               {u"mcp"_s,
                u"Server of the Model Context Protocol whose tools the model may call: a command, or "
                "an address. May be given several times."_s,
                u"COMMAND|URL"_s},
               {u"approve"_s,
                u"Before a tool is called: ask (on the terminal; where there is none it is refused), "
                "always or never. Default: ask."_s,
                u"ask|always|never"_s},
               {u"response-format"_s,
                u"JSON object for the field “response_format”. The answer is held against it at its end."_s,
                u"FILE"_s},
               {u"extra-json"_s, u"JSON object merged into the request last."_s, u"JSON"_s},
               {u"messages"_s,
                u"JSON array of messages as OpenAI defines it, sent before the prompt, which may then "
                "be left out."_s,
                u"FILE"_s},
               {u"template"_s,
                u"Prompt of the library by its name, or a file. The prompt of the call stands where it "
                "has {{cursor}}, else behind it."_s,
                u"NAME"_s},
               {u"var"_s, u"Variable of the template; may be given several times."_s,
                u"NAME=VALUE"_s},
               {u"no-stream"_s, u"Ask for the whole answer at once."_s},
               {u"save"_s, u"Keep prompt and answer as a conversation of the profile."_s},
               {u"keep-raw"_s,
                u"With --save: keep the raw stream of the answer too, up to 16 MB."_s},
               {u"json"_s, u"Print one JSON object at the end instead of the text."_s},
           };
}

Result<void> checkPrompt(const AskOptions &options)
{
    const bool isEmpty = options.prompt.trimmed().isEmpty() && options.images.isEmpty()
                         && options.templateName.isEmpty();
    if (isEmpty && options.messages.isEmpty())
        return usageError(u"there is no prompt; give it as an argument, or “-” to read it from "
                          "standard input"_s);
    return {};
}

Result<AskOptions> readAskOptions(const QCommandLineParser &arguments)
{
    AskOptions options;
    options.provider = readProviderRequest(arguments);
    options.model = arguments.value(u"model"_s);
    options.systemPrompt = arguments.value(u"system"_s);
    options.images = arguments.values(u"image"_s);
    options.pages = arguments.value(u"pages"_s);
    if (arguments.isSet(u"pages"_s) && options.images.isEmpty())
        return usageError(u"--pages needs a PDF file: name it with --image"_s);
    options.save = arguments.isSet(u"save"_s);
    options.keepRaw = arguments.isSet(u"keep-raw"_s);
    options.json = arguments.isSet(u"json"_s);
    for (const auto read :
         {readParameters, readTools, readExtraJson, readMessages, readTemplate, readPrompt}) {
        if (const auto done = read(options, arguments); !done)
            return fail(done.error());
    }
    return options;
}

} // namespace app
