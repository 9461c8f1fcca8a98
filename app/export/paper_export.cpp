// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/paper_export.h"

#include "app/export/document_text.h"
#include "app/export/html_text.h"
#include "app/markdown/block_parser.h"
#include "app/markdown/html_writer.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace app {

namespace {

/// No more fit beside each other on a sheet.
constexpr int kMostBeside = 2;

// Qt reads margins in pixels only, of which four are three points here. To headings that are called
// so it adds steps of size of its own.
constexpr auto kPaperStyle = R"(<style>
.title { font-size: 15pt; font-weight: bold; margin: 0 0 3px 0; }
.round { font-size: 9pt; font-weight: bold; color: #555555; margin: 20px 0 2px 0; }
.who { font-size: 10pt; font-weight: bold; margin: 12px 0 5px 0; }
.facts { color: #555555; font-size: 8pt; margin: 2px 0; }
h1, h2, h3, h4, h5, h6 { font-size: 9pt; margin: 13px 0 5px 0; }
p, li, td, th { font-size: 9.5pt; } p { margin: 4px 0; } a { color: #1b6f6a; }
pre, code { font-family: monospace; font-size: 8.5pt; }
pre { background-color: #f2f2f2; margin: 8px 0; white-space: pre-wrap; }
table { border-collapse: collapse; margin: 6px 0; }
td, th { padding: 3px 7px; border: 1px solid #c8c8c8; } td.plain { border: none; padding: 8px; }
</style>)";

QString escapedLines(const QString &text)
{
    return QString::fromUtf8(htmlEscaped(text)).replace(u'\n', u"<br>"_s);
}

QString paragraph(const QString &kind, const QString &html)
{
    return u"<p class=\"%1\">"_s.arg(kind) + html + u"</p>"_s;
}

QString titled(const QString &kind, const QString &text)
{
    return paragraph(kind, escapedLines(text));
}

QString facts(const QString &text)
{
    return text.isEmpty() ? QString() : paragraph(u"facts"_s, QString::fromUtf8(htmlEscaped(text)));
}

class PaperWriter
{
public:
    PaperWriter(const Exported &exported, const ExportWords &words, int imageWidth)
        : m_exported(exported), m_words(words), m_imageWidth(imageWidth)
    {
    }

    [[nodiscard]] QString write();

private:
    [[nodiscard]] QString head() const;
    [[nodiscard]] QString round(const ExportedRound &round, int number);
    [[nodiscard]] QString prompt(const ExportedPrompt &prompt) const;
    [[nodiscard]] QString answers(const ExportedRound &round, int prompt);
    [[nodiscard]] QString answer(const ExportedRound &round, qsizetype place);
    [[nodiscard]] QString said(const ExportedAnswer &answer);
    [[nodiscard]] QString other(const Part &part) const;

    const Exported &m_exported;
    const ExportWords &m_words;
    int m_imageWidth;
    HtmlWriter m_writer{HtmlWriter::Purpose::Clipboard};
};

QString PaperWriter::write()
{
    QString html = QString::fromLatin1(kPaperStyle) + head();
    int number = 0;
    for (const ExportedRound &one : m_exported.rounds)
        html += round(one, ++number);
    return html;
}

QString PaperWriter::head() const
{
    QString html = titled(u"title"_s, documentTitle(m_exported, m_words));
    for (const QString &line : documentFacts(m_exported, m_words))
        html += facts(line);
    for (const ExportedLane &lane : m_exported.lanes) {
        QStringList parts{lane.lane.model};
        if (!lane.provider.name.isEmpty())
            parts.append(lane.provider.name);
        if (const QString set = parametersText(lane.lane); !set.isEmpty())
            parts.append(set);
        html += u"<p><b>"_s + laneLetterText(lane.lane.letter) + u"</b> "_s
                + escapedLines(parts.join(u" · "_s)) + u"</p>"_s;
    }
    for (const auto &[letters, text] : systemPrompts(m_exported))
        html +=
            facts(m_words.systemPrompt.arg(letters)) + u"<p>"_s + escapedLines(text) + u"</p>"_s;
    return html;
}

QString PaperWriter::round(const ExportedRound &round, int number)
{
    QString html = titled(u"round"_s, roundTitle(round, number, m_words)) + u"<hr>"_s;
    if (round.isBlind)
        html += facts(m_words.hiddenNames);
    for (qsizetype i = 0; i < round.prompts.size(); ++i)
        html += prompt(round.prompts.at(i)) + answers(round, int(i));
    if (round.vote == VoteOutcome::Tie)
        html += facts(m_words.tie);
    if (round.vote == VoteOutcome::AllBad)
        html += facts(m_words.allBad);
    return html;
}

QString PaperWriter::prompt(const ExportedPrompt &prompt) const
{
    QString html;
    for (const Message &message : prompt.messages) {
        const QString who =
            message.role == Role::User ? m_words.prompt : QString(roleName(message.role));
        QString content;
        for (const Part &part : message.parts) {
            if (const auto *text = std::get_if<TextPart>(&part))
                content += u"<p>"_s + escapedLines(QString::fromUtf8(text->text)) + u"</p>"_s;
            else
                content += other(part);
        }
        html += u"<table width=\"100%\"><tr><td class=\"plain\" bgcolor=\"#f2f2f2\">"_s + facts(who)
                + content + u"</td></tr></table>"_s;
    }
    return html;
}

QString PaperWriter::answers(const ExportedRound &round, int prompt)
{
    QList<qsizetype> places;
    for (qsizetype i = 0; i < round.answers.size(); ++i) {
        if (round.answers.at(i).prompt == prompt)
            places.append(i);
    }
    if (places.size() != kMostBeside) {
        QString below;
        for (const qsizetype place : places)
            below += answer(round, place);
        return below;
    }
    QString cells;
    for (const qsizetype place : places)
        cells += u"<td class=\"plain\" width=\"50%\" valign=\"top\">"_s + answer(round, place)
                 + u"</td>"_s;
    return u"<table width=\"100%\"><tr>"_s + cells + u"</tr></table>"_s;
}

QString PaperWriter::answer(const ExportedRound &round, qsizetype place)
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
    QString html = titled(u"who"_s, title.join(u" · "_s)) + said(answer);
    for (const QString &error : errorsOf(answer))
        html += u"<p><b>"_s + escapedLines(error) + u"</b></p>"_s;
    return html + facts(answerFacts(answer, m_words));
}

QString PaperWriter::said(const ExportedAnswer &answer)
{
    QString html;
    for (const Part &part : answerParts(answer)) {
        const auto *text = std::get_if<TextPart>(&part);
        html += text ? withoutControls(m_writer.write(parseMarkdown(text->text))) : other(part);
    }
    return html;
}

QString PaperWriter::other(const Part &part) const
{
    if (const auto *call = std::get_if<ToolCallPart>(&part))
        return facts(m_words.call.arg(call->name));
    const auto *image = std::get_if<ImagePart>(&part);
    if (!image)
        return {};
    const QByteArray bytes = m_exported.images.value(image->sha256);
    const QString name = facts(imageText(*image, !bytes.isEmpty(), m_words));
    if (bytes.isEmpty())
        return name;
    return u"<p><img width=\"%1\" src=\"data:%2;base64,%3\"></p>"_s.arg(
               QString::number(std::min(m_imageWidth, image->width)), image->mimeType,
               QString::fromLatin1(bytes.toBase64()))
           + name;
}

} // namespace

QString paperHtml(const Exported &exported, const ExportWords &words, int imageWidth)
{
    return PaperWriter(exported, words, imageWidth).write();
}

} // namespace app
