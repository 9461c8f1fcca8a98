// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chat/request_preparation.h"
#include "app/cli/ask_options.h"
#include "app/cli/ask_record.h"
#include "app/cli/command.h"
#include "app/cli/provider_choice.h"
#include "app/schema/format_verdict.h"

#include <QPointer>

#include <memory>

namespace app {

class Terminal;
struct Services;

/// One call of `ask`, from the choice of the server to the exit code. Steps follow each other
/// through futures; a stop in any of them ends with status "cancelled".
class AskRun : public QObject
{
    Q_OBJECT
public:
    AskRun(Services &services, AskOptions options, Terminal &output, Terminal &errors,
           QObject *parent = nullptr);
    ~AskRun() override;

    void start();
    void cancel();

signals:
    void usageFailed(const QString &sentence);
    void ended(app::ExitCode code);

private:
    void chooseServer();
    void useProvider(const ChosenProvider &chosen);
    void readImages();
    void prepareRequest();
    void offerTools();
    void buildRequest();
    bool takeMessages();
    void keepBlobs();
    void begin(const PreparedRequest &request);
    void record();
    void send();
    void show(const Delta &delta);
    void concludeRun(const RunOutcome &outcome);
    QFuture<Result<void>> keepRun(const RunOutcome &outcome, Generation *generation);
    void follow(const RunOutcome &outcome);
    [[nodiscard]] bool mayMakeCalls(const RunOutcome &outcome) const;
    void makeCalls(const RunOutcome &outcome);
    void goOnWith(const RunOutcome &outcome, const QList<CallActivity> &made);
    [[nodiscard]] bool asksOneByOne(const RunOutcome &outcome) const;
    void askOneByOne(const RunOutcome &outcome);
    void askAnother();
    [[nodiscard]] bool goesOn(const RunOutcome &outcome) const;
    void goOn(const RunOutcome &outcome);
    [[nodiscard]] Message answerOf(const RunOutcome &outcome) const;
    void beginRun(AskAnswers::Kind kind);
    void conclude();
    void report();
    void printTokens(const RunOutcome &outcome);
    void printAnswer(const RunOutcome &outcome);
    void fail(const Error &error);

    Services &m_services;
    AskOptions m_options;
    Terminal &m_output;
    Terminal &m_errors;
    ChosenProvider m_chosen;
    Parts m_images;
    RequestPlan m_plan;
    PreparedRequest m_request;
    Run m_run;
    std::unique_ptr<AskRecord> m_record; ///< with --save
    std::unique_ptr<AskTools> m_tools; ///< where calls are made
    Message m_results; ///< of the calls of the last answer
    AskAnswers m_answers;
    AskAnswers::Kind m_kind = AskAnswers::Kind::First; ///< of the request on its way
    int m_choicesLeft = 0; ///< to be asked for one by one
    RunId m_savedRun; ///< once it is written
    QPointer<Generation> m_generation; ///< a child
    bool m_isRunOpen = true; ///< its record is still to be completed
    AnswerFormat m_format;
    QList<FormatVerdict>
        m_formatVerdicts; ///< of an answer that is complete, where one was asked for
    bool m_isOver = false;
};

} // namespace app
