// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/models_command.h"

#include "app/base/when_done.h"
#include "app/catalogue/catalogue.h"
#include "app/cli/ask_report.h"
#include "app/cli/command_line.h"
#include "app/cli/settings_notice.h"
#include "app/cli/wording.h"
#include "app/services.h"
#include "app/settings/secret_store.h"
#include "app/settings/settings.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace app {

namespace {

QJsonValue abilityJson(Ability ability)
{
    return ability == Ability::Unknown ? QJsonValue(QJsonValue::Null)
                                       : QJsonValue(ability == Ability::Yes);
}

template <typename T>
QJsonValue orNull(const std::optional<T> &value)
{
    return value ? QJsonValue(*value) : QJsonValue(QJsonValue::Null);
}

QJsonObject modelJson(const ModelInfo &model)
{
    return {{u"id"_s, model.id},
            {u"context_length"_s, orNull(model.contextLength)},
            {u"usd_per_million_input"_s, orNull(model.prices.input)},
            {u"usd_per_million_output"_s, orNull(model.prices.output)},
            {u"usd_per_million_cached"_s, orNull(model.prices.cacheRead)},
            {u"chat"_s, abilityJson(model.chat)},
            {u"images"_s, abilityJson(model.images)},
            {u"tools"_s, abilityJson(model.tools)},
            {u"json"_s, abilityJson(model.json)},
            {u"reasoning"_s, abilityJson(model.reasoning)},
            {u"deprecated"_s, model.deprecated}};
}

/// The price of a million tokens; catalogues carry float noise (0.070000002).
QString price(const std::optional<double> &usd)
{
    return usd ? u'$' + QString::number(*usd, 'g', 4) : u"-"_s;
}

QString abilities(const ModelInfo &model)
{
    QStringList names;
    if (model.images == Ability::Yes)
        names.append(u"images"_s);
    if (model.tools == Ability::Yes)
        names.append(u"tools"_s);
    if (model.json == Ability::Yes)
        names.append(u"json"_s);
    if (model.reasoning == Ability::Yes)
        names.append(u"reasoning"_s);
    return names.join(u' ');
}

QString line(const QString &id, const QString &context, const QString &input, const QString &output,
             const QString &able, qsizetype width)
{
    QString text = id.leftJustified(width) + u"  "_s + context.rightJustified(9) + u"  "_s
                   + input.rightJustified(9) + u"  "_s + output.rightJustified(9) + u"  "_s + able;
    while (text.endsWith(u' '))
        text.chop(1);
    return text;
}

} // namespace

ModelsCommand::ModelsCommand() = default;
ModelsCommand::~ModelsCommand() = default;

QString ModelsCommand::name() const
{
    return u"models"_s;
}

QString ModelsCommand::summary() const
{
    return u"List the models of a server with context length, prices (USD per million tokens) and "
           "abilities."_s;
}

QString ModelsCommand::notes() const
{
    return u"Servers and keys are found as for “ask”. What a server does not say is “-”, in JSON "
           "null.\n"
           "\n"
           "Exit codes: 0 the list is printed, 1 failed otherwise, 2 usage, 3 key refused, 4 rate\n"
           "limited, 5 network, 7 refused by the server, 130 cancelled.\n"_s;
}

QList<QCommandLineOption> ModelsCommand::options() const
{
    return providerOptions()
           + QList<QCommandLineOption>{{u"json"_s, u"Print a JSON array instead of a table."_s}};
}

void ModelsCommand::run(const QCommandLineParser &arguments)
{
    if (!arguments.positionalArguments().isEmpty()) {
        printUsageError(*this, u"“models” takes no further arguments"_s);
        emit ended(ExitCode::Usage);
        return;
    }
    m_json = arguments.isSet(u"json"_s);
    m_services = std::make_unique<Services>(
        Services::Options{profilePaths(arguments), Store::Role::Guest, nullptr, nullptr});
    tellOfBrokenSettings(*m_services->settings, m_errors);
    chooseProvider(*m_services, readProviderRequest(arguments), this,
                   [this](const Result<ChosenProvider> &chosen) {
                       if (chosen) {
                           list(*chosen);
                       } else {
                           printUsageError(*this, chosen.error().message);
                           emit ended(ExitCode::Usage);
                       }
                   });
}

void ModelsCommand::list(const ChosenProvider &chosen)
{
    whenDone(m_services->catalogue->refresh(chosen.provider, chosen.key), this,
             [this, chosen](const Result<QList<ModelInfo>> &models) {
                 if (models) {
                     print(*models);
                     tellOfHidden(m_services->catalogue->hiddenModels(chosen.provider.id));
                     emit ended(ExitCode::Complete);
                 } else {
                     m_errors.writeLine("diptych-cli: "
                                        + sentenceFor(models.error(), chosen).toUtf8());
                     emit ended(exitCodeFor(models.error()));
                 }
             });
}

void ModelsCommand::print(const QList<ModelInfo> &models)
{
    if (m_json) {
        QJsonArray rows;
        for (const ModelInfo &model : models)
            rows.append(modelJson(model));
        m_output.write(QJsonDocument(rows).toJson());
        return;
    }
    qsizetype width = 5;
    for (const ModelInfo &model : models)
        width = std::max(width, model.id.size());
    m_output.writeLine(
        line(u"MODEL"_s, u"CONTEXT"_s, u"INPUT"_s, u"OUTPUT"_s, u"ABILITIES"_s, width).toUtf8());
    for (const ModelInfo &model : models) {
        const QString context =
            model.contextLength ? QString::number(*model.contextLength) : u"-"_s;
        m_output.writeLine(line(model.id, context, price(model.prices.input),
                                price(model.prices.output), abilities(model), width)
                               .toUtf8());
    }
}

void ModelsCommand::tellOfHidden(int count)
{
    if (count > 0) {
        m_errors.writeLine("left out: " + QByteArray::number(count)
                           + (count == 1 ? " model" : " models")
                           + " whose id holds characters that cannot be seen");
    }
}

void ModelsCommand::interrupt()
{
    emit ended(ExitCode::Cancelled);
}

} // namespace app
