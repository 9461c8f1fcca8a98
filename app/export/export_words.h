// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/records.h"

#include <QLocale>

#include <functional>

namespace app {

/// The words of a page or a document: English, unless whoever exports has others. In CSV, JSON and
/// YAML names are English always.
struct ExportWords
{
    using Facts = QList<std::pair<QString, QString>>;

    QString language = QStringLiteral("en"); ///< of all these words
    QLocale locale = QLocale(QLocale::English, QLocale::UnitedStates);
    QString untitled = QStringLiteral("Conversation");
    QString made = QStringLiteral("Exported by Diptych %1 on %2"); ///< version, date
    QString sums = QStringLiteral("%1 runs, %2 tokens in, %3 tokens out, %4");
    QString tags = QStringLiteral("Tags: %1");
    QString lane = QStringLiteral("Lane");
    QString model = QStringLiteral("Model");
    QString provider = QStringLiteral("Provider");
    QString parameters = QStringLiteral("Parameters");
    QString systemPrompt = QStringLiteral("System prompt of %1"); ///< lanes
    QString round = QStringLiteral("Round %1");
    QString sweep = QStringLiteral("Sweep");
    QString repeat = QStringLiteral("Repeat");
    QString replay = QStringLiteral("Replay");
    QString judge = QStringLiteral("Judge");
    QString prompt = QStringLiteral("Prompt");
    QString hiddenNames = QStringLiteral("The names are hidden until a vote is given.");
    QString answer = QStringLiteral("Answer"); ///< of a lane that is gone
    QString choice = QStringLiteral("choice %1");
    QString notGoneOnWith = QStringLiteral("not gone on with");
    QString better = QStringLiteral("voted better");
    QString tie = QStringLiteral("Voted: a tie");
    QString allBad = QStringLiteral("Voted: all bad");
    QString reasoning = QStringLiteral("Reasoning");
    QString call = QStringLiteral("Calls %1");
    QString result = QStringLiteral("Result");
    QString failedResult = QStringLiteral("Failed");
    QString image = QStringLiteral("Image: %1");
    QString imageLeftOut = QStringLiteral("Image, not included: %1");
    QString record = QStringLiteral("Run");
    QString edited = QStringLiteral("rewritten by the user");
    QString cutOff = QStringLiteral("cut off");
    QString interrupted = QStringLiteral("interrupted");
    QString cancelled = QStringLiteral("stopped");
    QString failed = QStringLiteral("failed");
    QString streaming = QStringLiteral("still being written");
    QString firstToken = QStringLiteral("first token %1");
    QString speed = QStringLiteral("%1 tok/s");
    QString tokens = QStringLiteral("%1 tokens");
    /// What there is to say of a run, name by name. For any thread.
    std::function<Facts(const Message &reply, const Run &run)> facts;

    ExportWords();
};

/// "Sweep"; of a chat nothing.
[[nodiscard]] QString kindText(RoundKind kind, const ExportWords &words);
/// "cut off"; of a complete message nothing.
[[nodiscard]] QString stateText(MessageState state, const ExportWords &words);

} // namespace app
