<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>LaunchOptions</name>
    <message>
        <source>Talk to language models, side by side.</source>
        <translation>Mit Sprachmodellen sprechen, nebeneinander.</translation>
    </message>
    <message>
        <source>Keep everything below this folder.</source>
        <translation>Alles unterhalb dieses Ordners ablegen.</translation>
    </message>
    <message>
        <source>Send this in a new conversation.</source>
        <translation>Dies in einem neuen Gespräch senden.</translation>
    </message>
    <message>
        <source>Use this model for it.</source>
        <translation>Dafür dieses Modell nehmen.</translation>
    </message>
    <message>
        <source>Use the server at this address.</source>
        <translation>Den Server unter dieser Adresse nehmen.</translation>
    </message>
    <message>
        <source>Write a picture of the window when all is done, and quit.</source>
        <translation>Wenn alles fertig ist, ein Bild des Fensters schreiben und beenden.</translation>
    </message>
    <message>
        <source>Check that all parts of the program work, and quit.</source>
        <translation>Prüfen, ob alle Teile des Programms arbeiten, und beenden.</translation>
    </message>
    <message>
        <source>Show this help, and quit.</source>
        <translation>Diese Hilfe zeigen und beenden.</translation>
    </message>
    <message>
        <source>Show the version, and quit.</source>
        <translation>Die Version zeigen und beenden.</translation>
    </message>
    <message>
        <source>--base-url needs an address that begins with http:// or https://</source>
        <translation>--base-url braucht eine Adresse, die mit http:// oder https:// beginnt</translation>
    </message>
    <message>
        <source>Begin a conversation with a saved set of lanes, or one in a file.</source>
        <translation>Ein Gespräch mit einem gespeicherten Satz von Spuren oder einem aus einer Datei beginnen.</translation>
    </message>
    <message>
        <source>name or file</source>
        <translation>Name oder Datei</translation>
    </message>
    <message>
        <source>Attach this image or PDF file to it. May be given several times.</source>
        <translation>Dieses Bild oder diese PDF-Datei daran anhängen. Mehrmals möglich.</translation>
    </message>
</context>
<context>
    <name>Link</name>
    <message>
        <source>Open link</source>
        <translation>Link öffnen</translation>
    </message>
    <message>
        <source>Write a mail to %1?</source>
        <translation>Eine E-Mail an %1 schreiben?</translation>
    </message>
    <message>
        <source>Open a page of %1?</source>
        <translation>Eine Seite von %1 öffnen?</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
</context>
<context>
    <name>PresetWords</name>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>System prompt</source>
        <translation>Systemprompt</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>Extra JSON</source>
        <translation>Zusätzliches JSON</translation>
    </message>
    <message>
        <source>No preset</source>
        <translation>Keine Voreinstellung</translation>
    </message>
    <message>
        <source>%1, changed</source>
        <extracomment>%1 is the name of a preset; something was changed since it was applied.</extracomment>
        <translation>%1, geändert</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>A preset of a whole lane in a menu: its name, its model.</extracomment>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>PromptWords</name>
    <message>
        <source>%1 (%2)</source>
        <extracomment>A variable of a prompt and what it may be: &quot;tone (formal, casual)&quot;.</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 = %2</source>
        <extracomment>A variable of a prompt and what it is unless one says something else: &quot;n = 5&quot;.</extracomment>
        <translation>%1 = %2</translation>
    </message>
    <message>
        <source>No variables. Write {{language}} where something is to be asked.</source>
        <translation>Keine Variablen. Schreiben Sie {{Sprache}}, wo etwas gefragt werden soll.</translation>
    </message>
    <message>
        <source>Variables: %1</source>
        <translation>Variablen: %1</translation>
    </message>
    <message>
        <source>the braces are not closed in this line. They stay as they are.</source>
        <translation>Die Klammern werden in dieser Zeile nicht geschlossen. Sie bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>this is no name of a variable. It stays as it is.</source>
        <translation>Das ist kein Name einer Variablen. Es bleibt, wie es ist.</translation>
    </message>
    <message numerus="yes">
        <source>there are more than %n variable(s). It stays as it is.</source>
        <translation>
            <numerusform>Es ist mehr als %n Variable. Das hier bleibt, wie es ist.</numerusform>
            <numerusform>Es sind mehr als %n Variablen. Das hier bleibt, wie es ist.</numerusform>
        </translation>
    </message>
    <message>
        <source>Line %1, column %2: %3</source>
        <translation>Zeile %1, Spalte %2: %3</translation>
    </message>
    <message>
        <source>it is larger than 1 MiB.</source>
        <translation>Er ist größer als 1 MiB.</translation>
    </message>
    <message>
        <source>it is no text in UTF-8.</source>
        <translation>Er ist kein Text in UTF-8.</translation>
    </message>
    <message>
        <source>there is a prompt with that name.</source>
        <translation>Es gibt schon einen Prompt mit diesem Namen.</translation>
    </message>
</context>
<context>
    <name>Tokens</name>
    <message>
        <source>the end</source>
        <translation>das Ende</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>A token and its probability.</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message numerus="yes">
        <source>Identical: %n token(s).</source>
        <translation>
            <numerusform>Identisch: %n Token.</numerusform>
            <numerusform>Identisch: %n Token.</numerusform>
        </translation>
    </message>
    <message>
        <source>The answers part at the first token: %1 in this one, %2 in the other.</source>
        <extracomment>%1 and %2 are tokens.</extracomment>
        <translation>Die Antworten trennen sich beim ersten Token: %1 in dieser, %2 in der anderen.</translation>
    </message>
    <message>
        <source>The answers part at token %1, behind “%2”: %3 in this one, %4 in the other.</source>
        <extracomment>%1 is the number of a token, %2 the text before it, %3 and %4 are tokens.</extracomment>
        <translation>Die Antworten trennen sich bei Token %1, hinter „%2“: %3 in dieser, %4 in der anderen.</translation>
    </message>
    <message>
        <source>The server does not tell which version of it answered (system_fingerprint).</source>
        <translation>Der Server sagt nicht, welche Version von ihm geantwortet hat (system_fingerprint).</translation>
    </message>
    <message>
        <source>The same version of the server answered: %1.</source>
        <translation>Dieselbe Version des Servers hat geantwortet: %1.</translation>
    </message>
    <message>
        <source>Different versions of the server answered: %1 and %2.</source>
        <translation>Verschiedene Versionen des Servers haben geantwortet: %1 und %2.</translation>
    </message>
    <message>
        <source>%1 %</source>
        <extracomment>A probability.</extracomment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>&lt; %1</source>
        <extracomment>%1 is a probability: less than that.</extracomment>
        <translation>&lt; %1</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>“%1”</source>
        <extracomment>A piece of text in quotation marks.</extracomment>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>at least %1 bits</source>
        <translation>mindestens %1 Bit</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is a piece of text, %2 its probability.</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>perplexity %1</source>
        <extracomment>How sure a model was of a text on average; 1: of every token.</extracomment>
        <translation>Perplexität %1</translation>
    </message>
    <message numerus="yes">
        <source>%n below 50 %</source>
        <extracomment>Tokens.</extracomment>
        <translation>
            <numerusform>%n unter 50 %</numerusform>
            <numerusform>%n unter 50 %</numerusform>
        </translation>
    </message>
    <message>
        <source>only the beginning is kept</source>
        <translation>nur der Anfang ist gespeichert</translation>
    </message>
    <message>
        <source>95 % and more</source>
        <translation>95 % und mehr</translation>
    </message>
    <message>
        <source>80 – 95 %</source>
        <translation>80 – 95 %</translation>
    </message>
    <message>
        <source>50 – 80 %</source>
        <translation>50 – 80 %</translation>
    </message>
    <message>
        <source>20 – 50 %</source>
        <translation>20 – 50 %</translation>
    </message>
    <message>
        <source>below 20 %</source>
        <translation>unter 20 %</translation>
    </message>
    <message>
        <source>Nothing is kept of the tokens of this answer.</source>
        <translation>Von den Token dieser Antwort ist nichts gespeichert.</translation>
    </message>
    <message>
        <source>The tokens of this answer cannot be read: %1</source>
        <translation>Die Token dieser Antwort können nicht gelesen werden: %1</translation>
    </message>
</context>
<context>
    <name>Transcript</name>
    <message>
        <source>You</source>
        <translation>Ich</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Thinking…</source>
        <translation>Denkt nach …</translation>
    </message>
    <message>
        <source>Thought for %1</source>
        <translation>%1 nachgedacht</translation>
    </message>
    <message>
        <source>Thought</source>
        <translation>Nachgedacht</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>bearbeitet</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Wrap</source>
        <extracomment>Break long lines of a code block</extracomment>
        <translation>Umbrechen</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Answer complete: %1</source>
        <extracomment>Spoken by screen readers; %1 is how the answer begins</extracomment>
        <translation>Antwort fertig: %1</translation>
    </message>
    <message>
        <source>Answer stopped.</source>
        <translation>Antwort angehalten.</translation>
    </message>
    <message>
        <source>The answer failed. %1</source>
        <translation>Die Antwort ist fehlgeschlagen. %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>What a screen reader says of a message: %1 is &quot;You&quot; or &quot;Answer&quot;, %2 its text
----------
A button of the card of a call: &quot;More&quot; or &quot;Less&quot;, and the name of the tool.</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>done: </source>
        <translation>erledigt: </translation>
    </message>
    <message>
        <source>to do: </source>
        <translation>offen: </translation>
    </message>
    <message>
        <source>Code: %1</source>
        <extracomment>Before a block of code; %1 is its language</extracomment>
        <translation>Code: %1</translation>
    </message>
    <message>
        <source>Tool call: %1 %2</source>
        <translation>Werkzeugaufruf: %1 %2</translation>
    </message>
    <message>
        <source>Image: %1</source>
        <translation>Bild: %1</translation>
    </message>
    <message>
        <source>Copy code</source>
        <translation>Code kopieren</translation>
    </message>
    <message>
        <source>Wrap long lines</source>
        <translation>Lange Zeilen umbrechen</translation>
    </message>
    <message>
        <source>Previous branch</source>
        <translation>Voriger Zweig</translation>
    </message>
    <message>
        <source>Next branch</source>
        <translation>Nächster Zweig</translation>
    </message>
    <message>
        <source>Save code</source>
        <translation>Code speichern</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 lässt sich nicht schreiben: %2</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Model asked</source>
        <translation>Gefragtes Modell</translation>
    </message>
    <message>
        <source>Model that answered</source>
        <translation>Antwortendes Modell</translation>
    </message>
    <message>
        <source>Service tier asked</source>
        <translation>Gewünschte Stufe</translation>
    </message>
    <message>
        <source>Service tier given</source>
        <translation>Gewährte Stufe</translation>
    </message>
    <message>
        <source>Connected after</source>
        <translation>Verbunden nach</translation>
    </message>
    <message>
        <source>First reasoning after</source>
        <translation>Erste Überlegung nach</translation>
    </message>
    <message>
        <source>First token after</source>
        <translation>Erstes Token nach</translation>
    </message>
    <message>
        <source>Last token after</source>
        <translation>Letztes Token nach</translation>
    </message>
    <message>
        <source>Whole run</source>
        <translation>Ganzer Lauf</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Retries</source>
        <translation>Wiederholungen</translation>
    </message>
    <message>
        <source>Tokens of the prompt</source>
        <translation>Token der Frage</translation>
    </message>
    <message>
        <source>of them cached</source>
        <translation>davon aus dem Zwischenspeicher</translation>
    </message>
    <message>
        <source>Tokens of the answer</source>
        <translation>Token der Antwort</translation>
    </message>
    <message>
        <source>of them reasoning</source>
        <translation>davon für Überlegungen</translation>
    </message>
    <message>
        <source>Cost</source>
        <extracomment>%1 is an amount of money</extracomment>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>%1, computed from the prices</source>
        <translation>%1, aus den Preisen berechnet</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Geschrieben</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>rewritten by you</source>
        <translation>von Ihnen umgeschrieben</translation>
    </message>
    <message>
        <source>Finish reason</source>
        <translation>Grund des Endes</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Response id</source>
        <translation>Kennung der Antwort</translation>
    </message>
    <message>
        <source>Program version</source>
        <translation>Programmversion</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern …</translation>
    </message>
    <message>
        <source>There is no whole answer. The reason shows with the names.</source>
        <translation>Es gibt keine vollständige Antwort. Der Grund steht da, sobald die Namen zu sehen sind.</translation>
    </message>
    <message>
        <source>%1, computed</source>
        <extracomment>A part of a line. %1 is an amount of money that the program worked out.</extracomment>
        <translation>%1, berechnet</translation>
    </message>
    <message numerus="yes">
        <source>The %n round(s) above are not sent.</source>
        <translation>
            <numerusform>Die Runde darüber wird nicht gesendet.</numerusform>
            <numerusform>Die %n Runden darüber werden nicht gesendet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Send them again</source>
        <translation>Wieder senden</translation>
    </message>
    <message>
        <source>Answer %1 of %2</source>
        <extracomment>Of several answers to one prompt: &quot;Answer 1 of 4&quot;.</extracomment>
        <translation>Antwort %1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>in %n requests: this server gives one answer each</source>
        <translation>
            <numerusform>in %n Anfrage: dieser Server gibt je eine Antwort</numerusform>
            <numerusform>in %n Anfragen: dieser Server gibt je eine Antwort</numerusform>
        </translation>
    </message>
    <message>
        <source>Show all side by side</source>
        <translation>Alle nebeneinander zeigen</translation>
    </message>
    <message>
        <source>There is no answer: it was cut before its first word.</source>
        <translation>Es gibt keine Antwort: Sie wurde vor ihrem ersten Wort abgeschnitten.</translation>
    </message>
    <message>
        <source>There is no answer: all %1 tokens that it was given went into thinking.</source>
        <translation>Es gibt keine Antwort: Alle %1 Token, die sie haben durfte, gingen ins Nachdenken.</translation>
    </message>
    <message>
        <source>There is no answer: all tokens that it was given went into thinking.</source>
        <translation>Es gibt keine Antwort: Alle Token, die sie haben durfte, gingen ins Nachdenken.</translation>
    </message>
    <message>
        <source>The model did not go on where the answer was cut; it began anew.</source>
        <translation>Das Modell hat nicht fortgesetzt, wo die Antwort abgeschnitten war; es hat neu begonnen.</translation>
    </message>
    <message>
        <source>Keep as a new answer</source>
        <translation>Als neue Antwort behalten</translation>
    </message>
    <message>
        <source>Drop it</source>
        <translation>Verwerfen</translation>
    </message>
    <message numerus="yes">
        <source>Continued %n time(s)</source>
        <translation>
            <numerusform>Einmal fortgesetzt</numerusform>
            <numerusform>%n-mal fortgesetzt</numerusform>
        </translation>
    </message>
    <message>
        <source>last part: %1</source>
        <extracomment>%1 is &quot;70 tokens&quot;: what the last part of an answer took.</extracomment>
        <translation>letzter Teil: %1</translation>
    </message>
    <message>
        <source>Retry this part</source>
        <translation>Diesen Teil wiederholen</translation>
    </message>
    <message>
        <source>Drop this part</source>
        <translation>Diesen Teil verwerfen</translation>
    </message>
    <message>
        <source>Cost as the server said</source>
        <extracomment>%1 is a number that makes no sense as an amount of money</extracomment>
        <translation>Kosten laut Server</translation>
    </message>
    <message>
        <source>%1, which cannot be: it is not counted</source>
        <translation>%1, was nicht sein kann: nicht mitgezählt</translation>
    </message>
    <message>
        <source>The picture was too large to be kept.</source>
        <translation>Das Bild war zu groß, um es zu behalten.</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>This picture cannot be shown.</source>
        <translation>Dieses Bild kann nicht gezeigt werden.</translation>
    </message>
    <message>
        <source>Click to load the picture from %1</source>
        <extracomment>On an image that does not load by itself; %1 is the name of a server.</extracomment>
        <translation>Klicken Sie, um das Bild von %1 zu laden</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen …</translation>
    </message>
    <message>
        <source>Previous version of this part</source>
        <translation>Vorige Fassung dieses Teils</translation>
    </message>
    <message>
        <source>Next version of this part</source>
        <translation>Nächste Fassung dieses Teils</translation>
    </message>
    <message>
        <source>edited by you</source>
        <translation>von Ihnen geändert</translation>
    </message>
    <message>
        <source>do not fit</source>
        <extracomment>The arguments of a call of a tool do.</extracomment>
        <translation>passen nicht</translation>
    </message>
    <message>
        <source>not called</source>
        <translation>nicht aufgerufen</translation>
    </message>
    <message>
        <source>failed, %1</source>
        <extracomment>Of the call of a tool; %1 is a duration such as &quot;2.4 s&quot;.</extracomment>
        <translation>fehlgeschlagen, %1</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>Weniger</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>The model thought, and ended without an answer.</source>
        <translation>Das Modell hat nachgedacht und ohne Antwort geendet.</translation>
    </message>
    <message>
        <source>The model ended without an answer.</source>
        <translation>Das Modell hat ohne Antwort geendet.</translation>
    </message>
</context>
<context>
    <name>ui::AbilityRow</name>
    <message>
        <source>%1: %2</source>
        <extracomment>An ability of a model and whether it has it: &quot;image: yes&quot;.</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Say yourself what this model can do</source>
        <translation>Selbst festlegen, was dieses Modell kann</translation>
    </message>
    <message>
        <source>What is known: %1</source>
        <extracomment>Back to what lists and answers tell of an ability. %1: yes, no, not known.</extracomment>
        <translation>Was bekannt ist: %1</translation>
    </message>
    <message>
        <source>I say: %1</source>
        <extracomment>The user says of an ability: yes, no, not known.</extracomment>
        <translation>Ich sage: %1</translation>
    </message>
</context>
<context>
    <name>ui::Actions</name>
    <message>
        <source>New conversation</source>
        <translation>Neues Gespräch</translation>
    </message>
    <message>
        <source>Search conversations</source>
        <translation>Gespräche suchen</translation>
    </message>
    <message>
        <source>Write a message</source>
        <translation>Nachricht schreiben</translation>
    </message>
    <message>
        <source>Stop all replies</source>
        <translation>Alle Antworten anhalten</translation>
    </message>
    <message>
        <source>Choose the model</source>
        <translation>Modell wählen</translation>
    </message>
    <message>
        <source>Compare with another model</source>
        <translation>Mit einem anderen Modell vergleichen</translation>
    </message>
    <message>
        <source>Show or fold the sidebar</source>
        <translation>Seitenleiste zeigen oder einklappen</translation>
    </message>
    <message>
        <source>Show or fold the parameters</source>
        <translation>Parameter zeigen oder einklappen</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Größerer Text</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Kleinerer Text</translation>
    </message>
    <message>
        <source>Text in its usual size</source>
        <translation>Text in üblicher Größe</translation>
    </message>
    <message>
        <source>Providers…</source>
        <translation>Anbieter …</translation>
    </message>
    <message>
        <source>Preferences…</source>
        <translation>Einstellungen …</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>A command and its keys: &quot;New conversation (Ctrl+N)&quot;.</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Find in this conversation</source>
        <translation>In diesem Gespräch suchen</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>Nächster Treffer</translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation>Voriger Treffer</translation>
    </message>
    <message>
        <source>Duplicate this lane</source>
        <translation>Diese Spur verdoppeln</translation>
    </message>
    <message>
        <source>Remove this lane</source>
        <translation>Diese Spur entfernen</translation>
    </message>
    <message>
        <source>Move this lane to the left</source>
        <translation>Diese Spur nach links rücken</translation>
    </message>
    <message>
        <source>Move this lane to the right</source>
        <translation>Diese Spur nach rechts rücken</translation>
    </message>
    <message>
        <source>Show this lane alone</source>
        <translation>Diese Spur allein zeigen</translation>
    </message>
    <message>
        <source>Go to the next lane</source>
        <translation>Zur nächsten Spur</translation>
    </message>
    <message>
        <source>Go to the previous lane</source>
        <translation>Zur vorigen Spur</translation>
    </message>
    <message>
        <source>Stop this lane alone</source>
        <translation>Nur diese Spur anhalten</translation>
    </message>
    <message>
        <source>Retry the last answer</source>
        <translation>Letzte Antwort wiederholen</translation>
    </message>
    <message>
        <source>Retry the last round in all lanes</source>
        <translation>Letzte Runde in allen Spuren wiederholen</translation>
    </message>
    <message>
        <source>Go on with this answer in all lanes</source>
        <translation>In allen Spuren mit dieser Antwort weitermachen</translation>
    </message>
    <message>
        <source>Compare answers word by word</source>
        <translation>Antworten Wort für Wort vergleichen</translation>
    </message>
    <message>
        <source>Ratings of the models</source>
        <translation>Bewertungen der Modelle</translation>
    </message>
    <message>
        <source>Prompt this lane alone</source>
        <translation>Diese Spur für sich befragen</translation>
    </message>
    <message>
        <source>Show this lane in a window of its own</source>
        <translation>Diese Spur in einem eigenen Fenster zeigen</translation>
    </message>
    <message>
        <source>Scroll all lanes together</source>
        <translation>Alle Spuren gemeinsam rollen</translation>
    </message>
    <message>
        <source>Only the model differs</source>
        <translation>Nur das Modell ist verschieden</translation>
    </message>
    <message>
        <source>Pin or unpin this conversation</source>
        <translation>Dieses Gespräch anheften oder lösen</translation>
    </message>
    <message>
        <source>Tags of this conversation…</source>
        <translation>Schlagwörter dieses Gesprächs …</translation>
    </message>
    <message>
        <source>Sets of lanes</source>
        <translation>Sätze von Spuren</translation>
    </message>
    <message>
        <source>Ceiling of spending of this conversation…</source>
        <translation>Obergrenze für die Kosten dieses Gesprächs …</translation>
    </message>
    <message>
        <source>Blind mode: answers without names</source>
        <translation>Blindmodus: Antworten ohne Namen</translation>
    </message>
    <message>
        <source>Show blind answers together</source>
        <translation>Blinde Antworten gemeinsam zeigen</translation>
    </message>
    <message>
        <source>Show the names of blind answers</source>
        <translation>Namen der blinden Antworten zeigen</translation>
    </message>
    <message>
        <source>Pause all requests</source>
        <translation>Alle Anfragen anhalten</translation>
    </message>
    <message>
        <source>Export this conversation…</source>
        <translation>Dieses Gespräch exportieren …</translation>
    </message>
    <message>
        <source>Print this conversation…</source>
        <translation>Dieses Gespräch drucken …</translation>
    </message>
    <message>
        <source>Sweep over parameters, models or prompts…</source>
        <translation>Versuchsreihe über Parameter, Modelle oder Prompts …</translation>
    </message>
    <message>
        <source>Repeat the same prompt…</source>
        <translation>Denselben Prompt mehrmals fragen …</translation>
    </message>
    <message>
        <source>Sweeps of this conversation</source>
        <translation>Versuchsreihen dieses Gesprächs</translation>
    </message>
    <message>
        <source>Replay this lane with another model…</source>
        <translation>Diese Spur mit einem anderen Modell wiederholen …</translation>
    </message>
    <message>
        <source>Have the last round judged by a model…</source>
        <translation>Letzte Runde von einem Modell beurteilen lassen …</translation>
    </message>
    <message>
        <source>Verdicts of judges</source>
        <translation>Urteile der Modelle</translation>
    </message>
    <message>
        <source>Export the last round…</source>
        <translation>Letzte Runde exportieren …</translation>
    </message>
    <message>
        <source>Attach images</source>
        <translation>Bilder anhängen</translation>
    </message>
    <message>
        <source>Attach a part of the screen</source>
        <translation>Einen Teil des Bildschirms anhängen</translation>
    </message>
    <message>
        <source>Attach an image by its address</source>
        <translation>Ein Bild über seine Adresse anhängen</translation>
    </message>
    <message>
        <source>Compare JSON answers of the last round</source>
        <translation>JSON-Antworten der letzten Runde vergleichen</translation>
    </message>
    <message>
        <source>Compare the thinking of the last round</source>
        <translation>Nachdenken der letzten Runde vergleichen</translation>
    </message>
    <message>
        <source>Prompt library…</source>
        <translation>Prompt-Bibliothek …</translation>
    </message>
    <message>
        <source>What answers cost…</source>
        <translation>Was Antworten kosten …</translation>
    </message>
    <message>
        <source>Compare the calls of tools of the last round</source>
        <translation>Werkzeugaufrufe der letzten Runde vergleichen</translation>
    </message>
    <message>
        <source>Tools that models may call…</source>
        <translation>Werkzeuge, die Modelle aufrufen dürfen …</translation>
    </message>
</context>
<context>
    <name>ui::AddressDialog</name>
    <message>
        <source>Image by address</source>
        <translation>Bild über seine Adresse</translation>
    </message>
    <message>
        <source>The server that answers fetches the image; Diptych does not. So it must be reachable for that server, and it is sent as it is, with all that it says about itself.</source>
        <translation>Der Server, der antwortet, lädt das Bild; Diptych lädt es nicht. Es muss also für diesen Server erreichbar sein, und er bekommt es so, wie es ist, mit allem, was es über sich verrät.</translation>
    </message>
    <message>
        <source>Address of the image</source>
        <translation>Adresse des Bildes</translation>
    </message>
</context>
<context>
    <name>ui::AnswerPane</name>
    <message>
        <source>Pixels</source>
        <translation>Pixel</translation>
    </message>
    <message>
        <source>Show the boxes of this answer on the image</source>
        <translation>Die Rahmen dieser Antwort auf dem Bild zeigen</translation>
    </message>
    <message>
        <source>What the numbers of the boxes count</source>
        <translation>Was die Zahlen der Rahmen zählen</translation>
    </message>
    <message>
        <source>What the numbers of the boxes count. Automatic decides by the numbers.</source>
        <translation>Was die Zahlen der Rahmen zählen. „Automatisch“ entscheidet nach den Zahlen.</translation>
    </message>
    <message>
        <source>Answer %1</source>
        <extracomment>Name of the text of an answer; %1 is the letter of its lane.</extracomment>
        <translation>Antwort %1</translation>
    </message>
    <message numerus="yes">
        <source>%n box(es)</source>
        <translation>
            <numerusform>%n Rahmen</numerusform>
            <numerusform>%n Rahmen</numerusform>
        </translation>
    </message>
    <message>
        <source>Automatic: %1</source>
        <extracomment>A choice: the scale is found out; %1 is what was found, such as &quot;Pixels&quot;.</extracomment>
        <translation>Automatisch: %1</translation>
    </message>
    <message>
        <source>The answer does not say which image its boxes are on. They are shown on each.</source>
        <translation>Die Antwort sagt nicht, auf welchem Bild ihre Rahmen liegen. Sie werden auf jedem gezeigt.</translation>
    </message>
</context>
<context>
    <name>ui::Application</name>
    <message>
        <source>The picture could not be written to %1.</source>
        <translation>Das Bild konnte nicht nach %1 geschrieben werden.</translation>
    </message>
</context>
<context>
    <name>ui::AttachmentIntake</name>
    <message>
        <source>%1 of %2 images were taken: a message holds %3 at most.</source>
        <translation>%1 von %2 Bildern wurden übernommen: Eine Nachricht fasst höchstens %3.</translation>
    </message>
    <message numerus="yes">
        <source>A message holds %n image(s) at most.</source>
        <translation>
            <numerusform>Eine Nachricht fasst höchstens %n Bild.</numerusform>
            <numerusform>Eine Nachricht fasst höchstens %n Bilder.</numerusform>
        </translation>
    </message>
    <message>
        <source>There were more problems.</source>
        <translation>Es gab weitere Probleme.</translation>
    </message>
</context>
<context>
    <name>ui::AttachmentStrip</name>
    <message>
        <source>Attached images</source>
        <translation>Angehängte Bilder</translation>
    </message>
    <message>
        <source>%1 × %2 pixels, %3</source>
        <translation>%1 × %2 Pixel, %3</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Image at %1; the server fetches it</source>
        <translation>Bild unter %1; der Server lädt es</translation>
    </message>
    <message>
        <source>Show what the model will see</source>
        <translation>Zeigen, was das Modell sehen wird</translation>
    </message>
</context>
<context>
    <name>ui::AxisEditor</name>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>From</source>
        <extracomment>A range: &quot;From 0 to 1.2 in 5 steps&quot;.</extracomment>
        <translation>Von</translation>
    </message>
    <message>
        <source>to</source>
        <comment>range of a sweep</comment>
        <translation>bis</translation>
    </message>
    <message>
        <source>in</source>
        <comment>range of a sweep</comment>
        <translation>mit</translation>
    </message>
    <message>
        <source>steps</source>
        <comment>range of a sweep</comment>
        <translation>Schritten</translation>
    </message>
    <message>
        <source>First value</source>
        <translation>Erster Wert</translation>
    </message>
    <message>
        <source>Last value</source>
        <translation>Letzter Wert</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>Parted by commas</source>
        <translation>Durch Kommas getrennt</translation>
    </message>
    <message>
        <source>Add the models to compare, two at least.</source>
        <translation>Die Modelle hinzufügen, die verglichen werden, mindestens zwei.</translation>
    </message>
    <message>
        <source>These are no values for “%1”. %2 Each stands there once, parted by commas.</source>
        <extracomment>%1 is a parameter, %2 says what may be entered.</extracomment>
        <translation>Das sind keine Werte für „%1“. %2 Jeder steht einmal da, durch Kommas getrennt.</translation>
    </message>
    <message>
        <source>It takes: %1.</source>
        <translation>Möglich sind: %1.</translation>
    </message>
</context>
<context>
    <name>ui::BalancePanel</name>
    <message>
        <source>Ask for the balance</source>
        <translation>Guthaben abfragen</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Erneut abfragen</translation>
    </message>
    <message>
        <source>Told at %1.</source>
        <extracomment>When a server told a balance.</extracomment>
        <translation>Stand: %1.</translation>
    </message>
    <message>
        <source>%1 did not tell a balance. Look it up on its web page.</source>
        <translation>%1 hat kein Guthaben genannt. Sehen Sie auf der Webseite nach.</translation>
    </message>
</context>
<context>
    <name>ui::BalanceWording</name>
    <message>
        <source>%1 owed</source>
        <extracomment>Money that must be paid to a provider.</extracomment>
        <translation>%1 offen</translation>
    </message>
    <message>
        <source>%1 available</source>
        <extracomment>Money that is left in an account.</extracomment>
        <translation>%1 verfügbar</translation>
    </message>
    <message>
        <source>The account is suspended.</source>
        <translation>Das Konto ist gesperrt.</translation>
    </message>
    <message>
        <source>The account is suspended: “%1”.</source>
        <translation>Das Konto ist gesperrt: „%1“.</translation>
    </message>
    <message>
        <source>%1 used since the last invoice.</source>
        <translation>%1 seit der letzten Rechnung verbraucht.</translation>
    </message>
    <message>
        <source>The limit of spending is %1.</source>
        <translation>Die Ausgabengrenze liegt bei %1.</translation>
    </message>
    <message>
        <source>Balance at %1: %2 (%3)</source>
        <extracomment>%1 is a provider, %2 an amount, %3 a moment.</extracomment>
        <translation>Guthaben bei %1: %2 (%3)</translation>
    </message>
</context>
<context>
    <name>ui::BlindBar</name>
    <message>
        <source>Show them together</source>
        <translation>Gemeinsam zeigen</translation>
    </message>
    <message>
        <source>Show names</source>
        <translation>Namen zeigen</translation>
    </message>
    <message>
        <source>Turn off</source>
        <translation>Ausschalten</translation>
    </message>
    <message>
        <source>All answers come into sight at once, when the last one is written</source>
        <translation>Alle Antworten erscheinen zugleich, sobald die letzte geschrieben ist</translation>
    </message>
    <message>
        <source>Shows the names without a vote. A vote that is given later is not blind.</source>
        <translation>Zeigt die Namen ohne Stimme. Eine spätere Stimme ist nicht blind.</translation>
    </message>
    <message>
        <source>The next answers show with their names</source>
        <translation>Die nächsten Antworten stehen wieder unter ihren Namen</translation>
    </message>
    <message>
        <source>Turn blind mode off</source>
        <translation>Blindmodus ausschalten</translation>
    </message>
    <message>
        <source>Blind mode is on, but one lane alone cannot be blind. Add a lane to compare.</source>
        <translation>Der Blindmodus ist an, aber eine Spur allein kann nicht blind sein. Zum Vergleichen fehlt eine zweite.</translation>
    </message>
    <message>
        <source>Blind mode: the next answers come without names, in a random order.</source>
        <translation>Blindmodus: Die nächsten Antworten kommen ohne Namen, in zufälliger Folge.</translation>
    </message>
    <message>
        <source>Blind: the answers come into sight together, when the last one is written.</source>
        <translation>Blind: Die Antworten erscheinen gemeinsam, sobald die letzte geschrieben ist.</translation>
    </message>
    <message>
        <source>Blind: names, times and costs are hidden until you vote.</source>
        <translation>Blind: Namen, Zeiten und Kosten sind bis zur Stimme verdeckt.</translation>
    </message>
    <message>
        <source>%1 So is what a lane alone has said before.</source>
        <extracomment>%1 is a whole sentence.</extracomment>
        <translation>%1 Auch, was eine Spur allein zuvor gesagt hat.</translation>
    </message>
</context>
<context>
    <name>ui::CallCard</name>
    <message>
        <source>Arguments</source>
        <translation>Argumente</translation>
    </message>
    <message>
        <source>Careful: there are characters in it that nobody would see. They are shown as signs.</source>
        <translation>Vorsicht: Darin sind Zeichen, die niemand sehen würde. Sie sind hier sichtbar gemacht.</translation>
    </message>
    <message>
        <source>Why not? The model is told.</source>
        <translation>Warum nicht? Das Modell erfährt es.</translation>
    </message>
    <message>
        <source>Reason of the refusal</source>
        <translation>Grund der Ablehnung</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Allow once</source>
        <translation>Einmal erlauben</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Ändern …</translation>
    </message>
    <message>
        <source>Edit the arguments</source>
        <translation>Die Argumente ändern</translation>
    </message>
    <message>
        <source>Refuse…</source>
        <translation>Ablehnen …</translation>
    </message>
    <message>
        <source>Give this answer</source>
        <translation>Diese Antwort geben</translation>
    </message>
    <message>
        <source>Say that it failed</source>
        <translation>Als Fehler melden</translation>
    </message>
    <message>
        <source>Go on with this result</source>
        <translation>Mit diesem Ergebnis weiter</translation>
    </message>
    <message>
        <source>Stop this call</source>
        <translation>Diesen Aufruf anhalten</translation>
    </message>
    <message>
        <source>Always allow this tool</source>
        <translation>Dieses Werkzeug immer erlauben</translation>
    </message>
    <message>
        <source>Always allow all tools of this server</source>
        <translation>Alle Werkzeuge dieses Servers immer erlauben</translation>
    </message>
    <message>
        <source>Never allow this tool</source>
        <translation>Dieses Werkzeug nie erlauben</translation>
    </message>
    <message>
        <source>What does it give? The model reads it as the result of its call.</source>
        <translation>Was kommt dabei heraus? Das Modell liest es als Ergebnis seines Aufrufs.</translation>
    </message>
    <message>
        <source>The call failed. This is what the model will be told:</source>
        <translation>Der Aufruf ist fehlgeschlagen. Das wird dem Modell gesagt:</translation>
    </message>
    <message>
        <source>This is what the model will be told:</source>
        <translation>Das wird dem Modell gesagt:</translation>
    </message>
    <message>
        <source>waits for you</source>
        <translation>wartet auf Sie</translation>
    </message>
    <message>
        <source>waits for others</source>
        <translation>wartet auf andere</translation>
    </message>
    <message numerus="yes">
        <source>running, %n s</source>
        <translation>
            <numerusform>läuft, %n s</numerusform>
            <numerusform>läuft, %n s</numerusform>
        </translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>waits for your answer</source>
        <translation>wartet auf Ihre Antwort</translation>
    </message>
    <message>
        <source>waits for your look</source>
        <translation>wartet auf Ihren Blick</translation>
    </message>
    <message>
        <source>done in %1, waits for your look</source>
        <extracomment>%1 is a duration such as &quot;2.4 s&quot;.</extracomment>
        <translation>fertig nach %1, wartet auf Ihren Blick</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>Call of %1: %2</source>
        <extracomment>For a screen reader: %1 is the name of a tool, %2 what becomes of the call.</extracomment>
        <translation>Aufruf von %1: %2</translation>
    </message>
    <message>
        <source>%1 %</source>
        <extracomment>%1 is a number of percent, %2 the words of a tool.</extracomment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 %: %2</source>
        <translation>%1 %: %2</translation>
    </message>
    <message>
        <source>Always…</source>
        <translation>Immer …</translation>
    </message>
    <message>
        <source>Show me the result first</source>
        <translation>Mir das Ergebnis erst zeigen</translation>
    </message>
    <message>
        <source>The result waits for you before the model gets it. You can change it.</source>
        <translation>Das Ergebnis wartet auf Sie, bevor das Modell es bekommt. Sie können es ändern.</translation>
    </message>
</context>
<context>
    <name>ui::CallForm</name>
    <message>
        <source>not given</source>
        <translation>nicht angegeben</translation>
    </message>
</context>
<context>
    <name>ui::CallPanel</name>
    <message>
        <source>Calls of tools</source>
        <translation>Aufrufe von Werkzeugen</translation>
    </message>
    <message>
        <source>The arguments must be one JSON object. Correct them, or refuse the call.</source>
        <translation>Die Argumente müssen ein JSON-Objekt sein. Berichtigen Sie sie, oder lehnen Sie den Aufruf ab.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message numerus="yes">
        <source>The model called tools %n times for this prompt and wants to go on. Nothing is called until you let it.</source>
        <translation>
            <numerusform>Das Modell hat für diese Eingabe einmal Werkzeuge aufgerufen und will weitermachen. Nichts wird aufgerufen, bis Sie es zulassen.</numerusform>
            <numerusform>Das Modell hat für diese Eingabe %n-mal Werkzeuge aufgerufen und will weitermachen. Nichts wird aufgerufen, bis Sie es zulassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Let it go on</source>
        <translation>Weitermachen lassen</translation>
    </message>
    <message>
        <source>The calls have their results, but the model has not answered to them.</source>
        <translation>Die Aufrufe haben ihre Ergebnisse, aber das Modell hat noch nicht darauf geantwortet.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortfahren</translation>
    </message>
    <message numerus="yes">
        <source>%n calls of the model were not made.</source>
        <translation>
            <numerusform>Ein Aufruf des Modells wurde nicht ausgeführt.</numerusform>
            <numerusform>%n Aufrufe des Modells wurden nicht ausgeführt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::CallsModel</name>
    <message>
        <source>no result</source>
        <translation>kein Ergebnis</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>not called</source>
        <translation>nicht aufgerufen</translation>
    </message>
    <message>
        <source>fits the schema</source>
        <translation>passt zum Schema</translation>
    </message>
    <message>
        <source>does not fit the schema</source>
        <translation>passt nicht zum Schema</translation>
    </message>
    <message>
        <source>edited by you</source>
        <translation>von Ihnen geändert</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>The name of a tool, and which of its calls: &quot;weather (2)&quot;.</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>verschieden</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>gleich</translation>
    </message>
    <message>
        <source>≠ where the lanes differ</source>
        <translation>≠, wo sich die Spuren unterscheiden</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>Werkzeug</translation>
    </message>
</context>
<context>
    <name>ui::CallsWindow</name>
    <message>
        <source>Calls compared</source>
        <translation>Aufrufe verglichen</translation>
    </message>
    <message>
        <source>Calls of the lanes</source>
        <translation>Aufrufe der Spuren</translation>
    </message>
    <message>
        <source>The chosen call</source>
        <translation>Der gewählte Aufruf</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>The name of a lane: letter and model.</extracomment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Nobody called a tool in this round.</source>
        <translation>In dieser Runde hat niemand ein Werkzeug aufgerufen.</translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) in this round.</source>
        <translation>
            <numerusform>Ein Aufruf in dieser Runde.</numerusform>
            <numerusform>%n Aufrufe in dieser Runde.</numerusform>
        </translation>
    </message>
    <message>
        <source>All lanes made the same calls.</source>
        <translation>Alle Spuren haben dasselbe aufgerufen.</translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) differ, marked with ≠.</source>
        <translation>
            <numerusform>Ein Aufruf ist verschieden, markiert mit ≠.</numerusform>
            <numerusform>%n Aufrufe sind verschieden, markiert mit ≠.</numerusform>
        </translation>
    </message>
    <message>
        <source>You had it called with</source>
        <translation>Sie ließen es aufrufen mit</translation>
    </message>
    <message>
        <source>The model was told</source>
        <translation>Dem Modell wurde gesagt</translation>
    </message>
    <message>
        <source>Choose the call of a lane.</source>
        <translation>Wählen Sie den Aufruf einer Spur.</translation>
    </message>
</context>
<context>
    <name>ui::CaptureOverlay</name>
    <message>
        <source>Part of the screen</source>
        <translation>Teil des Bildschirms</translation>
    </message>
    <message>
        <source>Drag, or use the arrow keys, with Shift for the size. Enter takes it, Escape takes nothing.</source>
        <translation>Ziehen Sie, oder nehmen Sie die Pfeiltasten, mit der Umschalttaste für die Größe. Die Eingabetaste nimmt den Teil, Escape nimmt nichts.</translation>
    </message>
    <message>
        <source>Drag over what the model is to see. Enter takes the whole screen, Escape takes nothing.</source>
        <translation>Ziehen Sie über das, was das Modell sehen soll. Die Eingabetaste nimmt den ganzen Bildschirm, Escape nimmt nichts.</translation>
    </message>
</context>
<context>
    <name>ui::CeilingDialog</name>
    <message>
        <source>$ </source>
        <translation>$ </translation>
    </message>
    <message>
        <source>Ceiling of this conversation</source>
        <translation>Obergrenze dieses Gesprächs</translation>
    </message>
    <message>
        <source>&amp;A ceiling of its own:</source>
        <translation>&amp;Eine eigene Obergrenze:</translation>
    </message>
    <message>
        <source>Ceiling of spending</source>
        <translation>Obergrenze für Kosten</translation>
    </message>
    <message>
        <source>Before this conversation costs more, Diptych asks.</source>
        <translation>Bevor dieses Gespräch mehr kostet, fragt Diptych.</translation>
    </message>
    <message>
        <source>Before “%1” costs more, Diptych asks.</source>
        <translation>Bevor „%1“ mehr kostet, fragt Diptych.</translation>
    </message>
    <message>
        <source>%1 It has cost %2 so far.</source>
        <extracomment>Both are whole sentences; %2 is an amount of money.</extracomment>
        <translation>%1 Bisher hat es %2 gekostet.</translation>
    </message>
    <message>
        <source>The &amp;ceiling of the preferences, %1</source>
        <translation>&amp;Obergrenze der Einstellungen, %1</translation>
    </message>
    <message>
        <source>As in the preferences: no &amp;ceiling</source>
        <translation>Wie in den Einstellungen: keine &amp;Obergrenze</translation>
    </message>
</context>
<context>
    <name>ui::CellGridModel</name>
    <message>
        <source>%1: %2</source>
        <extracomment>A cell of a grid, for assistive programs: where it stands, what is in it.</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
</context>
<context>
    <name>ui::CellLook</name>
    <message>
        <source>first token %1</source>
        <extracomment>When it came: &quot;first token 0.21 s&quot;.</extracomment>
        <translation>erstes Token %1</translation>
    </message>
    <message>
        <source>best</source>
        <translation>am besten</translation>
    </message>
    <message>
        <source>worst</source>
        <translation>am schlechtesten</translation>
    </message>
</context>
<context>
    <name>ui::CellReader</name>
    <message>
        <source>Stop this answer</source>
        <translation>Diese Antwort anhalten</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Noch einmal fragen</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>Vergleichen …</translation>
    </message>
    <message>
        <source>Go on with this answer</source>
        <translation>Mit dieser Antwort weitermachen</translation>
    </message>
    <message>
        <source>The lane goes on below this answer. What it said before is kept.</source>
        <translation>Die Spur geht unter dieser Antwort weiter. Was zuvor in ihr stand, bleibt erhalten.</translation>
    </message>
    <message>
        <source>Compare with another answer of the grid, word by word</source>
        <translation>Mit einer anderen Antwort der Tafel Wort für Wort vergleichen</translation>
    </message>
    <message>
        <source>The answer</source>
        <translation>Die Antwort</translation>
    </message>
</context>
<context>
    <name>ui::CellWording</name>
    <message>
        <source>on</source>
        <translation>ein</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>Prompt %1</source>
        <extracomment>A prompt of several; %1 is its number.</extracomment>
        <translation>Prompt %1</translation>
    </message>
    <message>
        <source>Answer %1</source>
        <extracomment>An answer of several to the same prompt; %1 is its number.</extracomment>
        <translation>Antwort %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>A parameter and its value: &quot;Temperature 0.4&quot;.</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation>Wiederholungen</translation>
    </message>
    <message numerus="yes">
        <source>%n repeats</source>
        <translation>
            <numerusform>%n Wiederholung</numerusform>
            <numerusform>%n Wiederholungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s)</source>
        <translation>
            <numerusform>%n Antwort</numerusform>
            <numerusform>%n Antworten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::CellsDialog</name>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>&amp;Prompt</source>
        <translation>&amp;Prompt</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) of the message go with it.</source>
        <translation>
            <numerusform>%n Bild der Nachricht geht mit.</numerusform>
            <numerusform>%n Bilder der Nachricht gehen mit.</numerusform>
        </translation>
    </message>
    <message>
        <source>The lane was removed meanwhile.</source>
        <translation>Die Spur wurde inzwischen entfernt.</translation>
    </message>
    <message>
        <source>The lane is being answered. Stop it, or wait for it to end.</source>
        <translation>In der Spur wird gerade geantwortet. Anhalten oder das Ende abwarten.</translation>
    </message>
    <message>
        <source>Write the prompt that is to be asked.</source>
        <translation>Den Prompt schreiben, der gefragt werden soll.</translation>
    </message>
    <message>
        <source>That would be %1. %2 are the most; take fewer values. For more there is “diptych-cli compare”.</source>
        <translation>Das wären %1. Höchstens %2 sind möglich; weniger Werte nehmen. Für mehr gibt es „diptych-cli compare“.</translation>
    </message>
    <message>
        <source>%1. What they cost is not known.</source>
        <extracomment>%1: &quot;10 answers&quot;.</extracomment>
        <translation>%1. Was sie kosten, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>%1. They cost nothing.</source>
        <translation>%1. Sie kosten nichts.</translation>
    </message>
    <message>
        <source>%1. They may cost up to about %2.</source>
        <extracomment>%1: &quot;10 answers&quot;; %2 is an amount of money.</extracomment>
        <translation>%1. Sie können bis zu etwa %2 kosten.</translation>
    </message>
</context>
<context>
    <name>ui::CellsWindow</name>
    <message>
        <source>Compare the two chosen</source>
        <translation>Die beiden gewählten vergleichen</translation>
    </message>
    <message>
        <source>Stop all</source>
        <translation>Alle anhalten</translation>
    </message>
    <message>
        <source>Choose two answers with Ctrl, then compare them word by word (%1)</source>
        <translation>Mit Strg zwei Antworten wählen und dann Wort für Wort vergleichen (%1)</translation>
    </message>
    <message>
        <source>%1 of %2 answers</source>
        <translation>%1 von %2 Antworten</translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) have no whole answer: they failed, were stopped, or the program ended.</source>
        <translation>
            <numerusform>%n Zelle hat keine ganze Antwort: fehlgeschlagen, angehalten oder vom Ende des Programms unterbrochen.</numerusform>
            <numerusform>%n Zellen haben keine ganze Antwort: fehlgeschlagen, angehalten oder vom Ende des Programms unterbrochen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Ask them again</source>
        <translation>Noch einmal fragen</translation>
    </message>
    <message>
        <source>The price of a model is not known, so its answers cannot be kept below your ceiling of %1.</source>
        <translation>Der Preis eines Modells ist nicht bekannt; seine Antworten lassen sich nicht unter der Obergrenze von %1 halten.</translation>
    </message>
    <message>
        <source>Send all</source>
        <translation>Alle senden</translation>
    </message>
    <message>
        <source>One request may cost up to %1. Your ceiling for each is %2.</source>
        <translation>Eine Anfrage kann bis zu %1 kosten. Die Obergrenze für eine Anfrage ist %2.</translation>
    </message>
    <message>
        <source>What is still to be sent may cost up to %1, after %2 for this conversation. Your ceiling is %3.</source>
        <translation>Was noch zu senden ist, kann bis zu %1 kosten, nach %2 für dieses Gespräch. Die Obergrenze ist %3.</translation>
    </message>
    <message>
        <source>Raise the ceiling to %1</source>
        <extracomment>%1 is an amount of money.</extracomment>
        <translation>Obergrenze auf %1 anheben</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
</context>
<context>
    <name>ui::ChipsRow</name>
    <message>
        <source>Add a text</source>
        <translation>Text hinzufügen</translation>
    </message>
    <message>
        <source>text, Return</source>
        <translation>Text, Eingabe</translation>
    </message>
    <message>
        <source>Text to stop at</source>
        <translation>Text, an dem die Antwort endet</translation>
    </message>
    <message>
        <source>Remove “%1”</source>
        <translation>„%1“ entfernen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>ui::Composer</name>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Stop all replies of this conversation (Esc)</source>
        <translation>Alle Antworten dieses Gesprächs anhalten (Esc)</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Send (Enter; Shift+Enter breaks the line)</source>
        <translation>Senden (Eingabe; Umschalt+Eingabe bricht die Zeile um)</translation>
    </message>
    <message>
        <source>Send (Ctrl+Enter; Enter breaks the line)</source>
        <translation>Senden (Strg+Eingabe; Eingabe bricht die Zeile um)</translation>
    </message>
    <message>
        <source>Attach images</source>
        <translation>Bilder anhängen</translation>
    </message>
    <message>
        <source>An image is still being prepared. Send again in a moment.</source>
        <translation>Ein Bild wird noch vorbereitet. Gleich noch einmal senden.</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Einreihen</translation>
    </message>
    <message>
        <source>Attach images and pages of PDF files; they can also be pasted or dropped here</source>
        <translation>Bilder und Seiten von PDF-Dateien anhängen; man kann sie hier auch einfügen oder ablegen</translation>
    </message>
    <message>
        <source>From files…</source>
        <translation>Aus Dateien …</translation>
    </message>
    <message>
        <source>Part of the screen</source>
        <translation>Teil des Bildschirms</translation>
    </message>
    <message>
        <source>Image by address…</source>
        <translation>Bild über seine Adresse …</translation>
    </message>
    <message>
        <source>Images and PDF files (*.png *.jpg *.jpeg *.webp *.gif *.bmp *.tif *.tiff *.heic *.heif *.avif *.jxl *.pdf);;All files (*)</source>
        <translation>Bilder und PDF-Dateien (*.png *.jpg *.jpeg *.webp *.gif *.bmp *.tif *.tiff *.heic *.heif *.avif *.jxl *.pdf);;Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>ui::ComposerPrompts</name>
    <message>
        <source>Prompts</source>
        <translation>Prompts</translation>
    </message>
    <message>
        <source>Insert a prompt of the library, or save this one; “/” at the start of a message does it too</source>
        <translation>Einen Prompt der Bibliothek einfügen oder diesen sichern; „/“ am Anfang einer Nachricht fügt auch einen ein</translation>
    </message>
    <message>
        <source>Insert a prompt…</source>
        <translation>Prompt einfügen …</translation>
    </message>
    <message>
        <source>Save this prompt to the library…</source>
        <translation>Diesen Prompt in der Bibliothek sichern …</translation>
    </message>
    <message>
        <source>Prompt library…</source>
        <translation>Prompt-Bibliothek …</translation>
    </message>
    <message>
        <source>The prompt cannot be read: %1</source>
        <translation>Der Prompt lässt sich nicht lesen: %1</translation>
    </message>
    <message>
        <source>New prompt</source>
        <translation>Neuer Prompt</translation>
    </message>
    <message>
        <source>The prompt cannot be saved: %1</source>
        <translation>Der Prompt lässt sich nicht speichern: %1</translation>
    </message>
</context>
<context>
    <name>ui::ConfirmCommandDialog</name>
    <message>
        <source>Confirm the command</source>
        <translation>Befehl bestätigen</translation>
    </message>
    <message>
        <source>At each call of “%1” this is run with your rights:</source>
        <translation>Bei jedem Aufruf von „%1“ läuft dies mit Ihren Rechten:</translation>
    </message>
    <message>
        <source>When a lane needs “%1” this is run with your rights:</source>
        <translation>Wenn eine Spur „%1“ braucht, läuft dies mit Ihren Rechten:</translation>
    </message>
    <message>
        <source>The command</source>
        <translation>Der Befehl</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Keep this command</source>
        <translation>Befehl übernehmen</translation>
    </message>
    <message>
        <source>The program is %1.</source>
        <translation>Das Programm ist %1.</translation>
    </message>
    <message>
        <source>It works in %1.</source>
        <translation>Es arbeitet in %1.</translation>
    </message>
</context>
<context>
    <name>ui::ContextGauge</name>
    <message>
        <source>%1 of the context of %2 are used</source>
        <translation>%1 des Kontexts von %2 sind belegt</translation>
    </message>
    <message>
        <source>The context is nearly full. Go on in a new conversation, or choose a model with a longer one.</source>
        <translation>Der Kontext ist fast voll. Machen Sie in einem neuen Gespräch weiter oder wählen Sie ein Modell mit längerem Kontext.</translation>
    </message>
    <message>
        <source>What was not sent yet is estimated.</source>
        <translation>Was noch nicht gesendet wurde, ist geschätzt.</translation>
    </message>
</context>
<context>
    <name>ui::ConversationExport</name>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Exported to %1.</source>
        <translation>Exportiert nach %1.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 kann nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>There is nothing in this conversation yet.</source>
        <translation>In diesem Gespräch steht noch nichts.</translation>
    </message>
</context>
<context>
    <name>ui::ConversationListModel</name>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>A month of an earlier year in the list of conversations: &quot;October 2025&quot;.</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation>Neues Gespräch</translation>
    </message>
    <message>
        <source>%1, a reply is being written</source>
        <translation>%1, eine Antwort wird geschrieben</translation>
    </message>
    <message>
        <source>%1, unread</source>
        <translation>%1, ungelesen</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Angeheftet</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Tag %1, folded</source>
        <extracomment>A folder in the list of conversations, read aloud. %1 is the tag.</extracomment>
        <translation>Schlagwort %1, zugeklappt</translation>
    </message>
    <message>
        <source>Tag %1, unfolded</source>
        <translation>Schlagwort %1, aufgeklappt</translation>
    </message>
</context>
<context>
    <name>ui::ConversationView</name>
    <message>
        <source>You are rewriting an answer. The model will take your words for its own; the answer it gave is kept beside it.</source>
        <translation>Eine Antwort wird umgeschrieben. Das Modell hält die neuen Worte für seine eigenen; die gegebene Antwort bleibt daneben erhalten.</translation>
    </message>
    <message>
        <source>You are rewriting an earlier prompt. Sending it starts a new branch; the old one is kept.</source>
        <translation>Eine frühere Frage wird umgeschrieben. Mit dem Senden beginnt ein neuer Zweig; der alte bleibt erhalten.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Every lane is prompted alone.</source>
        <translation>Jede Spur wird für sich befragt.</translation>
    </message>
    <message>
        <source>Write to %1…</source>
        <extracomment>%1: letters of lanes, as in &quot;A, C&quot;.</extracomment>
        <translation>An %1 schreiben …</translation>
    </message>
    <message>
        <source>Write a message…</source>
        <translation>Nachricht schreiben …</translation>
    </message>
    <message>
        <source>Write to both models…</source>
        <translation>Beiden Modellen schreiben …</translation>
    </message>
    <message numerus="yes">
        <source>Write to all %n models…</source>
        <translation>
            <numerusform>Einem Modell schreiben …</numerusform>
            <numerusform>Allen %n Modellen schreiben …</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2 — %3</source>
        <extracomment>Title of the window of one lane: letter, model, conversation.</extracomment>
        <translation>%1 · %2 – %3</translation>
    </message>
    <message>
        <source>Diptych</source>
        <translation>Diptych</translation>
    </message>
    <message>
        <source>%1 — %2</source>
        <extracomment>Title of the window of one lane while names are hidden: letter, conversation.</extracomment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>The message that you were rewriting is in no lane any more. What you wrote is kept as a new prompt.</source>
        <translation>Die Nachricht, die Sie umgeschrieben haben, ist in keiner Spur mehr. Was Sie geschrieben haben, bleibt als neuer Prompt.</translation>
    </message>
</context>
<context>
    <name>ui::CostsChart</name>
    <message>
        <source>Others</source>
        <translation>Andere</translation>
    </message>
    <message>
        <source>Costs as a plot; the table below holds the same figures</source>
        <translation>Kosten als Diagramm; die Tabelle darunter enthält dieselben Zahlen</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <extracomment>A stretch of time: both are days.</extracomment>
        <translation>%1 bis %2</translation>
    </message>
</context>
<context>
    <name>ui::CostsModel</name>
    <message>
        <source>All together</source>
        <translation>Zusammen</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Gespräch</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Tokens in</source>
        <translation>Token hinein</translation>
    </message>
    <message>
        <source>cached</source>
        <translation>aus Cache</translation>
    </message>
    <message>
        <source>Tokens out</source>
        <translation>Token heraus</translation>
    </message>
    <message>
        <source>reasoning</source>
        <translation>Nachdenken</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
</context>
<context>
    <name>ui::CostsText</name>
    <message numerus="yes">
        <source>No answers in the last %n day(s)</source>
        <translation>
            <numerusform>Keine Antworten am letzten Tag</numerusform>
            <numerusform>Keine Antworten in den letzten %n Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>No answers yet</source>
        <translation>Noch keine Antworten</translation>
    </message>
    <message numerus="yes">
        <source>%1 in the last %n day(s)</source>
        <extracomment>%1 is an amount of money</extracomment>
        <translation>
            <numerusform>%1 am letzten Tag</numerusform>
            <numerusform>%1 in den letzten %n Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in all</source>
        <translation>%1 insgesamt</translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s).</source>
        <translation>
            <numerusform>%n Antwort.</numerusform>
            <numerusform>%n Antworten.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of it is computed from the prices of the day; the rest the servers said.</source>
        <translation>Davon sind %1 aus den Preisen des Tages berechnet; den Rest haben die Server genannt.</translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) without a known price.</source>
        <translation>
            <numerusform>%n Antwort ohne bekannten Preis.</numerusform>
            <numerusform>%n Antworten ohne bekannten Preis.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>For %n answer(s) a server said a cost that cannot be, which is left out.</source>
        <translation>
            <numerusform>Für %n Antwort hat ein Server Kosten genannt, die nicht sein können; sie sind nicht mitgezählt.</numerusform>
            <numerusform>Für %n Antworten hat ein Server Kosten genannt, die nicht sein können; sie sind nicht mitgezählt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) of blind rounds are counted once their names show.</source>
        <translation>
            <numerusform>%n Antwort blinder Runden wird mitgezählt, sobald die Namen sichtbar sind.</numerusform>
            <numerusform>%n Antworten blinder Runden werden mitgezählt, sobald die Namen sichtbar sind.</numerusform>
        </translation>
    </message>
    <message>
        <source>computed</source>
        <translation>berechnet</translation>
    </message>
    <message>
        <source>partly computed</source>
        <translation>teils berechnet</translation>
    </message>
    <message numerus="yes">
        <source>%n without a known price</source>
        <translation>
            <numerusform>%n ohne bekannten Preis</numerusform>
            <numerusform>%n ohne bekannten Preis</numerusform>
        </translation>
    </message>
    <message>
        <source>Erased conversations</source>
        <translation>Gelöschte Gespräche</translation>
    </message>
    <message>
        <source>Without a title</source>
        <translation>Ohne Titel</translation>
    </message>
</context>
<context>
    <name>ui::CostsWindow</name>
    <message>
        <source>Costs</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>&amp;Time:</source>
        <translation>&amp;Zeitraum:</translation>
    </message>
    <message numerus="yes">
        <source>Last %n day(s)</source>
        <translation>
            <numerusform>Letzter Tag</numerusform>
            <numerusform>Letzte %n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Rows of the table</source>
        <translation>Zeilen der Tabelle</translation>
    </message>
    <message>
        <source>By model</source>
        <translation>Nach Modell</translation>
    </message>
    <message>
        <source>By day</source>
        <translation>Nach Tag</translation>
    </message>
    <message>
        <source>By day and model</source>
        <translation>Nach Tag und Modell</translation>
    </message>
    <message>
        <source>By conversation</source>
        <translation>Nach Gespräch</translation>
    </message>
    <message>
        <source>Export as CSV…</source>
        <translation>Als CSV exportieren …</translation>
    </message>
    <message>
        <source>costs</source>
        <extracomment>Name of a file, without its ending.</extracomment>
        <translation>kosten</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
</context>
<context>
    <name>ui::CropView</name>
    <message>
        <source>What the model will see</source>
        <translation>Was das Modell sehen wird</translation>
    </message>
    <message>
        <source>Drag to choose a part, or use the arrow keys, with Shift for its size. Enter crops to it.</source>
        <translation>Ziehen Sie, um einen Teil auszuwählen, oder nehmen Sie die Pfeiltasten, mit der Umschalttaste für die Größe. Die Eingabetaste schneidet ihn aus.</translation>
    </message>
</context>
<context>
    <name>ui::DiffDialog</name>
    <message>
        <source>%1 · %2 · %3 · %4</source>
        <extracomment>An answer to choose: letter of the lane, model, number of the answer, its first words.</extracomment>
        <translation>%1 · %2 · %3 · %4</translation>
    </message>
    <message>
        <source>Answer on the left</source>
        <translation>Antwort links</translation>
    </message>
    <message>
        <source>Answer on the right</source>
        <translation>Antwort rechts</translation>
    </message>
    <message>
        <source>Ignore white space</source>
        <translation>Leerraum ignorieren</translation>
    </message>
    <message>
        <source>Ignore case</source>
        <translation>Groß- und Kleinschreibung ignorieren</translation>
    </message>
    <message>
        <source>Show only what differs</source>
        <translation>Nur Unterschiede zeigen</translation>
    </message>
    <message>
        <source>Previous difference (Alt+Up)</source>
        <translation>Voriger Unterschied (Alt+Auf)</translation>
    </message>
    <message>
        <source>Next difference (Alt+Down)</source>
        <translation>Nächster Unterschied (Alt+Ab)</translation>
    </message>
    <message>
        <source>Compare answers</source>
        <translation>Antworten vergleichen</translation>
    </message>
    <message>
        <source>Swap sides</source>
        <translation>Seiten tauschen</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>Code line by line</source>
        <translation>Code zeilenweise</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>By value: the order of members and the spelling of numbers do not matter</source>
        <translation>Nach Werten: Reihenfolge der Felder und Schreibweise von Zahlen spielen keine Rolle</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Nebeneinander</translation>
    </message>
    <message>
        <source>In one column</source>
        <translation>In einer Spalte</translation>
    </message>
    <message>
        <source>Compare by</source>
        <translation>Vergleichen nach</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Both answers with + and − before the lines that differ</source>
        <translation>Beide Antworten, mit + und − vor Zeilen, die sich unterscheiden</translation>
    </message>
    <message>
        <source>There is no second answer to compare with.</source>
        <translation>Es gibt keine zweite Antwort zum Vergleichen.</translation>
    </message>
    <message>
        <source>No difference.</source>
        <translation>Kein Unterschied.</translation>
    </message>
    <message>
        <source>Difference %1 of %2.</source>
        <translation>Unterschied %1 von %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) differ.</source>
        <translation>
            <numerusform>%n Stelle unterscheidet sich.</numerusform>
            <numerusform>%n Stellen unterscheiden sich.</numerusform>
        </translation>
    </message>
    <message>
        <source>One of them is no JSON, so words are compared.</source>
        <translation>Eine davon ist kein JSON, daher werden Wörter verglichen.</translation>
    </message>
    <message>
        <source>Too long and too different to compare all of it word by word.</source>
        <translation>Zu lang und zu verschieden, um alles Wort für Wort zu vergleichen.</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <extracomment>An answer to choose: letter of the lane, number of the answer, its first words.</extracomment>
        <translation>%1 · %2 · %3</translation>
    </message>
</context>
<context>
    <name>ui::DiffView</name>
    <message>
        <source>Differences</source>
        <translation>Unterschiede</translation>
    </message>
    <message numerus="yes">
        <source>%n equal line(s)</source>
        <translation>
            <numerusform>%n gleiche Zeile</numerusform>
            <numerusform>%n gleiche Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n Unterschied</numerusform>
            <numerusform>%n Unterschiede</numerusform>
        </translation>
    </message>
    <message>
        <source>Difference %1 of %2. Left: %3. Right: %4.</source>
        <extracomment>For a screen reader. Removed words, then those in their place.</extracomment>
        <translation>Unterschied %1 von %2. Links: %3. Rechts: %4.</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>Copy line on the left</source>
        <translation>Zeile links kopieren</translation>
    </message>
    <message>
        <source>Copy line</source>
        <translation>Zeile kopieren</translation>
    </message>
    <message>
        <source>Copy line on the right</source>
        <translation>Zeile rechts kopieren</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>Alles kopieren</translation>
    </message>
</context>
<context>
    <name>ui::EmptyLane</name>
    <message>
        <source>What would you like to know?</source>
        <translation>Worum soll es gehen?</translation>
    </message>
    <message>
        <source>Connect to DeepInfra or another server…</source>
        <translation>Mit DeepInfra oder einem anderen Server verbinden …</translation>
    </message>
    <message>
        <source>You are talking to the demo. It answers on this computer, without an account and without a network, and shows what this program can do.</source>
        <translation>Hier antwortet die Demo. Sie läuft auf diesem Rechner, ohne Konto und ohne Netz, und zeigt, was dieses Programm kann.</translation>
    </message>
    <message>
        <source>Choose a model of your providers…</source>
        <translation>Ein Modell der eigenen Anbieter wählen …</translation>
    </message>
</context>
<context>
    <name>ui::EndButton</name>
    <message>
        <source>Go to the end</source>
        <translation>Zum Ende</translation>
    </message>
    <message>
        <source>New text</source>
        <translation>Neuer Text</translation>
    </message>
</context>
<context>
    <name>ui::EntropyStrip</name>
    <message>
        <source>Uncertainty over the answer</source>
        <translation>Unsicherheit über die Antwort hinweg</translation>
    </message>
    <message>
        <source>How open the choice of each token was, in bits. Click to go there.</source>
        <translation>Wie offen die Wahl jedes Tokens war, in Bit. Ein Klick führt dorthin.</translation>
    </message>
    <message>
        <source>Token %1 of %2: %3</source>
        <translation>Token %1 von %2: %3</translation>
    </message>
</context>
<context>
    <name>ui::ErrorWording</name>
    <message>
        <source>The model</source>
        <translation>Das Modell</translation>
    </message>
    <message>
        <source>%1 Its words: “%2”</source>
        <extracomment>%1 is a whole sentence, %2 are the words of a server or of the operating system.</extracomment>
        <translation>%1 Im Wortlaut: „%2“</translation>
    </message>
    <message>
        <source>%1 asks for an API key and none is set. Enter one under Providers.</source>
        <translation>%1 verlangt einen API-Schlüssel, und keiner ist gesetzt. Er wird unter „Anbieter“ eingegeben.</translation>
    </message>
    <message>
        <source>%1 did not accept the API key. Enter the right one under Providers.</source>
        <translation>%1 hat den API-Schlüssel abgelehnt. Der richtige wird unter „Anbieter“ eingegeben.</translation>
    </message>
    <message>
        <source>There is no chat service at the address of %1, or it does not know %2.</source>
        <translation>Unter der Adresse von %1 gibt es keinen Chatdienst, oder er kennt %2 nicht.</translation>
    </message>
    <message>
        <source>%1 has no model named “%2”. Choose another one.</source>
        <translation>%1 hat kein Modell namens „%2“. Ein anderes ist zu wählen.</translation>
    </message>
    <message>
        <source>%1 refused the request.</source>
        <translation>%1 hat die Anfrage abgelehnt.</translation>
    </message>
    <message>
        <source>%1 refused the field “%2”. Change it or leave it out, then retry.</source>
        <translation>%1 hat das Feld „%2“ abgelehnt. Ändern oder weglassen, dann wiederholen.</translation>
    </message>
    <message>
        <source>%1 is busy at the moment.</source>
        <translation>%1 ist gerade ausgelastet.</translation>
    </message>
    <message>
        <source>%1 takes no more requests for now: a limit was reached.</source>
        <translation>%1 nimmt vorerst keine Anfragen mehr an: Eine Grenze ist erreicht.</translation>
    </message>
    <message>
        <source>%1 It asks to wait %2.</source>
        <extracomment>%1 is a whole sentence, %2 a duration such as &quot;20 s&quot;.</extracomment>
        <translation>%1 Wartezeit laut Server: %2.</translation>
    </message>
    <message>
        <source>The account at %1 has no money left. Top it up there, then retry.</source>
        <translation>Das Konto bei %1 hat kein Guthaben mehr. Dort aufladen, dann wiederholen.</translation>
    </message>
    <message>
        <source>The API key is right, but %1 does not let it use %2.</source>
        <translation>Der API-Schlüssel stimmt, aber %1 lässt ihn %2 nicht benutzen.</translation>
    </message>
    <message>
        <source>%1 lacks an ability that this request uses.</source>
        <translation>%1 fehlt eine Fähigkeit, die diese Anfrage benutzt.</translation>
    </message>
    <message>
        <source>The conversation and its answer do not fit into the context of %1. Lower “Max tokens” or choose a model with more context.</source>
        <translation>Das Gespräch und die Antwort passen nicht in den Kontext von %1. „Höchstens Token“ senken oder ein Modell mit mehr Kontext wählen.</translation>
    </message>
    <message>
        <source>%1 failed. This is a fault of the server and often passes.</source>
        <translation>%1 hat versagt. Das ist ein Fehler des Servers und geht oft vorbei.</translation>
    </message>
    <message>
        <source>%1 could not be reached, or the connection was lost.</source>
        <translation>%1 war nicht erreichbar, oder die Verbindung ging verloren.</translation>
    </message>
    <message>
        <source>Nothing came from %1 for too long.</source>
        <translation>Von %1 kam zu lange nichts.</translation>
    </message>
    <message>
        <source>What %1 sent is not the answer of a chat server.</source>
        <translation>Was %1 geschickt hat, ist nicht die Antwort eines Chatservers.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Angehalten.</translation>
    </message>
    <message>
        <source>The message could not be saved on this computer, so it was not sent.</source>
        <translation>Die Nachricht konnte auf diesem Rechner nicht gespeichert werden und wurde deshalb nicht gesendet.</translation>
    </message>
    <message>
        <source>Change key…</source>
        <translation>Schlüssel ändern …</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Go on without it</source>
        <translation>Ohne sie fortfahren</translation>
    </message>
    <message>
        <source>Providers…</source>
        <translation>Anbieter …</translation>
    </message>
    <message>
        <source>Choose model…</source>
        <translation>Modell wählen …</translation>
    </message>
    <message>
        <source>Send without saving</source>
        <translation>Ohne Speichern senden</translation>
    </message>
    <message>
        <source>The history on this computer could not be read or written.</source>
        <translation>Der Verlauf auf diesem Rechner konnte nicht gelesen oder geschrieben werden.</translation>
    </message>
    <message>
        <source>The provider of this lane was removed. Choose a model of another one.</source>
        <translation>Der Anbieter dieser Spur wurde entfernt. Wählen Sie ein Modell eines anderen.</translation>
    </message>
    <message>
        <source>No model is chosen.</source>
        <translation>Es ist kein Modell gewählt.</translation>
    </message>
    <message>
        <source>The connection to %1 broke in the middle of the answer. What had come is kept.</source>
        <translation>Die Verbindung zu %1 riss mitten in der Antwort ab. Was schon da war, ist erhalten.</translation>
    </message>
    <message>
        <source>%1 answered with a web page. Its address may be wrong, or a page to sign in at stands in between.</source>
        <translation>%1 hat mit einer Webseite geantwortet. Vielleicht stimmt die Adresse nicht, oder eine Anmeldeseite steht dazwischen.</translation>
    </message>
    <message>
        <source>The certificate of %1 cannot be trusted, so nothing was sent. Diptych trusts the authorities that this computer trusts.</source>
        <translation>Dem Zertifikat von %1 ist nicht zu trauen, deshalb wurde nichts gesendet. Diptych vertraut den Stellen, denen dieser Rechner vertraut.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Allow more time…</source>
        <translation>Mehr Zeit geben …</translation>
    </message>
    <message>
        <source>Nobody says what %1 costs, so the ceiling of %2 cannot be kept.</source>
        <translation>Niemand sagt, was %1 kostet; die Obergrenze von %2 lässt sich so nicht einhalten.</translation>
    </message>
    <message>
        <source>This request may cost %1, and the ceiling for one request is %2.</source>
        <translation>Diese Anfrage kann %1 kosten; die Obergrenze für eine Anfrage ist %2.</translation>
    </message>
    <message>
        <source>This request may cost %1. The conversation has cost %2, and its ceiling is %3.</source>
        <translation>Diese Anfrage kann %1 kosten. Das Gespräch hat %2 gekostet, seine Obergrenze ist %3.</translation>
    </message>
    <message>
        <source>%1 “Raise the ceiling” makes it %2.</source>
        <extracomment>%1 are whole sentences, %2 is an amount of money. The words in quotes are on a button.</extracomment>
        <translation>%1 „Obergrenze anheben“ setzt sie auf %2.</translation>
    </message>
    <message>
        <source>Send this once</source>
        <translation>Einmal senden</translation>
    </message>
    <message>
        <source>Raise the ceiling</source>
        <translation>Obergrenze anheben</translation>
    </message>
    <message>
        <source>The same request cannot be sent again: a message or an image of it is gone.</source>
        <translation>Dieselbe Anfrage kann nicht noch einmal gesendet werden: Eine Nachricht oder ein Bild davon fehlt.</translation>
    </message>
    <message>
        <source>A tool of this lane cannot be used. Correct it or take it out, then retry.</source>
        <translation>Ein Werkzeug dieser Spur lässt sich nicht benutzen. Berichtigen Sie es oder nehmen Sie es heraus, und wiederholen Sie dann.</translation>
    </message>
    <message>
        <source>The conversation takes %1 tokens and its answer was given %2. The context of %3 holds %4.</source>
        <translation>Das Gespräch braucht %1 Token, und seine Antwort darf %2 haben. Der Kontext von %3 fasst %4.</translation>
    </message>
    <message>
        <source>The conversation takes %1 tokens. The context of %2 holds %3.</source>
        <translation>Das Gespräch braucht %1 Token. Der Kontext von %2 fasst %3.</translation>
    </message>
    <message>
        <source>Tools…</source>
        <translation>Werkzeuge …</translation>
    </message>
</context>
<context>
    <name>ui::Export</name>
    <message>
        <source>Conversation</source>
        <translation>Gespräch</translation>
    </message>
    <message>
        <source>Exported by Diptych %1 on %2</source>
        <extracomment>%1 is a version, %2 a date.</extracomment>
        <translation>Exportiert von Diptych %1 am %2</translation>
    </message>
    <message>
        <source>%1 runs, %2 tokens in, %3 tokens out, %4</source>
        <extracomment>Counts of runs and tokens, and an amount of money.</extracomment>
        <translation>%1 Läufe, %2 Token hin, %3 Token zurück, %4</translation>
    </message>
    <message>
        <source>Tags: %1</source>
        <translation>Schlagwörter: %1</translation>
    </message>
    <message>
        <source>Lane</source>
        <translation>Spur</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>System prompt of %1</source>
        <extracomment>%1 are letters of lanes.</extracomment>
        <translation>Systemprompt von %1</translation>
    </message>
    <message>
        <source>Round %1</source>
        <translation>Runde %1</translation>
    </message>
    <message>
        <source>Sweep</source>
        <extracomment>A kind of round.</extracomment>
        <translation>Durchlauf</translation>
    </message>
    <message>
        <source>Repeat</source>
        <extracomment>A kind of round.</extracomment>
        <translation>Wiederholung</translation>
    </message>
    <message>
        <source>Replay</source>
        <extracomment>A kind of round.</extracomment>
        <translation>Nachspiel</translation>
    </message>
    <message>
        <source>Judge</source>
        <extracomment>A kind of round.</extracomment>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>The names are hidden until a vote is given.</source>
        <translation>Die Namen sind verdeckt, bis eine Stimme abgegeben ist.</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>choice %1</source>
        <translation>Auswahl %1</translation>
    </message>
    <message>
        <source>not gone on with</source>
        <translation>nicht weitergeführt</translation>
    </message>
    <message>
        <source>voted better</source>
        <translation>als besser gewählt</translation>
    </message>
    <message>
        <source>Voted: a tie</source>
        <translation>Gewählt: unentschieden</translation>
    </message>
    <message>
        <source>Voted: all bad</source>
        <translation>Gewählt: alle schlecht</translation>
    </message>
    <message>
        <source>Reasoning</source>
        <translation>Nachdenken</translation>
    </message>
    <message>
        <source>Calls %1</source>
        <extracomment>%1 is the name of a tool.</extracomment>
        <translation>Ruft %1 auf</translation>
    </message>
    <message>
        <source>Result</source>
        <extracomment>Of a tool.</extracomment>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Failed</source>
        <extracomment>A tool did.</extracomment>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Image: %1</source>
        <extracomment>%1 is the name of a file.</extracomment>
        <translation>Bild: %1</translation>
    </message>
    <message>
        <source>Image, not included: %1</source>
        <extracomment>%1 is the name of a file.</extracomment>
        <translation>Bild, nicht enthalten: %1</translation>
    </message>
    <message>
        <source>Run</source>
        <extracomment>One request with its retries, as a title.</extracomment>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>rewritten by the user</source>
        <translation>vom Benutzer umgeschrieben</translation>
    </message>
    <message>
        <source>cut off</source>
        <translation>abgeschnitten</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>unterbrochen</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>still being written</source>
        <translation>wird noch geschrieben</translation>
    </message>
    <message>
        <source>first token %1</source>
        <extracomment>%1 is a time.</extracomment>
        <translation>erstes Token %1</translation>
    </message>
    <message>
        <source>%1 tok/s</source>
        <translation>%1 Tok/s</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 Token</translation>
    </message>
    <message>
        <source>Page (HTML)</source>
        <translation>Seite (HTML)</translation>
    </message>
    <message>
        <source>Numbers (CSV)</source>
        <translation>Zahlen (CSV)</translation>
    </message>
    <message>
        <source>One file for a browser, with the answers side by side. It has no script and loads nothing from elsewhere.</source>
        <translation>Eine Datei für den Browser, mit den Antworten nebeneinander. Sie enthält kein Skript und lädt nichts von anderswo.</translation>
    </message>
    <message>
        <source>A document with the answers as the models wrote them.</source>
        <translation>Ein Dokument mit den Antworten, wie die Modelle sie geschrieben haben.</translation>
    </message>
    <message>
        <source>A row of figures for each answer, for a spreadsheet.</source>
        <translation>Eine Zeile mit Zahlen für jede Antwort, für die Tabellenkalkulation.</translation>
    </message>
    <message>
        <source>Everything for other programs: messages, runs, and what was asked in them.</source>
        <translation>Alles für andere Programme: Nachrichten, Läufe und was darin gefragt wurde.</translation>
    </message>
    <message>
        <source>A configuration with which promptfoo asks the same models the same again.</source>
        <translation>Eine Konfiguration, mit der promptfoo dieselben Modelle dasselbe noch einmal fragt.</translation>
    </message>
</context>
<context>
    <name>ui::ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>This round</source>
        <translation>Diese Runde</translation>
    </message>
    <message>
        <source>All rounds</source>
        <translation>Alle Runden</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Dateiformat</translation>
    </message>
    <message>
        <source>&amp;Images</source>
        <translation>&amp;Bilder</translation>
    </message>
    <message>
        <source>&amp;Records of the runs</source>
        <translation>&amp;Angaben zu den Läufen</translation>
    </message>
    <message>
        <source>&amp;Answers that no lane shows</source>
        <translation>Antworten, die &amp;keine Spur zeigt</translation>
    </message>
    <message>
        <source>Retried and edited ones, and those of lanes that went on with another answer</source>
        <translation>Wiederholte und bearbeitete, und die von Spuren, die mit einer anderen Antwort weitermachen</translation>
    </message>
    <message>
        <source>Include</source>
        <translation>Enthalten</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter …</translation>
    </message>
</context>
<context>
    <name>ui::FigureLines</name>
    <message>
        <source>%1: %2</source>
        <extracomment>A figure and its value: &quot;First answer token: 0.48 s&quot;.</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Connected after</source>
        <translation>Verbunden nach</translation>
    </message>
    <message>
        <source>Queued for</source>
        <translation>In der Warteschlange</translation>
    </message>
    <message>
        <source>First reasoning token</source>
        <translation>Erstes Token beim Nachdenken</translation>
    </message>
    <message>
        <source>First answer token</source>
        <translation>Erstes Token der Antwort</translation>
    </message>
    <message>
        <source>Whole run</source>
        <translation>Ganzer Lauf</translation>
    </message>
    <message>
        <source>Speed of the reasoning</source>
        <translation>Tempo beim Nachdenken</translation>
    </message>
    <message>
        <source>Speed of the answer</source>
        <translation>Tempo der Antwort</translation>
    </message>
    <message>
        <source>Tokens of the prompt</source>
        <translation>Token der Frage</translation>
    </message>
    <message>
        <source>of them cached</source>
        <translation>davon aus dem Zwischenspeicher</translation>
    </message>
    <message>
        <source>Tokens of the answer</source>
        <translation>Token der Antwort</translation>
    </message>
    <message>
        <source>of them reasoning</source>
        <translation>davon für Überlegungen</translation>
    </message>
    <message>
        <source>Cost</source>
        <extracomment>%1 is an amount of money.</extracomment>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>%1, computed from the prices</source>
        <translation>%1, aus den Preisen berechnet</translation>
    </message>
    <message>
        <source>Finish reason</source>
        <translation>Grund des Endes</translation>
    </message>
    <message>
        <source>Retries</source>
        <translation>Wiederholungen</translation>
    </message>
    <message>
        <source>Service tier asked</source>
        <translation>Gewünschte Stufe</translation>
    </message>
    <message>
        <source>Service tier given</source>
        <translation>Gewährte Stufe</translation>
    </message>
    <message>
        <source>Answered by</source>
        <translation>Beantwortet von</translation>
    </message>
</context>
<context>
    <name>ui::FileSaving</name>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 kann nicht geschrieben werden: %2</translation>
    </message>
</context>
<context>
    <name>ui::FindBar</name>
    <message>
        <source>Word</source>
        <extracomment>A button that finds whole words only: keep it short</extracomment>
        <translation>Wort</translation>
    </message>
    <message>
        <source>Find in this conversation</source>
        <translation>In diesem Gespräch suchen</translation>
    </message>
    <message>
        <source>Capital and small letters differ</source>
        <translation>Groß- und Kleinbuchstaben unterscheiden</translation>
    </message>
    <message>
        <source>Whole words only</source>
        <translation>Nur ganze Wörter</translation>
    </message>
    <message>
        <source>Previous hit (Shift+F3)</source>
        <translation>Voriger Treffer (Umschalt+F3)</translation>
    </message>
    <message>
        <source>Next hit (F3)</source>
        <translation>Nächster Treffer (F3)</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>no hit</source>
        <translation>kein Treffer</translation>
    </message>
    <message>
        <source>looking…</source>
        <translation>wird gesucht …</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>The current hit and their number: &quot;3 of 17&quot;</extracomment>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>ui::FinishWording</name>
    <message>
        <source>stop</source>
        <comment>finish reason</comment>
        <translation>Ende</translation>
    </message>
    <message>
        <source>length</source>
        <comment>finish reason</comment>
        <translation>Länge</translation>
    </message>
    <message>
        <source>tool calls</source>
        <comment>finish reason</comment>
        <translation>Werkzeugaufrufe</translation>
    </message>
    <message>
        <source>filtered</source>
        <comment>finish reason</comment>
        <translation>gefiltert</translation>
    </message>
    <message>
        <source>error</source>
        <comment>finish reason</comment>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>The model came to its end.</source>
        <translation>Das Modell kam zum Ende.</translation>
    </message>
    <message>
        <source>The answer reached the largest number of tokens it may have. “Continue” lets the model go on.</source>
        <translation>Die Antwort hat die größte erlaubte Zahl an Token erreicht. „Fortsetzen“ lässt das Modell weitermachen.</translation>
    </message>
    <message>
        <source>The model asks for tools to be run.</source>
        <translation>Das Modell bittet um die Ausführung von Werkzeugen.</translation>
    </message>
    <message>
        <source>The server held back the rest of the answer.</source>
        <translation>Der Server hat den Rest der Antwort zurückgehalten.</translation>
    </message>
    <message>
        <source>The server failed while it was answering.</source>
        <translation>Der Server hat während der Antwort versagt.</translation>
    </message>
    <message>
        <source>cut off</source>
        <translation>abgeschnitten</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>unterbrochen</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>vollständig</translation>
    </message>
    <message>
        <source>saving the prompt</source>
        <translation>sichert die Frage</translation>
    </message>
    <message>
        <source>preparing the request</source>
        <translation>bereitet die Anfrage vor</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>verbindet</translation>
    </message>
    <message>
        <source>waiting for the first token</source>
        <translation>wartet auf das erste Token</translation>
    </message>
    <message>
        <source>waiting to try again</source>
        <translation>wartet auf den nächsten Versuch</translation>
    </message>
    <message>
        <source>thinking</source>
        <translation>denkt nach</translation>
    </message>
    <message>
        <source>answering</source>
        <translation>antwortet</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>nicht gesendet</translation>
    </message>
    <message>
        <source>waiting for its turn</source>
        <translation>wartet, bis es dran ist</translation>
    </message>
    <message>
        <source>waiting: all requests are paused</source>
        <translation>wartet: alle Anfragen sind angehalten</translation>
    </message>
    <message>
        <source>calling tools</source>
        <translation>ruft Werkzeuge auf</translation>
    </message>
    <message>
        <source>waiting for your decision about a tool</source>
        <translation>wartet auf Ihre Entscheidung über ein Werkzeug</translation>
    </message>
</context>
<context>
    <name>ui::FormatRow</name>
    <message>
        <source>text</source>
        <comment>answer format</comment>
        <translation>Text</translation>
    </message>
    <message>
        <source>JSON</source>
        <comment>answer format</comment>
        <translation>JSON</translation>
    </message>
    <message>
        <source>schema…</source>
        <comment>answer format</comment>
        <translation>Schema …</translation>
    </message>
    <message>
        <source>Edit schema…</source>
        <translation>Schema bearbeiten …</translation>
    </message>
    <message>
        <source>Set to “%1”.</source>
        <translation>Gesetzt auf „%1“.</translation>
    </message>
    <message>
        <source>schema</source>
        <comment>answer format</comment>
        <translation>Schema</translation>
    </message>
    <message>
        <source>JSON schema: %1</source>
        <extracomment>%1 is the name of the schema.</extracomment>
        <translation>JSON-Schema: %1</translation>
    </message>
</context>
<context>
    <name>ui::FormatWording</name>
    <message>
        <source>The type is wrong: this is %1.</source>
        <extracomment>%1 is the type of a JSON value: string, number, …</extracomment>
        <translation>Der Typ ist falsch: Das ist %1.</translation>
    </message>
    <message>
        <source>“%1” is missing.</source>
        <translation>„%1“ fehlt.</translation>
    </message>
    <message>
        <source>“%1” is not allowed here.</source>
        <translation>„%1“ ist hier nicht erlaubt.</translation>
    </message>
    <message>
        <source>This is none of the allowed values.</source>
        <translation>Das ist keiner der erlaubten Werte.</translation>
    </message>
    <message>
        <source>This is not the value that is asked for.</source>
        <translation>Das ist nicht der verlangte Wert.</translation>
    </message>
    <message>
        <source>At most %1 is allowed.</source>
        <translation>Höchstens %1 ist erlaubt.</translation>
    </message>
    <message>
        <source>It must be less than %1.</source>
        <translation>Es muss weniger als %1 sein.</translation>
    </message>
    <message>
        <source>At least %1 is needed.</source>
        <translation>Mindestens %1 ist nötig.</translation>
    </message>
    <message>
        <source>It must be more than %1.</source>
        <translation>Es muss mehr als %1 sein.</translation>
    </message>
    <message>
        <source>Items allowed at most: %1.</source>
        <translation>Erlaubte Elemente höchstens: %1.</translation>
    </message>
    <message>
        <source>Items needed at least: %1.</source>
        <translation>Nötige Elemente mindestens: %1.</translation>
    </message>
    <message>
        <source>Characters allowed at most: %1.</source>
        <translation>Erlaubte Zeichen höchstens: %1.</translation>
    </message>
    <message>
        <source>Characters needed at least: %1.</source>
        <translation>Nötige Zeichen mindestens: %1.</translation>
    </message>
    <message>
        <source>Members allowed at most: %1.</source>
        <translation>Erlaubte Einträge höchstens: %1.</translation>
    </message>
    <message>
        <source>Members needed at least: %1.</source>
        <translation>Nötige Einträge mindestens: %1.</translation>
    </message>
    <message>
        <source>It must be a multiple of %1.</source>
        <translation>Es muss ein Vielfaches von %1 sein.</translation>
    </message>
    <message>
        <source>The text does not match %1.</source>
        <translation>Der Text entspricht nicht %1.</translation>
    </message>
    <message>
        <source>The text does not have the format “%1”.</source>
        <translation>Der Text hat nicht das Format „%1“.</translation>
    </message>
    <message>
        <source>Two items are the same.</source>
        <translation>Zwei Elemente sind gleich.</translation>
    </message>
    <message>
        <source>No item is of the kind that must be in it.</source>
        <translation>Kein Element ist von der Art, die darin sein muss.</translation>
    </message>
    <message>
        <source>This is what the schema rules out.</source>
        <translation>Das schließt das Schema aus.</translation>
    </message>
    <message>
        <source>It fits none of the alternatives.</source>
        <translation>Es passt zu keiner der Möglichkeiten.</translation>
    </message>
    <message>
        <source>It does not fit exactly one of the alternatives.</source>
        <translation>Es passt nicht zu genau einer der Möglichkeiten.</translation>
    </message>
    <message>
        <source>It does not fit what its condition asks for.</source>
        <translation>Es passt nicht zu dem, was seine Bedingung verlangt.</translation>
    </message>
    <message>
        <source>“%1” is missing, which another member asks for.</source>
        <translation>„%1“ fehlt, ein anderer Eintrag verlangt es.</translation>
    </message>
    <message>
        <source>There are more items than are allowed.</source>
        <translation>Es sind mehr Elemente, als erlaubt sind.</translation>
    </message>
    <message>
        <source>Nothing is allowed here.</source>
        <translation>Hier ist nichts erlaubt.</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>ein Text</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true oder false</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>eine Liste</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>ein Objekt</translation>
    </message>
    <message>
        <source>The program diptych-schema-check cannot be started. Install Diptych again.</source>
        <translation>Das Programm diptych-schema-check lässt sich nicht starten. Installieren Sie Diptych neu.</translation>
    </message>
    <message>
        <source>The check needed more memory or depth than it is allowed.</source>
        <translation>Die Prüfung brauchte mehr Speicher oder Tiefe, als sie darf.</translation>
    </message>
    <message>
        <source>The check took longer than it is allowed.</source>
        <translation>Die Prüfung dauerte länger, als sie darf.</translation>
    </message>
    <message>
        <source>It is too large to be checked.</source>
        <translation>Es ist zu groß für die Prüfung.</translation>
    </message>
    <message>
        <source>It is not JSON.</source>
        <translation>Es ist kein JSON.</translation>
    </message>
    <message>
        <source>The schema is not a valid one (JSON Schema draft 7).</source>
        <translation>Das Schema ist nicht gültig (JSON Schema, Entwurf 7).</translation>
    </message>
    <message>
        <source>The schema refers to %1. Addresses are never fetched; put the part below “definitions”.</source>
        <translation>Das Schema verweist auf %1. Adressen werden nie abgerufen; setzen Sie den Teil unter „definitions“.</translation>
    </message>
    <message>
        <source>The schema refers to %1, which is not in it.</source>
        <translation>Das Schema verweist auf %1, das nicht darin steht.</translation>
    </message>
    <message>
        <source>“%1” is not part of draft 7 and cannot be checked.</source>
        <translation>„%1“ gehört nicht zu Entwurf 7 und kann nicht geprüft werden.</translation>
    </message>
    <message>
        <source>This pattern is not understood: %1</source>
        <translation>Dieses Muster wird nicht verstanden: %1</translation>
    </message>
    <message>
        <source>This character cannot stand here.</source>
        <translation>Dieses Zeichen kann hier nicht stehen.</translation>
    </message>
    <message>
        <source>A line break or control character stands within a text.</source>
        <translation>In einem Text steht ein Zeilenumbruch oder Steuerzeichen.</translation>
    </message>
    <message>
        <source>This is no escape sequence.</source>
        <translation>Das ist keine Escape-Sequenz.</translation>
    </message>
    <message>
        <source>This is no number.</source>
        <translation>Das ist keine Zahl.</translation>
    </message>
    <message>
        <source>This is neither true, false nor null.</source>
        <translation>Das ist weder true noch false noch null.</translation>
    </message>
    <message>
        <source>There is more text behind the JSON.</source>
        <translation>Hinter dem JSON steht noch Text.</translation>
    </message>
    <message>
        <source>It is nested too deeply.</source>
        <translation>Es ist zu tief verschachtelt.</translation>
    </message>
    <message>
        <source>It has too many values.</source>
        <translation>Es hat zu viele Werte.</translation>
    </message>
    <message>
        <source>It is too large.</source>
        <translation>Es ist zu groß.</translation>
    </message>
    <message>
        <source>The JSON fits.</source>
        <translation>Das JSON passt.</translation>
    </message>
    <message>
        <source>Fits the schema “%1”.</source>
        <translation>Passt zum Schema „%1“.</translation>
    </message>
    <message numerus="yes">
        <source>More than %n place(s) do not fit the schema.</source>
        <translation>
            <numerusform>Mehr als %n Stelle passt nicht zum Schema.</numerusform>
            <numerusform>Mehr als %n Stellen passen nicht zum Schema.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) do not fit the schema.</source>
        <translation>
            <numerusform>%n Stelle passt nicht zum Schema.</numerusform>
            <numerusform>%n Stellen passen nicht zum Schema.</numerusform>
        </translation>
    </message>
    <message>
        <source>Could not be checked. %1</source>
        <translation>Konnte nicht geprüft werden. %1</translation>
    </message>
    <message>
        <source>This is JSON, but not the object that was asked for.</source>
        <translation>Das ist JSON, aber nicht das verlangte Objekt.</translation>
    </message>
    <message>
        <source>There is no JSON in this answer.</source>
        <translation>In dieser Antwort ist kein JSON.</translation>
    </message>
    <message>
        <source>Broken JSON at line %1, column %2.</source>
        <translation>Fehlerhaftes JSON in Zeile %1, Spalte %2.</translation>
    </message>
    <message>
        <source>The token limit cut the JSON at line %1, column %2.</source>
        <translation>Die Token-Grenze hat das JSON in Zeile %1, Spalte %2 abgeschnitten.</translation>
    </message>
    <message>
        <source>The answer ends in the middle of the JSON, at line %1, column %2.</source>
        <translation>Die Antwort endet mitten im JSON, in Zeile %1, Spalte %2.</translation>
    </message>
    <message>
        <source>The whole</source>
        <translation>Das Ganze</translation>
    </message>
</context>
<context>
    <name>ui::ImagePreview</name>
    <message>
        <source>What the model will see</source>
        <translation>Was das Modell sehen wird</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>A command and its keys.</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Turn to the left</source>
        <translation>Nach links drehen</translation>
    </message>
    <message>
        <source>Turn to the right</source>
        <translation>Nach rechts drehen</translation>
    </message>
    <message>
        <source>Crop to the chosen part</source>
        <translation>Auswahl ausschneiden</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Pasted image</source>
        <translation>Eingefügtes Bild</translation>
    </message>
    <message>
        <source>What it will cost</source>
        <translation>Was es kosten wird</translation>
    </message>
    <message>
        <source>Tokens and prices are estimated: servers scale and count images in their own ways. The answer says what it was. Where and when a photo was taken, and all else that its file tells, is never sent.</source>
        <translation>Token und Preise sind geschätzt: Server verkleinern und zählen Bilder auf ihre eigene Weise. Die Antwort sagt, wie viele es waren. Wo und wann ein Foto entstand und was seine Datei sonst verrät, wird nie gesendet.</translation>
    </message>
    <message>
        <source>Longest side</source>
        <translation>Längste Seite</translation>
    </message>
    <message>
        <source>As preferred: %1 pixels</source>
        <translation>Wie eingestellt: %1 Pixel</translation>
    </message>
    <message>
        <source>As preferred: as it is</source>
        <translation>Wie eingestellt: so, wie es ist</translation>
    </message>
    <message>
        <source>%1 pixels</source>
        <translation>%1 Pixel</translation>
    </message>
    <message>
        <source>As large as it is</source>
        <translation>So groß, wie es ist</translation>
    </message>
    <message>
        <source>The file that it came from cannot be read any more. What is sent stays as it is, and can still be cropped and turned.</source>
        <translation>Die Datei, aus der es stammt, ist nicht mehr lesbar. Was gesendet wird, bleibt, wie es ist, und lässt sich weiter zuschneiden und drehen.</translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2 Pixel</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>Format and size of an image: &quot;JPEG, 412 KB&quot;.</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>made from %1 × %2 pixels</source>
        <translation>aus %1 × %2 Pixeln gemacht</translation>
    </message>
    <message>
        <source>Preparing…</source>
        <translation>Wird vorbereitet …</translation>
    </message>
</context>
<context>
    <name>ui::ImageViewer</name>
    <message>
        <source>Previous image (Left)</source>
        <translation>Voriges Bild (Links)</translation>
    </message>
    <message>
        <source>Next image (Right)</source>
        <translation>Nächstes Bild (Rechts)</translation>
    </message>
    <message>
        <source>Smaller (−)</source>
        <translation>Kleiner (−)</translation>
    </message>
    <message>
        <source>Larger (+)</source>
        <translation>Größer (+)</translation>
    </message>
    <message>
        <source>Fit into the window (0)</source>
        <translation>In das Fenster einpassen (0)</translation>
    </message>
    <message>
        <source>Copy image (Ctrl+C)</source>
        <translation>Bild kopieren (Strg+C)</translation>
    </message>
    <message>
        <source>Save image as… (Ctrl+S)</source>
        <translation>Bild speichern unter … (Strg+S)</translation>
    </message>
    <message>
        <source>Boxes</source>
        <translation>Rahmen</translation>
    </message>
    <message>
        <source>True size (1)</source>
        <translation>Wahre Größe (1)</translation>
    </message>
    <message>
        <source>Show the boxes that the answers name (B)</source>
        <translation>Die Rahmen zeigen, die die Antworten nennen (B)</translation>
    </message>
    <message>
        <source>The image is not in the profile any more.</source>
        <translation>Das Bild ist nicht mehr im Profil.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>Which image of how many is shown.</extracomment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Image %1</source>
        <translation>Bild %1</translation>
    </message>
    <message>
        <source>Save image</source>
        <translation>Bild speichern</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
    <message numerus="yes">
        <source>%n box(es)</source>
        <translation>
            <numerusform>%n Rahmen</numerusform>
            <numerusform>%n Rahmen</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no picture in it: it is empty.</source>
        <translation>Darin ist kein Bild: Es ist leer.</translation>
    </message>
    <message>
        <source>This is no picture that can be shown. Drawings such as SVG are not opened, but you can save them.</source>
        <translation>Das ist kein Bild, das gezeigt werden kann. Zeichnungen wie SVG werden nicht geöffnet, aber Sie können sie speichern.</translation>
    </message>
    <message>
        <source>The picture is broken or cut off. You can save what came of it.</source>
        <translation>Das Bild ist beschädigt oder abgeschnitten. Sie können speichern, was davon angekommen ist.</translation>
    </message>
    <message>
        <source>The picture has more than 100 million pixels and is not opened. You can save it.</source>
        <translation>Das Bild hat mehr als 100 Millionen Pixel und wird nicht geöffnet. Sie können es speichern.</translation>
    </message>
</context>
<context>
    <name>ui::ImageWording</name>
    <message>
        <source>This computer cannot read %1 pictures. Save it as JPEG or PNG, or install the package kimageformat6-plugins where your system has it (Debian 13 and newer).</source>
        <translation>Dieser Rechner kann keine %1-Bilder lesen. Speichern Sie es als JPEG oder PNG, oder installieren Sie das Paket kimageformat6-plugins, wo Ihr System es hat (Debian 13 und neuer).</translation>
    </message>
    <message>
        <source>This computer cannot read %1 pictures. Install the package qt6-image-formats-plugins, or save it as JPEG or PNG.</source>
        <translation>Dieser Rechner kann keine %1-Bilder lesen. Installieren Sie das Paket qt6-image-formats-plugins, oder speichern Sie es als JPEG oder PNG.</translation>
    </message>
    <message>
        <source>This computer cannot read %1 pictures. Save it as JPEG or PNG.</source>
        <translation>Dieser Rechner kann keine %1-Bilder lesen. Speichern Sie es als JPEG oder PNG.</translation>
    </message>
    <message>
        <source>There is nothing in it.</source>
        <translation>Es ist nichts darin.</translation>
    </message>
    <message>
        <source>This is no picture in a format that can be read. Save it as JPEG or PNG.</source>
        <translation>Das ist kein Bild in einem lesbaren Format. Speichern Sie es als JPEG oder PNG.</translation>
    </message>
    <message>
        <source>SVG drawings cannot be sent. Export it as PNG first.</source>
        <translation>SVG-Zeichnungen können nicht gesendet werden. Exportieren Sie sie zuerst als PNG.</translation>
    </message>
    <message>
        <source>The picture is broken. Open it in another program and save it anew.</source>
        <translation>Das Bild ist beschädigt. Öffnen Sie es in einem anderen Programm und speichern Sie es neu.</translation>
    </message>
    <message>
        <source>The end of the picture is missing. Copy or download it again.</source>
        <translation>Das Ende des Bildes fehlt. Kopieren oder laden Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The picture says that it has %1 pixels; more than 100 million are not decoded. Make it smaller first.</source>
        <translation>Das Bild hat nach eigener Angabe %1 Pixel; mehr als 100 Millionen werden nicht dekodiert. Verkleinern Sie es zuerst.</translation>
    </message>
    <message>
        <source>The file is larger than %1. Make the picture smaller first.</source>
        <translation>Die Datei ist größer als %1. Verkleinern Sie das Bild zuerst.</translation>
    </message>
    <message>
        <source>The picture cannot be made small enough to be sent. Crop it or scale it down.</source>
        <translation>Das Bild lässt sich nicht klein genug zum Senden machen. Schneiden Sie es zu oder verkleinern Sie es.</translation>
    </message>
    <message>
        <source>Servers fetch only addresses that begin with https:// or http://, name a computer and hold no password.</source>
        <translation>Server laden nur Adressen, die mit https:// oder http:// beginnen, einen Rechner nennen und kein Passwort enthalten.</translation>
    </message>
    <message>
        <source>The PDF file is broken. Open it in another program and print it to a new file.</source>
        <translation>Die PDF-Datei ist beschädigt. Öffnen Sie sie in einem anderen Programm und drucken Sie sie in eine neue Datei.</translation>
    </message>
    <message>
        <source>The PDF file is protected by a password, and this is not the right one.</source>
        <translation>Die PDF-Datei ist durch ein Passwort geschützt, und dieses ist nicht das richtige.</translation>
    </message>
    <message>
        <source>The PDF file is protected in a way that cannot be opened here. Print it to a new file.</source>
        <translation>Die PDF-Datei ist auf eine Weise geschützt, die sich hier nicht öffnen lässt. Drucken Sie sie in eine neue Datei.</translation>
    </message>
    <message>
        <source>Write the pages as numbers and ranges, as in 1-3, 5.</source>
        <translation>Schreiben Sie die Seiten als Zahlen und Bereiche, wie in 1-3, 5.</translation>
    </message>
    <message>
        <source>The last page is %1.</source>
        <translation>Die letzte Seite ist %1.</translation>
    </message>
    <message numerus="yes">
        <source>No more than %n page(s) can be taken here. Name fewer.</source>
        <translation>
            <numerusform>Hier kann nur %n Seite übernommen werden. Nennen Sie nur eine.</numerusform>
            <numerusform>Hier können höchstens %n Seiten übernommen werden. Nennen Sie weniger.</numerusform>
        </translation>
    </message>
    <message>
        <source>These pages hold no text; they may be scanned. Take them as images.</source>
        <translation>Diese Seiten enthalten keinen Text; vielleicht sind sie gescannt. Nehmen Sie sie als Bilder.</translation>
    </message>
    <message>
        <source>It could not be read or kept: %1</source>
        <translation>Es konnte nicht gelesen oder aufbewahrt werden: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>The name of a file, and a whole sentence about it.</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>Of the %n pictures in it, only the first is sent.</source>
        <translation>
            <numerusform>Von dem %n Bild darin wird nur das erste gesendet.</numerusform>
            <numerusform>Von den %n Bildern darin wird nur das erste gesendet.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 cannot see images: you said so. It will probably refuse them.</source>
        <translation>%1 sieht keine Bilder: Das haben Sie so festgelegt. Wahrscheinlich wird es sie ablehnen.</translation>
    </message>
    <message>
        <source>%1 cannot see images: it refused one on %2. It will probably do so again.</source>
        <extracomment>%2 is a date.</extracomment>
        <translation>%1 sieht keine Bilder: Es hat eines abgelehnt (%2). Wahrscheinlich tut es das wieder.</translation>
    </message>
    <message>
        <source>%1 cannot see images: it refused one before. It will probably do so again.</source>
        <translation>%1 sieht keine Bilder: Es hat schon eines abgelehnt. Wahrscheinlich tut es das wieder.</translation>
    </message>
    <message>
        <source>%1 cannot see images: the list of %2 says so. It will probably refuse them.</source>
        <extracomment>%2 is the name of a provider.</extracomment>
        <translation>%1 sieht keine Bilder: So steht es in der Liste von %2. Wahrscheinlich wird es sie ablehnen.</translation>
    </message>
    <message>
        <source>%1 cannot see images: a list or an earlier refusal says so. It will probably refuse them.</source>
        <translation>%1 sieht keine Bilder: Das sagt eine Liste oder eine frühere Ablehnung. Wahrscheinlich wird es sie ablehnen.</translation>
    </message>
    <message>
        <source>one token for each 28 × 28 pixels</source>
        <translation>ein Token je 28 × 28 Pixel</translation>
    </message>
    <message>
        <source>one token for each 32 × 32 pixels</source>
        <translation>ein Token je 32 × 32 Pixel</translation>
    </message>
    <message>
        <source>one token for each 750 pixels, scaled to 1568 pixels at most</source>
        <translation>ein Token je 750 Pixel, auf höchstens 1568 Pixel verkleinert</translation>
    </message>
    <message>
        <source>85 tokens, and 170 for each tile of 512 pixels</source>
        <translation>85 Token, dazu 170 je Kachel von 512 Pixeln</translation>
    </message>
    <message>
        <source>258 tokens for each tile of 768 pixels</source>
        <translation>258 Token je Kachel von 768 Pixeln</translation>
    </message>
    <message>
        <source>144 tokens for each tile of 336 pixels, 17 times at most</source>
        <translation>144 Token je Kachel von 336 Pixeln, höchstens 17-mal</translation>
    </message>
    <message>
        <source>256 tokens, whatever its size</source>
        <translation>256 Token, gleich wie groß es ist</translation>
    </message>
    <message>
        <source>%1, as most models count; how this one does is not known</source>
        <extracomment>%1 is a way of counting, as in &quot;one token for each 28 × 28 pixels&quot;.</extracomment>
        <translation>%1, wie die meisten Modelle zählen; wie dieses es tut, ist nicht bekannt</translation>
    </message>
</context>
<context>
    <name>ui::JsonCheck</name>
    <message>
        <source>%1 must be an object.</source>
        <translation>%1 muss ein Objekt sein.</translation>
    </message>
    <message>
        <source>%1 is nested too deeply.</source>
        <translation>%1 ist zu tief verschachtelt.</translation>
    </message>
    <message>
        <source>%1: “%2” is not a type.</source>
        <translation>%1: „%2“ ist kein Typ.</translation>
    </message>
    <message>
        <source>%1: “required” must be a list of names.</source>
        <translation>%1: „required“ muss eine Liste von Namen sein.</translation>
    </message>
    <message>
        <source>%1: “properties” must be an object.</source>
        <translation>%1: „properties“ muss ein Objekt sein.</translation>
    </message>
    <message>
        <source>There must be one JSON value.</source>
        <translation>Es muss genau ein JSON-Wert sein.</translation>
    </message>
    <message>
        <source>This must be an object in braces { }.</source>
        <translation>Es muss ein Objekt in geschweiften Klammern { } sein.</translation>
    </message>
    <message>
        <source>This must be a list in brackets [ ].</source>
        <translation>Es muss eine Liste in eckigen Klammern [ ] sein.</translation>
    </message>
    <message>
        <source>Tool %1 must have the type “function”.</source>
        <translation>Werkzeug %1 muss den Typ „function“ haben.</translation>
    </message>
    <message>
        <source>The function of tool %1 has no name.</source>
        <translation>Die Funktion von Werkzeug %1 hat keinen Namen.</translation>
    </message>
    <message>
        <source>Two tools are called “%1”.</source>
        <translation>Zwei Werkzeuge heißen „%1“.</translation>
    </message>
    <message>
        <source>The schema</source>
        <translation>Das Schema</translation>
    </message>
</context>
<context>
    <name>ui::JsonEditorDialog</name>
    <message>
        <source>Indent</source>
        <translation>Einrücken</translation>
    </message>
    <message>
        <source>Insert example</source>
        <translation>Beispiel einfügen</translation>
    </message>
    <message>
        <source>Line %1, column %2: %3</source>
        <translation>Zeile %1, Spalte %2: %3</translation>
    </message>
    <message>
        <source>Empty: it will not be sent.</source>
        <translation>Leer: Es wird nicht gesendet.</translation>
    </message>
    <message>
        <source>This is valid.</source>
        <translation>Das ist gültig.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>ui::JsonPanel</name>
    <message>
        <source>Fold the JSON</source>
        <translation>JSON einklappen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>JSON of the answer</source>
        <translation>JSON der Antwort</translation>
    </message>
    <message>
        <source>Tree</source>
        <translation>Baum</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>How the JSON is shown</source>
        <translation>Darstellung des JSON</translation>
    </message>
    <message>
        <source>Copy the JSON</source>
        <translation>JSON kopieren</translation>
    </message>
    <message>
        <source>What does not fit</source>
        <translation>Was nicht passt</translation>
    </message>
    <message>
        <source>JSON as text</source>
        <translation>JSON als Text</translation>
    </message>
    <message>
        <source>JSON as a tree</source>
        <translation>JSON als Baum</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>Wert kopieren</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Pfad kopieren</translation>
    </message>
    <message>
        <source>Show the JSON</source>
        <translation>JSON zeigen</translation>
    </message>
    <message>
        <source>No format was asked for.</source>
        <translation>Es wurde kein Format verlangt.</translation>
    </message>
    <message>
        <source>JSON, being written…</source>
        <translation>JSON, wird geschrieben …</translation>
    </message>
    <message>
        <source>JSON by the schema “%1”, being written…</source>
        <translation>JSON nach dem Schema „%1“, wird geschrieben …</translation>
    </message>
    <message>
        <source>Being checked…</source>
        <translation>Wird geprüft …</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>A place in JSON and what is wrong there.</extracomment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>ui::JsonRow</name>
    <message>
        <source>not sent</source>
        <translation>nicht gesendet</translation>
    </message>
    <message numerus="yes">
        <source>%n tools</source>
        <translation>
            <numerusform>ein Werkzeug</numerusform>
            <numerusform>%n Werkzeuge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fields</source>
        <translation>
            <numerusform>ein Feld</numerusform>
            <numerusform>%n Felder</numerusform>
        </translation>
    </message>
    <message>
        <source>Functions that the model may ask for. They are not run yet: what the model asks for is shown in the conversation.</source>
        <translation>Funktionen, um die das Modell bitten darf. Ausgeführt werden sie noch nicht: Worum das Modell bittet, steht im Gespräch.</translation>
    </message>
</context>
<context>
    <name>ui::JsonTableDialog</name>
    <message>
        <source>Show only what differs</source>
        <translation>Nur Unterschiede zeigen</translation>
    </message>
    <message>
        <source>Compare JSON answers</source>
        <translation>JSON-Antworten vergleichen</translation>
    </message>
    <message>
        <source>Being compared…</source>
        <translation>Wird verglichen …</translation>
    </message>
    <message>
        <source>JSON answers</source>
        <translation>JSON-Antworten</translation>
    </message>
    <message>
        <source>Export as CSV…</source>
        <translation>Als CSV exportieren …</translation>
    </message>
    <message>
        <source>answers</source>
        <extracomment>Name of a file, without its ending.</extracomment>
        <translation>antworten</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>None of the answers is JSON.</source>
        <translation>Keine der Antworten ist JSON.</translation>
    </message>
    <message>
        <source>The answers say the same.</source>
        <translation>Die Antworten sagen dasselbe.</translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) differ, marked with ≠.</source>
        <translation>
            <numerusform>%n Wert unterscheidet sich, mit ≠ markiert.</numerusform>
            <numerusform>%n Werte unterscheiden sich, mit ≠ markiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Answers without JSON have an empty column.</source>
        <translation>Antworten ohne JSON haben eine leere Spalte.</translation>
    </message>
    <message numerus="yes">
        <source>Only the first %n values are shown.</source>
        <translation>
            <numerusform>Nur der erste Wert ist zu sehen.</numerusform>
            <numerusform>Nur die ersten %n Werte sind zu sehen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::JsonTableModel</name>
    <message>
        <source>differs</source>
        <translation>verschieden</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>gleich</translation>
    </message>
    <message>
        <source>≠ where the answers differ</source>
        <translation>≠, wo die Antworten sich unterscheiden</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Stelle</translation>
    </message>
</context>
<context>
    <name>ui::JsonTreeModel</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <extracomment>Items of a long list, by their numbers.</extracomment>
        <translation>%1 bis %2</translation>
    </message>
    <message numerus="yes">
        <source>{ %n member(s) }</source>
        <translation>
            <numerusform>{ %n Eintrag }</numerusform>
            <numerusform>{ %n Einträge }</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>[ %n item(s) ]</source>
        <translation>
            <numerusform>[ %n Element ]</numerusform>
            <numerusform>[ %n Elemente ]</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::JudgeDialog</name>
    <message>
        <source>Show the judge the pictures of the prompt</source>
        <translation>Dem urteilenden Modell die Bilder der Frage zeigen</translation>
    </message>
    <message>
        <source>Judge this round</source>
        <translation>Diese Runde beurteilen lassen</translation>
    </message>
    <message>
        <source>Judge</source>
        <translation>Urteilendes Modell</translation>
    </message>
    <message>
        <source>What it is to look at</source>
        <translation>Worauf es achten soll</translation>
    </message>
    <message>
        <source>Usual text</source>
        <translation>Üblicher Text</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Ask the judge</source>
        <translation>Beurteilen lassen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>removed provider</source>
        <translation>entfernter Anbieter</translation>
    </message>
    <message>
        <source>Choose two answers at least.</source>
        <translation>Wähle mindestens zwei Antworten.</translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s), each asked about in both orders.</source>
        <translation>
            <numerusform>%n Paar, in beiden Reihenfolgen gefragt.</numerusform>
            <numerusform>%n Paare, jedes in beiden Reihenfolgen gefragt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>That takes %n request(s).</source>
        <translation>
            <numerusform>Das braucht %n Anfrage.</numerusform>
            <numerusform>Das braucht %n Anfragen.</numerusform>
        </translation>
    </message>
    <message>
        <source>What they cost is not known.</source>
        <translation>Was sie kosten, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>They cost %1 at most, as far as one can tell.</source>
        <translation>Sie kosten höchstens %1, soweit sich das sagen lässt.</translation>
    </message>
    <message>
        <source>They cost nothing.</source>
        <translation>Sie kosten nichts.</translation>
    </message>
    <message>
        <source>The judge is not told which model wrote what. Its verdicts are no votes.</source>
        <translation>Das urteilende Modell erfährt nicht, welches Modell was geschrieben hat. Seine Urteile sind keine Stimmen.</translation>
    </message>
</context>
<context>
    <name>ui::JudgeTallyModel</name>
    <message>
        <source>Pairs in which the other answer won when positions were swapped: the place decided</source>
        <translation>Paare, in denen nach dem Tausch der Plätze die andere Antwort gewann: Der Platz entschied</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Better</source>
        <translation>Besser</translation>
    </message>
    <message>
        <source>Tie</source>
        <translation>Gleich gut</translation>
    </message>
    <message>
        <source>Worse</source>
        <translation>Schlechter</translation>
    </message>
    <message>
        <source>Self-contradictory</source>
        <translation>Widersprüchlich</translation>
    </message>
    <message>
        <source>Not decided</source>
        <translation>Nicht entschieden</translation>
    </message>
    <message>
        <source>Mean score</source>
        <translation>Mittlere Note</translation>
    </message>
</context>
<context>
    <name>ui::JudgedPairsModel</name>
    <message>
        <source>Pair</source>
        <translation>Paar</translation>
    </message>
    <message>
        <source>In this order</source>
        <translation>In dieser Reihenfolge</translation>
    </message>
    <message>
        <source>Swapped</source>
        <translation>Getauscht</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>Zusammen</translation>
    </message>
</context>
<context>
    <name>ui::JudgementWindow</name>
    <message>
        <source>The program ended before the judge had answered.</source>
        <translation>Das Programm endete, bevor das Urteil da war.</translation>
    </message>
    <message>
        <source>Scores: %1 %2, %3 %4.</source>
        <extracomment>Marks from 1 to 10 for both answers: letter, mark, letter, mark.</extracomment>
        <translation>Noten: %1 %2, %3 %4.</translation>
    </message>
    <message>
        <source>The verdicts put no answer ahead of the others.</source>
        <translation>Nach den Urteilen liegt keine Antwort vorn.</translation>
    </message>
    <message>
        <source>%1 is better in both orders.</source>
        <translation>%1 ist in beiden Reihenfolgen besser.</translation>
    </message>
    <message>
        <source>%1 is ahead: better in %2 of its %3 pairs.</source>
        <translation>%1 liegt vorn: besser in %2 von %3 Paaren.</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>An answer: letter of its lane and model.
----------
A judging: when, by which model.</extracomment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>on its way</source>
        <translation>unterwegs</translation>
    </message>
    <message>
        <source>the request failed</source>
        <translation>Anfrage fehlgeschlagen</translation>
    </message>
    <message>
        <source>no verdict can be read</source>
        <translation>kein Urteil lesbar</translation>
    </message>
    <message>
        <source>Tie</source>
        <translation>Gleich gut</translation>
    </message>
    <message>
        <source>%1 is better</source>
        <extracomment>%1 is the letter of a lane.</extracomment>
        <translation>%1 ist besser</translation>
    </message>
    <message>
        <source>not decided</source>
        <translation>nicht entschieden</translation>
    </message>
    <message>
        <source>disagrees with itself when positions are swapped</source>
        <translation>widerspricht sich, wenn die Plätze getauscht sind</translation>
    </message>
    <message>
        <source>%1 first, then %2: %3</source>
        <extracomment>Above a reason: the answer that was shown first, the second one, the verdict.</extracomment>
        <translation>Erst %1, dann %2: %3</translation>
    </message>
    <message>
        <source>The judge is being asked: %1 of %2 verdicts are there.</source>
        <translation>Das Modell wird gefragt: %1 von %2 Urteilen sind da.</translation>
    </message>
    <message numerus="yes">
        <source>In %1 of %n pair(s) the judge contradicts itself.</source>
        <translation>
            <numerusform>In %1 von %n Paar widerspricht sich das urteilende Modell.</numerusform>
            <numerusform>In %1 von %n Paaren widerspricht sich das urteilende Modell.</numerusform>
        </translation>
    </message>
    <message>
        <source>Verdicts of judges</source>
        <translation>Urteile der Modelle</translation>
    </message>
    <message>
        <source>Judging</source>
        <translation>Beurteilung</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation>Paare</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>Begründungen</translation>
    </message>
    <message>
        <source>What the judge saw</source>
        <translation>Was das Modell sah</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Erneut fragen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message numerus="yes">
        <source>Ask again for %n verdict(s)</source>
        <translation>
            <numerusform>%n Urteil erneut erfragen</numerusform>
            <numerusform>%n Urteile erneut erfragen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n verdict(s) are missing.</source>
        <translation>
            <numerusform>%n Urteil fehlt.</numerusform>
            <numerusform>%n Urteile fehlen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Retry now</source>
        <translation>Jetzt wiederholen</translation>
    </message>
</context>
<context>
    <name>ui::KeyPanel</name>
    <message>
        <source>Result of the test</source>
        <translation>Ergebnis der Prüfung</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>Keep the key untested</source>
        <translation>Schlüssel ungeprüft behalten</translation>
    </message>
    <message>
        <source>Forget key</source>
        <translation>Schlüssel vergessen</translation>
    </message>
    <message>
        <source>The key belongs to %1 and is not sent to another server. Enter the key of the new one if it needs one.</source>
        <translation>Der Schlüssel gehört zu %1 und geht an keinen anderen Server. Braucht der neue einen, muss er hier eingegeben werden.</translation>
    </message>
    <message>
        <source>A key is stored; paste another one</source>
        <translation>Ein Schlüssel ist gespeichert; anderen einfügen</translation>
    </message>
    <message>
        <source>Paste a key, if the server needs one</source>
        <translation>Schlüssel einfügen, falls nötig</translation>
    </message>
    <message>
        <source>Test and store key</source>
        <translation>Schlüssel prüfen und speichern</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>Verbindung prüfen</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation>%1 wird gefragt …</translation>
    </message>
    <message>
        <source>%1 answers and asks for a key.</source>
        <translation>%1 antwortet und verlangt einen Schlüssel.</translation>
    </message>
    <message>
        <source>The key is right.</source>
        <translation>Der Schlüssel stimmt.</translation>
    </message>
    <message>
        <source>The server answers.</source>
        <translation>Der Server antwortet.</translation>
    </message>
    <message>
        <source>The key is right: account %1.</source>
        <translation>Der Schlüssel stimmt: Konto %1.</translation>
    </message>
    <message numerus="yes">
        <source>The server answers and lists %n models.</source>
        <translation>
            <numerusform>Der Server antwortet und nennt ein Modell.</numerusform>
            <numerusform>Der Server antwortet und nennt %n Modelle.</numerusform>
        </translation>
    </message>
    <message>
        <source>The key is kept in the key store of this computer.</source>
        <translation>Der Schlüssel liegt im Schlüsselbund dieses Rechners.</translation>
    </message>
    <message>
        <source>This computer has no key store that could be used: the key is kept until Diptych ends.</source>
        <translation>Dieser Rechner hat keinen nutzbaren Schlüsselbund: Der Schlüssel wird behalten, bis Diptych endet.</translation>
    </message>
    <message>
        <source>The key could not be stored: %1</source>
        <translation>Der Schlüssel konnte nicht gespeichert werden: %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>Two whole sentences: the result of the test, and where the key is kept.</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>The key is forgotten.</source>
        <translation>Der Schlüssel ist vergessen.</translation>
    </message>
    <message>
        <source>The key could not be removed: %1</source>
        <translation>Der Schlüssel konnte nicht entfernt werden: %1</translation>
    </message>
    <message>
        <source>You find your keys at deepinfra.com/dash/api_keys.</source>
        <translation>Ihre Schlüssel finden Sie unter deepinfra.com/dash/api_keys.</translation>
    </message>
    <message>
        <source>Paste your key</source>
        <translation>Ihren Schlüssel einfügen</translation>
    </message>
</context>
<context>
    <name>ui::LaneColumn</name>
    <message>
        <source>Retry now</source>
        <translation>Jetzt wiederholen</translation>
    </message>
    <message numerus="yes">
        <source>trying again in %n s</source>
        <translation>
            <numerusform>neuer Versuch in %n s</numerusform>
            <numerusform>neuer Versuch in %n s</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>What a lane is doing, and for how long: &quot;waiting for the first token, 12 s&quot;.</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>removed provider</source>
        <translation>entfernter Anbieter</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Lane %1: %2</source>
        <extracomment>%1 is the letter of a lane, %2 its model.</extracomment>
        <translation>Spur %1: %2</translation>
    </message>
    <message>
        <source>Transcript of lane %1</source>
        <translation>Verlauf von Spur %1</translation>
    </message>
    <message>
        <source>The provider “%1” is not set up here. Choose another model, or add the provider.</source>
        <translation>Der Anbieter „%1“ ist hier nicht eingerichtet. Wählen Sie ein anderes Modell oder fügen Sie den Anbieter hinzu.</translation>
    </message>
    <message>
        <source>%1 does not list the model “%2”. It can be asked all the same.</source>
        <translation>%1 führt das Modell „%2“ nicht auf. Es lässt sich trotzdem fragen.</translation>
    </message>
    <message>
        <source>Lane %1</source>
        <extracomment>%1 is the letter of a lane.</extracomment>
        <translation>Spur %1</translation>
    </message>
    <message>
        <source>writing</source>
        <translation>schreibt</translation>
    </message>
    <message>
        <source>written</source>
        <translation>geschrieben</translation>
    </message>
    <message>
        <source>A ceiling of spending holds this answer back.</source>
        <translation>Eine Obergrenze für Kosten hält diese Antwort zurück.</translation>
    </message>
    <message>
        <source>This answer is late. The reason shows with the names.</source>
        <translation>Diese Antwort verspätet sich. Der Grund steht da, sobald die Namen zu sehen sind.</translation>
    </message>
    <message>
        <source>queueing in tier “flex”, %1</source>
        <extracomment>%1 is a duration; the service tier “flex” makes requests wait.</extracomment>
        <translation>wartet in Stufe „flex“, %1</translation>
    </message>
</context>
<context>
    <name>ui::LaneCommands</name>
    <message>
        <source>Change model…</source>
        <translation>Modell wechseln …</translation>
    </message>
    <message>
        <source>Compare with another model…</source>
        <translation>Mit einem anderen Modell vergleichen …</translation>
    </message>
    <message>
        <source>Lane %1 was removed.</source>
        <extracomment>%1 is the letter of a lane.</extracomment>
        <translation>Spur %1 wurde entfernt.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>All lanes go on with the answer of %1.</source>
        <extracomment>%1 is the letter of a lane.</extracomment>
        <translation>Alle Spuren machen mit der Antwort von %1 weiter.</translation>
    </message>
    <message>
        <source>One lane alone cannot be blind. Compare with another model.</source>
        <translation>Eine Spur allein kann nicht blind sein. Zum Vergleichen braucht es ein zweites Modell.</translation>
    </message>
    <message>
        <source>That would tell the lanes apart. Vote first, or show the names.</source>
        <translation>Daran wären die Spuren zu erkennen. Erst abstimmen, oder die Namen zeigen.</translation>
    </message>
    <message>
        <source>Show names</source>
        <translation>Namen zeigen</translation>
    </message>
    <message>
        <source>That is possible once all answers are written.</source>
        <translation>Das geht, sobald alle Antworten geschrieben sind.</translation>
    </message>
    <message>
        <source>The last part of the answer was dropped.</source>
        <translation>Der letzte Teil der Antwort wurde verworfen.</translation>
    </message>
    <message numerus="yes">
        <source>%n lane(s) were added, one for each other answer.</source>
        <translation>
            <numerusform>Eine Spur wurde hinzugefügt, für die andere Antwort.</numerusform>
            <numerusform>%n Spuren wurden hinzugefügt, eine für jede weitere Antwort.</numerusform>
        </translation>
    </message>
    <message>
        <source>Lane %1 goes on with this answer.</source>
        <extracomment>%1 is the letter of a lane.</extracomment>
        <translation>Spur %1 macht mit dieser Antwort weiter.</translation>
    </message>
</context>
<context>
    <name>ui::LaneDifferences</name>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is the letter of a lane, %2 what it has.</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>no system prompt</source>
        <translation>kein Systemprompt</translation>
    </message>
    <message>
        <source>no tools</source>
        <translation>keine Werkzeuge</translation>
    </message>
    <message numerus="yes">
        <source>%n tools</source>
        <translation>
            <numerusform>%n Werkzeug</numerusform>
            <numerusform>%n Werkzeuge</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::LaneHeader</name>
    <message>
        <source>Stop this reply</source>
        <translation>Diese Antwort anhalten</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Ask another model the same, side by side</source>
        <translation>Ein anderes Modell dasselbe fragen, nebeneinander</translation>
    </message>
    <message>
        <source>Show all lanes</source>
        <translation>Alle Spuren zeigen</translation>
    </message>
    <message>
        <source>More about lane %1</source>
        <extracomment>The menu of a lane, for assistive programs. %1 is its letter.</extracomment>
        <translation>Mehr zu Spur %1</translation>
    </message>
    <message>
        <source>prompt ≠ %1</source>
        <extracomment>In the header of a lane: its system prompt is not that of the lanes %1 (letters).</extracomment>
        <translation>Prompt ≠ %1</translation>
    </message>
    <message>
        <source>tools ≠ %1</source>
        <extracomment>In the header of a lane: its tools are not those of the lanes %1 (letters).</extracomment>
        <translation>Werkzeuge ≠ %1</translation>
    </message>
</context>
<context>
    <name>ui::LaneParameters</name>
    <message>
        <source>What a lane is asked with could tell it from the others. It shows with the names, when you have voted.</source>
        <translation>Woran eine Spur zu erkennen wäre, ist verdeckt. Nach der Stimme steht es mit den Namen wieder da.</translation>
    </message>
</context>
<context>
    <name>ui::LanePresets</name>
    <message>
        <source>Presets could not be read and were kept as: %1</source>
        <translation>Voreinstellungen ließen sich nicht lesen und wurden aufgehoben als: %1</translation>
    </message>
    <message>
        <source>The presets cannot be saved: %1</source>
        <translation>Die Voreinstellungen lassen sich nicht speichern: %1</translation>
    </message>
    <message>
        <source>The preset “%1” was taken: it belongs to %2.</source>
        <translation>Die Voreinstellung „%1“ wurde übernommen: Sie gehört zu %2.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Apply to all lanes</source>
        <translation>Auf alle Spuren anwenden</translation>
    </message>
    <message>
        <source>Save the changes in “%1”</source>
        <translation>Änderungen in „%1“ speichern</translation>
    </message>
    <message>
        <source>Save as preset…</source>
        <translation>Als Voreinstellung speichern …</translation>
    </message>
    <message>
        <source>Presets…</source>
        <translation>Voreinstellungen …</translation>
    </message>
</context>
<context>
    <name>ui::LanePrompt</name>
    <message>
        <source>Write to %1 only…</source>
        <extracomment>What is written goes to one lane only. %1 is its letter.</extracomment>
        <translation>Nur an %1 schreiben …</translation>
    </message>
</context>
<context>
    <name>ui::LaneSetMenu</name>
    <message>
        <source>Save these lanes as a set…</source>
        <translation>Diese Spuren als Satz speichern …</translation>
    </message>
    <message>
        <source>Open a set from a file…</source>
        <translation>Satz aus einer Datei öffnen …</translation>
    </message>
    <message>
        <source>Delete a set</source>
        <translation>Satz löschen</translation>
    </message>
    <message>
        <source>The set “%1” cannot be opened: %2</source>
        <translation>Der Satz „%1“ lässt sich nicht öffnen: %2</translation>
    </message>
    <message>
        <source>Open a set of lanes</source>
        <translation>Satz von Spuren öffnen</translation>
    </message>
    <message>
        <source>Sets of lanes (*.json);;All files (*)</source>
        <translation>Sätze von Spuren (*.json);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Save these lanes as a set</source>
        <translation>Diese Spuren als Satz speichern</translation>
    </message>
    <message>
        <source>Models, parameters and system prompts are saved. Name of the set:</source>
        <translation>Modelle, Parameter und Systemprompts werden gespeichert. Name des Satzes:</translation>
    </message>
    <message>
        <source>Diptych</source>
        <translation>Diptych</translation>
    </message>
    <message>
        <source>There is a set named “%1”. Replace it?</source>
        <translation>Es gibt einen Satz namens „%1“. Soll er ersetzt werden?</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Saved the set “%1”.</source>
        <translation>Der Satz „%1“ ist gespeichert.</translation>
    </message>
    <message>
        <source>The set “%1” cannot be saved: %2</source>
        <translation>Der Satz „%1“ lässt sich nicht speichern: %2</translation>
    </message>
    <message>
        <source>Delete the set “%1”? Its conversations stay.</source>
        <translation>Den Satz „%1“ löschen? Seine Gespräche bleiben.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>The set “%1” cannot be deleted: %2</source>
        <translation>Der Satz „%1“ lässt sich nicht löschen: %2</translation>
    </message>
</context>
<context>
    <name>ui::LaneToolsRow</name>
    <message>
        <source>Tools to call</source>
        <translation>Aufrufbare Werkzeuge</translation>
    </message>
    <message>
        <source>Tools that Diptych runs when the model calls them</source>
        <translation>Werkzeuge, die Diptych ausführt, wenn das Modell sie aufruft</translation>
    </message>
    <message>
        <source>Set up tools…</source>
        <translation>Werkzeuge einrichten …</translation>
    </message>
    <message>
        <source>All of its tools</source>
        <translation>Alle seine Werkzeuge</translation>
    </message>
    <message>
        <source>A tool that was removed</source>
        <translation>Ein entferntes Werkzeug</translation>
    </message>
    <message>
        <source>none</source>
        <comment>tools</comment>
        <translation>keine</translation>
    </message>
    <message>
        <source>removed</source>
        <comment>tool</comment>
        <translation>entfernt</translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n gewählt</numerusform>
            <numerusform>%n gewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>Tools to call: %1</source>
        <extracomment>For a screen reader: %1 is the name of a tool, or how many are chosen.</extracomment>
        <translation>Aufrufbare Werkzeuge: %1</translation>
    </message>
</context>
<context>
    <name>ui::LimitFields</name>
    <message>
        <source>Requests at once</source>
        <translation>Anfragen zugleich</translation>
    </message>
    <message>
        <source>More wait for their turn. A server on this computer is mostly best with one at a time.</source>
        <translation>Weitere warten, bis sie an der Reihe sind. Ein Server auf diesem Computer kommt meist mit einer nach der anderen am besten zurecht.</translation>
    </message>
    <message>
        <source>At once to each model</source>
        <translation>Zugleich an jedes Modell</translation>
    </message>
    <message>
        <source>The same for every model by itself.</source>
        <translation>Dasselbe für jedes Modell für sich.</translation>
    </message>
    <message>
        <source>any number</source>
        <translation>beliebig viele</translation>
    </message>
    <message>
        <source>Gets one request at a time.</source>
        <translation>Bekommt eine Anfrage nach der anderen.</translation>
    </message>
    <message numerus="yes">
        <source>Gets %n request(s) at once.</source>
        <translation>
            <numerusform>Bekommt %n Anfrage zugleich.</numerusform>
            <numerusform>Bekommt %n Anfragen zugleich.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Each model gets %n request(s) at once.</source>
        <translation>
            <numerusform>Jedes Modell bekommt %n Anfrage zugleich.</numerusform>
            <numerusform>Jedes Modell bekommt %n Anfragen zugleich.</numerusform>
        </translation>
    </message>
    <message>
        <source>Gets any number of requests at once.</source>
        <translation>Bekommt beliebig viele Anfragen zugleich.</translation>
    </message>
</context>
<context>
    <name>ui::MainWindow</name>
    <message>
        <source>Sidebar</source>
        <translation>Seitenleiste</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Diptych</source>
        <extracomment>Title of the window: conversation, program.</extracomment>
        <translation>Diptych</translation>
    </message>
    <message>
        <source>%1 — Diptych</source>
        <translation>%1 — Diptych</translation>
    </message>
    <message>
        <source>Replies are still being written.</source>
        <translation>Es werden noch Antworten geschrieben.</translation>
    </message>
    <message>
        <source>Diptych can wait for them without a window, and end then.</source>
        <translation>Diptych kann ohne Fenster auf sie warten und dann enden.</translation>
    </message>
    <message>
        <source>Wait in the background</source>
        <translation>Im Hintergrund warten</translation>
    </message>
    <message>
        <source>Stop them</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Bleiben</translation>
    </message>
    <message>
        <source>One of them asks you about the call of a tool.</source>
        <translation>Eine davon fragt Sie nach dem Aufruf eines Werkzeugs.</translation>
    </message>
</context>
<context>
    <name>ui::MessageBar</name>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
</context>
<context>
    <name>ui::MetricsStrip</name>
    <message>
        <source>first token</source>
        <translation>erstes Token</translation>
    </message>
    <message>
        <source>best</source>
        <translation>am besten</translation>
    </message>
    <message>
        <source>%1 after</source>
        <extracomment>How a reply ended, and when: &quot;failed after 0.34 s&quot;.</extracomment>
        <translation>%1 nach</translation>
    </message>
    <message numerus="yes">
        <source>%Ln retries</source>
        <translation>
            <numerusform>%Ln Wiederholung</numerusform>
            <numerusform>%Ln Wiederholungen</numerusform>
        </translation>
    </message>
    <message>
        <source>worst</source>
        <translation>am schlechtesten</translation>
    </message>
    <message>
        <source>answered by</source>
        <translation>geantwortet hat</translation>
    </message>
    <message>
        <source>%1 asked</source>
        <extracomment>A service tier that was asked for; the server did not say which one it used.</extracomment>
        <translation>%1 gewünscht</translation>
    </message>
    <message>
        <source>tier %1, not %2</source>
        <extracomment>The service tier that was used and the one that was asked for: &quot;tier default, not priority&quot;.</extracomment>
        <translation>Stufe %1, nicht %2</translation>
    </message>
    <message>
        <source>tier %1, not asked</source>
        <translation>Stufe %1, nicht gewünscht</translation>
    </message>
</context>
<context>
    <name>ui::ModelButton</name>
    <message>
        <source>Choose a model</source>
        <translation>Modell wählen</translation>
    </message>
    <message>
        <source>Model: %1, %2</source>
        <extracomment>Name of the button in a lane&apos;s header for assistive programs: model, provider.</extracomment>
        <translation>Modell: %1, %2</translation>
    </message>
    <message>
        <source>Name hidden</source>
        <translation>Name verdeckt</translation>
    </message>
    <message>
        <source>The name shows when you have voted.</source>
        <translation>Der Name erscheint nach der Stimme.</translation>
    </message>
</context>
<context>
    <name>ui::ModelDelegate</name>
    <message>
        <source>goes away soon</source>
        <translation>wird bald abgeschaltet</translation>
    </message>
    <message>
        <source>replaced by %1</source>
        <translation>ersetzt durch %1</translation>
    </message>
</context>
<context>
    <name>ui::ModelDetails</name>
    <message>
        <source>About the model</source>
        <translation>Über das Modell</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>Favorit</translation>
    </message>
    <message>
        <source>Copy id</source>
        <translation>Namen kopieren</translation>
    </message>
    <message>
        <source>Sees images</source>
        <translation>Sieht Bilder</translation>
    </message>
    <message>
        <source>Calls tools</source>
        <translation>Ruft Werkzeuge auf</translation>
    </message>
    <message>
        <source>Thinks</source>
        <translation>Denkt nach</translation>
    </message>
    <message>
        <source>Thinks as much as it is told</source>
        <translation>Denkt so viel nach, wie man sagt</translation>
    </message>
    <message>
        <source>Answers in JSON</source>
        <translation>Antwortet in JSON</translation>
    </message>
    <message>
        <source>Has service tiers</source>
        <translation>Hat Dienststufen</translation>
    </message>
    <message>
        <source>Gives several answers at once</source>
        <translation>Gibt mehrere Antworten auf einmal</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Kontext</translation>
    </message>
    <message>
        <source>Longest answer</source>
        <translation>Längste Antwort</translation>
    </message>
    <message>
        <source>Per 1M tokens</source>
        <translation>Je 1 Mio. Token</translation>
    </message>
    <message>
        <source>Cached</source>
        <translation>Aus dem Cache</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>Rabatt</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>Preise</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Zuvor</translation>
    </message>
    <message>
        <source>Tiers</source>
        <translation>Stufen</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Erschienen</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>%1 · in no list, it can be asked all the same</source>
        <extracomment>%1 is a provider.</extracomment>
        <translation>%1 · in keiner Liste, lässt sich trotzdem fragen</translation>
    </message>
    <message>
        <source>Take it out of the favourites (Ctrl+S)</source>
        <translation>Aus den Favoriten nehmen (Strg+S)</translation>
    </message>
    <message>
        <source>Keep it among the favourites (Ctrl+S)</source>
        <translation>Zu den Favoriten nehmen (Strg+S)</translation>
    </message>
    <message>
        <source>This model is outdated and goes away.</source>
        <translation>Dieses Modell ist veraltet und wird abgeschaltet.</translation>
    </message>
    <message>
        <source>This model was replaced; requests may be answered by its successor.</source>
        <translation>Dieses Modell wurde ersetzt; womöglich antwortet sein Nachfolger.</translation>
    </message>
    <message>
        <source>Use %1 instead</source>
        <translation>Stattdessen %1 verwenden</translation>
    </message>
    <message>
        <source>%1 in</source>
        <extracomment>The price of tokens of the prompt that the server had kept.</extracomment>
        <translation>%1 ein</translation>
    </message>
    <message>
        <source>since %1, seen %2</source>
        <extracomment>Prices: the day since which they were seen, and when they were looked at last.</extracomment>
        <translation>seit %1, gesehen %2</translation>
    </message>
</context>
<context>
    <name>ui::ModelFilterBar</name>
    <message>
        <source>As listed</source>
        <comment>order of models</comment>
        <translation>Wie gelistet</translation>
    </message>
    <message>
        <source>By name</source>
        <comment>order of models</comment>
        <translation>Nach Name</translation>
    </message>
    <message>
        <source>Cheapest first</source>
        <comment>order of models</comment>
        <translation>Günstigste zuerst</translation>
    </message>
    <message>
        <source>Longest context first</source>
        <comment>order of models</comment>
        <translation>Längster Kontext zuerst</translation>
    </message>
    <message>
        <source>Newest first</source>
        <comment>order of models</comment>
        <translation>Neueste zuerst</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>image</source>
        <comment>ability of a model</comment>
        <translation>Bild</translation>
    </message>
    <message>
        <source>tools</source>
        <comment>ability of a model</comment>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>reasoning</source>
        <comment>ability of a model</comment>
        <translation>Nachdenken</translation>
    </message>
    <message>
        <source>JSON</source>
        <comment>ability of a model</comment>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Price of answers, per million tokens</source>
        <translation>Preis der Antworten, je Million Token</translation>
    </message>
    <message>
        <source>Length of the context</source>
        <translation>Länge des Kontexts</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>Take all filters back</source>
        <translation>Alle Filter zurücknehmen</translation>
    </message>
    <message>
        <source>Only models with: %1</source>
        <extracomment>A filter. %1 is an ability: &quot;image&quot;.</extracomment>
        <translation>Nur Modelle mit: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>A filter and what it is set to: &quot;Provider: all providers&quot;.</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>All providers</source>
        <translation>Alle Anbieter</translation>
    </message>
    <message>
        <source>Any price</source>
        <translation>Jeder Preis</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Kostenlos</translation>
    </message>
    <message>
        <source>Up to %1</source>
        <extracomment>The highest price of answers, per million tokens.</extracomment>
        <translation>Bis %1</translation>
    </message>
    <message>
        <source>Any context</source>
        <translation>Jeder Kontext</translation>
    </message>
    <message>
        <source>From %1</source>
        <extracomment>The shortest context: &quot;From 128k&quot;.</extracomment>
        <translation>Ab %1</translation>
    </message>
</context>
<context>
    <name>ui::ModelList</name>
    <message>
        <source>%1 – the list is being refreshed</source>
        <translation>%1 – die Liste wird aufgefrischt</translation>
    </message>
    <message>
        <source>%1 – the server gave no list: type an id</source>
        <translation>%1 – der Server gab keine Liste: Namen eintippen</translation>
    </message>
    <message>
        <source>%1 – the list could not be refreshed</source>
        <translation>%1 – die Liste ließ sich nicht auffrischen</translation>
    </message>
    <message>
        <source>%1 – no list yet: type an id</source>
        <translation>%1 – noch keine Liste: Namen eintippen</translation>
    </message>
    <message>
        <source>Use “%1” with %2</source>
        <translation>„%1“ bei %2 verwenden</translation>
    </message>
    <message>
        <source>%1 context</source>
        <translation>%1 Kontext</translation>
    </message>
    <message>
        <source>image</source>
        <comment>ability of a model</comment>
        <translation>Bild</translation>
    </message>
    <message>
        <source>tools</source>
        <comment>ability of a model</comment>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>reasoning</source>
        <comment>ability of a model</comment>
        <translation>Nachdenken</translation>
    </message>
    <message>
        <source>JSON</source>
        <comment>ability of a model</comment>
        <translation>JSON</translation>
    </message>
    <message>
        <source>%1 in · %2 out</source>
        <extracomment>Prices per million tokens of the prompt and of the answer.</extracomment>
        <translation>%1 ein · %2 aus</translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>Favoriten</translation>
    </message>
    <message>
        <source>Chosen last</source>
        <translation>Zuletzt gewählt</translation>
    </message>
    <message>
        <source>All models</source>
        <translation>Alle Modelle</translation>
    </message>
    <message>
        <source>%1 – the first %2 models</source>
        <translation>%1 – die ersten %2 Modelle</translation>
    </message>
    <message numerus="yes">
        <source>Show %Ln more of which it is not known</source>
        <translation>
            <numerusform>%Ln weiteres zeigen, bei dem es nicht bekannt ist</numerusform>
            <numerusform>%Ln weitere zeigen, bei denen es nicht bekannt ist</numerusform>
        </translation>
    </message>
    <message>
        <source>No model matches. Show all again</source>
        <translation>Kein Modell passt. Wieder alle zeigen</translation>
    </message>
    <message>
        <source>favourite</source>
        <comment>a model is one</comment>
        <translation>Favorit</translation>
    </message>
</context>
<context>
    <name>ui::ModelPicker</name>
    <message>
        <source>Choose a model</source>
        <translation>Modell wählen</translation>
    </message>
    <message>
        <source>Providers…</source>
        <translation>Anbieter …</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Type to search, or a model id</source>
        <translation>Suchen, oder einen Modellnamen eintippen</translation>
    </message>
    <message>
        <source>Search for models</source>
        <translation>Modelle suchen</translation>
    </message>
    <message>
        <source>About the model</source>
        <translation>Über das Modell</translation>
    </message>
</context>
<context>
    <name>ui::ModelValues</name>
    <message>
        <source>Add a model…</source>
        <translation>Modell hinzufügen …</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>A model and its provider.</extracomment>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>ui::ModelWording</name>
    <message>
        <source>learnt from an answer</source>
        <translation>aus einer Antwort gelernt</translation>
    </message>
    <message>
        <source>learnt on %1</source>
        <translation>gelernt am %1</translation>
    </message>
    <message>
        <source>learnt on %1: “%2”</source>
        <extracomment>%1 is a day, %2 the words of a server.</extracomment>
        <translation>gelernt am %1: „%2“</translation>
    </message>
    <message>
        <source>yes</source>
        <comment>ability of a model</comment>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <comment>ability of a model</comment>
        <translation>nein</translation>
    </message>
    <message>
        <source>not known</source>
        <comment>ability of a model</comment>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>it is tried</source>
        <translation>es wird versucht</translation>
    </message>
    <message>
        <source>from the list of %1</source>
        <translation>aus der Liste von %1</translation>
    </message>
    <message>
        <source>set by you</source>
        <translation>von Ihnen festgelegt</translation>
    </message>
    <message>
        <source>set by you on %1</source>
        <translation>von Ihnen festgelegt am %1</translation>
    </message>
    <message>
        <source>What %1 sent cannot be read as a list of models.</source>
        <translation>Was %1 sendet, lässt sich nicht als Liste von Modellen lesen.</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <extracomment>A date in the format of QLocale (d day, MMM short month, yyyy year).</extracomment>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>a share</comment>
        <translation>%1&#xa0;%</translation>
    </message>
    <message>
        <source>%1 off, else %2 in · %3 out</source>
        <extracomment>A discount: 20 % off; else the prices of prompt and answer would be %2 and %3.</extracomment>
        <translation>%1 weniger, sonst %2 ein · %3 aus</translation>
    </message>
    <message>
        <source>%1 off until %2, else %3 in · %4 out</source>
        <translation>%1 weniger bis %2, sonst %3 ein · %4 aus</translation>
    </message>
    <message>
        <source>%1 in · %2 out</source>
        <extracomment>Prices per million tokens of the prompt and of the answer.</extracomment>
        <translation>%1 ein · %2 aus</translation>
    </message>
    <message>
        <source>%1 in · %2 out (%3)</source>
        <extracomment>The same, and how much dearer or cheaper that is: &quot;+50 % price&quot;.</extracomment>
        <translation>%1 ein · %2 aus (%3)</translation>
    </message>
</context>
<context>
    <name>ui::NumberField</name>
    <message>
        <source>not sent</source>
        <translation>nicht gesendet</translation>
    </message>
    <message>
        <source>off</source>
        <comment>a setting that is not sent</comment>
        <translation>aus</translation>
    </message>
</context>
<context>
    <name>ui::NumberWording</name>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message numerus="yes">
        <source>%Ln tokens</source>
        <translation>
            <numerusform>%Ln Token</numerusform>
            <numerusform>%Ln Token</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 tok/s</source>
        <comment>tokens per second</comment>
        <translation>%1 Tok/s</translation>
    </message>
    <message>
        <source>%1k</source>
        <comment>thousands of tokens</comment>
        <translation>%1k</translation>
    </message>
    <message>
        <source>%1M</source>
        <comment>millions of tokens</comment>
        <translation>%1M</translation>
    </message>
    <message>
        <source>%1 % price</source>
        <translation>%1 % Preis</translation>
    </message>
    <message>
        <source>d MMM</source>
        <extracomment>A date without its year in the format of QLocale (d day, MMM short month).</extracomment>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>date, time</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 %</source>
        <extracomment>How much of the context is used.</extracomment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>percent, number of tokens</comment>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>ui::ParameterPanel</name>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Parameters of another lane</source>
        <translation>Parameter einer anderen Spur</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Copy to another lane</source>
        <translation>In eine andere Spur kopieren</translation>
    </message>
    <message>
        <source>PARAMETERS</source>
        <translation>PARAMETER</translation>
    </message>
    <message>
        <source>PARAMETERS OF %1 · %2</source>
        <extracomment>Heading in capitals. %1 is the letter of a lane, %2 its model.</extracomment>
        <translation>PARAMETER VON %1 · %2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>An entry of the menu of lanes: letter and model.</extracomment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>This model does not think.</source>
        <translation>Dieses Modell denkt nicht nach.</translation>
    </message>
    <message>
        <source>This model takes no tools.</source>
        <translation>Dieses Modell nimmt keine Werkzeuge an.</translation>
    </message>
    <message>
        <source>last answer: %1 ✓</source>
        <translation>letzte Antwort: %1 ✓</translation>
    </message>
    <message>
        <source>last answer: %1, not %2</source>
        <translation>letzte Antwort: %1, nicht %2</translation>
    </message>
    <message numerus="yes">
        <source>More, %n set</source>
        <translation>
            <numerusform>Mehr, %n gesetzt</numerusform>
            <numerusform>Mehr, %n gesetzt</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy to…</source>
        <comment>other lanes</comment>
        <translation>Kopieren nach …</translation>
    </message>
    <message>
        <source>Copy to %1</source>
        <comment>lane letter</comment>
        <translation>Nach %1 kopieren</translation>
    </message>
    <message>
        <source>Only the model differs</source>
        <translation>Nur das Modell ist verschieden</translation>
    </message>
    <message>
        <source>Keeps the parameters, system prompts and tools of all lanes the same</source>
        <translation>Hält Parameter, Systemprompts und Werkzeuge aller Spuren gleich</translation>
    </message>
    <message>
        <source>Preset: %1</source>
        <translation>Voreinstellung: %1</translation>
    </message>
    <message>
        <source>Presets: settings under a name</source>
        <translation>Voreinstellungen: Einstellungen unter einem Namen</translation>
    </message>
    <message>
        <source>This model does not answer in JSON.</source>
        <translation>Dieses Modell antwortet nicht in JSON.</translation>
    </message>
    <message numerus="yes">
        <source>One answer to a request here: %n requests are made.</source>
        <translation>
            <numerusform>Hier gibt es eine Antwort je Anfrage: %n Anfrage wird gestellt.</numerusform>
            <numerusform>Hier gibt es eine Antwort je Anfrage: %n Anfragen werden gestellt.</numerusform>
        </translation>
    </message>
    <message>
        <source>“auto” is not sent: DeepInfra takes it for “priority”.</source>
        <translation>„auto“ wird nicht gesendet: DeepInfra hält es für „priority“.</translation>
    </message>
    <message>
        <source>This model has no other tier; it answers and costs as usual.</source>
        <translation>Dieses Modell hat keine andere Stufe; es antwortet und kostet wie üblich.</translation>
    </message>
    <message>
        <source>last answer: %1, which nobody asked for</source>
        <translation>letzte Antwort: %1, was niemand verlangt hat</translation>
    </message>
</context>
<context>
    <name>ui::ParameterRow</name>
    <message>
        <source>Do not send</source>
        <translation>Nicht senden</translation>
    </message>
    <message>
        <source>Do not send %1</source>
        <translation>%1 nicht senden</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>nicht gesendet</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>anders</translation>
    </message>
    <message>
        <source>Send anyway</source>
        <translation>Trotzdem senden</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is the letter of a lane, %2 the value it has there.</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 does not take this.</source>
        <translation>%1 nimmt das nicht an.</translation>
    </message>
    <message>
        <source>Left out by the settings of %1.</source>
        <translation>Weggelassen durch die Einstellungen von %1.</translation>
    </message>
    <message>
        <source>Copy to %1</source>
        <comment>lane letter</comment>
        <translation>Nach %1 kopieren</translation>
    </message>
</context>
<context>
    <name>ui::ParameterWording</name>
    <message>
        <source>Temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>How freely the next word is drawn: 0 nearly always takes the likeliest, 2 is wild.</source>
        <translation>Wie frei das nächste Wort gezogen wird: 0 nimmt fast immer das wahrscheinlichste, 2 ist wild.</translation>
    </message>
    <message>
        <source>Top p</source>
        <translation>Top p</translation>
    </message>
    <message>
        <source>Draws only from the likeliest words that together have this probability.</source>
        <translation>Zieht nur aus den wahrscheinlichsten Wörtern, die zusammen diese Wahrscheinlichkeit haben.</translation>
    </message>
    <message>
        <source>Min p</source>
        <translation>Min p</translation>
    </message>
    <message>
        <source>Leaves out words less likely than this share of the likeliest one.</source>
        <translation>Lässt Wörter weg, die weniger wahrscheinlich sind als dieser Anteil des wahrscheinlichsten.</translation>
    </message>
    <message>
        <source>Top k</source>
        <translation>Top k</translation>
    </message>
    <message>
        <source>Draws only from this many of the likeliest words; 0 means all.</source>
        <translation>Zieht nur aus so vielen der wahrscheinlichsten Wörter; 0 heißt: aus allen.</translation>
    </message>
    <message>
        <source>Repetition penalty</source>
        <translation>Wiederholungsmalus</translation>
    </message>
    <message>
        <source>Makes words that were used less likely by this factor; 1 changes nothing.</source>
        <translation>Macht gebrauchte Wörter um diesen Faktor unwahrscheinlicher; 1 ändert nichts.</translation>
    </message>
    <message>
        <source>Presence penalty</source>
        <translation>Präsenzmalus</translation>
    </message>
    <message>
        <source>Above 0 the model turns to new subjects, below 0 it stays with the old.</source>
        <translation>Über 0 wendet sich das Modell Neuem zu, unter 0 bleibt es beim Alten.</translation>
    </message>
    <message>
        <source>Frequency penalty</source>
        <translation>Frequenzmalus</translation>
    </message>
    <message>
        <source>Above 0 a word becomes less likely each time it was used.</source>
        <translation>Über 0 wird ein Wort mit jedem Gebrauch unwahrscheinlicher.</translation>
    </message>
    <message>
        <source>Max tokens</source>
        <translation>Höchstens Token</translation>
    </message>
    <message>
        <source>The answer ends after this many tokens, thinking included.</source>
        <translation>Die Antwort endet nach so vielen Token, das Nachdenken eingerechnet.</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Max completion tokens</source>
        <translation>Höchstens Antworttoken</translation>
    </message>
    <message>
        <source>The newer name of “Max tokens” that some servers ask for.</source>
        <translation>Der neuere Name von „Höchstens Token“, den manche Server verlangen.</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>How many answers one request gives. Each of them is paid for.</source>
        <translation>Wie viele Antworten eine Anfrage gibt. Jede wird bezahlt.</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>The same seed tends to give the same answer. Servers do not promise it.</source>
        <translation>Derselbe Startwert gibt meist dieselbe Antwort. Versprochen wird das nicht.</translation>
    </message>
    <message>
        <source>Stop at</source>
        <translation>Enden bei</translation>
    </message>
    <message>
        <source>The answer ends before any of these texts.</source>
        <translation>Die Antwort endet vor jedem dieser Texte.</translation>
    </message>
    <message>
        <source>Stop token ids</source>
        <translation>Enden bei Tokennummern</translation>
    </message>
    <message>
        <source>The answer ends before any of these token numbers.</source>
        <translation>Die Antwort endet vor jeder dieser Tokennummern.</translation>
    </message>
    <message>
        <source>Service tier</source>
        <translation>Dienststufe</translation>
    </message>
    <message>
        <source>“priority” answers sooner and costs more, “flex” may wait and costs less. What was really used is shown beside it.</source>
        <translation>„priority“ antwortet früher und kostet mehr, „flex“ darf warten und kostet weniger. Was wirklich galt, steht daneben.</translation>
    </message>
    <message>
        <source>Fail fast</source>
        <translation>Nicht anstehen</translation>
    </message>
    <message>
        <source>A busy model refuses at once instead of letting the request wait.</source>
        <translation>Ein ausgelastetes Modell lehnt sofort ab, statt die Anfrage warten zu lassen.</translation>
    </message>
    <message>
        <source>Reasoning effort</source>
        <translation>Denkaufwand</translation>
    </message>
    <message>
        <source>How long the model thinks before it answers. Thinking is paid as output.</source>
        <translation>Wie lange das Modell nachdenkt, bevor es antwortet. Nachdenken wird wie Ausgabe bezahlt.</translation>
    </message>
    <message>
        <source>Reasoning</source>
        <translation>Nachdenken</translation>
    </message>
    <message>
        <source>Effort and on or off as one object; send this or the effort, not both.</source>
        <translation>Aufwand und an oder aus in einem Objekt; entweder dies senden oder den Aufwand, nicht beides.</translation>
    </message>
    <message>
        <source>Answer format</source>
        <translation>Antwortformat</translation>
    </message>
    <message>
        <source>Plain text, any JSON, or JSON that follows a schema.</source>
        <translation>Einfacher Text, beliebiges JSON oder JSON nach einem Schema.</translation>
    </message>
    <message>
        <source>Functions that the model may ask for, as a JSON list.</source>
        <translation>Funktionen, um die das Modell bitten darf, als JSON-Liste.</translation>
    </message>
    <message>
        <source>Tool choice</source>
        <translation>Werkzeugwahl</translation>
    </message>
    <message>
        <source>Whether the model may, must or must not ask for a tool.</source>
        <translation>Ob das Modell um ein Werkzeug bitten darf, muss oder nicht darf.</translation>
    </message>
    <message>
        <source>Parallel tool calls</source>
        <translation>Parallele Werkzeugaufrufe</translation>
    </message>
    <message>
        <source>Lets the model ask for several tools at once.</source>
        <translation>Lässt das Modell um mehrere Werkzeuge zugleich bitten.</translation>
    </message>
    <message>
        <source>Asks for the probability of every token of the answer.</source>
        <translation>Verlangt die Wahrscheinlichkeit jedes Tokens der Antwort.</translation>
    </message>
    <message>
        <source>Alternatives per token</source>
        <translation>Alternativen je Token</translation>
    </message>
    <message>
        <source>How many other likely tokens are listed for each token.</source>
        <translation>Wie viele andere wahrscheinliche Token zu jedem Token genannt werden.</translation>
    </message>
    <message>
        <source>Logit bias</source>
        <translation>Token-Gewichtung</translation>
    </message>
    <message>
        <source>Makes single tokens more or less likely, by token number.</source>
        <translation>Macht einzelne Token wahrscheinlicher oder unwahrscheinlicher, nach Tokennummer.</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>A name for the person asking, for the records of the server.</source>
        <translation>Ein Name für die fragende Person, für die Aufzeichnungen des Servers.</translation>
    </message>
    <message>
        <source>Fallback models</source>
        <translation>Ersatzmodelle</translation>
    </message>
    <message>
        <source>Models tried in this order; the chosen model is then ignored.</source>
        <translation>Modelle, die der Reihe nach versucht werden; das gewählte gilt dann nicht.</translation>
    </message>
    <message>
        <source>Template arguments</source>
        <translation>Vorlagenargumente</translation>
    </message>
    <message>
        <source>Arguments for the chat template of the model, such as enable_thinking.</source>
        <translation>Argumente für die Gesprächsvorlage des Modells, etwa enable_thinking.</translation>
    </message>
    <message>
        <source>Continue the last message</source>
        <translation>Letzte Nachricht fortsetzen</translation>
    </message>
    <message>
        <source>The model goes on with the last answer instead of starting a new one.</source>
        <translation>Das Modell setzt die letzte Antwort fort, statt eine neue zu beginnen.</translation>
    </message>
    <message>
        <source>Cache key</source>
        <translation>Cache-Schlüssel</translation>
    </message>
    <message>
        <source>Requests with the same key find each other&apos;s cached beginning sooner.</source>
        <translation>Anfragen mit demselben Schlüssel finden ihren gemeinsamen Anfang eher im Cache.</translation>
    </message>
    <message>
        <source>Cache options</source>
        <translation>Cache-Optionen</translation>
    </message>
    <message>
        <source>How long the server keeps the beginning of the conversation. May cost.</source>
        <translation>Wie lange der Server den Anfang des Gesprächs behält. Kann kosten.</translation>
    </message>
    <message>
        <source>Ignore the end</source>
        <translation>Ende übergehen</translation>
    </message>
    <message>
        <source>The model goes on when it wants to end; for measuring only.</source>
        <translation>Das Modell macht weiter, wenn es enden will; nur zum Messen.</translation>
    </message>
    <message>
        <source>Stream</source>
        <translation>Strömen</translation>
    </message>
    <message>
        <source>The answer comes piece by piece instead of whole at the end.</source>
        <translation>Die Antwort kommt Stück für Stück statt ganz am Ende.</translation>
    </message>
    <message>
        <source>Count tokens while streaming</source>
        <translation>Beim Strömen Token zählen</translation>
    </message>
    <message>
        <source>The server adds the counted tokens to the end of a streamed answer.</source>
        <translation>Der Server hängt die gezählten Token an das Ende einer strömenden Antwort.</translation>
    </message>
    <message>
        <source>Count tokens all along</source>
        <translation>Fortlaufend Token zählen</translation>
    </message>
    <message>
        <source>The server adds the counted tokens to every piece of the answer.</source>
        <translation>Der Server gibt mit jedem Stück der Antwort die gezählten Token an.</translation>
    </message>
    <message>
        <source>Extra JSON</source>
        <translation>Zusätzliches JSON</translation>
    </message>
    <message>
        <source>Fields added to the request last, just as they are.</source>
        <translation>Felder, die der Anfrage zuletzt unverändert hinzugefügt werden.</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>Metadaten</translation>
    </message>
    <message>
        <source>Free labels that the server keeps with the request.</source>
        <translation>Freie Vermerke, die der Server mit der Anfrage aufhebt.</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Aufheben</translation>
    </message>
    <message>
        <source>Lets the server keep the answer.</source>
        <translation>Lässt den Server die Antwort aufheben.</translation>
    </message>
    <message>
        <source>Verbosity</source>
        <translation>Ausführlichkeit</translation>
    </message>
    <message>
        <source>How long the answer should be: low, medium or high.</source>
        <translation>Wie lang die Antwort sein soll: low, medium oder high.</translation>
    </message>
    <message>
        <source>off</source>
        <comment>reasoning effort</comment>
        <translation>aus</translation>
    </message>
    <message>
        <source>minimal</source>
        <comment>reasoning effort</comment>
        <translation>minimal</translation>
    </message>
    <message>
        <source>low</source>
        <comment>reasoning effort</comment>
        <translation>wenig</translation>
    </message>
    <message>
        <source>medium</source>
        <comment>reasoning effort</comment>
        <translation>mittel</translation>
    </message>
    <message>
        <source>high</source>
        <comment>reasoning effort</comment>
        <translation>viel</translation>
    </message>
    <message>
        <source>very high</source>
        <comment>reasoning effort</comment>
        <translation>sehr viel</translation>
    </message>
    <message>
        <source>greatest</source>
        <comment>reasoning effort</comment>
        <translation>größter</translation>
    </message>
    <message>
        <source>A whole number.</source>
        <translation>Eine ganze Zahl.</translation>
    </message>
    <message>
        <source>A number.</source>
        <translation>Eine Zahl.</translation>
    </message>
    <message>
        <source>A number above %1 and at most %2.</source>
        <translation>Eine Zahl über %1 und höchstens %2.</translation>
    </message>
    <message>
        <source>A whole number from %1 to %2.</source>
        <translation>Eine ganze Zahl von %1 bis %2.</translation>
    </message>
    <message>
        <source>A number from %1 to %2.</source>
        <translation>Eine Zahl von %1 bis %2.</translation>
    </message>
    <message>
        <source>unknown</source>
        <comment>dialect of a server</comment>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>Demo</source>
        <comment>name of the built-in provider</comment>
        <translation>Demo</translation>
    </message>
    <message>
        <source>Continue by itself</source>
        <translation>Von selbst fortsetzen</translation>
    </message>
    <message>
        <source>An answer that reaches “Max tokens” is gone on with up to this many times. Diptych does that; the server is not told.</source>
        <translation>Eine Antwort, die „Höchstens Token“ erreicht, wird bis zu so oft fortgesetzt. Das tut Diptych; der Server erfährt es nicht.</translation>
    </message>
    <message>
        <source>times</source>
        <translation>mal</translation>
    </message>
    <message>
        <source>Leave out oldest rounds</source>
        <translation>Älteste Runden weglassen</translation>
    </message>
    <message>
        <source>So many prompts from the beginning, with their answers, are not sent. Nothing is deleted; the server is not told.</source>
        <translation>So viele Prompts vom Anfang an werden mit ihren Antworten nicht gesendet. Gelöscht wird nichts; der Server erfährt es nicht.</translation>
    </message>
    <message>
        <source>rounds</source>
        <translation>Runden</translation>
    </message>
    <message>
        <source>Tools as JSON</source>
        <translation>Werkzeuge als JSON</translation>
    </message>
    <message>
        <source>Token probabilities</source>
        <translation>Token-Wahrscheinlichkeit</translation>
    </message>
</context>
<context>
    <name>ui::PauseBar</name>
    <message>
        <source>All requests are paused. What is sent now waits; answers that have begun are written to their end.</source>
        <translation>Alle Anfragen sind angehalten. Was jetzt gesendet wird, wartet; begonnene Antworten werden zu Ende geschrieben.</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
</context>
<context>
    <name>ui::PdfDialog</name>
    <message>
        <source>Their &amp;pictures</source>
        <translation>Ihre &amp;Bilder</translation>
    </message>
    <message>
        <source>Their &amp;text, into the message</source>
        <translation>Ihr &amp;Text, in die Nachricht</translation>
    </message>
    <message>
        <source>Pages of a PDF file</source>
        <translation>Seiten einer PDF-Datei</translation>
    </message>
    <message>
        <source>all, or as in 1-3, 5</source>
        <translation>alle, oder wie in 1-3, 5</translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation>Pass&amp;wort</translation>
    </message>
    <message>
        <source>Pa&amp;ges</source>
        <translation>&amp;Seiten</translation>
    </message>
    <message>
        <source>Attach</source>
        <translation>Anhängen</translation>
    </message>
    <message numerus="yes">
        <source>“%1” has %n page(s).</source>
        <translation>
            <numerusform>„%1“ hat %n Seite.</numerusform>
            <numerusform>„%1“ hat %n Seiten.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” is being read…</source>
        <translation>„%1“ wird gelesen …</translation>
    </message>
    <message>
        <source>“%1” is protected by a password.</source>
        <translation>„%1“ ist durch ein Passwort geschützt.</translation>
    </message>
    <message>
        <source>“%1” cannot be opened.</source>
        <translation>„%1“ kann nicht geöffnet werden.</translation>
    </message>
</context>
<context>
    <name>ui::PhaseBar</name>
    <message>
        <source>Failed attempts</source>
        <translation>Fehlversuche</translation>
    </message>
    <message>
        <source>Connecting and sending</source>
        <translation>Verbinden und Senden</translation>
    </message>
    <message>
        <source>Waiting for the first token</source>
        <translation>Warten auf das erste Token</translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation>Nachdenken</translation>
    </message>
    <message>
        <source>Answering</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Ending</source>
        <translation>Abschluss</translation>
    </message>
    <message>
        <source>Where the time went</source>
        <translation>Wofür die Zeit gebraucht wurde</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>A phase of a run and how long it took: &quot;Thinking 2.4 s&quot;.</extracomment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>ui::PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Aussehen</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>Another &amp;font than the system&apos;s</source>
        <translation>Eine andere S&amp;chrift als die des Systems</translation>
    </message>
    <message>
        <source>F&amp;ont</source>
        <translation>Sch&amp;rift</translation>
    </message>
    <message>
        <source> pt</source>
        <comment>points, a size of type</comment>
        <translation> pt</translation>
    </message>
    <message>
        <source>Text &amp;size</source>
        <translation>Schrift&amp;größe</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>&amp;Zoom of the conversation</source>
        <translation>&amp;Zoom des Gesprächs</translation>
    </message>
    <message>
        <source>Enter sends, Shift+Enter breaks the line</source>
        <translation>Eingabe sendet, Umschalt+Eingabe bricht um</translation>
    </message>
    <message>
        <source>Ctrl+Enter sends, Enter breaks the line</source>
        <translation>Strg+Eingabe sendet, Eingabe bricht um</translation>
    </message>
    <message>
        <source>Se&amp;nd key</source>
        <translation>Se&amp;ndetaste</translation>
    </message>
    <message>
        <source>Longest waits</source>
        <translation>Längste Wartezeiten</translation>
    </message>
    <message>
        <source>For providers that have no timeouts of their own.</source>
        <translation>Für Anbieter ohne eigene Zeitlimits.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keiner</translation>
    </message>
    <message>
        <source>&amp;Proxy</source>
        <translation>&amp;Proxy</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Rechnername</translation>
    </message>
    <message>
        <source>Host of the proxy</source>
        <translation>Rechnername des Proxys</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Port of the proxy</source>
        <translation>Port des Proxys</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Spending ceilings</source>
        <translation>Obergrenzen für Kosten</translation>
    </message>
    <message>
        <source>%1 pixels at the longest side</source>
        <translation>%1 Pixeln an der längsten Seite</translation>
    </message>
    <message>
        <source>As large as they are</source>
        <translation>So groß, wie sie sind</translation>
    </message>
    <message>
        <source>Larger images are scaled down before they are sent. More pixels show more, and cost more.</source>
        <translation>Größere Bilder werden vor dem Senden verkleinert. Mehr Pixel zeigen mehr und kosten mehr.</translation>
    </message>
    <message>
        <source>&amp;Images are sent with</source>
        <translation>&amp;Bilder senden mit</translation>
    </message>
    <message>
        <source>&amp;Keep the raw stream of answers</source>
        <translation>&amp;Rohdaten der Antworten aufbewahren</translation>
    </message>
    <message>
        <source>As it comes from the server, up to 16 MB of each answer. The details of an answer show it; it goes with its conversation.</source>
        <translation>So, wie sie vom Server kommen, bis zu 16 MB je Antwort. Die Einzelheiten einer Antwort zeigen sie; sie werden mit ihrem Gespräch gelöscht.</translation>
    </message>
</context>
<context>
    <name>ui::PresetsWindow</name>
    <message>
        <source>Presets</source>
        <translation>Voreinstellungen</translation>
    </message>
    <message>
        <source>The presets cannot be saved: %1</source>
        <translation>Die Voreinstellungen lassen sich nicht speichern: %1</translation>
    </message>
    <message>
        <source>What could not be read was kept as: %1</source>
        <translation>Was sich nicht lesen ließ, wurde aufgehoben als: %1</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren …</translation>
    </message>
    <message>
        <source>Apply to all lanes</source>
        <translation>Auf alle Spuren anwenden</translation>
    </message>
    <message>
        <source>Apply to %1</source>
        <extracomment>%1 is the letter of a lane.</extracomment>
        <translation>Auf %1 anwenden</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>&amp;New conversations begin with it</source>
        <translation>&amp;Neue Gespräche beginnen damit</translation>
    </message>
    <message>
        <source>Is &amp;taken when %1 is chosen</source>
        <translation>Wird &amp;übernommen, wenn %1 gewählt wird</translation>
    </message>
    <message>
        <source>In lanes in which nothing else was set</source>
        <translation>In Spuren, in denen sonst nichts eingestellt wurde</translation>
    </message>
    <message>
        <source>No presets yet. Save one from the menu of the parameters.</source>
        <translation>Noch keine Voreinstellungen. Speichern Sie eine im Menü der Parameter.</translation>
    </message>
    <message>
        <source>It sets nothing: what a lane has set is taken back.</source>
        <translation>Sie stellt nichts ein: Was in einer Spur eingestellt ist, wird zurückgenommen.</translation>
    </message>
    <message>
        <source>%1 does not take what is struck through. It is kept all the same.</source>
        <translation>%1 nimmt nicht an, was durchgestrichen ist. Es bleibt trotzdem erhalten.</translation>
    </message>
    <message>
        <source>Rename the preset</source>
        <translation>Voreinstellung umbenennen</translation>
    </message>
    <message>
        <source>Name of the preset</source>
        <translation>Name der Voreinstellung</translation>
    </message>
    <message>
        <source>There is another preset named “%1”.</source>
        <translation>Es gibt schon eine andere Voreinstellung „%1“.</translation>
    </message>
    <message>
        <source>“%1” is deleted.</source>
        <translation>„%1“ ist gelöscht.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Import presets</source>
        <translation>Voreinstellungen importieren</translation>
    </message>
    <message>
        <source>Presets (*.json);;All files (*)</source>
        <translation>Voreinstellungen (*.json);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>“%1” cannot be imported: %2</source>
        <translation>„%1“ lässt sich nicht importieren: %2</translation>
    </message>
    <message>
        <source>Export the preset</source>
        <translation>Voreinstellung exportieren</translation>
    </message>
</context>
<context>
    <name>ui::PromptEditor</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>parted by commas</source>
        <translation>durch Kommas getrennt</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Text of the prompt</source>
        <translation>Text des Prompts</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Tags</source>
        <translation>&amp;Schlagwörter</translation>
    </message>
</context>
<context>
    <name>ui::PromptForm</name>
    <message>
        <source>Insert</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>ui::PromptPopup</name>
    <message>
        <source>Prompts</source>
        <translation>Prompts</translation>
    </message>
    <message>
        <source>Enter inserts the prompt · Esc closes</source>
        <translation>Eingabe fügt den Prompt ein · Esc schließt</translation>
    </message>
</context>
<context>
    <name>ui::PromptsWindow</name>
    <message>
        <source>Prompt library</source>
        <translation>Prompt-Bibliothek</translation>
    </message>
    <message>
        <source>Filter by name or tag</source>
        <translation>Nach Name oder Schlagwort filtern</translation>
    </message>
    <message>
        <source>Filter prompts</source>
        <translation>Prompts filtern</translation>
    </message>
    <message>
        <source>Prompts</source>
        <translation>Prompts</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Verdoppeln</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>New prompt</source>
        <translation>Neuer Prompt</translation>
    </message>
    <message>
        <source>Choose a prompt, or write a new one.</source>
        <translation>Wählen Sie einen Prompt, oder schreiben Sie einen neuen.</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren …</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Show all prompts that come with the program</source>
        <translation>Alle mitgelieferten Prompts zeigen</translation>
    </message>
    <message numerus="yes">
        <source>There are more than %n prompt(s); the rest is not shown.</source>
        <translation>
            <numerusform>Es gibt mehr als %n Prompt; die übrigen werden nicht gezeigt.</numerusform>
            <numerusform>Es gibt mehr als %n Prompts; die übrigen werden nicht gezeigt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not all files in %1 are prompts: %2 cannot be read.</source>
        <translation>Nicht alle Dateien in %1 sind Prompts: %2 lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>The prompt cannot be read: %1</source>
        <translation>Der Prompt lässt sich nicht lesen: %1</translation>
    </message>
    <message>
        <source>This prompt comes with the program. What you change becomes a prompt of your own.</source>
        <translation>Dieser Prompt wird mitgeliefert. Was Sie ändern, wird zu einem eigenen.</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>A prompt needs a name. Until then it keeps the old one.</source>
        <translation>Ein Prompt braucht einen Namen. Bis dahin behält er den alten.</translation>
    </message>
    <message>
        <source>Another prompt has this name. Until it has one of its own, the old one is kept.</source>
        <translation>Ein anderer Prompt heißt schon so. Bis er einen eigenen Namen hat, behält er den alten.</translation>
    </message>
    <message>
        <source>The prompt “%1” cannot be saved: %2</source>
        <translation>Der Prompt „%1“ lässt sich nicht speichern: %2</translation>
    </message>
    <message>
        <source>The prompt cannot be saved: %1</source>
        <translation>Der Prompt lässt sich nicht speichern: %1</translation>
    </message>
    <message>
        <source>The prompt cannot be deleted: %1</source>
        <translation>Der Prompt lässt sich nicht löschen: %1</translation>
    </message>
    <message>
        <source>“%1” is hidden.</source>
        <translation>„%1“ ist ausgeblendet.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>“%1” is deleted.</source>
        <translation>„%1“ ist gelöscht.</translation>
    </message>
    <message>
        <source>Import prompts</source>
        <translation>Prompts importieren</translation>
    </message>
    <message>
        <source>Prompts (*.md *.txt);;All files (*)</source>
        <translation>Prompts (*.md *.txt);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>“%1” cannot be imported: %2</source>
        <translation>„%1“ lässt sich nicht importieren: %2</translation>
    </message>
    <message>
        <source>Export the prompt</source>
        <translation>Prompt exportieren</translation>
    </message>
</context>
<context>
    <name>ui::ProviderAdvanced</name>
    <message>
        <source>Which fields the server knows beyond the common ones. To a server of unknown dialect goes whatever is set.</source>
        <translation>Welche Felder der Server über die üblichen hinaus kennt. An einen Server mit unbekanntem Dialekt geht alles, was gesetzt ist.</translation>
    </message>
    <message>
        <source>&amp;Dialect</source>
        <translation>&amp;Dialekt</translation>
    </message>
    <message>
        <source>One “Name: value” in a line, sent with every request. A key does not belong here: headers are stored in the settings file.</source>
        <translation>Je Zeile „Name: Wert“, mit jeder Anfrage gesendet. Ein Schlüssel gehört nicht hierher: Kopfzeilen stehen in der Einstellungsdatei.</translation>
    </message>
    <message>
        <source>Extra &amp;headers</source>
        <translation>Weitere &amp;Kopfzeilen</translation>
    </message>
    <message>
        <source>Names of request fields that this server never gets.</source>
        <translation>Namen von Feldern der Anfrage, die dieser Server nie bekommt.</translation>
    </message>
    <message>
        <source>&amp;Fields to drop</source>
        <translation>&amp;Felder weglassen</translation>
    </message>
    <message>
        <source>Where the server puts the thinking of a model. Empty: all usual names are read.</source>
        <translation>Worin der Server das Nachdenken eines Modells schickt. Leer: Alle üblichen Namen werden gelesen.</translation>
    </message>
    <message>
        <source>&amp;Reasoning field</source>
        <translation>Denkfe&amp;ld</translation>
    </message>
    <message>
        <source>&amp;Own timeouts</source>
        <translation>&amp;Eigene Zeitlimits</translation>
    </message>
    <message numerus="yes">
        <source>%n lines are not sent: they are no “Name: value”, or hold a key.</source>
        <translation>
            <numerusform>Eine Zeile wird nicht gesendet: Sie ist kein „Name: Wert“ oder enthält einen Schlüssel.</numerusform>
            <numerusform>%n Zeilen werden nicht gesendet: Sie sind kein „Name: Wert“ oder enthalten einen Schlüssel.</numerusform>
        </translation>
    </message>
    <message>
        <source>Own &amp;limits of requests at once</source>
        <translation>Eigene &amp;Grenzen für Anfragen zugleich</translation>
    </message>
</context>
<context>
    <name>ui::ProviderPage</name>
    <message>
        <source>API &amp;key</source>
        <translation>API-&amp;Schlüssel</translation>
    </message>
    <message>
        <source>Remove this provider…</source>
        <translation>Diesen Anbieter entfernen …</translation>
    </message>
    <message>
        <source>How it is called here</source>
        <translation>Wie er hier heißt</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>The address before “/chat/completions”.</source>
        <translation>Die Adresse vor „/chat/completions“.</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Adresse</translation>
    </message>
    <message>
        <source>This is no address of a server. It looks like https://api.example.com/v1.</source>
        <translation>Das ist keine Adresse eines Servers. Sie sieht aus wie https://api.example.com/v1.</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Erweitert</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>Guthaben</translation>
    </message>
</context>
<context>
    <name>ui::ProvidersDialog</name>
    <message>
        <source>Providers</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Add DeepInfra</source>
        <translation>DeepInfra hinzufügen</translation>
    </message>
    <message>
        <source>Add another server</source>
        <translation>Anderen Server hinzufügen</translation>
    </message>
    <message>
        <source>Look on this computer</source>
        <translation>Auf diesem Rechner suchen</translation>
    </message>
    <message>
        <source>Looks for Ollama, llama-server, LM Studio and vLLM at their usual ports on this computer.</source>
        <translation>Sucht Ollama, llama-server, LM Studio und vLLM an ihren üblichen Ports auf diesem Rechner.</translation>
    </message>
    <message>
        <source>Diptych talks to every server that speaks the API of OpenAI. Add DeepInfra with a key, any other server by its address, or look for one on this computer. The demo needs none of this.</source>
        <translation>Diptych spricht mit jedem Server, der die OpenAI-Schnittstelle anbietet: mit DeepInfra über einen Schlüssel, mit jedem anderen über seine Adresse oder mit einem auf diesem Rechner. Die Demo braucht nichts davon.</translation>
    </message>
    <message>
        <source>Looking for servers on this computer…</source>
        <translation>Server auf diesem Rechner werden gesucht …</translation>
    </message>
    <message>
        <source>No server answers on this computer.</source>
        <translation>Auf diesem Rechner antwortet kein Server.</translation>
    </message>
    <message>
        <source>The servers on this computer are in the list already.</source>
        <translation>Die Server auf diesem Rechner stehen schon in der Liste.</translation>
    </message>
    <message>
        <source>Added: %1.</source>
        <translation>Hinzugefügt: %1.</translation>
    </message>
    <message>
        <source>Remove provider</source>
        <translation>Anbieter entfernen</translation>
    </message>
    <message>
        <source>Remove %1 and its key?</source>
        <translation>%1 und den Schlüssel entfernen?</translation>
    </message>
    <message>
        <source>Conversations held with it stay.</source>
        <translation>Gespräche mit ihm bleiben erhalten.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>The key could not be removed from the key store.</source>
        <translation>Der Schlüssel konnte nicht aus dem Schlüsselbund entfernt werden.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>ui::QueueList</name>
    <message>
        <source>Queued messages</source>
        <translation>Wartende Nachrichten</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>Wartet</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>ein Bild</numerusform>
            <numerusform>%n Bilder</numerusform>
        </translation>
    </message>
    <message>
        <source>Do not send this</source>
        <translation>Dies nicht senden</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Jetzt senden</translation>
    </message>
</context>
<context>
    <name>ui::RatingsChart</name>
    <message>
        <source>Ratings as a plot; the table below holds the same figures</source>
        <translation>Bewertungen als Diagramm; die Tabelle darunter enthält dieselben Werte</translation>
    </message>
    <message>
        <source>Points with %1 % interval</source>
        <translation>Punkte mit %1-%-Intervall</translation>
    </message>
</context>
<context>
    <name>ui::RatingsModel</name>
    <message>
        <source>1000 is the average of those that were compared; 400 more are odds of 10 to 1</source>
        <translation>1000 ist der Durchschnitt der verglichenen Modelle; 400 mehr bedeuten Chancen von 10 zu 1</translation>
    </message>
    <message>
        <source>Votes that no answer was of use. They do not change the points.</source>
        <translation>Stimmen, dass keine Antwort brauchbar war. Sie ändern die Punkte nicht.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Punkte</translation>
    </message>
    <message>
        <source>%1 % interval</source>
        <extracomment>The range in which the points lie with that certainty.</extracomment>
        <translation>%1-%-Intervall</translation>
    </message>
    <message>
        <source>Wins</source>
        <translation>Siege</translation>
    </message>
    <message>
        <source>Ties</source>
        <translation>Gleichstände</translation>
    </message>
    <message>
        <source>Losses</source>
        <translation>Niederlagen</translation>
    </message>
    <message>
        <source>All bad</source>
        <translation>Alle schlecht</translation>
    </message>
    <message>
        <source>What the votes tell</source>
        <translation>Was die Stimmen sagen</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Not enough votes to tell</source>
        <translation>Zu wenige Stimmen für ein Urteil</translation>
    </message>
    <message>
        <source>Better than %1, worse than %2</source>
        <extracomment>Of models; %1 and %2 are numbers.</extracomment>
        <translation>Besser als %1, schlechter als %2</translation>
    </message>
    <message numerus="yes">
        <source>Better than %n other(s)</source>
        <translation>
            <numerusform>Besser als %n anderes</numerusform>
            <numerusform>Besser als %n andere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Worse than %n other(s)</source>
        <translation>
            <numerusform>Schlechter als %n anderes</numerusform>
            <numerusform>Schlechter als %n andere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::RatingsWindow</name>
    <message>
        <source>Ratings</source>
        <translation>Bewertungen</translation>
    </message>
    <message>
        <source>&amp;Votes in:</source>
        <translation>&amp;Stimmen in:</translation>
    </message>
    <message>
        <source>All conversations</source>
        <translation>Allen Gesprächen</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Table as CSV…</source>
        <translation>Tabelle als CSV …</translation>
    </message>
    <message>
        <source>Table as JSON…</source>
        <translation>Tabelle als JSON …</translation>
    </message>
    <message>
        <source>Plot as PNG…</source>
        <translation>Diagramm als PNG …</translation>
    </message>
    <message>
        <source>ratings</source>
        <extracomment>Name of a file, without its ending.</extracomment>
        <translation>bewertungen</translation>
    </message>
    <message>
        <source>There are no votes to rate models by.</source>
        <translation>Es gibt noch keine Stimmen, nach denen Modelle bewertet werden könnten.</translation>
    </message>
    <message>
        <source>%1 is the best.</source>
        <translation>%1 ist das beste.</translation>
    </message>
    <message>
        <source>%1 is the best of those it was compared with.</source>
        <translation>%1 ist das beste von denen, mit denen es verglichen wurde.</translation>
    </message>
    <message>
        <source>Not enough votes to tell which one is the best.</source>
        <translation>Zu wenige Stimmen, um zu sagen, welches das beste ist.</translation>
    </message>
    <message>
        <source>Not enough votes to tell.</source>
        <translation>Zu wenige Stimmen für ein Urteil.</translation>
    </message>
    <message numerus="yes">
        <source>%n vote(s) that compare models.</source>
        <translation>
            <numerusform>%n Stimme, die Modelle vergleicht.</numerusform>
            <numerusform>%n Stimmen, die Modelle vergleichen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n vote(s) that all answers were bad.</source>
        <translation>
            <numerusform>%n Stimme, dass alle Antworten schlecht waren.</numerusform>
            <numerusform>%n Stimmen, dass alle Antworten schlecht waren.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n group(s) never met: points are comparable within a group only.</source>
        <translation>
            <numerusform>%n Gruppe: Punkte sind nur darin vergleichbar.</numerusform>
            <numerusform>%n Gruppen sind sich nie begegnet: Punkte sind nur innerhalb einer Gruppe vergleichbar.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Blind votes only</source>
        <translation>Nur &amp;blinde Stimmen</translation>
    </message>
    <message>
        <source>Those that were given before names showed</source>
        <translation>Die gegeben wurden, bevor die Namen zu sehen waren</translation>
    </message>
    <message>
        <source>Send one prompt to two lanes or more. Below their answers you are asked which one is better; each of your votes counts here.

To vote without knowing who wrote what, switch on the blind mode first.</source>
        <translation>Senden Sie einen Prompt an zwei oder mehr Spuren. Unter den Antworten werden Sie gefragt, welche besser ist; jede Ihrer Stimmen zählt hier.

Um abzustimmen, ohne zu wissen, wer was geschrieben hat, schalten Sie zuerst den Blindmodus ein.</translation>
    </message>
</context>
<context>
    <name>ui::ReadableText</name>
    <message numerus="yes">
        <source>… and more. All of it is %n bytes.</source>
        <translation>
            <numerusform>… und mehr. Insgesamt ist es %n Byte.</numerusform>
            <numerusform>… und mehr. Insgesamt sind es %n Byte.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ReasoningModel</name>
    <message>
        <source>Computed: the tokens of the thoughts at the price of output</source>
        <translation>Berechnet: die Token der Gedanken zum Preis der Ausgabe</translation>
    </message>
    <message>
        <source>How much of the tokens of the answer went into thinking</source>
        <translation>Wie viel von den Token der Antwort ins Nachdenken ging</translation>
    </message>
    <message>
        <source>Lane</source>
        <translation>Spur</translation>
    </message>
    <message>
        <source>Characters</source>
        <translation>Zeichen</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
</context>
<context>
    <name>ui::ReasoningWindow</name>
    <message>
        <source>Thinking compared</source>
        <translation>Nachdenken im Vergleich</translation>
    </message>
    <message>
        <source>Thinking of the lanes</source>
        <translation>Nachdenken der Spuren</translation>
    </message>
    <message>
        <source>Thoughts</source>
        <translation>Gedanken</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>The name of a lane: letter and model.</extracomment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Nobody thought in this round, or no thoughts were shown.</source>
        <translation>Niemand hat in dieser Runde nachgedacht, oder es wurden keine Gedanken gezeigt.</translation>
    </message>
    <message numerus="yes">
        <source>%n lane(s) thought in this round.</source>
        <translation>
            <numerusform>Eine Spur hat in dieser Runde nachgedacht.</numerusform>
            <numerusform>%n Spuren haben in dieser Runde nachgedacht.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 thought the longest: %2.</source>
        <extracomment>%1 is the letter of a lane, %2 a duration.</extracomment>
        <translation>%1 hat am längsten nachgedacht: %2.</translation>
    </message>
    <message>
        <source>No thoughts were shown.</source>
        <translation>Es wurden keine Gedanken gezeigt.</translation>
    </message>
</context>
<context>
    <name>ui::ReceiverList</name>
    <message>
        <source>Tokens and prices are hidden until the names of the lanes show.</source>
        <translation>Token und Preise sind verborgen, bis die Namen der Spuren zu sehen sind.</translation>
    </message>
    <message>
        <source>No lane gets it: every lane is prompted alone.</source>
        <translation>Keine Spur bekommt es: Jede Spur wird für sich befragt.</translation>
    </message>
    <message>
        <source>cannot see images, as far as is known</source>
        <translation>sieht, soweit bekannt, keine Bilder</translation>
    </message>
    <message>
        <source>about %1, %2</source>
        <extracomment>%1: &quot;1,234 tokens&quot;, %2: &quot;$0.0012&quot;. Both are estimated.</extracomment>
        <translation>etwa %1, %2</translation>
    </message>
    <message>
        <source>about %1, price not known</source>
        <translation>etwa %1, Preis nicht bekannt</translation>
    </message>
    <message>
        <source>Counted as %1.</source>
        <translation>Gezählt: %1.</translation>
    </message>
</context>
<context>
    <name>ui::RecordFacts</name>
    <message>
        <source>Image %1</source>
        <extracomment>%1 is the place of an image among those of the request</extracomment>
        <translation>Bild %1</translation>
    </message>
    <message>
        <source>Failed attempt</source>
        <extracomment>%1 is a duration, %2 a sentence</extracomment>
        <translation>Fehlversuch</translation>
    </message>
    <message>
        <source>After %1: %2</source>
        <translation>Nach %1: %2</translation>
    </message>
    <message>
        <source>This round so far</source>
        <translation>Diese Runde bisher</translation>
    </message>
    <message>
        <source>This conversation so far</source>
        <translation>Dieses Gespräch bisher</translation>
    </message>
    <message>
        <source>Id of the record</source>
        <translation>Kennung der Aufzeichnung</translation>
    </message>
    <message>
        <source>Address today</source>
        <translation>Heutige Adresse</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>Kopfzeilen</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Finish reasons</source>
        <translation>Gründe des Endes</translation>
    </message>
    <message>
        <source>Response id</source>
        <translation>Kennung der Antwort</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>An older version of the program did not keep them.</source>
        <translation>Eine ältere Version des Programms hat sie nicht aufbewahrt.</translation>
    </message>
    <message>
        <source>%1
Fetched by the server. SHA-256 of the address: %2</source>
        <extracomment>%1 is the address of an image, %2 letters and figures</extracomment>
        <translation>%1
Vom Server geholt. SHA-256 der Adresse: %2</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <extracomment>What a server calls the version of itself that answered.</extracomment>
        <translation>Fingerabdruck</translation>
    </message>
</context>
<context>
    <name>ui::RecordSaving</name>
    <message>
        <source>there is another file of that name; choose an empty folder</source>
        <translation>es gibt eine andere Datei dieses Namens; wählen Sie einen leeren Ordner</translation>
    </message>
</context>
<context>
    <name>ui::RecordText</name>
    <message>
        <source>This is what the server received, byte for byte: its SHA-256 is the one noted when it was sent.</source>
        <translation>Das hat der Server erhalten, Byte für Byte: Die SHA-256-Summe ist die beim Senden notierte.</translation>
    </message>
    <message>
        <source>This is what the server received, but for a key in it that is hidden here.</source>
        <translation>Das hat der Server erhalten, bis auf einen Schlüssel darin, der hier verborgen ist.</translation>
    </message>
    <message>
        <source>This was built again from the conversation, but its bytes are not those that were sent.</source>
        <translation>Das wurde aus dem Gespräch neu gebildet, aber die Bytes sind nicht die gesendeten.</translation>
    </message>
    <message>
        <source>The request cannot be built again: an image of it is gone.</source>
        <translation>Die Anfrage lässt sich nicht wieder bilden: Ein Bild davon fehlt.</translation>
    </message>
    <message>
        <source>The request cannot be built again: a message of it is gone.</source>
        <translation>Die Anfrage lässt sich nicht wieder bilden: Eine Nachricht davon fehlt.</translation>
    </message>
    <message>
        <source>Nothing was sent: the run ended before.</source>
        <translation>Es wurde nichts gesendet: Der Vorgang endete vorher.</translation>
    </message>
    <message>
        <source>The demo is a part of this program: another one cannot ask it.</source>
        <translation>Die Demo ist ein Teil dieses Programms: Ein anderes kann sie nicht fragen.</translation>
    </message>
    <message>
        <source>The address of the provider is not known any more.</source>
        <translation>Die Adresse des Anbieters ist nicht mehr bekannt.</translation>
    </message>
    <message>
        <source>This answer is not kept, so there is no more to tell of it.</source>
        <translation>Diese Antwort ist nicht gespeichert; mehr ist von ihr nicht bekannt.</translation>
    </message>
    <message>
        <source>The request holds answers of a blind round. It shows with their names.</source>
        <translation>Die Anfrage enthält Antworten einer blinden Runde. Sie wird mit deren Namen sichtbar.</translation>
    </message>
    <message>
        <source>Shell script with curl</source>
        <translation>Shell-Skript mit curl</translation>
    </message>
    <message>
        <source>Python with the package openai</source>
        <translation>Python mit dem Paket openai</translation>
    </message>
    <message>
        <source>JavaScript for Node</source>
        <translation>JavaScript für Node</translation>
    </message>
</context>
<context>
    <name>ui::RecordWindow</name>
    <message>
        <source>Details of the answer</source>
        <translation>Einzelheiten der Antwort</translation>
    </message>
    <message>
        <source>Parts of the record</source>
        <translation>Teile der Aufzeichnung</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Raw stream</source>
        <translation>Rohdaten</translation>
    </message>
    <message>
        <source>Request %1 of %2</source>
        <translation>Anfrage %1 von %2</translation>
    </message>
    <message>
        <source>Request of this answer</source>
        <translation>Anfrage dieser Antwort</translation>
    </message>
    <message>
        <source>Body of the request</source>
        <translation>Inhalt der Anfrage</translation>
    </message>
    <message>
        <source>Run again exactly</source>
        <translation>Genau so wiederholen</translation>
    </message>
    <message>
        <source>Send the very bytes of this request once more, as an answer beside it</source>
        <translation>Genau die Bytes dieser Anfrage noch einmal senden, als Antwort daneben</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>An answer rewritten by you</source>
        <translation>Eine von Ihnen umgeschriebene Antwort</translation>
    </message>
    <message>
        <source>Being read…</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>The raw stream of this answer was not kept. “Keep the raw stream of answers” in the preferences does so from then on.</source>
        <translation>Die Rohdaten dieser Antwort wurden nicht aufbewahrt. „Rohdaten der Antworten aufbewahren“ in den Einstellungen tut das von da an.</translation>
    </message>
    <message>
        <source>%1 as they came from the server.</source>
        <translation>%1, so wie sie vom Server kamen.</translation>
    </message>
    <message>
        <source>Of %1 that came from the server the first %2 were kept.</source>
        <translation>Von %1, die vom Server kamen, wurden die ersten %2 aufbewahrt.</translation>
    </message>
    <message>
        <source>%1 as they came from the server, of which the first %2 are shown.</source>
        <translation>%1, so wie sie vom Server kamen; davon sind die ersten %2 zu sehen.</translation>
    </message>
    <message>
        <source>It cannot be run again exactly: %1</source>
        <translation>Sie lässt sich nicht genau so wiederholen: %1</translation>
    </message>
    <message>
        <source>It cannot be run again exactly: its provider was removed.</source>
        <translation>Sie lässt sich nicht genau so wiederholen: Ihr Anbieter wurde entfernt.</translation>
    </message>
    <message>
        <source>The overview is copied.</source>
        <translation>Der Überblick ist kopiert.</translation>
    </message>
    <message>
        <source>Record as JSON</source>
        <translation>Aufzeichnung als JSON</translation>
    </message>
    <message>
        <source>%1, its images beside it…</source>
        <extracomment>In the menu &quot;Save&quot;: %1 is the kind of a script.</extracomment>
        <translation>%1, Bilder daneben …</translation>
    </message>
    <message>
        <source>Record as JSON…</source>
        <translation>Aufzeichnung als JSON …</translation>
    </message>
    <message>
        <source>Raw stream…</source>
        <translation>Rohdaten …</translation>
    </message>
    <message>
        <source>The body is copied whole, with its images.</source>
        <translation>Der Inhalt ist vollständig kopiert, mit seinen Bildern.</translation>
    </message>
    <message>
        <source>The record is copied.</source>
        <translation>Die Aufzeichnung ist kopiert.</translation>
    </message>
    <message>
        <source>The script is copied.</source>
        <translation>Das Skript ist kopiert.</translation>
    </message>
    <message>
        <source>The script is copied. It takes the key from %1.</source>
        <translation>Das Skript ist kopiert. Es nimmt den Schlüssel aus %1.</translation>
    </message>
    <message>
        <source>%1 Its images are not in it: “Save” writes both.</source>
        <translation>%1 Die Bilder sind nicht darin: „Speichern“ schreibt beides.</translation>
    </message>
</context>
<context>
    <name>ui::RemedyWording</name>
    <message>
        <source>Allow %1 tokens and retry</source>
        <extracomment>On a button. %1 is a number.</extracomment>
        <translation>%1 Token erlauben und wiederholen</translation>
    </message>
    <message>
        <source>Retry with effort “%1”</source>
        <extracomment>On a button. %1 is a reasoning effort such as &quot;low&quot;.</extracomment>
        <translation>Mit Denkaufwand „%1“ wiederholen</translation>
    </message>
    <message>
        <source>Continue without thinking</source>
        <translation>Ohne Nachdenken fortsetzen</translation>
    </message>
    <message>
        <source>Shorten the answer to %1 tokens</source>
        <extracomment>On a button: what “Max tokens” becomes. %1 is a number.</extracomment>
        <translation>Antwort auf %1 Token kürzen</translation>
    </message>
    <message numerus="yes">
        <source>Leave out the %n oldest round(s)</source>
        <extracomment>On a button: these rounds are not sent any more.</extracomment>
        <translation>
            <numerusform>Die älteste Runde weglassen</numerusform>
            <numerusform>Die %n ältesten Runden weglassen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::RemoteImages</name>
    <message>
        <source>The picture is broken or larger than 20 MB.</source>
        <translation>Das Bild ist beschädigt oder größer als 20 MB.</translation>
    </message>
    <message>
        <source>The picture did not come in time.</source>
        <translation>Das Bild ist nicht rechtzeitig gekommen.</translation>
    </message>
    <message>
        <source>The picture cannot be reached.</source>
        <translation>Das Bild ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>The server did not give the picture (%1).</source>
        <extracomment>%1 is a status of HTTP such as 404.</extracomment>
        <translation>Der Server hat das Bild nicht herausgegeben (%1).</translation>
    </message>
    <message>
        <source>The server sent no picture.</source>
        <translation>Der Server hat kein Bild gesendet.</translation>
    </message>
</context>
<context>
    <name>ui::RepeatDialog</name>
    <message>
        <source>Repeat</source>
        <translation>Mehrmals fragen</translation>
    </message>
    <message>
        <source>Asks the same again and again under the settings of the lane, and shows how the answers differ. The lane stays where it is.</source>
        <translation>Fragt unter den Einstellungen der Spur immer wieder dasselbe und zeigt, wie sich die Antworten unterscheiden. Die Spur bleibt, wo sie ist.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Beginnen</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>Wie oft</translation>
    </message>
    <message>
        <source>&amp;How often</source>
        <translation>&amp;Wie oft</translation>
    </message>
</context>
<context>
    <name>ui::RepeatPanel</name>
    <message>
        <source>%1 %</source>
        <extracomment>A share in percent.</extracomment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <extracomment>From the lower quartile to the upper one.</extracomment>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Characters</source>
        <translation>Zeichen</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>First visible text</source>
        <translation>Erster sichtbarer Text</translation>
    </message>
    <message>
        <source>Whole run</source>
        <translation>Ganzer Lauf</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>No answer came yet.</source>
        <translation>Noch keine Antwort ist da.</translation>
    </message>
    <message>
        <source>%1, all of them the same.</source>
        <extracomment>%1: &quot;10 answers&quot;; %2: a number.</extracomment>
        <translation>%1, alle gleich.</translation>
    </message>
    <message>
        <source>%1, %2 different ones among them.</source>
        <translation>%1, darunter %2 verschiedene.</translation>
    </message>
    <message>
        <source>Two of them agree with a chance of %1.</source>
        <translation>Zwei davon stimmen mit einer Wahrscheinlichkeit von %1 überein.</translation>
    </message>
    <message>
        <source>%1 are valid JSON.</source>
        <translation>%1 sind gültiges JSON.</translation>
    </message>
    <message numerus="yes">
        <source>%n failed or were stopped.</source>
        <translation>
            <numerusform>%n schlug fehl oder wurde angehalten.</numerusform>
            <numerusform>%n schlugen fehl oder wurden angehalten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Median</source>
        <translation>Median</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Deviation</source>
        <translation>Abweichung</translation>
    </message>
    <message>
        <source>Middle half</source>
        <translation>Mittlere Hälfte</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Statistics of the answers</source>
        <translation>Statistik der Antworten</translation>
    </message>
</context>
<context>
    <name>ui::ReplayBar</name>
    <message>
        <source>The replay halted: %1 of %2 prompts are answered.</source>
        <translation>Die Wiederholung steht: %1 von %2 Fragen sind beantwortet.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Replay, prompt %1 of %2: the old answers are the context.</source>
        <translation>Wiederholung, Frage %1 von %2: Die alten Antworten sind der Kontext.</translation>
    </message>
    <message>
        <source>Replay, prompt %1 of %2: the new answers are the context.</source>
        <translation>Wiederholung, Frage %1 von %2: Die neuen Antworten sind der Kontext.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
</context>
<context>
    <name>ui::ReplayDialog</name>
    <message>
        <source>Replay lane %1</source>
        <extracomment>%1 is the letter of a lane.</extracomment>
        <translation>Spur %1 wiederholen</translation>
    </message>
    <message>
        <source>Ask the same prompts again with</source>
        <translation>Dieselben Fragen noch einmal an</translation>
    </message>
    <message>
        <source>What the model sees before each prompt</source>
        <translation>Was das Modell vor jeder Frage sieht</translation>
    </message>
    <message>
        <source>Its own new answers</source>
        <translation>Seine eigenen neuen Antworten</translation>
    </message>
    <message>
        <source>The conversation takes the course that it would have taken with this model.</source>
        <translation>Das Gespräch nimmt den Verlauf, den es mit diesem Modell genommen hätte.</translation>
    </message>
    <message>
        <source>The old answers of this lane</source>
        <translation>Die alten Antworten dieser Spur</translation>
    </message>
    <message>
        <source>Each answer can be compared with the old one: both follow the same words.</source>
        <translation>Jede Antwort lässt sich mit der alten vergleichen: Beide folgen auf dieselben Worte.</translation>
    </message>
    <message>
        <source>Start the replay</source>
        <translation>Wiederholung starten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>removed provider</source>
        <translation>entfernter Anbieter</translation>
    </message>
    <message numerus="yes">
        <source>%n prompt(s) will be asked, one after the other, in a lane beside this one. It can be stopped at any time.</source>
        <translation>
            <numerusform>%n Frage wird in einer Spur daneben gestellt. Das lässt sich jederzeit anhalten.</numerusform>
            <numerusform>%n Fragen werden nacheinander in einer Spur daneben gestellt. Das lässt sich jederzeit anhalten.</numerusform>
        </translation>
    </message>
    <message>
        <source>There are pictures among them, which this model does not take.</source>
        <translation>Darunter sind Bilder, die dieses Modell nicht annimmt.</translation>
    </message>
    <message>
        <source>All else stays as it is, because only the models of these lanes differ.</source>
        <translation>Alles andere bleibt, wie es ist, weil sich nur die Modelle dieser Spuren unterscheiden.</translation>
    </message>
    <message>
        <source>What they cost is not known.</source>
        <translation>Was sie kosten, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>They cost nothing.</source>
        <translation>Sie kosten nichts.</translation>
    </message>
    <message>
        <source>They may cost up to about %1.</source>
        <translation>Sie können bis etwa %1 kosten.</translation>
    </message>
</context>
<context>
    <name>ui::RoundBar</name>
    <message>
        <source>Go on with one answer</source>
        <translation>Mit einer Antwort weitermachen</translation>
    </message>
    <message>
        <source>Vote</source>
        <translation>Stimme</translation>
    </message>
    <message>
        <source>Which is better?</source>
        <translation>Was ist besser?</translation>
    </message>
    <message>
        <source>The answer of %1 is better</source>
        <extracomment>%1 is the letter of a lane.</extracomment>
        <translation>Die Antwort von %1 ist besser</translation>
    </message>
    <message>
        <source>Tie</source>
        <translation>Gleich gut</translation>
    </message>
    <message>
        <source>They are equally good</source>
        <translation>Sie sind gleich gut</translation>
    </message>
    <message>
        <source>All bad</source>
        <translation>Alle schlecht</translation>
    </message>
    <message>
        <source>None of them is of use</source>
        <translation>Keine davon ist brauchbar</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>An entry of the menu of lanes: letter and model.</extracomment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 was %2</source>
        <extracomment>%1 is a letter, %2 the model that it stood for.</extracomment>
        <translation>%1 war %2</translation>
    </message>
    <message>
        <source>Your blind vote: %1. %2.</source>
        <extracomment>%1 is a letter, &quot;Tie&quot; or &quot;All bad&quot;; %2 is a list such as &quot;A was this, B was that&quot;.</extracomment>
        <translation>Blinde Stimme: %1. %2.</translation>
    </message>
    <message>
        <source>Ask a judge…</source>
        <translation>Beurteilen lassen …</translation>
    </message>
    <message>
        <source>Compare the JSON…</source>
        <translation>JSON vergleichen …</translation>
    </message>
    <message>
        <source>Round %1</source>
        <extracomment>%1 is an amount of money: what the newest round cost.</extracomment>
        <translation>Runde %1</translation>
    </message>
    <message>
        <source>This round has cost %1, the conversation %2.</source>
        <extracomment>Amounts of money: of the newest round, and of the whole conversation.</extracomment>
        <translation>Diese Runde hat %1 gekostet, das Gespräch %2.</translation>
    </message>
</context>
<context>
    <name>ui::SavePresetDialog</name>
    <message>
        <source>With the &amp;system prompt</source>
        <translation>Mit dem &amp;Systemprompt</translation>
    </message>
    <message>
        <source>With the &amp;model: a preset of the whole lane</source>
        <translation>Mit dem &amp;Modell: für die ganze Spur</translation>
    </message>
    <message>
        <source>Save as preset</source>
        <translation>Als Voreinstellung speichern</translation>
    </message>
    <message>
        <source>&amp;Name of the preset</source>
        <translation>&amp;Name der Voreinstellung</translation>
    </message>
    <message>
        <source>Name of the preset</source>
        <translation>Name der Voreinstellung</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>There is a preset with this name.</source>
        <translation>Es gibt schon eine Voreinstellung mit diesem Namen.</translation>
    </message>
</context>
<context>
    <name>ui::SchemaDialog</name>
    <message>
        <source>JSON schema of the answer</source>
        <translation>JSON-Schema der Antwort</translation>
    </message>
    <message>
        <source>The answer will be JSON that follows this schema. It helps to ask for JSON in the prompt too.</source>
        <translation>Die Antwort wird JSON sein, das diesem Schema folgt. Es hilft, auch in der Frage um JSON zu bitten.</translation>
    </message>
    <message>
        <source>&amp;Strict</source>
        <translation>St&amp;reng</translation>
    </message>
    <message>
        <source>The server holds the model to the schema exactly.</source>
        <translation>Der Server hält das Modell genau an das Schema.</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>The name may have letters, digits, _ and -, at most 64.</source>
        <translation>Der Name darf Buchstaben, Ziffern, _ und - haben, höchstens 64.</translation>
    </message>
    <message>
        <source>S&amp;ample answers, one after the other</source>
        <translation>&amp;Beispielantworten, eine nach der anderen</translation>
    </message>
    <message>
        <source>Make a schema from them</source>
        <translation>Schema daraus machen</translation>
    </message>
    <message>
        <source>Paste JSON here</source>
        <translation>JSON hier einfügen</translation>
    </message>
    <message>
        <source>Sample answers</source>
        <translation>Beispielantworten</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Answers cannot be checked by this schema. %1</source>
        <translation>Mit diesem Schema lassen sich Antworten nicht prüfen. %1</translation>
    </message>
    <message>
        <source>Sample %1 is not valid JSON.</source>
        <translation>Beispiel %1 ist kein gültiges JSON.</translation>
    </message>
    <message>
        <source>Sample %1, %2: %3</source>
        <extracomment>Number of the sample, place in it, what is wrong there.</extracomment>
        <translation>Beispiel %1, %2: %3</translation>
    </message>
    <message numerus="yes">
        <source>%n sample(s) fit the schema.</source>
        <translation>
            <numerusform>%n Beispiel passt zum Schema.</numerusform>
            <numerusform>%n Beispiele passen zum Schema.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ScreenCapture</name>
    <message>
        <source>This desktop lets no program take pictures of the screen. Take one with its own key and paste it here.</source>
        <translation>Diese Arbeitsumgebung lässt kein Programm den Bildschirm aufnehmen. Nehmen Sie ihn mit der Taste dafür auf und fügen Sie das Bild hier ein.</translation>
    </message>
    <message>
        <source>The screen could not be read. Take a picture of it with another program and paste it here.</source>
        <translation>Der Bildschirm konnte nicht gelesen werden. Nehmen Sie ihn mit einem anderen Programm auf und fügen Sie das Bild hier ein.</translation>
    </message>
</context>
<context>
    <name>ui::SegmentsRow</name>
    <message>
        <source>More choices</source>
        <translation>Weitere Möglichkeiten</translation>
    </message>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>Another word…</source>
        <translation>Anderes Wort …</translation>
    </message>
    <message>
        <source>A word that the server knows, as it is sent:</source>
        <translation>Ein Wort, das der Server kennt, so wie es gesendet wird:</translation>
    </message>
    <message>
        <source>One word of letters and digits.</source>
        <translation>Ein Wort aus Buchstaben und Ziffern.</translation>
    </message>
</context>
<context>
    <name>ui::Sidebar</name>
    <message>
        <source>Search conversations</source>
        <translation>Gespräche suchen</translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation>Neues Gespräch</translation>
    </message>
    <message>
        <source>No conversation matches.</source>
        <translation>Kein Gespräch passt dazu.</translation>
    </message>
    <message>
        <source>Providers</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Gespräche</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Deleted “%1”.</source>
        <translation>„%1“ gelöscht.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Ratings</source>
        <translation>Bewertungen</translation>
    </message>
    <message>
        <source>Search titles and messages; #word finds a tag</source>
        <translation>Titel und Nachrichten durchsuchen; #Wort findet ein Schlagwort</translation>
    </message>
    <message>
        <source>Sets of lanes</source>
        <translation>Sätze von Spuren</translation>
    </message>
    <message>
        <source>Begin a conversation with a saved set of lanes, or save these</source>
        <translation>Ein Gespräch mit einem gespeicherten Satz von Spuren beginnen oder diese speichern</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Lösen</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Anheften</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Edit tags…</source>
        <translation>Schlagwörter bearbeiten …</translation>
    </message>
    <message>
        <source>Pinned “%1”.</source>
        <translation>„%1“ ist angeheftet.</translation>
    </message>
    <message>
        <source>Unpinned “%1”.</source>
        <translation>„%1“ ist gelöst.</translation>
    </message>
    <message>
        <source>Tags of “%1”, with commas in between:</source>
        <translation>Schlagwörter von „%1“, durch Kommas getrennt:</translation>
    </message>
    <message>
        <source>Changed the tags of “%1”.</source>
        <translation>Schlagwörter von „%1“ geändert.</translation>
    </message>
    <message>
        <source>Ceiling of spending…</source>
        <translation>Obergrenze für Kosten …</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Drucken …</translation>
    </message>
    <message>
        <source>Costs</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Restore “%1”</source>
        <extracomment>Brings a deleted conversation back; %1 is its title.</extracomment>
        <translation>„%1“ wiederherstellen</translation>
    </message>
</context>
<context>
    <name>ui::SpendingFields</name>
    <message>
        <source>Each request</source>
        <translation>Je Anfrage</translation>
    </message>
    <message>
        <source>A request that may cost more is held back until you decide. Costs are estimated from the prices of the model.</source>
        <translation>Eine Anfrage, die mehr kosten kann, wird zurückgehalten, bis Sie entscheiden. Kosten werden aus den Preisen des Modells geschätzt.</translation>
    </message>
    <message>
        <source>Each conversation</source>
        <translation>Je Gespräch</translation>
    </message>
    <message>
        <source>Before a conversation costs more than this, Diptych asks.</source>
        <translation>Bevor ein Gespräch mehr kostet, fragt Diptych.</translation>
    </message>
    <message>
        <source>$ </source>
        <translation>$ </translation>
    </message>
    <message>
        <source>no ceiling</source>
        <translation>keine Obergrenze</translation>
    </message>
</context>
<context>
    <name>ui::StartNotices</name>
    <message>
        <source>The history was damaged. It was set aside as %1, and what could be read is here.</source>
        <translation>Der Verlauf war beschädigt. Er wurde als %1 beiseitegelegt; was lesbar war, ist hier.</translation>
    </message>
    <message>
        <source>The history was written by a newer version of Diptych. It can be read, and nothing new is saved.</source>
        <translation>Der Verlauf stammt von einer neueren Version von Diptych. Er ist lesbar, Neues wird nicht gespeichert.</translation>
    </message>
    <message>
        <source>The folder of the history cannot be written. Nothing new is saved.</source>
        <translation>In den Ordner des Verlaufs kann nicht geschrieben werden. Neues wird nicht gespeichert.</translation>
    </message>
    <message>
        <source>The settings could not be read. They were set aside as %1.</source>
        <translation>Die Einstellungen waren nicht lesbar. Sie wurden als %1 beiseitegelegt.</translation>
    </message>
</context>
<context>
    <name>ui::SweepBar</name>
    <message numerus="yes">
        <source>%n sweep(s)</source>
        <translation>
            <numerusform>%n Versuchsreihe</numerusform>
            <numerusform>%n Versuchsreihen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2 to come</source>
        <extracomment>&quot;2 sweeps · 12 answers to come&quot;.</extracomment>
        <translation>%1 · noch %2</translation>
    </message>
</context>
<context>
    <name>ui::SweepDialog</name>
    <message>
        <source>&amp;Several prompts: each paragraph is one</source>
        <translation>&amp;Mehrere Prompts: jeder Absatz ist einer</translation>
    </message>
    <message>
        <source>What varies</source>
        <translation>Was sich ändert</translation>
    </message>
    <message>
        <source>What varies besides</source>
        <translation>Was sich außerdem ändert</translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation>Versuchsreihe</translation>
    </message>
    <message>
        <source>Asks the prompt once for every combination and shows the answers as a grid. All else is as in the lane, which stays where it is.</source>
        <translation>Fragt den Prompt einmal für jede Kombination und zeigt die Antworten als Tafel. Alles andere ist wie in der Spur, die bleibt, wo sie ist.</translation>
    </message>
    <message>
        <source>Start the sweep</source>
        <translation>Reihe beginnen</translation>
    </message>
    <message>
        <source>Paragraphs are parted by an empty line.</source>
        <translation>Absätze sind durch eine leere Zeile getrennt.</translation>
    </message>
    <message>
        <source>Vary</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>and</source>
        <translation>und</translation>
    </message>
    <message>
        <source>Choose two different things to vary.</source>
        <translation>Zwei verschiedene Dinge wählen, die sich ändern.</translation>
    </message>
    <message>
        <source>Choose what varies, or write several prompts.</source>
        <translation>Wählen, was sich ändert, oder mehrere Prompts schreiben.</translation>
    </message>
</context>
<context>
    <name>ui::SystemPromptEdit</name>
    <message>
        <source>System prompt</source>
        <translation>Systemprompt</translation>
    </message>
</context>
<context>
    <name>ui::TimeoutFields</name>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Until the connection stands.</source>
        <translation>Bis die Verbindung steht.</translation>
    </message>
    <message>
        <source>First byte</source>
        <translation>Erstes Byte</translation>
    </message>
    <message>
        <source>Until the answer begins. A busy server lets requests wait.</source>
        <translation>Bis die Antwort beginnt. Ein ausgelasteter Server lässt Anfragen warten.</translation>
    </message>
    <message>
        <source>First byte, tier “flex”</source>
        <translation>Erstes Byte, Stufe „flex“</translation>
    </message>
    <message>
        <source>This tier may wait ten minutes and more.</source>
        <translation>Diese Stufe darf zehn Minuten und länger warten.</translation>
    </message>
    <message>
        <source>Silence</source>
        <translation>Stille</translation>
    </message>
    <message>
        <source>Between two signs of life of an answer.</source>
        <translation>Zwischen zwei Lebenszeichen einer Antwort.</translation>
    </message>
    <message>
        <source> s</source>
        <comment>seconds</comment>
        <translation> s</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>unbegrenzt</translation>
    </message>
</context>
<context>
    <name>ui::TokenLegend</name>
    <message>
        <source>Grounds of tokens by their probability</source>
        <translation>Gründe der Token nach ihrer Wahrscheinlichkeit</translation>
    </message>
</context>
<context>
    <name>ui::TokenPane</name>
    <message>
        <source>Branch with this token</source>
        <translation>Mit diesem Token abzweigen</translation>
    </message>
    <message>
        <source>What could have stood here</source>
        <translation>Was hier hätte stehen können</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>Wahrscheinlichkeit</translation>
    </message>
    <message>
        <source>A new answer beside this one: the text up to here with this token, and from there on what the model writes</source>
        <translation>Eine neue Antwort neben dieser: der Text bis hier mit diesem Token, und von da an, was das Modell schreibt</translation>
    </message>
    <message>
        <source>Token %1 of %2</source>
        <translation>Token %1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%1, one of %n that make a character</source>
        <extracomment>%1 is &quot;Token 7 of 80&quot;.</extracomment>
        <translation>
            <numerusform>%1, eines von %n, die ein Zeichen bilden</numerusform>
            <numerusform>%1, eines von %n, die ein Zeichen bilden</numerusform>
        </translation>
    </message>
    <message>
        <source>Probability %1, uncertainty %2</source>
        <translation>Wahrscheinlichkeit %1, Unsicherheit %2</translation>
    </message>
    <message>
        <source>The server did not say how likely this token was.</source>
        <translation>Der Server hat nicht gesagt, wie wahrscheinlich dieses Token war.</translation>
    </message>
    <message>
        <source>%1 (taken)</source>
        <extracomment>%1 is a token, the one that the model took.</extracomment>
        <translation>%1 (gewählt)</translation>
    </message>
    <message>
        <source>All other tokens together: %1</source>
        <translation>Alle anderen Token zusammen: %1</translation>
    </message>
    <message>
        <source>The server named no alternatives. Ask for some with the parameter “Alternatives per token”.</source>
        <translation>Der Server hat keine Alternativen genannt. Verlangen Sie welche mit dem Parameter „Alternativen je Token“.</translation>
    </message>
</context>
<context>
    <name>ui::TokenView</name>
    <message>
        <source>Tokens of the answer</source>
        <translation>Token der Antwort</translation>
    </message>
</context>
<context>
    <name>ui::TokenWindow</name>
    <message>
        <source>Token probabilities</source>
        <translation>Wahrscheinlichkeiten der Token</translation>
    </message>
    <message>
        <source>Part %1 of %2</source>
        <translation>Teil %1 von %2</translation>
    </message>
    <message>
        <source>Part of the answer</source>
        <translation>Teil der Antwort</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>A command and its keys.</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Previous unsure</source>
        <translation>Vorige unsichere</translation>
    </message>
    <message>
        <source>Next unsure</source>
        <translation>Nächste unsichere</translation>
    </message>
    <message>
        <source>Least sure</source>
        <translation>Unsicherste</translation>
    </message>
    <message>
        <source>Check determinism</source>
        <translation>Determinismus prüfen</translation>
    </message>
    <message>
        <source>Being read…</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>The tokens do not spell the answer as it is kept, so that nothing can branch off from it.</source>
        <translation>Die Token ergeben nicht die Antwort, wie sie gespeichert ist. Darum kann von ihr nichts abzweigen.</translation>
    </message>
    <message>
        <source>This token does not belong to the text of the answer.</source>
        <translation>Dieses Token gehört nicht zum Text der Antwort.</translation>
    </message>
    <message>
        <source>This token is a part of a character. A request can hold whole ones only.</source>
        <translation>Dieses Token ist ein Teil eines Zeichens. Eine Anfrage kann nur ganze enthalten.</translation>
    </message>
    <message>
        <source>There is no text to go on from.</source>
        <translation>Es gibt keinen Text, an den angeschlossen werden könnte.</translation>
    </message>
    <message>
        <source>The request of this answer is being read.</source>
        <translation>Die Anfrage zu dieser Antwort wird gelesen.</translation>
    </message>
    <message>
        <source>Only a whole answer can be asked for once more.</source>
        <translation>Nur eine vollständige Antwort kann noch einmal angefragt werden.</translation>
    </message>
    <message>
        <source>The request of this answer is not kept.</source>
        <translation>Die Anfrage zu dieser Antwort ist nicht aufbewahrt.</translation>
    </message>
    <message>
        <source>The request has no seed, so that answers differ by chance. Set one in the parameters and ask again.</source>
        <translation>Die Anfrage hat keinen Seed, sodass Antworten sich zufällig unterscheiden. Setzen Sie einen in den Parametern und fragen Sie noch einmal.</translation>
    </message>
    <message>
        <source>Ask the very same once more, as an answer beside this one, and compare the two token by token</source>
        <translation>Genau dasselbe noch einmal fragen, als Antwort neben dieser, und beide Token für Token vergleichen</translation>
    </message>
    <message>
        <source>The same is being asked once more…</source>
        <translation>Dasselbe wird noch einmal gefragt …</translation>
    </message>
    <message>
        <source>The second answer brought no tokens, so that the two cannot be compared.</source>
        <translation>Die zweite Antwort brachte keine Token, sodass die beiden nicht verglichen werden können.</translation>
    </message>
</context>
<context>
    <name>ui::ToolRulesPage</name>
    <message>
        <source>Take back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>What you decided once for all calls. Every other call of a program or a server waits for you.</source>
        <translation>Was Sie ein für alle Mal entschieden haben. Jeder andere Aufruf eines Programms oder Servers wartet auf Sie.</translation>
    </message>
    <message>
        <source>What you allowed</source>
        <translation>Was Sie erlaubt haben</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>Werkzeug</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Aufrufe</translation>
    </message>
    <message>
        <source>all of its tools</source>
        <translation>alle seine Werkzeuge</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>entfernt</translation>
    </message>
</context>
<context>
    <name>ui::ToolSourcePage</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>as the model calls it: letters, digits, _ and -</source>
        <translation>wie das Modell es nennt: Buchstaben, Ziffern, _ und -</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>tells the model when to call it</source>
        <translation>sagt dem Modell, wann es aufzurufen ist</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>Argumente</translation>
    </message>
    <message>
        <source>Canned reply</source>
        <translation>Feste Antwort</translation>
    </message>
    <message>
        <source>Empty: you are asked at every call.</source>
        <translation>Leer: Sie werden bei jedem Aufruf gefragt.</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>a path, or a name that is looked for in PATH</source>
        <translation>ein Pfad oder ein Name, der in PATH gesucht wird</translation>
    </message>
    <message>
        <source>Its arguments</source>
        <translation>Seine Argumente</translation>
    </message>
    <message>
        <source>One per line, as they are: no shell reads them.</source>
        <translation>Eines je Zeile, so wie sie sind: keine Shell liest sie.</translation>
    </message>
    <message>
        <source>Works in</source>
        <translation>Arbeitet in</translation>
    </message>
    <message>
        <source>your home folder</source>
        <translation>Ihr persönlicher Ordner</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>NAME=value, one per line</source>
        <translation>NAME=Wert, je Zeile einer</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>kept in the key store; empty: as it is</source>
        <translation>liegt im Schlüsselbund; leer: wie bisher</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>Kopfzeilen</translation>
    </message>
    <message>
        <source>Name: value, one per line; no keys</source>
        <translation>Name: Wert, je Zeile einer; keine Schlüssel</translation>
    </message>
    <message>
        <source> s</source>
        <comment>seconds</comment>
        <translation> s</translation>
    </message>
    <message>
        <source>any time</source>
        <translation>beliebig lange</translation>
    </message>
    <message>
        <source>Longest time</source>
        <translation>Dauer höchstens</translation>
    </message>
    <message>
        <source>any amount</source>
        <translation>beliebig viel</translation>
    </message>
    <message>
        <source>Most memory</source>
        <translation>Speicher höchstens</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Aufrufe</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>Werkzeug</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Was es tut</translation>
    </message>
    <message>
        <source>Tools of the server</source>
        <translation>Werkzeuge des Servers</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>See the command and confirm…</source>
        <translation>Befehl ansehen und bestätigen …</translation>
    </message>
    <message>
        <source>Forget the key</source>
        <translation>Schlüssel vergessen</translation>
    </message>
    <message>
        <source>What it wrote…</source>
        <translation>Was es schrieb …</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Give it a name.</source>
        <translation>Geben Sie ihm einen Namen.</translation>
    </message>
    <message>
        <source>The name may hold letters from a to z, digits, _ and -, at most 64 of them.</source>
        <translation>Der Name darf Buchstaben von a bis z, Ziffern, _ und - enthalten, höchstens 64 Zeichen.</translation>
    </message>
    <message>
        <source>Say which program is to be run.</source>
        <translation>Geben Sie an, welches Programm laufen soll.</translation>
    </message>
    <message>
        <source>Each line of the environment is a name, = and a value.</source>
        <translation>Jede Zeile der Umgebung ist ein Name, = und ein Wert.</translation>
    </message>
    <message>
        <source>Each line of the headers is a name, a colon and a value.</source>
        <translation>Jede Kopfzeile ist ein Name, ein Doppelpunkt und ein Wert.</translation>
    </message>
    <message>
        <source>Enter an address that begins with https:// or http://.</source>
        <translation>Geben Sie eine Adresse ein, die mit https:// oder http:// beginnt.</translation>
    </message>
    <message>
        <source>Arguments of the tool</source>
        <translation>Argumente des Werkzeugs</translation>
    </message>
    <message>
        <source>A JSON schema: what the model may ask for. Empty: any object.</source>
        <translation>Ein JSON-Schema: wonach das Modell fragen darf. Leer: jedes Objekt.</translation>
    </message>
    <message>
        <source>Edit schema…</source>
        <translation>Schema ändern …</translation>
    </message>
    <message>
        <source>Edit schema… (%1)</source>
        <translation>Schema ändern… (%1)</translation>
    </message>
</context>
<context>
    <name>ui::ToolWords</name>
    <message>
        <source>by hand</source>
        <comment>kind of tool</comment>
        <translation>von Hand</translation>
    </message>
    <message>
        <source>command</source>
        <comment>kind of tool</comment>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>MCP server</source>
        <comment>kind of tool</comment>
        <translation>MCP-Server</translation>
    </message>
    <message>
        <source>A tool that you answer by hand</source>
        <translation>Ein Werkzeug, für das Sie selbst antworten</translation>
    </message>
    <message>
        <source>A program that is run for each call</source>
        <translation>Ein Programm, das je Aufruf läuft</translation>
    </message>
    <message>
        <source>An MCP server that is a program</source>
        <translation>Ein MCP-Server als Programm</translation>
    </message>
    <message>
        <source>An MCP server at an address</source>
        <translation>Ein MCP-Server unter einer Adresse</translation>
    </message>
    <message>
        <source>It says: “%1”</source>
        <extracomment>The words of a tool or server, in English.</extracomment>
        <translation>Es sagt: „%1“</translation>
    </message>
    <message>
        <source>Not started. It starts when it is needed.</source>
        <translation>Nicht gestartet. Es startet, wenn es gebraucht wird.</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Startet …</translation>
    </message>
    <message>
        <source>Running.</source>
        <translation>Läuft.</translation>
    </message>
    <message>
        <source>It stopped by itself and is started again in a moment.</source>
        <translation>Es hat sich selbst beendet und wird gleich wieder gestartet.</translation>
    </message>
    <message>
        <source>It cannot be used.</source>
        <translation>Es kann nicht verwendet werden.</translation>
    </message>
    <message>
        <source>Ask before every call</source>
        <translation>Vor jedem Aufruf fragen</translation>
    </message>
    <message>
        <source>Always allow</source>
        <translation>Immer erlauben</translation>
    </message>
    <message>
        <source>Never allow</source>
        <translation>Nie erlauben</translation>
    </message>
    <message>
        <source>The arguments fit the schema.</source>
        <translation>Die Argumente passen zum Schema.</translation>
    </message>
    <message>
        <source>The arguments are not JSON.</source>
        <translation>Die Argumente sind kein JSON.</translation>
    </message>
    <message>
        <source>The arguments could not be held against the schema.</source>
        <translation>Die Argumente ließen sich nicht mit dem Schema vergleichen.</translation>
    </message>
    <message>
        <source>The arguments do not fit the schema.</source>
        <translation>Die Argumente passen nicht zum Schema.</translation>
    </message>
    <message>
        <source>%1 %2: %3</source>
        <extracomment>%1 is a whole sentence, %2 the place of what is wrong with it, as in &quot;/city&quot;, %3 what it is.</extracomment>
        <translation>%1 %2: %3</translation>
    </message>
</context>
<context>
    <name>ui::ToolsDialog</name>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>What you allowed</source>
        <translation>Was Sie erlaubt haben</translation>
    </message>
    <message>
        <source>A tool is something that a model may ask for while it answers. You answer it yourself, or a program or an MCP server does. Add one, then choose it in the parameters of a lane.</source>
        <translation>Ein Werkzeug ist etwas, wonach ein Modell fragen darf, während es antwortet. Sie antworten selbst, oder ein Programm oder ein MCP-Server tut es. Fügen Sie eines hinzu, und wählen Sie es dann in den Parametern einer Spur.</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>nicht gespeichert</translation>
    </message>
    <message>
        <source>no name</source>
        <translation>ohne Namen</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>An entry of the list of tools: its name, and &quot;by hand&quot;, &quot;command&quot;, &quot;MCP server&quot;, &quot;not saved&quot;.</extracomment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>There is no program “%1” that can be run. Correct it, then save again.</source>
        <translation>Es gibt kein ausführbares Programm „%1“. Berichtigen Sie es, und speichern Sie noch einmal.</translation>
    </message>
    <message>
        <source>“%1” was removed.</source>
        <translation>„%1“ wurde entfernt.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>The key could not be put into the key store.</source>
        <translation>Der Schlüssel konnte nicht im Schlüsselbund abgelegt werden.</translation>
    </message>
    <message>
        <source>The key is forgotten.</source>
        <translation>Der Schlüssel ist vergessen.</translation>
    </message>
    <message>
        <source>The key could not be taken out of the key store.</source>
        <translation>Der Schlüssel konnte nicht aus dem Schlüsselbund entfernt werden.</translation>
    </message>
    <message>
        <source>What “%1” wrote</source>
        <translation>Was „%1“ schrieb</translation>
    </message>
    <message>
        <source>What you typed is not saved. Close all the same?</source>
        <translation>Was Sie eingegeben haben, ist nicht gespeichert. Trotzdem schließen?</translation>
    </message>
    <message>
        <source>Discard it</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Go on editing</source>
        <translation>Weiter bearbeiten</translation>
    </message>
    <message>
        <source>The program is being read…</source>
        <translation>Das Programm wird gelesen …</translation>
    </message>
</context>
<context>
    <name>ui::TranscriptView</name>
    <message>
        <source>Transcript</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy link address</source>
        <translation>Adresse des Links kopieren</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alles auswählen</translation>
    </message>
    <message>
        <source>Copy message</source>
        <translation>Nachricht kopieren</translation>
    </message>
    <message>
        <source>Copy code</source>
        <translation>Code kopieren</translation>
    </message>
    <message>
        <source>Wrap long lines</source>
        <translation>Lange Zeilen umbrechen</translation>
    </message>
    <message>
        <source>Copy message as Markdown</source>
        <translation>Nachricht als Markdown kopieren</translation>
    </message>
    <message>
        <source>Previous branch</source>
        <translation>Voriger Zweig</translation>
    </message>
    <message>
        <source>Next branch</source>
        <translation>Nächster Zweig</translation>
    </message>
    <message>
        <source>Save code…</source>
        <translation>Code speichern …</translation>
    </message>
    <message>
        <source>Go on with this answer in all lanes</source>
        <translation>In allen Spuren mit dieser Antwort weitermachen</translation>
    </message>
    <message>
        <source>Retry this round in all lanes</source>
        <translation>Diese Runde in allen Spuren wiederholen</translation>
    </message>
    <message>
        <source>Compare with…</source>
        <translation>Vergleichen mit …</translation>
    </message>
    <message>
        <source>Show the JSON as a tree</source>
        <translation>JSON als Baum zeigen</translation>
    </message>
    <message>
        <source>Previous version of this part</source>
        <translation>Vorige Fassung dieses Teils</translation>
    </message>
    <message>
        <source>Next version of this part</source>
        <translation>Nächste Fassung dieses Teils</translation>
    </message>
    <message>
        <source>Token probabilities…</source>
        <translation>Wahrscheinlichkeiten der Token …</translation>
    </message>
</context>
<context>
    <name>ui::WaitingCallsBar</name>
    <message numerus="yes">
        <source>%n calls wait for you.</source>
        <translation>
            <numerusform>Ein Aufruf wartet auf Sie.</numerusform>
            <numerusform>%n Aufrufe warten auf Sie.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show the next</source>
        <translation>Den nächsten zeigen</translation>
    </message>
</context>
<context>
    <name>ui::WholeCall</name>
    <message>
        <source>The model asked for</source>
        <translation>Das Modell fragte nach</translation>
    </message>
    <message>
        <source>You had it called with</source>
        <translation>Sie ließen es aufrufen mit</translation>
    </message>
    <message>
        <source>The tool gave</source>
        <translation>Das Werkzeug ergab</translation>
    </message>
    <message>
        <source>The model was told</source>
        <translation>Dem Modell wurde gesagt</translation>
    </message>
    <message>
        <source>Call of %1</source>
        <translation>Aufruf von %1</translation>
    </message>
</context>
</TS>
