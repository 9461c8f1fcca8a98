<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ui::Composer</name>
    <message numerus="yes">
        <source>Write to all %n models…</source>
        <translation>
            <numerusform>Write to %n model…</numerusform>
            <numerusform>Write to all %n models…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A message takes at most %n image(s); the rest was left out.</source>
        <translation>
            <numerusform>A message takes at most %n image; the rest was left out.</numerusform>
            <numerusform>A message takes at most %n images; the rest was left out.</numerusform>
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
</TS>
