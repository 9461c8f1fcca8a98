// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tools/readable_text.h"

#include "app/base/visible_text.h"
#include "app/schema/indented_json.h"
#include "app/tools/tool.h"

#include <QCoreApplication>

#include <algorithm>
#include <climits>

namespace ui {

namespace {

struct ReadableText
{
    Q_DECLARE_TR_FUNCTIONS(ui::ReadableText)
};

} // namespace

QString textToEdit(const QByteArray &text)
{
    return QString::fromUtf8(app::indentedJson(text).value_or(text));
}

QString textToRead(const QByteArray &text, qsizetype most)
{
    // A character takes four bytes at most, and is cut as one.
    const QByteArray head = app::cutText(text, 4 * most);
    const QString all = textToEdit(head);
    const bool isCut = all.size() > most || head.size() < text.size();
    QString shown = app::withVisibleCharacters(all.left(most));
    if (isCut)
        shown += u'\n'
                 + ReadableText::tr("… and more. All of it is %n bytes.", nullptr,
                                    int(std::min<qsizetype>(text.size(), INT_MAX)));
    return shown;
}

} // namespace ui
