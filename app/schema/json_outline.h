// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <optional>
#include <span>
#include <vector>

namespace app {

/// One JSON value (RFC 8259) that may still be written: what of it is there, and where it is cut or
/// broken. Text is added at its end; the work is in proportion to what is added, and any split of
/// the bytes gives the same outline. Objects and arrays are values that hold values; each value is
/// named by its number, in the order in which they begin; 0 is the outermost. Memory is bounded:
/// what is larger, deeper or of more values than the limits is a fault.
class JsonOutline
{
public:
    enum class Type : quint8 { Object, Array, String, Number, Boolean, Null };
    enum class State {
        Growing, ///< nothing wrong so far; after finish(): it was cut
        Complete,
        Faulty, ///< fault() says what and where; nothing more is read
    };
    enum class Fault {
        None,
        Unexpected, ///< a character that cannot stand there
        Control, ///< a control character within a string
        Escape, ///< no escape sequence
        Number, ///< no number
        Word, ///< neither true, false nor null
        Trailing, ///< more text behind the value
        TooDeep,
        TooMany, ///< values
        TooLarge,
    };
    struct Value
    {
        quint32 parent = 0; ///< itself for the outermost
        quint32 row = 0; ///< among the values of its parent
        quint32 start = 0; ///< of its text, in bytes
        quint32 end = 0; ///< behind it; 0 while it is written
        quint32 keyStart = 0; ///< with its quotes
        quint32 keyEnd = 0; ///< equal: it has no name
        quint32 holder = 0; ///< of objects and arrays: place of what they hold
        Type type = Type::Null;

        [[nodiscard]] bool isHolder() const { return type <= Type::Array; }
        [[nodiscard]] bool isOpen() const { return end == 0; }
    };

    static constexpr qsizetype kMostBytes = 64 * 1024 * 1024;
    static constexpr qsizetype kMostValues = 2'000'000;
    static constexpr qsizetype kDeepest = 512;

    /// What text behind the value means.
    enum class Tail { IsFault, Ignored };
    void append(QByteArrayView bytes, Tail tail = Tail::IsFault);
    /// No more will come: a number at the very end is complete now.
    void finish();

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] Fault fault() const { return m_fault; }
    /// Of the fault, in bytes of text(); of a cut the end of the text.
    [[nodiscard]] qsizetype faultPosition() const { return m_at; }

    [[nodiscard]] const QByteArray &text() const { return m_text; }
    [[nodiscard]] qsizetype size() const { return qsizetype(m_values.size()); }
    [[nodiscard]] const Value &value(quint32 number) const { return m_values.at(number); }
    /// Of an object or array, in the order of the text; empty for others.
    [[nodiscard]] std::span<const quint32> children(quint32 number) const;
    /// Objects and arrays that are being written, from the outermost.
    [[nodiscard]] std::span<const quint32> open() const { return m_open; }
    /// The value whose text goes on with what is added next; nothing between values.
    [[nodiscard]] std::optional<quint32> growing() const;

    /// Without quotes and escapes; empty for what has no name.
    [[nodiscard]] QString key(quint32 number) const;
    /// A string without quotes and escapes, anything else as it is written; not more than `most`
    /// characters of it.
    [[nodiscard]] QString shownText(quint32 number, qsizetype most) const;
    /// RFC 6901.
    [[nodiscard]] QString pointer(quint32 number) const;
    /// The value at a pointer; of several members of one name the last one, as readers of JSON do.
    [[nodiscard]] std::optional<quint32> find(const QString &pointer) const;

private:
    enum class Expect : quint8 {
        Value,
        ValueOrEnd, ///< behind [
        KeyOrEnd, ///< behind {
        Key,
        Colon,
        CommaOrEnd,
        Nothing,
    };
    enum class Token : quint8 { None, Key, String, Number, Word };
    /// Of a number: what was read last.
    enum class Digits : quint8 { Minus, Zero, Whole, Point, Fraction, E, Sign, Exponent };

    [[nodiscard]] QByteArrayView writtenKey(quint32 number) const; ///< with its escapes
    [[nodiscard]] bool isNamed(quint32 number, const QString &name, QByteArrayView utf8Name) const;
    void readByte(char c);
    void readBetween(char c);
    void readString(char c);
    void readEscape(char c);
    void readNumber(char c);
    void readWord(char c);
    void beginValue(char c);
    void beginHolder(Type type);
    void endHolder(char c);
    void endValue();
    void beginString(Token token);
    [[nodiscard]] bool add(Type type);
    [[nodiscard]] bool isNumberWhole() const;
    void fail(Fault fault);

    QByteArray m_text;
    std::vector<Value> m_values;
    std::vector<std::vector<quint32>> m_holders;
    std::vector<quint32> m_open;
    qsizetype m_at = 0; ///< of the byte that is read
    quint32 m_keyStart = 0;
    quint32 m_keyEnd = 0;
    State m_state = State::Growing;
    Fault m_fault = Fault::None;
    Expect m_expect = Expect::Value;
    Token m_token = Token::None;
    Digits m_digits = Digits::Minus;
    quint8 m_escape = 0; ///< 0: none; 1: behind a backslash; 2 … 5: hexadecimal digits to come
    quint8 m_letters = 0; ///< of a word, read
};

} // namespace app
