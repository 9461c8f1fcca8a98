// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/openai/message_part.h"
#include "ui/theme/theme.h"

#include <QDialog>

class QLineEdit;

namespace ui {

class ThemedLabel;

/// Asks for the address of an image that the server is to fetch. Nothing is loaded here.
class AddressDialog : public QDialog
{
    Q_OBJECT
public:
    /// `address`: to be changed; empty for a new one.
    explicit AddressDialog(const Theme &theme, const QString &address = {},
                           QWidget *parent = nullptr);
    ~AddressDialog() override;

signals:
    /// Accepted.
    void chosen(const app::ImagePart &image);

private:
    void go();

    QLineEdit *m_address;
    ThemedLabel *m_problem;
};

} // namespace ui
