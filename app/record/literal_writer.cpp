// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/record/literal_writer.h"

#include "app/schema/json_text.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr int kLiteralIndent = 4;

bool isEscaped(QChar c)
{
    switch (c.category()) {
    case QChar::Other_Control:
    case QChar::Other_Format: // directions, joiners, byte order marks
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        return false;
    }
}

QString number(const QJsonValue &value)
{
    return QString::fromLatin1(compactJson(value));
}

QString lineStart(int indent)
{
    return u'\n' + QString(indent, u' ');
}

} // namespace

LiteralWriter::LiteralWriter(Language language, Replace replace)
    : m_language(language), m_replace(std::move(replace))
{
}

QString LiteralWriter::text(const QString &text)
{
    QString literal;
    literal.reserve(text.size() + 2);
    literal += u'"';
    for (const QChar c : text) {
        if (c == u'"' || c == u'\\')
            literal += QString(u'\\') + c;
        else if (c == u'\n')
            literal += "\\n"_L1;
        else if (isEscaped(c))
            literal += u"\\u%1"_s.arg(uint(c.unicode()), 4, 16, QChar(u'0'));
        else
            literal += c;
    }
    return literal + u'"';
}

QString LiteralWriter::key(const QString &name) const
{
    // Without brackets it would be no member but the prototype.
    if (m_language == Language::JavaScript && name == "__proto__"_L1)
        return u"[\"__proto__\"]"_s;
    return text(name);
}

QString LiteralWriter::value(const QJsonValue &value, int indent) const
{
    switch (value.type()) {
    case QJsonValue::Bool:
        if (m_language == Language::Python)
            return value.toBool() ? u"True"_s : u"False"_s;
        return value.toBool() ? u"true"_s : u"false"_s;
    case QJsonValue::Double:
        return number(value);
    case QJsonValue::String: {
        const QString replaced = m_replace ? m_replace(value.toString()) : QString();
        return replaced.isEmpty() ? text(value.toString()) : replaced;
    }
    case QJsonValue::Array:
        return list(value, indent);
    case QJsonValue::Object:
        return object(value, indent);
    default:
        return m_language == Language::Python ? u"None"_s : u"null"_s;
    }
}

QString LiteralWriter::list(const QJsonValue &value, int indent) const
{
    const QJsonArray items = value.toArray();
    if (items.isEmpty())
        return u"[]"_s;
    QString literal = u"["_s;
    for (const QJsonValue &item : items)
        literal +=
            lineStart(indent + kLiteralIndent) + this->value(item, indent + kLiteralIndent) + u',';
    return literal + lineStart(indent) + u']';
}

QString LiteralWriter::object(const QJsonValue &value, int indent) const
{
    const QJsonObject members = value.toObject();
    if (members.isEmpty())
        return u"{}"_s;
    QString literal = u"{"_s;
    for (auto at = members.begin(); at != members.end(); ++at)
        literal += lineStart(indent + kLiteralIndent) + key(at.key()) + u": "_s
                   + this->value(at.value(), indent + kLiteralIndent) + u',';
    return literal + lineStart(indent) + u'}';
}

} // namespace app
