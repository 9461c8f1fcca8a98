// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tools/mcp/mcp_values.h"

#include "app/schema/json_text.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr qsizetype kLongestToolName = 256;
constexpr qsizetype kLongestDescription = 32 * 1024;
constexpr qsizetype kLongestSchema = 256 * 1024;
constexpr qsizetype kMostImages = 16;
constexpr qsizetype kMostContents = 10'000;
constexpr qsizetype kLongestShownUri = 2'000;

QByteArray utf8Of(const QJsonObject &json, QLatin1StringView name, qsizetype most)
{
    return json.value(name).toString().left(most).toUtf8();
}

QByteArray decoded(const QJsonObject &json, QLatin1StringView name)
{
    return QByteArray::fromBase64(json.value(name).toString().toLatin1());
}

/// Collects the items of a result.
class OutcomeReader
{
public:
    explicit OutcomeReader(ToolOutcome &outcome) : m_outcome(outcome) { }

    void add(const QJsonObject &item)
    {
        const QString type = item.value("type"_L1).toString();
        if (type == "text"_L1)
            m_texts.append(item.value("text"_L1).toString().toUtf8());
        else if (type == "image"_L1)
            addImage(decoded(item, "data"_L1), item.value("mimeType"_L1).toString());
        else if (type == "audio"_L1)
            addNote("audio", item, decoded(item, "data"_L1).size());
        else if (type == "resource_link"_L1)
            addLink(item);
        else if (type == "resource"_L1)
            addResource(item.value("resource"_L1).toObject());
        else
            m_texts.append("[content of an unknown kind: " + type.left(40).toUtf8() + "]");
    }

    [[nodiscard]] QByteArray text() const { return m_texts.join('\n'); }

private:
    void addImage(const QByteArray &bytes, const QString &mimeType)
    {
        const bool isKept = m_outcome.images.size() < kMostImages;
        if (isKept)
            m_outcome.images.append({bytes, mimeType});
        m_texts.append("[image: " + mimeType.left(40).toUtf8() + ", "
                       + QByteArray::number(bytes.size())
                       + (isKept ? " bytes; shown to the user]" : " bytes; not shown]"));
    }

    void addNote(const QByteArray &what, const QJsonObject &item, qsizetype bytes)
    {
        m_texts.append("[" + what + ": " + utf8Of(item, "mimeType"_L1, 40) + ", "
                       + QByteArray::number(bytes) + " bytes; not shown]");
    }

    void addLink(const QJsonObject &item)
    {
        const QByteArray description = utf8Of(item, "description"_L1, kLongestShownUri);
        m_texts.append("[resource " + utf8Of(item, "uri"_L1, kLongestShownUri) + ": "
                       + utf8Of(item, "name"_L1, kLongestToolName)
                       + (description.isEmpty() ? QByteArray() : ", " + description) + "]");
    }

    void addResource(const QJsonObject &resource)
    {
        const QString mimeType = resource.value("mimeType"_L1).toString();
        const QByteArray head = "[resource " + utf8Of(resource, "uri"_L1, kLongestShownUri) + "]";
        m_texts.append(head);
        if (resource.value("text"_L1).isString())
            m_texts.append(resource.value("text"_L1).toString().toUtf8());
        else if (mimeType.startsWith("image/"_L1))
            addImage(decoded(resource, "blob"_L1), mimeType);
        else
            addNote("file", resource, decoded(resource, "blob"_L1).size());
    }

    ToolOutcome &m_outcome;
    QByteArrayList m_texts;
};

} // namespace

std::optional<Tool> mcpTool(const QJsonObject &json, const Tool &base)
{
    Tool tool = base;
    tool.ref.name = json.value("name"_L1).toString();
    if (tool.ref.name.isEmpty() || tool.ref.name.size() > kLongestToolName)
        return {};
    const QJsonObject annotations = json.value("annotations"_L1).toObject();
    tool.title = json.value("title"_L1)
                     .toString(annotations.value("title"_L1).toString())
                     .left(kLongestToolName);
    tool.description = json.value("description"_L1).toString().left(kLongestDescription);
    const QJsonObject schema = json.value("inputSchema"_L1).toObject();
    if (compactJson(schema).size() > kLongestSchema)
        return {};
    if (!schema.isEmpty())
        tool.schema = schema;
    return tool;
}

ToolOutcome mcpOutcome(const QJsonObject &result)
{
    ToolOutcome outcome;
    outcome.isError = result.value("isError"_L1).toBool();
    outcome.structured = result.value("structuredContent"_L1).toObject();
    OutcomeReader reader(outcome);
    const QJsonArray content = result.value("content"_L1).toArray();
    for (qsizetype i = 0; i < std::min(content.size(), kMostContents); ++i)
        reader.add(content.at(i).toObject());
    outcome.text = reader.text();
    if (content.isEmpty() && !outcome.structured.isEmpty())
        outcome.text = compactJson(outcome.structured);
    return outcome;
}

} // namespace app
