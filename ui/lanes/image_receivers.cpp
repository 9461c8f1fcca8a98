// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lanes/image_receivers.h"

#include "app/catalogue/catalogue.h"
#include "app/chat/blind_rounds.h"
#include "app/chat/turn_plan.h"
#include "app/services.h"

namespace ui {

ImageReceivers imageReceivers(const app::Services &services, const app::Conversation &conversation,
                              app::LaneId lane)
{
    if (conversation.veiledRound())
        return {{}, true};
    ImageReceivers receivers;
    for (const app::LaneId id : app::lanesFor(conversation, {.lane = lane})) {
        const app::Lane *receiver = conversation.lane(id);
        const app::ModelInfo model =
            services.catalogue->model(receiver->providerId, receiver->model);
        receivers.lanes.append(
            {.letter = app::shownLetter(conversation, id),
             .provider = services.provider(receiver->providerId).name,
             .model = model,
             .sight = services.catalogue->belief(receiver->providerId, receiver->model,
                                                 &app::ModelInfo::images)});
    }
    return receivers;
}

} // namespace ui
