// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "app/cli/record_options.h"
#include "app/cli/terminal.h"

namespace app {

class RecordJob;
class Store;
struct RunLine;

/// `diptych-cli record`: how an answer came about, and its request to be sent once more. Reads
/// only, also beside a window that is running.
class RecordCommand final : public Command
{
    Q_OBJECT
public:
    RecordCommand();
    ~RecordCommand() override;

    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] QString notes() const override;
    [[nodiscard]] QList<QCommandLineOption> options() const override;
    [[nodiscard]] QList<Positional> positionals() const override;

    void run(const QCommandLineParser &arguments) override;
    void interrupt() override;

private:
    void readNewest(int most);
    void printList(const QList<RunLine> &runs);
    void open(RunId run);
    void print(const RecordedRun &record);
    void printBytes(const QByteArray &bytes);
    void printRaw(RunId run);
    void printScript(const RecordedRun &record);
    void writeScript(const RequestScript &script);
    void failWith(const Error &error);
    void failWithSentence(const QByteArray &sentence);
    void failUsage(const QString &sentence);

    Terminal m_output{stdout};
    Terminal m_errors{stderr};
    RecordOptions m_options;
    QList<Provider> m_providers;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<RecordJob> m_job; ///< uses the store
};

} // namespace app
