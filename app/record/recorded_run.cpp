// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/record/recorded_run.h"

#include "app/base/credentials.h"
#include "app/base/name_table.h"
#include "app/chat/prompt_builder.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr NameTable<Exactness, 6> kExactnessNames{{
    {Exactness::NothingSent, "nothing_sent"_L1},
    {Exactness::Exact, "exact"_L1},
    {Exactness::KeyHidden, "key_hidden"_L1},
    {Exactness::Differs, "differs"_L1},
    {Exactness::ImageGone, "image_gone"_L1},
    {Exactness::MessageGone, "message_gone"_L1},
}};

QList<RecordedImage> imagesOf(const StoredRun &stored, const QHash<QByteArray, QByteArray> &bytes)
{
    QHash<QByteArray, ImagePart> known;
    for (const Message &message : stored.path) {
        for (const Part &part : message.parts) {
            if (const auto *image = std::get_if<ImagePart>(&part))
                known.insert(image->sha256, *image);
        }
    }
    QList<RecordedImage> images;
    for (const QByteArray &sha256 : stored.recipe->images) {
        const ImagePart image = known.value(sha256);
        images.append(
            {sha256, image.mimeType, image.width, image.height, bytes.value(sha256), image.url});
    }
    return images;
}

void addBody(RecordedRun &record)
{
    const StoredRun &stored = record.stored;
    if (!stored.recipe)
        return;
    if (!stored.isPathWhole || std::ranges::any_of(record.images, &RecordedImage::isGone)) {
        record.exactness = stored.isPathWhole ? Exactness::ImageGone : Exactness::MessageGone;
        return;
    }
    QHash<QByteArray, QByteArray> bytes;
    for (const RecordedImage &image : std::as_const(record.images))
        bytes.insert(image.sha256, image.bytes);
    const auto body = assembleAgain(*stored.recipe, stored.path, bytes);
    record.exactness = Exactness::Differs;
    if (!body)
        return;
    record.body = *body;
    if (bodySha256(*body) == stored.recipe->bodySha256)
        record.exactness = Exactness::Exact;
    // Messages say what was said; only what stands beside them is called like something.
    Recipe hidden = *stored.recipe;
    hidden.body = withoutCredentials(hidden.body, QString::fromLatin1(kHiddenValue));
    if (hidden.body == stored.recipe->body)
        return;
    record.body = assembleAgain(hidden, stored.path, bytes).value_or(QByteArray());
    if (record.exactness == Exactness::Exact)
        record.exactness = Exactness::KeyHidden;
}

/// The one that its own tools look for; else the one that this program takes for any server.
QString keyVariableOf(const QUrl &url)
{
    switch (guessDialect(url)) {
    case Dialect::DeepInfra:
        return u"DEEPINFRA_API_KEY"_s;
    case Dialect::OpenAi:
        return u"OPENAI_API_KEY"_s;
    case Dialect::OpenRouter:
        return u"OPENROUTER_API_KEY"_s;
    default:
        return u"DIPTYCH_API_KEY"_s;
    }
}

HeaderLines headersOfNow(const Provider &provider)
{
    HeaderLines headers;
    for (const auto &[name, value] : provider.extraHeaders)
        headers.append({name.toUtf8(), value.toUtf8()});
    headers.append(HeaderLine("Content-Type", "application/json"));
    if (!isOnOwnNetwork(provider.baseUrl))
        headers.append(HeaderLine("Authorization", "Bearer"));
    return shownHeaders(headers, {});
}

} // namespace

QLatin1StringView exactnessName(Exactness exactness)
{
    return nameIn(kExactnessNames, exactness);
}

RecordedRun recordedRun(const StoredRun &stored, const Provider &provider,
                        const QHash<QByteArray, QByteArray> &images)
{
    RecordedRun record;
    record.stored = stored;
    record.isAddressOfNow = !stored.exchange && !provider.baseUrl.isEmpty();
    if (stored.exchange) {
        record.method = stored.exchange->method;
        record.url = stored.exchange->url;
        record.sent = stored.exchange->sent;
    } else if (record.isAddressOfNow) {
        record.method = "POST";
        record.url = shownUrl(endpoint(provider.baseUrl, u"chat/completions"));
        record.sent = headersOfNow(provider);
    }
    const QUrl url(record.url);
    record.isDemo = url.scheme() == "demo"_L1;
    const bool wasKeySent = std::ranges::any_of(record.sent, [](const auto &line) {
        return line.first.compare("authorization", Qt::CaseInsensitive) == 0;
    });
    if (wasKeySent && !record.isDemo)
        record.keyVariable = keyVariableOf(url);
    if (stored.recipe)
        record.images = imagesOf(stored, images);
    addBody(record);
    return record;
}

} // namespace app
