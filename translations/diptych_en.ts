<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
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
    <name>ui::SweepBar</name>
    <message numerus="yes">
        <source>%n sweep(s)</source>
        <translation>
            <numerusform>%n sweep</numerusform>
            <numerusform>%n sweeps</numerusform>
        </translation>
    </message>
</context>
</TS>
