// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tools/whole_call.h"

#include "app/base/when_done.h"
#include "app/chat/round_calls.h"
#include "app/store/store.h"
#include "ui/evaluation/plain_text_dialog.h"
#include "ui/tools/readable_text.h"
#include "ui/tools/tool_wording.h"

#include <QCoreApplication>

#include <limits>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr qsizetype kMostWholeCharacters = 1'000'000;

struct WholeCall
{
    Q_DECLARE_TR_FUNCTIONS(ui::WholeCall)
};

QString wholeText(const app::RoundCall &whole, const QByteArray &said)
{
    QStringList pieces;
    const auto add = [&](const QString &title, const QByteArray &text) {
        pieces.append(title + u"\n\n"_s + textToRead(text, kMostWholeCharacters));
    };
    add(WholeCall::tr("The model asked for"), whole.call.arguments);
    if (!whole.result)
        return pieces.first();
    if (!whole.result->arguments.isEmpty())
        add(WholeCall::tr("You had it called with"), whole.result->arguments);
    add(WholeCall::tr("The tool gave"), said);
    if (said != whole.result->text)
        add(WholeCall::tr("The model was told"), whole.result->text);
    return pieces.join(u"\n\n"_s);
}

void openWholeCall(const Theme &theme, const app::RoundCall &whole, const QByteArray &said,
                   QWidget *parent)
{
    auto *dialog = new PlainTextDialog(
        theme, WholeCall::tr("Call of %1").arg(strangersText(whole.call.name, 80)),
        wholeText(whole, said), parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

} // namespace

void showWholeCall(const Theme &theme, app::Store &store, const app::Conversation &conversation,
                   const QList<app::MessageId> &messages, int call, QWidget *parent)
{
    const QList<app::RoundCall> calls =
        app::callsIn(conversation, messages, std::numeric_limits<int>::max());
    if (call < 0 || call >= calls.size())
        return;
    const app::RoundCall &whole = calls.at(call);
    const QByteArray told = whole.result ? whole.result->text : QByteArray();
    if (!whole.result || whole.result->wholeSha256.isEmpty())
        return openWholeCall(theme, whole, told, parent);
    app::whenDone(store.blob(whole.result->wholeSha256), parent,
                  [&theme, whole, told, parent](const app::Result<QByteArray> &kept) {
                      openWholeCall(theme, whole, kept.value_or(told), parent);
                  });
}

} // namespace ui
