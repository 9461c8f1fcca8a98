// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/statistics/costs_window.h"

#include "app/services.h"
#include "app/settings/memory_secret_store.h"
#include "tests/support/patience.h"
#include "ui/statistics/costs_chart.h"
#include "ui/statistics/costs_model.h"

#include <QAbstractItemModelTester>
#include <QDateTime>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace ui;
using namespace Qt::StringLiterals;

namespace {

class StillClock final : public app::Clock
{
public:
    [[nodiscard]] qint64 nowMs() const override
    {
        return QDateTime(QDate(2026, 11, 30), QTime(12, 0)).toMSecsSinceEpoch();
    }
    [[nodiscard]] std::chrono::nanoseconds monotonic() const override { return {}; }
};

app::Run run(int id, const QString &model, int daysAgo, std::optional<double> usd,
             bool isComputed = false)
{
    app::Run made;
    made.id = app::RunId(id);
    made.providerId = u"p"_s;
    made.providerName = u"Provider"_s;
    made.model = model;
    made.status = app::RunStatus::Complete;
    made.httpStatus = 200;
    made.timings.headersMs = 5;
    made.usage = app::Usage{.promptTokens = 10, .completionTokens = 4};
    made.costUsd = usd;
    made.costComputed = isComputed;
    made.startedMs = StillClock().nowMs() - daysAgo * qint64(24 * 60 * 60 * 1'000);
    return made;
}

struct CostsFixture
{
    explicit CostsFixture(const QList<app::Run> &runs)
    {
        theme.apply({});
        services = std::make_unique<app::Services>(
            app::Services::Options{app::Paths::inFolder(folder.path()),
                                   app::Store::Role::Owner,
                                   std::make_unique<app::MemorySecretStore>(),
                                   std::make_unique<StillClock>(),
                                   {}});
        app::Changes changes{
            app::PutConversation{{.id = app::ConversationId(1), .title = u"One"_s}}};
        for (const app::Run &each : runs)
            changes.append(app::PutRun{each});
        services->store->write(app::ConversationId(1), changes).waitForFinished();
    }
    QTemporaryDir folder;
    Theme theme;
    std::unique_ptr<app::Services> services;
};

QString cell(const CostsModel &model, int row, int column)
{
    return model.index(row, column).data().toString();
}

} // namespace

class CostsWindowTest : public QObject
{
    Q_OBJECT
private slots:
    void itAddsUpWhatTheStoreHas()
    {
        CostsFixture f({run(1, u"one/a"_s, 0, 0.5), run(2, u"one/b"_s, 3, 0.25, true),
                        run(3, u"one/a"_s, 20, 1.0), run(4, u"one/c"_s, 60, 2.0),
                        run(5, u"one/d"_s, 1, {})});
        CostsWindow window(f.theme, *f.services);
        window.show();
        const QAbstractItemModelTester tester(const_cast<CostsModel *>(&window.model()));
        QSignalSpy read(&window, &CostsWindow::read);
        QVERIFY(read.wait(tests::kPatienceMs));
        QVERIFY2(window.headline().startsWith(u"$1.75 in the last 30"_s),
                 qPrintable(window.headline()));
        QVERIFY(window.basis().contains(u"$0.25 of it is computed"_s));
        QVERIFY(window.basis().contains(u"1 answer(s) without a known price"_s));
        QCOMPARE(window.chart().barCount(), 30);
        QCOMPARE(window.chart().partCount(), 3);
        const CostsModel &model = window.model();
        QCOMPARE(model.rowCount(), 4); // and their sum
        QCOMPARE(cell(model, 0, CostsModel::Model), u"one/a"_s);
        QCOMPARE(cell(model, 0, CostsModel::Cost), u"$1.50"_s);
        QCOMPARE(cell(model, 1, CostsModel::Note), u"computed"_s);
        QCOMPARE(cell(model, 2, CostsModel::Cost), QString());
        QCOMPARE(cell(model, 3, CostsModel::Model), u"All together"_s);
        QCOMPARE(cell(model, 3, CostsModel::Cost), u"$1.75"_s);

        window.setRange(0);
        QVERIFY(read.wait(tests::kPatienceMs));
        QCOMPARE(window.headline(), u"$3.75 in all"_s);
        QVERIFY(window.chart().barCount() < 31);
        window.setRange(7);
        QVERIFY(read.wait(tests::kPatienceMs));
        QCOMPARE(window.chart().barCount(), 7);
        window.setGrouping(app::CostGrouping::Day);
        QCOMPARE(model.rowCount(), 4);
        QVERIFY(window.findChild<QTableView *>()->isColumnHidden(CostsModel::Model));
        window.setGrouping(app::CostGrouping::Conversation);
        QCOMPARE(cell(model, 0, CostsModel::Conversation), u"One"_s);
    }

    void withoutAnswersItSaysSo()
    {
        CostsFixture f({});
        CostsWindow window(f.theme, *f.services);
        QSignalSpy read(&window, &CostsWindow::read);
        QVERIFY(read.wait(tests::kPatienceMs));
        QVERIFY(window.headline().startsWith(u"No answers in the last 30"_s));
        QCOMPARE(window.model().rowCount(), 0);
    }
};

QTEST_MAIN(CostsWindowTest)
#include "costs_window_test.moc"
