// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ask_command.h"

#include "app/base/json_number.h"
#include "app/cli/ask_run.h"
#include "app/cli/ask_template.h"
#include "app/cli/command_line.h"
#include "app/cli/settings_notice.h"
#include "app/services.h"
#include "app/settings/secret_store.h"
#include "app/settings/settings.h"

using namespace Qt::StringLiterals;

namespace app {

namespace {

QString range(const ParameterSpec &spec)
{
    if (spec.minimum >= spec.maximum)
        return {};
    const auto number = [&spec](double value) {
        return spec.type == ParameterType::Integer ? wholeLimit(value)
                                                   : QString::number(value, 'g', 10);
    };
    return (spec.minimumExcluded ? u", above "_s : u", "_s) + number(spec.minimum) + u" … "_s
           + number(spec.maximum);
}

QString atMost(const ParameterSpec &spec)
{
    return spec.maximum > 0 ? u", at most %1"_s.arg(int(spec.maximum)) : QString();
}

QString valuesOf(const ParameterSpec &spec)
{
    QStringList choices;
    for (const QLatin1StringView choice : spec.choices)
        choices.append(choice);
    switch (spec.type) {
    case ParameterType::Number:
        return u"number"_s + range(spec);
    case ParameterType::Integer:
        return u"whole number"_s + range(spec);
    case ParameterType::Boolean:
        return u"true|false"_s;
    case ParameterType::Text:
        return u"text"_s;
    case ParameterType::TextList:
        return u"text, or a JSON list of texts"_s + atMost(spec);
    case ParameterType::IntegerList:
        return u"JSON list of whole numbers"_s + atMost(spec);
    case ParameterType::Choice:
        return choices.join(u'|');
    case ParameterType::Object:
        return u"JSON object"_s;
    case ParameterType::List:
        return u"JSON list"_s;
    }
    return {};
}

QString parameterList()
{
    QString list;
    for (const ParameterSpec &spec : parameterTable()) {
        if (spec.name == kLeaveOutRounds)
            continue; // of a conversation that goes on
        const QString name = QString(spec.name);
        list += u"  "_s + name.leftJustified(38) + valuesOf(spec) + u'\n';
    }
    return list;
}

} // namespace

AskCommand::AskCommand() = default;
AskCommand::~AskCommand() = default;

QString AskCommand::name() const
{
    return u"ask"_s;
}

QString AskCommand::summary() const
{
    return u"Send a prompt to a model and print its answer as it comes."_s;
}

QString AskCommand::notes() const
{
    return u"Without --provider and --base-url the default provider of the settings answers, else "
           "DeepInfra\nif a key for it is found. The demo answers only to --provider demo.\n"
           "\n"
           "Keys come from the environment or the key store, never from an argument:\n"
           "  DEEPINFRA_API_KEY, DEEPINFRA_TOKEN   sent to DeepInfra only\n"
           "  DIPTYCH_API_KEY                      sent to the server that --provider or --base-url "
           "names\n"
           "\n"
           "Exit codes: 0 complete, 1 failed otherwise, 2 usage, 3 key refused, 4 rate limited,\n"
           "5 network, 6 cut off, 7 refused by the server, 8 the answer does not have the format of\n"
           "“response_format” or could not be checked, 130 cancelled.\n"
           "\n"
           "An answer is held against its schema as JSON Schema draft 7. JSON in a fence counts as the\n"
           "answer. With --json, “format” says whether it fits and lists what does not.\n"
           "\n"
           "--logprobs needs a server that tells them. With --json each choice has a member “logprobs”;\n"
           "else a table follows the answer on standard error.\n"
           "\n"
           "Parameters for --set:\n"_s
           + parameterList();
}

QList<QCommandLineOption> AskCommand::options() const
{
    return askOptionTable();
}

QHash<QString, QString> AskCommand::numbersLeftOut() const
{
    return {{u"--logprobs"_s, u"0"_s}};
}

QList<Positional> AskCommand::positionals() const
{
    return {{u"PROMPT"_s, u"The prompt; “-” reads it from standard input."_s, u"PROMPT|-"_s}};
}

void AskCommand::run(const QCommandLineParser &arguments)
{
    const auto options = readAskOptions(arguments);
    if (!options)
        return failUsage(options.error().message);
    m_options = *options;
    m_paths = profilePaths(arguments);
    if (m_options.promptIsInput)
        readInput();
    else
        start();
}

void AskCommand::readInput()
{
    m_input = std::make_unique<StandardInput>();
    connect(m_input.get(), &StandardInput::failed, this,
            [this] { failUsage(u"standard input cannot be read"_s); });
    connect(m_input.get(), &StandardInput::ended, this, [this](const QByteArray &bytes) {
        m_options.prompt = QString::fromUtf8(bytes);
        if (const auto checked = checkPrompt(m_options); !checked)
            return failUsage(checked.error().message);
        start();
    });
    m_input->start();
}

void AskCommand::start()
{
    if (const auto filled = fillTemplate(m_options, m_paths); !filled)
        return failUsage(filled.error().message);
    makeRun();
    m_run->start();
}

void AskCommand::makeRun()
{
    m_services = std::make_unique<Services>(
        Services::Options{m_paths, Store::Role::Guest, nullptr, nullptr});
    tellOfBrokenSettings(*m_services->settings, m_errors);
    m_run = std::make_unique<AskRun>(*m_services, m_options, m_output, m_errors);
    connect(m_run.get(), &AskRun::usageFailed, this, &AskCommand::failUsage);
    connect(m_run.get(), &AskRun::ended, this, &Command::ended);
}

void AskCommand::failUsage(const QString &sentence)
{
    printUsageError(*this, sentence);
    emit ended(ExitCode::Usage);
}

void AskCommand::interrupt()
{
    if (!m_run) { // the prompt is still being read: a run that never starts reports the stop
        m_input.reset();
        makeRun();
    }
    m_run->cancel();
}

} // namespace app
