// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/tool_source.h"
#include "ui/theme/theme.h"

#include <QDialog>

namespace ui {

/// Shows all that will be run for a source of tools, however long it is; accepted() where the user
/// confirms it. Shown with open().
class ConfirmCommandDialog : public QDialog
{
    Q_OBJECT
public:
    ConfirmCommandDialog(const Theme &theme, const app::ToolSource &source,
                         QWidget *parent = nullptr);

    /// The command as one could type it, the file of its program, its folder and environment.
    [[nodiscard]] static QString wholeCommand(const app::CommandLine &command);
};

} // namespace ui
