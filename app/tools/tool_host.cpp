// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tools/tool_host.h"

using namespace Qt::StringLiterals;

namespace app {

Tool ToolHost::toolNamed(const QString &name) const
{
    Tool tool;
    tool.ref = {m_source.id, name};
    tool.sourceName = m_source.name;
    tool.kind = m_source.kind;
    tool.description = m_source.description;
    tool.schema = m_source.schema;
    if (tool.schema.isEmpty())
        tool.schema = {{u"type"_s, u"object"_s}, {u"properties"_s, QJsonObject()}};
    return tool;
}

} // namespace app
