// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>
#include <variant>

namespace app {

enum class Role { System, User, Assistant, Tool };

[[nodiscard]] QLatin1StringView roleName(Role role); ///< "system", "user", "assistant", "tool"
[[nodiscard]] std::optional<Role> roleFromName(QStringView name);

// Text is UTF-8 from the wire to the screen; it becomes a QString only where it is shown.

struct TextPart
{
    QByteArray text;
    bool operator==(const TextPart &) const = default;
};

struct ReasoningPart
{
    QByteArray text;
    qint64 durationMs = 0; ///< first to last reasoning token; 0 while unknown
    bool operator==(const ReasoningPart &) const = default;
};

/// An image as it is sent. Its bytes are a blob of the store, found by `sha256`; one by its address
/// has none: the server fetches it.
struct ImagePart
{
    QByteArray sha256; ///< lower-case hex of the bytes as sent, or of `url`
    QString mimeType; ///< image/jpeg, image/png or image/webp
    int width = 0; ///< pixels
    int height = 0;
    qint64 bytes = 0;
    QString fileName; ///< as the user knew it; never sent
    QString url = {}; ///< sent in place of bytes; empty: there are bytes

    [[nodiscard]] bool hasBytes() const { return url.isEmpty(); }
    bool operator==(const ImagePart &) const = default;
};

/// A call the model made. `arguments` is what came, valid JSON or not.
struct ToolCallPart
{
    QString id;
    QString name;
    QByteArray arguments;
    QJsonObject extraContent; ///< provider metadata that must be sent back unchanged
    bool operator==(const ToolCallPart &) const = default;
};

/// Whether what was called fits the schema of its tool.
enum class ArgumentFit {
    Unknown, ///< it could not be checked, or comes from elsewhere
    Fits,
    DoesNotFit,
};

/// What became of a call. `text` is what the model reads.
struct ToolResultPart
{
    QString callId;
    QByteArray text;
    bool isError = false;
    qint64 durationMs = -1; ///< of the call; -1: nothing was called
    /// What was called where the user had changed the arguments; said to the model in their place.
    QByteArray arguments = {};
    bool edited = false; ///< `text` was changed by the user
    /// Blob of all that the tool said, where `text` is another one: cut, or edited.
    QByteArray wholeSha256 = {};
    QJsonObject structured = {}; ///< the same as data, where the tool gave it
    ArgumentFit fit = ArgumentFit::Unknown;
    bool operator==(const ToolResultPart &) const = default;
};

using Part = std::variant<TextPart, ReasoningPart, ImagePart, ToolCallPart, ToolResultPart>;
using Parts = QList<Part>;

/// All text parts joined; what is copied and searched.
[[nodiscard]] QByteArray textOf(const Parts &parts);
/// The position of a tool call by its number among the calls; -1 where there are fewer.
[[nodiscard]] qsizetype toolCallAt(const Parts &parts, int number);
/// One part as stored ({"type":"text","text":…}) and back; nothing for an unknown type.
[[nodiscard]] QJsonObject partToJson(const Part &part);
[[nodiscard]] std::optional<Part> partFromJson(const QJsonObject &json);

} // namespace app
