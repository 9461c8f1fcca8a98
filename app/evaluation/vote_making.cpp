// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evaluation/vote_making.h"

#include <QCryptographicHash>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace app {

namespace {
constexpr qsizetype kFingerprintDigits = 12;
} // namespace

QByteArray settingsFingerprint(const Lane &lane)
{
    const QJsonObject settings{{u"parameters"_s, lane.parameters.toJson()},
                               {u"extra_json"_s, lane.extraJson},
                               {u"system_prompt"_s, lane.systemPrompt}};
    const QByteArray text = QJsonDocument(settings).toJson(QJsonDocument::Compact);
    return QCryptographicHash::hash(text, QCryptographicHash::Sha256)
        .toHex()
        .first(kFingerprintDigits);
}

VoteSide voteSide(const Lane &lane, TurnId turn, int letter, const QString &providerName)
{
    return {.turn = turn,
            .lane = lane.id,
            .letter = letter,
            .providerId = lane.providerId,
            .providerName = providerName,
            .model = lane.model,
            .settings = settingsFingerprint(lane)};
}

} // namespace app
