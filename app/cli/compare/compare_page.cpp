// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/compare/compare_tables.h"

#include "app/cli/compare/lane_sums.h"
#include "app/cli/compare/results_file.h"
#include "app/export/exported.h"
#include "app/export/figure_text.h"
#include "app/export/html_text.h"

#include <QDir>
#include <QLocale>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace app {

namespace {

QByteArray numberCell(const QString &text)
{
    return htmlElement("td", "class=number", htmlEscaped(text.isEmpty() ? u"–"_s : text));
}

const QLocale &pageLocale()
{
    static const QLocale english(QLocale::English);
    return english;
}

QString count(qint64 number)
{
    return groupedText(number, pageLocale());
}

QString milliseconds(std::optional<double> time)
{
    return time ? secondsText(*time, pageLocale()) : QString();
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
        m_out.write(htmlPageHead(u"Comparison"_s));
        writeSummary();
        for (qsizetype prompt = 0; prompt < m_plan.prompts.size(); ++prompt)
            writePrompt(prompt);
        m_out.write(htmlPageEnd());
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
    m_out.write(htmlElement("h1", {}, "Comparison"));
    m_out.write(htmlElement("p", "class=facts",
                            htmlEscaped(u"%1 of %2 answers to %3 prompts · made by Diptych "_s.arg(
                                            count(m_results.count()), count(m_plan.size()),
                                            count(m_plan.prompts.size()))
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
            "<tr>" + htmlElement("th", {}, htmlEscaped(m_plan.lanes.at(lane).name))
            + htmlElement("td", {}, htmlEscaped(m_plan.lanes.at(lane).model))
            + numberCell(count(sum.complete())) + numberCell(count(sum.answers() - sum.complete()))
            + numberCell(count(sum.promptTokens())) + numberCell(count(sum.completionTokens()))
            + numberCell(sum.costUsd() ? dollarText(*sum.costUsd()) : QString())
            + numberCell(milliseconds(sum.medianFirstTokenMs()))
            + numberCell(milliseconds(sum.medianTotalMs()))
            + numberCell(characters ? count(qRound64(*characters)) : QString()) + "</tr>\n");
    }
    m_out.write("</tbody></table></div>\n");
    m_out.write(htmlElement("p", "class=facts",
                            "Times are medians and characters the mean, of complete answers."));
}

void ComparePage::writePrompt(qsizetype prompt)
{
    m_out.write("<section>");
    m_out.write(
        htmlElement("h2", {}, htmlEscaped(m_plan.prompts.id(prompt).toVariant().toString())));
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
    m_out.write(htmlElement("div", "class=\"prompt text\"", htmlEscaped(text)));
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
    QByteArray said =
        htmlElement("div", "class=text", htmlEscaped(line.value("text"_L1).toString()));
    if (!error.isEmpty()) {
        said += htmlElement("p", "class=bad",
                            htmlEscaped(error.value("kind"_L1).toString() + u": "_s
                                        + error.value("message"_L1).toString()));
    }
    m_out.write(
        htmlElement("article", "class=answer",
                    htmlElement("div", {}, htmlElement("b", {}, htmlEscaped(title.join(u" · "_s))))
                        + htmlElement("div", "class=facts", htmlEscaped(facts(line))) + said));
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
