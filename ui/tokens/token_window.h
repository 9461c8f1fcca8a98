// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chat/token_branch.h"
#include "ui/lanes/view_context.h"

#include <QDialog>

#include <functional>

class QComboBox;
class QPushButton;

namespace ui {

class EntropyStrip;
class ThemedLabel;
class TokenPane;
class TokenView;

/// How sure a model was of each token of an answer: the text on grounds by probability, its
/// uncertainty from beginning to end, the alternatives of one token, and a branch that begins with
/// one of them. Of an answer in several pieces one is chosen. Everything is read from the store
/// when the window opens.
class TokenWindow : public QDialog
{
    Q_OBJECT
public:
    /// `replies`: of one answer, those that have tokens. Not for answers whose names are hidden.
    TokenWindow(const ViewContext &context, app::ConversationPtr conversation,
                const QList<app::MessageId> &replies, QWidget *parent = nullptr);
    ~TokenWindow() override;

    [[nodiscard]] TokenView &view() const { return *m_view; }
    [[nodiscard]] TokenPane &pane() const { return *m_pane; }
    [[nodiscard]] EntropyStrip &strip() const { return *m_strip; }
    [[nodiscard]] QString summary() const;
    /// Whether the tokens are there, or why not is said.
    [[nodiscard]] bool isRead() const { return m_isRead; }
    /// A sentence about the last check; empty before the first one.
    [[nodiscard]] QString verdict() const;
    [[nodiscard]] QPushButton &checkButton() const { return *m_check; }
    /// The answer that the check brings, once it was asked for.
    void awaitCheck(app::MessageId again);
    /// Of any turn: that of the check is looked at.
    void takeEnd(app::MessageId ended);
    void goToUnsure(int step); ///< 1: the next one in the text, −1: the one before
    void goToLeastSure();

signals:
    void read();
    void checked(); ///< verdict() is there
    /// The very request of this reply is to go once more, to be compared: see awaitCheck().
    void checkRequested(app::MessageId reply);
    /// A sibling of that answer is to begin with this text and to be gone on with.
    void branchRequested(app::MessageId reply, const QByteArray &beginning);

private:
    QWidget *makeHeader();
    QWidget *makeBody();
    QWidget *makeFooter();
    void bind();
    void choose(int index);
    void take(const app::TokenLogprobs &tokens);
    using TakeTokens = std::function<void(const app::Result<app::TokenLogprobs> &)>;
    /// Those of an answer that has just ended may be on their way to the store, and are asked for
    /// again. Nothing more is done once `isWanted` says no.
    void fetchTokens(app::MessageId of, const std::function<bool()> &isWanted,
                     const TakeTokens &take, int triesLeft);
    void readTokens();
    void refuse(const app::Error &error);
    void readRequest();
    void refreshCheck();
    void readAgain();
    void compare(const app::TokenLogprobs &again);
    void say(const QString &sentence);
    void showCurrent(int cell);
    void showSeen();
    void goToToken(qsizetype token);
    void branch(qsizetype token, const QByteArray &inItsPlace);
    [[nodiscard]] QString whyNoBranch(qsizetype token, const QByteArray &inItsPlace) const;
    [[nodiscard]] app::MessageId reply() const { return m_replies.value(m_index); }

    ViewContext m_context;
    app::ConversationPtr m_conversation;
    QList<app::MessageId> m_replies;
    int m_index = 0;
    QList<qsizetype> m_unsure;
    bool m_isRead = false;
    QString m_whyNoCheck;
    QString m_fingerprint; ///< of what answered; empty: not told
    app::MessageId m_again; ///< the answer of the check, while it is awaited

    ThemedLabel *m_title;
    ThemedLabel *m_summary;
    QComboBox *m_pieces;
    EntropyStrip *m_strip;
    TokenView *m_view;
    TokenPane *m_pane;
    QList<QPushButton *> m_jumps;
    QPushButton *m_check = nullptr;
    ThemedLabel *m_verdict;
};

} // namespace ui
