// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/record_options.h"

#include <QCommandLineParser>

using namespace Qt::StringLiterals;

namespace app {

namespace {

struct NamedOutput
{
    QString option;
    RecordOptions::Output output;
    ScriptLanguage language = ScriptLanguage::Curl;
};

const QList<NamedOutput> &namedOutputs()
{
    using Output = RecordOptions::Output;
    static const QList<NamedOutput> outputs{
        {u"json"_s, Output::Json},
        {u"body"_s, Output::Body},
        {u"raw"_s, Output::Raw},
        {u"curl"_s, Output::Script, ScriptLanguage::Curl},
        {u"python"_s, Output::Script, ScriptLanguage::Python},
        {u"javascript"_s, Output::Script, ScriptLanguage::JavaScript}};
    return outputs;
}

tl::unexpected<Error> refuse(const QString &sentence)
{
    return fail(ErrorKind::InvalidRequest, sentence);
}

Result<void> readOutput(RecordOptions &options, const QCommandLineParser &arguments)
{
    QStringList given;
    for (const NamedOutput &named : namedOutputs()) {
        if (!arguments.isSet(named.option))
            continue;
        given.append(u"--"_s + named.option);
        options.output = named.output;
        options.language = named.language;
    }
    if (given.size() > 1)
        return refuse(u"%1 and %2 exclude each other"_s.arg(given.at(0), given.at(1)));
    options.folder = arguments.value(u"out"_s);
    if (!options.folder.isEmpty() && options.output != RecordOptions::Output::Script)
        return refuse(u"--out goes with --curl, --python or --javascript"_s);
    return {};
}

Result<void> readRun(RecordOptions &options, const QString &typed)
{
    if (typed == "latest"_L1) {
        options.isNewest = true;
        return {};
    }
    bool isNumber = false;
    options.run = RunId(typed.toLongLong(&isNumber));
    if (!isNumber || options.run.value() <= 0)
        return refuse(u"“%1” is no id of a record; --list shows them"_s.arg(typed));
    return {};
}

} // namespace

QList<QCommandLineOption> recordOptionTable()
{
    return {
        {u"list"_s,
         u"Print the newest 50 runs that are kept: id, time, status, model, conversation."_s},
        {u"json"_s, u"Print the record as one JSON object, with the whole request."_s},
        {u"body"_s, u"Print the body of the request, byte for byte as it was sent."_s},
        {u"raw"_s, u"Print the raw stream of the answer, where it was kept."_s},
        {u"curl"_s,
         u"Print the request as a shell script with curl, which sends the same bytes."_s},
        {u"python"_s, u"Print it as a Python script with the package openai."_s},
        {u"javascript"_s, u"Print it as a JavaScript module for Node."_s},
        {u"out"_s, u"With a script: write it into the folder DIR, its images as files beside it."_s,
         u"DIR"_s},
    };
}

Result<RecordOptions> readRecordOptions(const QCommandLineParser &arguments)
{
    RecordOptions options;
    options.isList = arguments.isSet(u"list"_s);
    if (const auto read = readOutput(options, arguments); !read)
        return fail(read.error());
    const QStringList given = arguments.positionalArguments();
    if (given.size() > 1)
        return refuse(u"one record at a time; “%1” is one too many"_s.arg(given.at(1)));
    if (given.isEmpty() && !options.isList)
        return refuse(u"name a record by its id, or say latest; --list shows them"_s);
    if (given.isEmpty())
        return options;
    if (options.isList)
        return refuse(u"--list takes no id"_s);
    if (const auto read = readRun(options, given.constFirst()); !read)
        return fail(read.error());
    return options;
}

} // namespace app
