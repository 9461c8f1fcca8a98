// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chat/chats.h"

#include <QObject>
#include <QTimer>

namespace ui {

/// An answer that stands next to an image: what a lane said in the round of that image, and in the
/// rounds after it whose prompts bring no other images.
struct ViewedAnswer
{
    app::LaneId lane;
    int letter = 0; ///< that the lane is shown with
    QString model; ///< empty while names are hidden, or where none is known
    QString text; ///< as it was written; lines end with '\n'
    bool isWritten = false; ///< more comes

    bool operator==(const ViewedAnswer &) const = default;
};

/// The answers of all lanes to what was asked about an image, lane by lane as they stand, and
/// live: what is written is told of ten times a second. Gives nothing away that a blind round
/// hides. GUI thread.
class ViewedAnswers : public QObject
{
    Q_OBJECT
public:
    static constexpr qsizetype kMostBytes = 400'000; ///< of one answer

    /// `turn`: only what that one says. Without a chat there are none.
    ViewedAnswers(app::ChatPtr chat, app::MessageId message, app::TurnId turn,
                  QObject *parent = nullptr);

    [[nodiscard]] const QList<ViewedAnswer> &answers() const { return m_answers; }

signals:
    void changed();

private:
    [[nodiscard]] QList<ViewedAnswer> collected() const;
    [[nodiscard]] QList<app::MessageId> pathOf(app::LaneId lane) const;
    [[nodiscard]] std::optional<ViewedAnswer> answerOn(const QList<app::MessageId> &path,
                                                       app::LaneId lane) const;
    [[nodiscard]] QList<const app::Message *> answersOn(const QList<app::MessageId> &path) const;
    void refresh();

    app::ChatPtr m_chat;
    app::RoundId m_round;
    app::TurnId m_turn;
    QList<ViewedAnswer> m_answers;
    QTimer m_refresh;
};

} // namespace ui
