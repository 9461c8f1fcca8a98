// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"
#include "ui/transcript/run_facts.h"

#include <QScrollArea>

namespace ui {

/// Names and values below each other. All values can be selected, by keys too. Plain text.
class FactsView : public QScrollArea
{
    Q_OBJECT
public:
    explicit FactsView(const Theme &theme, QWidget *parent = nullptr);

    void setFacts(const QList<RunFact> &facts);
    [[nodiscard]] const QList<RunFact> &facts() const { return m_facts; }

private:
    const Theme &m_theme;
    QList<RunFact> m_facts;
};

/// A line for each, name and value with a tab between them.
[[nodiscard]] QString factsText(const QList<RunFact> &facts);

} // namespace ui
