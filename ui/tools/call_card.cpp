// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tools/call_card.h"

#include "app/base/visible_text.h"
#include "ui/parameters/json_highlighter.h"
#include "ui/tools/call_form.h"
#include "ui/tools/tool_wording.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/literal_text.h"
#include "ui/widgets/themed_label.h"

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

namespace ui {

namespace {

constexpr std::chrono::milliseconds kTypingPause{200};
constexpr int kLongestReason = 2000;

} // namespace

CallCard::CallCard(const Theme &theme, const app::CallActivity &call, ArgumentChecker checker,
                   QWidget *parent)
    : QWidget(parent), m_theme(theme), m_call(call), m_checker(std::move(checker))
{
    setFocusPolicy(Qt::StrongFocus);
    m_pause.setSingleShot(true);
    m_pause.setInterval(kTypingPause);
    connect(&m_pause, &QTimer::timeout, this, &CallCard::checkEdited);
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(metrics::kStep3, metrics::kStep2, metrics::kStep3, metrics::kStep3);
    lines->setSpacing(metrics::kStep2);
    addHeader(lines);
    addArguments(lines);
    addAnswer(lines);
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

void CallCard::addHeader(QBoxLayout *lines)
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
    m_name->setText(strangersText(m_call.call.name, 80));
    const bool hasServer = m_call.tool && m_call.tool->sourceName != m_call.call.name;
    m_source->setText(hasServer ? strangersText(m_call.tool->sourceName, 60) : QString());
    if (m_call.tool)
        m_name->setToolTip(literally(strangersText(m_call.tool->description, 600)));
}

void CallCard::addArguments(QBoxLayout *lines)
{
    m_form = new CallForm(m_theme, this);
    lines->addWidget(m_form);
    m_arguments = addEditor(lines);
    m_arguments->setAccessibleName(tr("Arguments"));
    new JsonHighlighter(m_arguments->document(), m_theme);
    connect(m_arguments, &QPlainTextEdit::textChanged, this, [this] {
        if (m_isEditing)
            m_pause.start();
    });
    m_fit = addLine(lines, &Colours::good);
    m_hidden = addLine(lines, &Colours::warning);
    m_hidden->setText(tr("Careful: there are characters in it that nobody would see. They are "
                         "shown as signs."));
}

void CallCard::addAnswer(QBoxLayout *lines)
{
    m_progress = addLine(lines, &Colours::secondary);
    m_answerLabel = addLine(lines, &Colours::secondary);
    m_answer = addEditor(lines);
    m_problem = addLine(lines, &Colours::danger);
}

ThemedLabel *CallCard::addLine(QBoxLayout *lines, QColor Colours::*colour)
{
    auto *label = new ThemedLabel(m_theme, TextRole::Small, colour, this);
    label->setWordWrap(true);
    label->hide();
    lines->addWidget(label);
    return label;
}

QPlainTextEdit *CallCard::addEditor(QBoxLayout *lines)
{
    auto *edit = new QPlainTextEdit(this);
    edit->setFont(m_theme.font(TextRole::Code));
    edit->setTabChangesFocus(true);
    connect(edit->document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged,
            this, [this, edit] { fitHeight(edit); });
    lines->addWidget(edit);
    return edit;
}

void CallCard::addReason(QBoxLayout *lines)
{
    m_reasonRow = new QWidget(this);
    auto *row = new QHBoxLayout(m_reasonRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::kStep2);
    m_reason = new QLineEdit(m_reasonRow);
    m_reason->setPlaceholderText(tr("Why not? The model is told."));
    m_reason->setAccessibleName(tr("Reason of the refusal"));
    m_reason->setMaxLength(kLongestReason);
    auto *refuse = new QPushButton(tr("Refuse"), m_reasonRow);
    refuse->setAutoDefault(false);
    row->addWidget(m_reason, 1);
    row->addWidget(refuse);
    connect(m_reason, &QLineEdit::returnPressed, this, &CallCard::takeReason);
    connect(refuse, &QPushButton::clicked, this, &CallCard::takeReason);
    m_reasonRow->hide();
    lines->addWidget(m_reasonRow);
}

void CallCard::addButtons(QBoxLayout *lines)
{
    m_review = new QCheckBox(tr("Show me the result first"), this);
    m_review->setToolTip(
        tr("The result waits for you before the model gets it. You can change it."));
    // A lane may be narrower than these words; the card must not be wider than the lane.
    m_review->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    lines->addWidget(m_review);
    auto *row = new FlowLayout(metrics::kStep2);
    lines->addLayout(row);
    const auto add = [&](const QString &text, auto slot) {
        auto *button = new QPushButton(text, this);
        button->setAutoDefault(false);
        button->installEventFilter(this);
        connect(button, &QPushButton::clicked, this, slot);
        row->addWidget(button);
        return button;
    };
    m_allow = add(tr("Allow once"), &CallCard::allow);
    m_always = add(tr("Always…"), [this] {
        m_alwaysMenu->popup(m_always->mapToGlobal(m_always->rect().bottomLeft()));
    });
    m_alwaysMenu = new QMenu(m_always);
    m_edit = add(tr("Edit…"), &CallCard::editArguments);
    m_edit->setAccessibleName(tr("Edit the arguments"));
    m_refuse = add(tr("Refuse…"), &CallCard::askForReason);
    m_give = add(tr("Give this answer"), [this] {
        emit answered(m_answer->toPlainText().toUtf8(), app::CallRound::Answer::Result);
    });
    m_giveFailure = add(tr("Say that it failed"), [this] {
        emit answered(m_answer->toPlainText().toUtf8(), app::CallRound::Answer::Failure);
    });
    m_goOn = add(tr("Go on with this result"), &CallCard::goOn);
    m_stop = add(tr("Stop this call"), &CallCard::stopped);
    for (QPushButton *first : {m_allow, m_give, m_goOn})
        first->setProperty("accent", true);
    fillAlwaysMenu();
}

void CallCard::fillAlwaysMenu()
{
    if (!m_call.tool || m_call.tool->ref.source.isEmpty())
        return;
    using app::ToolPolicy;
    const app::ToolRef tool = m_call.tool->ref;
    const auto add = [&](const QString &text, const app::ToolRef &ref, ToolPolicy policy) {
        connect(m_alwaysMenu->addAction(text), &QAction::triggered, this,
                [this, ref, policy] { emit policyChosen(ref, policy); });
    };
    add(tr("Always allow this tool"), tool, ToolPolicy::Always);
    if (isToolServer(m_call.tool->kind))
        add(tr("Always allow all tools of this server"), {tool.source, {}}, ToolPolicy::Always);
    m_alwaysMenu->addSeparator();
    add(tr("Never allow this tool"), tool, ToolPolicy::Never);
}

bool CallCard::event(QEvent *event)
{
    // Escape would stop all replies, and what is typed would be lost with them.
    const bool isEscape = event->type() == QEvent::ShortcutOverride
                          && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape;
    if (isEscape && (m_call.state == State::Asking || (m_call.waitsForUser() && !hasFocus()))) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

/// A card that is decided makes room, and the next one may come to lie under the pointer: the
/// second half of a double click decides nothing.
bool CallCard::eventFilter(QObject *watched, QEvent *event)
{
    return event->type() == QEvent::MouseButtonDblClick || QWidget::eventFilter(watched, event);
}

void CallCard::keyPressEvent(QKeyEvent *event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isReturn && event->isAutoRepeat())
        return; // nor does a key that is held
    if (isReturn && event->modifiers().testFlag(Qt::ControlModifier))
        return pressFirst();
    if (isReturn && hasFocus() && m_call.state == State::Asking)
        return allow();
    auto *button = qobject_cast<QPushButton *>(QApplication::focusWidget());
    if (isReturn && button && isAncestorOf(button))
        return button->click();
    if (event->key() != Qt::Key_Escape || !m_call.waitsForUser())
        return QWidget::keyPressEvent(event);
    if (m_call.state == State::Asking && m_reasonRow->isHidden())
        return askForReason();
    m_reasonRow->hide();
    setFocus();
}

void CallCard::pressFirst()
{
    for (QPushButton *first : {m_allow, m_give, m_goOn}) {
        if (!first->isHidden())
            return first->click();
    }
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
