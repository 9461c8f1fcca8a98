// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lanes/round_bar.h"

#include "app/catalogue/model_info.h"
#include "app/chat/blind_rounds.h"
#include "app/evaluation/costs.h"
#include "ui/evaluation/json_table_dialog.h"
#include "ui/widgets/badge_label.h"
#include "ui/widgets/flat_button.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/themed_label.h"
#include "ui/wording/number_wording.h"

#include <QKeyEvent>
#include <QMenu>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {
constexpr int kMostKeys = 9; ///< Alt+1 … Alt+9
constexpr int kButtonMargin = 14; ///< letters need no wide buttons
constexpr int kSettlesMs = 600;
} // namespace

RoundBar::RoundBar(const Theme &theme, QWidget *parent)
    : Ground(theme, &Colours::transcript, parent), m_layout(new FlowLayout(metrics::kStep2)),
      m_question(new ThemedLabel(theme, TextRole::Small, &Colours::secondary, this)),
      m_goOn(new FlatButton(theme, {}, tr("Go on with one answer"), this)),
      m_judge(new FlatButton(theme, {}, tr("Ask a judge…"), this)),
      m_table(new FlatButton(theme, {}, tr("Compare the JSON…"), this)),
      m_cost(new ThemedLabel(theme, TextRole::Small, &Colours::faint, this))
{
    setAccessibleName(tr("Vote"));
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(metrics::kStep5, metrics::kStep2, metrics::kStep5, metrics::kStep2);
    outer->addLayout(m_layout);
    m_question->setMinimumHeight(m_goOn->sizeHint().height());
    m_cost->setMinimumHeight(m_goOn->sizeHint().height());
    m_goOn->setTextRole(TextRole::Small);
    m_judge->setTextRole(TextRole::Small);
    connect(m_judge, &FlatButton::clicked, this, [this] { emit judgeRequested(m_round); });
    m_table->setTextRole(TextRole::Small);
    connect(m_table, &FlatButton::clicked, this, [this] { emit jsonTableRequested(m_round); });
    m_goOn->setMenu(new QMenu(m_goOn));
    connect(m_goOn->menu(), &QMenu::aboutToShow, this, &RoundBar::showGoOnMenu);
    hide();
}

RoundBar::~RoundBar() = default;

void RoundBar::setChat(app::ChatPtr chat)
{
    if (m_chat) {
        disconnect(m_chat.get(), nullptr, this, nullptr);
        disconnect(&m_chat->conversation(), nullptr, this, nullptr);
    }
    m_chat = std::move(chat);
    const app::Conversation &conversation = m_chat->conversation();
    connect(m_chat.get(), &app::Chat::activityChanged, this, &RoundBar::refresh);
    connect(&conversation, &app::Conversation::lanesChanged, this, &RoundBar::refresh);
    connect(&conversation, &app::Conversation::pathChanged, this, &RoundBar::refresh);
    connect(&conversation, &app::Conversation::roundChanged, this, &RoundBar::refresh);
    refresh();
}

void RoundBar::refresh()
{
    const app::Conversation &conversation = m_chat->conversation();
    const app::BlindRound *veiled = conversation.veiledRound();
    m_round = m_chat->hasBusyLane() ? app::RoundId()
              : veiled              ? veiled->round
                                    : app::newestRound(conversation);
    m_answers = m_round ? app::answersIn(conversation, m_round) : QList<app::RoundAnswer>();
    const bool isShown = m_answers.size() > 1;
    if (isShown) {
        const app::Vote *locked = lockedVote();
        const QList<Choice> choices = locked ? QList<Choice>() : this->choices();
        if (choices != m_choices)
            rebuild(choices);
        m_question->setText(locked ? lockedText(*locked) : tr("Which is better?"));
        m_goOn->setVisible(!veiled);
        m_judge->setVisible(!veiled); // its verdicts name the lanes
        m_table->setVisible(canCompareJson(conversation, m_round));
        refreshCost();
        for (qsizetype i = 0; i < m_choices.size(); ++i) {
            const bool given = isGiven(m_choices.at(i));
            m_buttons.at(i)->setChecked(given);
            m_buttons.at(i)->setProperty("accent", given);
            m_buttons.at(i)->update();
        }
    }
    if (isShown && isHidden())
        m_sinceShown.start();
    setVisible(isShown);
}

/// It comes when the last answer ends, where something else was a moment before: a click that was
/// on its way there is no vote.
bool RoundBar::eventFilter(QObject *watched, QEvent *event)
{
    const bool isPress =
        event->type() == QEvent::MouseButtonPress || event->type() == QEvent::MouseButtonDblClick;
    return (isPress && m_sinceShown.elapsed() < kSettlesMs) || QWidget::eventFilter(watched, event);
}

/// Not under a veil: sums tell who was the cheap one.
void RoundBar::refreshCost()
{
    const app::Conversation &conversation = m_chat->conversation();
    const double round = app::roundCostUsd(conversation, m_round);
    m_cost->setVisible(round > 0 && !conversation.veiledRound());
    //: %1 is an amount of money: what the newest round cost.
    m_cost->setText(tr("Round %1").arg(costText(round)));
    //: Amounts of money: of the newest round, and of the whole conversation.
    m_cost->setToolTip(tr("This round has cost %1, the conversation %2.")
                           .arg(costText(round), costText(conversation.costUsd())));
}

QList<RoundBar::Choice> RoundBar::choices() const
{
    QList<Choice> choices;
    for (const app::RoundAnswer &answer : m_answers) {
        const QString letter = laneLetter(app::shownLetter(m_chat->conversation(), answer.lane));
        const auto number = int(choices.size()) + 1;
        const QKeySequence keys = number <= kMostKeys
                                      ? QKeySequence(Qt::ALT | Qt::Key(Qt::Key_0 + number))
                                      : QKeySequence();
        //: %1 is the letter of a lane.
        choices.append({app::VoteOutcome::Winner, answer.lane, letter,
                        tr("The answer of %1 is better").arg(letter), keys});
    }
    choices.append({app::VoteOutcome::Tie,
                    {},
                    tr("Tie"),
                    tr("They are equally good"),
                    QKeySequence(Qt::ALT | Qt::Key_0)});
    choices.append({app::VoteOutcome::AllBad,
                    {},
                    tr("All bad"),
                    tr("None of them is of use"),
                    QKeySequence(Qt::ALT | Qt::Key_Minus)});
    return choices;
}

void RoundBar::rebuild(const QList<Choice> &choices)
{
    for (QShortcut *shortcut : std::exchange(m_shortcuts, {})) {
        shortcut->setEnabled(false);
        shortcut->deleteLater();
    }
    for (QPushButton *button : std::exchange(m_buttons, {})) {
        button->hide();
        button->deleteLater(); // it may be the one that was pressed
    }
    m_layout->removeWidget(m_question);
    m_layout->removeWidget(m_goOn);
    m_layout->removeWidget(m_judge);
    m_layout->removeWidget(m_table);
    m_layout->removeWidget(m_cost);
    m_choices = choices;
    m_layout->addWidget(m_question);
    for (qsizetype i = 0; i < choices.size(); ++i) {
        const Choice &choice = choices.at(i);
        auto *button = new QPushButton(choice.text, this);
        button->setCheckable(true);
        button->setFont(theme().font(TextRole::Small));
        button->setMaximumWidth(button->fontMetrics().horizontalAdvance(choice.text)
                                + 2 * kButtonMargin);
        button->setAccessibleName(choice.toolTip);
        button->setToolTip(
            u"%1 (%2)"_s.arg(choice.toolTip, choice.keys.toString(QKeySequence::NativeText)));
        button->installEventFilter(this);
        connect(button, &QPushButton::clicked, this, [this, i] { vote(i); });
        m_layout->addWidget(button);
        m_buttons.append(button);
        auto *shortcut = new QShortcut(choice.keys, this);
        connect(shortcut, &QShortcut::activated, this, [this, i] { vote(i); });
        m_shortcuts.append(shortcut);
        button->show();
    }
    m_layout->addWidget(m_goOn);
    m_layout->addWidget(m_judge);
    m_layout->addWidget(m_table);
    m_layout->addWidget(m_cost);
}

bool RoundBar::isGiven(const Choice &choice) const
{
    const app::Vote *vote = m_chat->conversation().vote(m_round);
    if (!vote || vote->outcome != choice.outcome)
        return false;
    return choice.outcome != app::VoteOutcome::Winner
           || (vote->winner >= 0 && vote->sides.at(vote->winner).lane == choice.winner);
}

const app::Vote *RoundBar::lockedVote() const
{
    const app::Vote *vote = m_chat->conversation().vote(m_round);
    return vote && vote->isBlind ? vote : nullptr;
}

QString RoundBar::lockedText(const app::Vote &vote)
{
    QStringList names;
    QString chosen = vote.outcome == app::VoteOutcome::Tie ? tr("Tie") : tr("All bad");
    for (int i = 0; i < vote.sides.size(); ++i) {
        const QString letter = laneLetter(vote.sides.at(i).letter);
        if (i == vote.winner)
            chosen = letter;
        //: %1 is a letter, %2 the model that it stood for.
        names.append(tr("%1 was %2").arg(letter, app::shortModelName(vote.sides.at(i).model)));
    }
    //: %1 is a letter, "Tie" or "All bad"; %2 is a list such as "A was this, B was that".
    return tr("Your blind vote: %1. %2.").arg(chosen, names.join(u", "_s));
}

void RoundBar::vote(qsizetype number)
{
    const Choice choice = m_choices.at(number);
    m_chat->vote(m_round, choice.outcome, choice.winner);
    refresh(); // a button that was pressed twice stays pressed
}

void RoundBar::showGoOnMenu()
{
    QMenu *menu = m_goOn->menu();
    menu->clear();
    for (const app::RoundAnswer &answer : std::as_const(m_answers)) {
        const app::Lane *lane = m_chat->conversation().lane(answer.lane);
        if (!lane)
            continue;
        //: An entry of the menu of lanes: letter and model.
        menu->addAction(
            tr("%1 · %2").arg(laneLetter(lane->letter), app::shortModelName(lane->model)), this,
            [this, answer] { emit goOnRequested(answer.lane, answer.reply); });
    }
}

/// With the focus on the bar a letter is enough.
void RoundBar::keyPressEvent(QKeyEvent *event)
{
    const QString typed = event->text().toUpper();
    for (qsizetype i = 0; i < m_choices.size(); ++i) {
        const bool isAnswer = m_choices.at(i).outcome == app::VoteOutcome::Winner;
        if (isAnswer && !typed.isEmpty() && m_choices.at(i).text == typed)
            return vote(i);
    }
    Ground::keyPressEvent(event);
}

} // namespace ui
