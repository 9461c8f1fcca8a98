// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QDialog>

namespace ui {

/// A longer text to be read and copied, as it is: nothing in it is markup.
class PlainTextDialog : public QDialog
{
    Q_OBJECT
public:
    PlainTextDialog(const Theme &theme, const QString &title, const QString &text,
                    QWidget *parent = nullptr);
};

} // namespace ui
