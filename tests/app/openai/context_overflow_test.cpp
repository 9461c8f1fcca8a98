// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/openai/context_overflow.h"

#include "app/net/http_client.h"
#include "app/openai/error_body.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace app;
using namespace Qt::StringLiterals;

namespace {

using Count = std::optional<qint64>;

/// As a server sends it with status 400.
Error refusalOf(const QString &message)
{
    HttpResponse response;
    response.status = 400;
    response.body =
        QJsonDocument(QJsonObject{{u"error"_s, QJsonObject{{u"message"_s, message}}}}).toJson();
    return errorFromResponse(response, 0);
}

} // namespace

class ContextOverflowTest : public QObject
{
    Q_OBJECT
private slots:
    void numbersAreReadFromTheWordsOfServers_data()
    {
        QTest::addColumn<QString>("message");
        QTest::addColumn<ContextOverflow>("numbers");
        QTest::newRow("OpenAI, DeepInfra, vLLM")
            << u"This model's maximum context length is 32768 tokens. However, you requested 40960 "
               "tokens (32768 in the messages, 8192 in the completion). Please reduce the length."_s
            << ContextOverflow{32768, 40960, 32768, 8192};
        QTest::newRow("vLLM without an answer")
            << u"This model's maximum context length is 4096 tokens. However, your request has 5000 "
               "input tokens. Please reduce the length of the input messages."_s
            << ContextOverflow{4096, {}, 5000, {}};
        QTest::newRow("vLLM, max_tokens")
            << u"'max_tokens' or 'max_completion_tokens' is too large: 4000. This model's maximum "
               "context length is 4096 tokens and your request has 260 input tokens."_s
            << ContextOverflow{4096, 4260, 260, 4000};
        QTest::newRow("OpenAI, messages alone")
            << u"This model's maximum context length is 128000 tokens. However, your messages "
               "resulted in 130100 tokens."_s
            << ContextOverflow{128000, 130100, {}, {}};
        QTest::newRow("OpenRouter")
            << u"This endpoint's maximum context length is 131,072 tokens. However, you requested "
               "about 134,000 tokens (2,000 of text input, 132,000 in the output)."_s
            << ContextOverflow{131072, 134000, 2000, 132000};
        QTest::newRow("Anthropic") << u"prompt is too long: 212345 tokens > 200000 maximum"_s
                                   << ContextOverflow{200000, {}, 212345, {}};
        QTest::newRow("llama-server")
            << u"request (12345 tokens) exceeds the available context size (4096 tokens), try "
               "increasing it"_s
            << ContextOverflow{4096, {}, 12345, {}};
        QTest::newRow("Google")
            << u"The input token count (1200000) exceeds the maximum number of tokens allowed "
               "(1048576)."_s
            << ContextOverflow{1048576, {}, 1200000, {}};
        QTest::newRow("LM Studio")
            << u"Trying to keep the first 5000 tokens when context the overflows. However, the model "
               "is loaded with context length of only 4096 tokens"_s
            << ContextOverflow{4096, {}, 5000, {}};
        QTest::newRow("no numbers")
            << u"The prompt is too long for the context window."_s << ContextOverflow{};
        QTest::newRow("no number of tokens")
            << u"maximum context length is 99999999999999999999999999 tokens"_s
            << ContextOverflow{};
    }
    void numbersAreReadFromTheWordsOfServers()
    {
        QFETCH(QString, message);
        const Error error = refusalOf(message);
        QCOMPARE(error.kind, ErrorKind::ContextOverflow);
        const auto read = contextOverflowOf(error);
        QVERIFY(read);
        QTEST(*read, "numbers");
    }

    void otherErrorsAreNone()
    {
        Error error = refusalOf(u"temperature: must be at most 2"_s);
        QVERIFY(!contextOverflowOf(error));
        error.kind = ErrorKind::Server;
        error.message = u"maximum context length is 4096 tokens"_s;
        QVERIFY(!contextOverflowOf(error));
    }
};

QTEST_GUILESS_MAIN(ContextOverflowTest)
#include "context_overflow_test.moc"
