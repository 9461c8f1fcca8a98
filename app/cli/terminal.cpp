// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/terminal.h"

#include <QString>

#include <sys/ioctl.h>
#include <unistd.h>

namespace app {

namespace {

constexpr auto kDim = "\033[2m";
constexpr auto kNormal = "\033[0m";
constexpr auto kClearLine = "\r\033[K";
const QByteArray kReplacement = QByteArrayLiteral("\xef\xbf\xbd"); // U+FFFD

/// Bytes of the character that `lead` begins; 0 for a byte that begins none.
int sequenceLength(uchar lead)
{
    if (lead < 0x80)
        return 1;
    if (lead >= 0xc2 && lead <= 0xdf)
        return 2;
    if (lead >= 0xe0 && lead <= 0xef)
        return 3;
    if (lead >= 0xf0 && lead <= 0xf4)
        return 4;
    return 0;
}

bool isContinuation(char byte)
{
    return (uchar(byte) & 0xc0) == 0x80;
}

void appendAscii(QByteArray &out, uchar character)
{
    if (character == '\n' || character == '\t' || (character >= 0x20 && character != 0x7f)) {
        out.append(char(character));
    } else { // the pictures of control characters, U+2400 …; that of DEL is U+2421
        out.append("\xe2\x90");
        out.append(char(0x80 + (character == 0x7f ? 0x21 : character)));
    }
}

/// U+0080 … U+009F are control characters that some terminals obey.
bool isHighControl(const char *sequence, int length)
{
    return length == 2 && uchar(sequence[0]) == 0xc2 && uchar(sequence[1]) < 0xa0;
}

} // namespace

QByteArray TerminalFilter::filter(const QByteArray &chunk)
{
    const QByteArray text = m_cut + chunk;
    m_cut.clear();
    QByteArray out;
    out.reserve(text.size());
    for (qsizetype at = 0; at < text.size();) {
        const int length = sequenceLength(uchar(text.at(at)));
        int have = 1;
        while (have < length && at + have < text.size() && isContinuation(text.at(at + have)))
            ++have;
        if (have < length && at + have == text.size()) {
            m_cut = text.mid(at);
            break;
        }
        if (length == 1)
            appendAscii(out, uchar(text.at(at)));
        else if (have < length || length == 0 || isHighControl(text.constData() + at, length))
            out.append(kReplacement);
        else
            out.append(text.constData() + at, length);
        at += have;
    }
    return out;
}

QByteArray TerminalFilter::finish()
{
    const bool isCut = !std::exchange(m_cut, {}).isEmpty();
    return isCut ? kReplacement : QByteArray();
}

Terminal::Terminal(std::FILE *stream) : m_stream(stream), m_isTerminal(isatty(fileno(stream)) == 1)
{
}

void Terminal::put(const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), m_stream);
    std::fflush(m_stream);
}

void Terminal::endDimmed()
{
    if (!std::exchange(m_dimmed, false))
        return;
    put(m_filter.finish() + kNormal);
    endLine();
}

void Terminal::clearStatus()
{
    if (std::exchange(m_hasStatus, false))
        put(kClearLine);
}

void Terminal::showStatus(const QByteArray &line)
{
    if (!m_isTerminal)
        return;
    winsize size{};
    const bool isKnown = ioctl(fileno(m_stream), TIOCGWINSZ, &size) == 0 && size.ws_col > 1;
    // A line that wraps could not be taken back.
    const QString fits = QString::fromUtf8(line).left(isKnown ? size.ws_col - 1 : 79);
    clearStatus();
    put(TerminalFilter().filter(fits.toUtf8()));
    m_hasStatus = true;
}

void Terminal::write(const QByteArray &text)
{
    if (text.isEmpty())
        return;
    clearStatus();
    endDimmed();
    put(m_isTerminal ? m_filter.filter(text) : text);
    m_atLineStart = text.endsWith('\n');
}

void Terminal::writeLine(const QByteArray &text)
{
    write(text);
    endLine();
}

void Terminal::writeDimmed(const QByteArray &text)
{
    if (!m_isTerminal || text.isEmpty())
        return;
    if (!std::exchange(m_dimmed, true))
        put(kDim);
    put(m_filter.filter(text));
    m_atLineStart = text.endsWith('\n');
}

void Terminal::endLine()
{
    if (m_isTerminal)
        put(m_filter.finish());
    if (!std::exchange(m_atLineStart, true))
        put("\n");
}

} // namespace app
