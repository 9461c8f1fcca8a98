// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/html_export.h"

#include "app/export/document_text.h"
#include "app/export/html_style.h"
#include "app/export/html_text.h"
#include "app/markdown/block_parser.h"
#include "app/markdown/html_writer.h"

#include <QIODevice>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace app {

namespace {

/// Lanes are told apart by their letters, never by colour alone.
constexpr int kLaneColours = 8;

QByteArray letterBadge(int letter, const QByteArray &colour)
{
    if (letter < 0)
        return {};
    return "<b class=\"badge " + colour + "\">" + laneLetterText(letter).toUtf8() + "</b> ";
}

QByteArray laneBadge(int letter)
{
    return letterBadge(letter, "lane" + QByteArray::number(letter % kLaneColours));
}

/// As typed.
QByteArray typedText(const QByteArray &text, const QByteArray &classes)
{
    return htmlElement("div", "class=\"" + classes + " text\" dir=auto",
                       htmlEscaped(QString::fromUtf8(text)));
}

/// Opens by itself in no browser, and needs no script to.
QByteArray folded(const QString &title, const QByteArray &content)
{
    return htmlElement("details", {},
                       htmlElement("summary", "class=facts", htmlEscaped(title)) + content);
}

class HtmlPage
{
public:
    HtmlPage(QIODevice &out, const Exported &exported, const ExportWords &words)
        : m_out(out), m_exported(exported), m_words(words)
    {
    }

    void write();

private:
    void writeHeader();
    [[nodiscard]] QByteArray lanesTable() const;
    void writeRound(const ExportedRound &round, int number);
    void writeAnswers(const ExportedRound &round, int prompt);
    void writeAnswer(const ExportedRound &round, qsizetype place);
    [[nodiscard]] QByteArray answerHead(const ExportedRound &round, qsizetype place) const;
    [[nodiscard]] QByteArray promptHtml(const ExportedPrompt &prompt) const;
    [[nodiscard]] QByteArray messagesHtml(const ExportedAnswer &answer);
    [[nodiscard]] QByteArray partHtml(const Part &part) const;
    [[nodiscard]] QByteArray imageHtml(const ImagePart &image) const;
    [[nodiscard]] QByteArray markdown(const QByteArray &text);
    [[nodiscard]] QByteArray records(const ExportedAnswer &answer) const;
    [[nodiscard]] QByteArray verdict(const ExportedRound &round) const;

    QIODevice &m_out;
    const Exported &m_exported;
    const ExportWords &m_words;
    HtmlWriter m_writer{HtmlWriter::Purpose::Page};
};

void HtmlPage::write()
{
    m_out.write(
        htmlPageHead(documentTitle(m_exported, m_words), m_words.language, conversationStyle()));
    writeHeader();
    int number = 0;
    for (const ExportedRound &round : m_exported.rounds)
        writeRound(round, ++number);
    m_out.write(htmlPageEnd());
}

void HtmlPage::writeHeader()
{
    m_out.write(htmlElement("h1", "dir=auto", htmlEscaped(documentTitle(m_exported, m_words))));
    for (const QString &line : documentFacts(m_exported, m_words))
        m_out.write(htmlElement("div", "class=facts", htmlEscaped(line)));
    m_out.write(lanesTable());
    for (const auto &[letters, prompt] : systemPrompts(m_exported))
        m_out.write(
            folded(m_words.systemPrompt.arg(letters), typedText(prompt.toUtf8(), "prompt")));
}

QByteArray HtmlPage::lanesTable() const
{
    QByteArray rows;
    const auto head = [&](const QString &name) {
        return htmlElement("th", "scope=col", htmlEscaped(name));
    };
    const auto cell = [](const QString &text) { return htmlElement("td", {}, htmlEscaped(text)); };
    for (const ExportedLane &lane : m_exported.lanes) {
        rows += "<tr>" + htmlElement("th", "scope=row", laneBadge(lane.lane.letter).trimmed())
                + cell(lane.lane.model)
                + cell(lane.provider.name.isEmpty() ? lane.provider.id : lane.provider.name)
                + cell(parametersText(lane.lane)) + "</tr>\n";
    }
    const QByteArray names = "<tr>" + head(m_words.lane) + head(m_words.model)
                             + head(m_words.provider) + head(m_words.parameters) + "</tr>\n";
    return "<div class=\"scroll lanes\"><table><thead>" + names + "</thead><tbody>\n" + rows
           + "</tbody></table></div>\n";
}

void HtmlPage::writeRound(const ExportedRound &round, int number)
{
    m_out.write("<section>\n");
    m_out.write(htmlElement("h2", {}, htmlEscaped(roundTitle(round, number, m_words))));
    if (round.isBlind)
        m_out.write(htmlElement("p", "class=facts", htmlEscaped(m_words.hiddenNames)));
    for (qsizetype prompt = 0; prompt < round.prompts.size(); ++prompt) {
        m_out.write(promptHtml(round.prompts.at(prompt)));
        writeAnswers(round, int(prompt));
    }
    m_out.write(verdict(round));
    m_out.write("</section>\n");
}

void HtmlPage::writeAnswers(const ExportedRound &round, int prompt)
{
    int count = 0;
    for (const ExportedAnswer &answer : round.answers)
        count += answer.prompt == prompt ? 1 : 0;
    if (count == 0)
        return;
    m_out.write(count == 1 ? "<div class=\"answers alone\">\n" : "<div class=answers>\n");
    for (qsizetype i = 0; i < round.answers.size(); ++i) {
        if (round.answers.at(i).prompt == prompt)
            writeAnswer(round, i);
    }
    m_out.write("</div>\n");
}

void HtmlPage::writeAnswer(const ExportedRound &round, qsizetype place)
{
    const ExportedAnswer &answer = round.answers.at(place);
    QByteArray html = answerHead(round, place) + messagesHtml(answer);
    for (const QString &error : errorsOf(answer))
        html += htmlElement("p", "class=bad", htmlEscaped(error));
    if (const QString facts = answerFacts(answer, m_words); !facts.isEmpty())
        html += htmlElement("footer", "class=facts", htmlEscaped(facts));
    if (m_exported.wish.withRuns)
        html += records(answer);
    m_out.write(htmlElement("article", "class=answer", html));
}

QByteArray HtmlPage::answerHead(const ExportedRound &round, qsizetype place) const
{
    const ExportedAnswer &answer = round.answers.at(place);
    QString title = answerTitle(answer, m_words);
    if (title.isEmpty())
        title = m_words.answer;
    // The letters of a blind round are not those of the lanes.
    const QByteArray badge =
        round.isBlind ? letterBadge(answer.letter, "blind") : laneBadge(answer.letter);
    QByteArray head = badge + htmlEscaped(title);
    if (round.winner == place)
        head += " <b class=best>✓ " + htmlEscaped(m_words.better) + "</b>";
    return htmlElement("h3", {}, head);
}

QByteArray HtmlPage::verdict(const ExportedRound &round) const
{
    if (!round.vote || round.vote == VoteOutcome::Winner)
        return {};
    return htmlElement("p", "class=facts",
                       htmlEscaped(round.vote == VoteOutcome::Tie ? m_words.tie : m_words.allBad));
}

QByteArray HtmlPage::promptHtml(const ExportedPrompt &prompt) const
{
    QByteArray html;
    for (const Message &message : prompt.messages) {
        QByteArray said;
        for (const Part &part : message.parts) {
            if (const auto *text = std::get_if<TextPart>(&part))
                said += typedText(text->text, "said");
            else
                said += partHtml(part);
        }
        const bool isPrompt = message.role == Role::User;
        const QString who = isPrompt ? m_words.prompt : QString(roleName(message.role));
        html += htmlElement("div", "class=prompt",
                            htmlElement("div", "class=facts", htmlEscaped(who)) + said);
    }
    return html;
}

QByteArray HtmlPage::messagesHtml(const ExportedAnswer &answer)
{
    QByteArray html;
    for (const Part &part : answerParts(answer)) {
        const auto *text = std::get_if<TextPart>(&part);
        html += text ? markdown(text->text) : partHtml(part);
    }
    return html;
}

QByteArray HtmlPage::markdown(const QByteArray &text)
{
    const QString html = m_writer.write(parseMarkdown(text));
    return htmlElement("div", "class=markdown", withoutControls(html).toUtf8());
}

QByteArray HtmlPage::partHtml(const Part &part) const
{
    if (const auto *text = std::get_if<TextPart>(&part))
        return typedText(text->text, "said");
    if (const auto *reasoning = std::get_if<ReasoningPart>(&part))
        return folded(m_words.reasoning, typedText(reasoning->text, "prompt"));
    if (const auto *image = std::get_if<ImagePart>(&part))
        return imageHtml(*image);
    if (const auto *call = std::get_if<ToolCallPart>(&part))
        return folded(m_words.call.arg(call->name), typedText(call->arguments, "prompt mono"));
    const auto &result = std::get<ToolResultPart>(part);
    return folded(result.isError ? m_words.failedResult : m_words.result,
                  typedText(result.text, "prompt mono"));
}

QByteArray HtmlPage::imageHtml(const ImagePart &image) const
{
    const QByteArray bytes = m_exported.images.value(image.sha256);
    const QByteArray text = htmlEscaped(imageText(image, !bytes.isEmpty(), m_words));
    if (bytes.isEmpty())
        return htmlElement("div", "class=none", text);
    return htmlElement("figure", {},
                       "<img alt=\"" + text + "\" src=\"data:" + htmlEscaped(image.mimeType)
                           + ";base64," + bytes.toBase64() + "\">"
                           + htmlElement("figcaption", "class=facts", text));
}

QByteArray HtmlPage::records(const ExportedAnswer &answer) const
{
    QByteArray html;
    for (const Run &run : answer.runs) {
        const auto of = [&](const Message &message) { return message.run == run.id; };
        const auto reply = std::ranges::find_if(answer.messages, of);
        QByteArray rows;
        for (const auto &[name, value] : m_words.facts(*reply, run)) {
            rows += "<tr>" + htmlElement("th", "scope=row", htmlEscaped(name))
                    + htmlElement("td", {}, htmlEscaped(value)) + "</tr>\n";
        }
        html += folded(m_words.record, "<table class=record>" + rows + "</table>\n");
    }
    return html;
}

} // namespace

void writeHtmlExport(QIODevice &out, const Exported &exported, const ExportWords &words)
{
    HtmlPage(out, exported, words).write();
}

} // namespace app
