// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace tests {

/// One exchange as somebody might have had it: what was asked, and what several models said.
struct SampleTopic
{
    QString title;
    QByteArray prompt;
    QList<QByteArray> answers; ///< in Markdown; one at least
    QByteArray followUp;
    QByteArray followUpAnswer;
    QByteArray reasoning; ///< empty: a model that does not think
    bool hasImage = false;
};

[[nodiscard]] const QList<SampleTopic> &sampleTopics();

} // namespace tests
