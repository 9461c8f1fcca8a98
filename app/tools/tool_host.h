// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tools/tool.h"

#include <QObject>

namespace app {

/// One call under way. GUI thread. After start() nothing is emitted before control returns to the
/// event loop; finished() comes exactly once and last; cancel() emits it synchronously with
/// kToolStoppedCode; destruction is silent. In each case nothing of the call goes on.
class ToolRun : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    virtual void start() = 0;
    virtual void cancel() = 0;

    /// It is a person who answers, with answer().
    [[nodiscard]] virtual bool waitsForAnswer() const { return false; }
    virtual void answer(const ToolOutcome &outcome) { Q_UNUSED(outcome); }

signals:
    void progressed(const app::ToolProgress &progress);
    void finished(const app::ToolOutcome &outcome);
};

/// A source of tools at work: what it offers, and how it is called. GUI thread. Its runs may
/// outlive neither the event loop nor the process, but they outlive the host: where it is destroyed
/// they end by themselves.
class ToolHost : public QObject
{
    Q_OBJECT
public:
    enum class State {
        Idle, ///< nothing was asked of it yet
        Starting,
        Ready,
        Resting, ///< it failed and is tried again by itself
        Unusable, ///< error() says why; start() tries again
    };
    Q_ENUM(State)

    ToolHost(ToolSource source, QObject *parent) : QObject(parent), m_source(std::move(source)) { }

    [[nodiscard]] const ToolSource &source() const { return m_source; }
    [[nodiscard]] virtual State state() const = 0;
    /// In Resting and Unusable. Its message is a whole sentence in English.
    [[nodiscard]] virtual std::optional<Error> error() const = 0;
    /// Of a host that is Ready; what was known last of one that is not.
    [[nodiscard]] virtual QList<Tool> tools() const = 0;
    /// The end of what it wrote to standard error, and what was odd about it. Untrusted text.
    [[nodiscard]] virtual QByteArray log() const { return {}; }

    /// Makes it ready, where it is not.
    virtual void start() = 0;
    /// Ends what it started, and the calls that run in it.
    virtual void stop() = 0;
    /// A call that is not started yet, owned by `parent`. `tool`: as the source calls it. One that
    /// is not there is answered by its source, or fails.
    [[nodiscard]] virtual ToolRun *call(const QString &tool, const QJsonObject &arguments,
                                        QObject *parent) = 0;

signals:
    void stateChanged();
    void toolsChanged();
    void logChanged();

protected:
    /// The description of a tool of this source.
    [[nodiscard]] Tool toolNamed(const QString &name) const;

private:
    const ToolSource m_source;
};

} // namespace app
