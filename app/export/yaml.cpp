// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/yaml.h"

#include "app/schema/json_text.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr int kStep = 2;

/// What YAML lets stand in a text as it is. Line ends are looked at elsewhere.
bool isPrintable(char32_t character)
{
    if (character == U'\t')
        return true;
    const bool isControl = character < 0x20 || (character >= 0x7f && character <= 0x9f);
    const bool isLineEnd = character == 0x2028 || character == 0x2029;
    const bool isNone = (character >= 0xd800 && character <= 0xdfff) || character == 0xfeff
                        || (character & 0xfffe) == 0xfffe
                        || (character >= 0xfdd0 && character <= 0xfdef);
    return !isControl && !isLineEnd && !isNone;
}

QByteArray hexEscape(char32_t character)
{
    const QByteArray hex = QByteArray::number(uint(character), 16);
    if (character > 0xffff)
        return "\\U" + hex.rightJustified(8, '0');
    return "\\u" + hex.rightJustified(4, '0');
}

QByteArray quotedScalar(const QString &text)
{
    QByteArray yaml = "\"";
    for (const uint unit : text.toUcs4()) {
        const auto character = static_cast<char32_t>(unit);
        if (character == U'"' || character == U'\\')
            yaml += '\\' + QByteArray(1, char(character));
        else if (character == U'\n')
            yaml += "\\n";
        else if (character == U'\t')
            yaml += "\\t";
        else if (character == U'\r')
            yaml += "\\r";
        else if (isPrintable(character))
            yaml += QString::fromUcs4(&character, 1).toUtf8();
        else
            yaml += hexEscape(character);
    }
    return yaml + '"';
}

/// A literal block gives its lines back as they are, but what begins with white space would need
/// its indentation told, and an empty first line is taken for that of the block.
bool fitsLiteralBlock(const QString &text)
{
    if (!text.contains(u'\n') || text.front().isSpace() || text.trimmed().isEmpty())
        return false;
    const QList<uint> characters = text.toUcs4();
    return std::all_of(characters.begin(), characters.end(),
                       [](uint character) { return character == U'\n' || isPrintable(character); });
}

QByteArray literalBlock(const QString &text, int indent)
{
    qsizetype lineEnds = 0;
    while (lineEnds < text.size() && text[text.size() - 1 - lineEnds] == u'\n')
        ++lineEnds;
    QByteArray yaml = lineEnds == 0 ? "|-\n" : lineEnds == 1 ? "|\n" : "|+\n";
    const QString body = lineEnds > 0 ? text.chopped(1) : text;
    for (const QString &line : body.split(u'\n'))
        yaml += line.isEmpty() ? QByteArray("\n") : QByteArray(indent, ' ') + line.toUtf8() + '\n';
    return yaml;
}

QByteArray memberKey(const QString &name)
{
    // Words that YAML 1.1 takes for something else are not among those that stand bare.
    static const QRegularExpression plain(u"^[A-Za-z][A-Za-z0-9_]*$"_s);
    static const QStringList words{u"y"_s,   u"n"_s,    u"yes"_s,   u"no"_s,  u"on"_s,
                                   u"off"_s, u"true"_s, u"false"_s, u"null"_s};
    const bool isPlain = plain.match(name).hasMatch() && !words.contains(name.toLower());
    return isPlain ? name.toUtf8() : quotedScalar(name);
}

QByteArray scalar(const QJsonValue &value)
{
    QByteArray json = compactJson(value);
    // YAML 1.1 takes 1e-05 for a text.
    const qsizetype exponent = value.isDouble() ? json.indexOf('e') : -1;
    return exponent > 0 && !json.contains('.') ? json.insert(exponent, ".0") : json;
}

/// Behind "key:" or "-", with the line end; `indent` is that of the line's own children.
QByteArray valueOf(const QJsonValue &value, int indent);

QByteArray itemsOf(const QJsonArray &array, int indent)
{
    QByteArray yaml;
    for (const QJsonValue &item : array) {
        const QByteArray rest = valueOf(item, indent + kStep);
        // The first line of what the item holds stands beside its sign.
        yaml += QByteArray(indent, ' ') + '-'
                + (rest.startsWith('\n') ? ' ' + rest.sliced(1 + indent + kStep) : rest);
    }
    return yaml;
}

QByteArray valueOf(const QJsonValue &value, int indent)
{
    if (value.isString()) {
        const QString text = value.toString();
        return ' '
               + (fitsLiteralBlock(text) ? literalBlock(text, indent) : quotedScalar(text) + '\n');
    }
    if (value.isArray() && !value.toArray().isEmpty())
        return '\n' + itemsOf(value.toArray(), indent);
    if (value.isObject() && !value.toObject().isEmpty()) {
        YamlMembers members;
        const QJsonObject object = value.toObject();
        for (auto at = object.begin(); at != object.end(); ++at)
            members.append({at.key(), at.value()});
        return '\n' + toYaml(members, indent);
    }
    return ' ' + scalar(value) + '\n';
}

} // namespace

QByteArray toYaml(const YamlMembers &members, int indent, YamlPlace place)
{
    QByteArray yaml;
    for (const auto &[name, value] : members) {
        const bool isSigned = yaml.isEmpty() && place == YamlPlace::Item;
        yaml += isSigned ? QByteArray(indent - kStep, ' ') + "- " : QByteArray(indent, ' ');
        yaml += memberKey(name) + ':' + valueOf(value, indent + kStep);
    }
    return yaml;
}

} // namespace app
