// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/script.h"

namespace tests {

/// A token as servers write it in `logprobs`, without `bytes`.
[[nodiscard]] inline QByteArray tokenJson(const QByteArray &text, double logprob,
                                          const QByteArray &more = {})
{
    return "{\"token\":" + quoted(text) + ",\"logprob\":" + QByteArray::number(logprob) + more
           + '}';
}

/// A member for tokenJson(): the alternatives.
[[nodiscard]] inline QByteArray topTokens(const QByteArrayList &tokens)
{
    return ",\"top_logprobs\":[" + tokens.join(',') + ']';
}

/// A chunk with this content and these tokens.
[[nodiscard]] inline QByteArray tokenEvent(const QByteArray &content, const QByteArrayList &tokens)
{
    return event(R"({"id":"chatcmpl-A1","object":"chat.completion.chunk","created":1767720902,)"
                 R"("model":"scripted-model","choices":[{"index":0,"delta":{"content":)"
                 + quoted(content) + R"(},"logprobs":{"content":[)" + tokens.join(',')
                 + R"(]},"finish_reason":null}]})");
}

/// "Hello world." of three tokens: the second one was a narrow choice among three.
[[nodiscard]] inline QByteArrayList helloTokenEvents()
{
    const QByteArray hello = topTokens({tokenJson("Hello", -0.1), tokenJson("Hi", -2.5)});
    const QByteArray world =
        topTokens({tokenJson(" there", -0.9), tokenJson(" world", -1.2), tokenJson(" you", -1.6)});
    return {tokenEvent("Hello", {tokenJson("Hello", -0.1, hello)}),
            tokenEvent(" world", {tokenJson(" world", -1.2, world)}),
            tokenEvent(".", {tokenJson(".", -0.01)}), finish("stop", kUsage), kDone};
}

} // namespace tests
