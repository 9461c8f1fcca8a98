// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chat/chats.h"
#include "ui/actions/actions.h"
#include "ui/folding.h"
#include "ui/lanes/view_context.h"
#include "ui/transcript/activated_image.h"

#include <QPointer>
#include <QWidget>

namespace ui {

class ConversationExport;
class ConversationView;
class FlatButton;
class LaneParameters;
class LanePresets;
class LaneSetMenu;
class MessageBar;
class ModelChooser;
class ParameterPanel;
class PauseBar;
class Separator;
class Sidebar;

/// Sidebar, conversation, parameters. It decides which conversation is shown, what is folded away,
/// and when the window may close.
class MainWindow : public QWidget
{
    Q_OBJECT
public:
    explicit MainWindow(const ViewContext &context);
    ~MainWindow() override;

    /// Fills the window from the store; it can be typed into before that.
    void load();
    /// Instead of load(): shows what `other` shows, in the same place. Replies go on.
    void takeOver(const MainWindow &other);
    void startConversation();
    /// In a new conversation with that provider and model; empty ones: the usual.
    void startConversation(const QString &providerId, const QString &model);
    /// In a new conversation with the lanes of a set: its name, or the path of its file. False: it
    /// could not be opened, which the window says.
    bool startSet(const QString &nameOrFile);
    void openConversation(app::ConversationId id);
    /// Sends it, with these images as soon as they are ready. Without a prompt they are attached to
    /// what is being written.
    void ask(const QString &prompt, const QStringList &imageFiles = {});
    /// Something that was asked for waits for its images.
    [[nodiscard]] bool isPreparing() const;
    /// Everything that is asked for at the start is there.
    [[nodiscard]] bool isLoaded() const { return m_loaded; }
    /// Asks that provider for its list.
    void refreshModels(const QString &providerId);
    /// To the front, also out of the background.
    void bringUp();
    /// Without a question: replies are stopped and kept, what is queued becomes a draft, and
    /// closed() follows.
    void endNow();

signals:
    void loaded();
    void providersRequested(const QString &providerId);
    void preferencesRequested();
    void timeoutsRequested(const QString &providerId);
    void imageActivated(const ui::ActivatedImage &image);
    /// The window is closed and nothing runs any more.
    void closed();

protected:
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void build();
    void bindActions();
    void bindViews();
    void bindStore();
    void bindSidebar();
    void bindExport();
    void startWith(const QList<app::Lane> &lanes);
    void showConversation(const app::ConversationPtr &conversation);
    void opened(const app::Result<app::ConversationPtr> &conversation);
    [[nodiscard]] app::ConversationId lastShown() const;
    void openLast();
    void setLoaded();
    [[nodiscard]] bool isUntouched() const;
    void refreshTitle();
    void refreshFolding();
    void toggle(Folding::Part part);
    void zoom(int percent);
    void chooseModel(app::LaneId lane, QWidget *anchor);
    void compare(app::LaneId beside, QWidget *anchor);
    void compareAnswers(app::MessageId answer);
    void showRatings();
    void showCosts();
    void showTools();
    void askBeforeClosing();
    void goIntoBackground();
    void remember();
    void tell(const app::Error &error);

    ViewContext m_context;
    Actions m_actions;
    MessageBar *m_notice;
    PauseBar *m_pause;
    Sidebar *m_sidebar;
    Separator *m_sidebarEdge;
    ConversationView *m_view;
    Separator *m_parametersEdge;
    ParameterPanel *m_panel;
    FlatButton *m_sidebarButton;
    FlatButton *m_parametersButton;
    Folding *m_folding;
    ModelChooser *m_chooser;
    LaneParameters *m_parameters;
    LanePresets *m_presets;
    LaneSetMenu *m_sets;
    ConversationExport *m_export;
    app::ConversationPtr m_conversation; ///< the one shown
    app::ConversationId m_wanted; ///< being opened; a later wish overtakes it
    bool m_loaded = false;
    bool m_isAskedFor = false; ///< a model was named before the list came: its conversation stays
    QList<QPointer<QWidget>> m_inBackground;
    bool m_closing = false; ///< in the background until the last reply is done
};

} // namespace ui
