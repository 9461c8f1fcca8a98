// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/export_wording.h"

#include "ui/transcript/run_facts.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

class ExportText
{
    Q_DECLARE_TR_FUNCTIONS(ui::Export)
public:
    static void fillHeader(app::ExportWords &words)
    {
        words.untitled = tr("Conversation");
        //: %1 is a version, %2 a date.
        words.made = tr("Exported by Diptych %1 on %2");
        //: Counts of runs and tokens, and an amount of money.
        words.sums = tr("%1 runs, %2 tokens in, %3 tokens out, %4");
        words.tags = tr("Tags: %1");
        words.lane = tr("Lane");
        words.model = tr("Model");
        words.provider = tr("Provider");
        words.parameters = tr("Parameters");
        //: %1 are letters of lanes.
        words.systemPrompt = tr("System prompt of %1");
    }

    static void fillRound(app::ExportWords &words)
    {
        words.round = tr("Round %1");
        //: A kind of round.
        words.sweep = tr("Sweep");
        //: A kind of round.
        words.repeat = tr("Repeat");
        //: A kind of round.
        words.replay = tr("Replay");
        //: A kind of round.
        words.judge = tr("Judge");
        words.prompt = tr("Prompt");
        words.hiddenNames = tr("The names are hidden until a vote is given.");
        words.answer = tr("Answer");
        words.choice = tr("choice %1");
        words.notGoneOnWith = tr("not gone on with");
        words.better = tr("voted better");
        words.tie = tr("Voted: a tie");
        words.allBad = tr("Voted: all bad");
    }

    static void fillAnswer(app::ExportWords &words)
    {
        words.reasoning = tr("Reasoning");
        //: %1 is the name of a tool.
        words.call = tr("Calls %1");
        //: Of a tool.
        words.result = tr("Result");
        //: A tool did.
        words.failedResult = tr("Failed");
        //: %1 is the name of a file.
        words.image = tr("Image: %1");
        //: %1 is the name of a file.
        words.imageLeftOut = tr("Image, not included: %1");
        //: One request with its retries, as a title.
        words.record = tr("Run");
        words.edited = tr("rewritten by the user");
        words.cutOff = tr("cut off");
        words.interrupted = tr("interrupted");
        words.cancelled = tr("stopped");
        words.failed = tr("failed");
        words.streaming = tr("still being written");
        //: %1 is a time.
        words.firstToken = tr("first token %1");
        words.speed = tr("%1 tok/s");
        words.tokens = tr("%1 tokens");
    }

    static QString name(app::ExportFormat format)
    {
        switch (format) {
        case app::ExportFormat::Html:
            return tr("Page (HTML)");
        case app::ExportFormat::Markdown:
            return u"Markdown"_s;
        case app::ExportFormat::Csv:
            return tr("Numbers (CSV)");
        case app::ExportFormat::Json:
            return u"JSON"_s;
        case app::ExportFormat::Promptfoo:
            return u"promptfoo"_s;
        }
        return {};
    }

    static QString hint(app::ExportFormat format)
    {
        switch (format) {
        case app::ExportFormat::Html:
            return tr("One file for a browser, with the answers side by side. It has no script and "
                      "loads nothing from elsewhere.");
        case app::ExportFormat::Markdown:
            return tr("A document with the answers as the models wrote them.");
        case app::ExportFormat::Csv:
            return tr("A row of figures for each answer, for a spreadsheet.");
        case app::ExportFormat::Json:
            return tr("Everything for other programs: messages, runs, and what was asked in them.");
        case app::ExportFormat::Promptfoo:
            return tr("A configuration with which promptfoo asks the same models the same again.");
        }
        return {};
    }
};

} // namespace

app::ExportWords exportWords()
{
    app::ExportWords words;
    words.locale = QLocale();
    words.language = words.locale.bcp47Name();
    ExportText::fillHeader(words);
    ExportText::fillRound(words);
    ExportText::fillAnswer(words);
    words.facts = [](const app::Message &reply, const app::Run &run) {
        app::ExportWords::Facts facts;
        for (const RunFact &fact : runFacts(reply, &run))
            facts.append({fact.name, fact.value});
        return facts;
    };
    return words;
}

QString exportFormatText(app::ExportFormat format)
{
    return ExportText::name(format);
}

QString exportFormatHint(app::ExportFormat format)
{
    return ExportText::hint(format);
}

QString exportFileFilter(app::ExportFormat format)
{
    return u"%1 (*.%2)"_s.arg(exportFormatText(format).section(u" ("_s, 0, 0),
                              exportFileEnding(format));
}

} // namespace ui
