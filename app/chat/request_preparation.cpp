// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chat/request_preparation.h"

#include "app/base/error_codes.h"
#include "app/base/when_done.h"
#include "app/chat/key_lookup.h"
#include "app/store/store.h"

#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace app {

namespace {

QList<QByteArray> missingImages(const RequestPlan &plan)
{
    if (plan.again)
        return imagesWithBytes(*plan.again, plan.path);
    QList<QByteArray> missing;
    if (plan.omission.images)
        return missing;
    for (const Message &message : plan.path) {
        if (message.role != Role::User)
            continue; // pictures of replies and of tools are not sent
        for (const Part &part : message.parts) {
            const auto *image = std::get_if<ImagePart>(&part);
            if (image && image->hasBytes() && !plan.imageBytes.contains(image->sha256)
                && !missing.contains(image->sha256))
                missing.append(image->sha256);
        }
    }
    return missing;
}

Result<PreparedRequest> requestFor(const RequestPlan &plan)
{
    if (plan.model.isEmpty())
        return fail(Error{.kind = ErrorKind::InvalidRequest,
                          .message = u"no model is chosen"_s,
                          .code = kNoModelCode});
    Result<BuiltPrompt> built = buildPrompt(plan);
    if (!built)
        return fail(built.error());
    PreparedRequest request;
    request.spec.url = endpoint(plan.provider.baseUrl, u"chat/completions");
    request.spec.body = built->body;
    for (const auto &[name, value] : plan.provider.extraHeaders)
        request.spec.headers.append({name.toUtf8(), value.toUtf8()});
    request.spec.key = plan.key.value_or(QString());
    request.spec.stream = built->recipe.body.value("stream"_L1).toBool();
    request.spec.timeouts = plan.provider.timeouts;
    request.spec.flexTier = built->recipe.body.value("service_tier"_L1) == "flex"_L1;
    request.spec.reasoningField = plan.provider.reasoningField;
    request.spec.modelThinks = plan.modelThinks;
    request.recipe = std::move(built->recipe);
    request.withheld = std::move(built->withheld);
    request.size = requestSize(request.spec.body);
    return request;
}

} // namespace

RequestPreparation::RequestPreparation(RequestPlan plan, Store &store, SecretStore &secrets,
                                       QObject *parent)
    : QObject(parent), m_plan(std::move(plan)), m_store(store), m_secrets(secrets),
      m_missingImages(missingImages(m_plan))
{
}

void RequestPreparation::start()
{
    if (m_plan.key)
        readNextImage();
    else
        lookUpKey();
}

void RequestPreparation::lookUpKey()
{
    findKey(m_secrets, m_plan.provider.baseUrl, this, [this](const QString &key) {
        m_plan.key = key;
        readNextImage();
    });
}

/// One after the other: a request with many pictures must not fill the store's queue at once.
void RequestPreparation::readNextImage()
{
    if (m_missingImages.isEmpty()) {
        build();
        return;
    }
    const QByteArray hash = m_missingImages.takeFirst();
    whenDone(m_store.blob(hash), this, [this, hash](const Result<QByteArray> &bytes) {
        if (!bytes) {
            emit failed(bytes.error());
            return;
        }
        m_plan.imageBytes.insert(hash, *bytes);
        readNextImage();
    });
}

void RequestPreparation::build()
{
    whenDone(QtConcurrent::run([plan = m_plan] { return requestFor(plan); }), this,
             [this](const Result<PreparedRequest> &request) {
                 if (request)
                     emit prepared(*request);
                 else
                     emit failed(request.error());
             });
}

} // namespace app
