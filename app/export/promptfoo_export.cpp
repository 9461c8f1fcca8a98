// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/promptfoo_export.h"

#include "app/chat/wire_path.h"
#include "app/export/request_body.h"
#include "app/export/yaml.h"
#include "app/schema/json_text.h"
#include "app/settings/environment_keys.h"

#include <QIODevice>
#include <QJsonArray>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace app {

namespace {

/// Every test holds all that came before it: a long conversation would be written many times.
constexpr qsizetype kMostHistoryBytes = 32 * 1024 * 1024;

struct FooProvider
{
    QString label;
    QString providerId;
    QString model;
    QJsonObject parameters;
    QString systemPrompt;
};

struct FooTest
{
    QString description;
    QString prompt;
    QByteArray history; ///< messages as JSON, parted by commas
    QByteArray images; ///< parts as JSON, parted by commas

    [[nodiscard]] bool asksTheSame(const FooTest &other) const
    {
        return prompt == other.prompt && history == other.history && images == other.images;
    }
};

/// Text in a template of Nunjucks. promptfoo renders variables too, and lets them read the
/// environment, where keys are.
QString escapedForTemplate(QString text)
{
    static const QRegularExpression opening(u"(\\{[{%#]|#\\})"_s);
    return text.replace(opening, u"{{ '\\1' }}"_s);
}

/// promptfoo reads a file, or runs a package, where a text begins with these words.
QString harmlessText(const QString &text)
{
    const bool isAddress = text.startsWith("file://"_L1) || text.startsWith("package:"_L1);
    return escapedForTemplate(isAddress ? u' ' + text : text);
}

QString keyVariable(const Provider &provider)
{
    const QStringList known = keyVariables(origin(provider.baseUrl), {});
    if (!known.isEmpty())
        return known.constFirst();
    QString name = provider.name.toUpper();
    static const QRegularExpression other(u"[^A-Z0-9]+"_s);
    return name.replace(other, u"_"_s) + u"_API_KEY"_s;
}

/// What promptfoo knows by name; all else is passed through as it is.
QJsonObject configOf(const QJsonObject &parameters)
{
    static const QStringList known{u"temperature"_s,
                                   u"max_tokens"_s,
                                   u"max_completion_tokens"_s,
                                   u"top_p"_s,
                                   u"frequency_penalty"_s,
                                   u"presence_penalty"_s,
                                   u"stop"_s,
                                   u"seed"_s,
                                   u"response_format"_s,
                                   u"tools"_s,
                                   u"tool_choice"_s,
                                   u"reasoning_effort"_s};
    QJsonObject config;
    QJsonObject others;
    for (auto at = parameters.begin(); at != parameters.end(); ++at)
        (known.contains(at.key()) ? config : others).insert(at.key(), at.value());
    if (!others.isEmpty())
        config.insert(u"passthrough"_s, others);
    return config;
}

class PromptfooWriter
{
public:
    PromptfooWriter(QIODevice &out, const Exported &exported) : m_out(out), m_exported(exported) { }

    void write();

private:
    void collect();
    void addProvider(const ExportedAnswer &answer);
    void addLanes();
    void addTest(const ExportedPrompt &prompt, int number);
    [[nodiscard]] QByteArray historyOf(const ExportedPrompt &prompt);
    [[nodiscard]] QByteArray imagesIn(const Message &message) const;
    [[nodiscard]] QByteArray encoded(const Message &message) const;
    [[nodiscard]] Provider provider(const QString &id) const;
    [[nodiscard]] QString uniqueLabel(const QString &wanted) const;
    void writePrompts();
    void writeProviders();
    void writeTests();
    [[nodiscard]] QString templateFor(const QString &systemPrompt) const;
    [[nodiscard]] QString promptLabel(const QString &systemPrompt) const;

    QIODevice &m_out;
    const Exported &m_exported;
    QHash<MessageId, const Message *> m_messages;
    QList<FooProvider> m_providers;
    QStringList m_systemPrompts;
    QList<FooTest> m_tests;
    qsizetype m_historyBytes = 0; ///< of all tests so far
};

void PromptfooWriter::write()
{
    collect();
    m_out.write("# yaml-language-server: $schema=https://promptfoo.dev/config-schema.json\n");
    m_out.write("# Exported by Diptych " + m_exported.version.toUtf8() + ".\n");
    const QString title = m_exported.conversation.title.simplified();
    m_out.write(toYaml({{u"description"_s, title.isEmpty() ? u"Diptych"_s : harmlessText(title)}}));
    writePrompts();
    writeProviders();
    writeTests();
}

void PromptfooWriter::collect()
{
    for (const Message &message : m_exported.earlier)
        m_messages.insert(message.id, &message);
    int number = 0;
    for (const ExportedRound &round : m_exported.rounds) {
        for (const ExportedPrompt &prompt : round.prompts) {
            for (const Message &message : prompt.messages)
                m_messages.insert(message.id, &message);
        }
        for (const ExportedAnswer &answer : round.answers) {
            for (const Message &message : answer.messages)
                m_messages.insert(message.id, &message);
            if (!round.isBlind)
                addProvider(answer);
        }
        ++number;
        for (const ExportedPrompt &prompt : round.prompts) {
            if (round.kind != RoundKind::Judge)
                addTest(prompt, number);
        }
    }
    addLanes();
}

/// The same model with the same settings is asked once, however often it answered.
void PromptfooWriter::addProvider(const ExportedAnswer &answer)
{
    if (answer.model.isEmpty())
        return;
    FooProvider provider{{},
                         answer.providerId,
                         answer.model,
                         sentParameters(m_exported, answer),
                         sentSystemPrompt(m_exported, answer)};
    const auto isSame = [&](const FooProvider &other) {
        return other.providerId == provider.providerId && other.model == provider.model
               && other.parameters == provider.parameters
               && other.systemPrompt == provider.systemPrompt;
    };
    if (std::ranges::any_of(m_providers, isSame))
        return;
    QStringList label;
    if (answer.letter >= 0)
        label.append(laneLetterText(answer.letter));
    label.append(answer.model);
    if (const QString at = coordinatesText(answer.coordinates); !at.isEmpty())
        label.append(at);
    provider.label = uniqueLabel(label.join(u" · "_s));
    m_providers.append(provider);
    if (!m_systemPrompts.contains(provider.systemPrompt))
        m_systemPrompts.append(provider.systemPrompt);
}

/// Where no name may be told of any answer, the lanes themselves still are no secret.
void PromptfooWriter::addLanes()
{
    for (const ExportedLane &lane : m_exported.lanes) {
        ExportedAnswer answer;
        answer.lane = lane.lane.id;
        answer.letter = lane.lane.letter;
        answer.model = lane.lane.model;
        answer.providerId = lane.lane.providerId;
        const auto isThere = [&](const FooProvider &other) {
            return other.providerId == answer.providerId && other.model == answer.model;
        };
        if (!std::ranges::any_of(m_providers, isThere))
            addProvider(answer);
    }
}

QString PromptfooWriter::uniqueLabel(const QString &wanted) const
{
    QString label = wanted;
    const auto isTaken = [&](const FooProvider &other) { return other.label == label; };
    for (int number = 2; std::ranges::any_of(m_providers, isTaken); ++number)
        label = u"%1 (%2)"_s.arg(wanted).arg(number);
    return label;
}

void PromptfooWriter::addTest(const ExportedPrompt &prompt, int number)
{
    if (prompt.messages.isEmpty() || prompt.messages.constLast().role != Role::User)
        return;
    const Message &asked = prompt.messages.constLast();
    const FooTest test{u"Round %1"_s.arg(number), QString::fromUtf8(textOf(asked.parts)),
                       historyOf(prompt), imagesIn(asked)};
    const auto isSame = [&](const FooTest &other) { return test.asksTheSame(other); };
    if (!std::ranges::any_of(m_tests, isSame))
        m_tests.append(test);
}

/// Nothing where a message of it may not be shown, or where there is no room for more.
QByteArray PromptfooWriter::historyOf(const ExportedPrompt &prompt)
{
    if (m_historyBytes > kMostHistoryBytes)
        return {};
    QList<Message> path = prompt.messages;
    path.removeLast();
    for (MessageId above = prompt.messages.constFirst().parent; above;) {
        const Message *message = m_messages.value(above);
        if (!message)
            return {};
        path.prepend(*message);
        above = message->parent;
    }
    QByteArrayList messages;
    for (const WirePathItem &item : wirePath(path)) {
        messages.append(encoded({.role = item.message.role, .parts = item.message.parts}));
        m_historyBytes += messages.constLast().size();
        if (m_historyBytes > kMostHistoryBytes)
            return {};
    }
    return messages.join(',');
}

/// Without images that are left out.
QByteArray PromptfooWriter::encoded(const Message &message) const
{
    WireMessage wire{message.role, message.parts};
    wire.parts.removeIf([this](const Part &part) {
        const auto *image = std::get_if<ImagePart>(&part);
        return image && !m_exported.images.contains(image->sha256);
    });
    return encodeMessage(wire, m_exported.images).value_or(QByteArray());
}

QByteArray PromptfooWriter::imagesIn(const Message &message) const
{
    QByteArrayList parts;
    for (const Part &part : message.parts) {
        const auto *image = std::get_if<ImagePart>(&part);
        if (!image || !m_exported.images.contains(image->sha256))
            continue;
        parts.append("{\"type\":\"image_url\",\"image_url\":{\"url\":\"data:"
                     + image->mimeType.toLatin1() + ";base64,"
                     + m_exported.images.value(image->sha256).toBase64() + "\"}}");
    }
    return parts.join(',');
}

Provider PromptfooWriter::provider(const QString &id) const
{
    for (const Provider &known : m_exported.providers) {
        if (known.id == id)
            return known;
    }
    for (const ExportedLane &lane : m_exported.lanes) {
        if (lane.provider.id == id)
            return lane.provider;
    }
    Provider unknown;
    unknown.id = id;
    unknown.name = id;
    return unknown;
}

QString PromptfooWriter::promptLabel(const QString &systemPrompt) const
{
    if (systemPrompt.isEmpty())
        return u"no system prompt"_s;
    return u"system prompt %1"_s.arg(m_systemPrompts.indexOf(systemPrompt) + 1);
}

/// A chat of OpenAI; `history` and `images` are pieces of it that tests bring along.
QString PromptfooWriter::templateFor(const QString &systemPrompt) const
{
    const auto has = [this](auto member) {
        return std::ranges::any_of(m_tests,
                                   [&](const FooTest &test) { return !(test.*member).isEmpty(); });
    };
    QString said = u"{{ prompt | dump }}"_s;
    if (has(&FooTest::images)) {
        said = u"{% if images %}[{\"type\":\"text\",\"text\":{{ prompt | dump }}},{{ images }}]"
               "{% else %}{{ prompt | dump }}{% endif %}"_s;
    }
    QString chat = u"["_s;
    if (!systemPrompt.isEmpty()) {
        chat += "{\"role\":\"system\",\"content\":"_L1
                + escapedForTemplate(QString::fromUtf8(compactJson(systemPrompt))) + "},"_L1;
    }
    if (has(&FooTest::history))
        chat += "{% if history %}{{ history }},{% endif %}"_L1;
    return chat + "{\"role\":\"user\",\"content\":"_L1 + said + "}]"_L1;
}

void PromptfooWriter::writePrompts()
{
    m_out.write("prompts:\n");
    if (m_systemPrompts.isEmpty())
        m_systemPrompts.append(QString());
    for (const QString &systemPrompt : std::as_const(m_systemPrompts)) {
        m_out.write(
            toYaml({{u"label"_s, promptLabel(systemPrompt)}, {u"raw"_s, templateFor(systemPrompt)}},
                   4, YamlPlace::Item));
    }
}

void PromptfooWriter::writeProviders()
{
    m_out.write("providers:\n");
    for (const FooProvider &foo : std::as_const(m_providers)) {
        const Provider at = provider(foo.providerId);
        YamlMembers members;
        if (at.dialect == Dialect::Demo || at.baseUrl.scheme() == "demo"_L1) {
            m_out.write("  # The demo answers inside Diptych only: choose another provider.\n");
            members.append({u"id"_s, u"echo"_s});
        } else {
            members.append({u"id"_s, u"openai:chat:"_s + harmlessText(foo.model)});
        }
        members.append({u"label"_s, harmlessText(foo.label)});
        if (m_systemPrompts.size() > 1)
            members.append({u"prompts"_s, QJsonArray{promptLabel(foo.systemPrompt)}});
        QJsonObject config = configOf(foo.parameters);
        if (members.constFirst().second != "echo"_L1) {
            config.insert(u"omitDefaults"_s, true); // what is not set is not sent
            if (!at.baseUrl.isEmpty())
                config.insert(u"apiBaseUrl"_s, at.baseUrl.toString());
            if (isOnOwnNetwork(at.baseUrl))
                config.insert(u"apiKeyRequired"_s, false);
            else
                config.insert(u"apiKeyEnvar"_s, keyVariable(at));
        }
        if (!config.isEmpty())
            members.append({u"config"_s, config});
        m_out.write(toYaml(members, 4, YamlPlace::Item));
    }
}

void PromptfooWriter::writeTests()
{
    if (m_tests.isEmpty())
        return;
    m_out.write("tests:\n");
    for (const FooTest &test : std::as_const(m_tests)) {
        QJsonObject variables{{u"prompt"_s, harmlessText(test.prompt)}};
        if (!test.history.isEmpty())
            variables.insert(u"history"_s, escapedForTemplate(QString::fromUtf8(test.history)));
        if (!test.images.isEmpty())
            variables.insert(u"images"_s, QString::fromUtf8(test.images));
        m_out.write(toYaml({{u"description"_s, test.description}, {u"vars"_s, variables}}, 4,
                           YamlPlace::Item));
    }
}

} // namespace

void writePromptfooExport(QIODevice &out, const Exported &exported)
{
    PromptfooWriter(out, exported).write();
}

} // namespace app
