// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evaluation/ratings_export.h"

#include "app/evaluation/csv.h"
#include "tests/app/evaluation/sample_votes.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace app;
using namespace Qt::StringLiterals;

namespace {
Ratings ratings()
{
    return ratingsOf(comparisonsOf(QList<Vote>(30, sample::vote({u"a,1"_s, u"=b"_s}, 0))
                                   + QList<Vote>{sample::allBad({u"a,1"_s, u"=b"_s})}),
                     {});
}
} // namespace

class RatingsExportTest : public QObject
{
    Q_OBJECT
private slots:
    void csvQuotesAndIsNoFormula()
    {
        QCOMPARE(csvRow({u"a"_s, u"b,c"_s, u"say \"x\""_s, u"=1+1"_s, u"-0.5"_s, u"@x\ny"_s}),
                 "a,\"b,c\",\"say \"\"x\"\"\",'=1+1,-0.5,\"'@x\ny\"\r\n"_ba);
        QCOMPARE(csvRow({QString(), QString()}), ",\r\n"_ba);
    }

    void csvHasARowForEachModel()
    {
        const QList<QByteArray> rows = ratingsCsv(ratings()).split('\n');
        QCOMPARE(rows.size(), 4);
        QVERIFY(rows[0].startsWith("model,provider,points,low,high,"));
        QVERIFY(rows[1].startsWith("\"a,1\",P,1"));
        QVERIFY(rows[1].endsWith(",yes,1,30,0,0,1\r"));
        QVERIFY(rows[2].startsWith("'=b,P,"));
        QVERIFY(rows[2].endsWith(",yes,1,0,0,30,1\r"));
    }

    void jsonSaysWhoIsAhead()
    {
        const QJsonObject json =
            QJsonDocument::fromJson(ratingsJson(ratings(), {u"code"_s, true})).object();
        QCOMPARE(json["tag"_L1].toString(), u"code"_s);
        QVERIFY(json["only_blind"_L1].toBool());
        QCOMPARE(json["votes"_L1].toInt(), 30);
        QCOMPARE(json["all_bad"_L1].toInt(), 1);
        const QJsonArray models = json["models"_L1].toArray();
        QCOMPARE(models.size(), 2);
        QCOMPARE(models[0]["ahead_of"_L1].toArray(), QJsonArray{u"=b"_s});
        QVERIFY(models[1]["ahead_of"_L1].toArray().isEmpty());
        QVERIFY(models[0]["low"_L1].toDouble() > 1'000);
    }
};

QTEST_GUILESS_MAIN(RatingsExportTest)
#include "ratings_export_test.moc"
