// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/ids.h"
#include "ui/lanes/view_context.h"

#include <QObject>

class QDialog;
class QWidget;

namespace ui {

class ConversationView;

/// Opens what belongs to replays, judges and JSON answers for the shown conversation, as its lanes
/// ask for it. The windows are children of `window`, and go on when another conversation is shown.
class EvaluationWindows : public QObject
{
    Q_OBJECT
public:
    EvaluationWindows(const ViewContext &context, ConversationView &view, QWidget *window);

    void replay(app::LaneId lane);
    void judge(app::RoundId round);
    void showJsonTable(app::RoundId round);
    void compareThinking(app::RoundId round);
    void compareCalls(app::RoundId round);
    /// None: the newest judging.
    void showJudgements(app::RoundId judging = {});

signals:
    void providersRequested();

private:
    void open(QDialog *dialog);

    ViewContext m_context;
    ConversationView &m_view;
    QWidget *m_window;
};

} // namespace ui
