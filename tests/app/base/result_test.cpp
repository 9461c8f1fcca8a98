// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/result.h"

#include <QSet>
#include <QTest>

using namespace app;
using namespace Qt::StringLiterals;

class ResultTest : public QObject
{
    Q_OBJECT
private slots:
    void everyKindHasANameThatLeadsBack()
    {
        QSet<QString> names;
        for (int i = 0; i <= int(ErrorKind::Storage); ++i) {
            const auto kind = ErrorKind(i);
            names.insert(QString(errorKindName(kind)));
            QCOMPARE(errorKindFromName(QString(errorKindName(kind))), std::optional(kind));
        }
        QCOMPARE(names.size(), int(ErrorKind::Storage) + 1);
        QCOMPARE(errorKindFromName(u"no such kind"), std::nullopt);
    }

    void carriesAValueOrAnError()
    {
        const Result<int> good = 7;
        const Result<int> bad = fail(ErrorKind::Timeout, u"too slow"_s, 504);
        QCOMPARE(good.value(), 7);
        QVERIFY(!bad);
        QCOMPARE(bad.error(), (Error{ErrorKind::Timeout, u"too slow"_s, 504}));
    }
};

QTEST_GUILESS_MAIN(ResultTest)
#include "result_test.moc"
