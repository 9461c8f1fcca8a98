// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ask_tools.h"

#include "app/base/visible_text.h"
#include "app/base/when_done.h"
#include "app/cli/terminal.h"
#include "app/cli/terminal_question.h"
#include "app/services.h"
#include "app/tools/command_fingerprint.h"

#include <QDir>
#include <QFileInfo>
#include <QProcess>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr qsizetype kLongestResult = 4'000;
// Some screens full. Of what is longer both ends are shown; the middle on demand.
constexpr qsizetype kLongestArguments = 16'000;
constexpr qsizetype kShownEnd = 4'000;

bool isMade(const QJsonValue &definition)
{
    return definition["command"_L1].isArray() || definition["reply"_L1].isString();
}

ToolSource definedSource(const QJsonValue &definition)
{
    const QJsonObject function = definition["function"_L1].toObject();
    ToolSource source;
    source.name = function.value("name"_L1).toString();
    source.description = function.value("description"_L1).toString();
    source.schema = function.value("parameters"_L1).toObject();
    if (definition["reply"_L1].isString())
        source.cannedReply = definition["reply"_L1].toString();
    const QJsonArray command = definition["command"_L1].toArray();
    if (command.isEmpty())
        return source;
    source.kind = ToolSourceKind::Command;
    source.command.program = command.first().toString();
    for (qsizetype i = 1; i < command.size(); ++i)
        source.command.arguments.append(command.at(i).toString());
    return source;
}

QByteArray visible(const QByteArray &text)
{
    return withVisibleCharacters(QString::fromUtf8(text)).toUtf8();
}

QByteArray shownResult(const QByteArray &text)
{
    const QByteArray shown = visible(text);
    return shown.size() > kLongestResult ? cutText(shown, kLongestResult) + "…" : shown;
}

/// The last of it, cut between characters.
QByteArray endOf(const QByteArray &text, qsizetype mostBytes)
{
    return text.sliced(cutText(text, text.size() - mostBytes).size());
}

/// Whoever allows a call has to know what is called: what is left out is counted.
QByteArray shownArguments(const QByteArray &text)
{
    if (text.size() <= kLongestArguments)
        return visible(text);
    const QByteArray begin = cutText(text, kLongestArguments - kShownEnd);
    const QByteArray end = endOf(text, kShownEnd);
    const QByteArray between = QByteArray::number(text.size() - begin.size() - end.size());
    return visible(begin) + "\n  […] " + between + " bytes are not shown […]\n" + visible(end);
}

QString whoCalls(const CallActivity &call)
{
    return withVisibleCharacters(call.tool && !call.tool->sourceName.isEmpty()
                                         && call.tool->sourceName != call.call.name
                                     ? u"%1 of “%2”"_s.arg(call.call.name, call.tool->sourceName)
                                     : call.call.name);
}

/// Null: it could not be checked.
QJsonValue fitsSchema(const CallActivity &call)
{
    const ArgumentFit fit = argumentFit(call);
    return fit == ArgumentFit::Unknown ? QJsonValue::Null : QJsonValue(fit == ArgumentFit::Fits);
}

} // namespace

bool AskToolOptions::areCalled() const
{
    return !servers.isEmpty() || (approve && !definitions.isEmpty())
           || std::any_of(definitions.begin(), definitions.end(), isMade);
}

std::optional<ToolSource> serverSource(const QString &text)
{
    ToolSource source;
    const QUrl url(text);
    if (url.scheme() == "http"_L1 || url.scheme() == "https"_L1) {
        source.kind = ToolSourceKind::McpUrl;
        source.url = url;
        source.name = url.host();
        return url.host().isEmpty() ? std::nullopt : std::optional(source);
    }
    QStringList words = QProcess::splitCommand(text);
    if (words.isEmpty())
        return {};
    source.kind = ToolSourceKind::McpCommand;
    source.command.program = words.takeFirst();
    source.command.arguments = words;
    source.name = QFileInfo(source.command.program).fileName();
    return source;
}

AskTools::AskTools(Services &services, AskToolOptions options, Terminal &errors, QObject *parent)
    : QObject(parent), m_services(services), m_options(std::move(options)), m_errors(errors)
{
    for (const QJsonValue &definition : m_options.definitions) {
        if (isMade(definition))
            m_sources.append(definedSource(definition));
        else
            m_offered += handToolsFromJson({definition});
    }
    for (const QString &server : m_options.servers) {
        if (const auto source = serverSource(server))
            m_sources.append(*source);
    }
    m_services.tools->setUsualPolicy(m_options.approve.value_or(ToolPolicy::Ask));
}

AskTools::~AskTools() = default;

void AskTools::offer()
{
    addNextSource();
}

/// What was typed with this very command is confirmed by it.
void AskTools::addNextSource()
{
    if (m_sources.isEmpty()) {
        QStringList taken;
        for (const OfferedTool &tool : std::as_const(m_offered))
            taken.append(tool.wireName);
        whenDone(m_services.tools->offer(m_refs, taken), this,
                 [this](const Result<OfferedTools> &tools) {
                     if (!tools) {
                         emit failed(tools.error());
                         return;
                     }
                     m_offered += *tools;
                     emit offered();
                 });
        return;
    }
    ToolSource source = m_sources.takeFirst();
    source.id = u"ask-%1"_s.arg(m_refs.size() + 1);
    source.command.folder = QDir::currentPath();
    if (!source.hasCommand())
        return add(source);
    whenDone(commandFingerprint(source.command), this,
             [this, source](const Result<QByteArray> &fingerprint) {
                 ToolSource confirmed = source;
                 confirmed.confirmed = fingerprint.value_or(QByteArray());
                 add(confirmed);
             });
}

void AskTools::add(const ToolSource &source)
{
    m_services.tools->add(source);
    m_refs.append({source.id, {}});
    addNextSource();
}

void AskTools::make(const QList<ToolCallPart> &calls)
{
    ++m_rounds;
    m_asked = -1;
    m_round = std::make_unique<CallRound>(*m_services.tools, m_offered, calls);
    connect(m_round.get(), &CallRound::changed, this, &AskTools::look);
    connect(m_round.get(), &CallRound::resultReady, this, &AskTools::noteResult);
    connect(m_round.get(), &CallRound::finished, this, [this] {
        const QList<CallActivity> made = m_round->calls();
        m_round.release()->deleteLater(); // its signal is on the stack
        emit this->made(made);
    });
    m_round->start();
}

void AskTools::stop()
{
    m_question.reset();
    if (m_round)
        m_round->cancel();
    m_round.reset();
}

/// One question at a time.
void AskTools::look()
{
    if (!m_round || m_asked >= 0)
        return;
    const QList<CallActivity> calls = m_round->calls();
    for (qsizetype call = 0; call < calls.size(); ++call) {
        if (!calls.at(call).waitsForUser())
            continue;
        m_asked = call;
        // Not from inside the signal: the answer changes what is being told.
        QMetaObject::invokeMethod(
            this, [this, call] { ask(call); }, Qt::QueuedConnection);
        return;
    }
}

void AskTools::ask(qsizetype call)
{
    if (!m_round)
        return;
    const CallActivity activity = m_round->calls().at(call);
    if (activity.state == CallActivity::State::Answering)
        return askForAnswer(call);
    if (m_allowed.contains(activity.tool->ref))
        return takeDecision(call, u"y"_s);
    if (!TerminalQuestion::isPossible()) {
        m_asked = -1;
        m_round->refuse(call, u"Nobody is there to allow this call."_s);
        return look();
    }
    tell(activity, shownArguments(activity.arguments));
    askForDecision(call);
}

void AskTools::tell(const CallActivity &activity, const QByteArray &arguments)
{
    m_errors.endLine();
    m_errors.writeLine("The model calls " + whoCalls(activity).toUtf8() + " with");
    m_errors.writeLine("  " + arguments);
}

void AskTools::askForDecision(qsizetype call)
{
    const bool isCut = m_round->calls().at(call).arguments.size() > kLongestArguments;
    m_question = std::make_unique<TerminalQuestion>(
        u"Call it? y: yes, a: this one always, %1n or a reason for the model: no > "_s.arg(
            isCut ? u"v: view all of it, "_s : QString()));
    connect(m_question.get(), &TerminalQuestion::answered, this,
            [this, call](const QString &line) { takeDecision(call, line); });
}

void AskTools::askForAnswer(qsizetype call)
{
    const CallActivity activity = m_round->calls().at(call);
    const auto take = [this, call](const QString &line, CallRound::Answer kind) {
        if (m_question)
            m_question.release()->deleteLater();
        m_asked = -1;
        m_round->answer(call, line.toUtf8(), kind);
        look();
    };
    if (!TerminalQuestion::isPossible())
        return take(u"Nobody is there to answer this call."_s, CallRound::Answer::Failure);
    tell(activity, visible(activity.arguments));
    m_question = std::make_unique<TerminalQuestion>(u"What does it give? > "_s);
    connect(m_question.get(), &TerminalQuestion::answered, this,
            [take](const QString &line) { take(line, CallRound::Answer::Result); });
}

void AskTools::takeDecision(qsizetype call, const QString &line)
{
    if (m_question)
        m_question.release()->deleteLater();
    const QString said = line.trimmed();
    const QString letter = said.toLower();
    const CallActivity activity = m_round->calls().at(call);
    if (letter == "v"_L1 && activity.arguments.size() > kLongestArguments) {
        tell(activity, visible(activity.arguments));
        return askForDecision(call);
    }
    m_asked = -1;
    if (letter == "a"_L1 || letter == "always"_L1)
        m_allowed.insert(activity.tool->ref);
    const bool isAllowed =
        letter == "y"_L1 || letter == "yes"_L1 || m_allowed.contains(activity.tool->ref);
    const bool isPlainNo = letter.isEmpty() || letter == "n"_L1 || letter == "no"_L1;
    if (isAllowed)
        (void)m_round->approve(call, activity.arguments, AfterCall::GoOn);
    else
        m_round->refuse(call, isPlainNo ? QString() : said);
    look();
}

void AskTools::noteResult(qsizetype call)
{
    const CallActivity &activity = m_round->calls().at(call);
    const ToolOutcome &outcome = activity.outcome;
    const qint64 ms = outcome.duration.count();
    m_report.append(QJsonObject{
        {u"round"_s, m_rounds},
        {u"id"_s, activity.call.id},
        {u"name"_s, activity.call.name},
        {u"source"_s, activity.tool ? QJsonValue(activity.tool->sourceName) : QJsonValue::Null},
        {u"arguments"_s, QString::fromUtf8(activity.arguments)},
        {u"fits"_s, fitsSchema(activity)},
        {u"result"_s, QString::fromUtf8(outcome.text)},
        {u"is_error"_s, outcome.isError},
        {u"failure"_s, outcome.failure ? QJsonValue(outcome.failure->code) : QJsonValue::Null},
        {u"images"_s, outcome.images.size()},
        {u"duration_ms"_s, ms < 0 ? QJsonValue(QJsonValue::Null) : QJsonValue(ms)}});
    m_errors.endLine();
    m_errors.writeDimmed("tool " + whoCalls(activity).toUtf8() + ": "
                         + (outcome.isError ? "error: " : "") + shownResult(outcome.text) + '\n');
    m_errors.endDimmed();
}

} // namespace app
