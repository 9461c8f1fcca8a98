// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/wording.h"

#include "app/settings/environment_keys.h"

using namespace Qt::StringLiterals;

namespace app {

namespace {

QString whatHappened(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Unauthorised:
        return u"the server refused the key"_s;
    case ErrorKind::NoBalance:
        return u"the account has no balance left"_s;
    case ErrorKind::Forbidden:
        return u"the key may not do this"_s;
    case ErrorKind::NotFound:
        return u"the server knows no such model or address"_s;
    case ErrorKind::Unsupported:
        return u"the model does not support what was asked of it"_s;
    case ErrorKind::InvalidRequest:
        return u"the server refused the request"_s;
    case ErrorKind::ContextOverflow:
        return u"the prompt and the answer do not fit the model's context"_s;
    case ErrorKind::RateLimited:
        return u"too many requests, or the model is busy"_s;
    case ErrorKind::Server:
        return u"the server failed"_s;
    case ErrorKind::Network:
        return u"the server could not be reached, or the connection was lost"_s;
    case ErrorKind::Timeout:
        return u"the server did not answer in time"_s;
    case ErrorKind::Tls:
        return u"the certificate of the server was refused"_s;
    case ErrorKind::BadResponse:
        return u"what came is not an answer of a chat server (is the address right?)"_s;
    case ErrorKind::Cancelled:
        return u"cancelled"_s;
    case ErrorKind::Storage:
        return u"the profile could not be read or written"_s;
    }
    return {};
}

/// Which variables this very address takes its key from.
QString keyHint(const ChosenProvider &chosen)
{
    const QString origin = app::origin(chosen.provider.baseUrl);
    QStringList variables = keyVariables(origin, chosen.explicitOrigin);
    if (variables.isEmpty()) {
        return u"Name the server with --provider or --base-url and set DIPTYCH_API_KEY to its "
               "key, or save the key in the window."_s;
    }
    return u"Set %1 to a key for %2."_s.arg(variables.join(u" or "_s), origin);
}

} // namespace

QString sentenceFor(const Error &error, const ChosenProvider &chosen)
{
    if (error.code.startsWith("tool_"_L1))
        return error.message; // a whole sentence of our own
    QString sentence = whatHappened(error.kind);
    if (!error.param.isEmpty())
        sentence += u" (%1)"_s.arg(error.param);
    if (!error.message.isEmpty() && error.message != sentence)
        sentence += u": "_s + error.message;
    if (error.kind == ErrorKind::Unauthorised)
        sentence += u"\n"_s + keyHint(chosen);
    return sentence;
}

} // namespace app
