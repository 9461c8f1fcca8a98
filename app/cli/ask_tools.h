// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tools/call_round.h"

#include <QJsonArray>
#include <QObject>
#include <QSet>

#include <memory>

namespace app {

class Terminal;
class TerminalQuestion;
struct Services;

/// What `ask` is to do with tools.
struct AskToolOptions
{
    QJsonArray definitions; ///< of --tools: as OpenAI defines them, some with a command or a reply
    QStringList servers; ///< of --mcp: commands and addresses
    std::optional<ToolPolicy> approve; ///< of --approve; empty: not given

    /// Calls are made; else they are only shown.
    [[nodiscard]] bool areCalled() const;
};

/// The tools of one call of `ask`: finds them, makes the calls of each answer, asks on the terminal
/// where it is to, and remembers what happened. GUI thread.
class AskTools : public QObject
{
    Q_OBJECT
public:
    AskTools(Services &services, AskToolOptions options, Terminal &errors,
             QObject *parent = nullptr);
    ~AskTools() override;

    /// offered() or failed() follows.
    void offer();
    [[nodiscard]] const OfferedTools &tools() const { return m_offered; }

    /// made() follows, with every call Done.
    void make(const QList<ToolCallPart> &calls);
    /// Silent.
    void stop();

    /// All calls so far, for --json.
    [[nodiscard]] QJsonArray report() const { return m_report; }
    /// How often calls were made.
    [[nodiscard]] int rounds() const { return m_rounds; }

signals:
    void offered();
    void failed(const app::Error &error);
    void made(const QList<app::CallActivity> &calls);

private:
    void addNextSource();
    void add(const ToolSource &source);
    void look();
    void ask(qsizetype call);
    void tell(const CallActivity &activity, const QByteArray &arguments);
    void askForDecision(qsizetype call);
    void askForAnswer(qsizetype call);
    void takeDecision(qsizetype call, const QString &line);
    void noteResult(qsizetype call);

    Services &m_services;
    const AskToolOptions m_options;
    Terminal &m_errors;
    QList<ToolSource> m_sources; ///< still to be added
    QList<ToolRef> m_refs;
    OfferedTools m_offered;
    std::unique_ptr<CallRound> m_round;
    std::unique_ptr<TerminalQuestion> m_question;
    QSet<ToolRef> m_allowed; ///< for the rest of this `ask`
    qsizetype m_asked = -1; ///< the call that is asked about
    QJsonArray m_report;
    int m_rounds = 0;
};

/// The text of --mcp as a source: an address, or a command that is split as a shell splits words,
/// which no shell ever sees. Nothing where it is neither.
[[nodiscard]] std::optional<ToolSource> serverSource(const QString &text);

} // namespace app
