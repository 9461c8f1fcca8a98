// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/provider.h"

#include <QFuture>

namespace app {

class HttpClient;

/// Where servers on this computer listen unless told otherwise: Ollama 11434, llama-server 8080, LM
/// Studio 1234, vLLM 8000, all on 127.0.0.1.
[[nodiscard]] QList<Provider> localServerCandidates();

/// Those of `candidates` that answer with a list of models, or ask for a key, within two seconds. A
/// server that names itself in its list gets its own name and dialect, whatever port it is on. The
/// list says nothing of failures: nobody there is the usual case. Only ever called on request. GUI
/// thread; the future finishes there.
[[nodiscard]] QFuture<QList<Provider>> findLocalServers(
    HttpClient &http, const QList<Provider> &candidates = localServerCandidates());

} // namespace app
