// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <optional>

class QDoubleSpinBox;
class QFormLayout;

namespace ui {

/// The two ceilings of spending as rows of a form, in US dollars; each may be none, and zero is a
/// ceiling. A child of the widget that the form lays out.
class SpendingFields : public QObject
{
    Q_OBJECT
public:
    explicit SpendingFields(QFormLayout *form);

    void setCeilings(std::optional<double> run, std::optional<double> conversation);
    [[nodiscard]] std::optional<double> runCeiling() const;
    [[nodiscard]] std::optional<double> conversationCeiling() const;

signals:
    void edited(); ///< by the user

private:
    QDoubleSpinBox *addField(QFormLayout *form, const QString &label, const QString &explanation);

    QDoubleSpinBox *m_run;
    QDoubleSpinBox *m_conversation;
};

} // namespace ui
