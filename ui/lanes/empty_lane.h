// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/ground.h"

class QLabel;

namespace ui {

class FlatButton;

/// What a lane shows before its first message: that one may write, and, with the demo, how to get
/// to real models.
class EmptyLane : public Ground
{
    Q_OBJECT
public:
    explicit EmptyLane(const Theme &theme, QWidget *parent = nullptr);

    /// `hasOthers`: there are providers to choose a model of.
    void setDemo(bool isDemo, bool hasOthers);

    /// Why this lane may not answer; empty: nothing is known against it.
    void setProblem(const QString &sentence);

signals:
    void providersRequested();
    void modelRequested();

private:
    void restyle();

    QLabel *m_title;
    QLabel *m_hint;
    QLabel *m_problem;
    FlatButton *m_connect;
    FlatButton *m_choose;
};

} // namespace ui
