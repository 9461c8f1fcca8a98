// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/record/run_phases.h"
#include "ui/theme/theme.h"
#include "ui/transcript/run_facts.h"

#include <QWidget>

class QPlainTextEdit;

namespace ui {

class FactsView;
class PhaseBar;
class ThemedLabel;

/// A sentence, facts below it, and a text that is read only: what the pages of a record are made
/// of. A part that is empty is hidden.
class RecordPage : public QWidget
{
    Q_OBJECT
public:
    enum class Text { None, Json, Plain };

    RecordPage(const Theme &theme, const QString &name, Text text, QWidget *parent = nullptr);

    void setSentence(const QString &sentence, QColor Colours::*colour = &Colours::secondary);
    void setFacts(const QList<RunFact> &facts);
    void setText(const QString &text);
    void setPhases(const QList<app::RunPhase> &phases);

    [[nodiscard]] QString sentence() const;
    [[nodiscard]] QList<RunFact> facts() const;
    [[nodiscard]] QString text() const;

private:
    ThemedLabel *m_sentence;
    PhaseBar *m_phases;
    FactsView *m_facts;
    QPlainTextEdit *m_text = nullptr;
};

} // namespace ui
