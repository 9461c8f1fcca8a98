// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tools/call_card.h"

#include "app/base/visible_text.h"
#include "ui/parameters/json_highlighter.h"
#include "ui/tools/argument_check.h"
#include "ui/tools/call_form.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/themed_label.h"
#include "ui/wording/error_wording.h"
#include "ui/wording/number_wording.h"

#include <QAbstractTextDocumentLayout>
#include <QApplication>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int kMostCardLines = 9;
constexpr int kLeastAnswerLines = 3;
constexpr qsizetype kMostEditedBytes = 1'000'000;

QString cardText(const QString &text, int most)
{
    return app::withVisibleCharacters(shortened(text, most));
}

} // namespace

CallCard::CallCard(const Theme &theme, const app::CallActivity &call, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_call(call)
{
    setFocusPolicy(Qt::StrongFocus);
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(metrics::kStep3, metrics::kStep2, metrics::kStep3, metrics::kStep3);
    lines->setSpacing(metrics::kStep2);
    addHeader(lines);
    addArguments(lines);
    addReason(lines);
    addButtons(lines);
    connect(&theme, &Theme::changed, this, qOverload<>(&CallCard::update));
    // Its frame tells where the focus is.
    connect(qApp, &QApplication::focusChanged, this, qOverload<>(&CallCard::update));
    enterState();
}

CallCard::~CallCard()
{
    disconnect(qApp, nullptr, this, nullptr); // the focus goes away with the children
}

void CallCard::addHeader(QVBoxLayout *lines)
{
    auto *header = new QHBoxLayout;
    header->setSpacing(metrics::kStep2);
    m_name = new ThemedLabel(m_theme, TextRole::Code, &Colours::text, this);
    m_source = new ThemedLabel(m_theme, TextRole::Small, &Colours::secondary, this);
    m_state = new ThemedLabel(m_theme, TextRole::Small, &Colours::accent, this);
    m_state->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    header->addWidget(m_name);
    header->addWidget(m_source, 1);
    header->addWidget(m_state);
    lines->addLayout(header);
    m_name->setText(cardText(m_call.call.name, 80));
    const bool hasServer = m_call.tool && m_call.tool->sourceName != m_call.call.name;
    m_source->setText(hasServer ? cardText(m_call.tool->sourceName, 60) : QString());
    if (m_call.tool)
        m_name->setToolTip(cardText(m_call.tool->description, 600).toHtmlEscaped());
}

void CallCard::addArguments(QVBoxLayout *lines)
{
    m_form = new CallForm(m_theme, this);
    lines->addWidget(m_form);
    m_arguments = new QPlainTextEdit(this);
    m_arguments->setFont(m_theme.font(TextRole::Code));
    m_arguments->setTabChangesFocus(true);
    m_arguments->setAccessibleName(tr("Arguments"));
    new JsonHighlighter(m_arguments->document(), m_theme);
    connect(m_arguments, &QPlainTextEdit::textChanged, this, &CallCard::refreshCheck);
    keepFitting(m_arguments);
    lines->addWidget(m_arguments);
    const auto addLine = [&](QColor Colours::*colour) {
        auto *label = new ThemedLabel(m_theme, TextRole::Small, colour, this);
        label->setWordWrap(true);
        label->hide();
        lines->addWidget(label);
        return label;
    };
    m_check = addLine(&Colours::good);
    m_hidden = addLine(&Colours::warning);
    m_progress = addLine(&Colours::secondary);
    m_answerLabel = addLine(&Colours::secondary);
    m_answer = new QPlainTextEdit(this);
    m_answer->setFont(m_theme.font(TextRole::Code));
    m_answer->setTabChangesFocus(true);
    m_answer->hide();
    keepFitting(m_answer);
    lines->addWidget(m_answer);
    m_problem = addLine(&Colours::danger);
}

void CallCard::addReason(QVBoxLayout *lines)
{
    m_reasonRow = new QWidget(this);
    auto *row = new QHBoxLayout(m_reasonRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::kStep2);
    m_reason = new QLineEdit(m_reasonRow);
    m_reason->setPlaceholderText(tr("Why not? The model is told."));
    m_reason->setAccessibleName(tr("Reason of the refusal"));
    m_reason->setMaxLength(2000);
    auto *refuse = new QPushButton(tr("Refuse"), m_reasonRow);
    row->addWidget(m_reason, 1);
    row->addWidget(refuse);
    connect(m_reason, &QLineEdit::returnPressed, this, &CallCard::takeReason);
    connect(refuse, &QPushButton::clicked, this, &CallCard::takeReason);
    m_reasonRow->hide();
    lines->addWidget(m_reasonRow);
}

void CallCard::addButtons(QVBoxLayout *lines)
{
    m_review = new QCheckBox(tr("Show me the result before the model gets it"), this);
    lines->addWidget(m_review);
    auto *row = new FlowLayout(metrics::kStep2);
    lines->addLayout(row);
    const auto add = [&](const QString &text, auto slot) {
        auto *button = new QPushButton(text, this);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, slot);
        row->addWidget(button);
        return button;
    };
    m_allow = add(tr("Allow once"), &CallCard::allow);
    m_allow->setProperty("accent", true);
    m_always = new QPushButton(tr("Always"), this);
    m_always->setMenu(new QMenu(m_always));
    row->addWidget(m_always);
    m_edit = add(tr("Edit…"), &CallCard::editArguments);
    m_edit->setAccessibleName(tr("Edit the arguments"));
    m_refuse = add(tr("Refuse…"), &CallCard::askForReason);
    m_give = add(tr("Give this answer"), [this] {
        emit answered(m_answer->toPlainText().toUtf8(), app::CallRound::Answer::Result);
    });
    m_give->setProperty("accent", true);
    m_giveFailure = add(tr("Say that it failed"), [this] {
        emit answered(m_answer->toPlainText().toUtf8(), app::CallRound::Answer::Failure);
    });
    m_goOn = add(tr("Go on with this result"), [this] {
        // As it came, where nothing was changed: an editor has other line ends.
        const bool isSame = !m_answer->document()->isModified();
        emit accepted(isSame ? m_call.outcome.text : m_answer->toPlainText().toUtf8());
    });
    m_goOn->setProperty("accent", true);
    m_stop = add(tr("Stop this call"), &CallCard::stopped);
    fillAlwaysMenu();
}

void CallCard::fillAlwaysMenu()
{
    if (!m_call.tool || m_call.tool->ref.source.isEmpty())
        return;
    using app::ToolPolicy;
    QMenu *menu = m_always->menu();
    const app::ToolRef tool = m_call.tool->ref;
    const auto add = [&](const QString &text, const app::ToolRef &ref, ToolPolicy policy) {
        connect(menu->addAction(text), &QAction::triggered, this,
                [this, ref, policy] { emit policyChosen(ref, policy); });
    };
    const bool isServer = m_call.tool->kind == app::ToolSourceKind::McpCommand
                          || m_call.tool->kind == app::ToolSourceKind::McpUrl;
    add(tr("Always allow this tool"), tool, ToolPolicy::Always);
    if (isServer)
        add(tr("Always allow all tools of this server"), {tool.source, {}}, ToolPolicy::Always);
    menu->addSeparator();
    add(tr("Never allow this tool"), tool, ToolPolicy::Never);
}

void CallCard::showCall(const app::CallActivity &call)
{
    const bool isNewState = call.state != m_call.state;
    m_call = call;
    if (isNewState)
        enterState();
    else
        refreshState();
}

void CallCard::enterState()
{
    if (m_call.state == State::Running)
        m_running.start();
    const bool hasFocus = isAncestorOf(QApplication::focusWidget());
    m_isEditing = false;
    m_problem->hide();
    m_reasonRow->hide();
    const QByteArray &arguments = m_call.arguments;
    m_arguments->setReadOnly(true);
    m_arguments->setPlainText(readableText(arguments));
    m_hidden->setVisible(app::hidesCharacters(QString::fromUtf8(arguments))
                         || app::hidesCharacters(m_call.call.name)
                         || app::hidesCharacters(QString::fromUtf8(m_call.outcome.text)));
    m_hidden->setText(tr("Careful: there are characters in it that nobody would see. They are "
                         "shown as signs."));
    m_form->showArguments(arguments, m_call.tool ? m_call.tool->schema : QJsonObject());
    const bool isForm = m_call.state == State::Answering && m_form->isOfUse();
    m_form->setVisible(isForm);
    m_arguments->setVisible(!isForm);
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
        setAnswerShown({}, {});
        setButtons({m_stop});
        break;
    case State::Done:
        setAnswerShown({}, {});
        setButtons({});
        break;
    }
    if (hasFocus)
        setFocus(); // what had it may be gone
    refreshState();
    refreshCheck();
}

void CallCard::enterAsking()
{
    setAnswerShown({}, {});
    QList<QWidget *> shown{m_review, m_allow, m_refuse};
    if (!m_always->menu()->isEmpty())
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
    setAnswerShown(m_call.outcome.isError
                       ? tr("The call failed. This is what the model will be told:")
                       : tr("This is what the model will be told:"),
                   QString::fromUtf8(text));
    m_answer->setReadOnly(text.size() > kMostEditedBytes);
    if (m_answer->isReadOnly())
        m_answer->setPlainText(readableText(text));
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
    setAccessibleName(tr("Call of %1: %2").arg(cardText(m_call.call.name, 80), state));
    QString progress;
    if (m_call.progress) {
        progress = cardText(m_call.progress->message, 200);
        const double total = m_call.progress->total.value_or(0);
        if (total > 0) {
            const int percent = int(100 * std::clamp(m_call.progress->progress / total, 0.0, 1.0));
            progress = progress.isEmpty() ? tr("%1 %").arg(percent)
                                          : tr("%1 %: %2").arg(QString::number(percent), progress);
        }
    }
    m_progress->setText(progress);
    m_progress->setVisible(!progress.isEmpty());
}

void CallCard::tick()
{
    if (m_call.state == State::Running)
        m_state->setText(stateText());
}

void CallCard::refreshCheck()
{
    if (!m_call.tool || m_call.state != State::Asking || m_call.tool->schema.isEmpty())
        return m_check->hide();
    const QByteArray arguments =
        m_isEditing ? m_arguments->toPlainText().toUtf8() : m_call.arguments;
    if (arguments.size() > kMostEditedBytes)
        return m_check->hide();
    const ArgumentCheck check = checkArguments(arguments, m_call.tool->schema);
    const bool fits = check.verdict == ArgumentCheck::Verdict::Fits;
    m_check->setText(fits ? tr("The arguments fit the schema.") : check.sentence);
    m_check->setColour(fits ? &Colours::good : &Colours::danger);
    m_check->setVisible(check.verdict != ArgumentCheck::Verdict::Unknown);
}

void CallCard::editArguments()
{
    m_isEditing = true;
    m_arguments->setReadOnly(false);
    m_arguments->setPlainText(editableText(m_call.arguments));
    m_arguments->document()->setModified(false);
    m_arguments->setFocus();
    m_edit->hide();
}

void CallCard::allow()
{
    if (m_call.state != State::Asking)
        return;
    const bool isChanged = m_isEditing && m_arguments->document()->isModified();
    emit approved(isChanged ? m_arguments->toPlainText().toUtf8() : m_call.arguments,
                  m_review->isChecked() ? app::AfterCall::Review : app::AfterCall::GoOn);
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

void CallCard::keepFitting(QPlainTextEdit *edit)
{
    connect(edit->document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged,
            this, [this, edit] { fitHeight(edit); });
}

void CallCard::fitHeight(QPlainTextEdit *edit) const
{
    const int most = edit->isReadOnly() || edit == m_answer ? kMostCardLines : kMostCardLines + 3;
    const int least = edit == m_answer ? kLeastAnswerLines : 1;
    // Of a plain text the height of the layout is counted in lines.
    const int lines = std::clamp(int(edit->document()->size().height()), least, most);
    const int margins = int(2 * edit->document()->documentMargin()) + 2 * edit->frameWidth() + 2;
    edit->setFixedHeight(lines * edit->fontMetrics().lineSpacing() + margins + metrics::kStep1);
}

bool CallCard::event(QEvent *event)
{
    // Escape would stop all replies.
    if (event->type() == QEvent::ShortcutOverride && m_call.state == State::Asking
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void CallCard::keyPressEvent(QKeyEvent *event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isReturn && hasFocus() && m_call.state == State::Asking)
        return allow();
    auto *button = qobject_cast<QPushButton *>(QApplication::focusWidget());
    if (isReturn && button && isAncestorOf(button))
        return button->click();
    if (event->key() == Qt::Key_Escape && m_call.state == State::Asking) {
        if (m_reasonRow->isHidden())
            return askForReason();
        m_reasonRow->hide();
        return setFocus();
    }
    QWidget::keyPressEvent(event);
}

void CallCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colours &colours = m_theme.colours();
    const bool isChosen = hasFocus() || isAncestorOf(QApplication::focusWidget());
    painter.setPen(QPen(isChosen ? colours.accent : colours.hairline, 1));
    painter.setBrush(colours.window);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metrics::kRadius,
                            metrics::kRadius);
}

} // namespace ui
