// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QUrl>

namespace app {

/// Name and value. What is called like a key has kHiddenValue for its value.
using HeaderLine = std::pair<QByteArray, QByteArray>;
using HeaderLines = QList<HeaderLine>;

inline constexpr char kHiddenValue[] = "(hidden)";

/// An attempt that failed and was followed by another one.
struct FailedAttempt
{
    qint64 atMs = 0; ///< when it failed, since the start of the run
    Error reason;
    qint64 waitMs = 0; ///< what was to be waited before the next one

    bool operator==(const FailedAttempt &) const = default;
};

/// What went over the wire in a run besides the bodies. A value that opens doors is never in it.
struct Exchange
{
    QByteArray method;
    QString url; ///< as shownUrl() writes it
    HeaderLines sent; ///< those that the program sets, in the last attempt
    HeaderLines received; ///< of the last attempt; bounded
    QList<FailedAttempt> failures; ///< bounded
    QString fingerprint; ///< of what answered, as the server tells it; empty: it does not

    bool operator==(const Exchange &) const = default;
};

/// The bytes of an answer as they came, of the last attempt.
struct RawStream
{
    QByteArray bytes;
    qint64 totalBytes = 0; ///< more than there are bytes: the end was not kept

    [[nodiscard]] bool isCut() const { return totalBytes > bytes.size(); }
    bool operator==(const RawStream &) const = default;
};

/// With hidden values for headers that are called like a credential, and for those whose value
/// holds the key; not more than 100 lines or 32 KB.
[[nodiscard]] HeaderLines shownHeaders(const HeaderLines &headers, const QByteArray &key);
/// Without a user, with hidden values for such fields of the query.
[[nodiscard]] QString shownUrl(const QUrl &url);
/// A server may repeat the key that it refuses.
[[nodiscard]] QString withoutKey(QString text, const QString &key);
[[nodiscard]] QByteArray withoutKey(QByteArray text, const QByteArray &key);

// As the store keeps it.
[[nodiscard]] QJsonObject exchangeToJson(const Exchange &exchange);
[[nodiscard]] Exchange exchangeFromJson(const QJsonObject &json);

} // namespace app
