// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/credentials.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace app {

namespace {

/// Part of nothing else, so they count wherever they stand once the words are joined.
constexpr std::array kAnywhere{"authoriz"_L1,   "authent"_L1, "password"_L1, "passwd"_L1,
                               "passphrase"_L1, "secret"_L1,  "cookie"_L1,   "credential"_L1,
                               "signature"_L1,  "session"_L1, "apikey"_L1,   "bearer"_L1};
/// Of a word: "tokens" are counted, an "author" and "keywords" are told.
constexpr std::array kEndings{"auth"_L1, "key"_L1, "token"_L1};

/// "Api-Key", "api_key" and "apiKey" are "api key".
QString wordsOf(QStringView name)
{
    QString words;
    QChar before;
    for (const QChar character : name) {
        if (character.isUpper() && before.isLower())
            words += u' ';
        words += character.isLetterOrNumber() ? character.toLower() : u' ';
        before = character;
    }
    return words;
}

bool endsLikeCredential(QStringView word)
{
    return std::ranges::any_of(kEndings,
                               [&](QLatin1StringView ending) { return word.endsWith(ending); });
}

bool holdsText(const QJsonValue &value)
{
    if (!value.isArray())
        return !value.toString().isEmpty();
    const QJsonArray items = value.toArray();
    return std::any_of(items.begin(), items.end(),
                       [](const QJsonValue &item) { return !item.toString().isEmpty(); });
}

QJsonValue withoutCredentialsIn(const QJsonValue &value, const QJsonValue &instead)
{
    if (value.isObject())
        return withoutCredentials(value.toObject(), instead);
    if (!value.isArray())
        return value;
    QJsonArray items;
    for (const QJsonValue &item : value.toArray())
        items.append(withoutCredentialsIn(item, instead));
    return items;
}

} // namespace

bool namesCredential(QStringView name)
{
    // The name of an entry of a cache is called a key and opens nothing.
    const QString words = wordsOf(name).remove("cache key"_L1);
    const QString joined = QString(words).remove(u' ');
    return std::ranges::any_of(kAnywhere,
                               [&](QLatin1StringView part) { return joined.contains(part); })
           || std::ranges::any_of(QStringView(words).split(u' '), endsLikeCredential);
}

QJsonObject withoutCredentials(const QJsonObject &json, const QJsonValue &instead)
{
    QJsonObject kept;
    for (auto at = json.begin(); at != json.end(); ++at) {
        const bool isHidden = namesCredential(at.key()) && holdsText(at.value());
        kept.insert(at.key(), isHidden ? instead : withoutCredentialsIn(at.value(), instead));
    }
    return kept;
}

} // namespace app
