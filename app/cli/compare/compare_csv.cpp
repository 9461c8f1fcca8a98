// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/compare/compare_tables.h"

#include "app/cli/compare/results_file.h"

#include <QDir>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace app {

namespace {

/// A number, or nothing.
QString figure(const QJsonValue &value)
{
    return value.isDouble() ? value.toVariant().toString() : QString();
}

/// Foreign text: never a formula.
QString harmless(const QString &text)
{
    static constexpr QStringView kBegins = u"=+-@\t\r";
    return !text.isEmpty() && kBegins.contains(text.front()) ? u'\'' + text : text;
}

QByteArray csvField(const QString &text)
{
    const bool isPlain = std::none_of(text.begin(), text.end(), [](QChar character) {
        return character == u',' || character == u'"' || character == u'\n' || character == u'\r';
    });
    if (isPlain)
        return text.toUtf8();
    QString quoted = text;
    return '"' + quoted.replace(u'"', u"\"\""_s).toUtf8() + '"';
}

QByteArray csvRow(const QStringList &fields)
{
    QByteArrayList encoded;
    for (const QString &field : fields)
        encoded.append(csvField(field));
    return encoded.join(',') + "\r\n";
}

QStringList csvHead(const QStringList &swept)
{
    return QStringList{u"id"_s, u"lane"_s, u"repeat"_s} + swept
           + QStringList{u"status"_s,
                         u"model"_s,
                         u"prompt_tokens"_s,
                         u"cached_tokens"_s,
                         u"completion_tokens"_s,
                         u"reasoning_tokens"_s,
                         u"cost_usd"_s,
                         u"headers_ms"_s,
                         u"first_token_ms"_s,
                         u"total_ms"_s,
                         u"error_kind"_s,
                         u"error"_s,
                         u"text"_s};
}

QStringList csvFields(const QJsonObject &line, const QStringList &swept)
{
    const QJsonObject usage = line.value("usage"_L1).toObject();
    const QJsonObject timings = line.value("timings"_L1).toObject();
    const QJsonObject error = line.value("error"_L1).toObject();
    QStringList fields{harmless(line.value("id"_L1).toVariant().toString()),
                       harmless(line.value("lane"_L1).toString()), figure(line.value("repeat"_L1))};
    for (const QString &name : swept) {
        const QJsonValue value = line.value("sweep"_L1)[name];
        fields.append(value.isString() ? harmless(value.toString()) : value.toVariant().toString());
    }
    fields += {line.value("status"_L1).toString(), harmless(line.value("model"_L1).toString())};
    fields += {figure(usage.value("prompt_tokens"_L1)),
               figure(usage.value("prompt_tokens_details"_L1)["cached_tokens"_L1]),
               figure(usage.value("completion_tokens"_L1)),
               figure(usage.value("completion_tokens_details"_L1)["reasoning_tokens"_L1]),
               figure(line.value("cost_usd"_L1))};
    for (const auto &name : {"headers_ms"_L1, "first_token_ms"_L1, "total_ms"_L1})
        fields.append(figure(timings.value(name)));
    fields += {error.value("kind"_L1).toString(), harmless(error.value("message"_L1).toString()),
               harmless(line.value("text"_L1).toString())};
    return fields;
}

} // namespace

Result<void> writeCompareCsv(const QString &folder, const ComparePlan &plan,
                             const ResultsFile &results)
{
    QSaveFile file(QDir(folder).filePath(u"results.csv"_s));
    if (!file.open(QIODevice::WriteOnly))
        return fail(ErrorKind::Storage, file.fileName() + u": "_s + file.errorString());
    const QStringList swept = plan.grid.constFirst().keys();
    file.write("\xef\xbb\xbf" + csvRow(csvHead(swept)));
    for (qsizetype cell = 0; cell < plan.size(); ++cell) {
        if (const auto line = results.read(cell))
            file.write(csvRow(csvFields(*line, swept)));
    }
    if (!file.commit())
        return fail(ErrorKind::Storage, file.fileName() + u": "_s + file.errorString());
    return {};
}

} // namespace app
