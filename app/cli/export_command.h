// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "app/cli/export_options.h"
#include "app/cli/terminal.h"
#include "app/library/conversation.h"
#include "app/settings/provider.h"

namespace app {

class ExportJob;
class Store;

/// `diptych-cli export`: a conversation of the profile, or a round of it, as a document. Reads
/// only, also beside a window that is running.
class ExportCommand final : public Command
{
    Q_OBJECT
public:
    ExportCommand();
    ~ExportCommand() override;

    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] QString notes() const override;
    [[nodiscard]] QList<QCommandLineOption> options() const override;
    [[nodiscard]] QList<Positional> positionals() const override;

    void run(const QCommandLineParser &arguments) override;
    void interrupt() override;

private:
    void takeList(const QList<ConversationSummary> &conversations);
    void open(ConversationId id);
    void take(const ConversationRecord &record);
    void printRounds();
    void write(const QByteArray &bytes);
    void failWith(const Error &error);
    void failUsage(const QString &sentence);

    Terminal m_output{stdout};
    Terminal m_errors{stderr};
    ExportOptions m_options;
    QList<Provider> m_providers;
    ConversationPtr m_conversation;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<ExportJob> m_job; ///< uses the store
};

} // namespace app
