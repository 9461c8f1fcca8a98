// SPDX-License-Identifier: GPL-3.0-or-later
// The models that speak a fixed text: tour, slow, length, anew, small.
#include "app/demo/demo_models.h"
#include "app/demo/demo_texts.h"

using namespace Qt::StringLiterals;

namespace app {

DemoScript tourAnswer(const DemoRequest &request)
{
    DemoScript script;
    if (!request.imageUrls.isEmpty()) {
        script.text = QString::fromUtf16(demoTexts(request.language).pictureHint);
        return script;
    }
    const auto &topics = demoTexts(request.language).topics;
    if (request.choice > 0) { // further answers tell of something else
        script.text = QString::fromUtf16(topics.at(size_t(request.choice - 1)).text);
        return script;
    }
    if (request.promptCount > 1)
        script.text = topicText(request.prompt, request.language);
    if (script.text.isEmpty())
        script.text = request.promptCount > 1
                          ? QString::fromUtf16(demoTexts(request.language).topicList)
                          : QString::fromUtf16(demoTexts(request.language).tour);
    return script;
}

DemoScript slowAnswer(const DemoRequest &request)
{
    DemoScript script;
    script.text = QString::fromUtf16(demoTexts(request.language).slow);
    script.firstPause = std::chrono::seconds(3);
    script.tokensPerSecond = 5;
    return script;
}

DemoScript lengthAnswer(const DemoRequest &request)
{
    DemoScript script;
    script.text = QString::fromUtf16(demoTexts(request.language).length);
    script.mostTokens = 70;
    return script;
}

DemoScript anewAnswer(const DemoRequest &request)
{
    DemoScript script = lengthAnswer(request);
    script.goesOn = false;
    return script;
}

DemoScript smallAnswer(const DemoRequest &request)
{
    DemoScript script;
    script.text = QString::fromUtf16(demoTexts(request.language).small);
    return script;
}

} // namespace app
