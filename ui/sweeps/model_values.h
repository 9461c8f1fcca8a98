// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chat/cell_plan.h"
#include "ui/lanes/view_context.h"

#include <QWidget>

class QListWidget;

namespace ui {

class FlatButton;
class ModelChooser;

/// The models of a sweep: a list that the model picker adds to. Delete takes one out.
class ModelValues : public QWidget
{
    Q_OBJECT
public:
    explicit ModelValues(const ViewContext &context, QWidget *parent = nullptr);

    void add(const app::ModelChoice &choice);
    [[nodiscard]] const QList<app::ModelChoice> &models() const { return m_models; }

signals:
    void changed();
    void providersRequested();

private:
    void removeCurrent();

    ViewContext m_context;
    ModelChooser *m_chooser;
    QListWidget *m_list;
    FlatButton *m_add;
    FlatButton *m_remove;
    QList<app::ModelChoice> m_models; ///< by row
};

} // namespace ui
