// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lanes/lane_prompt.h"

#include "app/catalogue/catalogue.h"
#include "app/chat/blind_rounds.h"
#include "app/services.h"
#include "app/settings/settings.h"
#include "ui/composer/composer.h"
#include "ui/lanes/image_intake.h"
#include "ui/lanes/image_receivers.h"
#include "ui/prompts/composer_prompts.h"
#include "ui/theme/theme.h"
#include "ui/widgets/badge_label.h"
#include "ui/widgets/separator.h"

#include <QVBoxLayout>

namespace ui {

LanePrompt::LanePrompt(const ViewContext &context, app::ChatPtr chat, app::LaneId lane,
                       QWidget *parent)
    : QWidget(parent), m_context(context), m_chat(std::move(chat)), m_lane(lane),
      m_composer(new Composer(context.theme, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(new Separator(context.theme, Qt::Horizontal, this));
    layout->addWidget(m_composer);
    setFocusProxy(m_composer);
    bind();
    m_composer->setDraft(m_chat->conversation().draft(lane));
    refresh();
}

LanePrompt::~LanePrompt() = default;

void LanePrompt::bind()
{
    new ComposerPrompts(m_context.theme, *m_context.services.prompts, *m_composer);
    equipComposer(*m_composer, m_context.services);
    connect(m_composer, &Composer::sendRequested, this, [this](app::Prompt prompt) {
        emit aboutToSend();
        prompt.lane = m_lane;
        m_chat->send(prompt);
        m_composer->clear();
        m_chat->setDraft({}, m_lane);
    });
    connect(m_composer, &Composer::stopRequested, this, [this] { m_chat->stop(m_lane); });
    connect(m_composer, &Composer::editLastRequested, this, &LanePrompt::editLastRequested);
    connect(m_composer, &Composer::draftChanged, this,
            [this](const app::Draft &draft) { m_chat->setDraft(draft, m_lane); });
    connect(m_composer, &Composer::removeQueuedRequested, this, [this](int index) {
        m_chat->removeQueued(queuedFor(m_chat->queue(), m_lane).value(index, -1));
    });
    connect(m_composer, &Composer::sendQueuedRequested, this, [this] {
        emit aboutToSend();
        m_chat->sendQueued();
    });
    connect(m_chat.get(), &app::Chat::activityChanged, this, &LanePrompt::refresh);
    connect(m_chat.get(), &app::Chat::queueChanged, this, &LanePrompt::refresh);
    connect(m_context.services.catalogue.get(), &app::Catalogue::modelsChanged, this,
            &LanePrompt::refresh);
    app::Settings &settings = *m_context.services.settings;
    const auto takeSendKey = [this, &settings] {
        m_composer->setSendKey(settings.preferences().sendKey);
    };
    connect(&settings, &app::Settings::preferencesChanged, this, takeSendKey);
    takeSendKey();
}

void LanePrompt::refresh()
{
    const int letter = app::shownLetter(m_chat->conversation(), m_lane);
    //: What is written goes to one lane only. %1 is its letter.
    m_composer->setHint(tr("Write to %1 only…").arg(laneLetter(letter)));
    const auto state = m_chat->activity(m_lane).state;
    m_composer->setReceivers(imageReceivers(m_context.services, m_chat->conversation(), m_lane));
    m_composer->setBusy(state != app::LaneActivity::State::Idle);
    m_composer->setQueue(promptsAt(m_chat->queue(), queuedFor(m_chat->queue(), m_lane)));
}

QList<int> queuedFor(const QList<app::Prompt> &queue, app::LaneId lane)
{
    QList<int> places;
    for (int i = 0; i < queue.size(); ++i) {
        if (queue.at(i).lane == lane)
            places.append(i);
    }
    return places;
}

QList<app::Prompt> promptsAt(const QList<app::Prompt> &queue, const QList<int> &places)
{
    QList<app::Prompt> prompts;
    for (const int place : places)
        prompts.append(queue.at(place));
    return prompts;
}

} // namespace ui
