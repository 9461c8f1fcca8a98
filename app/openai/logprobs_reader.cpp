// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/openai/logprobs_reader.h"

#include "app/openai/json_reader.h"

namespace app {

namespace {

/// What stands for bytes that are no text.
constexpr QByteArrayView kUnknownText("\xEF\xBF\xBD");

struct WireToken
{
    QByteArray text;
    std::optional<QByteArray> bytes;
    float logprob = kUnknownLogprob;
    QByteArrayView alternatives; ///< JSON

    [[nodiscard]] const QByteArray &spelled() const { return bytes ? *bytes : text; }
    [[nodiscard]] TokenLogprobs::Spelling spelling() const
    {
        const bool isGuessed = !bytes && (text.isEmpty() || text.contains(kUnknownText));
        return isGuessed ? TokenLogprobs::Spelling::Guessed : TokenLogprobs::Spelling::Exact;
    }
};

std::optional<QByteArray> readByteList(JsonReader &reader)
{
    if (!reader.enterArray()) {
        reader.skip();
        return {};
    }
    QByteArray bytes;
    bool isSound = true;
    while (reader.nextElement()) {
        const double value = reader.readNumber().value_or(-1);
        isSound =
            isSound && value >= 0 && value <= 255 && bytes.size() <= token_limits::kTokenBytes;
        if (isSound)
            bytes.append(char(quint8(value)));
    }
    return isSound ? std::optional(bytes) : std::nullopt;
}

WireToken readToken(JsonReader &reader)
{
    WireToken token;
    if (!reader.enterObject()) {
        reader.skip();
        return token;
    }
    for (QByteArrayView key; reader.nextKey(key);) {
        if (key == "token") {
            token.text = reader.readString().toByteArray();
        } else if (key == "logprob") {
            if (reader.kind() == JsonReader::Kind::Number)
                token.logprob = float(reader.readNumber().value_or(kUnknownLogprob));
            else
                reader.skip();
        } else if (key == "bytes") {
            token.bytes = readByteList(reader);
        } else if (key == "top_logprobs") {
            token.alternatives = reader.skip();
        } else {
            reader.skip();
        }
    }
    return token;
}

void readAlternatives(QByteArrayView json, TokenLogprobs &into)
{
    JsonReader reader(json);
    if (!reader.enterArray())
        return;
    while (reader.nextElement()) {
        const WireToken token = readToken(reader);
        into.appendAlternative(token.spelled(), token.logprob);
    }
}

void readContentTokens(JsonReader &reader, TokenLogprobs &into)
{
    if (!reader.enterArray()) {
        reader.skip();
        return;
    }
    while (reader.nextElement()) {
        if (reader.kind() != JsonReader::Kind::Object || into.isCut()) {
            reader.skip();
            continue;
        }
        const WireToken token = readToken(reader);
        into.append(token.spelled(), token.logprob, token.spelling());
        readAlternatives(token.alternatives, into);
    }
}

} // namespace

void readLogprobs(QByteArrayView json, TokenLogprobs &into)
{
    JsonReader reader(json);
    QByteArrayView key;
    for (bool more = reader.enterObject(); more && reader.nextKey(key);) {
        if (key == "content")
            readContentTokens(reader, into);
        else
            reader.skip();
    }
}

} // namespace app
