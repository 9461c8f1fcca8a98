// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace tests {

/// The real program, in a profile of its own and an environment without keys and key store.
class CliProcess
{
public:
    enum class Input { Closed, Open };

    CliProcess()
    {
        m_environment.insert(QStringLiteral("PATH"), qEnvironmentVariable("PATH"));
        m_environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
        m_environment.insert(QStringLiteral("HOME"), m_home.path());
        // Sanitizer builds take their options from here.
        for (const char *name : {"ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS"}) {
            if (qEnvironmentVariableIsSet(name))
                m_environment.insert(QString::fromLatin1(name), qEnvironmentVariable(name));
        }
    }

    void setVariable(const QString &name, const QString &value)
    {
        m_environment.insert(name, value);
    }
    [[nodiscard]] QString profile() const { return m_home.filePath(QStringLiteral("profile")); }
    /// Writes a file into the home folder and gives its path.
    [[nodiscard]] QString file(const QString &name, const QByteArray &content) const
    {
        QFile file(m_home.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            return {};
        return file.fileName();
    }

    void start(const QStringList &arguments, const QByteArray &input = {})
    {
        startThrough({}, arguments, input);
    }
    /// As the last arguments of another program.
    void startThrough(const QStringList &before, const QStringList &arguments,
                      const QByteArray &input = {}, Input afterwards = Input::Closed)
    {
        QStringList command = before;
        command += {QStringLiteral(DIPTYCH_CLI), arguments.first(), QStringLiteral("--profile"),
                    profile()};
        command += arguments.mid(1);
        m_process = std::make_unique<QProcess>();
        m_process->setProcessEnvironment(m_environment);
        m_process->start(command.first(), command.mid(1));
        m_process->write(input);
        if (afterwards == Input::Closed)
            m_process->closeWriteChannel();
    }
    /// As start(), with standard input left open.
    void startWithInput(const QStringList &arguments)
    {
        startThrough({}, arguments, {}, Input::Open);
    }
    [[nodiscard]] QProcess &process() { return *m_process; }
    /// Turns the event loop of this process too, where the server is.
    [[nodiscard]] bool waitForEnd()
    {
        return QTest::qWaitFor([&] { return m_process->state() == QProcess::NotRunning; }, 60'000);
    }
    /// Exit code, or -1.
    [[nodiscard]] int run(const QStringList &arguments, const QByteArray &input = {})
    {
        start(arguments, input);
        if (!waitForEnd() || m_process->exitStatus() != QProcess::NormalExit)
            return -1;
        m_output = m_process->readAllStandardOutput();
        m_errors = m_process->readAllStandardError();
        return m_process->exitCode();
    }
    [[nodiscard]] QByteArray output() const { return m_output; }
    [[nodiscard]] QByteArray errors() const { return m_errors; }
    [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(m_output).object(); }

private:
    QTemporaryDir m_home;
    QProcessEnvironment m_environment;
    std::unique_ptr<QProcess> m_process;
    QByteArray m_output;
    QByteArray m_errors;
};

} // namespace tests
