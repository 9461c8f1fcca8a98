// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lanes/blind_bar.h"

#include "app/chat/blind_rounds.h"
#include "ui/actions/actions.h"
#include "ui/widgets/flat_button.h"
#include "ui/widgets/themed_label.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int kSign = 16;

bool isSomethingOutOfSight(const app::Conversation &conversation)
{
    return std::ranges::any_of(conversation.lanes(), [&](const app::Lane &lane) {
        return app::shownPath(conversation, lane.id, app::Answers::Shown).size()
               < conversation.path(lane.id).size();
    });
}

} // namespace

BlindBar::BlindBar(const Theme &theme, QWidget *parent)
    : Ground(theme, &Colours::accentGround, parent), m_sign(new QLabel(this)),
      m_text(new ThemedLabel(theme, TextRole::Small, &Colours::text, this)),
      m_together(new QCheckBox(tr("Show them together"), this)),
      m_show(new FlatButton(theme, {}, tr("Show names"), this)),
      m_off(new FlatButton(theme, {}, tr("Turn off"), this))
{
    m_text->setWordWrap(true);
    m_text->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    for (FlatButton *button : {m_show, m_off}) {
        button->setIconOnly(false);
        button->setTextRole(TextRole::Small);
        button->setTone(FlatButton::Tone::Accent);
    }
    explain();
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(metrics::kStep5, metrics::kStep1, metrics::kStep5, metrics::kStep1);
    layout->setSpacing(metrics::kStep2);
    layout->addWidget(m_sign);
    layout->addWidget(m_text, 1);
    for (QWidget *control : QList<QWidget *>{m_together, m_show, m_off})
        layout->addWidget(control);
    connect(m_together, &QCheckBox::clicked, this, [this](bool together) {
        m_chat->setBlindMode(together ? app::BlindMode::Together : app::BlindMode::AsWritten);
    });
    connect(m_show, &FlatButton::clicked, this, [this] { m_chat->showNames(); });
    connect(m_off, &FlatButton::clicked, this,
            [this] { m_chat->setBlindMode(app::BlindMode::Off); });
    connect(&theme, &Theme::changed, this, &BlindBar::restyle);
    hide();
}

/// Its sign is painted for the first time then: most windows never show it.
void BlindBar::showEvent(QShowEvent *event)
{
    restyle();
    Ground::showEvent(event);
}

void BlindBar::explain()
{
    m_together->setToolTip(
        Actions::withKeys(tr("All answers come into sight at once, when the last one is written"),
                          ActionId::ShowTogether));
    m_show->setToolTip(Actions::withKeys(
        tr("Shows the names without a vote. A vote that is given later is not blind."),
        ActionId::ShowNames));
    m_off->setToolTip(
        Actions::withKeys(tr("The next answers show with their names"), ActionId::BlindMode));
    m_off->setAccessibleName(tr("Turn blind mode off"));
}

void BlindBar::restyle()
{
    if (!isVisible())
        return;
    m_sign->setPixmap(theme().icon(u"blind"_s, theme().colours().accent).pixmap(kSign));
    m_together->setFont(theme().font(TextRole::Small));
}

BlindBar::~BlindBar() = default;

void BlindBar::setChat(app::ChatPtr chat)
{
    if (m_chat) {
        disconnect(m_chat.get(), nullptr, this, nullptr);
        disconnect(&m_chat->conversation(), nullptr, this, nullptr);
    }
    m_chat = std::move(chat);
    const app::Conversation &conversation = m_chat->conversation();
    connect(m_chat.get(), &app::Chat::heldBackChanged, this, &BlindBar::refresh);
    connect(&conversation, &app::Conversation::summaryChanged, this, &BlindBar::refresh);
    connect(&conversation, &app::Conversation::lanesChanged, this, &BlindBar::refresh);
    connect(&conversation, &app::Conversation::laneChanged, this, &BlindBar::refresh);
    connect(&conversation, &app::Conversation::roundChanged, this, &BlindBar::refresh);
    refresh();
}

void BlindBar::refresh()
{
    const app::Conversation &conversation = m_chat->conversation();
    const app::BlindMode mode = conversation.summary().blindMode;
    const bool isVeiled = conversation.veiledRound() != nullptr;
    m_text->setText(isVeiled ? veiledSentence() : sentence());
    setAccessibleName(m_text->text());
    m_together->setChecked(mode == app::BlindMode::Together);
    m_together->setVisible(!isVeiled);
    m_show->setVisible(isVeiled);
    m_off->setVisible(!isVeiled);
    setVisible(isVeiled || mode != app::BlindMode::Off);
}

QString BlindBar::sentence() const
{
    if (app::lanesFor(m_chat->conversation(), {}).size() < 2)
        return tr("Blind mode is on, but one lane alone cannot be blind. Add a lane to compare.");
    return tr("Blind mode: the next answers come without names, in a random order.");
}

QString BlindBar::veiledSentence() const
{
    if (m_chat->heldBackRound())
        return tr("Blind: the answers come into sight together, when the last one is written.");
    const QString hidden = tr("Blind: names, times and costs are hidden until you vote.");
    if (!isSomethingOutOfSight(m_chat->conversation()))
        return hidden;
    //: %1 is a whole sentence.
    return tr("%1 So is what a lane alone has said before.").arg(hidden);
}

} // namespace ui
