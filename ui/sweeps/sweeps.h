// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chat/chats.h"
#include "ui/lanes/view_context.h"
#include "ui/transcript/activated_image.h"

#include <QHash>
#include <QObject>
#include <QPointer>

class QMenu;

namespace ui {

class CellsWindow;
class ConversationView;

/// The dialogs and windows of sweeps and repeats, for the conversation that is shown. A window
/// stays open, and works, when another conversation is shown.
class Sweeps : public QObject
{
    Q_OBJECT
public:
    /// Dialogs and windows become children of `window`; `view` outlives this.
    Sweeps(const ViewContext &context, ConversationView &view, QWidget *window);
    ~Sweeps() override;

    void askForSweep(app::LaneId lane);
    void askForRepeats(app::LaneId lane);
    void show(app::RoundId round);
    /// A list to choose from; the only one at once.
    void showEarlier();

signals:
    /// One of its lanes went on with an answer of a sweep.
    void conversationRequested(app::ConversationId conversation);
    void exportRequested(app::ConversationId conversation, app::RoundId round);
    void imageActivated(const ui::ActivatedImage &image);
    void providersRequested(const QString &providerId);
    void timeoutsRequested(const QString &providerId);

private:
    [[nodiscard]] app::Draft draftFor(app::LaneId lane) const;
    template <typename Dialog>
    Dialog *open(app::LaneId lane);
    void follow(CellsWindow &window);

    ViewContext m_context;
    ConversationView &m_view;
    QWidget *m_window;
    QHash<app::RoundId, QPointer<CellsWindow>> m_windows;
};

} // namespace ui
