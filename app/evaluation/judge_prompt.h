// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace app {

/// What a judge is to look at where the user says nothing else. English whatever the language of
/// the window is: verdicts can be compared only where the same was asked.
[[nodiscard]] QString usualRubric();

struct JudgeQuestion
{
    struct Said
    {
        bool byUser = true;
        QString text;
    };
    QString rubric;
    QList<Said> before; ///< the conversation up to the prompt
    QString prompt;
    int images = 0; ///< of the prompt
    bool showsImages = false; ///< they go along; else the judge is told that there are some
    QString first; ///< the answer that is shown as 1
    QString second;
};

/// The whole text that a judge sees: rubric, conversation, both answers between marks that their
/// writers cannot have known, and the form of the verdict. It names no model. Of a conversation of
/// more than 24,000 characters only the end is told, and that it is. Pure.
[[nodiscard]] QString judgePrompt(const JudgeQuestion &question);

} // namespace app
