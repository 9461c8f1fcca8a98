// SPDX-License-Identifier: GPL-3.0-or-later
// What a click on an action does, or its choice in the menu.
#include "ui/transcript/code_saving.h"
#include "ui/transcript/link_opener.h"
#include "ui/transcript/transcript_view.h"

#include <QApplication>
#include <QClipboard>
#include <QScrollBar>

namespace ui {

void TranscriptView::activate(const Hit &hit)
{
    if (!hit.control)
        return activateLink(hit.link);
    const SliceItem item = hit.control->item; // laying out replaces it
    switch (item.action) {
    case SliceAction::Fold:
        relayOut([&] { m_layout->toggleFold(hit.message, item.value); });
        return;
    case SliceAction::WrapCode:
    case SliceAction::CopyCode:
    case SliceAction::SaveCode:
        return activateCodeAction(hit.message, *hit.slice, item.action);
    case SliceAction::OpenImage:
        return activateImage(hit.message, hit.slice->images.value(item.value));
    default:
        if (const ShownMessage *shown = shownMessage(hit.message))
            activateReplyAction(*shown, item);
        return;
    }
}

void TranscriptView::activateItem(app::MessageId message, const Slice &slice, const SliceItem &item)
{
    const SliceControl control{item, {}, {}};
    Hit hit;
    hit.message = message;
    hit.slice = &slice;
    hit.control = &control;
    activate(hit);
}

void TranscriptView::activateLink(const QByteArray &address)
{
    const QUrl link = openableLink(address);
    if (link.isEmpty())
        return;
    emit linkActivated(link);
    askToOpenLink(link, this);
}

/// What was clicked stays under the pointer.
void TranscriptView::relayOut(const std::function<void()> &change)
{
    const TranscriptLayout::Anchor anchor = m_layout->anchorAt(top());
    change();
    setFollowing(false);
    settle(anchor);
    followIfAtEnd();
    viewport()->update();
}

/// Takes a copy of the slice: what it does may replace it.
void TranscriptView::activateCodeAction(app::MessageId message, Slice code, SliceAction action)
{
    if (action == SliceAction::WrapCode)
        relayOut([&] { m_layout->toggleWrap(message, code); });
    else if (action == SliceAction::CopyCode)
        QApplication::clipboard()->setText(QString::fromUtf8(m_layout->codeOf(message, code)));
    else if (action == SliceAction::SaveCode)
        saveCodeAs(m_layout->codeOf(message, code), code.language, this);
}

/// One that is elsewhere is loaded by the first click, and seen in full by the second. One that the
/// server was to fetch is never loaded here.
void TranscriptView::activateImage(app::MessageId message, const SliceImage &image)
{
    if (!image.part.hasBytes())
        return activateLink(image.part.url.toUtf8());
    if (!image.address.isEmpty()
        && m_remoteImages->state(image.address) != RemoteImages::State::Loaded)
        return m_remoteImages->load(image.address);
    ActivatedImage activated;
    activated.message = message;
    activated.sha256 = image.part.sha256;
    activated.bytes = m_remoteImages->bytes(image.address);
    activated.name = image.part.fileName;
    emit imageActivated(activated);
}

void TranscriptView::activateReplyAction(const ShownMessage &shown, const SliceItem &item)
{
    app::MessageId reply = shown.id();
    for (const app::MessageId id : shown.messages) {
        const app::Message *message = m_source->message(id);
        if (message && message->role == app::Role::Assistant)
            reply = id;
    }
    switch (item.action) {
    case SliceAction::Copy:
        copyMessage(shown.id());
        break;
    case SliceAction::Retry:
        emit retryRequested(firstPiece(shown, reply));
        break;
    case SliceAction::RetryPiece:
        emit retryRequested(reply);
        break;
    case SliceAction::DropPiece:
        emit dropPieceRequested(reply);
        break;
    case SliceAction::KeepPiece:
        emit keepPieceRequested(reply);
        break;
    case SliceAction::PreviousPiece:
        showSibling(reply, -1);
        break;
    case SliceAction::NextPiece:
        showSibling(reply, 1);
        break;
    case SliceAction::UseRemedy:
        emit remedyRequested(reply, app::Remedy::Kind(item.value));
        break;
    case SliceAction::SendAllRounds:
        emit sendAllRequested();
        break;
    case SliceAction::ShowChoices:
        emit choicesRequested(shown.turnStart);
        break;
    case SliceAction::Edit:
        emit editRequested(reply);
        break;
    case SliceAction::Continue:
        emit continueRequested(reply);
        break;
    case SliceAction::SolveError:
        emit errorActionRequested(reply, ErrorAction(item.value));
        break;
    case SliceAction::Details:
        showDetails(shown);
        break;
    case SliceAction::ShowCall:
        emit callRequested(shown.messages, item.value);
        break;
    case SliceAction::Tokens:
        showTokens(shown);
        break;
    case SliceAction::PreviousBranch:
        showBranch(shown, -1);
        break;
    case SliceAction::NextBranch:
        showBranch(shown, 1);
        break;
    default:
        break;
    }
}

void TranscriptView::showDetails(const ShownMessage &shown)
{
    QList<app::MessageId> replies;
    for (const ShownMessage &part : m_layout->shown()) {
        if (part.isPrompt || part.turnStart != shown.turnStart)
            continue;
        for (const app::MessageId id : part.messages) {
            const app::Message *message = m_source->message(id);
            if (message && message->role == app::Role::Assistant)
                replies.append(id);
        }
    }
    emit detailsRequested(replies);
}

void TranscriptView::showTokens(const ShownMessage &shown)
{
    QList<app::MessageId> replies = shown.messages;
    replies.removeIf([this](app::MessageId id) { return !m_source->hasTokens(id); });
    emit tokensRequested(replies);
}

/// What is asked again is the whole answer, whatever it was written in.
app::MessageId TranscriptView::firstPiece(const ShownMessage &shown, app::MessageId reply) const
{
    for (const app::Message *message = m_source->message(reply);
         message && message->continues && shown.messages.contains(message->continues);
         message = m_source->message(reply))
        reply = message->continues;
    return reply;
}

void TranscriptView::showBranch(const ShownMessage &shown, int step)
{
    showSibling(shown.isPrompt ? shown.id() : shown.turnStart, step);
}

void TranscriptView::showSibling(app::MessageId current, int step)
{
    const QList<app::MessageId> siblings = m_source->siblings(current);
    const qsizetype wanted = siblings.indexOf(current) + step;
    if (wanted >= 0 && wanted < siblings.size())
        emit branchRequested(siblings[wanted]);
}

const ShownMessage *TranscriptView::shownMessage(app::MessageId id) const
{
    const QList<ShownMessage> &shown = m_layout->shown();
    const auto found = std::find_if(shown.begin(), shown.end(), [&](const ShownMessage &message) {
        return message.messages.contains(id);
    });
    return found == shown.end() ? nullptr : &*found;
}

} // namespace ui
