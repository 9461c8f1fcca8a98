// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chat/cell_plan.h"
#include "ui/lanes/view_context.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QDoubleSpinBox;
class QLineEdit;
class QSpinBox;
class QStackedLayout;

namespace ui {

class ModelValues;

/// One thing that a sweep varies: a parameter with its values, models, or nothing. Values of a
/// number are typed, or made from its ends and their count.
class AxisEditor : public QWidget
{
    Q_OBJECT
public:
    /// `lane` says what the provider takes, and which model is the first one; `name` is for
    /// assistive programs.
    AxisEditor(const ViewContext &context, const app::Lane &lane, const QString &name,
               QWidget *parent = nullptr);
    ~AxisEditor() override;

    /// By its wire name; `coordinate::kModel`; empty: nothing.
    void choose(const QString &what);
    [[nodiscard]] QString chosen() const;

    [[nodiscard]] QList<app::ModelChoice> models() const;
    [[nodiscard]] std::optional<app::SweepAxis> axis() const;
    /// Why there are no values, one sentence; empty: there are, or none are asked for.
    [[nodiscard]] QString problem() const;

signals:
    void changed();
    void providersRequested();

private:
    void build();
    [[nodiscard]] QWidget *makeValues();
    void fillChoices();
    void showChoice();
    void makeRange();

    ViewContext m_context;
    const app::Lane m_lane;
    QComboBox *m_what;
    QStackedLayout *m_pages;
    QWidget *m_range = nullptr;
    QDoubleSpinBox *m_from = nullptr;
    QDoubleSpinBox *m_to = nullptr;
    QSpinBox *m_count = nullptr;
    QLineEdit *m_values = nullptr;
    ModelValues *m_models;
};

} // namespace ui
