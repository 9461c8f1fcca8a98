// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/statistics/ratings_window.h"

#include "tests/support/patience.h"
#include "ui/statistics/ratings_chart.h"
#include "ui/statistics/ratings_model.h"
#include "ui/statistics/ratings_wording.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace ui;
using namespace Qt::StringLiterals;

namespace {
app::Vote vote(const QStringList &models, int winner, const QString &tag)
{
    app::Vote vote{.id = app::VoteId::next(), .round = app::RoundId::next()};
    for (const QString &model : models)
        vote.sides.append({.providerId = u"p"_s, .providerName = u"Provider"_s, .model = model});
    vote.outcome = app::VoteOutcome::Winner;
    vote.winner = winner;
    vote.tags = {tag};
    return vote;
}

app::Changes votes()
{
    app::Changes changes{app::PutConversation{{.id = app::ConversationId(1)}}};
    for (int i = 0; i < 20; ++i) {
        changes.append(app::PutVote{vote({u"one"_s, u"two"_s}, 0, u"code"_s)});
        changes.append(app::PutVote{vote({u"one"_s, u"two"_s}, i % 2, u"prose"_s)});
    }
    for (int i = 0; i < 3; ++i)
        changes.append(app::PutVote{vote({u"one"_s, u"three"_s}, 0, u"code"_s)});
    return changes;
}

struct Fixture
{
    QTemporaryDir folder;
    app::Store store{app::Paths::inFolder(folder.path()), app::Store::Role::Owner};
    Theme theme;

    explicit Fixture(const app::Changes &changes)
    {
        theme.apply({});
        store.write(app::ConversationId(1), changes).waitForFinished();
    }
};

app::Ratings ratings(const QList<app::Vote> &given)
{
    return app::ratingsOf(app::comparisonsOf(given), {.resamplings = 200});
}

QString cell(const RatingsModel &model, int row, int column)
{
    return model.index(row, column).data().toString();
}
} // namespace

class RatingsWindowTest : public QObject
{
    Q_OBJECT
private slots:
    void itShowsTheVotesOfTheStoreAndFiltersByTag()
    {
        Fixture f(votes());
        RatingsWindow window(f.theme, f.store);
        const QAbstractItemModelTester tester(const_cast<RatingsModel *>(&window.model()));
        QSignalSpy rated(&window, &RatingsWindow::rated);
        QVERIFY(rated.wait(tests::kPatienceMs));
        QCOMPARE(window.verdict(), u"one is the best."_s);
        QCOMPARE(window.model().rowCount(), 3);
        QCOMPARE(cell(window.model(), 0, RatingsModel::Model), u"one"_s);
        QCOMPARE(cell(window.model(), 0, RatingsModel::Verdict), u"Better than 1 other(s)"_s);

        auto *tags = window.findChild<QComboBox *>();
        QCOMPARE(tags->count(), 3);
        tags->setCurrentIndex(tags->findText(u"prose"_s));
        emit tags->activated(tags->currentIndex());
        QVERIFY(rated.wait(tests::kPatienceMs));
        QCOMPARE(window.model().rowCount(), 2);
        QCOMPARE(window.verdict(), u"Not enough votes to tell."_s);
        QCOMPARE(cell(window.model(), 1, RatingsModel::Verdict), u"Not enough votes to tell"_s);
    }

    void blindVotesCanBeRatedAlone()
    {
        app::Changes changes = votes();
        for (int i = 0; i < 12; ++i) {
            app::Vote blind = vote({u"one"_s, u"two"_s}, 1, u"code"_s);
            blind.isBlind = true;
            changes.append(app::PutVote{blind});
        }
        Fixture f(changes);
        RatingsWindow window(f.theme, f.store);
        window.show();
        QSignalSpy rated(&window, &RatingsWindow::rated);
        QVERIFY(rated.wait(30'000));
        auto *onlyBlind = window.findChild<QCheckBox *>();
        QVERIFY(onlyBlind->isVisible());
        onlyBlind->click();
        QVERIFY(rated.wait(30'000));
        QCOMPARE(window.model().rowCount(), 2);
        QCOMPARE(window.verdict(), u"two is the best."_s);
    }

    void withoutVotesItSaysSo()
    {
        Fixture f({});
        RatingsWindow window(f.theme, f.store);
        QSignalSpy rated(&window, &RatingsWindow::rated);
        QVERIFY(rated.wait(tests::kPatienceMs));
        QCOMPARE(window.verdict(), u"There are no votes to rate models by."_s);
        QVERIFY(!window.findChild<QComboBox *>()->isEnabled());
        QVERIFY(!window.findChild<QCheckBox *>()->isVisibleTo(&window));
        QVERIFY(!window.findChild<RatingsChart *>()->isVisibleTo(&window)); // but how to vote
    }

    void fewVotesAreNotEnoughToTell()
    {
        RatingsModel model;
        model.setRatings(ratings(QList<app::Vote>(9, vote({u"a"_s, u"b"_s}, 0, {}))));
        QCOMPARE(cell(model, 0, RatingsModel::Verdict), u"Not enough votes to tell"_s);
        QCOMPARE(cell(model, 0, RatingsModel::Wins), u"9"_s);
        QCOMPARE(cell(model, 1, RatingsModel::Losses), u"9"_s);
        QVERIFY(cell(model, 0, RatingsModel::Points).toInt() > 1'000);
    }

    void groupsThatNeverMetAreSaid()
    {
        const app::Ratings made = ratings(QList<app::Vote>(12, vote({u"a"_s, u"b"_s}, 0, {}))
                                          + QList<app::Vote>(12, vote({u"c"_s, u"d"_s}, 0, {})));
        QVERIFY(basisText(made).contains(u"2 group(s) never met"_s));
        QCOMPARE(verdictText(made), u"a is the best of those it was compared with."_s);
    }

    void thePlotHasAMarkAndABarForEachModel()
    {
        Fixture f({});
        RatingsChart chart(f.theme);
        chart.setRatings(ratings(QList<app::Vote>(12, vote({u"a"_s, u"b"_s}, 0, {}))
                                 + QList<app::Vote>(2, vote({u"a"_s, u"c"_s}, 0, {}))));
        QCOMPARE(chart.markCount(), 3);
        QCOMPARE(chart.barCount(), 3);
        chart.resize(600, 400);
        chart.show();
        QCOMPARE(chart.image().size(), QSize(1'200, 800));
    }
};

QTEST_MAIN(RatingsWindowTest)
#include "ratings_window_test.moc"
