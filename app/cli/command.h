// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCommandLineParser>
#include <QHash>
#include <QList>
#include <QObject>
#include <QString>

#include <memory>

namespace app {

/// What the program leaves with; the same for every command.
enum class ExitCode {
    Complete = 0,
    Failed = 1,
    Usage = 2,
    KeyRefused = 3,
    RateLimited = 4,
    Network = 5,
    CutOff = 6,
    Refused = 7, ///< by the server, with another status 4xx
    Ceiling = 8, ///< of `compare`: the cost that was allowed would have been passed
    WrongFormat = 8, ///< of `ask`: the answer does not fit its schema, or could not be checked
    Cancelled = 130,
};

/// An argument without a name, for the help.
struct Positional
{
    QString name;
    QString description;
    QString syntax;
};

/// One command of diptych-cli. What it takes is data: the help and the parser are made from it.
/// run() returns at once; ended() comes exactly once and last, after an event loop turned. A usage
/// error ends with ExitCode::Usage after a sentence on standard error.
class Command : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    [[nodiscard]] virtual QString name() const = 0;
    [[nodiscard]] virtual QString summary() const = 0; ///< one sentence
    [[nodiscard]] virtual QString notes() const { return {}; } ///< printed below the help
    [[nodiscard]] virtual QList<QCommandLineOption> options() const = 0;
    /// Options whose number may be left out, by name, and what they say then.
    [[nodiscard]] virtual QHash<QString, QString> numbersLeftOut() const { return {}; }
    [[nodiscard]] virtual QList<Positional> positionals() const { return {}; }

    virtual void run(const QCommandLineParser &arguments) = 0;
    /// SIGINT. A command that has something to print still does, then ends with Cancelled.
    virtual void interrupt() = 0;

signals:
    void ended(app::ExitCode code);
};

/// Every command of the program, in the order of the help.
[[nodiscard]] std::vector<std::unique_ptr<Command>> makeCommands();

} // namespace app
