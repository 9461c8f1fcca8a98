// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/openai/message_part.h"

#include <optional>

namespace app {

class JsonReader;

/// Puts the tool calls of one choice together from the pieces of `tool_calls`. A piece belongs to
/// the call with its `index`; without one to that with its `id`; with neither to the last one, but
/// for one with a name behind arguments that are whole. In a whole answer each is a call.
class ToolCallAssembler
{
public:
    enum class Elements { Pieces, Calls };
    /// Reads one element of the array into `calls`, which this alone changes. Gives the position of
    /// the call that grew; nothing where the piece was no object or there are too many.
    std::optional<int> read(JsonReader &reader, QList<ToolCallPart> &calls,
                            Elements elements = Elements::Pieces);

    /// The answer is over: no arguments mean an empty object; an id that is missing, or that of
    /// another call, is made up.
    static void finish(QList<ToolCallPart> &calls, int choice);

private:
    struct Piece
    {
        std::optional<qint64> index;
        QString id;
        QString name;
        QByteArray arguments;
        QJsonObject extraContent;
    };
    static void readFunction(JsonReader &reader, Piece &piece);
    [[nodiscard]] qsizetype find(const Piece &piece, const QList<ToolCallPart> &calls) const;

    QList<std::optional<qint64>> m_indexes; ///< of each call, as the server numbers them
};

} // namespace app
