// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evaluation/vote_making.h"

#include <QTest>

using namespace app;
using namespace Qt::StringLiterals;

class VoteMakingTest : public QObject
{
    Q_OBJECT
private slots:
    void equalSettingsHaveOneFingerprint()
    {
        Lane one;
        one.parameters.set(u"temperature"_s, 0.5);
        one.parameters.set(u"seed"_s, 1);
        Lane other;
        other.model = u"another"_s;
        other.letter = 3;
        other.parameters.set(u"seed"_s, 1);
        other.parameters.set(u"temperature"_s, 0.5);
        QCOMPARE(settingsFingerprint(one), settingsFingerprint(other));
        QCOMPARE(settingsFingerprint(one).size(), 12);

        other.systemPrompt = u"Be brief."_s;
        QVERIFY(settingsFingerprint(one) != settingsFingerprint(other));
        Lane third = one;
        third.extraJson = {{u"x"_s, 1}};
        QVERIFY(settingsFingerprint(one) != settingsFingerprint(third));
    }

    void aSideNamesWhatAnswered()
    {
        const Lane lane{
            .id = LaneId(5), .letter = 2, .providerId = u"deepinfra"_s, .model = u"m"_s};
        const VoteSide side = voteSide(lane, TurnId(9), 1, u"DeepInfra"_s);
        QCOMPARE(side, (VoteSide{TurnId(9), LaneId(5), 1, u"deepinfra"_s, u"DeepInfra"_s, u"m"_s,
                                 settingsFingerprint(lane)}));
    }
};

QTEST_GUILESS_MAIN(VoteMakingTest)
#include "vote_making_test.moc"
