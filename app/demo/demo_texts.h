// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QString>

#include <array>

namespace app {

/// A part of the tour that a later question asks for.
struct DemoTopic
{
    const char16_t *words; ///< with spaces in between: beginnings of words of such a question
    const char16_t *text;
};

/// What the demo says at length: Markdown, in one language.
struct DemoTexts
{
    const char16_t *tour;
    const char16_t *topicList;
    const char16_t *pictureHint; ///< for a picture sent to a model without eyes
    const char16_t *slow;
    const char16_t *length;
    const char16_t *small;
    const char16_t *dice; ///< with forks in brackets; see dice_model.cpp
    const char16_t *noTools;
    const char16_t *noPicture;
    const char16_t *noSchema;
    const char16_t *brokenOff;
    const char16_t *nothingAsked;
    std::array<DemoTopic, 7> topics; ///< in the same order in every language
};

[[nodiscard]] const DemoTexts &englishDemoTexts();
[[nodiscard]] const DemoTexts &germanDemoTexts();

/// German where that is asked for, else English.
[[nodiscard]] const DemoTexts &demoTexts(QLocale::Language language);
/// For a question in English or in that language; empty where no topic fits.
[[nodiscard]] QString topicText(const QString &question, QLocale::Language language);

} // namespace app
