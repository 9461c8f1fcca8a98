// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/schema/check/validation.h"

#include "app/schema/check/draft7.h"
#include "app/schema/check/failure_list.h"
#include "app/schema/check/schema_walk.h"
#include "app/schema/check/valijson_rules.h"

#include <QJsonDocument>

#include <new>
#include <optional>

using namespace Qt::StringLiterals;

namespace app {

namespace {

/// Any one value; QJsonDocument reads objects and arrays only.
std::optional<QJsonValue> parsedValue(const QByteArray &json)
{
    QJsonParseError error{};
    const QJsonDocument document = QJsonDocument::fromJson('[' + json + ']', &error);
    if (error.error != QJsonParseError::NoError || document.array().size() != 1)
        return std::nullopt;
    return document.array().first();
}

/// A `$ref` to draft 7 itself is answered from what is built in; others never get here.
const QJsonValue *builtInDocument(const std::string &address)
{
    if (!QString::fromStdString(address).startsWith(kDraft7Address))
        return nullptr;
    return new QJsonValue(*parsedValue(kDraft7Schema));
}

std::unique_ptr<valijson::Schema> readySchema(const QJsonValue &json)
{
    auto schema = std::make_unique<valijson::Schema>();
    valijson::SchemaParser parser(valijson::SchemaParser::kDraft7);
    parser.populateSchema<JsonAdapter>(JsonAdapter(json), *schema, builtInDocument,
                                       [](const QJsonValue *document) { delete document; });
    return schema;
}

SchemaVerdict verdictOf(const valijson::Schema &schema, const QJsonValue &value)
{
    valijson::ValidationResults results;
    SchemaVerdict verdict;
    if (valijson::Validator().validate(schema, JsonAdapter(value), &results)) {
        verdict.kind = SchemaVerdict::Kind::Valid;
        return verdict;
    }
    verdict.kind = SchemaVerdict::Kind::Invalid;
    FailureList list(value);
    for (const valijson::ValidationResults::Error &error : results) {
        if (list.isFull()) {
            verdict.hasMore = true;
            break;
        }
        list.add(error.context, error.description);
    }
    if (results.numErrors() == 0)
        list.add({"<root>"}, "Failed to validate");
    verdict.failures = list.take();
    return verdict;
}

} // namespace

struct Validation::Private
{
    std::unique_ptr<valijson::Schema> draft7;
    QByteArray schemaText;
    SchemaVerdict ofSchema; ///< valid: it can be used
    std::unique_ptr<valijson::Schema> schema;

    void takeSchema(const QByteArray &text);
    [[nodiscard]] SchemaVerdict readSchema(const QJsonValue &json);
};

Validation::Validation() : d(std::make_unique<Private>())
{
    d->draft7 = readySchema(*parsedValue(kDraft7Schema));
}

Validation::~Validation() = default;

void Validation::Private::takeSchema(const QByteArray &text)
{
    if (schema && schemaText == text)
        return;
    schema.reset();
    schemaText = text;
    const auto json = parsedValue(text);
    ofSchema = json ? readSchema(*json) : SchemaVerdict::notChecked(NotCheckedReason::NotJson);
}

SchemaVerdict Validation::Private::readSchema(const QJsonValue &json)
{
    SchemaVerdict verdict = verdictOf(*draft7, json);
    if (verdict.kind != SchemaVerdict::Kind::Valid) {
        verdict.kind = SchemaVerdict::Kind::NotChecked;
        verdict.reason = NotCheckedReason::NotASchema;
        return verdict;
    }
    if (const auto obstacle = obstacleIn(json))
        return *obstacle;
    try {
        schema = readySchema(json);
    } catch (const std::exception &) {
        return SchemaVerdict::notChecked(NotCheckedReason::NotASchema);
    }
    return verdict;
}

SchemaVerdict Validation::checkSchema(const QByteArray &schema)
{
    d->takeSchema(schema);
    return d->ofSchema;
}

SchemaVerdict Validation::check(const QByteArray &schema, const QByteArray &json)
{
    d->takeSchema(schema);
    if (!d->schema)
        return d->ofSchema;
    const auto value = parsedValue(json);
    if (!value)
        return SchemaVerdict::notChecked(NotCheckedReason::NotJson);
    try {
        return verdictOf(*d->schema, *value);
    } catch (const std::bad_alloc &) {
        return SchemaVerdict::notChecked(NotCheckedReason::Crashed);
    } catch (const std::exception &) {
        // A pattern that gave up.
        return SchemaVerdict::notChecked(NotCheckedReason::TimedOut);
    }
}

} // namespace app
