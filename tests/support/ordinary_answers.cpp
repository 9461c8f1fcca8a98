// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ordinary_answers.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace tests {

namespace {

QByteArray modelsWithMetadata()
{
    QFile file(QStringLiteral(DIPTYCH_MODELS_SAMPLE));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray(R"({"data":[]})");
}

QByteArray modelsWithoutMetadata()
{
    QJsonArray rows;
    for (const auto row : QJsonDocument::fromJson(modelsWithMetadata())["data"_L1].toArray())
        rows.append(QJsonObject{{u"id"_s, row[u"id"_s]}, {u"object"_s, u"model"_s}});
    return QJsonDocument(QJsonObject{{u"object"_s, u"list"_s}, {u"data"_s, rows}}).toJson();
}

/// The array of /models/list, for the rows of the sample: every second one takes tools and JSON.
QByteArray modelArray()
{
    QJsonArray rows;
    for (const auto row : QJsonDocument::fromJson(modelsWithMetadata())["data"_L1].toArray()) {
        const bool able = rows.size() % 2 == 0;
        const QJsonValue meta = row[u"metadata"_s];
        const double input = meta["pricing"_L1]["input_tokens"_L1].toDouble();
        const double output = meta["pricing"_L1]["output_tokens"_L1].toDouble();
        rows.append(QJsonObject{
            {u"model_name"_s, row[u"id"_s]},
            {u"type"_s, u"text-generation"_s},
            {u"reported_type"_s, u"text-generation"_s},
            {u"description"_s, meta["description"_L1]},
            {u"tags"_s, able ? QJsonArray{u"openai"_s, u"tools"_s, u"json"_s} : QJsonArray{}},
            {u"max_tokens"_s, meta["context_length"_L1]},
            {u"deprecated"_s, QJsonValue::Null},
            {u"replaced_by"_s, QJsonValue::Null},
            {u"pricing"_s,
             QJsonObject{
                 {u"type"_s, u"tokens"_s},
                 {u"cents_per_input_token"_s, input / 10'000},
                 {u"cents_per_output_token"_s, output / 10'000},
                 {u"rate_per_input_token_cached"_s, 0.2},
                 {u"rate_per_service_tier_priority"_s, able ? QJsonValue(1.5) : QJsonValue::Null},
                 {u"rate_per_service_tier_flex"_s, able ? QJsonValue(0.8) : QJsonValue::Null}}},
        });
    }
    return QJsonDocument(rows).toJson();
}

/// The text and the number of images of the last user message.
std::pair<QString, int> lastPrompt(const QJsonObject &request)
{
    const QJsonValue content = request["messages"_L1].toArray().last()["content"_L1];
    if (content.isString())
        return {content.toString(), 0};
    QString words;
    int images = 0;
    for (const auto part : content.toArray()) {
        words += part["text"_L1].toString();
        images += part["type"_L1].toString() == "image_url"_L1 ? 1 : 0;
    }
    return {words, images};
}

/// Pieces of about the same size, cut between characters.
QByteArrayList cutIntoPieces(const QByteArray &text, qsizetype count)
{
    const auto startsCharacter = [&](qsizetype at) {
        return at >= text.size() || (static_cast<uchar>(text[at]) & 0xc0) != 0x80;
    };
    QByteArrayList pieces;
    qsizetype begin = 0;
    for (qsizetype i = 1; i <= count; ++i) {
        qsizetype end = text.size() * i / count;
        while (!startsCharacter(end))
            ++end;
        pieces.append(text.sliced(begin, std::max(begin, end) - begin));
        begin = std::max(begin, end);
    }
    return pieces;
}

/// Words with the spaces before them.
QByteArrayList cutIntoWords(const QByteArray &text)
{
    QByteArrayList words = text.split(' ');
    for (qsizetype i = 1; i < words.size(); ++i)
        words[i].prepend(' ');
    return words;
}

/// The answer, token by token.
QByteArrayList answerTokens(const QJsonObject &request, const QByteArray &longAnswer)
{
    const QString model = request["model"_L1].toString();
    if (model.startsWith("answer-"_L1))
        return cutIntoPieces(longAnswer, std::max(1, model.sliced(7).toInt()));
    if (model.startsWith("words-"_L1)) {
        QByteArrayList words;
        for (int i = 1; i <= model.sliced(6).toInt(); ++i)
            words.append("word" + QByteArray::number(i));
        return cutIntoWords(words.join(' ') + '.');
    }
    const auto [words, images] = lastPrompt(request);
    QByteArray answer = "You said: **" + words.toUtf8() + "**\n\nThis answer came over HTTP";
    if (images > 0)
        answer += " for " + QByteArray::number(images) + (images == 1 ? " image" : " images");
    return cutIntoWords(answer + ".");
}

Script chatAnswer(const QJsonObject &request, const OrdinaryPace &pace)
{
    const QByteArrayList tokens = answerTokens(request, pace.answer);
    const QByteArray model = "\"model\":" + quoted(request["model"_L1].toString().toUtf8());
    const QByteArray count = QByteArray::number(tokens.size());
    QByteArray usage = R"("usage":{"prompt_tokens":10,"completion_tokens":)" + count
                       + R"(,"total_tokens":)" + QByteArray::number(tokens.size() + 10)
                       + R"(,"estimated_cost":1.5e-05,"prompt_tokens_details":null})";
    if (const QJsonValue tier = request["service_tier"_L1]; tier.isString())
        usage += R"(,"service_tier":)" + quoted(tier.toString().toUtf8());
    if (!request["stream"_L1].toBool()) {
        QByteArray whole = completion(
            R"({"role":"assistant","content":)" + quoted(tokens.join()) + "}", "stop", usage);
        return json(whole.replace(R"("model":"scripted-model")", model));
    }
    Script script;
    script.steps.append(send(delta(R"("role":"assistant","content":"")")));
    for (const QByteArray &token : tokens) {
        if (pace.tokensPerSecond > 0)
            script.steps.append(tests::pace(pace.tokensPerSecond));
        script.steps.append(send(text(token)));
    }
    script.steps.append(send(finish("stop", usage) + kDone));
    for (Step &step : script.steps)
        step.bytes.replace(R"("model":"scripted-model")", model);
    return script;
}

} // namespace

Script ordinaryAnswer(const SeenRequest &request, const OrdinaryPace &pace)
{
    const QByteArray path = request.path.split('?').first();
    if (path.endsWith("/chat/completions"))
        return chatAnswer(request.json(), pace);
    if (path.endsWith("/models/list"))
        return json(modelArray());
    if (path.endsWith("/models")) {
        const bool bare = path.startsWith("/bare/");
        return json(bare ? modelsWithoutMetadata() : modelsWithMetadata());
    }
    if (path.endsWith("/me")) {
        const bool known = request.header("authorization") == "Bearer test-key";
        return known ? json(R"({"uid":"u1","email":"a@example.org","name":"A","checklist":{}})")
                     : json(R"({"error":{"message":"Not authenticated"}})", 401);
    }
    if (path.endsWith("/payment/checklist"))
        return json(R"({"stripe_balance":-12.5,"recent":0.25,"limit":20,"suspended":false})");
    if (path.endsWith("/payment/usage"))
        return json(R"({"months":[{"period":"2026.11","items":[],"total_cost":25}]})");
    return json(R"({"detail":"Not Found"})", 404);
}

} // namespace tests
