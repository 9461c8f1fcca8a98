// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/sample_profile.h"

#include "tests/support/sample_texts.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QImage>
#include <QPainter>
#include <QPainterPath>

using namespace app;
using namespace Qt::StringLiterals;

namespace tests {

namespace {
struct SampleModel
{
    QString id;
    double tokensPerSecond;
    double usdPerMillion;
};

const QList<SampleModel> &models()
{
    static const QList<SampleModel> list{
        {u"deepseek-ai/DeepSeek-V3.1"_s, 62, 1.0},
        {u"Qwen/Qwen3-235B-A22B-Instruct-2507"_s, 88, 0.6},
        {u"meta-llama/Llama-4-Maverick-17B-128E-Instruct-FP8"_s, 121, 0.6},
        {u"openai/gpt-oss-120b"_s, 176, 0.45},
    };
    return list;
}

/// A sky, a sun and two ridges: something to look at, and the same every time.
QByteArray landscape(int variant)
{
    QImage image(960, 640, QImage::Format_RGB32);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    QLinearGradient sky(0, 0, 0, image.height());
    sky.setColorAt(0, QColor::fromHsv((215 + variant * 17) % 360, 150, 150));
    sky.setColorAt(0.75, QColor::fromHsv(40, 90, 250));
    painter.fillRect(image.rect(), sky);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(255, 236, 190));
    painter.drawEllipse(QPointF(560 + variant % 5 * 40, 330), 46, 46);
    for (int ridge = 0; ridge < 2; ++ridge) {
        QPainterPath path(QPointF(0, image.height()));
        for (int x = 0; x <= image.width(); x += 8) {
            const double wave = std::sin((x + variant * 90) / (150.0 - ridge * 60)) * 46;
            path.lineTo(x, 420 + ridge * 100 + wave + std::sin(x / 31.0) * 9);
        }
        path.lineTo(image.width(), image.height());
        painter.setBrush(ridge == 0 ? QColor(96, 116, 138) : QColor(45, 66, 74));
        painter.drawPath(path);
    }
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

/// Builds the changes of one conversation, message after message.
class ConversationBuilder
{
public:
    ConversationBuilder(const QString &title, qint64 startMs, int lanes, int firstModel)
        : m_nowMs(startMs)
    {
        m_summary = {
            .id = ConversationId::next(), .title = title, .createdMs = startMs, .laneCount = lanes};
        for (int i = 0; i < lanes; ++i) {
            const SampleModel &model = models()[(firstModel + i) % models().size()];
            Lane lane{.id = LaneId::next(),
                      .position = i,
                      .letter = i,
                      .providerId = u"deepinfra"_s,
                      .model = model.id};
            if (i > 0)
                lane.parameters.set(u"temperature", 0.2);
            m_lanes.append(lane);
            m_models.append(model);
        }
    }

    [[nodiscard]] ConversationId id() const { return m_summary.id; }

    /// One round: the prompt once for every distinct history, an answer in every lane.
    void ask(const QByteArray &prompt, const QList<QByteArray> &answers,
             const QByteArray &reasoning = {}, const std::optional<ImagePart> &image = {})
    {
        const Round round{.id = RoundId::next(), .createdMs = m_nowMs};
        m_changes.append(PutRound{round});
        QHash<MessageId, MessageId> prompts;
        for (int i = 0; i < m_lanes.size(); ++i) {
            const MessageId head = m_lanes[i].head;
            if (!prompts.contains(head))
                prompts.insert(head, addPrompt(head, round.id, prompt, image));
            m_nowMs += 400;
            m_lanes[i].head =
                addReply(i, prompts.value(head), round.id, answers[i % answers.size()],
                         i == 0 ? reasoning : QByteArray());
        }
        m_nowMs += 90'000;
    }

    /// Another answer of lane A to the same prompt; the lane goes on with it.
    void retry(const QByteArray &answer)
    {
        const Message last = m_messages.value(m_lanes[0].head);
        const Message prompt = m_messages.value(last.parent);
        m_lanes[0].head = addReply(0, prompt.id, prompt.round, answer, {});
    }

    /// The first prompt in other words, answered anew by every lane that began with it.
    void rewordFirstPrompt(const QByteArray &prompt, const QByteArray &answer)
    {
        for (Lane &lane : m_lanes)
            lane.head = {};
        ask(prompt, {answer});
    }

    [[nodiscard]] Changes finish(bool unread, const QString &draft)
    {
        m_summary.changedMs = m_nowMs;
        m_summary.unread = unread;
        Changes all{PutConversation{m_summary}};
        for (const Lane &lane : std::as_const(m_lanes))
            all.append(PutLane{lane});
        all += m_changes;
        if (!draft.isEmpty())
            all.append(PutDraft{{draft, {}}});
        return all;
    }

private:
    MessageId addPrompt(MessageId parent, RoundId round, const QByteArray &text,
                        const std::optional<ImagePart> &image)
    {
        Message message{.id = MessageId::next(),
                        .parent = parent,
                        .role = Role::User,
                        .createdMs = m_nowMs,
                        .round = round};
        message.parts.append(TextPart{text});
        if (image)
            message.parts.append(*image);
        return add(message);
    }

    MessageId addReply(int lane, MessageId prompt, RoundId round, const QByteArray &text,
                       const QByteArray &reasoning)
    {
        const TurnRecord turn{.id = TurnId::next(), .round = round, .lane = m_lanes[lane].id};
        m_changes.append(PutTurn{turn});
        Message message{.id = MessageId::next(),
                        .parent = prompt,
                        .role = Role::Assistant,
                        .createdMs = m_nowMs,
                        .round = round,
                        .turn = turn.id,
                        .run = RunId::next(),
                        .finishReason = u"stop"_s};
        if (!reasoning.isEmpty())
            message.parts.append(ReasoningPart{reasoning, 2'300});
        message.parts.append(TextPart{text});
        m_changes.append(PutRun{runOf(message, lane)});
        return add(message);
    }

    [[nodiscard]] Run runOf(const Message &reply, int lane) const
    {
        const SampleModel &model = m_models[lane];
        const qint64 tokens = textOf(reply.parts).size() / 4 + 1;
        const auto streamMs = qint64(double(tokens) * 1'000 / model.tokensPerSecond);
        Run run;
        run.id = reply.run;
        run.turn = reply.turn;
        run.lane = m_lanes[lane].id;
        run.providerId = u"deepinfra"_s;
        run.providerName = u"DeepInfra"_s;
        run.model = model.id;
        run.modelAnswered = model.id;
        run.tierEchoed = u"default"_s;
        run.recipe = recipeOf(reply.parent, model.id);
        run.status = RunStatus::Complete;
        run.httpStatus = 200;
        run.usage = Usage{.promptTokens = 40 + 30 * qint64(run.recipe.messages.size()),
                          .completionTokens = tokens};
        run.usage->totalTokens = run.usage->promptTokens + tokens;
        run.costUsd = double(run.usage->totalTokens) * model.usdPerMillion / 1e6;
        run.timings = {.connectedMs = 60,
                       .headersMs = 180,
                       .firstTokenMs = 240 + lane * 35,
                       .lastTokenMs = 240 + streamMs,
                       .totalMs = 260 + streamMs};
        run.responseId = u"chatcmpl-%1"_s.arg(reply.id.value());
        run.startedMs = reply.createdMs;
        run.version = QStringLiteral(DIPTYCH_VERSION);
        return run;
    }

    [[nodiscard]] Recipe recipeOf(MessageId last, const QString &model) const
    {
        constexpr int kLongest = 200; // in this walk every recipe costs the whole history
        Recipe recipe;
        if (m_messages.size() > kLongest)
            return recipe;
        recipe.body = {{u"model"_s, model}, {u"stream"_s, true}};
        for (MessageId id = last; id.isValid(); id = m_messages.constFind(id)->parent)
            recipe.messages.prepend({id, m_hashes.value(id)});
        recipe.bodyBytes = 200 + 400 * recipe.messages.size();
        return recipe;
    }

    MessageId add(const Message &message)
    {
        m_messages.insert(message.id, message);
        m_hashes.insert(
            message.id,
            QCryptographicHash::hash(textOf(message.parts), QCryptographicHash::Sha256).toHex());
        m_changes.append(PutMessage{message});
        return message.id;
    }

    ConversationSummary m_summary;
    QList<Lane> m_lanes;
    QList<SampleModel> m_models;
    QHash<MessageId, Message> m_messages;
    QHash<MessageId, QByteArray> m_hashes;
    Changes m_changes;
    qint64 m_nowMs;
};

template <typename T>
Result<T> await(QFuture<Result<T>> future)
{
    future.waitForFinished();
    return future.result();
}

Result<ImagePart> keepImage(Store &store, int variant)
{
    const QByteArray bytes = landscape(variant);
    return await(store.putBlob(bytes, u"image/png"_s)).map([&](const QByteArray &sha256) {
        return ImagePart{.sha256 = sha256,
                         .mimeType = u"image/png"_s,
                         .width = 960,
                         .height = 640,
                         .bytes = bytes.size(),
                         .fileName = u"evening-%1.png"_s.arg(variant)};
    });
}

/// The conversation at a place in the list, 0 being the newest.
void converse(ConversationBuilder &builder, int place, const std::optional<ImagePart> &image)
{
    const SampleTopic &topic = sampleTopics()[place % sampleTopics().size()];
    builder.ask(topic.prompt, topic.answers, topic.reasoning, image);
    if (place % 4 == 3)
        builder.rewordFirstPrompt(topic.prompt + " Be brief.", topic.answers.constLast());
    if (place % 2 == 0)
        builder.ask(topic.followUp, {topic.followUpAnswer});
    if (place % 5 == 2)
        builder.retry(topic.answers.constLast());
    for (int more = 0; more < place % 7 / 3 * 4; ++more)
        builder.ask(topic.followUp, {topic.followUpAnswer});
}

Result<void> addConversation(Store &store, int place, qint64 startMs)
{
    const SampleTopic &topic = sampleTopics()[place % sampleTopics().size()];
    const int cycle = place / int(sampleTopics().size());
    std::optional<ImagePart> image;
    if (topic.hasImage) {
        const auto kept = keepImage(store, cycle % 12);
        if (!kept)
            return fail(kept.error());
        image = *kept;
    }
    const int lanes = place % 3 == 0 ? 2 : place % 11 == 5 ? 3 : 1;
    const QString title = cycle == 0 ? topic.title : u"%1 (%2)"_s.arg(topic.title).arg(cycle + 1);
    ConversationBuilder builder(title, startMs, lanes, place);
    converse(builder, place, image);
    const QString draft = place == 3 ? u"And how many grams of "_s : QString();
    return await(store.write(builder.id(), builder.finish(place == 4, draft)));
}

/// As long as answers usually are: what was said about several topics.
QByteArray longAnswer(int place)
{
    constexpr qsizetype kUsualBytes = 4'000;
    QByteArray text;
    for (; text.size() < kUsualBytes; ++place) {
        const SampleTopic &topic = sampleTopics()[place % sampleTopics().size()];
        text += topic.answers.join('\n') + '\n' + topic.followUpAnswer + '\n';
    }
    return text;
}

Result<void> addLongConversation(Store &store, int messages, qint64 startMs)
{
    ConversationBuilder builder(u"A conversation of %1 messages"_s.arg(messages), startMs, 1, 0);
    for (int i = 0; i < messages / 2; ++i) {
        const SampleTopic &topic = sampleTopics()[i % sampleTopics().size()];
        builder.ask(topic.prompt, {longAnswer(i)}, topic.reasoning);
    }
    return await(store.write(builder.id(), builder.finish(false, {})));
}

/// The distances grow: several today, few a year ago.
qint64 ageMs(int place, int count)
{
    constexpr double kTwoYearsMs = 2 * 365 * 86'400'000.0;
    const double share = double(place) / std::max(1, count);
    return qint64(share * share * share * kTwoYearsMs) + place * 1'500'000 + 600'000;
}
} // namespace

Result<void> fillProfile(Store &store, const SampleProfile &profile)
{
    for (int place = profile.conversations - 1; place >= 0; --place) {
        const qint64 startMs = profile.nowMs - ageMs(place, profile.conversations);
        if (const auto added = addConversation(store, place, startMs); !added)
            return added;
    }
    if (profile.longConversation > 0)
        return addLongConversation(store, profile.longConversation, profile.nowMs - 86'400'000);
    return {};
}

} // namespace tests
