// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/export/export_format.h"
#include "ui/theme/theme.h"

#include <QDialog>

class QCheckBox;

namespace ui {

class SegmentedControl;
class ThemedLabel;

/// What is exported: the round or all of them, the format, and what is to be in it. Where to is
/// asked for when it was accepted.
class ExportDialog : public QDialog
{
    Q_OBJECT
public:
    struct Choice
    {
        bool isRound = false;
        app::ExportFormat format = app::ExportFormat::Html;
        bool withImages = true;
        bool withRuns = true;
        bool withBranches = false;

        bool operator==(const Choice &) const = default;
    };

    /// `hasRound`: there is one to choose.
    ExportDialog(const Theme &theme, bool hasRound, const Choice &choice,
                 QWidget *parent = nullptr);

    [[nodiscard]] Choice choice() const;

private:
    void build();
    [[nodiscard]] QWidget *makeButtons();
    [[nodiscard]] app::ExportFormat format() const;
    void refresh();

    const Theme &m_theme;
    bool m_hasRound;
    SegmentedControl *m_scope;
    SegmentedControl *m_format;
    ThemedLabel *m_hint;
    QCheckBox *m_images = nullptr;
    QCheckBox *m_runs = nullptr;
    QCheckBox *m_branches = nullptr;
};

} // namespace ui
