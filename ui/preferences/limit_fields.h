// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/provider.h"

#include <QObject>

class QFormLayout;
class QSpinBox;

namespace ui {

/// How many requests a provider and each of its models get at once, as rows of a form; 0 means any
/// number. A child of the widget that the form lays out.
class LimitFields : public QObject
{
    Q_OBJECT
public:
    explicit LimitFields(QFormLayout *form);

    void setLimits(const app::RunLimits &limits); ///< emits nothing
    [[nodiscard]] app::RunLimits limits() const;
    void setVisible(bool visible);

signals:
    void edited();

private:
    QSpinBox *addField(const QString &label, const QString &explanation);

    QFormLayout *m_form;
    QSpinBox *m_perProvider;
    QSpinBox *m_perModel;
};

/// "One at a time; …": what limits mean, for those that the program knows by itself.
[[nodiscard]] QString limitsText(const app::RunLimits &limits);

} // namespace ui
