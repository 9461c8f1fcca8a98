// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tools/tool.h"

namespace app {

ToolOutcome failedCall(const QString &code, const QString &sentence, ErrorKind kind)
{
    ToolOutcome outcome;
    outcome.text = sentence.toUtf8();
    outcome.isError = true;
    outcome.failure = Error{.kind = kind, .message = sentence, .code = code};
    return outcome;
}

QByteArray cutText(const QByteArray &text, qsizetype mostBytes)
{
    if (text.size() <= mostBytes)
        return text;
    qsizetype end = mostBytes;
    while (end > 0 && (static_cast<unsigned char>(text.at(end)) & 0xC0) == 0x80)
        --end;
    return text.first(end);
}

} // namespace app
