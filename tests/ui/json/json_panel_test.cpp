// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/json/json_panel.h"

#include "app/catalogue/catalogue.h"
#include "tests/ui/lanes/lanes_window.h"
#include "ui/json/json_tree_model.h"

#include <QListView>
#include <QListWidget>
#include <QSignalSpy>
#include <QTreeView>

using namespace tests;
using namespace ui;
using namespace Qt::StringLiterals;

namespace {

const QJsonObject kPerson{
    {u"type"_s, u"json_schema"_s},
    {u"json_schema"_s,
     QJsonObject{{u"name"_s, u"person"_s},
                 {u"schema"_s,
                  QJsonObject{{u"type"_s, u"object"_s},
                              {u"properties"_s,
                               QJsonObject{{u"name"_s, QJsonObject{{u"type"_s, u"string"_s}}},
                                           {u"age"_s, QJsonObject{{u"type"_s, u"integer"_s}}}}},
                              {u"required"_s, QJsonArray{u"name"_s, u"age"_s}}}}}}};

} // namespace

class JsonPanelTest : public QObject
{
    Q_OBJECT

    static void answer(LanesWindow &window, const QByteArrayList &pieces,
                       const QByteArray &reason = "stop")
    {
        QByteArrayList events;
        for (const QByteArray &piece : pieces)
            events.append(tests::text(piece));
        window.server.setScripts("/chat/completions",
                                 {stream(events + QByteArrayList{finish(reason), kDone})});
    }
    static void askFor(const LanesWindow &window, const QJsonObject &format)
    {
        for (app::Lane lane : window.conversation->lanes()) {
            lane.parameters.set(u"response_format", format);
            window.chat->updateLane(lane);
        }
    }

private slots:
    void anAnswerThatFits()
    {
        LanesWindow window({u"m"_s});
        JsonPanel &panel = window.column(0).json();
        QVERIFY(panel.isHidden());
        askFor(window, kPerson);
        answer(window, {"{\"name\":", "\"Ada\",\"a", "ge\":36}"});
        QVERIFY(window.ask(u"Who?"_s));
        QTRY_VERIFY(panel.follower().verdict());
        QCOMPARE(panel.follower().verdict()->kind, app::FormatVerdict::Kind::Fits);
        QVERIFY(panel.isVisible());
        QVERIFY(panel.isUnfolded());
        QVERIFY2(panel.verdictText().contains(u"“person”"_s), qPrintable(panel.verdictText()));
        QCOMPARE(panel.tree().model()->rowCount(), 2);
        QCOMPARE(panel.tree().model()->index(1, 1).data().toString(), u"36"_s);
        QVERIFY(panel.failures().isHidden());
    }

    void failuresLeadToTheirPlace()
    {
        LanesWindow window({u"m"_s});
        askFor(window, kPerson);
        answer(window, {"{\"name\":\"Ada\",\n\"age\":\"old\"}"});
        QVERIFY(window.ask(u"Who?"_s));
        const JsonPanel &panel = window.column(0).json();
        QTRY_VERIFY(panel.follower().verdict());
        QCOMPARE(panel.failures().count(), 1);
        QListWidgetItem *failure = panel.failures().item(0);
        QVERIFY2(failure->text().startsWith(u"/age: "_s), qPrintable(failure->text()));
        emit panel.failures().itemActivated(failure);
        QCOMPARE(panel.tree().currentIndex().siblingAtColumn(JsonTreeModel::Name).data().toString(),
                 u"age"_s);
        QCOMPARE(panel.text().currentIndex().row(), 1);
        QVERIFY(panel.text().currentIndex().data(Qt::BackgroundRole).isValid());
        QVERIFY(!panel.tree()
                     .currentIndex()
                     .siblingAtColumn(JsonTreeModel::Content)
                     .data(Qt::ToolTipRole)
                     .toString()
                     .isEmpty());
    }

    void aCutByTheLimitIsSaid()
    {
        LanesWindow window({u"m"_s});
        askFor(window, kPerson);
        answer(window, {"{\"name\":\"A"}, "length");
        QVERIFY(window.ask(u"Who?"_s));
        const JsonPanel &panel = window.column(0).json();
        QTRY_VERIFY(panel.follower().verdict());
        QCOMPARE(panel.follower().verdict()->kind, app::FormatVerdict::Kind::Cut);
        QVERIFY2(panel.verdictText().contains(u"token limit"_s), qPrintable(panel.verdictText()));
        QCOMPARE(panel.tree().model()->index(0, 1).data().toString(), u"\"A…\""_s);
    }

    void whatWasNotAskedForIsShownOnRequest()
    {
        LanesWindow window({u"m"_s});
        answer(window, {"Here:\n```json\n[1,2]\n```"});
        QVERIFY(window.ask(u"Count."_s));
        JsonPanel &panel = window.column(0).json();
        const app::MessageId reply = window.conversation->path(window.lane(0)).last();
        QTRY_VERIFY(panel.follower().answer() == reply);
        QVERIFY(panel.isHidden());
        emit window.column(0).transcript().jsonRequested(reply);
        QTRY_COMPARE(panel.tree().model()->rowCount(), 2);
        QVERIFY(panel.isVisible());
    }

    /// A model without the ability: the lane goes on without, and that is remembered.
    void withoutTheAbilityTheFormatIsLeftOut()
    {
        LanesWindow window({u"m"_s});
        askFor(window, kPerson);
        window.server.setScripts("/chat/completions",
                                 {tests::json(R"({"error":{"message":
                "json_schema response format is not supported for model: m"}})",
                                              405),
                                  stream({tests::text("Hello"), finish("stop"), kDone})});
        QVERIFY(window.ask(u"Who?"_s));
        const app::MessageId reply = window.conversation->path(window.lane(0)).last();
        const app::Run *run = window.conversation->run(window.conversation->message(reply)->run);
        QVERIFY(run && run->error);
        const ErrorSentence sentence = errorSentence(*run->error, run->providerName, run->model);
        QVERIFY(sentence.actions.contains(ErrorAction::GoOnWithout));
        emit window.column(0).transcript().errorActionRequested(reply, ErrorAction::GoOnWithout);
        QTRY_VERIFY(window.server.requests().size() == 2 && !window.chat->isBusy());
        QVERIFY(window.server.requests().at(0).json().contains("response_format"_L1));
        QVERIFY(!window.server.requests().at(1).json().contains("response_format"_L1));
        QCOMPARE(window.services.catalogue->model(u"scripted"_s, u"m"_s).json, app::Ability::No);
        QTRY_VERIFY(window.column(0).json().isHidden());
    }
};

QTEST_MAIN(JsonPanelTest)
#include "json_panel_test.moc"
