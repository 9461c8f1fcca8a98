// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/markdown_export.h"

#include "app/export/document_text.h"
#include "app/export/markdown_source.h"

#include <QIODevice>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace app {

namespace {

class MarkdownDocument
{
public:
    MarkdownDocument(QIODevice &out, const Exported &exported, const ExportWords &words)
        : m_out(out), m_exported(exported), m_words(words)
    {
    }

    void write();

private:
    void writeHead();
    void writeRound(const ExportedRound &round, int number);
    void writePrompt(const ExportedPrompt &prompt);
    void writeAnswer(const ExportedRound &round, qsizetype place);
    void writeMessages(const ExportedAnswer &answer);
    void writePart(const Part &part);
    void writeRecords(const ExportedAnswer &answer);
    void paragraph(const QByteArray &text) { m_out.write(text + "\n\n"); }
    void note(const QString &text) { paragraph('*' + plainInMarkdown(text) + '*'); }
    void row(const QStringList &cells);
    [[nodiscard]] QByteArray image(const ImagePart &image) const;

    QIODevice &m_out;
    const Exported &m_exported;
    const ExportWords &m_words;
};

void MarkdownDocument::write()
{
    writeHead();
    int number = 0;
    for (const ExportedRound &round : m_exported.rounds)
        writeRound(round, ++number);
}

void MarkdownDocument::row(const QStringList &cells)
{
    QByteArray line = "|";
    for (const QString &cell : cells)
        line += ' ' + plainInMarkdown(cell) + " |";
    m_out.write(line + '\n');
}

void MarkdownDocument::writeHead()
{
    paragraph("# " + plainInMarkdown(documentTitle(m_exported, m_words)));
    for (const QString &line : documentFacts(m_exported, m_words))
        note(line);
    row({m_words.lane, m_words.model, m_words.provider, m_words.parameters});
    m_out.write("|---|---|---|---|\n");
    for (const ExportedLane &lane : m_exported.lanes) {
        row({laneLetterText(lane.lane.letter), lane.lane.model,
             lane.provider.name.isEmpty() ? lane.provider.id : lane.provider.name,
             parametersText(lane.lane)});
    }
    m_out.write("\n");
    for (const auto &[letters, prompt] : systemPrompts(m_exported)) {
        note(m_words.systemPrompt.arg(letters));
        m_out.write(quotedText(prompt.toUtf8()) + '\n');
    }
}

void MarkdownDocument::writeRound(const ExportedRound &round, int number)
{
    paragraph("## " + plainInMarkdown(roundTitle(round, number, m_words)));
    if (round.isBlind)
        note(m_words.hiddenNames);
    for (qsizetype prompt = 0; prompt < round.prompts.size(); ++prompt) {
        writePrompt(round.prompts.at(prompt));
        for (qsizetype i = 0; i < round.answers.size(); ++i) {
            if (round.answers.at(i).prompt == prompt)
                writeAnswer(round, i);
        }
    }
    if (round.vote == VoteOutcome::Tie)
        note(m_words.tie);
    if (round.vote == VoteOutcome::AllBad)
        note(m_words.allBad);
}

void MarkdownDocument::writePrompt(const ExportedPrompt &prompt)
{
    for (const Message &message : prompt.messages) {
        const bool isPrompt = message.role == Role::User;
        paragraph("### "
                  + plainInMarkdown(isPrompt ? m_words.prompt : QString(roleName(message.role))));
        for (const Part &part : message.parts) {
            if (const auto *text = std::get_if<TextPart>(&part))
                m_out.write(quotedText(text->text) + '\n');
            else
                writePart(part);
        }
    }
}

void MarkdownDocument::writeAnswer(const ExportedRound &round, qsizetype place)
{
    const ExportedAnswer &answer = round.answers.at(place);
    QStringList title;
    if (answer.letter >= 0)
        title.append(laneLetterText(answer.letter));
    if (const QString words = answerTitle(answer, m_words); !words.isEmpty())
        title.append(words);
    if (title.isEmpty())
        title.append(m_words.answer);
    if (round.winner == place)
        title.append(u"✓ "_s + m_words.better);
    paragraph("### " + plainInMarkdown(title.join(u" · "_s)));
    writeMessages(answer);
    for (const QString &error : errorsOf(answer))
        paragraph("**" + plainInMarkdown(error) + "**");
    if (const QString facts = answerFacts(answer, m_words); !facts.isEmpty())
        note(facts);
    if (m_exported.wish.withRuns)
        writeRecords(answer);
}

void MarkdownDocument::writeMessages(const ExportedAnswer &answer)
{
    for (const Part &part : answerParts(answer)) {
        const auto *text = std::get_if<TextPart>(&part);
        if (!text)
            writePart(part);
        else if (!text->text.trimmed().isEmpty())
            paragraph(containedMarkdown(text->text.trimmed()));
    }
}

void MarkdownDocument::writePart(const Part &part)
{
    if (const auto *text = std::get_if<TextPart>(&part)) {
        m_out.write(quotedText(text->text) + '\n');
    } else if (const auto *reasoning = std::get_if<ReasoningPart>(&part)) {
        note(m_words.reasoning);
        m_out.write(quotedText(reasoning->text) + '\n');
    } else if (const auto *image = std::get_if<ImagePart>(&part)) {
        paragraph(this->image(*image));
    } else if (const auto *call = std::get_if<ToolCallPart>(&part)) {
        note(m_words.call.arg(call->name));
        m_out.write(fencedText(call->arguments, "json") + '\n');
    } else if (const auto *result = std::get_if<ToolResultPart>(&part)) {
        note(result->isError ? m_words.failedResult : m_words.result);
        m_out.write(fencedText(result->text) + '\n');
    }
}

QByteArray MarkdownDocument::image(const ImagePart &image) const
{
    const QByteArray bytes = m_exported.images.value(image.sha256);
    const QByteArray text = plainInMarkdown(imageText(image, !bytes.isEmpty(), m_words));
    if (bytes.isEmpty())
        return '*' + text + '*';
    return "![" + text + "](data:" + image.mimeType.toLatin1() + ";base64," + bytes.toBase64()
           + ')';
}

void MarkdownDocument::writeRecords(const ExportedAnswer &answer)
{
    for (const Run &run : answer.runs) {
        const auto of = [&](const Message &message) { return message.run == run.id; };
        const auto reply = std::ranges::find_if(answer.messages, of);
        row({m_words.record, {}});
        m_out.write("|---|---|\n");
        for (const auto &[name, value] : m_words.facts(*reply, run))
            row({name, value});
        m_out.write("\n");
    }
}

} // namespace

void writeMarkdownExport(QIODevice &out, const Exported &exported, const ExportWords &words)
{
    MarkdownDocument(out, exported, words).write();
}

} // namespace app
