// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/openai/parameters.h"
#include "ui/parameters/parameter_row.h"

#include <QHash>

class QMenu;

namespace ui {

class FlatButton;
class SegmentedControl;

/// One of a closed list, or on and off. A click on the chosen one stops sending it. Rare choices
/// are in a menu beside the others; the one that is set stands among them.
class SegmentsRow final : public ParameterRow
{
    Q_OBJECT
public:
    SegmentsRow(const app::ParameterSpec &spec, const Theme &theme, QWidget *parent = nullptr);

    /// The names of functions, for tool_choice: the model must ask for that one.
    void setFunctionNames(const QStringList &names);
    /// What a choice brings with it, by its name on the wire: for its tool tip and for screen
    /// readers.
    void setChoiceNotes(const QHash<QString, QString> &notes);
    /// Of an open list those that the model is known to take; others can be typed.
    void setKnownChoices(const QStringList &choices);

protected:
    void showValue() override;
    [[nodiscard]] QString valueText(const QJsonValue &value) const override;

private:
    void addControls();
    void fill();
    void fillMenu(const QStringList &rare);
    [[nodiscard]] QString labelOf(const QString &key) const;
    void choose(const QString &key);
    void askForWord();

    const app::ParameterSpec &m_spec;
    QStringList m_functionNames;
    QStringList m_choices; ///< of the list; those that are known to be taken
    SegmentedControl *m_segments = nullptr;
    FlatButton *m_more = nullptr; ///< null where every choice has its segment
    QMenu *m_menu = nullptr;
    QStringList m_shown; ///< keys of the segments
    QHash<QString, QString> m_notes;
};

} // namespace ui
