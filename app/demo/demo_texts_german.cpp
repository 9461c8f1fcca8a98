// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/demo_texts.h"

namespace app {

namespace {

constexpr auto kKeyboardGerman = uR"md(### Die Tastatur

| Tasten | was sie tun |
|---|---|
| Eingabe | senden |
| Umschalt + Eingabe | eine neue Zeile |
| Pfeil nach oben, im leeren Eingabefeld | den letzten Prompt bearbeiten |
| Strg + Plus, Minus, 0 | größerer, kleinerer, üblicher Text |
)md";

constexpr auto kCompareGerman = uR"md(### Modelle vergleichen

**Vergleichen** oben öffnet eine zweite Spur neben dieser. Geben Sie ihr in ihrem Kopf ein anderes Modell und schreiben Sie dann einen Prompt. Er geht an beide, beide antworten gleichzeitig, und jede Antwort lässt sich einzeln anhalten.

Die Spuren teilen, was vorher gesagt wurde. Ist eine Antwort besser, machen Sie in dieser Spur weiter.
)md";

constexpr auto kProvidersGerman = uR"md(### Anbieter und Schlüssel

Ein *Anbieter* ist ein Server: DeepInfra, ein anderer Dienst oder ein Programm auf Ihrem eigenen Rechner.

- **DeepInfra**: Öffnen Sie „Anbieter“ und fügen Sie einen Schlüssel ein. Er wird einmal geprüft und dann im Schlüsselbund Ihres Systems aufbewahrt, nie in einer Datei von Diptych.
- **Jeder andere Server**, der das Protokoll von OpenAI spricht: Geben Sie seine Adresse ein und drücken Sie *Verbindung prüfen*.
- **Dieser Rechner**: Lassen Sie Diptych nach Ollama, llama-server, LM Studio und vLLM suchen.

Ein Schlüssel geht nur an seinen eigenen Server.
)md";

constexpr auto kParametersGerman = uR"md(### Parameter

Das Feld rechts enthält, was eine Anfrage außer den Nachrichten sagt: `temperature`, `top_p`, `max_tokens`, `seed`, die Dienststufe und mehr.

Jeder Wert beginnt als *nicht gesendet*: Dann entscheidet der Server. Nur was Sie setzen, wird gesendet, und nichts wird für Sie geraten.
)md";

constexpr auto kImagesGerman = uR"md(### Bilder

Fügen Sie ein Bild ein, ziehen Sie es auf das Fenster oder wählen Sie eine Datei. Es wird auf das verkleinert, was Server annehmen, und seine Metadaten, etwa der Ort der Aufnahme, werden vor dem Senden entfernt.

Versuchen Sie es mit dem Modell `diptych/vision`: Es sieht sich wirklich die Pixel an.
)md";

constexpr auto kHistoryGerman = uR"md(### Bearbeiten, wiederholen, Zweige

- **Pfeil nach oben** im leeren Eingabefeld bearbeitet Ihren letzten Prompt.
- **Wiederholen** bittet um eine weitere Antwort; die erste bleibt.
- Kleine Pfeile an einer Nachricht blättern durch ihre Fassungen. Ein Gespräch ist ein Baum, und nichts wird überschrieben.

All das bleibt auf Ihrem Rechner, auch wenn das Programm mitten in einer Antwort geschlossen wird.
)md";

constexpr auto kToolsGerman = uR"md(### Werkzeuge

Ein Werkzeug ist etwas, wonach ein Modell fragen kann, während es antwortet: Sie geben die Antwort selbst, oder ein Programm oder ein MCP-Server tut es. Drücken Sie im Parameterfeld auf *Aufrufbare Werkzeuge*, richten Sie eines ein, wählen Sie es für diese Spur und nehmen Sie das Modell `diptych/tools`. Es ruft auf, was wirklich gesendet wurde, mit Argumenten, die zum Schema passen.

Der Aufruf eines Programms oder Servers wartet, bis Sie ihn erlauben: einmal oder immer. Sie können ändern, was aufgerufen und was dem Modell gesagt wird, oder mit einem Grund ablehnen.
)md";

constexpr auto kTourGerman = uR"md(# Willkommen bei Diptych

Ich bin die **Demo**: ein fester Text im Programm, kein Sprachmodell. Nichts, was Sie hier schreiben, verlässt Ihren Rechner, und nichts kostet Geld. Ich antworte wie ein echter Server, Wort für Wort, damit Sie sich umsehen können.

## Was Sie hier tun können

1. **Schreiben** Sie unten etwas und drücken Sie die Eingabetaste. *Umschalt + Eingabe* macht eine neue Zeile.
2. **Halten** Sie eine Antwort jederzeit **an**; was gekommen ist, bleibt.
3. **Wählen Sie ein Modell** oben in dieser Spur. Jedes Modell der Demo zeigt etwas anderes:

| Modell | was es zeigt |
|---|---|
| `diptych/reasoner` | Gedanken, die sich einklappen, mit ihrer Dauer |
| `diptych/vision` | ein Bild, beschrieben nach seinen Pixeln |
| `diptych/tools` | Aufrufe der Werkzeuge, die Sie senden |
| `diptych/json` | Antworten, die zu einem Schema passen |
| `diptych/slow` | einen vollen Server, um *Anhalten* zu üben |
| `diptych/length` | eine abgeschnittene Antwort, um *Fortsetzen* zu üben |

Die Modelle namens `diptych/error-…` scheitern auf jede Weise, auf die ein Server scheitern kann.

## Zwei Antworten nebeneinander

**Vergleichen** öffnet eine zweite Spur. Ein Prompt geht dann an zwei Modelle, und Sie lesen beide Antworten nebeneinander.

> Ein Gespräch ist ein Baum. Eine Spur ist ein Weg darin. Bearbeiten und Wiederholen fügen Zweige hinzu; nichts geht verloren.

## Ein echtes Modell

Dafür brauchen Sie einen *Anbieter*. Bei [DeepInfra](https://deepinfra.com) ist das ein Schlüssel zum Einfügen, bei einem eigenen Server eine Adresse. Auch die Befehlszeile kennt sie:

```sh
# fragt einen Server auf diesem Rechner und zeigt die Antwort, wie sie kommt
diptych-cli ask --base-url http://localhost:11434/v1 \
    --model llama3.2 "Warum ist der Himmel blau?"
```

## Zum Ausprobieren

- [x] Eine Antwort lesen, während sie kommt
- [ ] Dabei nach oben blättern: Der Text bleibt, wo Sie lesen
- [ ] Eine zweite Spur öffnen und vergleichen
- [ ] Ein Bild einfügen und `diptych/vision` fragen
- [ ] Einen Anbieter hinzufügen

Fragen Sie mich nach *Vergleichen*, *Anbietern*, *Parametern*, *Bildern*, *Zweigen*, *Werkzeugen* oder *der Tastatur*.
)md";

constexpr auto kTopicListGerman =
    uR"md(Ich bin ein fester Text, daher kann ich nur über dieses Programm sprechen. Fragen Sie mich nach:

- **Vergleichen** zweier Modelle nebeneinander
- **Anbietern** und ihren Schlüsseln
- **Parametern** einer Anfrage
- **Bildern**
- **Zweigen**: bearbeiten und wiederholen
- **Werkzeugen**
- **der Tastatur**

Für alles andere wählen Sie oben in dieser Spur ein echtes Modell.
)md";

constexpr auto kPictureHintGerman =
    uR"md(Mit Ihrer Nachricht kam ein Bild, und ich habe keine Augen: Ich bin ein fester Text. Wählen Sie oben in dieser Spur **`diptych/vision`** und wiederholen Sie. Dieses Modell sieht sich die Pixel an.
)md";

constexpr auto kSlowGerman =
    uR"md(Ich lasse mir Zeit, wie es ein großes Modell auf einem vollen Server tut. Während ich schreibe, können Sie mich **anhalten**, blättern, ein anderes Gespräch öffnen oder den nächsten Prompt schreiben: Er wird eingereiht und gesendet, wenn ich fertig bin.

Die Zahlen über dieser Spur sagen, worauf Sie warten. Die *Zeit bis zum ersten Token* ist, wie lange der Server geschwiegen hat; die *Token je Sekunde* sind das Tempo des Textes. Eine Antwort läuft weiter, wenn Sie ein anderes Gespräch ansehen, und die Seitenleiste zeigt, wenn sie fertig ist.
)md";

constexpr auto kLengthGerman =
    uR"md(Jede Antwort hat eine Grenze: den Wert von `max_tokens`, wo Sie ihn setzen, sonst das, was der Server erlaubt. Ist die Grenze erreicht, hört der Server mitten im Satz auf und sagt es auch: Der Grund des Endes ist *length*, nicht *stop*. Diptych bietet dann **Fortsetzen** an. Es sendet das Gespräch noch einmal, mit der unfertigen Antwort als letzter Nachricht, und das Modell macht genau dort weiter. Was kommt, wird Byte für Byte angefügt, ohne Leerzeichen oder Zeilenumbruch dazwischen, damit Code und Tabellen ganz bleiben. Sie lesen gerade den Beweis: Dieser Absatz entstand in mehreren Stücken, jedes mit einer eigenen Anfrage, und die Nähte sollten nicht zu finden sein. Jetzt endet er von selbst, mit dem Grund *stop*.
)md";

constexpr auto kNoToolsGerman =
    uR"md(Mit dieser Anfrage kamen keine Werkzeuge, also kann ich nichts aufrufen.

Eines ist schnell eingerichtet:

1. Drücken Sie im Parameterfeld auf **Aufrufbare Werkzeuge**, dann auf *Werkzeuge einrichten…*
2. Drücken Sie auf **Hinzufügen**, wählen Sie *Ein Werkzeug, für das Sie selbst antworten*, nennen Sie es `wetter` und speichern Sie es.
3. Wählen Sie es unter *Aufrufbare Werkzeuge*.

Fragen Sie dann noch einmal. Ich rufe auf, was wirklich gesendet wurde, mit Argumenten, die zum Schema passen, und Sie spielen das Werkzeug. Programme und MCP-Server werden ebenso hinzugefügt; sie werden aufgerufen, wenn Sie es erlauben.
)md";

constexpr auto kSmallGerman =
    uR"md(Mein Kontext fasst 600 Token: Ihre Nachrichten, meine Antworten und den Platz, den Sie der nächsten mit *Höchstens Token* geben. Das ist mit Absicht wenig.

Schreiben Sie weiter oder setzen Sie **Höchstens Token** auf 1000: Dann passt die Anfrage nicht, und Diptych sagt es in Zahlen. Sie können die ältesten Runden weglassen, die Antwort auf das kürzen, was passt, oder ein Modell mit mehr Kontext wählen. Gelöscht wird dabei nichts.
)md";

constexpr auto kNoPictureGerman =
    uR"md(Ich sehe kein Bild in Ihrer Nachricht. **Fügen** Sie eines ein, **ziehen** Sie es auf das Fenster oder wählen Sie eine Datei mit dem Knopf im Eingabefeld, und fragen Sie noch einmal.

Ich erkenne keine Dinge, wie es ein echtes Modell täte. Ich messe: die Größe, die wichtigsten Farben und wo sie sind, wie hell es ist und wo viele Einzelheiten sind.
)md";

constexpr auto kNoSchemaGerman =
    uR"md(Dieses Modell antwortet in JSON, sobald Sie darum bitten. Setzen Sie im Parameterfeld das **Antwortformat** auf *JSON*, oder auf *Schema* mit einem Schema wie diesem:

```json
{
  "type": "object",
  "properties": {
    "titel": { "type": "string" },
    "sterne": { "type": "integer", "minimum": 1, "maximum": 5 }
  },
  "required": ["titel", "sterne"]
}
```

Die Antwort passt dann zum Schema. Ihr Inhalt ist ausgedacht, denn ich bin nur eine Demo.
)md";

constexpr auto kBrokenOffGerman =
    uR"md(Diese Antwort wird ihr Ende nicht erreichen. Server starten neu, Netze wechseln, Notebooks schlafen ein: Ein Strom kann bei jedem Wort abreißen. Was gekommen ist, bleibt und wird gekennzeichnet, und Sie können fortsetzen oder wiederholen. Der Rest dieses Textes, den Sie nie sehen werden, hätte Ihnen gesagt, dass nichts verloren ging als das Ende des Satzes.
)md";

constexpr auto kDiceGerman =
    uR"md(Ich[ wähle*6| greife*3| ziehe*1] meine Wörter nach dem Zufall, und ich sage, wie wahrscheinlich jedes war. Das sind keine Gedanken eines Modells: Ich bin eine Demo mit festem Text, und an seinen Gabelungen werfe ich[ Würfel*7| eine Münze*2| Halme*1].

Eben warf ich eine[ Eins*1| Zwei*1| Drei*1| Vier*1| Fünf*1| Sechs*1]. Heute wäre ich lieber[ eine Katze*50| ein Hund*35| ein Papagei*12| ein U-Boot*3], und meine liebste Farbe ist[ Grün*6| Blau*3| Orange*1]. Das Frühstück war[ gut*70| spät*20| kalt*8| 早い*2]. Morgen wird es[ regnen*45| sonnig*40| schneien*14| Frösche hageln*1].

Setzen Sie *Token-Wahrscheinlichkeit* und *Alternativen je Token* (Parameter, *Mehr*), und öffnen Sie dann *Token* unter der Antwort. Wo ich[ unsicher*55| unschlüssig*30| verloren*15] war, ist der Grund dunkler. Wählen Sie dort ein anderes Wort und zweigen Sie ab: Ich mache damit weiter. Mit demselben *Startwert* werfe ich dasselbe; eine höhere *Temperatur* macht seltene Wörter[ wahrscheinlicher*8| mutiger*2].
)md";

constexpr auto kNothingAskedGerman =
    uR"md(Diesem Modell fehlen **Werkzeuge**, **Antwortformate** und **Bilder**. Senden Sie eines davon mit Ihrem Prompt: Der Server antwortet dann mit 405, und Diptych bietet an, ohne diese Fähigkeit weiterzumachen. Ein einfacher Prompt wie Ihrer geht.
)md";

constexpr DemoTexts kGerman{
    .tour = kTourGerman,
    .topicList = kTopicListGerman,
    .pictureHint = kPictureHintGerman,
    .slow = kSlowGerman,
    .length = kLengthGerman,
    .small = kSmallGerman,
    .dice = kDiceGerman,
    .noTools = kNoToolsGerman,
    .noPicture = kNoPictureGerman,
    .noSchema = kNoSchemaGerman,
    .brokenOff = kBrokenOffGerman,
    .nothingAsked = kNothingAskedGerman,
    .topics = {{
        {u"tastatur tasten kürzel", kKeyboardGerman},
        {u"vergleich spur spalte neben", kCompareGerman},
        {u"schlüssel anbieter server deepinfra ollama konto adresse", kProvidersGerman},
        {u"parameter temperatur einstellung startwert dienststufe", kParametersGerman},
        {u"bild foto anhang anhängen", kImagesGerman},
        {u"bearbeit wiederhol zweig rückgängig verlauf fassung lösch", kHistoryGerman},
        {u"werkzeug funktion aufruf", kToolsGerman},
    }},
};

} // namespace

const DemoTexts &germanDemoTexts()
{
    return kGerman;
}

} // namespace app
