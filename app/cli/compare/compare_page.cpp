// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/compare/compare_tables.h"

#include "app/cli/compare/compare_progress.h"
#include "app/cli/compare/lane_sums.h"
#include "app/cli/compare/results_file.h"

#include <QDir>
#include <QLocale>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace app {

namespace {

/// The colours of the window; lanes are told apart by their names, never by colour alone.
constexpr auto kPageHead = R"(<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Comparison</title>
<style>
:root { --ground: #ffffff; --panel: #f9f8f6; --line: #e3e0da; --text: #1f2326; --second: #5d646a;
  --bad: #a02c1c; color-scheme: light dark; }
@media (prefers-color-scheme: dark) { :root { --ground: #17191b; --panel: #1f2224; --line: #2c3033;
  --text: #e4e2dd; --second: #a3a8ac; --bad: #f0907f; } }
* { box-sizing: border-box; }
body { margin: 24px auto; padding: 0 24px; max-width: 1600px; background: var(--ground);
  color: var(--text); font: 14px/1.5 system-ui, sans-serif; }
h1 { font-size: 22px; } h2 { font-size: 16px; margin: 32px 0 8px; overflow-wrap: anywhere; }
table { border-collapse: collapse; } th, td { padding: 4px 12px; border-bottom: 1px solid var(--line);
  text-align: left; } td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
.scroll { overflow-x: auto; }
.prompt { background: var(--panel); border-left: 3px solid var(--line); padding: 8px 12px; }
.answers { display: grid; gap: 12px; margin-top: 12px;
  grid-template-columns: repeat(auto-fit, minmax(320px, 1fr)); }
.answer { border: 1px solid var(--line); border-radius: 8px; padding: 8px 12px; min-width: 0; }
.text { white-space: pre-wrap; overflow-wrap: anywhere; }
.facts, .none { color: var(--second); font-size: 12px; font-variant-numeric: tabular-nums; }
.bad { color: var(--bad); }
@media print { :root { --ground: #ffffff; --panel: #ffffff; --line: #bbbbbb; --text: #000000;
  --second: #444444; --bad: #000000; } body { max-width: none; margin: 0; padding: 0; }
  .answer { break-inside: avoid-page; } h2 { break-after: avoid; } }
</style></head><body>
)";

QByteArray escaped(const QString &text)
{
    QString safe = text;
    // Control characters are not allowed in HTML, whatever they are escaped as.
    for (QChar &character : safe) {
        const bool isSpace = character == u'\n' || character == u'\t';
        if (character.category() == QChar::Other_Control && !isSpace)
            character = QChar::ReplacementCharacter;
    }
    return safe.toHtmlEscaped().toUtf8();
}

QByteArray element(const QByteArray &tag, const QByteArray &attributes, const QByteArray &content)
{
    return '<' + tag + (attributes.isEmpty() ? QByteArray() : ' ' + attributes) + '>' + content
           + "</" + tag + ">\n";
}

QByteArray numberCell(const QString &text)
{
    return element("td", "class=number", escaped(text.isEmpty() ? u"–"_s : text));
}

QString count(qint64 number)
{
    return QLocale(QLocale::English).toString(number);
}

QString milliseconds(std::optional<double> time)
{
    return time ? u"%1 s"_s.arg(*time / 1000, 0, 'f', 2) : QString();
}

QString coordinatesText(const QJsonObject &coordinates)
{
    QStringList parts;
    for (auto at = coordinates.begin(); at != coordinates.end(); ++at)
        parts.append(at.key() + u" = "_s + at.value().toVariant().toString());
    return parts.join(u", "_s);
}

/// Writes as it goes: a page of thousands of answers is never in memory.
class ComparePage
{
public:
    ComparePage(QIODevice &out, const ComparePlan &plan, const ResultsFile &results)
        : m_out(out), m_plan(plan), m_results(results)
    {
    }

    void write()
    {
        m_out.write(kPageHead);
        writeSummary();
        for (qsizetype prompt = 0; prompt < m_plan.prompts.size(); ++prompt)
            writePrompt(prompt);
        m_out.write("</body></html>\n");
    }

private:
    void writeSummary();
    void writePrompt(qsizetype prompt);
    void writePromptText(qsizetype prompt);
    void writeAnswer(const CompareCell &cell, const QJsonObject &line);
    [[nodiscard]] static QString facts(const QJsonObject &line);

    QIODevice &m_out;
    const ComparePlan &m_plan;
    const ResultsFile &m_results;
};

void ComparePage::writeSummary()
{
    QList<LaneSums> sums(m_plan.lanes.size());
    for (qsizetype cell = 0; cell < m_plan.size(); ++cell) {
        if (const auto line = m_results.read(cell))
            sums[m_plan.at(cell).lane].add(*line);
    }
    m_out.write(element("h1", {}, "Comparison"));
    m_out.write(element(
        "p", "class=facts",
        escaped(u"%1 of %2 answers to %3 prompts · made by Diptych "_s.arg(
                    count(m_results.count()), count(m_plan.size()), count(m_plan.prompts.size()))
                + QStringLiteral(DIPTYCH_VERSION))));
    m_out.write("<div class=scroll><table><thead><tr><th>lane<th>model");
    for (const char *head : {"complete", "failed", "tokens in", "tokens out", "cost", "first token",
                             "time", "characters"})
        m_out.write(QByteArray("<th class=number>") + head);
    m_out.write("</tr></thead><tbody>\n");
    for (int lane = 0; lane < m_plan.lanes.size(); ++lane) {
        const LaneSums &sum = sums.at(lane);
        const auto characters = sum.meanCharacters();
        m_out.write(
            "<tr>" + element("th", {}, escaped(m_plan.lanes.at(lane).name))
            + element("td", {}, escaped(m_plan.lanes.at(lane).model))
            + numberCell(count(sum.complete())) + numberCell(count(sum.answers() - sum.complete()))
            + numberCell(count(sum.promptTokens())) + numberCell(count(sum.completionTokens()))
            + numberCell(sum.costUsd() ? dollarText(*sum.costUsd()) : QString())
            + numberCell(milliseconds(sum.medianFirstTokenMs()))
            + numberCell(milliseconds(sum.medianTotalMs()))
            + numberCell(characters ? count(qRound64(*characters)) : QString()) + "</tr>\n");
    }
    m_out.write("</tbody></table></div>\n");
    m_out.write(element("p", "class=facts",
                        "Times are medians and characters the mean, of complete answers."));
}

void ComparePage::writePrompt(qsizetype prompt)
{
    m_out.write("<section>");
    m_out.write(element("h2", {}, escaped(m_plan.prompts.id(prompt).toVariant().toString())));
    writePromptText(prompt);
    m_out.write("<div class=answers>\n");
    const qsizetype first = m_plan.indexOf({prompt, 0, 0, 0});
    const qsizetype behind = first + m_plan.perPrompt() * m_plan.lanes.size();
    for (qsizetype cell = first; cell < behind; ++cell) {
        if (const auto line = m_results.read(cell))
            writeAnswer(m_plan.at(cell), *line);
    }
    m_out.write("</div></section>\n");
}

void ComparePage::writePromptText(qsizetype prompt)
{
    const auto said = m_plan.prompts.read(prompt);
    if (!said)
        return;
    QString text = said->text;
    for (const QJsonValue &message : said->messages) {
        const QJsonValue content = message["content"_L1];
        QString words = content.toString();
        for (const QJsonValue &part : content.toArray())
            words += part["text"_L1].toString();
        text +=
            (text.isEmpty() ? u""_s : u"\n\n"_s) + message["role"_L1].toString() + u": "_s + words;
    }
    for (const QString &image : said->images)
        text += u"\n[image: %1]"_s.arg(QFileInfo(image).fileName());
    if (!said->system.isEmpty())
        text.prepend(u"system: %1\n\n"_s.arg(said->system));
    m_out.write(element("div", "class=\"prompt text\"", escaped(text)));
}

QString ComparePage::facts(const QJsonObject &line)
{
    QStringList parts{line.value("status"_L1).toString()};
    const QJsonValue tokens = line.value("usage"_L1)["completion_tokens"_L1];
    if (tokens.isDouble())
        parts.append(u"%1 tokens"_s.arg(count(tokens.toInteger())));
    if (const QJsonValue cost = line.value("cost_usd"_L1); cost.isDouble())
        parts.append(dollarText(cost.toDouble()));
    if (const QJsonValue time = line.value("timings"_L1)["total_ms"_L1]; time.isDouble())
        parts.append(milliseconds(time.toDouble()));
    return parts.join(u" · "_s);
}

void ComparePage::writeAnswer(const CompareCell &cell, const QJsonObject &line)
{
    QStringList title{m_plan.lanes.at(cell.lane).name, line.value("model"_L1).toString()};
    if (const QString at = coordinatesText(m_plan.grid.at(cell.coordinates)); !at.isEmpty())
        title.append(at);
    if (m_plan.repeat > 1)
        title.append(u"no. %1"_s.arg(cell.repeat + 1));
    const QJsonObject error = line.value("error"_L1).toObject();
    QByteArray said = element("div", "class=text", escaped(line.value("text"_L1).toString()));
    if (!error.isEmpty()) {
        said += element("p", "class=bad",
                        escaped(error.value("kind"_L1).toString() + u": "_s
                                + error.value("message"_L1).toString()));
    }
    m_out.write(element("article", "class=answer",
                        element("div", {}, element("b", {}, escaped(title.join(u" · "_s))))
                            + element("div", "class=facts", escaped(facts(line))) + said));
}

} // namespace

Result<void> writeComparePage(const QString &folder, const ComparePlan &plan,
                              const ResultsFile &results)
{
    QSaveFile file(QDir(folder).filePath(u"index.html"_s));
    if (!file.open(QIODevice::WriteOnly))
        return fail(ErrorKind::Storage, file.fileName() + u": "_s + file.errorString());
    ComparePage(file, plan, results).write();
    if (!file.commit())
        return fail(ErrorKind::Storage, file.fileName() + u": "_s + file.errorString());
    return {};
}

} // namespace app
