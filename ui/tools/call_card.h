// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tools/call_round.h"
#include "ui/theme/theme.h"

#include <QElapsedTimer>
#include <QFuture>
#include <QTimer>
#include <QWidget>

#include <functional>

class QBoxLayout;
class QCheckBox;
class QLineEdit;
class QMenu;
class QPlainTextEdit;
class QPushButton;

namespace ui {

class CallForm;
class ThemedLabel;

/// Holds a JSON text against the schema of a tool.
using ArgumentChecker = std::function<QFuture<app::SchemaVerdict>(const QByteArray &arguments)>;

/// One call that is under way: who wants to call what with which arguments, whether these fit, and
/// what the user may do about it. It asks, and its owner decides. With the focus on it Return
/// allows, Escape asks for the reason of a refusal; on a button Return presses that button. Control
/// and Return in a field do what the first button does. All text in it is a stranger's: plain, with
/// hidden characters as signs.
class CallCard : public QWidget
{
    Q_OBJECT
public:
    /// `checker`: for arguments that are being edited.
    CallCard(const Theme &theme, const app::CallActivity &call, ArgumentChecker checker,
             QWidget *parent = nullptr);
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
    bool eventFilter(QObject *watched, QEvent *event) override; ///< of its buttons
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    using State = app::CallActivity::State;

    void addHeader(QBoxLayout *lines);
    void addArguments(QBoxLayout *lines);
    void addAnswer(QBoxLayout *lines);
    void addReason(QBoxLayout *lines);
    void addButtons(QBoxLayout *lines);
    [[nodiscard]] ThemedLabel *addLine(QBoxLayout *lines, QColor Colours::*colour);
    [[nodiscard]] QPlainTextEdit *addEditor(QBoxLayout *lines);
    void fillAlwaysMenu();

    void enterState();
    void enterAsking();
    void enterAnswering();
    void enterReviewing();
    void showArguments();
    void setAnswerShown(const QString &label, const QString &text);
    void setButtons(const QList<QWidget *> &shown);
    void refreshState();
    void refreshProgress();
    [[nodiscard]] QString stateText() const;

    void editArguments();
    void checkEdited();
    void showFit(const std::optional<app::SchemaVerdict> &fit);
    void askForReason();
    void takeReason();
    void allow();
    void goOn();
    void pressFirst();
    void fitHeight(QPlainTextEdit *edit) const;

    const Theme &m_theme;
    app::CallActivity m_call;
    const ArgumentChecker m_checker;
    QElapsedTimer m_running;
    bool m_isEditing = false; ///< the arguments
    QTimer m_pause; ///< of typing
    int m_check = 0; ///< number of the newest one: what comes late is of another text
    ThemedLabel *m_name = nullptr;
    ThemedLabel *m_source = nullptr;
    ThemedLabel *m_state = nullptr;
    ThemedLabel *m_progress = nullptr;
    CallForm *m_form = nullptr;
    QPlainTextEdit *m_arguments = nullptr;
    ThemedLabel *m_fit = nullptr;
    ThemedLabel *m_hidden = nullptr;
    ThemedLabel *m_answerLabel = nullptr;
    QPlainTextEdit *m_answer = nullptr;
    ThemedLabel *m_problem = nullptr;
    QWidget *m_reasonRow = nullptr;
    QLineEdit *m_reason = nullptr;
    QCheckBox *m_review = nullptr;
    QPushButton *m_allow = nullptr;
    QPushButton *m_always = nullptr;
    QMenu *m_alwaysMenu = nullptr;
    QPushButton *m_edit = nullptr;
    QPushButton *m_refuse = nullptr;
    QPushButton *m_give = nullptr;
    QPushButton *m_giveFailure = nullptr;
    QPushButton *m_goOn = nullptr;
    QPushButton *m_stop = nullptr;
};

} // namespace ui
