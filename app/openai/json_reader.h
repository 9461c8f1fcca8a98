// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <array>
#include <optional>

namespace app {

/// Reads JSON (RFC 8259) from front to back without building a tree: what a stream of a hundred
/// thousand small objects needs, of which a dozen bytes each are looked at. Strict about structure
/// and numbers; a byte string that is not UTF-8 comes out with replacement characters. After a
/// fault every call gives nothing and hasFailed() says so.
///
///     for (bool more = reader.enterObject(); more && reader.nextKey(key);)
///         key == "model" ? use(reader.readString()) : reader.skip();
class JsonReader
{
public:
    static constexpr int kMaxDepth = 128;

    explicit JsonReader(QByteArrayView json) : m_at(json.begin()), m_end(json.end()) { }

    enum class Kind { Object, Array, String, Number, Boolean, Null, Invalid };
    /// Of the value that comes next.
    [[nodiscard]] Kind kind();

    /// False, without taking anything, where the next value is not one.
    [[nodiscard]] bool enterObject();
    /// The next key, valid until the next call; false behind the last one.
    [[nodiscard]] bool nextKey(QByteArrayView &key);
    [[nodiscard]] bool enterArray();
    [[nodiscard]] bool nextElement();

    /// A string's text as UTF-8; any other value is skipped and gives nothing. The view is valid
    /// until the next call.
    [[nodiscard]] QByteArrayView readString();
    [[nodiscard]] std::optional<double> readNumber();
    /// Passes over a value and gives its bytes.
    QByteArrayView skip();

    /// True where all was read and nothing but white space is left.
    [[nodiscard]] bool atEnd();
    [[nodiscard]] bool hasFailed() const { return m_failed; }

private:
    void skipSpace();
    [[nodiscard]] bool enter(char open);
    [[nodiscard]] bool nextItem(char close);
    [[nodiscard]] QByteArrayView rawString(bool &escaped);
    [[nodiscard]] bool takeEscape();
    [[nodiscard]] bool takeWord(QByteArrayView word);
    [[nodiscard]] bool takeDigits();
    void skipNumber();
    void fail();
    [[nodiscard]] QByteArrayView unescaped(QByteArrayView raw);

    const char *m_at;
    const char *m_end;
    int m_depth = 0;
    bool m_failed = false;
    std::array<bool, kMaxDepth + 1> m_first{}; ///< per depth: no item was read yet
    QByteArray m_text;
};

/// Whether this is one object and nothing else.
[[nodiscard]] bool isWholeObject(QByteArrayView json);

} // namespace app
