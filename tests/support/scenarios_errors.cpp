// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/scenarios_parts.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using app::ErrorKind;

namespace tests {

namespace {

/// Two tokens came, then this event.
Scenario midStream(const QByteArray &name, const QByteArray &last, ErrorKind kind)
{
    return {
        name,
        {stream({text("Hello"), text(" world"), last, kDone})},
        {.status = app::RunStatus::Failed, .choices = {{.text = "Hello world"}}, .error = kind}};
}

Scenario refused(const QByteArray &name, int status, const QByteArray &bytes, ErrorKind kind)
{
    return {name, {json(bytes, status)}, failed(kind)};
}

QList<Scenario> statusScenarios()
{
    return {
        refused(
            "context-overflow", 400,
            R"({"error":{"message":"This model's maximum context length is 100 tokens. )"
            R"(However, you requested 200 tokens (150 in the messages, 50 in the completion)."}})",
            ErrorKind::ContextOverflow),
        refused("bad-request", 400, R"({"error":{"message":"no","code":null}})",
                ErrorKind::InvalidRequest),
        refused("wrong-key", 401,
                R"({"error":{"message":"Not authenticated","type":"invalid_request_error",)"
                R"("param":null,"code":null}})",
                ErrorKind::Unauthorised),
        refused("no-balance", 402,
                R"({"detail":{"error":"You need positive balance to do inference."}})",
                ErrorKind::NoBalance),
        refused("not-authenticated-403", 403, R"({"detail":{"error":"Not authenticated"}})",
                ErrorKind::Unauthorised),
        refused("forbidden", 403, R"({"error":"This token may not use this model"})",
                ErrorKind::Forbidden),
        refused("unknown-model", 404,
                R"({"error":{"message":"Model not found","code":"model_not_found"}})",
                ErrorKind::NotFound),
        refused("wrong-address", 404, R"({"detail":"Not Found"})", ErrorKind::NotFound),
        refused("no-tools", 405,
                R"({"error":{"message":"Tool calling is not supported for model: x"}})",
                ErrorKind::Unsupported),
        refused("empty-405", 405, "", ErrorKind::Unsupported),
        refused("too-large", 413, "<html>Too large</html>", ErrorKind::InvalidRequest),
        refused("validation-list", 422,
                R"({"detail":[{"loc":["body","top_p"],"msg":"too small","type":"value_error"}]})",
                ErrorKind::InvalidRequest),
        refused("validation-envelope", 422,
                R"({"error":{"message":"bad role","param":"messages.0.role"}})",
                ErrorKind::InvalidRequest),
        refused("vllm-style", 400,
                R"({"object":"error","message":"bad","type":"BadRequestError","code":400})",
                ErrorKind::InvalidRequest),
    };
}

QList<Scenario> retryScenarios()
{
    const Script busy = json(R"({"error":{"message":"Model busy, retry later",)"
                             R"("type":"invalid_request_error","code":"engine_overloaded"}})",
                             429);
    const Script gateway = body("<html><body>502 Bad Gateway</body></html>", "text/html", 502);
    const Script internal = body("Internal Server Error", "text/plain", 500);
    const Script lost{.steps = {reset()}, .answers = false};
    const Script lostAfterHeaders{.steps = {pause(20ms), reset()}};
    const Script good = stream(helloEvents());
    Script asked = busy;
    asked.headers = {{"Retry-After", "0.2"}};
    Expected unreadable = failed(ErrorKind::BadResponse);
    unreadable.malformedEvents = 1;
    const auto answeredAfter = [](int requests) {
        return Expected{.choices = {answered("Hello world")}, .requests = requests};
    };
    return {
        {"busy-then-good", {busy, busy, good}, answeredAfter(3)},
        {"busy-for-ever", {busy}, failed(ErrorKind::RateLimited, 6)},
        {"retry-after", {asked, good}, answeredAfter(2)},
        {"gateway-then-good", {gateway, good}, answeredAfter(2)},
        {"gateway-for-ever", {gateway}, failed(ErrorKind::Server, 6)},
        {"internal-for-ever", {internal}, failed(ErrorKind::Server, 6)},
        {"lost-then-good", {lost, good}, answeredAfter(2)},
        {"lost-after-headers-then-good", {lostAfterHeaders, good}, answeredAfter(2)},
        {"done-alone", {stream({kDone}), good}, failed(ErrorKind::BadResponse)},
        {"no-content", {body("", "", 204), good}, failed(ErrorKind::BadResponse)},
        {"nothing-readable", {stream({event("not json"), kDone}), good}, unreadable},
        {"bare-error-event",
         {stream({event(R"({"message":"no such","type":"BadRequestError","code":400})")}), good},
         failed(ErrorKind::InvalidRequest)},
        {"error-labelled-stream",
         {body(R"({"error":{"message":"no such","code":400}})", "text/event-stream", 200), good},
         failed(ErrorKind::InvalidRequest)},
        {"stream-labelled-json",
         {{.contentType = "application/json", .steps = {send(helloEvents(kUsage).join())}}},
         {.choices = {answered("Hello world")}, .usage = usualUsage()}},
    };
}

QList<Scenario> oddScenarios()
{
    return {
        {"html-200",
         {body("<!DOCTYPE html><html>Log in</html>", "text/html", 200)},
         failed(ErrorKind::BadResponse)},
        {"html-unnamed", {body("<html>Log in</html>", "", 200)}, failed(ErrorKind::BadResponse)},
        {"error-with-200",
         {json(R"({"error":{"message":"no such feature","code":405}})")},
         failed(ErrorKind::Unsupported)},
        {"broken-json-with-200", {json(R"({"choices":[)")}, failed(ErrorKind::BadResponse)},
        {"other-json-with-200", {json(R"({"hello":1})")}, failed(ErrorKind::BadResponse)},
        {"choice-error-with-200",
         {json(R"({"choices":[{"error":{"code":403,"message":"flagged"},"message":null}]})")},
         failed(ErrorKind::Forbidden)},
    };
}

QList<Scenario> midStreamScenarios()
{
    Scenario router =
        midStream("openrouter-error-in-stream",
                  event(R"({"error":{"code":502,"message":"upstream"},)"
                        R"("choices":[{"delta":{"content":""},"finish_reason":"error"}]})"),
                  ErrorKind::Server);
    router.expected.choices.first().finishReason = u"error"_s;
    return {
        midStream("error-in-stream", event(R"({"error":{"message":"Compute error"}})"),
                  ErrorKind::Server),
        midStream("error-type-in-stream",
                  event(R"({"error_type":"validation_error","error_message":)"
                        R"("ConnectionError: {'object':'error','code':400}"})"),
                  ErrorKind::InvalidRequest),
        midStream("object-error-in-stream",
                  event(R"({"object":"error","message":"overloaded","code":503})"),
                  ErrorKind::Server),
        midStream("detail-in-stream", event(R"({"detail":"gone"})"), ErrorKind::Server),
        midStream("error-event", "event: error\n" + event(R"({"code":400,"details":"refused"})"),
                  ErrorKind::InvalidRequest),
        midStream("error-event-plain", "event: error\n" + event("upstream died"),
                  ErrorKind::Server),
        router,
    };
}

} // namespace

QList<Scenario> errorScenarios()
{
    return statusScenarios() + retryScenarios() + oddScenarios() + midStreamScenarios();
}

} // namespace tests
