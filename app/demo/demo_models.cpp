// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/demo_models.h"

#include <array>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr std::array<DemoModel, 23> kModels{{
    {"diptych/tour"_L1, "Shows the program around: headings, lists, code, a table."_L1, "chat"_L1,
     tourAnswer},
    {"diptych/reasoner"_L1, "Thinks before it answers; it counts what is in your prompt."_L1,
     "chat reasoning reasoning_effort"_L1, reasonerAnswer},
    {"diptych/vision"_L1, "Describes the attached picture from its pixels."_L1,
     "chat vlm vision"_L1, visionAnswer},
    {"diptych/tools"_L1, "Calls the tools sent with the request, then speaks about the results."_L1,
     "chat tools"_L1, toolsAnswer, true},
    {"diptych/json"_L1, "Answers in JSON that fits the schema sent; judges by counting words."_L1,
     "chat json"_L1, jsonAnswer, false, true},
    {"diptych/slow"_L1, "Takes its time, as a busy server does. Try Stop."_L1, "chat"_L1,
     slowAnswer},
    {"diptych/length"_L1, "Stops at its output limit. Try Continue."_L1, "chat"_L1, lengthAnswer},
    {"diptych/anew"_L1, "Stops at its output limit too, and begins anew when it shall go on."_L1,
     "chat"_L1, anewAnswer},
    {"diptych/small"_L1, "Has a context of 600 tokens: a longer conversation overflows it."_L1,
     "chat"_L1, smallAnswer, false, false, 600},
    {"diptych/dice"_L1,
     "Takes words by chance and says how likely they were. Try logprobs and seed."_L1, "chat"_L1,
     diceAnswer},
    {"diptych/error-key"_L1, "Refuses the key (401)."_L1, "chat"_L1, errorAnswer},
    {"diptych/error-balance"_L1, "Says that the balance is used up (402)."_L1, "chat"_L1,
     errorAnswer},
    {"diptych/error-forbidden"_L1, "Says that the key may not do this (403)."_L1, "chat"_L1,
     errorAnswer},
    {"diptych/error-unsupported"_L1, "Lacks a feature that was asked for (405)."_L1, "chat"_L1,
     errorAnswer, true, true},
    {"diptych/error-field"_L1, "Refuses a field of the request (422)."_L1, "chat"_L1, errorAnswer},
    {"diptych/error-context"_L1, "Says that the conversation is too long (400)."_L1, "chat"_L1,
     errorAnswer},
    {"diptych/error-busy"_L1, "Is always busy (429): watch the countdown of the retries."_L1,
     "chat"_L1, errorAnswer},
    {"diptych/error-server"_L1, "Fails on the server's side (500)."_L1, "chat"_L1, errorAnswer},
    {"diptych/error-html"_L1, "Answers with a web page, as a wrong address does."_L1, "chat"_L1,
     errorAnswer},
    {"diptych/error-offline"_L1, "Cannot be reached."_L1, "chat"_L1, errorAnswer},
    {"diptych/error-cut"_L1, "Breaks off in the middle of the answer."_L1, "chat"_L1, errorAnswer},
    {"diptych/error-lost"_L1, "Loses the connection in the middle of the answer."_L1, "chat"_L1,
     errorAnswer},
    {"diptych/error-stream"_L1, "Fails in the middle of the answer and says so."_L1, "chat"_L1,
     errorAnswer},
}};

} // namespace

std::span<const DemoModel> demoModels()
{
    return kModels;
}

const DemoModel *findDemoModel(QStringView id)
{
    for (const DemoModel &model : kModels) {
        if (model.id == id)
            return &model;
    }
    return nullptr;
}

} // namespace app
