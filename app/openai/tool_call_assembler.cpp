// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/openai/tool_call_assembler.h"

#include "app/openai/choice.h"
#include "app/openai/json_reader.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace app {

namespace {

// A hostile stream shall not cost more memory than its own bytes many times over.
constexpr qsizetype kMostCalls = 256;
constexpr qsizetype kLongestExtraContent = 256 * 1024;

QByteArray stringOrRaw(JsonReader &reader)
{
    switch (reader.kind()) {
    case JsonReader::Kind::String:
        return reader.readString().toByteArray();
    case JsonReader::Kind::Object:
        return reader.skip().toByteArray(); // not as it should be
    default:
        reader.skip();
        return {};
    }
}

} // namespace

void ToolCallAssembler::readFunction(JsonReader &reader, Piece &piece)
{
    QByteArrayView key;
    if (!reader.enterObject()) {
        reader.skip();
        return;
    }
    while (reader.nextKey(key)) {
        if (key == "name")
            piece.name = QString::fromUtf8(reader.readString()).left(kLongestName);
        else if (key == "arguments")
            piece.arguments = stringOrRaw(reader);
        else
            reader.skip();
    }
}

// A server that numbers every call 0 gives each an id of its own.
qsizetype ToolCallAssembler::find(const Piece &piece, const QList<ToolCallPart> &calls) const
{
    const auto isOther = [&](qsizetype at) {
        return !piece.id.isEmpty() && !calls[at].id.isEmpty() && calls[at].id != piece.id;
    };
    if (!piece.index && !calls.isEmpty()) {
        const ToolCallPart &last = calls.constLast();
        if (piece.name.isEmpty() && last.id.isEmpty())
            return calls.size() - 1; // its id may come late
        if (!piece.name.isEmpty() && piece.id.isEmpty() && last.arguments.trimmed().endsWith('}')
            && isWholeObject(last.arguments))
            return -1;
    }
    for (qsizetype at = calls.size() - 1; at >= 0; --at) {
        if (piece.index ? m_indexes[at] == piece.index && !isOther(at)
                        : piece.id.isEmpty() || calls[at].id == piece.id)
            return at;
    }
    return -1;
}

std::optional<int> ToolCallAssembler::read(JsonReader &reader, QList<ToolCallPart> &calls,
                                           Elements elements)
{
    Piece piece;
    QByteArrayView key;
    if (!reader.enterObject()) {
        reader.skip();
        return std::nullopt;
    }
    while (reader.nextKey(key)) {
        if (key == "index") {
            if (const auto index = reader.readNumber(); index && *index >= 0 && *index < 1e9)
                piece.index = qint64(*index);
        } else if (key == "id") {
            piece.id = QString::fromUtf8(reader.readString()).left(kLongestName);
        } else if (key == "function") {
            readFunction(reader, piece);
        } else if (key == "extra_content") {
            if (const QByteArrayView extra = reader.skip(); extra.size() <= kLongestExtraContent)
                piece.extraContent = QJsonDocument::fromJson(extra.toByteArray()).object();
        } else {
            reader.skip();
        }
    }
    qsizetype at = elements == Elements::Calls ? -1 : find(piece, calls);
    if (at < 0) {
        if (calls.size() == kMostCalls)
            return std::nullopt;
        at = calls.size();
        calls.append(ToolCallPart{});
        m_indexes.append(piece.index);
    }
    ToolCallPart &call = calls[at];
    if (call.id.isEmpty())
        call.id = piece.id;
    if (call.name != piece.name && call.name.size() < kLongestName)
        call.name += piece.name;
    call.arguments += piece.arguments;
    if (!piece.extraContent.isEmpty())
        call.extraContent = piece.extraContent;
    return int(at);
}

void ToolCallAssembler::finish(QList<ToolCallPart> &calls, int choice)
{
    for (qsizetype at = 0; at < calls.size(); ++at) {
        if (calls[at].arguments.trimmed().isEmpty())
            calls[at].arguments = "{}";
        const auto isSame = [&](const ToolCallPart &other) { return other.id == calls[at].id; };
        if (calls[at].id.isEmpty() || std::any_of(calls.begin(), calls.begin() + at, isSame))
            calls[at].id = u"call_%1_%2"_s.arg(choice).arg(at);
    }
}

} // namespace app
