// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/starter_prompts.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace app {

namespace {

struct StarterWords
{
    const char16_t *name;
    const char16_t *tags;
    const char16_t *text;
};

struct Starter
{
    const char16_t *id;
    StarterWords english;
    StarterWords german;
};

constexpr std::array kStarters{
    Starter{u":summarise",
            {u"Summarise", u"reading",
             u"Summarise the text below in {{length:five sentences|three bullet points|one "
             u"paragraph}}, in plain words. Keep names, numbers and dates. Say nothing that is not "
             u"in the text.\n\nText:\n{{cursor}}"},
            {u"Zusammenfassen", u"Lesen",
             u"Fasse den Text unten in {{Länge:fünf Sätzen|drei Stichpunkten|einem Absatz}} "
             u"zusammen, in einfachen Worten. Namen, Zahlen und Daten bleiben erhalten. Schreibe "
             u"nichts, was nicht im Text steht.\n\nText:\n{{cursor}}"}},
    Starter{u":translate",
            {u"Translate", u"writing",
             u"Translate the text below into {{language=German}}. Keep its tone and its layout. "
             u"Answer with the translation alone.\n\nText:\n{{cursor}}"},
            {u"Übersetzen", u"Schreiben",
             u"Übersetze den Text unten ins {{Sprache=Englische}}. Behalte Ton und Gliederung bei. "
             u"Antworte nur mit der Übersetzung.\n\nText:\n{{cursor}}"}},
    Starter{u":correct",
            {u"Correct spelling and grammar", u"writing",
             u"Correct spelling, grammar and punctuation of the text below. Change nothing else. "
             u"Answer with the corrected text, then list what you changed.\n\nText:\n{{cursor}}"},
            {u"Rechtschreibung und Grammatik", u"Schreiben",
             u"Berichtige Rechtschreibung, Grammatik und Zeichensetzung des Textes unten. Ändere "
             u"sonst nichts. Antworte mit dem berichtigten Text und zähle danach auf, was du "
             u"geändert hast.\n\nText:\n{{cursor}}"}},
    Starter{u":rewrite",
            {u"Rewrite in another tone", u"writing",
             u"Rewrite the text below so that it sounds {{tone:friendly|formal|brief|confident}}. "
             u"Its meaning must stay the same.\n\nText:\n{{cursor}}"},
            {u"In anderem Ton umschreiben", u"Schreiben",
             u"Schreibe den Text unten so um, dass er {{Ton:freundlich|förmlich|knapp|sicher}} "
             u"klingt. Der Sinn muss gleich bleiben.\n\nText:\n{{cursor}}"}},
    Starter{u":explain",
            {u"Explain", u"learning",
             u"Explain {{subject}} to {{reader:a beginner|a child of ten|a student of the "
             u"field|an expert of another field}}. Begin with one sentence that says what it is. "
             u"Then give one example, and one mistake that people often make about it."},
            {u"Erklären", u"Lernen",
             u"Erkläre {{Thema}} für {{Leser:Anfänger|ein Kind von zehn Jahren|Studierende des "
             u"Fachs|Fachleute eines anderen Gebiets}}. Beginne mit einem Satz, der sagt, was es "
             u"ist. Nenne dann ein Beispiel und einen Irrtum, der dazu verbreitet ist."}},
    Starter{u":review-code",
            {u"Review code", u"code",
             u"Review the {{programming language=C++}} code below. Look for {{focus:errors and "
             u"unsafe behaviour|readability|speed}}. Name each finding with its line, why it "
             u"matters and how to change it; the most serious one first. If there is nothing to "
             u"find, say so.\n\n```\n{{cursor}}\n```"},
            {u"Code prüfen", u"Code",
             u"Prüfe den {{Programmiersprache=C++}}-Code unten. Achte auf {{Schwerpunkt:Fehler und "
             u"unsicheres Verhalten|Lesbarkeit|Geschwindigkeit}}. Nenne zu jedem Fund die Zeile, "
             u"warum er wichtig ist und wie man ihn behebt; das Schwerste zuerst. Wenn nichts zu "
             u"finden ist, sage das.\n\n```\n{{cursor}}\n```"}},
    Starter{u":compare-options",
            {u"Compare options", u"thinking",
             u"Compare these options: {{options}}. What counts for me: {{criteria=price, effort, "
             u"risk}}. Show a table with one row for each option, then say which one you would "
             u"take and what would change your mind."},
            {u"Möglichkeiten abwägen", u"Denken",
             u"Wäge diese Möglichkeiten ab: {{Möglichkeiten}}. Mir kommt es an auf: "
             u"{{Merkmale=Preis, Aufwand, Risiko}}. Zeige eine Tabelle mit einer Zeile je "
             u"Möglichkeit und sage dann, welche du nehmen würdest und was dich umstimmen "
             u"könnte."}},
    Starter{
        u":objections",
        {u"Find objections", u"thinking",
         u"Here is what I think:\n\n{{cursor}}\n\nGive the {{number=5}} strongest objections to "
         u"it, the strongest first. For each one say what I would have to know to answer it."},
        {u"Einwände finden", u"Denken",
         u"Das meine ich:\n\n{{cursor}}\n\nNenne die {{Anzahl=5}} stärksten Einwände dagegen, "
         u"den stärksten zuerst. Sage zu jedem, was ich wissen müsste, um ihn zu "
         u"beantworten."}},
    Starter{u":extract",
            {u"Extract as JSON", u"data",
             u"Take these fields from the text below: {{fields=name, date, amount}}. Answer with "
             u"one JSON object and nothing else. A field that is not in the text is null.\n\n"
             u"Text:\n{{cursor}}"},
            {u"Als JSON herausziehen", u"Daten",
             u"Hole diese Felder aus dem Text unten: {{Felder=Name, Datum, Betrag}}. Antworte mit "
             u"einem JSON-Objekt und sonst nichts. Ein Feld, das nicht im Text steht, ist null.\n\n"
             u"Text:\n{{cursor}}"}},
    Starter{u":describe-image",
            {u"Describe an image", u"images",
             u"Describe the attached image {{detail:in one sentence|in detail|as alternative text "
             u"for people who cannot see it}}. Then write out every word that can be read in it."},
            {u"Bild beschreiben", u"Bilder",
             u"Beschreibe das angehängte Bild {{Ausführlichkeit:in einem Satz|ausführlich|als "
             u"Alternativtext für Menschen, die es nicht sehen}}. Schreibe danach jedes Wort auf, "
             u"das darin zu lesen ist."}},
};

SavedPrompt promptOf(const Starter &starter, QLocale::Language language)
{
    const StarterWords &words = language == QLocale::German ? starter.german : starter.english;
    return {QString::fromUtf16(words.name),
            {QString::fromUtf16(words.tags)},
            QString::fromUtf16(words.text)};
}

} // namespace

QList<PromptEntry> starterPrompts(QLocale::Language language)
{
    QList<PromptEntry> entries;
    for (const Starter &starter : kStarters) {
        PromptEntry entry = entryOf(QString::fromUtf16(starter.id), promptOf(starter, language));
        entry.isStarter = true;
        entries.append(entry);
    }
    return entries;
}

std::optional<SavedPrompt> starterPrompt(const QString &id, QLocale::Language language)
{
    const auto *const found = std::ranges::find_if(
        kStarters, [&](const Starter &starter) { return id == QString::fromUtf16(starter.id); });
    if (found == kStarters.end())
        return std::nullopt;
    return promptOf(*found, language);
}

bool isStarterId(const QString &id)
{
    return id.startsWith(u':');
}

} // namespace app
