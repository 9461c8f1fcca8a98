// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/export_command.h"

#include "app/base/clock.h"
#include "app/base/when_done.h"
#include "app/cli/command_line.h"
#include "app/cli/settings_notice.h"
#include "app/export/document_text.h"
#include "app/export/export_collection.h"
#include "app/export/export_job.h"
#include "app/settings/settings.h"
#include "app/store/record_names.h"
#include "app/store/store.h"

#include <QCommandLineParser>
#include <QDateTime>
#include <QFileInfo>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr qsizetype kListedWords = 60;

QString listedWords(const QString &text)
{
    const QString words = text.simplified();
    return words.size() > kListedWords ? words.first(kListedWords) + u'…' : words;
}

QString moment(qint64 atMs)
{
    return QDateTime::fromMSecsSinceEpoch(atMs).toString(u"yyyy-MM-dd HH:mm"_s);
}

QString firstPrompt(const ExportedRound &round)
{
    if (round.prompts.isEmpty() || round.prompts.constFirst().messages.isEmpty())
        return {};
    const QByteArray text = textOf(round.prompts.constFirst().messages.constLast().parts);
    return listedWords(QString::fromUtf8(text.left(8 * kListedWords)));
}

} // namespace

ExportCommand::ExportCommand() = default;
ExportCommand::~ExportCommand() = default;

QString ExportCommand::name() const
{
    return u"export"_s;
}

QString ExportCommand::summary() const
{
    return u"Write a conversation, or one round of it, as a page, a document, numbers or data."_s;
}

QString ExportCommand::notes() const
{
    return u"Nothing in the profile is changed, and a window may be running on it.\n"
           "\n"
           "  diptych-cli export --list\n"
           "  diptych-cli export latest --out conversation.html\n"
           "  diptych-cli export latest --round newest --format csv\n"
           "  diptych-cli export 1836479502346240 --list\n"
           "\n"
           "Keys are in none of the formats, unless somebody wrote one in a message. A blind round is "
           "without\nnames until a vote was given. JSON is described in app/export/export-json.md.\n"
           "\n"
           "Exit codes: 0 written, 1 the profile cannot be read or the file cannot be written, 2 "
           "usage, or there\nis no such conversation or round, 130 stopped by Ctrl+C.\n"_s;
}

QList<QCommandLineOption> ExportCommand::options() const
{
    return exportOptionTable();
}

QList<Positional> ExportCommand::positionals() const
{
    return {{u"ID"_s, u"The conversation: its id, or latest for the one changed last."_s,
             u"[ID|latest]"_s}};
}

void ExportCommand::failUsage(const QString &sentence)
{
    printUsageError(*this, sentence);
    emit ended(ExitCode::Usage);
}

void ExportCommand::failWith(const Error &error)
{
    if (error.kind == ErrorKind::NotFound)
        return failUsage(u"there is no such conversation; --list shows them"_s);
    m_errors.writeLine("diptych-cli: the profile cannot be read: " + error.message.toUtf8());
    emit ended(ExitCode::Failed);
}

void ExportCommand::run(const QCommandLineParser &arguments)
{
    const auto options = readExportOptions(arguments);
    if (!options)
        return failUsage(options.error().message);
    m_options = *options;
    const Paths paths = profilePaths(arguments);
    if (!QFileInfo::exists(paths.store())) { // nothing is made where nothing is
        m_errors.writeLine("diptych-cli: there are no conversations in " + paths.data.toUtf8());
        emit ended(ExitCode::Failed);
        return;
    }
    const Settings settings(paths);
    tellOfBrokenSettings(settings, m_errors);
    m_providers = settings.providers() + QList<Provider>{demoProvider()};
    m_store = std::make_unique<Store>(paths, Store::Role::Guest);
    if (m_options.conversation)
        return open(m_options.conversation);
    whenDone(m_store->conversations(), this,
             [this](const Result<QList<ConversationSummary>> &conversations) {
                 if (conversations)
                     takeList(*conversations);
                 else
                     failWith(conversations.error());
             });
}

void ExportCommand::takeList(const QList<ConversationSummary> &conversations)
{
    if (m_options.isNamed) {
        if (conversations.isEmpty())
            return failWith({.kind = ErrorKind::NotFound});
        return open(conversations.constFirst().id);
    }
    for (const ConversationSummary &conversation : conversations) {
        m_output.writeLine(u"%1  %2  %3  %4"_s
                               .arg(QString::number(conversation.id.value()),
                                    moment(conversation.changedMs),
                                    QString::number(conversation.laneCount).rightJustified(2),
                                    listedWords(conversation.title))
                               .toUtf8());
    }
    emit ended(ExitCode::Complete);
}

void ExportCommand::open(ConversationId id)
{
    whenDone(m_store->conversation(id), this, [this](const Result<ConversationRecord> &record) {
        if (record)
            take(*record);
        else
            failWith(record.error());
    });
}

void ExportCommand::take(const ConversationRecord &record)
{
    m_conversation = std::make_shared<Conversation>(record);
    if (m_options.isList)
        return printRounds();
    Exported exported = collectExport(*m_conversation, m_providers, m_options.wish);
    if (!m_options.round.isEmpty()) {
        const auto round = roundOf(m_options.round, exported);
        if (!round)
            return failUsage(round.error().message);
        m_options.wish.round = *round;
        exported = collectExport(*m_conversation, m_providers, m_options.wish);
    }
    exported.exportedMs = SystemClock().nowMs();
    m_job = std::make_unique<ExportJob>(m_conversation, std::move(exported), m_options.format,
                                        *m_store);
    connect(m_job.get(), &ExportJob::done, this, &ExportCommand::write);
    connect(m_job.get(), &ExportJob::failed, this, &ExportCommand::failWith);
    m_job->start();
}

void ExportCommand::printRounds()
{
    const Exported exported = collectExport(*m_conversation, m_providers, m_options.wish);
    int number = 0;
    for (const ExportedRound &round : exported.rounds) {
        m_output.writeLine(
            u"%1  %2  %3  %4  %5  %6"_s
                .arg(QString::number(++number).rightJustified(4), QString::number(round.id.value()),
                     moment(round.createdMs), QString(storedName(round.kind)).leftJustified(6),
                     QString::number(round.answers.size()).rightJustified(3), firstPrompt(round))
                .toUtf8());
    }
    emit ended(ExitCode::Complete);
}

void ExportCommand::write(const QByteArray &bytes)
{
    if (m_options.outFile.isEmpty()) {
        m_output.write(bytes);
        m_output.endLine();
        emit ended(ExitCode::Complete);
        return;
    }
    QSaveFile file(m_options.outFile);
    const bool isWritten =
        file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
    if (isWritten) {
        m_errors.writeLine("diptych-cli: wrote " + m_options.outFile.toUtf8());
    } else {
        m_errors.writeLine("diptych-cli: " + m_options.outFile.toUtf8()
                           + " cannot be written: " + file.errorString().toUtf8());
    }
    emit ended(isWritten ? ExitCode::Complete : ExitCode::Failed);
}

void ExportCommand::interrupt()
{
    m_job.reset();
    emit ended(ExitCode::Cancelled);
}

} // namespace app
