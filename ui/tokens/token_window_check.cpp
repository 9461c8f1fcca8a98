// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the same request brings the same answer: asked once more, and compared token by token.
#include "app/base/when_done.h"
#include "app/services.h"
#include "ui/tokens/token_view.h"
#include "ui/tokens/token_window.h"
#include "ui/tokens/token_wording.h"
#include "ui/widgets/literal_text.h"
#include "ui/widgets/themed_label.h"

#include <QPushButton>

using namespace Qt::StringLiterals;

namespace ui {

namespace {
/// Whether a server could answer the same twice.
bool leavesNothingToChance(const QJsonObject &body)
{
    const QJsonValue temperature = body.value("temperature"_L1);
    return body.value("seed"_L1).isDouble() || (temperature.isDouble() && temperature == 0);
}
} // namespace

QString TokenWindow::verdict() const
{
    return m_verdict->text();
}

void TokenWindow::say(const QString &sentence)
{
    m_verdict->setText(sentence);
    m_verdict->setVisible(!sentence.isEmpty());
}

void TokenWindow::readRequest()
{
    const app::Message *shown = m_conversation->message(reply());
    m_fingerprint.clear();
    m_whyNoCheck = tr("The request of this answer is being read.");
    refreshCheck();
    if (!shown || !shown->run || shown->continues) {
        m_whyNoCheck = tr("Only a whole answer can be asked for once more.");
        return refreshCheck();
    }
    app::whenDone(m_context.services.store->storedRun(shown->run), this,
                  [this, asked = reply()](const app::Result<app::StoredRun> &run) {
                      if (asked != reply())
                          return;
                      const bool isKept = run && run->recipe;
                      m_whyNoCheck = !isKept ? tr("The request of this answer is not kept.")
                                     : leavesNothingToChance(run->recipe->body)
                                         ? QString()
                                         : tr("The request has no seed, so that answers differ by "
                                              "chance. Set one in the parameters and ask again.");
                      if (run && run->exchange)
                          m_fingerprint = run->exchange->fingerprint;
                      refreshCheck();
                  });
}

void TokenWindow::refreshCheck()
{
    m_check->setEnabled(m_whyNoCheck.isEmpty() && !m_again && !m_view->tokens().isEmpty());
    m_check->setToolTip(m_whyNoCheck.isEmpty()
                            ? tr("Ask the very same once more, as an answer beside this one, and "
                                 "compare the two token by token")
                            : literally(m_whyNoCheck));
}

void TokenWindow::awaitCheck(app::MessageId again)
{
    m_again = again;
    say(tr("The same is being asked once more…"));
    refreshCheck();
}

void TokenWindow::takeEnd(app::MessageId ended)
{
    if (m_again && ended == m_again)
        readAgain();
}

void TokenWindow::compare(const app::TokenLogprobs &again)
{
    const QString sentence = determinismText(m_view->tokens(), again);
    const app::Message *second = m_conversation->message(m_again);
    app::whenDone(m_context.services.store->storedRun(second ? second->run : app::RunId()), this,
                  [this, sentence, asked = m_again](const app::Result<app::StoredRun> &run) {
                      if (asked != m_again || !m_again)
                          return;
                      const bool isKept = run && run->exchange;
                      const QString other = isKept ? run->exchange->fingerprint : QString();
                      m_again = {};
                      say(sentence + u' ' + fingerprintText(m_fingerprint, other));
                      refreshCheck();
                      emit checked();
                  });
}

} // namespace ui
