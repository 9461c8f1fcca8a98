// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wording/error_wording.h"

#include "app/base/error_codes.h"
#include "app/chat/omission.h"
#include "app/openai/context_overflow.h"
#include "ui/wording/number_wording.h"
#include "ui/wording/parameter_wording.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

class ErrorWording
{
    Q_DECLARE_TR_FUNCTIONS(ui::ErrorWording)
public:
    const app::Error &error;
    const QString &provider;
    const QString &model;

    [[nodiscard]] ErrorSentence sentence() const;
    [[nodiscard]] static ErrorSentence held(const app::SpendingBlock &block, const QString &model);
    [[nodiscard]] static QString label(ErrorAction action);

private:
    [[nodiscard]] ErrorSentence unauthorised() const;
    [[nodiscard]] ErrorSentence notFound() const;
    [[nodiscard]] ErrorSentence invalidRequest() const;
    [[nodiscard]] ErrorSentence unsupported() const;
    [[nodiscard]] ErrorSentence contextOverflow() const;
    [[nodiscard]] ErrorSentence network() const;
    [[nodiscard]] ErrorSentence badResponse() const;
    [[nodiscard]] ErrorSentence rateLimited() const;
    [[nodiscard]] ErrorSentence storage() const;
    [[nodiscard]] QString quoted(const QString &plain) const;
    [[nodiscard]] QString modelOrNone() const { return model.isEmpty() ? tr("The model") : model; }
};

/// The sentence, and what the server or the system said about it where it said anything.
QString ErrorWording::quoted(const QString &plain) const
{
    const QString words = shortened(error.message);
    if (words.isEmpty())
        return plain;
    //: %1 is a whole sentence, %2 are the words of a server or of the operating system.
    return tr("%1 Its words: “%2”").arg(plain, words);
}

ErrorSentence ErrorWording::unauthorised() const
{
    if (error.code == app::kNoKeyCode) {
        return {
            tr("%1 asks for an API key and none is set. Enter one under Providers.").arg(provider),
            {ErrorAction::ChangeKey, ErrorAction::Retry}};
    }
    return {tr("%1 did not accept the API key. Enter the right one under Providers.").arg(provider),
            {ErrorAction::ChangeKey, ErrorAction::Retry}};
}

ErrorSentence ErrorWording::notFound() const
{
    // A wrong path is answered with these two words or with nothing; a wrong model is named.
    const QString words = error.message.simplified();
    const bool wrongAddress =
        words.isEmpty() || words.compare("not found"_L1, Qt::CaseInsensitive) == 0;
    if (wrongAddress) {
        return {tr("There is no chat service at the address of %1, or it does not know %2.")
                    .arg(provider, modelOrNone()),
                {ErrorAction::OpenProviders, ErrorAction::ChooseModel}};
    }
    return {tr("%1 has no model named “%2”. Choose another one.").arg(provider, model),
            {ErrorAction::ChooseModel}};
}

ErrorSentence ErrorWording::invalidRequest() const
{
    if (error.code == app::kNoProviderCode) {
        return {tr("The provider of this lane was removed. Choose a model of another one."),
                {ErrorAction::ChooseModel, ErrorAction::OpenProviders}};
    }
    if (error.code == app::kNotTheSameCode) {
        return {tr("The same request cannot be sent again: a message or an image of it is gone."),
                {ErrorAction::Retry}};
    }
    if (error.code == app::kNoModelCode)
        return {tr("No model is chosen."), {ErrorAction::ChooseModel}};
    if (error.code.startsWith("tool_"_L1)) {
        return {quoted(tr("A tool of this lane cannot be used. Correct it or take it out, then "
                          "retry.")),
                {ErrorAction::OpenTools, ErrorAction::Retry}};
    }
    const bool isLack = app::mayGoWithout(error);
    if (error.param.isEmpty() && isLack)
        return unsupported();
    if (error.param.isEmpty())
        return {quoted(tr("%1 refused the request.").arg(provider)), {ErrorAction::Retry}};
    const QString field = parameterWording(shortened(error.param, 60)).name;
    return {quoted(tr("%1 refused the field “%2”. Change it or leave it out, then retry.")
                       .arg(provider, field)),
            {isLack ? ErrorAction::GoOnWithout : ErrorAction::Retry}};
}

ErrorSentence ErrorWording::unsupported() const
{
    return {quoted(tr("%1 lacks an ability that this request uses.").arg(modelOrNone())),
            {ErrorAction::GoOnWithout, ErrorAction::ChooseModel}};
}

/// In numbers, where the server says some.
ErrorSentence ErrorWording::contextOverflow() const
{
    const QList<ErrorAction> actions{ErrorAction::ChooseModel, ErrorAction::Retry};
    const auto said = app::contextOverflowOf(error);
    if (!said || !said->limit || !(said->requested || said->prompt)) {
        return {quoted(tr("The conversation and its answer do not fit into the context of %1. "
                          "Lower “Max tokens” or choose a model with more context.")
                           .arg(modelOrNone())),
                actions};
    }
    const QString limit = countText(*said->limit);
    if (said->prompt && said->answer && *said->answer > 0) {
        return {tr("The conversation takes %1 tokens and its answer was given %2. The context of "
                   "%3 holds %4.")
                    .arg(countText(*said->prompt), countText(*said->answer), modelOrNone(), limit),
                actions};
    }
    return {tr("The conversation takes %1 tokens. The context of %2 holds %3.")
                .arg(countText(said->prompt.value_or(said->requested.value_or(0))), modelOrNone(),
                     limit),
            actions};
}

ErrorSentence ErrorWording::network() const
{
    if (error.code == app::kCutOffCode) {
        return {tr("The connection to %1 broke in the middle of the answer. What had come is kept.")
                    .arg(provider),
                {ErrorAction::Retry, ErrorAction::OpenProviders}};
    }
    return {quoted(tr("%1 could not be reached, or the connection was lost.").arg(provider)),
            {ErrorAction::Retry, ErrorAction::OpenProviders}};
}

ErrorSentence ErrorWording::badResponse() const
{
    if (error.code == app::kWebPageCode) {
        return {tr("%1 answered with a web page. Its address may be wrong, or a page to sign in "
                   "at stands in between.")
                    .arg(provider),
                {ErrorAction::OpenProviders, ErrorAction::Retry}};
    }
    return {quoted(tr("What %1 sent is not the answer of a chat server.").arg(provider)),
            {ErrorAction::Retry, ErrorAction::OpenProviders}};
}

ErrorSentence ErrorWording::rateLimited() const
{
    const bool overloaded = error.code == "engine_overloaded"_L1
                            || error.message.contains("busy"_L1, Qt::CaseInsensitive);
    const QString plain =
        overloaded ? tr("%1 is busy at the moment.").arg(modelOrNone())
                   : tr("%1 takes no more requests for now: a limit was reached.").arg(provider);
    if (!error.retryAfter)
        return {plain, {ErrorAction::Retry, ErrorAction::ChooseModel}};
    //: %1 is a whole sentence, %2 a duration such as "20 s".
    return {tr("%1 It asks to wait %2.").arg(plain, durationText(*error.retryAfter)),
            {ErrorAction::Retry, ErrorAction::ChooseModel}};
}

ErrorSentence ErrorWording::storage() const
{
    if (provider.isEmpty())
        return {quoted(tr("The history on this computer could not be read or written.")), {}};
    return {quoted(tr("The message could not be saved on this computer, so it was not sent.")),
            {ErrorAction::SendWithoutSaving, ErrorAction::Retry}};
}

ErrorSentence ErrorWording::sentence() const
{
    using app::ErrorKind;
    using enum ErrorAction;
    switch (error.kind) {
    case ErrorKind::Unauthorised:
        return unauthorised();
    case ErrorKind::NoBalance:
        return {
            tr("The account at %1 has no money left. Top it up there, then retry.").arg(provider),
            {Retry, ChangeKey}};
    case ErrorKind::Forbidden:
        return {quoted(tr("The API key is right, but %1 does not let it use %2.")
                           .arg(provider, modelOrNone())),
                {ChooseModel, ChangeKey}};
    case ErrorKind::NotFound:
        return notFound();
    case ErrorKind::Unsupported:
        return unsupported();
    case ErrorKind::InvalidRequest:
        return invalidRequest();
    case ErrorKind::ContextOverflow:
        return contextOverflow();
    case ErrorKind::RateLimited:
        return rateLimited();
    case ErrorKind::Server:
        return {
            quoted(tr("%1 failed. This is a fault of the server and often passes.").arg(provider)),
            {Retry}};
    case ErrorKind::Network:
        return network();
    case ErrorKind::Timeout:
        return {tr("Nothing came from %1 for too long.").arg(provider), {Retry, AllowMoreTime}};
    case ErrorKind::Tls:
        return {
            quoted(
                tr("The certificate of %1 cannot be trusted, so nothing was sent. Diptych trusts "
                   "the authorities that this computer trusts.")
                    .arg(provider)),
            {OpenProviders, Retry}};
    case ErrorKind::BadResponse:
        return badResponse();
    case ErrorKind::Cancelled:
        return {tr("Stopped."), {Retry}};
    case ErrorKind::Storage:
        return storage();
    }
    return {};
}

ErrorSentence ErrorWording::held(const app::SpendingBlock &block, const QString &model)
{
    const QString ceiling = costText(block.ceilingUsd);
    if (!block.estimateUsd) {
        return {tr("Nobody says what %1 costs, so the ceiling of %2 cannot be kept.")
                    .arg(model, ceiling),
                {ErrorAction::SendOnce}};
    }
    const QString estimate = costText(*block.estimateUsd);
    const QString figures =
        block.scope == app::SpendingBlock::Scope::Run
            ? tr("This request may cost %1, and the ceiling for one request is %2.")
                  .arg(estimate, ceiling)
            : tr("This request may cost %1. The conversation has cost %2, and its ceiling is %3.")
                  .arg(estimate, costText(block.spentUsd), ceiling);
    //: %1 are whole sentences, %2 is an amount of money. The words in quotes are on a button.
    return {tr("%1 “Raise the ceiling” makes it %2.").arg(figures, costText(*block.raisedUsd())),
            {ErrorAction::SendOnce, ErrorAction::RaiseCeiling}};
}

QString ErrorWording::label(ErrorAction action)
{
    switch (action) {
    case ErrorAction::None:
        return {};
    case ErrorAction::ChangeKey:
        return tr("Change key…");
    case ErrorAction::Retry:
        return tr("Retry");
    case ErrorAction::GoOnWithout:
        return tr("Go on without it");
    case ErrorAction::OpenProviders:
        return tr("Providers…");
    case ErrorAction::ChooseModel:
        return tr("Choose model…");
    case ErrorAction::OpenTools:
        return tr("Tools…");
    case ErrorAction::AllowMoreTime:
        return tr("Allow more time…");
    case ErrorAction::SendWithoutSaving:
        return tr("Send without saving");
    case ErrorAction::SendOnce:
        return tr("Send this once");
    case ErrorAction::RaiseCeiling:
        return tr("Raise the ceiling");
    case ErrorAction::Stop:
        return tr("Stop");
    }
    return {};
}

/// Characters that reorder, hide or break a line: foreign text must not rearrange ours.
bool isUnsafe(QChar character)
{
    switch (character.category()) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_PrivateUse:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        return false;
    }
}

} // namespace

ErrorSentence errorSentence(const app::Error &error, const QString &providerName,
                            const QString &model)
{
    return ErrorWording{error, providerName, model}.sentence();
}

ErrorSentence spendingSentence(const app::SpendingBlock &block, const QString &model)
{
    return ErrorWording::held(block, model);
}

QString actionLabel(ErrorAction action)
{
    return ErrorWording::label(action);
}

QString shortened(const QString &foreignText, int most)
{
    // Looking at the beginning only keeps a page of HTML from being copied again and again.
    QString text = foreignText.left(8 * most);
    for (QChar &character : text) {
        if (isUnsafe(character))
            character = u' ';
    }
    text = text.simplified();
    if (text.size() <= most)
        return text;
    qsizetype end = most - 1;
    if (text.at(end - 1).isHighSurrogate())
        --end;
    return text.left(end) + u'…';
}

} // namespace ui
