// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/schema/schema_checker.h"

#include "app/schema/schema_protocol.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QPromise>

#include <csignal>
#include <utility>

using namespace Qt::StringLiterals;

namespace app {

namespace {
constexpr std::chrono::seconds kPatience{10};
constexpr auto kProgramName = QLatin1StringView("diptych-schema-check");
} // namespace

struct SchemaChecker::Question
{
    SchemaRequest request;
    QPromise<SchemaVerdict> promise;
};

QString schemaCheckProgram()
{
    const QString here = QCoreApplication::applicationDirPath();
    const QStringList folders{here, here + u"/../libexec/diptych"_s,
                              QStringLiteral(DIPTYCH_LIBEXEC_DIR)};
    for (const QString &folder : folders) {
        const QFileInfo program(folder + u'/' + kProgramName);
        if (program.isExecutable())
            return program.absoluteFilePath();
    }
    return {};
}

SchemaChecker::SchemaChecker(QObject *parent) : QObject(parent), m_program(schemaCheckProgram())
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(kPatience);
    connect(&m_patience, &QTimer::timeout, this, [this] { giveUp(NotCheckedReason::TimedOut); });
}

SchemaChecker::~SchemaChecker()
{
    if (!m_process)
        return;
    m_process->disconnect(this);
    m_process->kill();
    m_process->waitForFinished();
}

qint64 SchemaChecker::processId() const
{
    return m_process ? m_process->processId() : 0;
}

QFuture<SchemaVerdict> SchemaChecker::check(const QByteArray &schema, const QByteArray &value)
{
    return ask({0, SchemaQuestion::DoesItFit, schema, value});
}

QFuture<SchemaVerdict> SchemaChecker::checkSchema(const QByteArray &schema)
{
    return ask({0, SchemaQuestion::IsItASchema, schema, {}});
}

QFuture<SchemaVerdict> SchemaChecker::ask(SchemaRequest request)
{
    Question question{std::move(request), {}};
    question.promise.start();
    const QFuture<SchemaVerdict> future = question.promise.future();
    if (question.request.schema.size() > kLargestSchema
        || question.request.value.size() > kLargestChecked) {
        question.promise.addResult(SchemaVerdict::notChecked(NotCheckedReason::TooLarge));
        question.promise.finish();
        return future;
    }
    question.request.number = ++m_lastNumber;
    m_questions.push_back(std::move(question));
    sendNext();
    return future;
}

void SchemaChecker::warmUp()
{
    if (!m_process && !m_program.isEmpty())
        startProcess();
}

void SchemaChecker::startProcess()
{
    m_received.clear();
    m_process = std::make_unique<QProcess>();
    m_process->setProcessChannelMode(QProcess::SeparateChannels);
    m_process->setStandardErrorFile(QProcess::nullDevice());
    connect(m_process.get(), &QProcess::readyReadStandardOutput, this, &SchemaChecker::readAnswers);
    connect(m_process.get(), &QProcess::finished, this, &SchemaChecker::takeEnd);
    connect(m_process.get(), &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            giveUp(NotCheckedReason::NoProgram);
    });
    m_process->start(m_program, QStringList());
}

void SchemaChecker::sendNext()
{
    if (m_isAsking || m_questions.empty())
        return;
    m_isAsking = true;
    m_patience.start();
    if (m_program.isEmpty())
        return QTimer::singleShot(0, this, [this] { giveUp(NotCheckedReason::NoProgram); });
    const quint32 number = m_questions.front().request.number;
    // A process that does not start may say so, and end the question, before start() returns.
    if (!m_process)
        startProcess();
    if (m_isAsking && m_process && m_questions.front().request.number == number)
        m_process->write(requestBytes(m_questions.front().request));
}

void SchemaChecker::readAnswers()
{
    m_received += m_process->readAllStandardOutput();
    if (!m_isAsking) {
        m_received.clear();
        return;
    }
    const auto taken = takeVerdict(m_received);
    if (!taken) {
        if (m_received.size() > kLargestVerdict + kVerdictHeader)
            giveUp(NotCheckedReason::Crashed);
        return;
    }
    if (taken->number != m_questions.front().request.number)
        return giveUp(NotCheckedReason::Crashed);
    answer(taken->verdict);
}

void SchemaChecker::answer(const SchemaVerdict &verdict)
{
    m_patience.stop();
    m_isAsking = false;
    Question question = std::move(m_questions.front());
    m_questions.pop_front();
    question.promise.addResult(verdict);
    question.promise.finish(); // may ask at once
    sendNext();
}

/// Of the question that is on its way; the process is of no use any more.
void SchemaChecker::giveUp(NotCheckedReason reason)
{
    dropProcess();
    if (m_isAsking)
        answer(SchemaVerdict::notChecked(reason));
}

void SchemaChecker::takeEnd()
{
    const bool ranTooLong =
        m_process->exitStatus() == QProcess::CrashExit && m_process->exitCode() == SIGXCPU;
    giveUp(ranTooLong ? NotCheckedReason::TimedOut : NotCheckedReason::Crashed);
}

void SchemaChecker::dropProcess()
{
    if (!m_process)
        return;
    // A signal of it may be on its way, and nobody waits for a process to die.
    QProcess *process = m_process.release();
    process->setParent(this);
    process->disconnect(this);
    process->kill();
    connect(process, &QProcess::finished, process, &QObject::deleteLater);
    if (process->state() == QProcess::NotRunning)
        process->deleteLater();
}

} // namespace app
