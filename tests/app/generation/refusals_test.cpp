// SPDX-License-Identifier: GPL-3.0-or-later
// What a strict server refuses, and what the client makes of it.
#include "app/generation/generation.h"
#include "app/net/http_client.h"
#include "tests/support/patience.h"
#include "tests/support/scripted_server.h"

#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

using namespace app;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A body, written with ' for ".
QByteArray bodyWith(const QByteArray &members)
{
    QByteArray body = members;
    if (!body.contains("'messages'"))
        body += ",'messages':[{'role':'user','content':'Hi'}]";
    if (!body.contains("'model'"))
        body += ",'model':'m'";
    if (body.startsWith(','))
        body.remove(0, 1);
    body = "{" + body + "}";
    return body.replace('\'', '"');
}

QByteArray messages(const QByteArray &list)
{
    return "'messages':[" + list + "]";
}

} // namespace

class RefusalsTest : public QObject
{
    Q_OBJECT

    tests::ScriptedServer m_server;
    HttpClient m_http;

    [[nodiscard]] GenerationSpec spec(const QString &key, const QByteArray &body) const
    {
        GenerationSpec made;
        made.url = endpoint(m_server.baseUrl(), u"chat/completions");
        made.body = body;
        made.key = key;
        made.firstRetryDelay = 2ms;
        return made;
    }

private slots:
    void initTestCase()
    {
        QVERIFY(m_server.listen());
        m_server.setStrict(true);
    }

    void refusal_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QByteArray>("members");
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("param");
        const auto row = [](const char *name, const QByteArray &members, ErrorKind kind, int status,
                            const QString &param = {}) {
            QTest::newRow(name) << u"test-key"_s << members << kind << status << param;
        };
        const auto keyRow = [](const char *name, const QString &key, ErrorKind kind, int status) {
            QTest::newRow(name) << key << QByteArray() << kind << status << QString();
        };
        keyRow("no key", {}, ErrorKind::Unauthorised, 401);
        keyRow("a wrong key", u"wrong"_s, ErrorKind::Unauthorised, 401);
        keyRow("no balance", u"poor-key"_s, ErrorKind::NoBalance, 402);
        keyRow("a key for another model", u"forbidden-key"_s, ErrorKind::Forbidden, 403);

        const auto invalid = ErrorKind::InvalidRequest;
        row("no messages", messages({}), invalid, 422, u"messages"_s);
        row("unknown role", messages("{'role':'developer','content':'x'}"), invalid, 422,
            u"messages.0.role"_s);
        row("missing content", messages("{'role':'user'}"), invalid, 422, u"messages.0.content"_s);
        row("missing tool_call_id", messages("{'role':'tool','content':'x'}"), invalid, 422,
            u"messages.0.tool_call_id"_s);
        row("missing call type",
            messages("{'role':'assistant','tool_calls':[{'id':'a','function':{'name':'f',"
                     "'arguments':'{}'}}]}"),
            invalid, 422, u"messages.0.tool_calls"_s);
        for (const char *range :
             {"'temperature':2.1", "'top_p':0", "'top_p':1.1", "'min_p':-0.1", "'top_k':1000",
              "'repetition_penalty':0", "'presence_penalty':-2.1", "'frequency_penalty':2.1",
              "'max_tokens':0", "'n':5", "'top_logprobs':21"}) {
            const QString name = QString::fromLatin1(range).section(u'\'', 1, 1);
            row(range, range, invalid, 422, name);
        }

        row("tools", "'model':'no-tools','tools':[]", ErrorKind::Unsupported, 405);
        row("json_object", "'model':'no-json','response_format':{'type':'json_object'}",
            ErrorKind::Unsupported, 405);
        row("images",
            "'model':'no-images',"
                + messages("{'role':'user','content':[{'type':'image_url','image_url':{}}]}"),
            ErrorKind::Unsupported, 405);
        row("a prompt too long",
            "'model':'small-model',"
                + messages("{'role':'user','content':'" + QByteArray(5000, 'x') + "'}"),
            ErrorKind::ContextOverflow, 400);
        row("unknown model", "'model':'no-such-model'", ErrorKind::NotFound, 404);
        row("busy at once", "'model':'busy-model','fail_fast':true", ErrorKind::RateLimited, 429);
    }
    void refusal()
    {
        QFETCH(QString, key);
        QFETCH(QByteArray, members);
        m_server.forgetRequests();
        Generation generation(m_http, spec(key, bodyWith(members)));
        QSignalSpy finished(&generation, &Generation::finished);
        generation.start();
        QVERIFY(finished.wait(tests::kPatienceMs));
        const RunOutcome &outcome = generation.outcome();
        QCOMPARE(outcome.status, RunStatus::Failed);
        QVERIFY(outcome.error);
        QTEST(outcome.error->kind, "kind");
        QTEST(outcome.error->status, "status");
        QTEST(outcome.error->param, "param");
        QVERIFY(!outcome.error->message.isEmpty());
        QCOMPARE(outcome.error->code == "no_key"_L1, key.isEmpty());
        QCOMPARE(outcome.choices, QList<Choice>{{}});
        // Only what may pass is tried again.
        const bool passes = outcome.error->kind == ErrorKind::RateLimited;
        QCOMPARE(m_server.requests().size(), passes ? 6 : 1);
    }

    void whatIsWithinTheRulesIsAnswered()
    {
        m_server.forgetRequests();
        Generation generation(
            m_http, spec(u"test-key"_s, bodyWith("'temperature':2,'top_p':1,'n':1,'stream':true")));
        QSignalSpy finished(&generation, &Generation::finished);
        generation.start();
        QVERIFY(finished.wait(tests::kPatienceMs));
        QCOMPARE(generation.outcome().status, RunStatus::Complete);
        QCOMPARE(m_server.requests().size(), 1);
    }
};

QTEST_GUILESS_MAIN(RefusalsTest)
#include "refusals_test.moc"
