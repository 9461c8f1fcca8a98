// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ask_command.h"

#include "app/cli/ask_run.h"
#include "app/cli/command_line.h"
#include "app/services.h"
#include "app/settings/secret_store.h"

using namespace Qt::StringLiterals;

namespace app {

namespace {

QString range(const ParameterSpec &spec)
{
    QStringList choices;
    for (const QLatin1StringView choice : spec.choices)
        choices.append(choice);
    if (!choices.isEmpty())
        return choices.join(u'|');
    const bool isNumber = spec.type == ParameterType::Number || spec.type == ParameterType::Integer;
    if (!isNumber || spec.minimum >= spec.maximum)
        return {};
    const auto number = [](double value) { return QString::number(value, 'g', 10); };
    return number(spec.minimum) + u" … "_s + number(spec.maximum);
}

QString parameterList()
{
    QString list;
    for (const ParameterSpec &spec : parameterTable()) {
        const QString values = range(spec);
        const QString name = QString(spec.name);
        list += u"  "_s + (values.isEmpty() ? name : name.leftJustified(38) + values) + u'\n';
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
           "5 network, 6 cut off, 7 refused by the server, 130 cancelled.\n"
           "\n"
           "Parameters for --set:\n"_s
           + parameterList();
}

QList<QCommandLineOption> AskCommand::options() const
{
    return askOptionTable();
}

QList<Positional> AskCommand::positionals() const
{
    return {{u"PROMPT"_s, u"The prompt; “-” reads it from standard input."_s, u"PROMPT|-"_s}};
}

void AskCommand::run(const QCommandLineParser &arguments)
{
    const auto options = readAskOptions(arguments);
    if (!options) {
        failUsage(options.error().message);
        return;
    }
    m_services = std::make_unique<Services>(
        Services::Options{profilePaths(arguments), Store::Role::Guest, nullptr, nullptr});
    m_run = std::make_unique<AskRun>(*m_services, *options, m_output, m_errors);
    connect(m_run.get(), &AskRun::usageFailed, this, &AskCommand::failUsage);
    connect(m_run.get(), &AskRun::ended, this, &Command::ended);
    m_run->start();
}

void AskCommand::failUsage(const QString &sentence)
{
    printUsageError(*this, sentence);
    emit ended(ExitCode::Usage);
}

void AskCommand::interrupt()
{
    if (m_run)
        m_run->cancel();
}

} // namespace app
