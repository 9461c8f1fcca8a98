// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/transcript/run_facts.h"

#include <QDialog>

namespace ui {

/// How an answer came about, line by line; a part for every run where a turn took several. All of
/// it can be selected and copied. Everything is plain text.
class DetailsDialog : public QDialog
{
    Q_OBJECT
public:
    explicit DetailsDialog(const QList<QList<RunFact>> &runs, QWidget *parent = nullptr);

private:
    [[nodiscard]] static QString asText(const QList<QList<RunFact>> &runs);
};

} // namespace ui
