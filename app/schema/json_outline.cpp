// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/schema/json_outline.h"

#include "app/schema/json_text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace app {

namespace {

bool isJsonDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isHexDigit(char c)
{
    return isJsonDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

QByteArrayView wordOf(JsonOutline::Type type, char first)
{
    if (type == JsonOutline::Type::Null)
        return "null";
    return first == 't' ? QByteArrayView("true") : QByteArrayView("false");
}

/// The bytes of a string up to its end, an escape or a fault.
qsizetype plainLength(const char *bytes, qsizetype count)
{
    qsizetype i = 0;
    while (i < count && bytes[i] != '"' && bytes[i] != '\\' && uchar(bytes[i]) >= 0x20)
        ++i;
    return i;
}

} // namespace

void JsonOutline::append(QByteArrayView bytes, Tail tail)
{
    const bool isOver = m_state == State::Complete && tail == Tail::Ignored;
    if (m_state == State::Faulty || isOver || bytes.isEmpty())
        return;
    const bool fits = m_text.size() + bytes.size() <= kMostBytes;
    m_text.append(fits ? bytes : bytes.first(kMostBytes - m_text.size()));
    while (m_at < m_text.size() && m_state != State::Faulty) {
        if ((m_token == Token::String || m_token == Token::Key) && m_escape == 0)
            m_at += plainLength(m_text.constData() + m_at, m_text.size() - m_at);
        if (m_at == m_text.size())
            break;
        readByte(m_text.at(m_at));
        if (m_state != State::Faulty)
            ++m_at;
        if (m_state == State::Complete && tail == Tail::Ignored)
            return m_text.truncate(m_at);
    }
    if (!fits && m_state != State::Faulty)
        fail(Fault::TooLarge);
}

void JsonOutline::finish()
{
    if (m_state != State::Growing || m_token != Token::Number)
        return;
    // Only a number of its own has no character that ends it.
    if (m_open.empty() && isNumberWhole())
        endValue();
}

void JsonOutline::readByte(char c)
{
    switch (m_token) {
    case Token::None:
        return readBetween(c);
    case Token::Key:
    case Token::String:
        return m_escape > 0 ? readEscape(c) : readString(c);
    case Token::Number:
        return readNumber(c);
    case Token::Word:
        return readWord(c);
    }
}

void JsonOutline::readBetween(char c)
{
    if (isJsonSpace(c))
        return;
    switch (m_expect) {
    case Expect::Value:
        return beginValue(c);
    case Expect::ValueOrEnd:
        return c == ']' ? endHolder(c) : beginValue(c);
    case Expect::KeyOrEnd:
    case Expect::Key:
        if (c == '"')
            return beginString(Token::Key);
        return c == '}' && m_expect == Expect::KeyOrEnd ? endHolder(c) : fail(Fault::Unexpected);
    case Expect::Colon:
        if (c != ':')
            return fail(Fault::Unexpected);
        m_expect = Expect::Value;
        return;
    case Expect::CommaOrEnd:
        if (c != ',')
            return endHolder(c);
        m_expect = value(m_open.back()).type == Type::Object ? Expect::Key : Expect::Value;
        return;
    case Expect::Nothing:
        return fail(Fault::Trailing);
    }
}

void JsonOutline::beginValue(char c)
{
    if (c == '{')
        return beginHolder(Type::Object);
    if (c == '[')
        return beginHolder(Type::Array);
    if (c == '"') {
        if (add(Type::String))
            beginString(Token::String);
        return;
    }
    if (c == '-' || isJsonDigit(c)) {
        m_token = Token::Number;
        m_digits = c == '-' ? Digits::Minus : c == '0' ? Digits::Zero : Digits::Whole;
        if (!add(Type::Number))
            m_token = Token::None;
        return;
    }
    if (c != 't' && c != 'f' && c != 'n')
        return fail(Fault::Unexpected);
    m_token = Token::Word;
    m_letters = 1;
    if (!add(c == 'n' ? Type::Null : Type::Boolean))
        m_token = Token::None;
}

bool JsonOutline::add(Type type)
{
    if (size() >= kMostValues) {
        fail(Fault::TooMany);
        return false;
    }
    const auto number = quint32(m_values.size());
    Value added{.parent = number,
                .start = quint32(m_at),
                .keyStart = m_keyStart,
                .keyEnd = m_keyEnd,
                .type = type};
    if (!m_open.empty()) {
        std::vector<quint32> &siblings = m_holders.at(value(m_open.back()).holder);
        added.parent = m_open.back();
        added.row = quint32(siblings.size());
        siblings.push_back(number);
    }
    m_keyStart = m_keyEnd = 0;
    m_values.push_back(added);
    return true;
}

void JsonOutline::beginHolder(Type type)
{
    if (qsizetype(m_open.size()) >= kDeepest)
        return fail(Fault::TooDeep);
    if (!add(type))
        return;
    m_values.back().holder = quint32(m_holders.size());
    m_holders.emplace_back();
    m_open.push_back(quint32(m_values.size()) - 1);
    m_expect = type == Type::Object ? Expect::KeyOrEnd : Expect::ValueOrEnd;
}

void JsonOutline::endHolder(char c)
{
    const bool isObject = value(m_open.back()).type == Type::Object;
    if (c != (isObject ? '}' : ']'))
        return fail(Fault::Unexpected);
    m_values.at(m_open.back()).end = quint32(m_at) + 1;
    m_open.pop_back();
    m_expect = m_open.empty() ? Expect::Nothing : Expect::CommaOrEnd;
    if (m_open.empty())
        m_state = State::Complete;
}

/// Of a string, number or word, in front of the byte that is read.
void JsonOutline::endValue()
{
    m_token = Token::None;
    m_values.back().end = quint32(m_at);
    m_expect = m_open.empty() ? Expect::Nothing : Expect::CommaOrEnd;
    if (m_open.empty())
        m_state = State::Complete;
}

void JsonOutline::beginString(Token token)
{
    m_token = token;
    m_escape = 0;
    if (token == Token::Key)
        m_keyStart = quint32(m_at);
}

void JsonOutline::readString(char c)
{
    if (c == '\\') {
        m_escape = 1;
        return;
    }
    if (c != '"')
        return fail(Fault::Control);
    if (m_token == Token::String) {
        endValue();
        ++m_values.back().end; // with its quote
        return;
    }
    m_token = Token::None;
    m_keyEnd = quint32(m_at) + 1;
    m_expect = Expect::Colon;
}

void JsonOutline::readEscape(char c)
{
    constexpr quint8 kFirstDigit = 5;
    if (m_escape == 1) {
        if (!QByteArrayView("\"\\/bfnrtu").contains(c))
            return fail(Fault::Escape);
        m_escape = c == 'u' ? kFirstDigit : 0;
        return;
    }
    if (!isHexDigit(c))
        return fail(Fault::Escape);
    m_escape = m_escape == 2 ? 0 : m_escape - 1;
}

bool JsonOutline::isNumberWhole() const
{
    return m_digits == Digits::Zero || m_digits == Digits::Whole || m_digits == Digits::Fraction
           || m_digits == Digits::Exponent;
}

void JsonOutline::readNumber(char c)
{
    const bool isDigit = isJsonDigit(c);
    const auto go = [&](Digits next) { m_digits = next; };
    switch (m_digits) {
    case Digits::Minus:
        return isDigit ? go(c == '0' ? Digits::Zero : Digits::Whole) : fail(Fault::Number);
    case Digits::Point:
        return isDigit ? go(Digits::Fraction) : fail(Fault::Number);
    case Digits::Sign:
        return isDigit ? go(Digits::Exponent) : fail(Fault::Number);
    case Digits::E:
        if (isDigit)
            return go(Digits::Exponent);
        return c == '+' || c == '-' ? go(Digits::Sign) : fail(Fault::Number);
    case Digits::Zero:
    case Digits::Whole:
        if (c == '.')
            return go(Digits::Point);
        break;
    case Digits::Fraction:
    case Digits::Exponent:
        break;
    }
    if ((c == 'e' || c == 'E') && m_digits != Digits::Exponent)
        return go(Digits::E);
    if (isDigit)
        return m_digits == Digits::Zero ? fail(Fault::Number) : void();
    endValue();
    readBetween(c);
}

void JsonOutline::readWord(char c)
{
    const Value &word = m_values.back();
    const QByteArrayView whole = wordOf(word.type, m_text.at(word.start));
    if (c != whole.at(m_letters))
        return fail(Fault::Word);
    if (++m_letters < whole.size())
        return;
    endValue();
    ++m_values.back().end; // with this letter
}

void JsonOutline::fail(Fault fault)
{
    m_state = State::Faulty;
    m_fault = fault;
}

std::span<const quint32> JsonOutline::children(quint32 number) const
{
    const Value &one = value(number);
    return one.isHolder() ? std::span<const quint32>(m_holders.at(one.holder))
                          : std::span<const quint32>();
}

std::optional<quint32> JsonOutline::growing() const
{
    if (m_token == Token::None || m_token == Token::Key || m_values.empty())
        return std::nullopt;
    return quint32(m_values.size()) - 1;
}

QByteArrayView JsonOutline::writtenKey(quint32 number) const
{
    const Value &one = value(number);
    if (one.keyEnd <= one.keyStart + 2)
        return {};
    return QByteArrayView(m_text).sliced(one.keyStart + 1, one.keyEnd - one.keyStart - 2);
}

QString JsonOutline::key(quint32 number) const
{
    return unescapedJson(writtenKey(number));
}

/// Decodes only what is not as it is written: one of 100,000 members is looked for here. Broken
/// UTF-8 reads as other characters, too.
bool JsonOutline::isNamed(quint32 number, const QString &name, QByteArrayView utf8Name) const
{
    const QByteArrayView written = writtenKey(number);
    const bool isPlain = std::all_of(written.begin(), written.end(),
                                     [](char c) { return c != '\\' && uchar(c) < 0x80; });
    return isPlain ? written == utf8Name : unescapedJson(written) == name;
}

QString JsonOutline::shownText(quint32 number, qsizetype most) const
{
    const Value &one = value(number);
    const qsizetype end = one.isOpen() ? m_at : qsizetype(one.end);
    // An escape takes at most six bytes for a character, UTF-8 four.
    constexpr qsizetype kMostBytesOfCharacter = 6;
    QByteArrayView bytes = QByteArrayView(m_text).sliced(one.start, end - one.start);
    if (one.type == Type::String) {
        bytes = bytes.sliced(1);
        if (!one.isOpen())
            bytes.chop(1);
        return unescapedJson(bytes.first(qMin(bytes.size(), most * kMostBytesOfCharacter)))
            .left(most);
    }
    return QString::fromUtf8(bytes.first(qMin(bytes.size(), most)));
}

QString JsonOutline::pointer(quint32 number) const
{
    QStringList steps;
    for (quint32 at = number; value(at).parent != at; at = value(at).parent) {
        const Value &one = value(at);
        const bool isMember = value(one.parent).type == Type::Object;
        steps.prepend(isMember ? pointerStep(key(at)) : QString::number(one.row));
    }
    return steps.isEmpty() ? QString() : u'/' + steps.join(u'/');
}

std::optional<quint32> JsonOutline::find(const QString &pointer) const
{
    if (m_values.empty())
        return std::nullopt;
    quint32 at = 0;
    for (const QString &step : pointerSteps(pointer)) {
        const std::span<const quint32> inside = children(at);
        if (value(at).type == Type::Array) {
            bool isNumber = false;
            const qsizetype row = step.toLongLong(&isNumber);
            if (!isNumber || row < 0 || row >= qsizetype(inside.size()))
                return std::nullopt;
            at = inside[size_t(row)];
            continue;
        }
        const auto member =
            std::find_if(inside.rbegin(), inside.rend(), [&, utf8 = step.toUtf8()](quint32 child) {
                return isNamed(child, step, utf8);
            });
        if (member == inside.rend())
            return std::nullopt;
        at = *member;
    }
    return at;
}

} // namespace app
