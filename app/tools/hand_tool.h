// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tools/tool_host.h"

namespace app {

/// A tool that a person answers, or that gives the same reply to everybody: nothing is run.
class HandTool final : public ToolHost
{
    Q_OBJECT
public:
    explicit HandTool(const ToolSource &source, QObject *parent = nullptr);

    [[nodiscard]] State state() const override { return State::Ready; }
    [[nodiscard]] std::optional<Error> error() const override { return {}; }
    [[nodiscard]] QList<Tool> tools() const override;
    void start() override { }
    void stop() override { }
    [[nodiscard]] ToolRun *call(const QString &tool, const QJsonObject &arguments,
                                QObject *parent) override;
};

/// Ends with the canned reply, or with what answer() is given.
class HandToolRun final : public ToolRun
{
    Q_OBJECT
public:
    HandToolRun(std::optional<QString> cannedReply, QObject *parent);

    void start() override;
    void cancel() override;
    [[nodiscard]] bool waitsForAnswer() const override { return !m_cannedReply; }
    void answer(const ToolOutcome &outcome) override;

private:
    void end(const ToolOutcome &outcome);

    std::optional<QString> m_cannedReply;
    bool m_isOver = false;
};

} // namespace app
