<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>PromptWords</name>
    <message numerus="yes">
        <source>there are more than %n variable(s). It stays as it is.</source>
        <translation>
            <numerusform>there is more than %n variable. It stays as it is.</numerusform>
            <numerusform>there are more than %n variables. It stays as it is.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Tokens</name>
    <message numerus="yes">
        <source>Identical: %n token(s).</source>
        <translation>
            <numerusform>Identical: %n token.</numerusform>
            <numerusform>Identical: %n tokens.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n below 50 %</source>
        <extracomment>Tokens.</extracomment>
        <translation>
            <numerusform>%n below 50 %</numerusform>
            <numerusform>%n below 50 %</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Transcript</name>
    <message numerus="yes">
        <source>The %n round(s) above are not sent.</source>
        <translation>
            <numerusform>The round above is not sent.</numerusform>
            <numerusform>The %n rounds above are not sent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n requests: this server gives one answer each</source>
        <translation>
            <numerusform>in %n request: this server gives one answer each</numerusform>
            <numerusform>in %n requests: this server gives one answer each</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Continued %n time(s)</source>
        <translation>
            <numerusform>Continued once</numerusform>
            <numerusform>Continued %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::AnswerPane</name>
    <message numerus="yes">
        <source>%n box(es)</source>
        <translation>
            <numerusform>%n box</numerusform>
            <numerusform>%n boxes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::AttachmentIntake</name>
    <message numerus="yes">
        <source>A message holds %n image(s) at most.</source>
        <translation>
            <numerusform>A message holds %n image at most.</numerusform>
            <numerusform>A message holds %n images at most.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::CallCard</name>
    <message numerus="yes">
        <source>running, %n s</source>
        <translation>
            <numerusform>running, %n s</numerusform>
            <numerusform>running, %n s</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::CallPanel</name>
    <message numerus="yes">
        <source>The model called tools %n times for this prompt and wants to go on. Nothing is called until you let it.</source>
        <translation>
            <numerusform>The model called tools once for this prompt and wants to go on. Nothing is called until you let it.</numerusform>
            <numerusform>The model called tools %n times for this prompt and wants to go on. Nothing is called until you let it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n calls of the model were not made.</source>
        <translation>
            <numerusform>One call of the model was not made.</numerusform>
            <numerusform>%n calls of the model were not made.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::CallsWindow</name>
    <message numerus="yes">
        <source>%n call(s) in this round.</source>
        <translation>
            <numerusform>One call in this round.</numerusform>
            <numerusform>%n calls in this round.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) differ, marked with ≠.</source>
        <translation>
            <numerusform>One call differs, marked with ≠.</numerusform>
            <numerusform>%n calls differ, marked with ≠.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::CellWording</name>
    <message numerus="yes">
        <source>%n repeats</source>
        <translation>
            <numerusform>%n repeat</numerusform>
            <numerusform>%n repeats</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s)</source>
        <translation>
            <numerusform>%n answer</numerusform>
            <numerusform>%n answers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::CellsDialog</name>
    <message numerus="yes">
        <source>%n picture(s) of the message go with it.</source>
        <translation>
            <numerusform>%n picture of the message goes with it.</numerusform>
            <numerusform>%n pictures of the message go with it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::CellsWindow</name>
    <message numerus="yes">
        <source>%n cell(s) have no whole answer: they failed, were stopped, or the program ended.</source>
        <translation>
            <numerusform>%n cell has no whole answer: it failed, was stopped, or the program ended.</numerusform>
            <numerusform>%n cells have no whole answer: they failed, were stopped, or the program ended.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ConversationView</name>
    <message numerus="yes">
        <source>Write to all %n models…</source>
        <translation>
            <numerusform>Write to %n model…</numerusform>
            <numerusform>Write to all %n models…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::CostsText</name>
    <message numerus="yes">
        <source>No answers in the last %n day(s)</source>
        <translation>
            <numerusform>No answers in the last day</numerusform>
            <numerusform>No answers in the last %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 in the last %n day(s)</source>
        <extracomment>%1 is an amount of money</extracomment>
        <translation>
            <numerusform>%1 in the last day</numerusform>
            <numerusform>%1 in the last %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s).</source>
        <translation>
            <numerusform>%n answer.</numerusform>
            <numerusform>%n answers.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) without a known price.</source>
        <translation>
            <numerusform>%n answer without a known price.</numerusform>
            <numerusform>%n answers without a known price.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>For %n answer(s) a server said a cost that cannot be, which is left out.</source>
        <translation>
            <numerusform>For %n answer a server said a cost that cannot be, which is left out.</numerusform>
            <numerusform>For %n answers a server said a cost that cannot be, which is left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) of blind rounds are counted once their names show.</source>
        <translation>
            <numerusform>%n answer of a blind round is counted once its name shows.</numerusform>
            <numerusform>%n answers of blind rounds are counted once their names show.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a known price</source>
        <translation>
            <numerusform>%n without a known price</numerusform>
            <numerusform>%n without a known price</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::CostsWindow</name>
    <message numerus="yes">
        <source>Last %n day(s)</source>
        <translation>
            <numerusform>Last day</numerusform>
            <numerusform>Last %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::DiffDialog</name>
    <message numerus="yes">
        <source>%n place(s) differ.</source>
        <translation>
            <numerusform>%n place differs.</numerusform>
            <numerusform>%n places differ.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::DiffView</name>
    <message numerus="yes">
        <source>%n equal line(s)</source>
        <translation>
            <numerusform>%n equal line</numerusform>
            <numerusform>%n equal lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n difference</numerusform>
            <numerusform>%n differences</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::FormatWording</name>
    <message numerus="yes">
        <source>More than %n place(s) do not fit the schema.</source>
        <translation>
            <numerusform>More than %n place does not fit the schema.</numerusform>
            <numerusform>More than %n places do not fit the schema.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) do not fit the schema.</source>
        <translation>
            <numerusform>%n place does not fit the schema.</numerusform>
            <numerusform>%n places do not fit the schema.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ImageViewer</name>
    <message numerus="yes">
        <source>%n box(es)</source>
        <translation>
            <numerusform>%n box</numerusform>
            <numerusform>%n boxes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ImageWording</name>
    <message numerus="yes">
        <source>No more than %n page(s) can be taken here. Name fewer.</source>
        <translation>
            <numerusform>No more than %n page can be taken here. Name just one.</numerusform>
            <numerusform>No more than %n pages can be taken here. Name fewer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of the %n pictures in it, only the first is sent.</source>
        <translation>
            <numerusform>Of the %n picture in it, only the first is sent.</numerusform>
            <numerusform>Of the %n pictures in it, only the first is sent.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::JsonRow</name>
    <message numerus="yes">
        <source>%n tools</source>
        <translation>
            <numerusform>%n tool</numerusform>
            <numerusform>%n tools</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fields</source>
        <translation>
            <numerusform>%n field</numerusform>
            <numerusform>%n fields</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::JsonTableDialog</name>
    <message numerus="yes">
        <source>%n value(s) differ, marked with ≠.</source>
        <translation>
            <numerusform>%n value differs, marked with ≠.</numerusform>
            <numerusform>%n values differ, marked with ≠.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only the first %n values are shown.</source>
        <translation>
            <numerusform>Only the first value is shown.</numerusform>
            <numerusform>Only the first %n values are shown.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::JsonTreeModel</name>
    <message numerus="yes">
        <source>{ %n member(s) }</source>
        <translation>
            <numerusform>{ %n member }</numerusform>
            <numerusform>{ %n members }</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>[ %n item(s) ]</source>
        <translation>
            <numerusform>[ %n item ]</numerusform>
            <numerusform>[ %n items ]</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::JudgeDialog</name>
    <message numerus="yes">
        <source>%n pair(s), each asked about in both orders.</source>
        <translation>
            <numerusform>%n pair, asked about in both orders.</numerusform>
            <numerusform>%n pairs, each asked about in both orders.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>That takes %n request(s).</source>
        <translation>
            <numerusform>That takes %n request.</numerusform>
            <numerusform>That takes %n requests.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::JudgementWindow</name>
    <message numerus="yes">
        <source>In %1 of %n pair(s) the judge contradicts itself.</source>
        <translation>
            <numerusform>In %1 of %n pair the judge contradicts itself.</numerusform>
            <numerusform>In %1 of %n pairs the judge contradicts itself.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ask again for %n verdict(s)</source>
        <translation>
            <numerusform>Ask again for %n verdict</numerusform>
            <numerusform>Ask again for %n verdicts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n verdict(s) are missing.</source>
        <translation>
            <numerusform>%n verdict is missing.</numerusform>
            <numerusform>%n verdicts are missing.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::KeyPanel</name>
    <message numerus="yes">
        <source>The server answers and lists %n models.</source>
        <translation>
            <numerusform>The server answers and lists %n model.</numerusform>
            <numerusform>The server answers and lists %n models.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::LaneColumn</name>
    <message numerus="yes">
        <source>trying again in %n s</source>
        <translation>
            <numerusform>trying again in %n s</numerusform>
            <numerusform>trying again in %n s</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::LaneCommands</name>
    <message numerus="yes">
        <source>%n lane(s) were added, one for each other answer.</source>
        <translation>
            <numerusform>A lane was added for the other answer.</numerusform>
            <numerusform>%n lanes were added, one for each other answer.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::LaneDifferences</name>
    <message numerus="yes">
        <source>%n tools</source>
        <translation>
            <numerusform>%n tool</numerusform>
            <numerusform>%n tools</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::LaneToolsRow</name>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n chosen</numerusform>
            <numerusform>%n chosen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::LimitFields</name>
    <message numerus="yes">
        <source>Gets %n request(s) at once.</source>
        <translation>
            <numerusform>Gets %n request at once.</numerusform>
            <numerusform>Gets %n requests at once.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Each model gets %n request(s) at once.</source>
        <translation>
            <numerusform>Each model gets %n request at once.</numerusform>
            <numerusform>Each model gets %n requests at once.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::MetricsStrip</name>
    <message numerus="yes">
        <source>%Ln retries</source>
        <translation>
            <numerusform>%Ln retry</numerusform>
            <numerusform>%Ln retries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ModelList</name>
    <message numerus="yes">
        <source>Show %Ln more of which it is not known</source>
        <translation>
            <numerusform>Show %Ln more of which it is not known</numerusform>
            <numerusform>Show %Ln more of which it is not known</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::NumberWording</name>
    <message numerus="yes">
        <source>%Ln tokens</source>
        <translation>
            <numerusform>%Ln token</numerusform>
            <numerusform>%Ln tokens</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ParameterPanel</name>
    <message numerus="yes">
        <source>More, %n set</source>
        <translation>
            <numerusform>More, %n set</numerusform>
            <numerusform>More, %n set</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>One answer to a request here: %n requests are made.</source>
        <translation>
            <numerusform>One answer to a request here: %n request is made.</numerusform>
            <numerusform>One answer to a request here: %n requests are made.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::PdfDialog</name>
    <message numerus="yes">
        <source>“%1” has %n page(s).</source>
        <translation>
            <numerusform>“%1” has %n page.</numerusform>
            <numerusform>“%1” has %n pages.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::PromptsWindow</name>
    <message numerus="yes">
        <source>There are more than %n prompt(s); the rest is not shown.</source>
        <translation>
            <numerusform>There is more than %n prompt; the rest is not shown.</numerusform>
            <numerusform>There are more than %n prompts; the rest is not shown.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ProviderAdvanced</name>
    <message numerus="yes">
        <source>%n lines are not sent: they are no “Name: value”, or hold a key.</source>
        <translation>
            <numerusform>%n line is not sent: it is no “Name: value”, or holds a key.</numerusform>
            <numerusform>%n lines are not sent: they are no “Name: value”, or hold a key.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::QueueList</name>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n image</numerusform>
            <numerusform>%n images</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::RatingsModel</name>
    <message numerus="yes">
        <source>Better than %n other(s)</source>
        <translation>
            <numerusform>Better than %n other</numerusform>
            <numerusform>Better than %n others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Worse than %n other(s)</source>
        <translation>
            <numerusform>Worse than %n other</numerusform>
            <numerusform>Worse than %n others</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::RatingsWindow</name>
    <message numerus="yes">
        <source>%n vote(s) that compare models.</source>
        <translation>
            <numerusform>%n vote that compares models.</numerusform>
            <numerusform>%n votes that compare models.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n vote(s) that all answers were bad.</source>
        <translation>
            <numerusform>%n vote that all answers were bad.</numerusform>
            <numerusform>%n votes that all answers were bad.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n group(s) never met: points are comparable within a group only.</source>
        <translation>
            <numerusform>%n group: points are comparable within it only.</numerusform>
            <numerusform>%n groups never met: points are comparable within a group only.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ReadableText</name>
    <message numerus="yes">
        <source>… and more. All of it is %n bytes.</source>
        <translation>
            <numerusform>… and more. All of it is %n byte.</numerusform>
            <numerusform>… and more. All of it is %n bytes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ReasoningWindow</name>
    <message numerus="yes">
        <source>%n lane(s) thought in this round.</source>
        <translation>
            <numerusform>One lane thought in this round.</numerusform>
            <numerusform>%n lanes thought in this round.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::RemedyWording</name>
    <message numerus="yes">
        <source>Leave out the %n oldest round(s)</source>
        <extracomment>On a button: these rounds are not sent any more.</extracomment>
        <translation>
            <numerusform>Leave out the oldest round</numerusform>
            <numerusform>Leave out the %n oldest rounds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::RepeatPanel</name>
    <message numerus="yes">
        <source>%n failed or were stopped.</source>
        <translation>
            <numerusform>%n failed or was stopped.</numerusform>
            <numerusform>%n failed or were stopped.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ReplayDialog</name>
    <message numerus="yes">
        <source>%n prompt(s) will be asked, one after the other, in a lane beside this one. It can be stopped at any time.</source>
        <translation>
            <numerusform>%n prompt will be asked in a lane beside this one. It can be stopped at any time.</numerusform>
            <numerusform>%n prompts will be asked, one after the other, in a lane beside this one. It can be stopped at any time.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::SchemaDialog</name>
    <message numerus="yes">
        <source>%n sample(s) fit the schema.</source>
        <translation>
            <numerusform>%n sample fits the schema.</numerusform>
            <numerusform>%n samples fit the schema.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::SweepBar</name>
    <message numerus="yes">
        <source>%n sweep(s)</source>
        <translation>
            <numerusform>%n sweep</numerusform>
            <numerusform>%n sweeps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TokenPane</name>
    <message numerus="yes">
        <source>%1, one of %n that make a character</source>
        <extracomment>%1 is &quot;Token 7 of 80&quot;.</extracomment>
        <translation>
            <numerusform>%1, one of %n that make a character</numerusform>
            <numerusform>%1, one of %n that make a character</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::WaitingCallsBar</name>
    <message numerus="yes">
        <source>%n calls wait for you.</source>
        <translation>
            <numerusform>One call waits for you.</numerusform>
            <numerusform>%n calls wait for you.</numerusform>
        </translation>
    </message>
</context>
</TS>
