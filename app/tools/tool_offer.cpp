// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tools/tool_offer.h"

#include "app/tools/tool_registry.h"

using namespace Qt::StringLiterals;

namespace app {

namespace {

/// A server that is fetched first takes that long; one that rests is tried again meanwhile.
constexpr std::chrono::milliseconds kOfferPatience{150'000};

tl::unexpected<Error> cannotBeUsed(const QString &source, const QString &code,
                                   const QString &sentence)
{
    return fail(Error{
        .kind = ErrorKind::InvalidRequest, .message = sentence, .code = code, .param = source});
}

} // namespace

ToolOffer::ToolOffer(ToolRegistry &registry, QList<ToolRef> refs, QStringList taken)
    : QObject(&registry), m_registry(registry), m_refs(std::move(refs)), m_taken(std::move(taken))
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(kOfferPatience);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        end(cannotBeUsed({}, kToolFailedCode, u"A tool server is still not ready."_s));
    });
    connect(&registry, &ToolRegistry::hostChanged, this, &ToolOffer::look);
    connect(&registry, &ToolRegistry::hostsChanged, this, &ToolOffer::look);
}

QFuture<Result<OfferedTools>> ToolOffer::start()
{
    m_promise.start();
    m_patience.start();
    for (const ToolRef &ref : m_refs) {
        if (ToolHost *host = m_registry.host(ref.source))
            host->start();
    }
    QMetaObject::invokeMethod(this, &ToolOffer::look, Qt::QueuedConnection);
    return m_promise.future();
}

void ToolOffer::look()
{
    QList<Tool> tools;
    for (const ToolRef &ref : m_refs) {
        const ToolHost *host = m_registry.host(ref.source);
        if (!host) {
            return end(
                cannotBeUsed(ref.source, kToolUnknownCode,
                             u"A tool of this column is not in the preferences any more."_s));
        }
        if (host->state() == ToolHost::State::Idle) // it took the place of another one
            m_registry.host(ref.source)->start();
        if (host->state() == ToolHost::State::Unusable) {
            const Error reason = host->error().value_or(Error());
            return end(cannotBeUsed(host->source().name, reason.code, reason.message));
        }
        if (host->state() != ToolHost::State::Ready)
            return;
        for (const Tool &tool : host->tools()) {
            const bool isMeant = ref.name.isEmpty() || tool.ref.name == ref.name;
            if (isMeant && !tools.contains(tool))
                tools.append(tool);
        }
    }
    end(offeredTools(tools, m_taken));
}

void ToolOffer::end(Result<OfferedTools> offered)
{
    if (std::exchange(m_isOver, true))
        return;
    m_patience.stop();
    deleteLater();
    m_promise.addResult(std::move(offered));
    m_promise.finish();
}

} // namespace app
