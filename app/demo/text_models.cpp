// SPDX-License-Identifier: GPL-3.0-or-later
// The models that speak a fixed text: tour, slow, length.
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

} // namespace app
