// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/demo_answer.h"

#include "app/catalogue/models_list.h"
#include "app/demo/demo_models.h"
#include "app/settings/provider.h"

#include <QBuffer>
#include <QImage>
#include <QJsonDocument>
#include <QTest>

#include <cmath>

using namespace app;
using namespace Qt::StringLiterals;

namespace {

QJsonObject message(const QString &role, const QJsonValue &content)
{
    return {{u"role"_s, role}, {u"content"_s, content}};
}

QJsonObject request(const QString &model, const QString &prompt = u"Hello"_s)
{
    return {{u"model"_s, model}, {u"messages"_s, QJsonArray{message(u"user"_s, prompt)}}};
}

DemoAnswer asked(const QJsonObject &body, QLocale::Language language = QLocale::English)
{
    return answerDemo("POST", u"/v1/chat/completions"_s, QJsonDocument(body).toJson(), language);
}

QByteArray bytesOf(const DemoAnswer &answer)
{
    QByteArray bytes;
    for (const DemoAnswer::Step &step : answer.steps)
        bytes += step.bytes;
    return bytes;
}

QJsonObject objectOf(const DemoAnswer &answer)
{
    return QJsonDocument::fromJson(bytesOf(answer)).object();
}

QJsonObject firstChoice(const DemoAnswer &answer)
{
    return objectOf(answer).value("choices"_L1).toArray().at(0).toObject();
}

QString textOf(const DemoAnswer &answer)
{
    return firstChoice(answer).value("message"_L1).toObject().value("content"_L1).toString();
}

QString finishOf(const DemoAnswer &answer)
{
    return firstChoice(answer).value("finish_reason"_L1).toString();
}

QJsonObject with(QJsonObject body, const QString &name, const QJsonValue &value)
{
    body.insert(name, value);
    return body;
}

const QJsonObject kWeather{
    {u"type"_s, u"function"_s},
    {u"function"_s,
     QJsonObject{{u"name"_s, u"weather"_s},
                 {u"parameters"_s,
                  QJsonObject{{u"type"_s, u"object"_s},
                              {u"properties"_s,
                               QJsonObject{{u"city"_s, QJsonObject{{u"type"_s, u"string"_s}}}}},
                              {u"required"_s, QJsonArray{u"city"_s}}}}}}};

QString dataUrl(const QImage &image)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return u"data:image/png;base64,"_s + QString::fromLatin1(buffer.data().toBase64());
}

QJsonObject pictureRequest(const QString &model, const QString &url)
{
    const QJsonObject image{{u"type"_s, u"image_url"_s},
                            {u"image_url"_s, QJsonObject{{u"url"_s, url}}}};
    const QJsonObject text{{u"type"_s, u"text"_s}, {u"text"_s, u"What is this?"_s}};
    return {{u"model"_s, model},
            {u"messages"_s, QJsonArray{message(u"user"_s, QJsonArray{image, text})}}};
}

} // namespace

class DemoAnswerTest : public QObject
{
    Q_OBJECT
private slots:
    void speaksTheLanguageOfTheWindow()
    {
        const auto said = [](const QString &prompt, QLocale::Language language) {
            QJsonObject body = request(u"diptych/tour"_s, prompt);
            body.insert("messages"_L1,
                        QJsonArray{message(u"user"_s, u"Hi"_s), message(u"assistant"_s, u"…"_s),
                                   message(u"user"_s, prompt)});
            return bytesOf(asked(body, language));
        };
        QVERIFY(bytesOf(asked(request(u"diptych/tour"_s), QLocale::German)).contains("Willkommen"));
        QVERIFY(bytesOf(asked(request(u"diptych/tour"_s), QLocale::French)).contains("Welcome"));
        // By the words of both languages: who reads German may ask in English.
        for (const QString &prompt : {u"Wie geht das Vergleichen?"_s, u"How do I compare?"_s})
            QVERIFY(said(prompt, QLocale::German).contains("Modelle vergleichen"));
        QVERIFY(said(u"Und Schlüssel?"_s, QLocale::German).contains("Anbieter und Schl"));
        QVERIFY(said(u"Was ist ein Apfel?"_s, QLocale::German).contains("ein fester Text"));
    }

    void itsListIsReadAsThatOfAnyServer()
    {
        const auto models = readModelsList(bytesOf(answerDemo("GET", u"/v1/models"_s, {}))).value();
        QCOMPARE(models.size(), qsizetype(demoModels().size()));
        QCOMPARE(models.first().id, demoModel());
        for (const ModelInfo &model : models) {
            QCOMPARE(model.chat, Ability::Yes);
            QCOMPARE(model.images == Ability::Yes, model.id == "diptych/vision"_L1);
            QCOMPARE(model.tools == Ability::Yes, model.id == "diptych/tools"_L1);
            QCOMPARE(model.json == Ability::Yes, model.id == "diptych/json"_L1);
            QCOMPARE(model.reasoning == Ability::Yes, model.id == "diptych/reasoner"_L1);
            QVERIFY(!model.description.isEmpty());
        }
    }

    void theTourShowsEveryKindOfBlock()
    {
        const QString text = textOf(asked(request(demoModel())));
        for (const QString &mark : {u"\n## "_s, u"\n- [x] "_s, u"\n|---"_s, u"\n```sh"_s, u"\n> "_s,
                                    u"\n1. "_s, u"](https://"_s, u"**"_s, u"`"_s})
            QVERIFY2(text.contains(mark), qPrintable(mark));
    }

    void theTourAnswersLaterQuestions_data()
    {
        QTest::addColumn<QString>("question");
        QTest::addColumn<QString>("heading");
        QTest::newRow("compare") << u"How do I compare models?"_s << u"### Comparing"_s;
        QTest::newRow("key") << u"where is my key kept"_s << u"### Providers"_s;
        QTest::newRow("keyboard") << u"Keyboard?"_s << u"### The keyboard"_s;
        QTest::newRow("pictures") << u"pictures"_s << u"### Pictures"_s;
        QTest::newRow("else") << u"Why is the sky blue?"_s << u"I am a fixed text"_s;
    }

    void theTourAnswersLaterQuestions()
    {
        QFETCH(QString, question);
        QFETCH(QString, heading);
        QJsonObject body = request(demoModel());
        body.insert(u"messages"_s,
                    QJsonArray{message(u"user"_s, u"hi"_s), message(u"assistant"_s, u"…"_s),
                               message(u"user"_s, question)});
        QVERIFY2(textOf(asked(body)).startsWith(heading), qPrintable(textOf(asked(body))));
    }

    void theReasonerCountsWhatIsThere()
    {
        const auto answer = asked(request(u"diptych/reasoner"_s, u"two little bees"_s));
        const QJsonObject said = firstChoice(answer).value("message"_L1).toObject();
        const QString thoughts = said.value("reasoning_content"_L1).toString();
        QVERIFY2(thoughts.contains(u"3 words"), qPrintable(thoughts));
        QVERIFY(textOf(answer).contains(u"| longest word | `little` |"));
        QVERIFY(textOf(answer).contains(u"`e`, 3 times"));
        const auto details = objectOf(answer)
                                 .value("usage"_L1)
                                 .toObject()
                                 .value("completion_tokens_details"_L1)
                                 .toObject();
        QVERIFY(details.value("reasoning_tokens"_L1).toInt() > 20);
    }

    void theReasonerCanBeToldNotToThink()
    {
        const QJsonObject off =
            with(request(u"diptych/reasoner"_s), u"reasoning_effort"_s, u"none"_s);
        const QJsonObject said = firstChoice(asked(off)).value("message"_L1).toObject();
        QVERIFY(!said.contains("reasoning_content"_L1));
        const auto odd = asked(request(u"diptych/reasoner"_s, u" ?! "_s));
        QVERIFY(textOf(odd).contains(u"no word"));
    }

    void theSlowModelIsSlowAndTheOthersAreNot()
    {
        const auto rate = [](const QString &model) {
            const auto answer = asked(with(request(model), u"stream"_s, true));
            qint64 total = 0;
            for (const auto &step : answer.steps)
                total += step.pause.count();
            return double(answer.steps.size()) * 1000 / double(total);
        };
        QVERIFY2(rate(demoModel()) > 55 && rate(demoModel()) < 105,
                 qPrintable(QString::number(rate(demoModel()))));
        QVERIFY(rate(u"diptych/slow"_s) < 6);
    }

    void toolsAreCalledAsSent()
    {
        const auto body = with(request(u"diptych/tools"_s, u"How is the weather in Rome?"_s),
                               u"tools"_s, QJsonArray{kWeather});
        const auto answer = asked(body);
        QCOMPARE(finishOf(answer), u"tool_calls"_s);
        const QJsonArray calls =
            firstChoice(answer).value("message"_L1).toObject().value("tool_calls"_L1).toArray();
        QCOMPARE(calls.size(), 1);
        const QJsonObject function = calls.at(0).toObject().value("function"_L1).toObject();
        QCOMPARE(function.value("name"_L1).toString(), u"weather"_s);
        QCOMPARE(function.value("arguments"_L1).toString(), u"{\"city\":\"Rome\"}"_s);
        QVERIFY(!calls.at(0).toObject().value("id"_L1).toString().isEmpty());
    }

    void theResultOfAToolIsSpokenAbout()
    {
        const QJsonObject call{
            {u"id"_s, u"c1"_s},
            {u"type"_s, u"function"_s},
            {u"function"_s, QJsonObject{{u"name"_s, u"weather"_s}, {u"arguments"_s, u"{}"_s}}}};
        QJsonObject caller = message(u"assistant"_s, QJsonValue());
        caller.insert(u"tool_calls"_s, QJsonArray{call});
        QJsonObject result = message(u"tool"_s, u"21 degrees ``` and sun"_s);
        result.insert(u"tool_call_id"_s, u"c1"_s);
        QJsonObject body = with(request(u"diptych/tools"_s), u"tools"_s, QJsonArray{kWeather});
        body.insert(u"messages"_s, QJsonArray{message(u"user"_s, u"?"_s), caller, result});
        const auto answer = asked(body);
        QCOMPARE(finishOf(answer), u"stop"_s);
        QVERIFY2(textOf(answer).contains(u"````\n21 degrees ``` and sun\n````"),
                 qPrintable(textOf(answer)));
    }

    void toolChoiceIsObeyed()
    {
        QJsonObject other = kWeather;
        QJsonObject function = other.value("function"_L1).toObject();
        function.insert(u"name"_s, u"clock"_s);
        other.insert(u"function"_s, function);
        const QJsonObject both =
            with(request(u"diptych/tools"_s), u"tools"_s, QJsonArray{kWeather, other});
        QCOMPARE(finishOf(asked(with(both, u"tool_choice"_s, u"none"_s))), u"stop"_s);
        const QJsonObject choice{{u"type"_s, u"function"_s},
                                 {u"function"_s, QJsonObject{{u"name"_s, u"clock"_s}}}};
        const auto answer = bytesOf(asked(with(both, u"tool_choice"_s, choice)));
        QVERIFY(answer.contains("clock") && !answer.contains("weather"));
        QVERIFY(textOf(asked(request(u"diptych/tools"_s))).startsWith(u"No tools came"));
    }

    void thePictureIsLookedAt()
    {
        QImage image(300, 200, QImage::Format_RGB32);
        image.fill(QColor(20, 160, 60));
        for (int y = 0; y < 60; ++y) {
            for (int x = 0; x < 90; ++x)
                image.setPixelColor(x, y, QColor(230, 30, 40));
        }
        const auto look = [](const QImage &picture) {
            return textOf(asked(pictureRequest(u"diptych/vision"_s, dataUrl(picture))));
        };
        const QString text = look(image);
        for (const QString &words :
             {u"300 × 200"_s, u"3 : 2"_s, u"green"_s, u"red `#"_s, u"top left"_s})
            QVERIFY2(text.contains(words), qPrintable(text));
        QVERIFY(look(image.mirrored(true, false)).contains(u"top right"));
    }

    void picturesThatCannotBeReadAreNamed_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("words");
        QTest::newRow("link") << u"https://example.org/a.png"_s << u"This is a link"_s;
        QTest::newRow("broken") << u"data:image/png;base64,AAAA"_s << u"cannot read it"_s;
        QTest::newRow("no data") << u"data:"_s << u"cannot read it"_s;
        QTest::newRow("empty") << QString() << u"This is a link"_s;
    }

    void picturesThatCannotBeReadAreNamed()
    {
        QFETCH(QString, url);
        QFETCH(QString, words);
        const QString text = textOf(asked(pictureRequest(u"diptych/vision"_s, url)));
        QVERIFY2(text.contains(words), qPrintable(text));
    }

    void aModelWithoutEyesSaysSo()
    {
        const QString url = dataUrl(QImage(2, 2, QImage::Format_RGB32));
        QVERIFY(textOf(asked(pictureRequest(demoModel(), url))).contains(u"diptych/vision"));
        QVERIFY(textOf(asked(request(u"diptych/vision"_s))).startsWith(u"I see no picture"));
    }

    void jsonFitsTheSchema()
    {
        const QJsonObject schema{
            {u"type"_s, u"object"_s},
            {u"properties"_s,
             QJsonObject{{u"stars"_s, QJsonObject{{u"type"_s, u"integer"_s}, {u"minimum"_s, 3}}}}},
            {u"required"_s, QJsonArray{u"stars"_s}}};
        const QJsonObject format{
            {u"type"_s, u"json_schema"_s},
            {u"json_schema"_s, QJsonObject{{u"name"_s, u"x"_s}, {u"schema"_s, schema}}}};
        const auto answer = asked(with(request(u"diptych/json"_s), u"response_format"_s, format));
        QCOMPARE(QJsonDocument::fromJson(textOf(answer).toUtf8()).object(),
                 (QJsonObject{{u"stars"_s, 3}}));
        const QJsonObject free{{u"type"_s, u"json_object"_s}};
        const auto any = asked(with(request(u"diptych/json"_s), u"response_format"_s, free));
        QVERIFY(QJsonDocument::fromJson(textOf(any).toUtf8()).isObject());
    }

    void itJudgesByCountingWords()
    {
        const auto judged = [](const QString &first, const QString &second) {
            QJsonObject body = request(u"diptych/json"_s);
            body.insert(
                u"messages"_s,
                QJsonArray{QJsonObject{
                    {u"role"_s, u"user"_s},
                    {u"content"_s, u"===== Answer 1 [ab] =====\n%1\n\n===== Answer 2 [ab] "
                                   "=====\n%2\n\n===== End [ab] ====="_s.arg(first, second)}}});
            return QJsonDocument::fromJson(textOf(asked(body)).toUtf8()).object();
        };
        QCOMPARE(judged(u"one two three"_s, u"one one one"_s).value("winner"_L1), u"1"_s);
        QCOMPARE(judged(u"one one one"_s, u"one two three"_s).value("winner"_L1), u"2"_s);
        QCOMPARE(judged(u"one two"_s, u"Two, one."_s).value("winner"_L1), u"tie"_s);
        QVERIFY(judged(u"a"_s, u"b"_s).value("reason"_L1).toString().contains("counts"_L1));
    }

    void theLimitStopsAndCanBeContinued()
    {
        QString whole;
        QString finish;
        int pieces = 0;
        do {
            QJsonObject body = request(u"diptych/length"_s);
            if (!whole.isEmpty())
                body.insert(u"messages"_s, QJsonArray{message(u"user"_s, u"hi"_s),
                                                      message(u"assistant"_s, whole)});
            const auto answer = asked(body);
            whole += textOf(answer);
            finish = finishOf(answer);
            ++pieces;
        } while (finish == "length"_L1 && pieces < 20);
        QCOMPARE(finish, u"stop"_s);
        QVERIFY(pieces >= 3);
        QVERIFY(whole.endsWith(u"with the reason *stop*.\n"));
        QCOMPARE(whole.count(u"Every answer has a limit"), 1);
    }

    void maxTokensAndStopWordsAreObeyed()
    {
        const auto cut = asked(with(request(demoModel()), u"max_tokens"_s, 10));
        QCOMPARE(finishOf(cut), u"length"_s);
        QCOMPARE(objectOf(cut).value("usage"_L1).toObject().value("completion_tokens"_L1).toInt(),
                 10);
        const auto stopped = asked(with(request(demoModel()), u"stop"_s, QJsonArray{u"demo"_s}));
        QVERIFY(textOf(stopped).endsWith(u"I am the **"));
        QCOMPARE(finishOf(stopped), u"stop"_s);
    }

    void aTierIsAnsweredByTheOneThatWasUsed()
    {
        QVERIFY(!objectOf(asked(request(demoModel()))).contains("service_tier"_L1));
        const auto answer = asked(with(request(demoModel()), u"service_tier"_s, u"priority"_s));
        QCOMPARE(objectOf(answer).value("service_tier"_L1).toString(), u"default"_s);
    }

    void severalChoicesCarryTheirIndex()
    {
        const auto choices =
            objectOf(asked(with(request(demoModel()), u"n"_s, 3))).value("choices"_L1).toArray();
        QCOMPARE(choices.size(), 3);
        QCOMPARE(choices.at(2).toObject().value("index"_L1).toInt(), 2);
        QSet<QString> texts;
        for (const QJsonValue &choice : choices)
            texts.insert(choice["message"_L1]["content"_L1].toString());
        QCOMPARE(texts.size(), 3);
    }

    void theEffortSaysHowLongTheReasonerThinks()
    {
        const auto thoughts = [](const QString &effort) {
            const QJsonObject body = request(u"diptych/reasoner"_s, u"Why is the sky blue?"_s);
            const auto answer =
                asked(effort.isEmpty() ? body : with(body, u"reasoning_effort"_s, effort));
            return objectOf(answer)["choices"_L1][0]["message"_L1]["reasoning_content"_L1]
                .toString()
                .size();
        };
        QCOMPARE(thoughts(u"none"_s), 0);
        QVERIFY(thoughts(u"low"_s) > 0);
        QVERIFY(thoughts(u"low"_s) < thoughts({}));
        QCOMPARE(thoughts({}), thoughts(u"high"_s));
        QVERIFY(thoughts(u"high"_s) < thoughts(u"max"_s));
    }

    void aModelThatCannotGoOnBeginsAnew()
    {
        QJsonObject body = request(u"diptych/anew"_s);
        const QString first = textOf(asked(body));
        body.insert("messages"_L1,
                    QJsonArray{message(u"user"_s, u"Hello"_s), message(u"assistant"_s, first)});
        QCOMPARE(textOf(asked(body)), first);
    }

    void theDiceSayHowTheyFall()
    {
        const QJsonObject plain = with(request(u"diptych/dice"_s), u"seed"_s, 7);
        QVERIFY(firstChoice(asked(plain)).value("logprobs"_L1).isNull());
        const QJsonObject body = with(with(plain, u"logprobs"_s, true), u"top_logprobs"_s, 20);
        const QJsonObject choice = firstChoice(asked(body));
        QString spelled;
        int forks = 0;
        for (const QJsonValue &token : choice.value("logprobs"_L1)["content"_L1].toArray()) {
            spelled += token["token"_L1].toString();
            double sum = 0;
            for (const QJsonValue &option : token["top_logprobs"_L1].toArray())
                sum += std::exp(option["logprob"_L1].toDouble());
            QVERIFY2(std::abs(sum - 1) < 1e-9, qPrintable(token["token"_L1].toString()));
            forks += token["top_logprobs"_L1].toArray().size() > 1 ? 1 : 0;
        }
        QCOMPARE(spelled, textOf(asked(body)));
        QVERIFY(forks > 5);
        QCOMPARE(textOf(asked(body)), spelled); // the same seed
        QVERIFY(
            bytesOf(asked(with(body, u"stream"_s, true))).contains("\"logprobs\":{\"content\""));
    }

    void theDiceFallAsOftenAsTheySay()
    {
        QHash<QString, int> thrown;
        constexpr int kThrows = 600;
        for (int seed = 0; seed < kThrows; ++seed) {
            const QString text = textOf(asked(with(request(u"diptych/dice"_s), u"seed"_s, seed)));
            ++thrown[text.section(u' ', 1, 1)];
        }
        QVERIFY(std::abs(thrown.value(u"choose"_s) - 0.6 * kThrows) < 0.1 * kThrows);
        QVERIFY(std::abs(thrown.value(u"draw"_s) - 0.1 * kThrows) < 0.06 * kThrows);
        const QString coldest =
            textOf(asked(with(request(u"diptych/dice"_s), u"temperature"_s, 0)));
        QVERIFY(coldest.startsWith(u"I choose my words"_s));
    }

    void theDiceGoOnFromAnyFork_data()
    {
        QTest::addColumn<QLocale::Language>("language");
        QTest::newRow("English") << QLocale::English;
        QTest::newRow("German") << QLocale::German;
    }
    void theDiceGoOnFromAnyFork()
    {
        QFETCH(QLocale::Language, language);
        QJsonObject body = with(request(u"diptych/dice"_s), u"seed"_s, 7);
        const QString whole = textOf(asked(body, language));
        for (const qsizetype cut : {whole.indexOf(u' ', 200), whole.size() / 2, whole.size()}) {
            const QString begun = whole.left(cut).section(u' ', 0, -2);
            body.insert("messages"_L1,
                        QJsonArray{message(u"user"_s, u"Hello"_s), message(u"assistant"_s, begun)});
            QCOMPARE(begun + textOf(asked(body, language)), whole);
        }
    }

    void aSmallContextOverflowsInNumbers()
    {
        const QJsonObject body = request(u"diptych/small"_s);
        QCOMPARE(asked(body).status, 200);
        const auto answer = asked(with(body, u"max_tokens"_s, 1000));
        QCOMPARE(answer.status, 400);
        QVERIFY(bytesOf(answer).contains("maximum context length is 600 tokens"));
        QVERIFY(bytesOf(answer).contains("1000 in the completion"));
    }

    void everyFailureHasItsStatus_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<int>("status");
        QTest::newRow("key") << u"diptych/error-key"_s << 401;
        QTest::newRow("balance") << u"diptych/error-balance"_s << 402;
        QTest::newRow("forbidden") << u"diptych/error-forbidden"_s << 403;
        QTest::newRow("field") << u"diptych/error-field"_s << 422;
        QTest::newRow("context") << u"diptych/error-context"_s << 400;
        QTest::newRow("busy") << u"diptych/error-busy"_s << 429;
        QTest::newRow("server") << u"diptych/error-server"_s << 500;
        QTest::newRow("html") << u"diptych/error-html"_s << 200;
        QTest::newRow("offline") << u"diptych/error-offline"_s << 0;
        QTest::newRow("unknown model") << u"diptych/none"_s << 404;
    }

    void everyFailureHasItsStatus()
    {
        QFETCH(QString, model);
        QFETCH(int, status);
        const auto answer = asked(request(model));
        QCOMPARE(answer.status, status);
        if (status >= 400)
            QVERIFY2(!objectOf(answer).isEmpty(), bytesOf(answer).constData());
    }

    void whatAModelLacksIs405()
    {
        const QJsonArray tools{kWeather};
        const QJsonObject format{{u"type"_s, u"json_object"_s}};
        for (const QString &model : {demoModel(), u"diptych/error-unsupported"_s}) {
            QCOMPARE(asked(with(request(model), u"tools"_s, tools)).status, 405);
            QCOMPARE(asked(with(request(model), u"response_format"_s, format)).status, 405);
            QCOMPARE(asked(with(request(model), u"response_format"_s,
                                QJsonObject{{u"type"_s, u"text"_s}}))
                         .status,
                     200);
        }
    }

    void badRequestsAreRefused_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::newRow("nothing") << QByteArray() << 400;
        QTest::newRow("no json") << QByteArray("{\"model\":") << 400;
        QTest::newRow("no messages") << QByteArray(R"({"model":"diptych/tour"})") << 422;
        QTest::newRow("no model") << QByteArray(R"({"messages":[{"role":"user"}]})") << 422;
        QTest::newRow("odd messages")
            << QByteArray(R"({"model":"diptych/tour","messages":[7]})") << 200;
    }

    void badRequestsAreRefused()
    {
        QFETCH(QByteArray, body);
        QTEST(answerDemo("POST", u"/v1/chat/completions"_s, body).status, "status");
    }

    void otherPathsAreNotFound()
    {
        QCOMPARE(answerDemo("GET", u"/v1/nothing"_s, {}).status, 404);
        QCOMPARE(answerDemo("GET", u"/v1/chat/completions"_s, {}).status, 404);
    }

    void tokensTogetherAreTheText()
    {
        for (const QString &text : {u"Hello, world!  Two\n\nlines."_s,
                                    u"ünïcödé 你好世界 👩‍👩‍👧 e\u0301"_s,
                                    QString(50, u' '), QString()})
            QCOMPARE(demoTokens(text).join(QString()), text);
        for (const QString &token : demoTokens(u"a👍👍👍b"_s))
            QVERIFY(!token.front().isLowSurrogate() && !token.back().isHighSurrogate());
    }
};

QTEST_GUILESS_MAIN(DemoAnswerTest)
#include "demo_answer_test.moc"
