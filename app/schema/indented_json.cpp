// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/schema/indented_json.h"

#include "app/schema/json_outline.h"
#include "app/schema/json_text.h"

#include <algorithm>

namespace app {

namespace {

constexpr qsizetype kIndent = 4;
constexpr qsizetype kDeepestIndent = 16;

bool isWhole(const QByteArray &json)
{
    JsonOutline outline;
    outline.append(json);
    outline.finish();
    return outline.state() == JsonOutline::State::Complete;
}

/// Writes JSON that is known to be whole.
class Indenter
{
public:
    explicit Indenter(QByteArrayView json) : m_json(json) { m_text.reserve(2 * json.size()); }

    QByteArray text()
    {
        for (skipSpace(); m_at < m_json.size(); skipSpace())
            takeNext();
        return std::move(m_text);
    }

private:
    void takeNext()
    {
        const char c = m_json[m_at];
        if (c == '"')
            return takeString();
        ++m_at;
        if (c == '}' || c == ']') {
            --m_depth;
            breakLine();
        }
        m_text += c;
        if (c == ':')
            m_text += ' ';
        else if (c == ',')
            breakLine();
        else if (c == '{' || c == '[')
            open();
    }

    void open()
    {
        skipSpace();
        if (m_json[m_at] == '}' || m_json[m_at] == ']') {
            m_text += m_json[m_at++];
            return;
        }
        ++m_depth;
        breakLine();
    }

    void takeString()
    {
        const qsizetype start = m_at++;
        while (m_json[m_at] != '"')
            m_at += m_json[m_at] == '\\' ? 2 : 1;
        ++m_at;
        m_text += m_json.sliced(start, m_at - start);
    }

    void breakLine()
    {
        m_text += '\n';
        m_text.append(kIndent * std::min(m_depth, kDeepestIndent), ' ');
    }

    void skipSpace()
    {
        while (m_at < m_json.size() && isJsonSpace(m_json[m_at]))
            ++m_at;
    }

    QByteArrayView m_json;
    QByteArray m_text;
    qsizetype m_at = 0;
    qsizetype m_depth = 0;
};

} // namespace

std::optional<QByteArray> indentedJson(const QByteArray &json)
{
    if (json.size() > kMostIndentedJson || !isWhole(json))
        return {};
    return Indenter(json).text();
}

} // namespace app
