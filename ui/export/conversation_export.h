// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/library/conversation.h"
#include "ui/export/export_dialog.h"

#include <QObject>

namespace app {
struct Services;
}

namespace ui {

/// Exports and prints conversations: asks what and where to, makes it off the window's thread, says
/// where it went or why it did not. Made by the window, which shows the sentences.
class ConversationExport : public QObject
{
    Q_OBJECT
public:
    /// Dialogs are children of `window`.
    ConversationExport(const Theme &theme, app::Services &services, QWidget *window);

    /// A round that is given is proposed, else the whole conversation.
    void ask(const app::ConversationPtr &conversation, app::RoundId round = {});
    /// With a preview.
    void print(const app::ConversationPtr &conversation);
    // The same for one that need not be open.
    void ask(app::ConversationId id, app::RoundId round = {});
    void print(app::ConversationId id);

    /// Writes what was chosen into that file; saved() or failed() follows.
    void write(const app::ConversationPtr &conversation, app::RoundId round,
               const ExportDialog::Choice &choice, const QString &path);

signals:
    void saved(const QString &sentence);
    void failed(const QString &sentence);

private:
    void askWhere(const app::ConversationPtr &conversation, app::RoundId round,
                  const ExportDialog::Choice &choice);
    void writeFile(const QString &path, const QByteArray &bytes);
    template <typename Then>
    void whenOpen(app::ConversationId id, Then then);
    [[nodiscard]] app::Exported collect(const app::Conversation &conversation,
                                        const app::ExportWish &wish) const;
    /// Says so where there is nothing in it yet.
    [[nodiscard]] bool isEmpty(const app::Conversation &conversation);
    void tell(const app::Error &error);

    const Theme &m_theme;
    app::Services &m_services;
    QWidget *m_window;
    ExportDialog::Choice m_last; ///< proposed the next time
};

} // namespace ui
