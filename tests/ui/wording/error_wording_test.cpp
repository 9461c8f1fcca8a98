// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wording/error_wording.h"

#include "app/base/error_codes.h"

#include <QTest>

using namespace Qt::StringLiterals;
using app::Error;
using app::ErrorKind;
using ui::ErrorAction;

Q_DECLARE_METATYPE(app::Error)

class ErrorWordingTest : public QObject
{
    Q_OBJECT
private slots:
    void everyKindHasASentenceAndAnAction_data();
    void everyKindHasASentenceAndAnAction();
    void saysWhatHelps_data();
    void saysWhatHelps();
    void aBrokenHistoryIsNoUnsentMessage();
    void aCeilingIsToldWithItsFigures();
    void everyActionHasALabel();
    void foreignWordsAreTamed();
    void percentSignsOfTheServerStay();
};

void ErrorWordingTest::everyKindHasASentenceAndAnAction_data()
{
    QTest::addColumn<ErrorKind>("kind");
    for (int kind = 0; kind <= int(ErrorKind::Storage); ++kind) {
        QTest::newRow(app::errorKindName(ErrorKind(kind)).data()) << ErrorKind(kind);
    }
}

void ErrorWordingTest::everyKindHasASentenceAndAnAction()
{
    QFETCH(ErrorKind, kind);
    const auto sentence = ui::errorSentence({kind, u"overturned"_s}, u"Acme"_s, u"m-1"_s);
    QVERIFY(sentence.text.size() > 5);
    QVERIFY(sentence.text.endsWith(u'.') || sentence.text.endsWith(u'”'));
    QVERIFY(!sentence.text.contains(u'%'));
    QVERIFY(!sentence.actions.isEmpty());
    QVERIFY(!sentence.actions.contains(ErrorAction::None));
}

void ErrorWordingTest::saysWhatHelps_data()
{
    QTest::addColumn<Error>("error");
    QTest::addColumn<QString>("part");
    QTest::addColumn<ErrorAction>("first");
    const auto row = [](const char *name, const Error &error, const char16_t *part,
                        ErrorAction first) {
        QTest::newRow(name) << error << QString::fromUtf16(part) << first;
    };
    row("wrong key", {ErrorKind::Unauthorised, u"Invalid token"_s, 401}, u"did not accept",
        ErrorAction::ChangeKey);
    row("wrong key, in the words of a missing one",
        {ErrorKind::Unauthorised, u"Not authenticated"_s, 401}, u"did not accept",
        ErrorAction::ChangeKey);
    row("no key",
        {.kind = ErrorKind::Unauthorised, .message = {}, .status = 401, .code = app::kNoKeyCode},
        u"none is set. Enter one under Providers", ErrorAction::ChangeKey);
    row("cut off", {.kind = ErrorKind::Network, .message = u"reset"_s, .code = app::kCutOffCode},
        u"What had come is kept.", ErrorAction::Retry);
    row("a web page",
        {.kind = ErrorKind::BadResponse, .message = u"html"_s, .code = app::kWebPageCode},
        u"Acme answered with a web page.", ErrorAction::OpenProviders);
    row("no model", {.kind = ErrorKind::InvalidRequest, .message = {}, .code = app::kNoModelCode},
        u"No model", ErrorAction::ChooseModel);
    row("a provider that was removed",
        {.kind = ErrorKind::InvalidRequest, .message = {}, .code = app::kNoProviderCode},
        u"was removed", ErrorAction::ChooseModel);
    row("wrong model", {ErrorKind::NotFound, u"Model not found: m-1"_s, 404},
        u"no model named “m-1”", ErrorAction::ChooseModel);
    row("wrong address", {ErrorKind::NotFound, u"Not Found"_s, 404}, u"address of Acme",
        ErrorAction::OpenProviders);
    row("no tools", {ErrorKind::Unsupported, u"Tool calling is not supported"_s, 405},
        u"“Tool calling is not supported”", ErrorAction::GoOnWithout);
    row("no eyes", {ErrorKind::InvalidRequest, u"This model does not support images"_s, 422},
        u"lacks an ability", ErrorAction::GoOnWithout);
    row("a refused field",
        {.kind = ErrorKind::InvalidRequest,
         .message = u"out of range"_s,
         .status = 422,
         .param = u"top_p"_s},
        u"“Top p”", ErrorAction::Retry);
    row("busy",
        {.kind = ErrorKind::RateLimited,
         .message = u"Model busy, retry later"_s,
         .status = 429,
         .code = u"engine_overloaded"_s,
         .retryAfter = std::chrono::seconds(20)},
        u"m-1 is busy at the moment. It asks to wait 20 s.", ErrorAction::Retry);
    row("a limit", {ErrorKind::RateLimited, u"Rate limited"_s, 429}, u"a limit was reached",
        ErrorAction::Retry);
    row("silence", {ErrorKind::Timeout, {}}, u"Acme", ErrorAction::Retry);
    row("a full disk", {ErrorKind::Storage, u"disk full"_s}, u"not sent. Its words: “disk full”",
        ErrorAction::SendWithoutSaving);
}

void ErrorWordingTest::saysWhatHelps()
{
    QFETCH(Error, error);
    QFETCH(QString, part);
    QFETCH(ErrorAction, first);
    const auto sentence = ui::errorSentence(error, u"Acme"_s, u"m-1"_s);
    QVERIFY2(sentence.text.contains(part), qPrintable(sentence.text));
    QCOMPARE(sentence.actions.first(), first);
}

void ErrorWordingTest::aBrokenHistoryIsNoUnsentMessage()
{
    const auto sentence = ui::errorSentence({ErrorKind::Storage, u"disk full"_s}, {}, {});
    QVERIFY(sentence.text.startsWith(u"The history"_s));
    QVERIFY(sentence.actions.isEmpty());
}

void ErrorWordingTest::aCeilingIsToldWithItsFigures()
{
    using Scope = app::SpendingBlock::Scope;
    const QList raise{ErrorAction::SendOnce, ErrorAction::RaiseCeiling};
    const auto conversation = ui::spendingSentence({Scope::Conversation, 0.25, 0.85, 1}, u"m-1"_s);
    QCOMPARE(conversation.text,
             u"This request may cost $0.25. The conversation has cost $0.85, and its ceiling is "
             "$1.00. “Raise the ceiling” makes it $2.00."_s);
    QCOMPARE(conversation.actions, raise);
    const auto run = ui::spendingSentence({Scope::Run, 0.25, 0, 0}, u"m-1"_s);
    QVERIFY2(run.text.contains(u"one request is $0."), qPrintable(run.text));
    QCOMPARE(run.actions, raise);
    const auto unknown = ui::spendingSentence({Scope::Run, {}, 0, 1}, u"m-1"_s);
    QVERIFY2(unknown.text.contains(u"what m-1 costs"), qPrintable(unknown.text));
    QCOMPARE(unknown.actions, QList{ErrorAction::SendOnce});
}

void ErrorWordingTest::everyActionHasALabel()
{
    for (int action = 1; action <= int(ErrorAction::Stop); ++action)
        QVERIFY(!ui::actionLabel(ErrorAction(action)).isEmpty());
    QVERIFY(ui::actionLabel(ErrorAction::None).isEmpty());
}

void ErrorWordingTest::foreignWordsAreTamed()
{
    QCOMPARE(ui::shortened(u" a\n\tb\u202Ec\x1b[31m "_s), u"a b c [31m"_s);
    const QString text = ui::shortened(QString(500, u'x'), 20);
    QCOMPARE(text.size(), 20);
    QVERIFY(text.endsWith(u'…'));
    const QString faces = QString::fromUcs4(U"\U0001F600").repeated(40);
    QVERIFY(ui::shortened(faces, 21).isValidUtf16());
}

void ErrorWordingTest::percentSignsOfTheServerStay()
{
    const auto sentence =
        ui::errorSentence({ErrorKind::Server, u"%1 is 5 %2"_s, 500}, u"%2 Ltd"_s, u"m"_s);
    QVERIFY(sentence.text.contains(u"“%1 is 5 %2”"_s));
    QVERIFY(sentence.text.startsWith(u"%2 Ltd"_s));
}

QTEST_GUILESS_MAIN(ErrorWordingTest)
#include "error_wording_test.moc"
