// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/record_command.h"

#include "app/base/when_done.h"
#include "app/cli/command_line.h"
#include "app/cli/record_summary.h"
#include "app/cli/settings_notice.h"
#include "app/record/record_job.h"
#include "app/record/record_json.h"
#include "app/settings/settings.h"
#include "app/store/store.h"

#include <QCommandLineParser>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr int kListedRuns = 50;
constexpr qsizetype kListedTitle = 50;

QString writtenFile(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    const bool isWritten =
        file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
    return isWritten ? QString() : path + u" cannot be written: "_s + file.errorString();
}

} // namespace

RecordCommand::RecordCommand() = default;
RecordCommand::~RecordCommand() = default;

QString RecordCommand::name() const
{
    return u"record"_s;
}

QString RecordCommand::summary() const
{
    return u"Show how an answer was made, and give its request as a script."_s;
}

QString RecordCommand::notes() const
{
    return u"Of every answer made in the window, and with “ask --save”. Nothing in the profile is "
           "changed,\nand a window may be running on it.\n"
           "\n"
           "  diptych-cli record --list\n"
           "  diptych-cli record latest\n"
           "  diptych-cli record 1836479502346240 --curl | sh\n"
           "  diptych-cli record 1836479502346240 --python --out folder\n"
           "\n"
           "Keys are in none of it: scripts take them from the environment (DEEPINFRA_API_KEY, "
           "OPENAI_API_KEY,\nOPENROUTER_API_KEY, for other servers DIPTYCH_API_KEY).\n"
           "\n"
           "Exit codes: 0 printed, 1 it cannot be read, built again or written, 2 usage, or there is "
           "no such\nrecord, 130 stopped by Ctrl+C.\n"_s;
}

QList<QCommandLineOption> RecordCommand::options() const
{
    return recordOptionTable();
}

QList<Positional> RecordCommand::positionals() const
{
    return {{u"ID"_s, u"The record: its id, or latest for the run that began last."_s,
             u"[ID|latest]"_s}};
}

void RecordCommand::failUsage(const QString &sentence)
{
    printUsageError(*this, sentence);
    emit ended(ExitCode::Usage);
}

void RecordCommand::failWithSentence(const QByteArray &sentence)
{
    m_errors.writeLine("diptych-cli: " + sentence);
    emit ended(ExitCode::Failed);
}

void RecordCommand::failWith(const Error &error)
{
    if (error.kind == ErrorKind::NotFound)
        return failUsage(u"there is no such record; --list shows them"_s);
    if (error.kind == ErrorKind::Forbidden)
        return failWithSentence(
            "this belongs to a blind round; it can be read once its names show");
    failWithSentence("the profile cannot be read: " + error.message.toUtf8());
}

void RecordCommand::run(const QCommandLineParser &arguments)
{
    const auto options = readRecordOptions(arguments);
    if (!options)
        return failUsage(options.error().message);
    m_options = *options;
    const Paths paths = profilePaths(arguments);
    if (!QFileInfo::exists(paths.store())) // nothing is made where nothing is
        return failWithSentence("there are no records in " + paths.data.toUtf8());
    const Settings settings(paths);
    tellOfBrokenSettings(settings, m_errors);
    m_providers = settings.providers() + QList<Provider>{demoProvider()};
    m_store = std::make_unique<Store>(paths, Store::Role::Guest);
    if (m_options.run)
        return open(m_options.run);
    readNewest(m_options.isList ? kListedRuns : 1);
}

void RecordCommand::readNewest(int most)
{
    whenDone(m_store->newestRuns(most), this, [this](const Result<QList<RunLine>> &runs) {
        if (!runs)
            failWith(runs.error());
        else if (m_options.isList)
            printList(*runs);
        else if (runs->isEmpty())
            failWith({.kind = ErrorKind::NotFound});
        else
            open(runs->constFirst().id);
    });
}

void RecordCommand::printList(const QList<RunLine> &runs)
{
    for (const RunLine &run : runs) {
        const QString began =
            QDateTime::fromMSecsSinceEpoch(run.startedMs).toString(u"yyyy-MM-dd HH:mm"_s);
        m_output.writeLine(u"%1  %2  %3  %4  %5"_s
                               .arg(QString::number(run.id.value()), began,
                                    QString(runStatusName(run.status)).leftJustified(9),
                                    run.model.simplified(),
                                    run.conversationTitle.simplified().left(kListedTitle))
                               .toUtf8());
    }
    emit ended(ExitCode::Complete);
}

void RecordCommand::open(RunId run)
{
    if (m_options.output == RecordOptions::Output::Raw)
        return printRaw(run);
    const auto providerOf = [providers = m_providers](const QString &id) {
        const auto found = std::ranges::find(providers, id, &Provider::id);
        return found == providers.end() ? Provider() : *found;
    };
    m_job = std::make_unique<RecordJob>(*m_store, providerOf);
    connect(m_job.get(), &RecordJob::done, this, &RecordCommand::print);
    connect(m_job.get(), &RecordJob::failed, this, &RecordCommand::failWith);
    m_job->start(run);
}

/// Whether the run is veiled is asked first: the stream names the model.
void RecordCommand::printRaw(RunId run)
{
    whenDone(m_store->storedRun(run), this, [this, run](const Result<StoredRun> &stored) {
        if (!stored)
            return failWith(stored.error());
        if (stored->isVeiled)
            return failWith({.kind = ErrorKind::Forbidden});
        if (stored->rawBytes < 0)
            return failWithSentence("the raw stream of this answer was not kept (“ask --save "
                                    "--keep-raw”, or the preferences)");
        whenDone(m_store->rawStream(run), this, [this](const Result<RawStream> &raw) {
            if (!raw)
                return failWith(raw.error());
            if (raw->isCut())
                m_errors.writeLine("diptych-cli: of " + QByteArray::number(raw->totalBytes)
                                   + " bytes the first " + QByteArray::number(raw->bytes.size())
                                   + " were kept");
            printBytes(raw->bytes);
        });
    });
}

void RecordCommand::printBytes(const QByteArray &bytes)
{
    m_output.write(bytes);
    emit ended(ExitCode::Complete);
}

void RecordCommand::print(const RecordedRun &record)
{
    using Output = RecordOptions::Output;
    if (m_options.output == Output::Script)
        return printScript(record);
    if (m_options.output == Output::Json)
        return printBytes(QJsonDocument(recordJson(record)).toJson());
    if (m_options.output == Output::Summary)
        return printBytes(recordSummary(record));
    if (record.body.isEmpty())
        return failWithSentence(exactnessSentence(record.exactness).toUtf8());
    printBytes(record.body);
}

void RecordCommand::printScript(const RecordedRun &record)
{
    if (!canBeScript(record)) {
        return failWithSentence(
            record.isDemo ? QByteArray("the demo is a part of this program; another one "
                                       "cannot ask it")
                          : "there is no script: " + exactnessSentence(record.exactness).toUtf8());
    }
    const auto images = m_options.folder.isEmpty() ? ScriptImages::Inline : ScriptImages::Files;
    const RequestScript script = requestScript(record, m_options.language, images);
    if (m_options.folder.isEmpty())
        return printBytes(script.text);
    writeScript(script);
}

void RecordCommand::writeScript(const RequestScript &script)
{
    const QDir folder(m_options.folder);
    if (!folder.mkpath(u"."_s))
        return failWithSentence(m_options.folder.toUtf8() + " cannot be made");
    QList<ScriptFile> files = script.files;
    files.append({scriptFileName(m_options.language), script.text});
    for (const ScriptFile &file : std::as_const(files)) {
        const QString failure = writtenFile(folder.filePath(file.name), file.bytes);
        if (!failure.isEmpty())
            return failWithSentence(failure.toUtf8());
    }
    m_errors.writeLine("diptych-cli: wrote " + folder.filePath(files.constLast().name).toUtf8());
    emit ended(ExitCode::Complete);
}

void RecordCommand::interrupt()
{
    m_job.reset();
    emit ended(ExitCode::Cancelled);
}

} // namespace app
