// SPDX-License-Identifier: GPL-3.0-or-later
// What the card of a call shows and offers in each of its states.
#include "app/base/visible_text.h"
#include "app/base/when_done.h"
#include "ui/tools/call_card.h"
#include "ui/tools/call_form.h"
#include "ui/tools/readable_text.h"
#include "ui/tools/tool_wording.h"
#include "ui/widgets/themed_label.h"
#include "ui/wording/number_wording.h"

#include <QApplication>
#include <QCheckBox>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>

#include <algorithm>

namespace ui {

namespace {

constexpr int kMostCardLines = 9;
constexpr int kMostEditedLines = 12;
constexpr int kLeastAnswerLines = 3;
constexpr qsizetype kMostEditedBytes = 1'000'000;

bool hidesCharactersIn(const app::CallActivity &call)
{
    return app::hidesCharacters(QString::fromUtf8(call.arguments))
           || app::hidesCharacters(call.call.name)
           || app::hidesCharacters(QString::fromUtf8(call.outcome.text));
}

} // namespace

void CallCard::showCall(const app::CallActivity &call)
{
    const bool isNewState = call.state != m_call.state;
    m_call = call;
    if (isNewState)
        return enterState();
    refreshState();
    if (!m_isEditing)
        showFit(m_call.fit);
}

void CallCard::enterState()
{
    if (m_call.state == State::Running)
        m_running.start();
    const bool hadFocus = isAncestorOf(QApplication::focusWidget());
    m_isEditing = false;
    m_problem->hide();
    m_reasonRow->hide();
    m_hidden->setVisible(hidesCharactersIn(m_call));
    showArguments();
    setAnswerShown({}, {});
    switch (m_call.state) {
    case State::Asking:
        enterAsking();
        break;
    case State::Answering:
        enterAnswering();
        break;
    case State::Reviewing:
        enterReviewing();
        break;
    case State::Waiting:
    case State::Running:
        setButtons({m_stop});
        break;
    case State::Done:
        setButtons({});
        break;
    }
    if (hadFocus)
        setFocus(); // what had it may be gone
    refreshState();
    showFit(m_call.fit);
}

void CallCard::showArguments()
{
    m_arguments->setReadOnly(true);
    m_arguments->setFrameShape(QFrame::NoFrame);
    m_arguments->viewport()->setAutoFillBackground(false); // it stands on the card
    m_arguments->setPlainText(textToRead(m_call.arguments));
    m_arguments->document()->setDocumentMargin(0);
    m_form->showArguments(m_call.arguments, m_call.tool ? m_call.tool->schema : QJsonObject());
    const bool isForm = m_call.state == State::Answering && m_form->isOfUse();
    m_form->setVisible(isForm);
    m_arguments->setVisible(!isForm);
    fitHeight(m_arguments);
}

void CallCard::enterAsking()
{
    QList<QWidget *> shown{m_review, m_allow, m_refuse};
    if (!m_alwaysMenu->isEmpty())
        shown.append(m_always);
    if (m_call.arguments.size() <= kMostEditedBytes)
        shown.append(m_edit);
    setButtons(shown);
}

void CallCard::enterAnswering()
{
    setAnswerShown(tr("What does it give? The model reads it as the result of its call."), {});
    setButtons({m_give, m_giveFailure});
}

void CallCard::enterReviewing()
{
    const QByteArray &text = m_call.outcome.text;
    const bool isEditable = text.size() <= kMostEditedBytes;
    setAnswerShown(m_call.outcome.isError
                       ? tr("The call failed. This is what the model will be told:")
                       : tr("This is what the model will be told:"),
                   isEditable ? QString::fromUtf8(text) : textToRead(text));
    m_answer->setReadOnly(!isEditable);
    m_answer->document()->setModified(false);
    setButtons({m_goOn});
}

void CallCard::setAnswerShown(const QString &label, const QString &text)
{
    m_answerLabel->setText(label);
    m_answerLabel->setVisible(!label.isEmpty());
    m_answer->setVisible(!label.isEmpty());
    m_answer->setReadOnly(false);
    m_answer->setPlainText(text);
    m_answer->setAccessibleName(label);
    fitHeight(m_answer);
}

void CallCard::setButtons(const QList<QWidget *> &shown)
{
    for (QWidget *each : QList<QWidget *>{m_review, m_allow, m_always, m_edit, m_refuse, m_give,
                                          m_giveFailure, m_goOn, m_stop})
        each->setVisible(shown.contains(each));
}

QString CallCard::stateText() const
{
    switch (m_call.state) {
    case State::Asking:
        return tr("waits for you");
    case State::Waiting:
        return tr("waits for others");
    case State::Running: {
        const auto seconds = int(m_running.isValid() ? m_running.elapsed() / 1000 : 0);
        return seconds > 0 ? tr("running, %n s", nullptr, seconds) : tr("running");
    }
    case State::Answering:
        return tr("waits for your answer");
    case State::Reviewing:
        if (m_call.outcome.duration.count() < 0)
            return tr("waits for your look");
        //: %1 is a duration such as "2.4 s".
        return tr("done in %1, waits for your look").arg(durationText(m_call.outcome.duration));
    case State::Done:
        return m_call.outcome.isError ? tr("failed") : tr("done");
    }
    return {};
}

void CallCard::refreshState()
{
    const QString state = stateText();
    m_state->setText(state);
    m_state->setColour(m_call.waitsForUser() ? &Colours::accent : &Colours::secondary);
    //: For a screen reader: %1 is the name of a tool, %2 what becomes of the call.
    setAccessibleName(tr("Call of %1: %2").arg(strangersText(m_call.call.name, 80), state));
    refreshProgress();
}

void CallCard::refreshProgress()
{
    QString words;
    if (m_call.progress) {
        words = strangersText(m_call.progress->message, 200);
        const double total = m_call.progress->total.value_or(0);
        if (total > 0) {
            const int percent = int(100 * std::clamp(m_call.progress->progress / total, 0.0, 1.0));
            //: %1 is a number of percent, %2 the words of a tool.
            words = words.isEmpty() ? tr("%1 %").arg(percent)
                                    : tr("%1 %: %2").arg(QString::number(percent), words);
        }
    }
    m_progress->setText(words);
    m_progress->setVisible(!words.isEmpty());
}

void CallCard::tick()
{
    if (m_call.state == State::Running)
        m_state->setText(stateText());
}

void CallCard::editArguments()
{
    m_isEditing = true;
    m_arguments->setReadOnly(false);
    m_arguments->setFrameShape(QFrame::StyledPanel);
    m_arguments->viewport()->setAutoFillBackground(true);
    m_arguments->setPlainText(textToEdit(m_call.arguments));
    m_arguments->document()->setDocumentMargin(metrics::kStep1);
    m_arguments->document()->setModified(false);
    fitHeight(m_arguments);
    m_arguments->setFocus();
    m_edit->hide();
}

void CallCard::checkEdited()
{
    if (!m_isEditing || m_call.state != State::Asking)
        return;
    app::whenDone(m_checker(m_arguments->toPlainText().toUtf8()), this,
                  [this, number = ++m_check](const app::SchemaVerdict &verdict) {
                      if (number == m_check && m_isEditing)
                          showFit(verdict);
                  });
}

/// What fits is said while it is asked for only.
void CallCard::showFit(const std::optional<app::SchemaVerdict> &fit)
{
    using Kind = app::SchemaVerdict::Kind;
    const bool fits = fit && fit->kind == Kind::Valid;
    const bool isWorthSaying = fit && (!fits || m_call.state == State::Asking);
    m_fit->setVisible(isWorthSaying);
    if (!isWorthSaying)
        return;
    m_fit->setText(argumentFitText(*fit));
    m_fit->setColour(fits                            ? &Colours::good
                     : fit->kind == Kind::NotChecked ? &Colours::secondary
                                                     : &Colours::danger);
}

void CallCard::allow()
{
    if (m_call.state != State::Asking)
        return;
    const bool isChanged = m_isEditing && m_arguments->document()->isModified();
    emit approved(isChanged ? m_arguments->toPlainText().toUtf8() : m_call.arguments,
                  m_review->isChecked() ? app::AfterCall::Review : app::AfterCall::GoOn);
}

/// As it came, where nothing was changed: an editor has other line ends.
void CallCard::goOn()
{
    const bool isSame = !m_answer->document()->isModified();
    emit accepted(isSame ? m_call.outcome.text : m_answer->toPlainText().toUtf8());
}

void CallCard::showProblem(const QString &sentence)
{
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
}

void CallCard::askForReason()
{
    m_reasonRow->show();
    m_reason->setFocus();
}

void CallCard::takeReason()
{
    if (m_call.state == State::Asking)
        emit refused(m_reason->text().trimmed());
}

void CallCard::fitHeight(QPlainTextEdit *edit) const
{
    const int most = edit->isReadOnly() || edit == m_answer ? kMostCardLines : kMostEditedLines;
    const int least = edit == m_answer ? kLeastAnswerLines : 1;
    // Of a plain text the height of the layout is counted in lines.
    const int lines = std::clamp(int(edit->document()->size().height()), least, most);
    const int margins = int(2 * edit->document()->documentMargin()) + 2 * edit->frameWidth() + 2;
    edit->setFixedHeight(lines * edit->fontMetrics().lineSpacing() + margins + metrics::kStep1);
}

} // namespace ui
