// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/library/conversation.h"
#include "app/record/request_script.h"
#include "ui/lanes/view_context.h"

#include <QDialog>

class QAbstractButton;
class QComboBox;
class QMenu;
class QPushButton;
class QStackedWidget;

namespace app {
class RecordJob;
}

namespace ui {

class RecordPage;
class SegmentedControl;
class ThemedLabel;

/// How an answer came about: its figures and where the time went, the request to the byte, what
/// came back, the raw stream where it was kept; and the request as a script. Of an answer that took
/// several runs one is chosen. What the conversation knows shows at once; the rest is read from the
/// store and built on a worker. All text of servers is plain text, and no key is in it.
class RecordWindow : public QDialog
{
    Q_OBJECT
public:
    /// Ids of its pages.
    static inline const QString kOverviewPage = QStringLiteral("overview");

    enum class Rerun { Offered, NotOffered };

    /// `replies`: of one turn, one for each run at least. Not for answers whose names are hidden.
    RecordWindow(const ViewContext &context, app::ConversationPtr conversation,
                 const QList<app::MessageId> &replies, Rerun rerun, QWidget *parent = nullptr);
    ~RecordWindow() override;

    /// For tests: whether the record is there, or why not is said.
    [[nodiscard]] bool isRead() const { return m_isRead; }
    [[nodiscard]] RecordPage &page(const QString &id) const;
    [[nodiscard]] QString status() const;
    [[nodiscard]] QMenu *copyMenu() const { return m_copy; }
    void showPage(const QString &id);

signals:
    void read();
    void copied();
    /// The very request of this reply is to go once more.
    void runAgainRequested(app::MessageId reply);

private:
    QWidget *makeHeader();
    void makePages();
    QWidget *makeFooter();
    void fillMenus();
    void choose(int index);
    void showKnown();
    void take(const app::RecordedRun &record);
    void refuse(const app::Error &error);
    void showBody();
    void readRaw();
    void takeRaw(const app::RawStream &raw);
    void refreshActions();
    [[nodiscard]] QString whyNotAgain() const;
    void copyText(const QString &text, const QString &said);
    void copyBody();
    void copyRecord();
    void copyScript(app::ScriptLanguage language);
    void saveRaw();
    void runAgain();
    [[nodiscard]] const app::Message *reply() const;

    ViewContext m_context;
    app::ConversationPtr m_conversation;
    QList<app::MessageId> m_replies; ///< one for each run
    Rerun m_rerun;
    int m_index = 0;
    std::unique_ptr<app::RecordJob> m_job;
    app::RecordedRun m_record;
    app::RawStream m_raw;
    bool m_isRead = false;
    bool m_hasRecord = false;
    bool m_isBodyShown = false;

    ThemedLabel *m_title;
    QComboBox *m_runs;
    SegmentedControl *m_tabs;
    QStackedWidget *m_stack;
    QHash<QString, RecordPage *> m_pages; ///< by id of the tab
    ThemedLabel *m_status;
    QMenu *m_copy = nullptr;
    QMenu *m_save = nullptr;
    QPushButton *m_again = nullptr;
    QList<QAction *> m_scriptActions; ///< for which a request is needed that others can send
    QList<QAction *> m_recordActions;
    QAction *m_copyBody = nullptr;
    QAction *m_saveRaw = nullptr;
};

} // namespace ui
