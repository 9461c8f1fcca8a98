// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lanes/sweep_bar.h"

#include "app/chat/cell_runner.h"
#include "app/evaluation/round_cells.h"
#include "ui/actions/actions.h"
#include "ui/widgets/flat_button.h"
#include "ui/wording/cell_wording.h"
#include "ui/wording/number_wording.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace ui {

namespace {
constexpr qsizetype kLabelCharacters = 40;
constexpr int kPaddingOfButton = 6; ///< its words stand in line with others
} // namespace

SweepBar::SweepBar(const Theme &theme, QWidget *parent)
    : Ground(theme, &Colours::transcript, parent),
      m_button(new FlatButton(theme, u"grid"_s, u" "_s, this))
{
    m_button->setTextRole(TextRole::Small);
    m_button->setFocusPolicy(Qt::TabFocus);
    m_button->setMenu(new QMenu(m_button));
    m_button->setToolTip(Actions::toolTip(ActionId::EarlierSweeps));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(metrics::kStep5 - kPaddingOfButton, metrics::kStep1, metrics::kStep5,
                               metrics::kStep1);
    layout->addWidget(m_button);
    layout->addStretch(1);
    connect(m_button->menu(), &QMenu::aboutToShow, this, &SweepBar::fillMenu);
    hide();
}

SweepBar::~SweepBar() = default;

void SweepBar::setChat(app::ChatPtr chat)
{
    if (m_chat)
        disconnect(&m_chat->cells(), nullptr, this, nullptr);
    m_chat = std::move(chat);
    const app::CellRunner &runner = m_chat->cells();
    connect(&runner, &app::CellRunner::roundBegan, this, &SweepBar::refresh);
    connect(&runner, &app::CellRunner::roundEnded, this, &SweepBar::refresh);
    connect(&runner, &app::CellRunner::cellChanged, this, [this](app::TurnId cell) {
        if (m_chat->cells().activity(cell).state == app::LaneActivity::State::Idle)
            refresh();
    });
    refresh();
}

void SweepBar::setVeiled(bool veiled)
{
    m_isVeiled = veiled;
    refresh();
}

void SweepBar::refresh()
{
    const QList<app::RoundId> rounds = m_chat->conversation().rounds(app::cellKinds());
    setVisible(!rounds.isEmpty() && !m_isVeiled);
    if (rounds.isEmpty())
        return;
    const QString words = text(rounds);
    m_button->setText(words);
    m_button->setAccessibleName(words);
}

QString SweepBar::text(const QList<app::RoundId> &rounds) const
{
    qsizetype running = 0;
    for (const app::RoundId round : rounds)
        running += m_chat->cells().running(round);
    const QString count = tr("%n sweep(s)", nullptr, int(rounds.size()));
    if (running == 0)
        return count;
    //: "2 sweeps · 12 answers to come".
    return tr("%1 · %2 to come").arg(count, answersText(running));
}

void SweepBar::fillMenu()
{
    QMenu *menu = m_button->menu();
    menu->clear();
    const QList<app::RoundId> rounds = m_chat->conversation().rounds(app::cellKinds());
    for (auto round = rounds.crbegin(); round != rounds.crend(); ++round) {
        menu->addAction(sweepLabel(m_chat->conversation(), *round), this,
                        [this, id = *round] { emit requested(id); });
    }
}

QString sweepLabel(const app::Conversation &conversation, app::RoundId round)
{
    const app::RoundGrid grid = app::roundGrid(conversation, round);
    const app::Message *prompt = conversation.message(grid.cells.value(0).prompt);
    QStringList words{gridTitle(grid),
                      momentText(grid.createdMs, QDateTime::currentMSecsSinceEpoch())};
    if (prompt)
        words.append(beginningOf(app::textOf(prompt->parts), kLabelCharacters));
    // A lone & would be taken for a key.
    return words.join(u" · "_s).replace(u'&', u"&&"_s);
}

} // namespace ui
