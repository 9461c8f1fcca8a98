// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/schema/format_verdict.h"
#include "app/store/records.h"

#include <QObject>
#include <QPointer>

#include <optional>

namespace app {
struct Services;
}

namespace ui {

class FrameClock;
class TranscriptSource;

/// Reads the JSON of one answer of a transcript while it is written, at most once per frame and
/// never much of it at once, and has it checked at its end. It follows the newest answer, or stays
/// with one that was chosen until there is a newer one. Which format was asked for stands in the
/// request, which the store keeps.
class AnswerFollower : public QObject
{
    Q_OBJECT
public:
    AnswerFollower(FrameClock &clock, app::Services &services, QObject *parent = nullptr);
    ~AnswerFollower() override;

    /// The source outlives the follower, or ends it.
    void follow(const TranscriptSource &source);
    /// Any message of it; none: the newest again.
    void choose(app::MessageId answer);

    [[nodiscard]] app::MessageId answer() const;
    [[nodiscard]] bool isChosen() const { return m_isChosen; }
    [[nodiscard]] const app::AnswerJson &json() const { return *m_json; }
    /// A free one until it is known.
    [[nodiscard]] const app::AnswerFormat &format() const { return m_format; }
    [[nodiscard]] bool isFormatKnown() const { return m_asked.isValid(); }
    /// Nothing while it is written or checked.
    [[nodiscard]] const std::optional<app::FormatVerdict> &verdict() const { return m_verdict; }
    [[nodiscard]] bool isBeingWritten() const { return !m_isFinished; }

signals:
    void aboutToRestart(); ///< what json() gave is gone after this
    void restarted(); ///< another answer, or the same from its beginning
    void formatKnown();
    void grew();
    void judged();

private:
    void takePath();
    void takeChange(app::MessageId message);
    void restart(const QList<app::MessageId> &messages);
    void takeFrame();
    [[nodiscard]] bool readSome();
    void askFormat();
    void takeFormat(app::RunId run, const QJsonValue &responseFormat);
    void finish();
    void judge();
    [[nodiscard]] QList<app::MessageId> messagesOf(app::MessageId answer) const;

    FrameClock &m_clock;
    app::Services &m_services;
    QPointer<const TranscriptSource> m_source;
    QList<app::MessageId> m_messages; ///< the answer and what continues it
    app::MessageId m_newest;
    bool m_isChosen = false;
    std::unique_ptr<app::AnswerJson> m_json;
    qsizetype m_read = 0; ///< bytes of the whole answer
    app::AnswerFormat m_format;
    app::RunId m_asked; ///< whose format is known, or being asked for
    bool m_isAsking = false;
    int m_asks = 0;
    bool m_isFinished = false;
    std::optional<app::FormatVerdict> m_verdict;
    int m_generation = 0; ///< what comes late is of another answer
};

} // namespace ui
