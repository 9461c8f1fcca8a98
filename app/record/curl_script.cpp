// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/record/curl_script.h"

namespace app {

namespace {

/// A stretch of the body, or an image in it.
struct BodyPiece
{
    QByteArray bytes;
    qsizetype image = -1;
};

QList<BodyPiece> piecesOf(const RecordedRun &record)
{
    QList<BodyPiece> pieces;
    qsizetype at = 0;
    for (qsizetype i = 0; i < record.images.size(); ++i) {
        const QByteArray base64 = record.images.at(i).bytes.toBase64();
        if (base64.isEmpty())
            continue; // sent by its address
        const qsizetype found = record.body.indexOf(base64, at);
        if (found < 0)
            continue; // it stays where it is
        pieces.append(BodyPiece{record.body.mid(at, found - at)});
        pieces.append(BodyPiece{{}, i});
        at = found + base64.size();
    }
    pieces.append(BodyPiece{record.body.mid(at)});
    return pieces;
}

/// A header as a word; a variable takes the place of what is hidden.
QByteArray headerWord(const RecordedRun &record, const QByteArray &name, const QByteArray &value)
{
    if (value != kHiddenValue)
        return shellWord(name + ": " + value);
    const bool isKey = name.compare("authorization", Qt::CaseInsensitive) == 0;
    return shellWord(name + ": " + (isKey ? "Bearer " : "")) + "\"$"
           + headerVariable(record, name).toLatin1() + '"';
}

/// The files of the images, each once.
QByteArray imageWords(const RecordedRun &record, const QList<BodyPiece> &pieces)
{
    QByteArrayList words;
    for (const BodyPiece &piece : pieces) {
        if (piece.image < 0)
            continue;
        const QByteArray word = shellWord(scriptImageName(record, piece.image).toUtf8());
        if (!words.contains(word))
            words.append(word);
    }
    return words.isEmpty() ? QByteArray(" /dev/null") : ' ' + words.join(' ');
}

QByteArray curlCall(const RecordedRun &record)
{
    QByteArray call = "curl --no-buffer --request " + shellWord(record.method) + ' '
                      + shellWord(record.url.toUtf8());
    for (const auto &[name, value] : record.sent)
        call += " \\\n  --header " + headerWord(record, name, value);
    return call + " \\\n  --data-binary @-\n";
}

} // namespace

QByteArray shellWord(const QByteArray &text)
{
    // JSON escapes most control characters, but not DEL and those of the upper range.
    const auto escaped = [](QByteArrayView bytes) {
        QByteArray octal;
        for (const char byte : bytes)
            octal += '\\' + QByteArray::number(uchar(byte), 8).rightJustified(3, '0');
        return "'\"$(printf '" + octal + "')\"'";
    };
    QByteArray word = "'";
    for (qsizetype i = 0; i < text.size(); ++i) {
        const auto byte = uchar(text.at(i));
        const bool isUpperControl = byte == 0xc2 && i + 1 < text.size()
                                    && uchar(text.at(i + 1)) >= 0x80
                                    && uchar(text.at(i + 1)) < 0xa0;
        if (byte == '\'') {
            word += "'\\''";
        } else if (isUpperControl) {
            word += escaped(QByteArrayView(text).sliced(i, 2));
            ++i;
        } else if (byte == '\n' || byte == '\r' || byte == 0) {
            word += ' '; // no header and no address may hold them
        } else if (byte < 0x20 || byte == 0x7f) {
            word += escaped(QByteArrayView(text).sliced(i, 1));
        } else {
            word += text.at(i);
        }
    }
    return word + '\'';
}

/// The body goes through a pipe: an argument must not be longer than 128 KB.
QByteArray curlScript(const RecordedRun &record, ScriptImages images)
{
    QByteArray script = "#!/bin/sh\n";
    if (images == ScriptImages::Inline || record.images.isEmpty()) {
        script += "printf '%s' " + shellWord(record.body) + " |\n";
        return script + curlCall(record);
    }
    const QList<BodyPiece> pieces = piecesOf(record);
    // Wherever it is called from; and a request that lacks an image is not sent at all.
    script += "# The images lie beside this script.\ncd \"$(dirname -- \"$0\")\" &&\ncat"
              + imageWords(record, pieces) + " > /dev/null &&\n{\n";
    for (const BodyPiece &piece : pieces) {
        if (piece.image < 0)
            script += "  printf '%s' " + shellWord(piece.bytes) + '\n';
        else
            script += "  base64 < " + shellWord(scriptImageName(record, piece.image).toUtf8())
                      + " | tr -d '\\n'\n";
    }
    return script + "} |\n" + curlCall(record);
}

} // namespace app
