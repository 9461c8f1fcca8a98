// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/openai/json_reader.h"

#include <QString>

namespace app {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

int hexDigit(char c)
{
    if (isDigit(c))
        return c - '0';
    const char lower = char(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/// Four digits that are known to be there.
char16_t codeUnit(const char *digits)
{
    int value = 0;
    for (int i = 0; i < 4; ++i)
        value = value * 16 + hexDigit(digits[i]);
    return char16_t(value);
}

char plainEscape(char c)
{
    switch (c) {
    case 'b':
        return '\b';
    case 'f':
        return '\f';
    case 'n':
        return '\n';
    case 'r':
        return '\r';
    case 't':
        return '\t';
    default:
        return c;
    }
}

} // namespace

void JsonReader::fail()
{
    m_failed = true;
    m_at = m_end;
}

void JsonReader::skipSpace()
{
    while (m_at != m_end && (*m_at == ' ' || *m_at == '\n' || *m_at == '\t' || *m_at == '\r'))
        ++m_at;
}

JsonReader::Kind JsonReader::kind()
{
    skipSpace();
    if (m_at == m_end)
        return Kind::Invalid;
    switch (*m_at) {
    case '{':
        return Kind::Object;
    case '[':
        return Kind::Array;
    case '"':
        return Kind::String;
    case 't':
    case 'f':
        return Kind::Boolean;
    case 'n':
        return Kind::Null;
    case '-':
        return Kind::Number;
    default:
        return isDigit(*m_at) ? Kind::Number : Kind::Invalid;
    }
}

bool JsonReader::enter(char open)
{
    skipSpace();
    if (m_at == m_end || *m_at != open)
        return false;
    if (m_depth == kMaxDepth) {
        fail();
        return false;
    }
    ++m_at;
    m_first[size_t(++m_depth)] = true;
    return true;
}

bool JsonReader::enterObject()
{
    return enter('{');
}

bool JsonReader::enterArray()
{
    return enter('[');
}

bool JsonReader::nextItem(char close)
{
    skipSpace();
    if (m_at == m_end) {
        fail();
        return false;
    }
    if (*m_at == close) {
        ++m_at;
        --m_depth;
        return false;
    }
    bool &first = m_first[size_t(m_depth)];
    if (!first) {
        if (*m_at != ',') {
            fail();
            return false;
        }
        ++m_at;
    }
    first = false;
    return true;
}

bool JsonReader::nextElement()
{
    return nextItem(']');
}

bool JsonReader::nextKey(QByteArrayView &key)
{
    if (!nextItem('}'))
        return false;
    if (kind() != Kind::String) {
        fail();
        return false;
    }
    key = readString();
    skipSpace();
    if (m_at == m_end || *m_at != ':') {
        fail();
        return false;
    }
    ++m_at;
    return true;
}

bool JsonReader::takeEscape()
{
    if (++m_at == m_end)
        return false;
    if (*m_at != 'u')
        return QByteArrayView("\"\\/bfnrt").contains(*m_at);
    for (int i = 0; i < 4; ++i) {
        if (++m_at == m_end || hexDigit(*m_at) < 0)
            return false;
    }
    return true;
}

QByteArrayView JsonReader::rawString(bool &escaped)
{
    const char *begin = ++m_at;
    bool good = true;
    while (good && m_at != m_end && *m_at != '"') {
        if (uchar(*m_at) < 0x20) {
            good = false;
        } else if (*m_at == '\\') {
            escaped = true;
            good = takeEscape();
        }
        if (good)
            ++m_at;
    }
    if (!good || m_at == m_end) {
        fail();
        return {};
    }
    return {begin, m_at++};
}

QByteArrayView JsonReader::unescaped(QByteArrayView raw)
{
    m_text.clear();
    m_text.reserve(raw.size());
    const char *end = raw.end();
    for (const char *c = raw.begin(); c != end; ++c) {
        if (*c != '\\') {
            m_text.append(*c);
        } else if (*++c != 'u') {
            m_text.append(plainEscape(*c));
        } else {
            char16_t units[2] = {codeUnit(c + 1), 0};
            c += 4;
            const bool pair = QChar::isHighSurrogate(units[0]) && end - c > 6 && c[1] == '\\'
                              && c[2] == 'u' && QChar::isLowSurrogate(codeUnit(c + 3));
            if (pair) {
                units[1] = codeUnit(c + 3);
                c += 6;
            }
            if (!pair && QChar::isSurrogate(units[0]))
                units[0] = QChar::ReplacementCharacter;
            m_text.append(QStringView(units, pair ? 2 : 1).toUtf8());
        }
    }
    return m_text;
}

QByteArrayView JsonReader::readString()
{
    if (kind() != Kind::String) {
        skip();
        return {};
    }
    bool escaped = false;
    QByteArrayView text = rawString(escaped);
    if (escaped && !m_failed)
        text = unescaped(text);
    if (!text.isValidUtf8()) {
        m_text = QString::fromUtf8(text).toUtf8();
        text = m_text;
    }
    return text;
}

std::optional<double> JsonReader::readNumber()
{
    const bool isNumber = kind() == Kind::Number;
    const QByteArrayView bytes = skip();
    if (!isNumber || m_failed)
        return std::nullopt;
    return bytes.toByteArray().toDouble();
}

bool JsonReader::takeWord(QByteArrayView word)
{
    if (m_end - m_at < word.size() || QByteArrayView(m_at, word.size()) != word)
        return false;
    m_at += word.size();
    return true;
}

bool JsonReader::takeDigits()
{
    const char *begin = m_at;
    while (m_at != m_end && isDigit(*m_at))
        ++m_at;
    return m_at != begin;
}

void JsonReader::skipNumber()
{
    if (*m_at == '-')
        ++m_at;
    bool good = true;
    if (m_at != m_end && *m_at == '0')
        ++m_at;
    else
        good = takeDigits();
    if (good && m_at != m_end && *m_at == '.') {
        ++m_at;
        good = takeDigits();
    }
    if (good && m_at != m_end && (*m_at == 'e' || *m_at == 'E')) {
        ++m_at;
        if (m_at != m_end && (*m_at == '+' || *m_at == '-'))
            ++m_at;
        good = takeDigits();
    }
    if (!good)
        fail();
}

QByteArrayView JsonReader::skip()
{
    const Kind next = kind();
    const char *begin = m_at;
    bool good = true;
    switch (next) {
    case Kind::Object: {
        QByteArrayView key;
        for (bool more = enterObject(); more && nextKey(key);)
            skip();
        break;
    }
    case Kind::Array:
        for (bool more = enterArray(); more && nextElement();)
            skip();
        break;
    case Kind::String: {
        bool escaped = false;
        (void)rawString(escaped);
        break;
    }
    case Kind::Number:
        skipNumber();
        break;
    case Kind::Boolean:
        good = takeWord("true") || takeWord("false");
        break;
    case Kind::Null:
        good = takeWord("null");
        break;
    case Kind::Invalid:
        good = false;
        break;
    }
    if (!good)
        fail();
    return m_failed ? QByteArrayView() : QByteArrayView(begin, m_at);
}

bool JsonReader::atEnd()
{
    skipSpace();
    return !m_failed && m_depth == 0 && m_at == m_end;
}

bool isWholeObject(QByteArrayView json)
{
    JsonReader reader(json);
    const bool isObject = reader.kind() == JsonReader::Kind::Object;
    reader.skip();
    return isObject && reader.atEnd();
}

} // namespace app
