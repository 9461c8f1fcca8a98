// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tools/call_round.h"
#include "ui/theme/theme.h"

#include <QElapsedTimer>
#include <QWidget>

class QCheckBox;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QVBoxLayout;

namespace ui {

class CallForm;
class ThemedLabel;

/// One call that is under way: who wants to call what with which arguments, whether these fit, and
/// what the user may do about it. It asks, and its owner decides. With the focus on it Return
/// allows, Escape asks for the reason of a refusal; on a button Return presses that button. All
/// text in it is a stranger's: plain, with hidden characters as signs.
class CallCard : public QWidget
{
    Q_OBJECT
public:
    CallCard(const Theme &theme, const app::CallActivity &call, QWidget *parent = nullptr);
    ~CallCard() override;

    /// The same call, some time later.
    void showCall(const app::CallActivity &call);
    [[nodiscard]] const app::CallActivity &call() const { return m_call; }
    /// Says for how long it runs; called while it does.
    void tick();
    /// What was typed could not be taken.
    void showProblem(const QString &sentence);

signals:
    void approved(const QByteArray &arguments, app::AfterCall after);
    void policyChosen(const app::ToolRef &tool, app::ToolPolicy policy);
    void refused(const QString &reason);
    void answered(const QByteArray &text, app::CallRound::Answer kind);
    void accepted(const QByteArray &text);
    void stopped();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    using State = app::CallActivity::State;

    void addHeader(QVBoxLayout *lines);
    void addArguments(QVBoxLayout *lines);
    void addReason(QVBoxLayout *lines);
    void addButtons(QVBoxLayout *lines);
    void fillAlwaysMenu();
    void enterState();
    void enterAsking();
    void enterAnswering();
    void enterReviewing();
    void setAnswerShown(const QString &label, const QString &text);
    void setButtons(const QList<QWidget *> &shown);
    void refreshState();
    void refreshCheck();
    void editArguments();
    void askForReason();
    void takeReason();
    void allow();
    void keepFitting(QPlainTextEdit *edit);
    void fitHeight(QPlainTextEdit *edit) const;
    [[nodiscard]] QString stateText() const;

    const Theme &m_theme;
    app::CallActivity m_call;
    QElapsedTimer m_running;
    bool m_isEditing = false; ///< the arguments
    ThemedLabel *m_name = nullptr;
    ThemedLabel *m_source = nullptr;
    ThemedLabel *m_state = nullptr;
    ThemedLabel *m_progress = nullptr;
    CallForm *m_form = nullptr;
    QPlainTextEdit *m_arguments = nullptr;
    ThemedLabel *m_check = nullptr;
    ThemedLabel *m_hidden = nullptr;
    ThemedLabel *m_answerLabel = nullptr;
    QPlainTextEdit *m_answer = nullptr;
    ThemedLabel *m_problem = nullptr;
    QWidget *m_reasonRow = nullptr;
    QLineEdit *m_reason = nullptr;
    QCheckBox *m_review = nullptr;
    QPushButton *m_allow = nullptr;
    QPushButton *m_always = nullptr;
    QPushButton *m_edit = nullptr;
    QPushButton *m_refuse = nullptr;
    QPushButton *m_give = nullptr;
    QPushButton *m_giveFailure = nullptr;
    QPushButton *m_goOn = nullptr;
    QPushButton *m_stop = nullptr;
};

} // namespace ui
