// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tools/hand_tool.h"

using namespace Qt::StringLiterals;

namespace app {

HandTool::HandTool(const ToolSource &source, QObject *parent) : ToolHost(source, parent)
{
}

QList<Tool> HandTool::tools() const
{
    return {toolNamed(source().name)};
}

ToolRun *HandTool::call(const QString & /*tool*/, const QJsonObject & /*arguments*/,
                        QObject *parent)
{
    return new HandToolRun(source().cannedReply, parent);
}

HandToolRun::HandToolRun(std::optional<QString> cannedReply, QObject *parent)
    : ToolRun(parent), m_cannedReply(std::move(cannedReply))
{
}

void HandToolRun::start()
{
    if (!m_cannedReply)
        return;
    QMetaObject::invokeMethod(
        this, [this] { end({.text = m_cannedReply->toUtf8()}); }, Qt::QueuedConnection);
}

void HandToolRun::cancel()
{
    end(failedCall(kToolStoppedCode, u"The user stopped this call."_s, ErrorKind::Cancelled));
}

void HandToolRun::answer(const ToolOutcome &outcome)
{
    end(outcome);
}

void HandToolRun::end(const ToolOutcome &outcome)
{
    if (!std::exchange(m_isOver, true))
        emit finished(outcome);
}

} // namespace app
